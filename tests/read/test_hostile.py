"""Whatever the bytes, a reader gives a source or an error of ours, in bounded time."""

import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.pdffile import Put, column, pdf, row
from tests.read.wordfile import definition, docx, level, listed, paragraph, use, zipped
from tests.read.wordfile import row as table_row

from minutesparse.errors import LimitExceededError, MinutesparseError
from minutesparse.read import Limits, read_bytes
from minutesparse.text import Source

TABLE = f"<w:tbl>{table_row(paragraph('Cllr Ash'), paragraph('Present'))}</w:tbl>"
SEEDS = {
    "pdf": pdf(column(72, 700, "Minutes", "1. Apologies", "None."), row(700, x72="A", x300="B")),
    "docx": docx(
        listed("Apologies") + paragraph("None.") + TABLE,
        numbering=definition(0, level(0, "decimal", "%1.")) + use(1, 0),
        header=paragraph("Parish Council"),
    ),
    "html": (Path(__file__).parent / "html_pages" / "modern-gov-meeting.html").read_bytes(),
    "txt": "---\nx: y\n---\nMinutes \u00a35\r\n\fPage 2".encode(),
    "utf-16": b"\xff\xfe" + "<p>Minutes".encode("utf-16-le"),
}


def check(content: bytes, name: str) -> None:
    """Read bytes; hold the source, if any, to what every source promises."""
    with suppress(MinutesparseError):
        check_source(read_bytes(content, name=name))


def check_source(source: Source) -> None:
    assert source.text.strip()
    for start, end in source.furniture:
        assert 0 <= start < end <= len(source.text)
    if source.pages:
        assert source.pages[0].start == 0
        assert source.pages[-1].end == len(source.text)
        assert all(page.end == following.start for page, following in pairwise(source.pages))


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


fuzzed = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@fuzzed
@given(seed=st.sampled_from(sorted(SEEDS)), share=st.floats(0, 1))
def test_files_cut_short(seed: str, share: float) -> None:
    content = SEEDS[seed]
    check(content[: int(share * len(content))], f"a.{seed}")


@fuzzed
@given(
    seed=st.sampled_from(sorted(SEEDS)),
    flips=st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), max_size=20),
)
def test_files_with_flipped_bytes(seed: str, flips: list[tuple[float, int]]) -> None:
    content = bytearray(SEEDS[seed])
    for place, byte in flips:
        content[int(place * len(content))] = byte
    check(bytes(content), f"a.{seed}")


@fuzzed
@given(seed=st.sampled_from(sorted(SEEDS)), at=st.floats(0, 1), extra=st.binary(max_size=60))
def test_files_with_something_in_between(seed: str, at: float, extra: bytes) -> None:
    content = SEEDS[seed]
    cut = int(at * len(content))
    check(content[:cut] + extra + content[cut:], f"a.{seed}")


@fuzzed
@given(content=st.binary(max_size=200), name=st.sampled_from(["a", "a.pdf", "a.docx", "a.html"]))
def test_any_bytes(content: bytes, name: str) -> None:
    check(content, name)


@fuzzed
@given(
    xml=st.text(st.sampled_from("<>/wpr:t abtblnumPr\"='&;"), max_size=80),
    part=st.sampled_from(["document", "numbering", "styles", "_rels/document.xml.rels"]),
)
def test_any_xml_within_a_word_file(xml: str, part: str) -> None:
    check(zipped({"word/document.xml": "<x/>", f"word/{part}.xml": xml}), "a.docx")


@fuzzed
@given(
    markup=st.lists(
        st.sampled_from(
            [
                "<table>",
                "<tr>",
                "<td>",
                "<td rowspan=9>",
                "</td>",
                "</tr>",
                "</table>",
                "<ul>",
                "<ol>",
                "<li>",
                "</ul>",
                "</ol>",
                "</li>",
                "<p>",
                "</p>",
                "<br>",
                "<pre>",
                "</pre>",
                "x",
                "\xa0",
                "1.",
                "\u2022 a",
            ]
        ),
        max_size=40,
    )
)
def test_no_order_of_tags_loses_a_word(markup: list[str]) -> None:
    source = read_bytes(("<html>x" + "".join(markup)).encode())
    assert source.text.count("x") == 1 + markup.count("x")
    check_source(source)


places = st.tuples(st.integers(0, 560), st.integers(20, 820), st.sampled_from([6, 11, 11, 11, 24]))


@fuzzed
@given(pages=st.lists(st.lists(places, min_size=1, max_size=25), min_size=1, max_size=3))
def test_no_layout_loses_a_word(pages: list[list[tuple[int, int, int]]]) -> None:
    words = [
        [Put(x, y, f"word{page}x{at}", size=size) for at, (x, y, size) in enumerate(put)]
        for page, put in enumerate(pages)
    ]
    source = read_bytes(pdf(*words))
    shown = source.text.replace("\n", " ")
    assert sum(shown.count(put.text) > 0 for page in words for put in page) == sum(map(len, words))
    check_source(source)


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_file_under_another_name_is_read_for_what_it_is(seed: str) -> None:
    expected = read_bytes(SEEDS[seed], name=f"a.{seed}").text
    for suffix in ("txt", "pdf", "docx", "html", "png"):
        assert read_bytes(SEEDS[seed], name=f"a.{suffix}").text == expected


def test_a_hundred_megabytes_of_text_are_refused_or_read_in_bounded_time() -> None:
    content = b"Councillor Ash asked about the roof of the village hall.\r\n" * 1_750_000
    start = time.perf_counter()
    with pytest.raises(LimitExceededError, match="max_chars"):
        read_bytes(content)
    source = read_bytes(content, limits=Limits(max_chars=200_000_000))
    assert len(source.text) == len(content)
    assert time.perf_counter() - start < 20
