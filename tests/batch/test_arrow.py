"""The function that other engines map: a row a document, whatever is in it."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.wordfile import zipped
from tests.unnested import local_outcomes, outcomes, unnested

import minutesparse.batch.arrow
from minutesparse.batch.arrow import DocumentRow, convert_batches, documents_schema
from minutesparse.export.nested import nested
from minutesparse.read import Limits

TEXT = b"Councillor Orr asked why 3 bins were missed.\nThe Clerk said it was the snow.\n"


def batch(documents: Iterable[tuple[str, bytes | None]]) -> pa.RecordBatch:
    uris, contents = zip(*documents, strict=True)
    return pa.RecordBatch.from_pydict(
        {"uri": pa.array(uris, pa.string()), "content": pa.array(contents, pa.binary())}
    )


def rows(*documents: tuple[str, bytes | None], limits: Limits | None = None) -> list[Any]:
    found = convert_batches([batch(documents)], limits=limits or Limits())
    return [row for one in found for row in one.to_pylist()]


def test_a_document_becomes_a_row() -> None:
    [row] = rows(("a/b.txt", TEXT))
    assert (row["uri"], row["code"], row["reason"]) == ("a/b.txt", None, None)
    [meeting] = map(unnested, row["meetings"])
    assert meeting.text == TEXT.decode()
    assert meeting.source.uri == "a/b.txt"


def test_the_rows_have_the_schema() -> None:
    for one in convert_batches([batch([("a.txt", TEXT), ("b.txt", b"")])]):
        assert one.schema.equals(documents_schema(), check_metadata=True)


@pytest.mark.parametrize(
    ("uri", "content", "code", "reason"),
    [
        ("a.txt", b"", "EmptyDocument", "a.txt: the file is empty."),
        ("a.bin", bytes(range(256)), "UnsupportedFormat", "a.bin: binary content"),
        ("a.pdf", b"%PDF-1.4 cut", "UnreadableFile", "a.pdf: the PDF is damaged"),
        ("a.txt", None, "LimitExceeded", "a.txt: more than the limit of 200,000,000 bytes."),
        ("a.zip", b"PK\x03\x04", "UnreadableFile", "a.zip: the zip file is damaged:"),
    ],
)
def test_what_is_damaged_costs_its_row(
    uri: str, content: bytes | None, code: str, reason: str
) -> None:
    first, fault, last = rows(("1.txt", TEXT), (uri, content), ("2.txt", TEXT))
    assert (fault["uri"], fault["meetings"], fault["code"]) == (uri, None, code)
    assert fault["reason"].startswith(reason)
    assert [len(first["meetings"]), len(last["meetings"])] == [1, 1]


def test_a_defect_costs_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwilling(row: DocumentRow) -> dict[str, Any]:
        found = nested(row)
        if row.meetings and "snow" in row.meetings[0].text:
            found["meetings"] = ["what Arrow does not take"]
        return found

    monkeypatch.setattr(minutesparse.batch.arrow, "nested", unwilling)
    fault, row = rows(("a.txt", TEXT), ("b.txt", b"Cllr Orr asked why.\n"))
    assert (fault["code"], fault["meetings"]) == ("Fault", None)
    assert row["code"] is None


def test_a_zip_file_is_the_documents_in_it() -> None:
    packed = zipped({"x/a.txt": TEXT, "photo.jpg": b"\xff", ".hidden.txt": TEXT, "b.txt": b""})
    found = rows(("old.ZIP", packed))
    assert [(row["uri"], row["code"]) for row in found] == [
        ("old.ZIP!/b.txt", "EmptyDocument"),
        ("old.ZIP!/x/a.txt", None),
    ]


def test_a_member_that_is_too_large_costs_its_row() -> None:
    packed = zipped({"a.txt": TEXT, "b.txt": TEXT * 1_000})
    small, large = rows(("old.zip", packed), limits=Limits(max_bytes=10_000))
    assert (small["code"], large["code"]) == (None, "LimitExceeded")


METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def packed_by(method: int) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as file:
        file.writestr("a.txt", TEXT)
    return packed.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(METHODS), st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1))))
def test_nothing_in_a_zip_file_raises(method: int, damage: list[tuple[float, bytes]]) -> None:
    content = bytearray(packed_by(method))
    for where, what in damage:
        at = int(where * len(content))
        content[at : at + len(what)] = what
    for row in rows(("a.zip", bytes(content)), limits=Limits(max_bytes=10_000)):
        assert row["uri"].startswith("a.zip")
        assert (row["code"] is None) == (row["meetings"] is not None)


def test_a_reason_that_utf8_cannot_hold_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fall(row: DocumentRow) -> dict[str, Any]:
        if row.meetings:
            raise ValueError("no \ud800")
        return nested(row)

    monkeypatch.setattr(minutesparse.batch.arrow, "nested", fall)
    assert rows(("a.txt", TEXT))[0]["reason"] == "a.txt: ValueError: no ?"


def test_batches_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [(f"{number}.txt", TEXT) for number in range(70)]
    assert [one.num_rows for one in convert_batches([batch(documents)])] == [32, 32, 6]
    monkeypatch.setattr(minutesparse.batch.arrow, "_MOST_BYTES", 1)
    assert [one.num_rows for one in convert_batches([batch(documents[:3])])] == [1, 1, 1]


def test_documents_are_taken_when_they_are_asked_for() -> None:
    taken = []

    def given() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            taken.append(number)
            yield batch((f"{number}-{place}.txt", TEXT) for place in range(32))

    next(convert_batches(given()))
    assert taken == [0]


def test_nothing_gives_nothing() -> None:
    assert list(convert_batches([])) == []
    assert rows(("a.zip", zipped({}))) == []


def test_the_rows_are_those_of_the_local_run(sources: Path, archive: Path) -> None:
    documents = [
        (path.relative_to(sources).as_posix(), path.read_bytes())
        for path in sorted(sources.rglob("*"))
        if path.is_file() and path.suffix != ".png"
    ]
    assert outcomes(rows(*documents)) == local_outcomes(archive)
