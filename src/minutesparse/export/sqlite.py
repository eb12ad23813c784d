"""An archive as one SQLite file: tables, views, and a search index over what was said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from minutesparse.errors import ArchiveError
from minutesparse.export.archive import Archive, Entry
from minutesparse.export.database import (
    DATABASE_TABLES,
    DOCUMENT_TABLES,
    VIEWS,
    create_table,
    indexes,
)
from minutesparse.export.datasette import METADATA, metadata_text
from minutesparse.export.files import replacing, write_whole
from minutesparse.export.opening import APPLICATION, DATABASE, marked
from minutesparse.export.rows import Row, Rows
from minutesparse.export.tables import ROSTER_TABLES, TABLES_VERSION, Table, Type

_TYPES: dict[Type, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "decimal": "NUMERIC",
    "boolean": "INTEGER",
    "date": "TEXT",
    "list": "TEXT",
}
_NUMBER = "INTEGER PRIMARY KEY"
_WAIT = 30.0  # seconds for which another process may hold the file

_SOURCES = """
CREATE TABLE sources (document TEXT PRIMARY KEY, uri TEXT NOT NULL UNIQUE, mark TEXT NOT NULL)
"""
# Bullets of symbol fonts, which unicode61 takes for words.
_BULLETS = "".join(map(chr, range(0xF000, 0xF100)))
_INDEX = f"""
CREATE VIRTUAL TABLE passages_fts USING fts5(
    text, beside, heading,
    content="passages", content_rowid="passage",
    tokenize="porter unicode61 remove_diacritics 2 separators '{_BULLETS}'"
)
"""
_FILL_INDEX = "INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')"
_ADD = "INSERT INTO passages_fts (rowid, text, beside, heading)"
_REMOVE = "INSERT INTO passages_fts (passages_fts, rowid, text, beside, heading)"
_OLD = "('delete', old.passage, old.text, old.beside, old.heading)"
_NEW = "(new.passage, new.text, new.beside, new.heading)"
_TRIGGERS = (
    f"CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN {_ADD} VALUES {_NEW}; END",
    f"CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN {_REMOVE} VALUES {_OLD}; END",
    "CREATE TRIGGER passages_changed AFTER UPDATE ON passages BEGIN "
    f"{_REMOVE} VALUES {_OLD}; {_ADD} VALUES {_NEW}; END",
)
_STALE = """
SELECT meetings.id FROM meetings LEFT JOIN wanted USING (document)
JOIN sources USING (document) WHERE wanted.mark IS NOT sources.mark
"""
_STALE_SOURCES = """
SELECT document FROM sources LEFT JOIN wanted USING (document)
WHERE wanted.mark IS NOT sources.mark
"""
_MISSING = """
SELECT document, uri, mark FROM wanted WHERE document NOT IN (SELECT document FROM sources)
ORDER BY uri
"""


def write_sqlite(archive: Archive, folder: Path) -> None:
    """Bring ``minutes.db`` and Datasette's ``metadata.json`` up to date.

    Where there is no database it is made beside its place and moved there when it is whole; the
    same archive gives the same bytes. Where there is one, the documents that changed are replaced
    in one transaction; tables and views that others put into it stay.

    Args:
        archive: The archive.
        folder: Where the two files are.

    Raises:
        ArchiveError: There is a file of that name that is no archive of minutes, or another
            process holds it.
    """
    path = folder / DATABASE
    try:
        if path.exists() and _is_current(path):
            with closing(_connected(path)) as base:
                _update(base, archive)
        else:
            _build(path, archive)
    except sqlite3.OperationalError as error:
        raise ArchiveError(f"{path}: cannot be written: {error}.") from error
    write_whole(folder / METADATA, metadata_text().encode())


def _is_current(path: Path) -> bool:
    """Return whether a file has these tables; refuse one that is not ours."""
    with closing(sqlite3.connect(path)) as base:
        try:
            application = marked(base)
            [[version]] = base.execute("PRAGMA user_version")
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{path}: not a database. Move it away.") from error
    if application != APPLICATION:
        raise ArchiveError(f"{path}: a database, but no archive of minutes. Move it away.")
    return bool(version == TABLES_VERSION)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=_WAIT)


def _build(path: Path, archive: Archive) -> None:
    with replacing(path) as part, closing(_connected(part)) as base:
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {TABLES_VERSION}")
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        with _transaction(base):
            base.execute(_SOURCES)
            for table in DATABASE_TABLES:
                base.execute(create_table(table, _TYPES, _NUMBER))
            _insert_rows(base, ROSTER_TABLES, archive.roster())
            for entry in archive.entries():
                _insert(base, entry, archive.rows(entry))
            for statement in _finishing():
                base.execute(statement)
        base.execute("ANALYZE")


def _finishing() -> Iterator[str]:
    """Yield what is cheaper to make once the tables are full."""
    for table in DATABASE_TABLES:
        yield from indexes(table)
    for name, (_, query) in VIEWS.items():
        yield f"CREATE VIEW {name} AS {query}"
    yield _INDEX
    yield _FILL_INDEX
    yield from _TRIGGERS


def _update(base: sqlite3.Connection, archive: Archive) -> None:
    """Replace the documents that changed, and nothing else."""
    base.execute("CREATE TEMP TABLE wanted (document TEXT PRIMARY KEY, uri TEXT, mark TEXT)")
    entries = ((one.document, one.uri, one.mark) for one in archive.entries())
    with _transaction(base):
        base.executemany("INSERT INTO wanted VALUES (?, ?, ?)", entries)
    with _transaction(base):
        base.execute(f"CREATE TEMP TABLE stale AS {_STALE}")
        for table in reversed(DOCUMENT_TABLES):
            key = "meeting" if "meeting" in table.names() else "id"
            base.execute(f"DELETE FROM {table.name} WHERE {key} IN (SELECT id FROM stale)")
        base.execute(f"DELETE FROM sources WHERE document IN ({_STALE_SOURCES})")
        _renew_roster(base, archive.roster())
        for document, uri, mark in base.execute(_MISSING).fetchall():
            entry = Entry(document, uri, mark)
            _insert(base, entry, archive.rows(entry))


def _renew_roster(base: sqlite3.Connection, rows: Rows) -> None:
    """Put the roster's rows in the place of those that are there, unless they are the same."""
    if all(_held(base, table) == list(_bound(table, rows[table.name])) for table in ROSTER_TABLES):
        return
    for table in reversed(ROSTER_TABLES):
        base.execute(f"DELETE FROM {table.name}")
    _insert_rows(base, ROSTER_TABLES, rows)


