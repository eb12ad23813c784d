"""A meeting's text cut into stretches: what becomes an element of its own, and what lies between.

Records may lie in one another (a vote in a decision) and, rarely, across each other. The outermost
become elements, those within become inline elements, and one that lies across another is told of
in the metadata.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from minutesparse.records import (
    Action,
    Attendance,
    Contribution,
    Declaration,
    Document,
    Meeting,
    Motion,
    Record,
    Residue,
    Resolution,
    Speaker,
    Statistic,
    VoteEvent,
)

# Of two records with the same words the first becomes the element, and the other lies in it.
_OUTERMOST_FIRST: tuple[type, ...] = (
    Resolution,
    Contribution,
    Motion,
    VoteEvent,
    Declaration,
    Attendance,
    Action,
    Document,
    Statistic,
)
_RANKS = {kind: rank for rank, kind in enumerate(_OUTERMOST_FIRST)}
_INNERMOST = len(_RANKS)

# What may hold, as an element of its own, what was said and decided in the same breath.
_SECTIONS = (Motion, VoteEvent, Declaration, Action)
_PARTS = (Contribution, Resolution)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text.

    Attributes:
        start: Its first code point.
        end: The code point after its last.
        of: What it is: a record, somebody's name, unparsed text, or None for a gap.
    """

    start: int
    end: int
    of: Record | Speaker | Residue | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """The records of a meeting, by what becomes of them.

    Attributes:
        blocks: Records that become elements; they follow each other.
        within: Records that become elements within one of those, by its start.
        inner: Records and names that may lie in the words of an element, the outer ones first.
        unparsed: Text that lies in no record, in its order.
    """

    blocks: tuple[Stretch, ...]
    within: Mapping[int, tuple[Stretch, ...]]
    inner: tuple[Stretch, ...]
    unparsed: tuple[Stretch, ...]


def cut(meeting: Meeting) -> Cut:
    """Return a meeting's records as blocks and what may lie in them."""
    blocks: list[Stretch] = []
    within = defaultdict[int, list[Stretch]](list)
    inner = list(_names(meeting))
    for stretch in sorted(map(_stretch, _told(meeting)), key=_outermost_first):
        outer = blocks[-1] if blocks and stretch.start < blocks[-1].end else None
        if outer is None and not isinstance(stretch.of, Statistic):
            blocks.append(stretch)
        elif outer and _holds(outer, stretch, within[outer.start]):
            within[outer.start].append(stretch)
        else:
            inner.append(stretch)
            if isinstance(stretch.of, Resolution):
                inner += map(_stretch, stretch.of.every_clause)
    rest = (Stretch(one.span.start, one.span.end, one) for one in meeting.unparsed)
    return Cut(
        tuple(blocks),
        {start: tuple(found) for start, found in within.items()},
        tuple(sorted(inner, key=_outermost_first)),
        tuple(sorted(rest, key=_start)),
    )


def _holds(outer: Stretch, stretch: Stretch, before: Sequence[Stretch]) -> bool:
    """Tell whether a record is an element within another, and not a part of its words."""
    return (
        isinstance(outer.of, _SECTIONS)
        and isinstance(stretch.of, _PARTS)
        and stretch.end <= outer.end
        and (not before or before[-1].end <= stretch.start)
    )


def sections(meeting: Meeting) -> Iterator[Stretch]:
    """Yield the items and the stretches before, between and behind them, which cover the text."""
    cursor = 0
    for item in sorted(meeting.items, key=lambda item: item.span.start):
        if item.span.start > cursor:
            yield Stretch(cursor, item.span.start)
        start = max(cursor, item.span.start)
        cursor = max(start, item.span.end)
        yield Stretch(start, cursor, item)
    if cursor < len(meeting.text):
        yield Stretch(cursor, len(meeting.text))


def gaps(start: int, end: int, parts: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield parts of a stretch and, in their places, the gaps before, between and behind them."""
    cursor = start
    for part in parts:
        if part.start > cursor:
            yield Stretch(cursor, part.start)
        if part.end > cursor:
            yield Stretch(max(cursor, part.start), part.end, part.of)
            cursor = part.end
    if cursor < end:
        yield Stretch(cursor, end)


def overlapping(stretches: tuple[Stretch, ...], start: int, end: int) -> Iterator[Stretch]:
    """Yield what stretches that follow each other have within a place."""
    for place in range(bisect_right(stretches, start, key=_end), len(stretches)):
        one = stretches[place]
        if one.start >= end:
            return
        yield Stretch(max(start, one.start), min(end, one.end), one.of)


def slice_of(stretches: tuple[Stretch, ...], start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretches of a sorted tuple that lie within a place."""
    for place in range(bisect_left(stretches, start, key=_start), len(stretches)):
        if stretches[place].start >= end:
            return
        if stretches[place].end <= end:
            yield stretches[place]


def grouped(stretches: Iterable[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """Yield stretches alone, but from the first to the last of a list of attendance together."""
    run: list[Stretch] = []
    after: list[Stretch] = []
    for stretch in stretches:
        if isinstance(stretch.of, Attendance):
            run += [*after, stretch]
            after = []
        elif run and (stretch.of is None or isinstance(stretch.of, Residue)):
            after.append(stretch)
        else:
            yield from _ended(run, after)
            run, after = [], []
            yield (stretch,)
    yield from _ended(run, after)


def _ended(run: list[Stretch], after: list[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    if run:
        yield tuple(run)
    yield from ((one,) for one in after)


def _told(meeting: Meeting) -> Iterator[Record]:
    """Yield every record that stands somewhere, apart from items, clauses and persons."""
    return chain(
        meeting.attendance,
        meeting.contributions,
        meeting.statistics,
        meeting.motions,
        meeting.votes,
        meeting.resolutions,
        meeting.declarations,
        meeting.actions,
        meeting.documents,
    )


def _start(stretch: Stretch) -> int:
    return stretch.start


def _end(stretch: Stretch) -> int:
    return stretch.end


def _stretch(record: Record) -> Stretch:
    return Stretch(record.span.start, record.span.end, record)


def _names(meeting: Meeting) -> set[Stretch]:
    """Return where speakers, movers and seconders are named."""
    speakers = chain(
        (said.speaker for said in meeting.contributions),
        *((one.mover, one.seconder) for one in meeting.motions),
        *((one.mover, one.seconder) for one in meeting.resolutions),
    )
    places = {(one.mention.start, one.mention.end): one for one in speakers if one and one.mention}
    return {Stretch(start, end, speaker) for (start, end), speaker in places.items()}


def _outermost_first(stretch: Stretch) -> tuple[int, int, int]:
    rank = _RANKS.get(type(stretch.of), _INNERMOST)
    return stretch.start, -stretch.end, rank
