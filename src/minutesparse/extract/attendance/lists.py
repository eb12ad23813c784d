"""Lists of names: who is named, and what stands beside each name.

A list is read segment by segment. A segment is a head count, a name, an office, a body, an aside
about the name before it, or the end of the list: a verb that begins to tell what somebody did.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.attendance.beside import BesideReader
from minutesparse.extract.attendance.draft import Draft, Listing
from minutesparse.extract.attendance.holders import with_whole_offices
from minutesparse.extract.attendance.initials_behind import with_initials_behind
from minutesparse.extract.attendance.kinds import is_common, is_crowd
from minutesparse.extract.attendance.person import PersonReader
from minutesparse.extract.attendance.plural_offices import with_shared_offices
from minutesparse.extract.attendance.segments import ALSO, BREAK, Segment, split_segments
from minutesparse.extract.attendance.spot import Spot
from minutesparse.extract.attendance.words import AttendanceWords

_LEAST_TRAILING = 3
_LEAST_BEFORE = 2  # names before a head count behind which guests follow

__all__ = ["Listing", "holds_name", "read_list"]


def read_list(
    text: str,
    offset: int,
    words: AttendanceWords,
    *,
    bare: bool = False,
    shared: bool = False,
    described: bool = False,
) -> Listing:
    """Return the names of a list.

    Args:
        text: One or more lines, or the part of a sentence, that lists names.
        offset: Where it stands in the normalised text.
        words: Titles, offices and the like.
        bare: Whether a single word without a title is a name here.
        shared: Whether a title before the text is shared by its names.
        described: Whether the lists above held one name a line and behind its comma an office or
            a body.
    """
    segments, held = with_whole_offices(split_segments(text, words), words)
    draft = Draft(text, offset, words, shared=shared)
    person = PersonReader(
        draft,
        words,
        bare=bare or _all_single(segments, words),
        grouped=sum(segment.mark == ";" for segment in segments) > 1
        or _described(segments, words, known=described),
        trailing=_offices_behind(segments, words),
    )
    beside = BesideReader(draft, words, person, held=held)
    for index in range(len(segments)):
        _read(Spot(segments, index, words), draft, person, beside, words)
        if draft.stopped:
            break
    listing = draft.listing()
    entries = with_shared_offices(listing.entries, text, offset, words)
    return listing._replace(entries=with_initials_behind(entries, text, offset))


def holds_name(line: str, words: AttendanceWords) -> bool:
    """Tell whether a bracket of a line holds a name: "Director Roads (Ms C Orr)"."""
    segments = split_segments(line, words)
    spots = (Spot(segments, place, words) for place in range(len(segments)))
    return any(spot.name_in_bracket() is not None for spot in spots)


def _read(
    spot: Spot, draft: Draft, person: PersonReader, beside: BesideReader, words: AttendanceWords
) -> None:
    """Take one segment: the first reading that fits goes."""
    if spot.mark in (";", BREAK, "."):
        draft.extends = False
    if spot.mark in (BREAK, "."):
        draft.new_group()
    draft.guests = spot.mark == ALSO or (draft.guests and spot.mark != BREAK)
    if is_crowd(spot.tokens, words):
        draft.open, draft.pending = False, None
        draft.guests = len(draft.entries) >= _LEAST_BEFORE
        return
    if spot.start:
        draft.shared, draft.pending = True, None
    if spot.start == len(spot.tokens):
        return
    readings = (
        beside.holder,
        person.post_nominals,
        person.initials,
        person.stand_in,
        person.half_of_name,
        person.name,
        beside.office,
        beside.aside,
        beside.inner_name,
        beside.more_office,
        beside.body,
        beside.unread,
    )
    next(reading for reading in readings if reading(spot))


def _described(segments: Sequence[Segment], words: AttendanceWords, *, known: bool) -> bool:
    """Tell whether each line is one name, with its office or body behind a comma."""
    starts = [place for place, one in enumerate(segments) if one.mark == BREAK]
    told = named = commas = 0
    for place in starts:
        spot = Spot(segments, place, words)
        if spot.name() is None:
            return False
        following = spot.following()
        if following is not None and following.mark == ",":
            commas += 1
            told += _describes(following)
            named += following.reader.title_end(0) > 0
    if known and sum(one.mark == "," for one in segments) <= len(starts):
        return not named
    return len(starts) > 1 and told > 1 and told * 2 >= commas


def _offices_behind(segments: Sequence[Segment], words: AttendanceWords) -> bool:
    """Tell whether names run on behind offices: "A Orr, Clerk B Hay, Engineer C Dar, Planner"."""
    spots = [Spot(segments, place, words) for place in range(len(segments))]
    if len(spots) < _LEAST_TRAILING or not _office_alone(spots[-1]):
        return False
    first = spots[0].name()
    commas = sum(spot.mark == "," and _behind_office(spot) for spot in spots)
    dashes = sum(spot.mark == "-" and _behind_office(spot) for spot in spots)
    return first is not None and first.office is None and (commas > 1 or dashes > 0)


def _office_alone(spot: Spot) -> bool:
    return spot.name() is None and spot.reader.is_office(0)


def _behind_office(spot: Spot) -> bool:
    name = spot.name()
    return name is not None and name.office is not None and not name.titled


def _describes(spot: Spot) -> bool:
    """Tell whether what stands behind a comma is an office or a body, and no name."""
    return spot.reader.is_office(0) or spot.reader.is_body(0)


def _all_single(segments: Sequence[Segment], words: AttendanceWords) -> bool:
    """Tell whether every segment is one capital word: a list of surnames or first names."""
    parts = [
        [token for token in segment.tokens if token.word]
        for segment in segments
        if not is_crowd(segment.tokens, words)
    ]
    return len(parts) > 1 and all(
        len(tokens) == 1 and tokens[0].capital and not is_common(tokens[0], words)
        for tokens in parts
    )
