"""An archive with what its documents do not say themselves: who is on the roster, and which day.

The records stay what the minutes state; only the rows of the tables are filled in, and say so.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minutesparse.across.dates import Dates, date_of
from minutesparse.across.matching import Match
from minutesparse.across.people import Resolver, as_mappings
from minutesparse.across.roster import Roster
from minutesparse.export.archive import Archive, Entry
from minutesparse.export.rows import Row, Rows, Value
from minutesparse.export.tables import MEETINGS, PEOPLE, Table
from minutesparse.lexicons import Lexicon, default_lexicon


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that may be several councillors'.

    Attributes:
        uri: Place of the document.
        date: Day of the meeting, ``YYYY-MM-DD``.
        name: The name as written.
        candidates: The councillors' names.
    """

    uri: str
    date: str | None
    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of a roster and of a list of dates.

    Attributes:
        matches: People of meetings by kind of match; ``none`` for those whom the roster has not.
        ambiguous: Names that may be several councillors'.
        dated: Meetings that have their day from the list.
        undated: Meetings that have none.
        contradicted: Documents whose minutes state another day than the list; theirs counts.
    """

    matches: Mapping[str, int]
    ambiguous: tuple[Ambiguous, ...]
    dated: int
    undated: int
    contradicted: tuple[str, ...]


class Informed:
    """An archive that knows a roster and dates.

    Args:
        archive: The documents.
        roster: The councillors, if there is a roster.
        dates: Days of meetings by the places of their documents.
        lexicon: The words that the rules know; the package's own by default.
    """

    def __init__(
        self,
        archive: Archive,
        roster: Roster | None = None,
        dates: Dates | None = None,
        *,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._archive = archive
        self._roster = roster or Roster(())
        self._dates = dates or {}
        self._resolver = Resolver(self._roster, lexicon or default_lexicon())
        own = self._resolver.survey(self._dated_rows()) if roster else frozenset()
        told = json.dumps([self._roster.rows(), sorted(own)], ensure_ascii=False)
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._mark = f" roster {digest}" if roster else ""

    def entries(self) -> Iterator[Entry]:
        """Yield the documents in the order of their uris."""
        for entry in self._archive.entries():
            day = date_of(entry.uri, self._dates)
            yield replace(entry, mark=f"{entry.mark}{f' {day}' if day else ''}{self._mark}")

    def meetings(self, entry: Entry) -> list[str]:
        """Return the meetings of a document as its minutes state them, each as JSON."""
        return self._archive.meetings(entry)

    def roster(self) -> Rows:
        """Return the rows of the roster."""
        return self._roster.rows()

    def rows(self, entry: Entry) -> Rows:
        """Return the rows of a document, with days and councillors filled in."""
        rows = self._dated(entry)
        matches = self._resolver.resolve(rows)
        return {**rows, PEOPLE.name: [_resolved(row, matches) for row in rows[PEOPLE.name]]}

    def standing(self) -> Standing:
        """Return what came of the roster and the dates."""
        kinds: Counter[str] = Counter()
        ambiguous: list[Ambiguous] = []
        days: Counter[str | None] = Counter()
        contradicted: list[str] = []
        names = {one.key: one.name for one in self._roster.councillors}
        for entry in self._archive.entries():
            rows = self.rows(entry)
            meetings = {row["id"]: row for row in as_mappings(MEETINGS, rows)}
            days.update(row["dated_by"] for row in meetings.values())
            if _contradicts(date_of(entry.uri, self._dates), meetings):
                contradicted.append(entry.uri)
            for person in as_mappings(PEOPLE, rows):
                kinds[person["councillor_match"] or "none"] += 1
            for meeting, name, keys in dict.fromkeys(self._ambiguous(rows)):
                may_be = tuple(names[key] for key in keys)
                ambiguous.append(Ambiguous(entry.uri, meetings[meeting]["date"], name, may_be))
        return Standing(kinds, tuple(ambiguous), days["list"], days[None], tuple(contradicted))

    def _ambiguous(self, rows: Rows) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield meeting, name and candidates of whoever may be several councillors."""
        for person in as_mappings(PEOPLE, rows):
            if person["candidates"]:
                yield person["meeting"], person["name"], tuple(person["candidates"])
        for meeting, label, found in self._resolver.shared(rows):
            yield meeting, label, found.councillors

    def _dated_rows(self) -> Iterator[Rows]:
        for entry in self._archive.entries():
            yield self._dated(entry)

    def _dated(self, entry: Entry) -> Rows:
        """Return the rows of a document; the day goes to its meeting if that has none."""
        rows = self._archive.rows(entry)
        day = date_of(entry.uri, self._dates)
        meetings = rows[MEETINGS.name]
        if day is None or len(meetings) != 1:
            return rows
        [row] = meetings
        if _value(MEETINGS, row, "date") is not None:
            return rows
        dated = _with(MEETINGS, row, {"date": day.isoformat(), "dated_by": "list"})
        return {**rows, MEETINGS.name: [dated]}


def _contradicts(day: datetime.date | None, meetings: Mapping[str, Mapping[str, object]]) -> bool:
    """Tell whether a list gives a document another day than its only meeting states."""
    stated = [row["date"] for row in meetings.values()]
    return day is not None and len(stated) == 1 and stated[0] != day.isoformat()


def _resolved(row: Row, matches: Mapping[str, Match]) -> Row:
    found = matches.get(str(row[0]), Match())
    several = found.kind == "ambiguous"
    given: dict[str, Value] = {
        "councillor": None if several or not found.councillors else found.councillors[0],
        "councillor_match": found.kind,
        "candidates": list(found.councillors) if several else [],
    }
    return _with(PEOPLE, row, given)


def _with(table: Table, row: Row, given: Mapping[str, Value]) -> Row:
    """Return a row with some of its values replaced."""
    return tuple(given.get(name, value) for name, value in zip(table.names(), row, strict=True))


def _value(table: Table, row: Row, name: str) -> Value:
    return row[table.names().index(name)]
