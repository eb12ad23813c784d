"""A meeting as rows of the tables, in a plain form that every export can take.

In the plain form a value is a string, an integer, a boolean, a list of strings or None: dates are
``YYYY-MM-DD`` and decimal numbers are strings, so that no digit is lost and JSON can hold a row.
"""

from __future__ import annotations

import datetime
import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any, cast

from minutesparse.export import tables
from minutesparse.export.passages import passages, sentence_around
from minutesparse.export.tables import Column, Table
from minutesparse.records import (
    AgendaItem,
    Clause,
    Contribution,
    Issue,
    Meeting,
    Page,
    Resolution,
    Span,
    VoteEvent,
)

Value = str | int | bool | list[str] | None
Row = tuple[Value, ...]
Rows = dict[str, list[Row]]
"""The rows of one or more meetings by the name of their table; every table is there."""


def document_id(uri: str | None, sha256: str) -> str:
    """Return the key of a document: made of its place, or where it has none of its content.

    Args:
        uri: Path or address; the key stays while the content behind it changes.
        sha256: Digest of the content.
    """
    identity = f"uri:{uri}" if uri else f"sha256:{sha256}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def meeting_id(meeting: Meeting, number: int) -> str:
    """Return the key of the ``number``-th meeting of a document, counted from 1."""
    return f"{document_id(meeting.source.uri, meeting.source.sha256)}-{number}"


def rows_of(meetings: Iterable[Meeting]) -> Rows:
    """Return the rows of the meetings of one document, or of any meetings with a place each.

    Args:
        meetings: Meetings; those of one ``source.uri`` are numbered in their order.

    Returns:
        Rows in plain form for all of :data:`~minutesparse.export.tables.TABLES` and for
        :data:`~minutesparse.export.tables.PASSAGES`.
    """
    seen: Counter[str] = Counter()
    rows: Rows = {table.name: [] for table in (*tables.TABLES, tables.PASSAGES)}
    for meeting in meetings:
        document = document_id(meeting.source.uri, meeting.source.sha256)
        seen[document] += 1
        walk = _Walk(meeting, f"{document}-{seen[document]}", seen[document])
        for name, found in walk.rows().items():
            rows[name] += found
    return rows


