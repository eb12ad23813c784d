"""What two parses of one document have not in common, type by type; spans do not count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from minutesparse.evaluate.compare import plain
from minutesparse.records import Clause, Contribution, Meeting, Speaker

Values = tuple[Any, ...]
_OPENING = 40  # characters by which a reply is known where its end is not


def differences(one: Meeting, other: Meeting, lost: frozenset[str] = frozenset()) -> Counter[str]:
    """Return how many records of each type are in one parse and not, field by field, in the other.

    Args:
        one: A parse of the document as it is.
        other: A parse of a rendering.
        lost: What the rendering has truly lost: ``item numbers``, ``paragraphs``.
    """
    counted: Counter[str] = Counter()
    for first, second in ((one, other), (other, one)):
        ours, theirs = _records(first, lost), _records(second, lost)
        for name, values in ours.items():
            counted[name] += (Counter(values) - Counter(theirs[name])).total()
    return counted


def _records(meeting: Meeting, lost: frozenset[str]) -> dict[str, list[Values]]:
    numbered = "item numbers" not in lost
    said = list(map(_said, meeting.contributions))
    return {
        "meeting": [(name, value) for name, value in _details(meeting) if value is not None],
        "attendance": [(plain(one.name), one.status, one.role) for one in meeting.attendance],
        "items": [(plain(one.title), one.number if numbered else None) for one in meeting.items],
        "contributions": list(_joined(said)) if "paragraphs" in lost else said,
        "replies": list(_replies(meeting.contributions, whole="paragraphs" not in lost)),
        "statistics": [
            (plain(one.text), one.value, one.low, one.high, one.unit, plain(one.subject))
            for one in meeting.statistics
        ],
        "motions": [(plain(one.text), one.kind, one.result) for one in meeting.motions],
        "votes": [(one.in_favour, one.against, one.abstained) for one in meeting.votes],
        "resolutions": [
            (plain(one.text), one.verb, _label(one.mover)) for one in meeting.resolutions
        ],
        "clauses": [value for one in meeting.resolutions for value in _clauses(one.clauses)],
        "declarations": [(plain(one.name), plain(one.text)) for one in meeting.declarations],
        "actions": [(plain(one.owner), plain(one.task)) for one in meeting.actions],
        "documents": [(plain(one.title),) for one in meeting.documents],
    }


def _details(meeting: Meeting) -> Iterator[tuple[str, Any]]:
    for name in ("council", "body", "date", "start_time", "end_time", "venue", "status"):
        value = getattr(meeting, name)
        yield name, plain(value) if isinstance(value, str) else value


def _label(speaker: Speaker | None) -> str | None:
    return None if speaker is None else plain(speaker.label)


def _said(one: Contribution) -> Values:
    inherited = one.speaker is not None and one.speaker.attribution == "inherited"
    return one.kind, _label(one.speaker), inherited, plain(one.text)


def _joined(said: Iterable[Values]) -> Iterator[Values]:
    """Join what one speaker goes on saying: where paragraphs are lost, nobody can tell them."""
    for (kind, speaker), group in groupby(said, key=lambda one: one[:2]):
        yield kind, speaker, " ".join(one[3] for one in group)


def _replies(said: Iterable[Contribution], *, whole: bool) -> Iterator[Values]:
    length = None if whole else _OPENING
    for one in said:
        for answer in one.answers:
            yield plain(one.text)[:length], plain(answer.text)[:length]


def _clauses(clauses: Iterable[Clause]) -> Iterator[Values]:
    for clause in clauses:
        yield plain(clause.text), clause.number
        yield from _clauses(clause.clauses)
