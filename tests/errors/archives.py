"""Every way for an archive, its database or a server to fail; see ``failures.py``."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import MagicMock, patch

from tests.across.archives import Texts
from tests.errors.failures import Failure, garbled, under_a_password
from tests.read.wordfile import zipped

from minutesparse.across.series import find_series
from minutesparse.batch.archive import LEDGER, convert
from minutesparse.batch.ledger import Ledger
from minutesparse.batch.sources import Found, content_of
from minutesparse.export.opening import APPLICATION
from minutesparse.export.opening import opened as opened_to_read
from minutesparse.export.postgres import load_postgres
from minutesparse.export.query import parse_query
from minutesparse.export.sqlite import write_sqlite
from minutesparse.export.tables import TABLES_VERSION
from minutesparse.read import Limits

PAGE = b"Minutes of the Hall Committee held on 4 May 2021\n\n1. Bins\n\nThe bins were emptied.\n"
PACKED = zipped({"word/document.xml": "Minutes"})
EMPTY_DATABASE = b""  # SQLite takes an empty file for a database without tables


def database(path: str, mark: int = 0, version: int = 0) -> None:
    """Make a database that is not ours, or is with the mark of ours."""
    with closing(sqlite3.connect(path)) as base:
        base.execute(f"PRAGMA application_id = {mark}")
        base.execute(f"PRAGMA user_version = {version}")
        base.execute("CREATE TABLE other (word)")


def opened(found: Found, limits: Limits | None = None) -> Callable[[], object]:
    return lambda: content_of(found, limits or Limits())


def packed(content: bytes) -> Callable[[], object]:
    """Return what reads the document of a zip file."""

    def call() -> bytes:
        Path("pack.zip").write_bytes(content)
        return content_of(Found("pack.zip/a", "pack.zip", "word/document.xml"), Limits())

    return call


def busy() -> None:
    """Convert into an archive that another process holds."""
    with Ledger(Path("out") / LEDGER, "parser"):
        convert([], "out", workers=1)


def other_tables() -> None:
    Path("out", LEDGER).parent.mkdir(parents=True)
    database(str(Path("out", LEDGER)), version=99)
    convert([], "out", workers=1)


def no_ledger() -> None:
    Path("out", LEDGER).parent.mkdir(parents=True)
    Path("out", LEDGER).write_bytes(b"words" * 400)
    convert([], "out", workers=1)


def into(make: Callable[[Path], object]) -> Callable[[], object]:
    """Return what converts into a folder where something stands in the database's place."""

    def call() -> None:
        Path("out").mkdir()
        make(Path("out", "minutes.db"))
        convert([], "out", to=["sqlite"], workers=1)

    return call


def load() -> dict[str, int]:
    database("minutes.db", APPLICATION, TABLES_VERSION)
    return load_postgres("minutes.db", "postgresql://127.0.0.1:1/none?connect_timeout=1")


def search_another_version() -> None:
    database("minutes.db", APPLICATION, version=1)
    opened_to_read(Path("minutes.db"))


def series_without_subject() -> None:
    write_sqlite(Texts({}), Path())
    find_series("minutes.db", "the")


def load_without_library() -> None:
    with patch.dict(sys.modules, {"psycopg": None}):
        load()


def load_into_anothers_schema() -> None:
    server = MagicMock()
    server.__enter__.return_value = server
    server.execute.return_value.fetchone.side_effect = [("somebody's tables",), (3,)]
    with patch("psycopg.connect", return_value=server):
        load()


ARCHIVES = (
    Failure("the sources hold no documents", "convert box --out out", {"box": None}),
    Failure(
        "no document could be converted",
        "convert minutes.bin --out out --workers 1",
        {"minutes.bin": bytes(range(256))},
    ),
    Failure(
        "some documents could not be converted",
        "convert minutes.txt minutes.bin --out out --workers 1",
        {"minutes.txt": PAGE, "minutes.bin": bytes(range(256))},
    ),
    Failure("another process converts into the archive", call=busy),
    Failure("the archive was made by another version", call=other_tables),
    Failure("the archive's ledger is damaged", call=no_ledger),
    Failure(
        "the database's name is taken by a file", call=into(lambda at: at.write_bytes(b"no" * 800))
    ),
    Failure("the database's name is taken by a database", call=into(lambda at: database(str(at)))),
    Failure("the database cannot be written", call=into(lambda at: at.mkdir())),
)
SOURCES = (
    Failure("a source is not there", call=opened(Found("gone.txt", "gone.txt"))),
    Failure("a source may not be read", call=opened(Found("box", "."))),
    Failure(
        "a source is too large",
        files={"minutes.txt": PAGE},
        call=opened(Found("minutes.txt", "minutes.txt"), Limits(max_bytes=10)),
    ),
    Failure("a document in a zip file has a password", call=packed(under_a_password(PACKED))),
    Failure("a document in a zip file is damaged", call=packed(garbled(PACKED))),
)
SEARCHES = (
    Failure("there is no such database", "search minutes.db bins"),
    Failure("the file is no database", "search minutes.db bins", {"minutes.db": b"no" * 800}),
    Failure("the database is no archive", "search minutes.db bins", {"minutes.db": EMPTY_DATABASE}),
    Failure("the database was made by another version", call=search_another_version),
    Failure("a series has no subject", call=series_without_subject),
    Failure("a search names nothing", call=lambda: parse_query("-")),
    Failure("a library is not installed", call=load_without_library),
    Failure("the server cannot be reached", call=load),
    Failure("the server's schema holds something else", call=load_into_anothers_schema),
)
LISTINGS = (
    Failure("a list is not there", "convert minutes.txt --out out --roster gone.csv"),
    *(
        Failure(row, f"convert minutes.txt --out out {option} list", {"list": content})
        for row, option, content in (
            ("a list has no rows", "--roster", b"name\n"),
            ("a list is no CSV", "--roster", b"name\n" + b"x" * 200_000),
            ("a list is JSON of another form", "--roster", b"[1, 2]"),
            ("a line of a list is not JSON", "--roster", b'{"name": "Ann Hale"}\n{"name"'),
            ("a roster has no names", "--roster", b"colour,size\nred,3\n"),
            ("a date in a list is none", "--roster", b"name,start_date\nAnn Hale,soon\n"),
            ("a list of dates has none", "--dates", b"colour,size\nred,3\n"),
        )
    ),
)
