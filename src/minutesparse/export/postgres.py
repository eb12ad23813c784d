"""An archive's database into PostgreSQL, with the same tables, views and search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutesparse.errors import ArchiveError, ServerError
from minutesparse.export.database import DATABASE_TABLES, VIEWS, create_table, indexes
from minutesparse.export.extras import optional
from minutesparse.export.opening import opened
from minutesparse.export.tables import TABLES_VERSION, Table, Type

if TYPE_CHECKING:
    import psycopg

SCHEMA = "minutes"

_TYPES: dict[Type, str] = {
    "text": "text",
    "integer": "bigint",
    "decimal": "numeric",
    "boolean": "boolean",
    "date": "date",
    "list": "jsonb",
}
_NUMBER = "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
_MARK = f"minutesparse tables {TABLES_VERSION}"
_SEARCH = Path(__file__).with_name("postgres_search.sql")
_INDEX = """
ALTER TABLE passages
    ADD words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('minutes', folded(text)), 'A')
        || setweight(to_tsvector('minutes', folded(beside)), 'B')
        || setweight(to_tsvector('minutes', folded(heading)), 'C')
    ) STORED,
    ADD tokens integer GENERATED ALWAYS AS (
        cardinality(string_to_array(btrim(folded(text || ' ' || beside || ' ' || heading)), ' '))
    ) STORED
"""
_GIN = "CREATE INDEX passages_by_words ON passages USING gin (words)"
_AFTERWARDS = (
    b"DELETE FROM search_totals",
    b"INSERT INTO search_totals SELECT count(*), coalesce(sum(tokens), 0) FROM passages",
    b"SELECT gin_clean_pending_list('passages_by_words')",
    b"ANALYZE",
)


def load_postgres(path: str | Path, address: str, *, schema: str = SCHEMA) -> dict[str, int]:
    """Load an archive's database into PostgreSQL, in one transaction.

    Rows that are new are added, rows that changed are replaced, and rows of the archive's
    documents that are no longer there are removed. Documents that only the server has stay.

    Args:
        path: The database that ``convert --to sqlite`` makes.
        address: ``postgresql://user@host/database``, or another form that ``psycopg`` takes.
        schema: The schema, made where there is none.

    Returns:
        The rows of the archive by table.

    Raises:
        ArchiveError: The database is none, or the schema holds something else.
        ServerError: The server cannot be reached, or refuses.
        MissingExtraError: psycopg is not installed.
    """
    library = optional("psycopg", "postgres")
    with closing(opened(Path(path))) as base:
        try:
            with library.connect(address) as server:
                _prepare(server, library, schema)
                return _load(server, base)
        except library.Error as error:
            reason = " ".join(str(error).split())
            raise ServerError(f"PostgreSQL does not take it: {reason}") from error


def _prepare(server: psycopg.Connection[Any], library: Any, schema: str) -> None:
    """Make the schema where there is none, and work in it."""
    name = library.sql.Identifier(schema)
    query = "SELECT obj_description(to_regnamespace(quote_ident(%s)), 'pg_namespace')"
    found = server.execute(query, (schema,)).fetchone()
    there = server.execute(
        "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(%s))",
        (schema,),
    ).fetchone()
    if there and there[0] and (not found or found[0] != _MARK):
        raise ArchiveError(f"the schema {schema!r} holds something else; give another: --schema.")
    server.execute(library.sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(name))
    server.execute(library.sql.SQL("SET LOCAL search_path TO {}").format(name))
    server.execute("SET LOCAL jit = off")  # compiling takes longer than any of these statements
    if there and not there[0]:
        mark = library.sql.Literal(_MARK)
        server.execute(library.sql.SQL("COMMENT ON SCHEMA {} IS {}").format(name, mark))
        for statement in _definitions():
            server.execute(statement.encode())


def _definitions() -> Iterator[str]:
    """Yield the statements that make everything in the schema."""
    before, _, after = _SEARCH.read_text(encoding="utf-8").partition("-- with the tables\n")
    yield before
    for table in DATABASE_TABLES:
        yield create_table(table, _TYPES, _NUMBER)
        yield from indexes(table)
    yield _INDEX
    yield _GIN
    for name, (_, query) in VIEWS.items():
        yield f"CREATE VIEW {name} AS {query}"
    yield after


def _load(server: psycopg.Connection[Any], base: sqlite3.Connection) -> dict[str, int]:
    counts = {table.name: _copy(server, base, table) for table in DATABASE_TABLES}
    for table in reversed(DATABASE_TABLES):
        server.execute(_removal(table).encode())
    for table in DATABASE_TABLES:
        server.execute(_upsert(table).encode())
    for statement in _AFTERWARDS:
        server.execute(statement)
    return counts


def _copy(server: psycopg.Connection[Any], base: sqlite3.Connection, table: Table) -> int:
    """Copy a table beside the one of its name; return the number of rows."""
    names = ", ".join(table.names())
    server.execute(
        f"CREATE TEMP TABLE new_{table.name} ON COMMIT DROP AS "
        f"SELECT {names} FROM {table.name} WITH NO DATA".encode()
    )
    number = 0
    statement = f"COPY new_{table.name} ({names}) FROM STDIN".encode()
    with server.cursor() as cursor, cursor.copy(statement) as copy:
        for row in base.execute(f"SELECT {names} FROM {table.name}"):
            copy.write_row(_storable(row))
            number += 1
    server.execute(f"CREATE INDEX ON new_{table.name} (id)".encode())
    server.execute(f"ANALYZE new_{table.name}".encode())
    return number


def _storable(row: Iterable[Any]) -> list[Any]:
    """Return a row without the one character that PostgreSQL cannot hold; offsets stay."""
    return [one.replace("\0", "\ufffd") if isinstance(one, str) else one for one in row]


def _upsert(table: Table) -> str:
    """Return the statement that adds new rows and replaces those that changed."""
    names = table.names()
    given = ", ".join(names)
    changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    old = ", ".join(f"old.{name}" for name in names)
    new = ", ".join(f"new.{name}" for name in names)
    same = f"SELECT FROM {table.name} AS old WHERE old.id = new.id"
    return (
        f"INSERT INTO {table.name} ({given}) SELECT {given} FROM new_{table.name} AS new "
        f"WHERE NOT EXISTS ({same} AND ({old}) IS NOT DISTINCT FROM ({new})) "
        f"ON CONFLICT (id) DO UPDATE SET {changes}"
    )


def _removal(table: Table) -> str:
    """Return the statement that removes what the archive's documents no longer have."""
    document = "document IN (SELECT document FROM new_meetings)"
    ours = {
        "meetings": document,
        "councillors": "FALSE",  # another archive's people may name them
        "terms": "councillor IN (SELECT id FROM new_councillors)",
    }.get(table.name, f"meeting IN (SELECT id FROM meetings WHERE {document})")
    return (
        f"DELETE FROM {table.name} WHERE {ours} "
        f"AND NOT EXISTS (SELECT FROM new_{table.name} AS new WHERE new.id = {table.name}.id)"
    )
