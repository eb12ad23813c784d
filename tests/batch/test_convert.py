"""An archive is the same however it came about, and says what it could not take."""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.places import CORPUS, archived

import minutesparse.batch.archive
from minutesparse import Meeting, parse_all, read_file
from minutesparse.batch import FORMATS, Progress, Report, convert
from minutesparse.batch.ledger import Ledger
from minutesparse.errors import ArchiveError

DOCUMENTS = sorted(CORPUS.glob("*.txt"))[:3]


def products(out: Path) -> dict[str, bytes]:
    """Return the content of every product of an archive."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".minutesparse" not in path.parts
    }


def told(out: Path) -> dict[str, object]:
    report: dict[str, object] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return report


def texts(out: Path) -> list[str]:
    lines = (out / "meetings.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["source"]["uri"] for line in lines]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "sources"
    there.mkdir()
    for path in DOCUMENTS:
        shutil.copy(path, there)
    return there


def run(
    folder: Path, to: Iterable[str] = ("jsonl",), *, prune: bool = False, again: bool = False
) -> tuple[Path, Report]:
    out = folder.parent / "out"
    return out, convert([folder], out, to=to, workers=1, base=folder, prune=prune, again=again)


def test_the_archive_has_every_document_that_can_be_read(archive: Path) -> None:
    report = told(archive)
    assert report["documents"] == len(archived()) + 3
    assert report["passed_over"] == {".jpg": 1, ".png": 1}
    assert report["failed"] == [
        {
            "uri": "empty.txt",
            "code": "EmptyDocument",
            "reason": "empty.txt: the file is empty. Check that the download finished.",
        }
    ]


def test_every_product_is_there(archive: Path) -> None:
    assert {name.partition("/")[0] for name in products(archive)} == {
        "meetings",
        "meetings.jsonl",
        "metadata.json",
        "minutes.db",
        "report.json",
        "tables",
    }
    assert not [name for name in products(archive) if name.endswith(".part")]


def test_one_worker_makes_the_same_bytes_as_two(
    archive: Path, sources: Path, tmp_path: Path
) -> None:
    convert([sources], tmp_path, to=FORMATS, workers=1, base=sources)
    assert products(tmp_path) == products(archive)


def test_another_place_makes_the_same_bytes(archive: Path, sources: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(sources, moved)
    convert([moved], tmp_path / "out", to=FORMATS, workers=2, base=moved)
    assert products(tmp_path / "out") == products(archive)


def test_json_holds_what_parse_gives(archive: Path, sources: Path) -> None:
    [path] = (archive / "meetings").glob("harlock-audit-pipes-*.json")
    found = Meeting.model_validate_json(path.read_bytes())
    [expected] = parse_all(read_file(sources / "harlock-audit-pipes.txt"))
    assert found.source.uri == "harlock-audit-pipes.txt"
    assert found.model_copy(update={"source": expected.source}) == expected


def test_json_lines_are_in_the_order_of_the_documents(archive: Path) -> None:
    assert texts(archive) == sorted(texts(archive))
    assert len(set(texts(archive))) == told(archive)["documents"]


def test_what_is_finished_is_skipped(folder: Path) -> None:
    _, first = run(folder)
    out, second = run(folder)
    assert (first.converted, first.unchanged) == (3, 0)
    assert (second.converted, second.unchanged) == (0, 3)
    assert texts(out) == [path.name for path in DOCUMENTS]


def test_a_document_that_changed_is_replaced(folder: Path) -> None:
    run(folder)
    (folder / DOCUMENTS[0].name).write_text("Cllr Orr asked why.\n", encoding="utf-8")
    out, report = run(folder)
    assert (report.converted, report.unchanged) == (1, 2)
    lines = (out / "meetings.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["text"] == "Cllr Orr asked why.\n"
    assert len(lines) == 3


def test_another_parser_converts_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folder)
    monkeypatch.setattr(minutesparse.batch.archive, "parser_version", lambda: "another")
    out, report = run(folder)
    assert (report.converted, report.unchanged) == (3, 0)
    assert told(out)["parser"] == "another"


def test_all_can_be_converted_again(folder: Path) -> None:
    run(folder)
    out, report = run(folder, again=True)
    assert report.converted == 3
    assert len(texts(out)) == 3


def test_documents_stay_until_they_are_pruned(folder: Path) -> None:
    run(folder)
    (folder / DOCUMENTS[0].name).unlink()
    out, kept = run(folder)
    assert (kept.documents, len(texts(out))) == (3, 3)
    out, pruned = run(folder, to=["jsonl", "json"], prune=True)
    assert (pruned.documents, pruned.pruned, len(texts(out))) == (2, 1, 2)


def test_files_of_documents_that_are_gone_are_removed(folder: Path) -> None:
    out, _ = run(folder, to=["json"])
    (out / "meetings" / "notes.json").write_text("mine", encoding="utf-8")
    (folder / DOCUMENTS[0].name).unlink()
    run(folder, to=["json"], prune=True)
    names = {path.name for path in (out / "meetings").iterdir()}
    assert len(names) == 3
    assert "notes.json" in names


def test_a_document_that_fails_now_leaves_no_records(folder: Path) -> None:
    run(folder)
    (folder / DOCUMENTS[0].name).write_bytes(b"")
    out, report = run(folder)
    assert [one.code for one in report.failed] == ["EmptyDocument"]
    assert texts(out) == [path.name for path in DOCUMENTS[1:]]


def test_a_document_that_failed_is_tried_again(folder: Path) -> None:
    content = (folder / DOCUMENTS[0].name).read_bytes()
    (folder / DOCUMENTS[0].name).write_bytes(b"")
    run(folder)
    (folder / DOCUMENTS[0].name).write_bytes(content)
    out, report = run(folder)
    assert report.failed == ()
    assert len(texts(out)) == 3


def test_the_same_content_at_two_places_is_told(folder: Path) -> None:
    shutil.copy(folder / DOCUMENTS[0].name, folder / "copy.txt")
    out, report = run(folder)
    assert report.duplicates == ((DOCUMENTS[0].name, "copy.txt"),)
    assert told(out)["duplicates"] == [[DOCUMENTS[0].name, "copy.txt"]]


def test_a_document_that_is_found_twice_is_converted_once(folder: Path) -> None:
    path = folder / DOCUMENTS[0].name
    report = convert([path, path, folder / "*"], folder.parent / "out", workers=1, base=folder)
    assert report.converted == 3


def test_a_later_product_is_made_of_the_records_at_hand(folder: Path) -> None:
    run(folder, to=["json"])
    out, report = run(folder, to=["csv"])
    assert report.unchanged == 3
    assert (out / "tables" / "contributions.csv").exists()


def test_an_archive_within_its_sources_is_no_source(folder: Path) -> None:
    out = folder / "archive"
    convert([folder], out, to=["json", "jsonl"], workers=1, base=folder)
    before = products(out)
    report = convert([folder], out, to=["json", "jsonl"], workers=1, base=folder)
    assert (report.unchanged, report.passed_over) == (3, {})
    assert products(out) == before


def test_progress_is_told(folder: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    def tell(progress: Progress) -> None:
        seen.append((progress.stage, progress.done, progress.total))

    convert([folder], folder.parent / "out", workers=1, tell=tell)
    assert seen == [
        ("converting", 0, 3),
        ("converting", 1, 3),
        ("converting", 2, 3),
        ("converting", 3, 3),
        ("writing json", 3, 3),
    ]


def test_one_process_at_a_time_has_an_archive(folder: Path) -> None:
    out = folder.parent / "out"
    with (
        Ledger(out / ".minutesparse" / "ledger.db", "1"),
        pytest.raises(ArchiveError, match=r"another process"),
    ):
        run(folder)


def test_a_damaged_ledger_is_told(folder: Path) -> None:
    path = folder.parent / "out" / ".minutesparse" / "ledger.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database " * 1_000)
    with pytest.raises(ArchiveError, match=r"ledger\.db: cannot be used"):
        run(folder)


def test_a_ledger_of_other_tables_is_refused(folder: Path) -> None:
    out, _ = run(folder)
    base = sqlite3.connect(out / ".minutesparse" / "ledger.db")
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(ArchiveError, match="of another version"):
        run(folder)


def test_the_closing_table_lists_what_failed(folder: Path) -> None:
    for number in range(25):
        (folder / f"{number}.txt").touch()
    _, report = run(folder)
    lines = report.table().splitlines()
    assert lines[0].split() == ["converted", "3"]
    assert lines[1].split() == ["failed", "25"]
    assert sum(line.startswith("failed: EmptyDocument: ") for line in lines) == 20
    assert lines[-1] == "and 5 more, which report.json lists"