def _held(base: sqlite3.Connection, table: Table) -> list[Row]:
    return base.execute(f"SELECT {', '.join(table.names())} FROM {table.name}").fetchall()


@contextmanager
def _transaction(base: sqlite3.Connection) -> Iterator[None]:
    """Run what is within as one transaction, or not at all."""
    base.execute("BEGIN IMMEDIATE")
    with base:
        yield


def _insert(base: sqlite3.Connection, entry: Entry, rows: Rows) -> None:
    base.execute("INSERT INTO sources VALUES (?, ?, ?)", (entry.document, entry.uri, entry.mark))
    _insert_rows(base, DOCUMENT_TABLES, rows)


def _insert_rows(base: sqlite3.Connection, tables: Iterable[Table], rows: Rows) -> None:
    for table in tables:
        base.executemany(_insertion(table), _bound(table, rows[table.name]))


def _insertion(table: Table) -> str:
    names = table.names()
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"


def _bound(table: Table, rows: Iterable[Row]) -> Iterable[Row]:
    """Return rows with their lists as JSON, which is how SQLite can look into them."""
    lists = [place for place, column in enumerate(table.columns) if column.type == "list"]
    return (_with_json(row, lists) for row in rows) if lists else rows


def _with_json(row: Row, lists: Iterable[int]) -> Row:
    values = list(row)
    for place in lists:
        values[place] = json.dumps(values[place], ensure_ascii=False)
    return tuple(values)
