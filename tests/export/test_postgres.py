"""PostgreSQL holds what SQLite holds and finds what SQLite finds, on a real server."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.across.archives import database
from tests.export.postgres_server import programs, server

from minutesparse.across.roster_files import read_roster
from minutesparse.batch import convert
from minutesparse.errors import ArchiveError, MissingExtraError, ServerError
from minutesparse.export.database import DATABASE_TABLES, VIEWS
from minutesparse.export.postgres import load_postgres
from minutesparse.export.query import fts5, parse_query

QUERIES = (
    "bins",
    "salt bin",
    "rent arrears",
    "recycling rate",
    "council tax",
    "questions asked",
    "stock condition surveys",
    "café",
    "CAFE",
    "bins OR drains",
    "bins -missed",
    '"salt bin"',
    "3 June",
    "A46",
    "looked-after",
    "nothing-of-the-kind-is-there",
)
TOP = """
SELECT passages.id, -rank FROM passages_fts JOIN passages ON passages.passage = passages_fts.rowid
WHERE passages_fts MATCH ? AND rank MATCH 'bm25(8.0, 2.0, 2.0)' ORDER BY rank
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    home = programs()
    if home is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    with server(home) as found:
        yield found


@pytest.fixture(scope="module")
def loaded(address: str, archive: Path) -> Iterator[psycopg.Connection[Any]]:
    load_postgres(archive / "minutes.db", address)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET search_path TO minutes")
        yield connection


@pytest.fixture(scope="module")
def sqlite(archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(archive / "minutes.db")) as base:
        yield base


def rows(connection: psycopg.Connection[Any], query: str, *values: object) -> list[Any]:
    return connection.execute(query.encode(), values or None).fetchall()


@pytest.mark.parametrize("table", DATABASE_TABLES, ids=lambda table: table.name)
def test_every_row_is_the_same(
    table: Any, loaded: psycopg.Connection[Any], sqlite: sqlite3.Connection
) -> None:
    texts = [column.name for column in table.columns if column.type in ("text", "integer")]
    query = f"SELECT {', '.join(texts)} FROM {table.name}"
    assert sorted(rows(loaded, query), key=str) == sorted(sqlite.execute(query), key=str)


def test_values_are_typed(loaded: psycopg.Connection[Any], sqlite: sqlite3.Connection) -> None:
    query = "SELECT id, value FROM statistics WHERE value IS NOT NULL ORDER BY id"
    found = sorted((key, float(value)) for key, value in rows(loaded, query))
    assert found == sorted((key, float(value)) for key, value in sqlite.execute(query))
    [(mentions,)] = rows(loaded, "SELECT mentions FROM people LIMIT 1")
    assert isinstance(mentions, list)
    [(kind,)] = rows(loaded, "SELECT pg_typeof(date)::text FROM meetings LIMIT 1")
    assert kind == "date"


@pytest.mark.parametrize("view", VIEWS)
def test_views_have_the_same_rows(
    view: str, loaded: psycopg.Connection[Any], sqlite: sqlite3.Connection
) -> None:
    query = f"SELECT count(*) FROM {view}"
    assert rows(loaded, query) == sqlite.execute(query).fetchall()


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_finds_the_same_in_the_same_order(
    query: str, loaded: psycopg.Connection[Any], sqlite: sqlite3.Connection
) -> None:
    expected = sqlite.execute(TOP, (fts5(parse_query(query)),)).fetchall()
    found = rows(loaded, "SELECT id, score FROM search(%s, 1000000)", query)
    assert {key for key, _ in found} == {key for key, _ in expected}
    if '"' not in query:  # SQLite ranks a phrase as one word
        ranked = dict(found)
        assert ranked == pytest.approx(dict(expected))
        assert [round(score, 9) for _, score in found] == [round(one, 9) for _, one in expected]


def test_some_searches_find_much(loaded: psycopg.Connection[Any]) -> None:
    assert len(rows(loaded, "SELECT * FROM search('bins', 1000)")) > 10
    assert len(rows(loaded, "SELECT * FROM search('bins')")) == 10


def test_the_search_uses_the_index(loaded: psycopg.Connection[Any]) -> None:
    plan = rows(
        loaded,
        "EXPLAIN SELECT id FROM passages WHERE words @@ to_tsquery('minutes', 'plasterers')",
    )
    assert any("passages_by_words" in line for (line,) in plan) or len(plan) < 3


