"""The ledger: what an archive holds, kept so that a kill at any moment loses and doubles nothing.

It is a SQLite database in the archive's own folder. Only the parent writes to it, one transaction
an outcome; every product of the archive is made from it.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from minutesparse.batch.document import Failed
from minutesparse.batch.sources import Found
from minutesparse.batch.wire import Outcome, Packed, Task, meetings_in, rows_in
from minutesparse.errors import ArchiveError
from minutesparse.export.archive import Entry
from minutesparse.export.rows import Rows, document_id
from minutesparse.export.tables import ROSTER_TABLES, TABLES_VERSION

_PAGE = 500
_BUSY = "SQLITE_BUSY"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    uri TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    parser TEXT NOT NULL,
    code TEXT,
    reason TEXT,
    counts TEXT,
    meetings BLOB,
    rows BLOB
);
CREATE TABLE IF NOT EXISTS plan (uri TEXT PRIMARY KEY, found TEXT NOT NULL);
"""
_KEEP = """
INSERT OR REPLACE INTO documents (uri, sha256, parser, code, reason, counts, meetings, rows)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_OPEN = """
SELECT plan.uri, plan.found,
       CASE WHEN documents.parser = ? AND documents.code IS NULL THEN documents.sha256 ELSE '' END
FROM plan LEFT JOIN documents USING (uri)
WHERE plan.uri > ? ORDER BY plan.uri LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an archive stands.

    Attributes:
        documents: Documents that became records.
        failed: Documents that did not.
    """

    documents: int
    failed: int


class Ledger:
    """The ledger of one archive; use it in a ``with`` block. One process at a time has it.

    Args:
        path: The file; it and its folder are made where there are none.
        parser: The parser that converts now; records of another are not at hand.

    Raises:
        ArchiveError: Another process has the archive, or the file is no ledger.
    """

    def __init__(self, path: Path, parser: str) -> None:
        self._path = path
        self._parser = parser
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        try:
            self._claim()
        except (sqlite3.Error, ArchiveError) as error:
            self._base.close()
            if isinstance(error, sqlite3.Error):
                raise _unusable(path, error) from error
            raise

    def _claim(self) -> None:
        self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        [[version]] = self._base.execute("PRAGMA user_version")
        if version not in (0, TABLES_VERSION):
            raise ArchiveError(
                f"{self._path}: of another version of minutesparse, which made other tables "
                f"({version}, not {TABLES_VERSION}). Convert into a new folder."
            )
        self._base.executescript(_SCHEMA)
        self._base.execute(f"PRAGMA user_version = {TABLES_VERSION}")
        self._base.execute("DELETE FROM plan")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._base.close()

    def plan(self, documents: Iterable[Found]) -> int:
        """Set down what is to be converted; return how many documents that are.

        Args:
            documents: The documents; one that is found twice counts once.
        """
        rows = ((found.uri, json.dumps(asdict(found))) for found in documents)
        with self._transaction():
            self._base.executemany("INSERT OR IGNORE INTO plan VALUES (?, ?)", rows)
        return self._count("SELECT count(*) FROM plan")

    def tasks(self, *, again: bool = False) -> Iterator[Task]:
        """Yield what was planned as tasks, in the order of the uris.

        Args:
            again: Whether records that are at hand do not count.
        """
        last = ""
        while page := self._base.execute(_OPEN, (self._parser, last, _PAGE)).fetchall():
            for _, found, known in page:
                yield Task(Found(**json.loads(found)), "" if again else known)
            last = page[-1][0]

    def keep(self, outcome: Outcome) -> None:
        """Keep an outcome; from now on it is safe."""
        if isinstance(outcome, Packed):
            counts = json.dumps(outcome.counts)
            told = (
                outcome.sha256,
                self._parser,
                None,
                None,
                counts,
                outcome.meetings,
                outcome.rows,
            )
            self._base.execute(_KEEP, (outcome.uri, *told))
        elif isinstance(outcome, Failed):
            fault = ("", self._parser, outcome.code, outcome.reason, None, None, None)
            self._base.execute(_KEEP, (outcome.uri, *fault))

    def prune(self) -> int:
        """Forget the documents that were not planned; return how many."""
        gone = "DELETE FROM documents WHERE uri NOT IN (SELECT uri FROM plan)"
        return self._base.execute(gone).rowcount

    def standing(self) -> Standing:
        """Return how the archive stands."""
        done = self._count("SELECT count(*) FROM documents WHERE code IS NULL")
        return Standing(done, self._count("SELECT count(*) FROM documents") - done)

    def failures(self) -> Iterator[Failed]:
        """Yield the documents that did not become records, in the order of their uris."""
        query = "SELECT uri, code, reason FROM documents WHERE code IS NOT NULL ORDER BY uri"
        return (Failed(*row) for row in self._base.execute(query))

    def duplicates(self) -> Iterator[list[str]]:
        """Yield the uris of documents with the same content, group by group."""
        groups = self._base.execute(
            "SELECT sha256 FROM documents WHERE code IS NULL GROUP BY sha256 "
            "HAVING count(*) > 1 ORDER BY min(uri)"
        ).fetchall()
        query = "SELECT uri FROM documents WHERE sha256 = ? AND code IS NULL ORDER BY uri"
        for (digest,) in groups:
            yield [uri for (uri,) in self._base.execute(query, (digest,))]

    def counts(self) -> dict[str, int]:
        """Return the number of rows by table of records."""
        total: Counter[str] = Counter()
        for (counts,) in self._base.execute("SELECT counts FROM documents WHERE code IS NULL"):
            total.update(json.loads(counts))
        return dict(total)

    def entries(self) -> Iterator[Entry]:
        """Yield the documents with records, in the order of their uris."""
        query = "SELECT uri, sha256, parser FROM documents WHERE code IS NULL ORDER BY uri"
        for uri, digest, parser in self._base.execute(query):
            yield Entry(document_id(uri, digest), uri, f"{digest} {parser}")

    def meetings(self, entry: Entry) -> list[str]:
        """Return the meetings of a document, each as JSON."""
        query = "SELECT meetings FROM documents WHERE uri = ?"
        [[packed]] = self._base.execute(query, (entry.uri,))
        return meetings_in(packed)

    def rows(self, entry: Entry) -> Rows:
        """Return the rows of a document, by table."""
        [[packed]] = self._base.execute("SELECT rows FROM documents WHERE uri = ?", (entry.uri,))
        return rows_in(packed)

    def roster(self) -> Rows:
        """Return the rows of the roster: none, since documents hold none."""
        return {table.name: [] for table in ROSTER_TABLES}

    def _count(self, query: str) -> int:
        [[number]] = self._base.execute(query)
        return int(number)

    def _transaction(self) -> sqlite3.Connection:
        self._base.execute("BEGIN")
        return self._base


def _unusable(path: Path, error: sqlite3.Error) -> ArchiveError:
    if getattr(error, "sqlite_errorname", "").startswith(_BUSY):
        return ArchiveError(f"{path.parent.parent}: another process is converting into it.")
    return ArchiveError(
        f"{path}: cannot be used ({error}). It keeps what the archive holds; if it is damaged, "
        "delete it, and everything is converted again."
    )
