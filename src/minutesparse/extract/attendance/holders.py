"""Offices with their holders in brackets: "Director, Roads and Water (Mr K Lane), Clerk (J Bell)".

The offices may hold commas of their own, so such a list is parted behind its brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.attendance.segments import Segment
from minutesparse.extract.attendance.spot import Spot
from minutesparse.extract.attendance.words import AttendanceWords

_FEWEST = 2
_WITHIN = frozenset({",", "and"})
_LEAST_SHARE = 0.6


def with_whole_offices(
    segments: Sequence[Segment], words: AttendanceWords
) -> tuple[list[Segment], bool]:
    """Return a list's segments, and whether it names offices with holders in brackets behind.

    Where it does, the parts of an office before a bracket are one segment.
    """
    held = [
        spot
        for place in range(len(segments))
        if (spot := Spot(segments, place, words)).name_in_bracket() is not None
    ]
    offices = sum(_ends_office(spot) for spot in held)
    if offices < _FEWEST or offices < _LEAST_SHARE * len(held):
        return list(segments), False
    return _joined(segments, words), True


def _ends_office(spot: Spot) -> bool:
    """Tell whether a segment before a bracket is an office or its end, and nobody's name."""
    if spot.reader.opens_title(0):
        return False
    return spot.reader.is_office(0) or spot.name() is None


def _joined(segments: Sequence[Segment], words: AttendanceWords) -> list[Segment]:
    """Join the segments from an office on up to the bracket that names its holder."""
    out: list[Segment] = []
    begun: int | None = None  # place in the new list of the office that is open
    for place, segment in enumerate(segments):
        spot = Spot(segments, place, words)
        if begun is not None and segment.mark in _WITHIN and not _is_person(spot, words):
            out.append(segment)
            if segment.asides:
                out[begun:] = _one(out[begun:], closed=spot.name_in_bracket() is not None)
                begun = None
            continue
        out.append(segment)
        opens = not segment.asides and spot.reader.is_office(0) and not _is_person(spot, words)
        begun = len(out) - 1 if opens else None
    return out


def _one(parts: Sequence[Segment], *, closed: bool) -> list[Segment]:
    """Return the parts of an office as one, if a holder's name closes them."""
    if not closed:
        return list(parts)
    tokens = tuple(token for part in parts for token in part.tokens)
    return [Segment(parts[0].mark, tokens, parts[-1].asides)]


def _is_person(spot: Spot, words: AttendanceWords) -> bool:
    """Tell whether a segment is somebody's name, by a title, an initial or a first name."""
    name = spot.name()
    if name is None:
        return False
    first = spot.tokens[name.start]
    return name.titled or len(first.text) == 1 or first.lower in words.names.given_names
