"""What a parsed meeting keeps, whatever text it was made of; each promise is one function.

A promise takes the text that was parsed and the record of it, and yields what breaks it. The tests
of the corpus, the property tests and the fuzzers hold records to the same promises.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from minutesparse.records import Clause, Contribution, Meeting, Record, Spanned

Promise = Callable[[str, Meeting], Iterator[str]]


def the_text_is_the_source(text: str, meeting: Meeting) -> Iterator[str]:
    """The record carries the text, but for lone surrogates, which no encoding can."""
    if meeting.text != re.sub("[\ud800-\udfff]", "\ufffd", text):
        yield "the text of the record is not the text that was parsed"


def records_quote_what_they_stand_on(_: str, meeting: Meeting) -> Iterator[str]:
    """Spans lie in the text, and a record's words are those at its span."""
    for one in everything(meeting):
        if not 0 <= one.span.start <= one.span.end <= len(meeting.text):
            yield f"a span lies outside the text: {one!r}"
    for record in leaves(meeting):
        quote = meeting.quote(record)
        if not quote.strip():
            yield f"a record stands on nothing: {record!r}"
        if getattr(record, "text", quote) != quote:
            yield f"a record's words are not those at its place: {record!r}"


def children_lie_inside_their_parents(_: str, meeting: Meeting) -> Iterator[str]:
    """Every record lies inside the one that holds it, answers excepted."""
    for parent, child in family(meeting):
        if child.span.start < parent.span.start or parent.span.end < child.span.end:
            yield f"{child!r} is not inside {parent!r}"


def nothing_is_lost(_: str, meeting: Meeting) -> Iterator[str]:
    """Every character that is not blank lies in a record below the items, or in the residue."""
    covered = bytearray(len(meeting.text))
    # An item and the meeting are frames; what stands in them must lie in a record of its own.
    standing: list[Spanned] = [*leaves(meeting), *meeting.unparsed]
    for one in standing:
        covered[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    lost = (at for at, seen in enumerate(covered) if not seen and not meeting.text[at].isspace())
    for place in itertools.islice(lost, 1):
        yield f"lost from {place} on: {meeting.text[place : place + 80]!r}"


def nothing_is_left_twice(_: str, meeting: Meeting) -> Iterator[str]:
    """No two stretches of the residue overlap."""
    standing = sorted((one.span.start, one.span.end) for one in meeting.unparsed)
    for one, two in itertools.pairwise(standing):
        if one[1] > two[0]:
            yield f"left twice: {one} and {two}"


def speakers_are_named_where_they_say(_: str, meeting: Meeting) -> Iterator[str]:
    """The place of a speaker's name holds the letters of the label."""
    for one in meeting.contributions:
        if one.speaker is not None and one.speaker.mention is not None:
            span = one.speaker.mention
            named = meeting.text[span.start : span.end]
            if _letters(named) != _letters(one.speaker.label):
                yield f"{one.speaker.label!r} is not named by {named!r}"


def identifiers_are_unique(_: str, meeting: Meeting) -> Iterator[str]:
    """No two records of a kind have one identifier."""
    for kind in (meeting.people, list(meeting.contributions), list(meeting.statistics)):
        names = [one.id for one in kind]
        if len(set(names)) < len(names):
            yield f"an identifier stands twice in {names}"


def links_lead_somewhere(_: str, meeting: Meeting) -> Iterator[str]:
    """What a record points at is there."""
    people = {person.id for person in meeting.people} | {None}
    said = {one.id for one in meeting.contributions} | {None}
    figures = {one.id for one in meeting.statistics}
    votes = {vote.id for vote in meeting.votes} | {None}
    for one in meeting.contributions:
        if one.speaker is not None and one.speaker.person not in people:
            yield f"no such person: {one.speaker!r}"
        if one.supplementary_to not in said:
            yield f"no such question: {one!r}"
    for figure in meeting.statistics:
        if figure.contribution not in said:
            yield f"no such contribution: {figure!r}"
        if figure.comparison is not None and figure.comparison.statistic not in figures:
            yield f"no such figure: {figure!r}"
    for resolution in meeting.resolutions:
        if resolution.vote not in votes:
            yield f"no such vote: {resolution!r}"
        if not all(clause.text.strip() for clause in clauses_in(resolution.clauses)):
            yield f"a clause without words: {resolution!r}"


def a_record_survives_its_json(_: str, meeting: Meeting) -> Iterator[str]:
    """What is read back from the JSON is the same record."""
    if Meeting.model_validate_json(meeting.model_dump_json()) != meeting:
        yield "the JSON gives another record"


PROMISES: tuple[Promise, ...] = (
    the_text_is_the_source,
    records_quote_what_they_stand_on,
    children_lie_inside_their_parents,
    nothing_is_lost,
    nothing_is_left_twice,
    speakers_are_named_where_they_say,
    identifiers_are_unique,
    links_lead_somewhere,
    a_record_survives_its_json,
)


def broken(text: str, meeting: Meeting) -> list[str]:
    """Return what breaks a promise, with the promise's name."""
    return [
        f"{promise.__name__}: {fault}" for promise in PROMISES for fault in promise(text, meeting)
    ]


def leaves(meeting: Meeting) -> Iterator[Record]:
    """Yield every record but the meeting, its items and its people."""
    yield from meeting.attendance
    for item in meeting.items:
        yield from said_in(item.contributions)
        fields = (item.statistics, item.motions, item.votes, item.resolutions)
        more = (item.declarations, item.actions, item.documents)
        for records in (*fields, *more):
            yield from records
    for resolution in meeting.resolutions:
        yield from clauses_in(resolution.clauses)


def everything(meeting: Meeting) -> Iterator[Spanned]:
    """Yield whatever has a span."""
    yield meeting
    yield from meeting.items
    yield from leaves(meeting)
    yield from meeting.people
    yield from meeting.issues
    yield from meeting.unparsed


def family(meeting: Meeting) -> Iterator[tuple[Spanned, Spanned]]:
    """Yield every parent with each of its children, answers excepted."""
    yield from ((meeting, one) for one in everything(meeting))
    for item in meeting.items:
        inner = (item.statistics, item.motions, item.votes, item.resolutions, item.documents)
        for records in (*inner, item.contributions, item.declarations, item.actions):
            yield from ((item, one) for one in records)
    for resolution in meeting.resolutions:
        yield from clause_pairs(resolution, resolution.clauses)


def clause_pairs(parent: Spanned, clauses: Iterable[Clause]) -> Iterator[tuple[Spanned, Spanned]]:
    """Yield every clause with what it stands under."""
    for clause in clauses:
        yield parent, clause
        yield from clause_pairs(clause, clause.clauses)


def said_in(contributions: Iterable[Contribution]) -> Iterator[Contribution]:
    """Yield contributions, each before its answers."""
    for one in contributions:
        yield one
        yield from said_in(one.answers)


def clauses_in(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Yield clauses, each before those under it."""
    for clause in clauses:
        yield clause
        yield from clauses_in(clause.clauses)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
