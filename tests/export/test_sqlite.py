"""The database: whole, joined, and the same after an update as made anew."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from minutesparse.batch import convert
from minutesparse.errors import ArchiveError
from minutesparse.export.database import DATABASE_TABLES, VIEWS
from minutesparse.export.tables import TABLES_VERSION


@pytest.fixture(scope="module")
def database(archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(archive / "minutes.db")) as base:
        yield base


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what a database holds, but for the numbers of its passages."""
    with closing(sqlite3.connect(path)) as base:
        return {
            table.name: base.execute(
                f"SELECT {', '.join(table.names())} FROM {table.name} ORDER BY id"
            ).fetchall()
            for table in DATABASE_TABLES
        }


def sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        base.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")


@pytest.fixture
def folder(tmp_path: Path, sources: Path) -> Path:
    there = tmp_path / "sources"
    shutil.copytree(sources, there)
    (there / "empty.txt").unlink()
    return there


def run(folder: Path, *, prune: bool = False) -> Path:
    out = folder.parent / "out"
    convert([folder], out, to=["sqlite"], workers=2, base=folder, prune=prune)
    return out / "minutes.db"


def test_the_database_is_sound(archive: Path) -> None:
    sound(archive / "minutes.db")


def test_it_holds_what_the_report_says(database: sqlite3.Connection, archive: Path) -> None:
    import json  # noqa: PLC0415 - for this test alone

    counts = json.loads((archive / "report.json").read_text(encoding="utf-8"))["rows"]
    for table, number in counts.items():
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (number,)
    assert counts["contributions"] > 200


@pytest.mark.parametrize("view", sorted({*VIEWS} - {"members"}))
def test_every_view_answers(view: str, database: sqlite3.Connection) -> None:
    rows = database.execute(f"SELECT * FROM {view}").fetchall()
    assert rows


def test_who_asked_what_and_was_told_what(database: sqlite3.Connection) -> None:
    [row] = database.execute(
        "SELECT asked_by, question, answered_by, answer FROM questions_and_answers "
        "WHERE question LIKE '%worst of them%'"
    )
    assert row == (
        "Mr Dunstan",
        "Mr Dunstan asked how many passengers were carried on the worst of them.",
        "Mr Pulham",
        "Mr Pulham, Public Transport Manager, said 1.4 per journey on average, at a cost of "
        "£9.62 a head.",
    )


def test_words_can_be_found_in_the_source_by_their_place(database: sqlite3.Connection) -> None:
    for name in ("contributions", "statistics", "resolutions", "clauses"):
        wrong = database.execute(
            f"SELECT count(*) FROM {name} AS one JOIN meetings ON meetings.id = one.meeting "
            "WHERE substr(meetings.text, one.span_start + 1, one.span_end - one.span_start) "
            "<> one.quote"
        )
        assert wrong.fetchone() == (0,)


def test_numbers_are_numbers(database: sqlite3.Connection) -> None:
    kinds = database.execute("SELECT DISTINCT typeof(value) FROM statistics").fetchall()
    assert set(kinds) <= {("integer",), ("real",), ("null",)}


def test_bullets_of_symbol_fonts_are_no_words(tmp_path: Path) -> None:
    page = tmp_path / "minutes.txt"
    page.write_text("5. Bins\n\n\uf0b7 Twelve were missed.\n", encoding="utf-8")
    convert([page], tmp_path, to=["sqlite"], workers=1)
    with closing(sqlite3.connect(tmp_path / "minutes.db")) as base:
        base.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, passages_fts, row)")
        terms = {term for (term,) in base.execute("SELECT term FROM temp.terms")}
    assert "twelv" in terms
    assert all(term.isalnum() for term in terms)


def test_the_index_survives_a_vacuum(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    shutil.copy(archive / "minutes.db", path)
    with closing(sqlite3.connect(path)) as base:
        base.execute("DELETE FROM passages WHERE passage % 2")
        base.commit()
        base.execute("VACUUM")
    sound(path)


def test_an_update_replaces_what_changed(folder: Path) -> None:
    path = run(folder)
    before = content(path)
    (folder / "harlock-audit-pipes.txt").write_text("Cllr Orr asked why.\n", encoding="utf-8")
    (folder / "new.txt").write_text("RESOLVED: That it be noted.\n", encoding="utf-8")
    (folder / "loxmere-parish-runin-headings.txt").unlink()
    run(folder, prune=True)
    sound(path)
    updated = content(path)
    shutil.rmtree(folder.parent / "out")
    assert updated == content(run(folder))
    kept = {row[0] for row in before["contributions"]} & {
        row[0] for row in updated["contributions"]
    }
    assert len(kept) > 150, "keys are stable"


def test_an_update_with_nothing_new_leaves_the_file_alone(folder: Path) -> None:
    path = run(folder)
    before = path.read_bytes()
    run(folder)
    assert path.read_bytes() == before


def test_what_others_put_into_the_database_stays(folder: Path) -> None:
    path = run(folder)
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE notes (id TEXT, note TEXT)")
        base.execute("INSERT INTO notes VALUES ('1', 'mine')")
        base.commit()
    (folder / "new.txt").write_text("RESOLVED: That it be noted.\n", encoding="utf-8")
    run(folder)
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT note FROM notes").fetchall() == [("mine",)]


def test_a_database_of_other_tables_is_made_anew(folder: Path) -> None:
    path = run(folder)
    before = content(path)
    with closing(sqlite3.connect(path)) as base:
        base.execute("DROP TABLE clauses")
        base.execute(f"PRAGMA user_version = {TABLES_VERSION + 1}")
    run(folder)
    assert content(path) == before


@pytest.mark.parametrize("foreign", [b"no database at all" * 100, None])
def test_a_file_that_is_not_ours_is_never_overwritten(foreign: bytes | None, folder: Path) -> None:
    path = folder.parent / "out" / "minutes.db"
    path.parent.mkdir()
    if foreign is None:
        with closing(sqlite3.connect(path)) as base:
            base.execute("CREATE TABLE mine (id)")
    else:
        path.write_bytes(foreign)
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"minutes\.db: .* Move it away"):
        run(folder)
    assert path.read_bytes() == before