def test_no_search_path_is_needed(address: str, loaded: psycopg.Connection[Any]) -> None:
    expected = rows(loaded, "SELECT id FROM search('salt bin')")
    with psycopg.connect(address) as connection:
        assert rows(connection, "SELECT id FROM minutes.search('salt bin')") == expected != []
        connection.execute("UPDATE minutes.passages SET text = 'xylophone' WHERE passage = 1")
        assert len(rows(connection, "SELECT id FROM minutes.search('xylophones')")) == 1
        connection.rollback()


def test_loading_again_changes_nothing(address: str, archive: Path) -> None:
    counts = load_postgres(archive / "minutes.db", address, schema="twice")
    with psycopg.connect(address) as connection:
        before = connection.execute(b"SELECT id, xmin::text FROM twice.passages").fetchall()
    assert load_postgres(archive / "minutes.db", address, schema="twice") == counts
    with psycopg.connect(address) as connection:
        after = connection.execute(b"SELECT id, xmin::text FROM twice.passages").fetchall()
    assert sorted(after) == sorted(before), "no row was written again"


def test_an_update_replaces_and_removes(address: str, sources: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "sources", tmp_path / "out"
    folder.mkdir()
    for name in ("harlock-audit-pipes.txt", "loxmere-parish-runin-headings.txt"):
        shutil.copy(sources / name, folder)
    other = tmp_path / "other"
    convert([sources / "older.zip"], other, to=["sqlite"], workers=1, base=sources)
    load_postgres(other / "minutes.db", address, schema="updated")
    convert([folder], out, to=["sqlite"], workers=1, base=folder)
    load_postgres(out / "minutes.db", address, schema="updated")
    (folder / "harlock-audit-pipes.txt").write_text(
        "Cllr Orr asked why bins were missed.\n" * 200 + "It was \0.\n", encoding="utf-8"
    )
    convert([folder], out, to=["sqlite"], workers=1, base=folder)
    counts = load_postgres(out / "minutes.db", address, schema="updated")
    with (
        psycopg.connect(address) as connection,
        closing(sqlite3.connect(other / "minutes.db")) as base,
    ):
        for table in DATABASE_TABLES:
            [[others]] = base.execute(f"SELECT count(*) FROM {table.name}")
            query = f"SELECT count(*) FROM updated.{table.name}".encode()
            assert connection.execute(query).fetchone() == (counts[table.name] + others,)


def test_a_schema_with_something_else_is_refused(address: str, archive: Path) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("CREATE SCHEMA foreign_one CREATE TABLE mine (id int)")
    with pytest.raises(ArchiveError, match="holds something else"):
        load_postgres(archive / "minutes.db", address, schema="foreign_one")


def test_the_name_of_a_schema_is_only_a_name(address: str, archive: Path) -> None:
    name = 'x"; DROP TABLE minutes.meetings; --'
    load_postgres(archive / "minutes.db", address, schema=name)
    with psycopg.connect(address) as connection:
        query = "SELECT count(*) FROM pg_namespace WHERE nspname = %s"
        assert connection.execute(query, (name,)).fetchone() == (1,)


def test_a_server_that_is_not_there_is_told(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="PostgreSQL does not take it"):
        load_postgres(archive / "minutes.db", f"postgresql:///x?host={tmp_path}")


def test_without_psycopg_there_is_help(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r"minutesparse\[postgres\]"):
        load_postgres(archive / "minutes.db", "postgresql:///x")


def test_a_roster_is_loaded_and_replaced(address: str, tmp_path: Path) -> None:
    page = "Minutes of the meeting held on 4 May 2021\n\n1. Bins\n\nCouncillor Hale asked why.\n"
    head = "id,name,party,start_date,end_date\n"
    terms = ["1,Ann Hale,Unity,2011-05-05,2015-05-06\n", "1,Ann Hale,Green,2019-05-02,\n"]
    for rows_of_roster, parties in (("".join(terms), ["Green", "Unity"]), (terms[1], ["Green"])):
        (tmp_path / "roster.csv").write_text(head + rows_of_roster, encoding="utf-8")
        roster = read_roster(tmp_path / "roster.csv")
        path = database(tmp_path / str(len(parties)), {"a.txt": page}, roster=roster)
        assert load_postgres(path, address, schema="town")["terms"] == len(parties)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("SET search_path TO town")
            found = rows(connection, "SELECT party FROM terms ORDER BY party")
            assert [party for (party,) in found] == parties
            query = "SELECT councillor, party, matched FROM members"
            assert rows(connection, query) == [("Ann Hale", "Green", "exact")]
