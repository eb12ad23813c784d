"""The measures: each compares one kind of record of a meeting with the gold.

A family yields the tallies of measures that share their pairs. ``FAMILIES`` is the whole list;
``MEASURES`` names what they yield, in the order in which figures are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from minutesparse.evaluate.align import FoundT, pair
from minutesparse.evaluate.case import Case, Detail, Said, all_said, told
from minutesparse.evaluate.compare import (
    likeness,
    number,
    same_attendee,
    same_detail,
    same_speaker,
    same_words,
)
from minutesparse.evaluate.gold import Mark
from minutesparse.evaluate.tally import Tally, tally
from minutesparse.records import (
    Resolution,
    Statistic,
    VoteEvent,
)

MEASURES = (
    "meeting",
    "attendance",
    "items",
    "contributions",
    "kinds",
    "speakers",
    "replies",
    "attributed",
    "statistics",
    "subjects",
    "resolutions",
    "clauses",
    "movers",
    "votes",
    "declarations",
    "actions",
    "documents",
)
_DETAILS = ("council", "body", "date", "start_time", "end_time", "venue")
_COUNTS = {"for": "in_favour", "against": "against", "abstain": "abstained"}

Tallies = Iterator[tuple[str, Tally]]


def score_front(case: Case) -> Tallies:
    """Score what the document says of the meeting as a whole."""
    right = _details(case.gold.root.get)
    found = _details(lambda key: getattr(case.meeting, key))
    hits = [
        (detail, other)
        for detail in right
        for other in found
        if detail.key == other.key and same_detail(detail.value, other.value)
    ]
    yield "meeting", tally(case.gold.name, right, found, hits, _detail_label)


def score_attendance(case: Case) -> Tallies:
    """Score who was there; a name must be right, and in what way they attended."""
    right, found = case.gold.tagged("attendee"), case.meeting.attendance
    pairs = pair(right, found, lambda mark, other: case.ruler.overlap(mark, other) + 0.01, 0.01)
    hits = [
        (mark, record)
        for mark, record in pairs
        if same_attendee(mark.get("name"), record.name) and mark.get("status") == record.status
    ]
    yield "attendance", case.tally(right, found, hits, "status", "name")


def _same_title(one: str | None, other: str | None) -> bool:
    """Tell whether two titles are nearly one, or both are lost."""
    return likeness(one, other) >= 0.8 or not (one or other)


def score_items(case: Case) -> Tallies:
    """Score the agenda items; number and title must be right, or rightly missing."""
    right, found = case.gold.tagged("item"), case.meeting.items
    hits = [
        (mark, record)
        for mark, record in case.near(right, found, 0.5)
        if same_words(mark.get("number"), record.number)
        and _same_title(mark.get("title"), record.title)
    ]
    yield "items", case.tally(right, found, hits, "number", "title")


def score_contributions(case: Case) -> Tallies:
    """Score what was said: found at all, its kind, its speaker, what it replies to, and all."""
    right = case.gold.tagged("c")
    found = [said for item in case.meeting.items for said in all_said(item.contributions)]
    pairs = case.near(right, found, 0.5)
    yield "contributions", case.tally(right, found, pairs)

    tests: tuple[tuple[str, str, Callable[[Mark, Said], bool]], ...] = (
        ("kinds", "kind", lambda mark, said: mark.get("kind") == said.record.kind),
        ("speakers", "speaker", _same_voice),
        ("replies", "kind", _reply_test(right, pairs)),
    )
    for measure, field, test in tests:
        hits = [both for both in pairs if test(*both)]
        yield measure, case.tally(*_columns(pairs), hits, field)
    hits = [both for both in pairs if all(test(*both) for _, _, test in tests)]
    yield "attributed", case.tally(right, found, hits, "kind", "speaker")


def same_statistics(case: Case) -> list[tuple[Mark, Statistic]]:
    """Pair the marked figures with the found ones of the same value and unit."""

    def worth(mark: Mark, record: Statistic) -> float:
        return case.ruler.overlap(mark, record) if _same_quantity(mark, record) else 0.0

    return pair(case.gold.tagged("stat"), case.records("statistics"), worth, 0.2)


def score_statistics(case: Case) -> Tallies:
    """Score the figures by value and unit, and of those found what they count."""
    right, found = case.gold.tagged("stat"), case.records("statistics")
    pairs = same_statistics(case)
    yield "statistics", case.tally(right, found, pairs, "value", "low", "high", "unit")
    with_subject = [(mark, record) for mark, record in pairs if mark.get("subject")]
    hits = [
        (mark, record)
        for mark, record in with_subject
        if likeness(mark.get("subject"), record.subject) >= 0.5
    ]
    yield "subjects", case.tally(*_columns(with_subject), hits, "subject")


def score_resolutions(case: Case) -> Tallies:
    """Score the decisions with their verb, their clauses, and who moved them."""
    right, found = case.gold.tagged("resolution"), case.records("resolutions")
    pairs: list[tuple[Mark, Resolution]] = case.near(right, found, 0.3)
    hits = [both for both in pairs if both[0].get("verb") == both[1].verb]
    yield "resolutions", case.tally(right, found, hits, "verb")
    yield "clauses", _clauses(case, found)
    yield "movers", _movers(case, pairs)


def score_votes(case: Case) -> Tallies:
    """Score the votes; every count that is stated must be right, and none invented."""
    right, found = case.gold.tagged("vote"), case.records("votes")
    hits = [both for both in case.near(right, found, 0.01) if _same_vote(*both)]
    yield "votes", case.tally(right, found, hits)


def score_declarations(case: Case) -> Tallies:
    """Score the declarations of interest and who made them."""
    yield "declarations", _owned(case, "declaration", "name")


def score_actions(case: Case) -> Tallies:
    """Score the actions and whose they are."""
    yield "actions", _owned(case, "action", "owner")


def score_documents(case: Case) -> Tallies:
    """Score the names of the listed documents."""
    right, found = case.gold.tagged("document"), case.records("documents")
    yield "documents", case.tally(right, found, case.near(right, found, 0.5))


FAMILIES: tuple[Callable[[Case], Tallies], ...] = (
    score_front,
    score_attendance,
    score_items,
    score_contributions,
    score_statistics,
    score_resolutions,
    score_votes,
    score_declarations,
    score_actions,
    score_documents,
)


def score_case(case: Case) -> Mapping[str, Tally]:
    """Return every measure's tally of one document, in the order of ``MEASURES``."""
    found = dict(both for family in FAMILIES for both in family(case))
    return {measure: found[measure] for measure in MEASURES}


