"""A meeting as an outline to read: items, who asked, who answered, figures, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from minutesparse.records import (
    Action,
    AgendaItem,
    Attendance,
    Clause,
    Contribution,
    Declaration,
    Issue,
    Meeting,
    Motion,
    Record,
    Residue,
    Resolution,
    Speaker,
    Statistic,
    VoteEvent,
)

LineKind = Literal[
    "meeting", "attendance", "item", "said", "figure", "decision", "entry", "issue", "residue"
]
Told = Motion | VoteEvent | Resolution | Declaration | Action | Contribution

ORIGIN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of an outline.

    Attributes:
        depth: How far the line is indented, in steps.
        kind: What sort of line it is, for whoever colours it.
        label: What the line is about: an item's number, a kind of contribution, a decision's verb.
        text: The words after the label.
        record: What the line was made from, where that is one thing of the source.
    """

    depth: int
    kind: LineKind
    label: str
    text: str
    record: Record | Issue | Residue | None = None

    def shown(self, width: int | None = None) -> str:
        """Return the line as plain text.

        Args:
            width: How many characters the words may take; None for all of them.
        """
        words = self.text if width is None else _shortened(self.text, width)
        return f"{'  ' * self.depth}{self.label}  {words}".rstrip()


def outline(meeting: Meeting, *, everything: bool = False) -> Iterator[OutlineLine]:
    """Yield a meeting's outline, from its date to what was left unparsed.

    Args:
        meeting: The meeting to tell.
        everything: Tell of headings, furniture and agenda text too, which lie in no record.
    """
    yield OutlineLine(0, "meeting", "Meeting", _front(meeting), meeting)
    for attendance in meeting.attendance:
        yield OutlineLine(1, "attendance", attendance.status, _attendee(attendance), attendance)
    for item in meeting.items:
        yield from _item(item)
    for issue in meeting.issues:
        yield OutlineLine(0, "issue", issue.severity, f"{issue.code}: {issue.message}", issue)
    for residue in meeting.unparsed:
        if everything or residue.reason == "unclassified":
            words = _one_line(meeting.quote(residue))
            yield OutlineLine(0, "residue", f"unparsed {residue.reason}", words, residue)


def origin(meeting: Meeting, line: OutlineLine) -> str | None:
    """Return the rule that made a line's record, its place and its words in the source.

    Args:
        meeting: The meeting that the outline tells.
        line: A line of it.

    Returns:
        None for a line that stands for no record.
    """
    if not isinstance(line.record, Record):
        return None
    span = line.record.span
    words = _shortened(_one_line(meeting.quote(line.record)), ORIGIN_WIDTH)
    pages = meeting.pages_of(line.record)
    page = f" page {'-'.join(map(str, sorted({pages[0], pages[-1]})))}" if pages else ""
    return f"{line.record.rule} {span.start}-{span.end}{page} {words!r}"


def _front(meeting: Meeting) -> str:
    times = "-".join(filter(None, (meeting.start_time, meeting.end_time)))
    day = meeting.date.isoformat() if meeting.date else None
    parts = (meeting.council, meeting.body, day, times, meeting.venue, meeting.status)
    return ", ".join(filter(None, parts))


def _attendee(attendance: Attendance) -> str:
    stand_in = f"for {attendance.substitute_for}" if attendance.substitute_for else None
    aside = ", ".join(filter(None, (attendance.role, attendance.organisation, stand_in)))
    return f"{attendance.name} ({aside})" if aside else attendance.name


def _item(item: AgendaItem) -> Iterator[OutlineLine]:
    closed = "" if item.public else " (press and public excluded)"
    yield OutlineLine(0, "item", f"Item {item.number or '-'}", f"{item.title or ''}{closed}", item)
    for record in _in_order(item):
        yield from _told(record)
    for statistic in item.statistics:
        yield OutlineLine(1, "figure", "figure", _figure(statistic), statistic)
    for document in item.documents:
        yield OutlineLine(1, "entry", "document", _one_line(document.title), document)


def _in_order(item: AgendaItem) -> Sequence[Told]:
    told: tuple[Told, ...] = (
        *item.contributions,
        *item.motions,
        *item.votes,
        *item.resolutions,
        *item.declarations,
        *item.actions,
    )
    return sorted(told, key=lambda record: (record.span.start, -record.span.end))


def _told(record: Told) -> Iterator[OutlineLine]:
    match record:
        case Contribution():
            yield from _said(record, 1)
        case Resolution():
            yield from _decision(record)
        case Motion():
            yield OutlineLine(1, "decision", record.kind, _motion(record), record)
        case VoteEvent():
            yield OutlineLine(1, "decision", "vote", _vote(record), record)
        case Declaration():
            words = f"{record.name} ({record.interest}): {_one_line(record.text)}"
            yield OutlineLine(1, "entry", "declaration", words, record)
        case Action():
            words = f"{record.owner or 'nobody named'}: {_one_line(record.task)}"
            yield OutlineLine(1, "entry", "action", words, record)


def _said(contribution: Contribution, depth: int) -> Iterator[OutlineLine]:
    words = f"{_name(contribution.speaker)}: {_one_line(contribution.text)}"
    yield OutlineLine(depth, "said", contribution.kind, words, contribution)
    for answer in contribution.answers:
        yield from _said(answer, depth + 1)


def _decision(resolution: Resolution) -> Iterator[OutlineLine]:
    movers = _movers(resolution.mover, resolution.seconder)
    yield OutlineLine(1, "decision", resolution.verb, movers, resolution)
    for clause in resolution.clauses:
        yield from _clause(clause, 2)


def _clause(clause: Clause, depth: int) -> Iterator[OutlineLine]:
    label = f"({clause.number})" if clause.number else "-"
    yield OutlineLine(depth, "decision", label, _one_line(clause.text), clause)
    for nested in clause.clauses:
        yield from _clause(nested, depth + 1)


def _motion(motion: Motion) -> str:
    parts = (_movers(motion.mover, motion.seconder), motion.result, _one_line(motion.text))
    return "; ".join(filter(None, parts))


def _vote(vote: VoteEvent) -> str:
    counts = ((vote.in_favour, "for"), (vote.against, "against"), (vote.abstained, "abstained"))
    told = [f"{count} {side}" for count, side in counts if count is not None]
    told += ["unanimous"] if vote.unanimous else []
    told += ["casting vote"] if vote.casting_vote else []
    return ", ".join(told) or _one_line(vote.text)


def _figure(statistic: Statistic) -> str:
    told = filter(None, (statistic.qualifier, _quantity(statistic), _unit(statistic)))
    return f"{' '.join(told)}: {statistic.subject or _one_line(statistic.text)}"


def _quantity(statistic: Statistic) -> str:
    if statistic.value is not None:
        return str(statistic.value)
    return f"{statistic.low} to {statistic.high}"


def _unit(statistic: Statistic) -> str | None:
    return None if statistic.unit == "count" else statistic.unit


def _movers(mover: Speaker | None, seconder: Speaker | None) -> str:
    named = ((mover, "moved by"), (seconder, "seconded by"))
    return ", ".join(f"{part} {speaker.label}" for speaker, part in named if speaker)


def _name(speaker: Speaker | None) -> str:
    if speaker is None:
        return "(not stated)"
    return speaker.label if speaker.attribution == "stated" else f"[{speaker.label}]"


def _shortened(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 3].rstrip()}..."


def _one_line(text: str) -> str:
    return " ".join(text.split())
