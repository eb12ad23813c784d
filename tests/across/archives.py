"""Small archives made in one process, of texts in place of files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from minutesparse import parse_all
from minutesparse.across.archive import Informed
from minutesparse.across.dates import Dates
from minutesparse.across.roster import Roster
from minutesparse.export.archive import Entry
from minutesparse.export.rows import Rows, document_id, rows_of
from minutesparse.export.sqlite import write_sqlite
from minutesparse.export.tables import ROSTER_TABLES
from minutesparse.text import Source


class Texts:
    """An archive of minutes by their places."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(sorted(texts.items()))

    def entries(self) -> Iterator[Entry]:
        for uri, text in self._texts.items():
            mark = hashlib.sha256(text.encode()).hexdigest()
            yield Entry(document_id(uri, mark), uri, mark)

    def meetings(self, entry: Entry) -> list[str]:
        source = Source(self._texts[entry.uri], uri=entry.uri)
        return [meeting.model_dump_json() for meeting in parse_all(source)]

    def rows(self, entry: Entry) -> Rows:
        return rows_of(parse_all(Source(self._texts[entry.uri], uri=entry.uri)))

    def roster(self) -> Rows:
        return {table.name: [] for table in ROSTER_TABLES}


def informed(
    texts: Mapping[str, str], *, roster: Roster | None = None, dates: Dates | None = None
) -> Informed:
    return Informed(Texts(texts), roster, dates)


def database(
    folder: Path,
    texts: Mapping[str, str],
    *,
    roster: Roster | None = None,
    dates: Dates | None = None,
) -> Path:
    """Write the database of some minutes; return its place."""
    write_sqlite(informed(texts, roster=roster, dates=dates), folder)
    return folder / "minutes.db"


def texts_of(folder: Path) -> dict[str, str]:
    """Return the texts of a folder by their names."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