def _detail_label(one: object) -> str:
    return f"{told(one, 'key')}={told(one, 'value')}"


def _details(get: Callable[[str], object]) -> list[Detail]:
    return [Detail(key, str(value)) for key in _DETAILS if (value := get(key))]


def _same_voice(mark: Mark, said: Said) -> bool:
    return same_speaker(mark.get("speaker"), told(said, "speaker"))


def _reply_test(
    right: Sequence[Mark], pairs: Sequence[tuple[Mark, Said]]
) -> Callable[[Mark, Said], bool]:
    """Return the test of whether a contribution replies to what it should reply to."""
    places = {mark.get("id"): mark for mark in right}
    matched = {id(mark): said.record for mark, said in pairs}

    def answered(mark: Mark, said: Said) -> bool:
        if not mark.get("to"):
            return said.parent is None
        target = matched.get(id(places.get(mark.get("to"))))
        return target is not None and said.parent is not None and target.id == said.parent.id

    return answered


def _same_quantity(mark: Mark, record: Statistic) -> bool:
    return same_words(mark.get("unit"), record.unit) and all(
        number(mark.get(field)) == number(getattr(record, field))
        for field in ("value", "low", "high")
    )


def _clauses(case: Case, resolutions: Sequence[Resolution]) -> Tally:
    right = case.gold.tagged("clause")
    found = [clause for record in resolutions for clause in record.every_clause]
    hits = [
        (mark, clause)
        for mark, clause in case.near(right, found, 0.8)
        if same_words(mark.get("number"), clause.number)
    ]
    return case.tally(right, found, hits, "number")


def _movers(case: Case, pairs: Sequence[tuple[Mark, Resolution]]) -> Tally:
    """Count the decisions, among those found, whose mover and seconder are right."""
    roles = ("mover", "seconder")
    moved = [
        (mark, record)
        for mark, record in pairs
        if any(mark.get(role) or getattr(record, role) for role in roles)
    ]
    hits = [
        (mark, record)
        for mark, record in moved
        if all(same_speaker(mark.get(role), told(record, role)) for role in roles)
    ]
    return case.tally(*_columns(moved), hits, *roles)


def _same_vote(mark: Mark, vote: VoteEvent) -> bool:
    counts = all(
        number(mark.get(side)) == number(getattr(vote, field)) for side, field in _COUNTS.items()
    )
    return counts and (mark.get("unanimous") == "true") == vote.unanimous


def _owned(case: Case, tag: str, owner: str) -> Tally:
    right, found = case.gold.tagged(tag), case.records(f"{tag}s")
    hits = [
        (mark, record)
        for mark, record in case.near(right, found, 0.5)
        if same_speaker(mark.get(owner), told(record, owner))
    ]
    return case.tally(right, found, hits, owner)


def _columns(
    pairs: Sequence[tuple[Mark, FoundT]],
) -> tuple[Sequence[Mark], Sequence[FoundT]]:
    return [mark for mark, _ in pairs], [record for _, record in pairs]