class _Walk:
    """One walk over a meeting that collects its rows."""

    def __init__(self, meeting: Meeting, key: str, number: int) -> None:
        self._meeting = meeting
        self._key = key
        self._number = number
        self._pages = [page.start for page in meeting.source.pages]
        self._known = _identifiers(meeting)
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._item: dict[str, Value] = {}

    def rows(self) -> Rows:
        """Return the rows by table."""
        meeting = self._meeting
        document = self._key.rpartition("-")[0]
        self._add(
            tables.MEETINGS,
            meeting,
            id=self._key,
            document=document,
            number=self._number,
            pages=len(meeting.source.pages),
            dated_by="minutes" if meeting.date else None,
        )
        for person in meeting.people:
            self._add(tables.PEOPLE, person, candidates=[])
        for present in meeting.attendance:
            self._add(tables.ATTENDANCE, present)
        for item in meeting.items:
            self._add(tables.ITEMS, item)
            self._item = {"item": f"{self._key}-{item.id}"}
            self._add_item(item)
        self._item = {}
        for issue in meeting.issues:
            self._add(tables.ISSUES, issue)
        self._rows["passages"] = cast(list[Row], list(passages(meeting, self._key)))
        return self._rows

    def _add_item(self, item: AgendaItem) -> None:
        for said in item.contributions:
            self._add_contribution(said, None, said.id)
        for figure in item.statistics:
            self._add(tables.STATISTICS, figure, context=sentence_around(self._meeting, figure))
        for motion in item.motions:
            self._add(tables.MOTIONS, motion)
        for vote in item.votes:
            self._add(tables.VOTES, vote)
            self._add_ballots(vote)
        for resolution in item.resolutions:
            self._add(tables.RESOLUTIONS, resolution)
            self._add_clauses(resolution.clauses, resolution, None, 1)
        for table, found in (
            (tables.DECLARATIONS, item.declarations),
            (tables.ACTIONS, item.actions),
            (tables.DOCUMENTS, item.documents),
        ):
            for record in found:
                self._add(table, record)

    def _add_contribution(self, said: Contribution, before: str | None, first: str) -> None:
        before_key = f"{self._key}-{before}" if before else None
        known = {"reply_to": before_key, "exchange": f"{self._key}-{first}"}
        self._add(tables.CONTRIBUTIONS, said, **known)
        for reply in said.answers:
            self._add_contribution(reply, said.id, first)

    def _add_ballots(self, vote: VoteEvent) -> None:
        key = f"{self._key}-{vote.id}"
        for number, ballot in enumerate(vote.votes, 1):
            anchor = self._anchor(vote.span)
            anchor |= {"rule": vote.rule, "span_start": vote.span.start, "span_end": vote.span.end}
            self._add(tables.BALLOTS, ballot, id=f"{key}-{number}", vote=key, **anchor)

    def _add_clauses(
        self, clauses: Iterable[Clause], resolution: Resolution, parent: str | None, depth: int
    ) -> None:
        whole = f"{self._key}-{resolution.id}"
        for number, clause in enumerate(clauses, 1):
            key = f"{parent or whole}-{number}"
            known = {"resolution": whole, "parent": parent, "depth": depth}
            self._add(tables.CLAUSES, clause, id=key, **known)
            self._add_clauses(clause.clauses, resolution, key, depth + 1)

    def _add(self, table: Table, record: Any, **known: Value) -> None:
        """Add a record's row; what the caller knows comes before what the walk knows."""
        position = len(self._rows[table.name]) + 1
        values: dict[str, Value] = {
            "id": f"{self._key}-{getattr(record, 'id', _name_of(table, position))}",
            "meeting": self._key,
            "position": position,
            **self._item,
            **(self._anchor(record.span) if hasattr(record, "span") else {}),
            **known,
        }
        self._rows[table.name].append(
            tuple(
                self._value(read(record), column) if column.path else values.get(column.name)
                for column, read in _readers(table)
            )
        )

    def _anchor(self, span: Span) -> dict[str, Value]:
        page = bisect_right(self._pages, span.start) - 1
        numbers: tuple[Page, ...] = self._meeting.source.pages
        return {
            "page": numbers[page].number if page >= 0 else None,
            "quote": self._meeting.text[span.start : span.end],
        }

    def _value(self, value: Any, column: Column) -> Value:
        if column.refers and value is not None:
            return self._reference(value, column)
        return _plain(value)

    def _reference(self, value: str, column: Column) -> str | None:
        """Return the key that a record's id becomes, and mark one that leads nowhere."""
        if value in self._known:
            return f"{self._key}-{value}"
        issue = Issue(
            code="table.no_such_id",
            severity="error",
            span=Span(start=0, end=0),
            message=f"{column.name} names {value!r}, which no record of the meeting has.",
        )
        self._add(tables.ISSUES, issue)
        return None


def _identifiers(meeting: Meeting) -> frozenset[str]:
    """Return every id of a meeting's records."""
    groups: tuple[Iterable[Any], ...] = (
        meeting.people,
        meeting.contributions,
        meeting.statistics,
        meeting.motions,
        meeting.votes,
    )
    return frozenset(record.id for record in chain.from_iterable(groups))


def _name_of(table: Table, position: int) -> str:
    """Return the id of a record that has none of its own: its table and its place in it."""
    return f"{table.name.rstrip('s')}-{position}"


@cache
def _readers(table: Table) -> tuple[tuple[Column, Callable[[Any], Any]], ...]:
    return tuple((column, _reader(column.path)) for column in table.columns)


def _reader(path: str) -> Callable[[Any], Any]:
    """Return a function that follows a dotted path, as far as there is something."""
    names = path.split(".")

    def read(record: Any) -> Any:
        for name in names:
            record = None if record is None else getattr(record, name)
        return record

    return read


def _plain(value: Any) -> Value:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return list(value)
    return cast(Value, value)


def counts(rows: Mapping[str, list[Row]]) -> Iterator[tuple[str, int]]:
    """Yield the number of rows of every table of records."""
    return ((table.name, len(rows[table.name])) for table in tables.TABLES)
