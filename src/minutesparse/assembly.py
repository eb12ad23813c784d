"""Findings in, records out: offsets taken back to the source, ids given, one validation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from minutesparse.attribute.drafts import Draft
from minutesparse.attribute.people import Label, People, resolve_people
from minutesparse.extract.findings import (
    AttendanceFinding,
    ClauseFinding,
    ItemFindings,
    MotionFinding,
    ResolutionFinding,
    VoteFinding,
)
from minutesparse.extract.meeting import MeetingFacts
from minutesparse.extract.quantities import Quantity
from minutesparse.naming import Mention
from minutesparse.records import Meeting
from minutesparse.residue import Region, residue
from minutesparse.text import Block, ItemLayout, Layout, Source, Text

_ZONE_REASONS = {
    "front": "heading",
    "agenda": "agenda-text",
    "documents": "furniture",
    "reasons": "unclassified",
    "minutes": "unclassified",
    "decision": "unclassified",
}


@dataclass(frozen=True, slots=True)
class ItemParts:
    """One item with everything found under it."""

    layout: ItemLayout
    drafts: Sequence[Draft]
    findings: ItemFindings
    quantities: Sequence[tuple[int, Quantity]] = ()
    public: bool = True


@dataclass(frozen=True, slots=True)
class MeetingParts:
    """Everything found on a page, ready to be made records."""

    source: Source
    text: Text
    layout: Layout
    facts: MeetingFacts
    attendance: Sequence[AttendanceFinding]
    items: Sequence[ItemParts]
    issues: Sequence[dict[str, Any]] = field(default_factory=list)


def assemble(parts: MeetingParts) -> Meeting:
    """Return the validated meeting record of what the stages found."""
    return Meeting.model_validate(_Assembly(parts).meeting())


class _Assembly:
    """Makes plain dicts of one page's findings and counts ids up as it goes."""

    def __init__(self, parts: MeetingParts) -> None:
        self._parts = parts
        self._text = parts.source.text
        self._covered: list[tuple[int, int]] = []
        self._issues: list[dict[str, Any]] = [
            dict(issue, span=self._span(*issue["span"])) for issue in parts.issues
        ]
        self._counts: dict[str, int] = {}
        self._people: People = resolve_people(self._labels())

    def meeting(self) -> dict[str, Any]:
        """Return the meeting as a plain dict."""
        parts, facts = self._parts, self._parts.facts
        items = [self._item(order, item) for order, item in enumerate(parts.items, 1)]
        attendance = [self._attendance(entry) for entry in parts.attendance]
        self._ambiguous()
        return {
            "span": {"start": 0, "end": len(self._text)},
            "rule": "meeting.page",
            "source": self._source(),
            "council": facts.council,
            "body": facts.body,
            "title": facts.title,
            "date": facts.date,
            "start_time": facts.start_time,
            "end_time": facts.end_time,
            "venue": facts.venue,
            "status": facts.status,
            "attendance": attendance,
            "people": self._persons(),
            "items": items,
            "issues": self._issues,
            "unparsed": self._unparsed(),
            "text": self._text,
        }

    # ------------------------------------------------------------ offsets and ids

    def _span(self, start: int, end: int) -> dict[str, int]:
        first, last = self._parts.text.offsets.span(start, end)
        return {"start": first, "end": last}

    def _leaf(self, start: int, end: int) -> dict[str, int]:
        """Return the span of a record and note that it covers its text."""
        span = self._span(start, end)
        self._covered.append((span["start"], span["end"]))
        return span

    def _words(self, start: int, end: int) -> str:
        first, last = self._parts.text.offsets.span(start, end)
        return self._text[first:last]

    def _folded(self, start: int, end: int) -> str:
        return " ".join(self._words(start, end).split())

    def _id(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]}"

    # ------------------------------------------------------------ the page

    def _source(self) -> dict[str, Any]:
        source = self._parts.source
        digest = source.sha256 or sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
        return {
            "uri": source.uri,
            "media_type": source.media_type,
            "sha256": digest,
            "length": len(source.text),
            "pages": [
                {"number": mark.number, "start": mark.start, "end": mark.end}
                for mark in source.pages
            ],
        }

    def _unparsed(self) -> list[dict[str, Any]]:
        return [
            {"span": {"start": start, "end": end}, "reason": reason}
            for start, end, reason in residue(self._text, self._covered, self._regions())
        ]

    def _regions(self) -> list[Region]:
        layout = self._parts.layout
        outside = (*layout.front, *layout.back)
        regions = [self._region(block.marker_start, block.end, "heading") for block in outside]
        for item in layout.items:
            first = item.blocks[0].marker_start if item.blocks else item.end
            if first > item.start:
                regions.append(self._region(item.start, first, "heading"))
            regions += [self._block_region(block) for block in item.blocks]
        return _disjoint(regions)

    def _block_region(self, block: Block) -> Region:
        reason = "heading" if block.kind == "label" else _ZONE_REASONS[block.zone]
        return self._region(block.marker_start, block.end, reason)

    def _region(self, start: int, end: int, reason: str) -> Region:
        first, last = self._parts.text.offsets.span(start, end)
        return first, last, reason

    # ------------------------------------------------------------ people

    def _labels(self) -> Iterable[Label]:
        for entry in self._parts.attendance:
            yield _attendance_label(entry)
        for item in self._parts.items:
            for mention in _mentions(item):
                if mention.type in ("person", "role") and not mention.plural:
                    yield _mention_label(mention)

    def _persons(self) -> list[dict[str, Any]]:
        return [
            {
                "span": self._span(person.start, person.end),
                "rule": "person.resolved",
                "id": person.id,
                "name": person.name,
                "title": person.title,
                "role": person.role,
                "mentions": person.mentions,
                "match": person.match,
            }
            for person in self._people.persons
        ]

    def _ambiguous(self) -> None:
        for label in self._people.ambiguous:
            self._issues.append(
                {
                    "code": "person.ambiguous",
                    "severity": "info",
                    "span": self._span(label.start, label.end),
                    "message": f"'{label.text}' may be any of several persons of this meeting; "
                    "it is resolved to none of them.",
                }
            )

    def _speaker(self, mention: Mention | None, inherited: bool = False) -> dict[str, Any] | None:
        if mention is None:
            return None
        kind = "group" if mention.plural else mention.type
        written = self._folded(mention.start, mention.end)
        return {
            "label": written,
            "name": None if mention.plural else _as_written(mention.name, mention.label, written),
            "title": mention.title,
            "role": mention.role,
            "type": "group" if kind == "pronoun" else kind,
            "person": self._people.resolved.get(mention.label),
            "attribution": "inherited" if inherited else "stated",
            "mention": self._span(mention.start, mention.end),
        }

    def _attendance(self, entry: AttendanceFinding) -> dict[str, Any]:
        return {
            "span": self._leaf(entry.start, entry.end),
            "rule": entry.rule,
            "name": entry.name,
            "status": entry.status,
            "role": entry.role,
            "substitute_for": entry.substitute_for,
            "organisation": entry.organisation,
            "arrived": entry.arrived,
            "left": entry.left,
            "person": self._people.resolved.get(entry.name),
        }

    # ------------------------------------------------------------ items

    def _item(self, order: int, item: ItemParts) -> dict[str, Any]:
        layout, findings = item.layout, item.findings
        motions = {id(m): self._id("motion") for m in findings.motions}
        votes = {id(v): self._id("vote") for v in findings.votes}
        contributions, ids = self._contributions(item.drafts)
        return {
            "span": self._span(layout.start, layout.end),
            "rule": layout.rule,
            "id": self._id("item"),
            "number": layout.number,
            "order": order,
            "title": layout.title,
            "public": item.public,
            "contributions": contributions,
            "statistics": self._statistics(item, ids),
            "motions": [self._motion(m, motions[id(m)]) for m in findings.motions],
            "votes": [self._vote(v, votes[id(v)], item, motions) for v in findings.votes],
            "resolutions": [self._resolution(r, votes) for r in findings.resolutions],
            "declarations": [self._declaration(d) for d in findings.declarations],
            "actions": [self._action(a) for a in findings.actions],
            "documents": [self._document(d) for d in findings.documents],
        }

    def _contributions(
        self, drafts: Sequence[Draft]
    ) -> tuple[list[dict[str, Any]], dict[int, str]]:
        """Return the contributions nested by reply, and the id of every draft."""
        ids: dict[int, str] = {}
        made: dict[int, dict[str, Any]] = {}
        top: list[dict[str, Any]] = []
        ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
        for draft in ordered:
            ids[id(draft)] = self._id("contribution")
            made[id(draft)] = self._contribution(draft, ids[id(draft)])
        for draft in ordered:
            record = made[id(draft)]
            if draft.reply_to is not None and id(draft.reply_to) in made:
                parent = made[id(draft.reply_to)]
                parent["answers"].append(record)
                if draft.supplementary and draft.kind == "question":
                    record["supplementary_to"] = parent["id"]
            else:
                top.append(record)
        return top, ids

    def _contribution(self, draft: Draft, identifier: str) -> dict[str, Any]:
        if len(draft.ambiguous) > 1:
            self._issues.append(
                {
                    "code": "speaker.ambiguous",
                    "severity": "warning",
                    "span": self._span(draft.start, draft.end),
                    "message": "The speaker may be any of: " + "; ".join(draft.ambiguous) + ".",
                }
            )
        return {
            "span": self._leaf(draft.start, draft.end),
            "rule": draft.rule,
            "id": identifier,
            "kind": draft.kind,
            "speaker": self._speaker(draft.speaker, draft.inherited),
            "text": self._words(draft.start, draft.end),
            "answers": [],
        }

    def _statistics(self, item: ItemParts, ids: dict[int, str]) -> list[dict[str, Any]]:
        numbered = [self._id("statistic") for _ in item.quantities]
        out = []
        for place, (offset, quantity) in enumerate(item.quantities):
            start, end = offset + quantity.start, offset + quantity.end
            out.append(
                {
                    "span": self._leaf(start, end),
                    "rule": quantity.rule,
                    "id": numbered[place],
                    "text": self._words(start, end),
                    "kind": quantity.kind,
                    "value": quantity.value,
                    "low": quantity.low,
                    "high": quantity.high,
                    "unit": quantity.unit,
                    "subject": quantity.subject,
                    "qualifier": quantity.qualifier,
                    "period": _period(quantity),
                    "comparison": self._comparison(item, place, numbered),
                    "direction": quantity.direction,
                    "status": quantity.status,
                    "contribution": _saying(item.drafts, start, end, ids),
                }
            )
        return out

    def _comparison(
        self, item: ItemParts, place: int, numbered: Sequence[str]
    ) -> dict[str, str] | None:
        offset, quantity = item.quantities[place]
        if quantity.comparison is None:
            return None
        relation, other = quantity.comparison
        first = place
        while first and item.quantities[first - 1][0] == offset:
            first -= 1
        return {"relation": relation, "statistic": numbered[first + other]}

    def _motion(self, motion: Any, identifier: str) -> dict[str, Any]:
        return {
            "span": self._leaf(motion.start, motion.end),
            "rule": motion.rule,
            "id": identifier,
            "kind": motion.kind,
            "mover": self._speaker(motion.mover),
            "seconder": self._speaker(motion.seconder),
            "text": self._words(motion.start, motion.end),
            "result": motion.result,
        }

    def _vote(
        self, vote: VoteFinding, identifier: str, item: ItemParts, motions: dict[int, str]
    ) -> dict[str, Any]:
        before = [m for m in item.findings.motions if m.start <= vote.start]
        return {
            "span": self._leaf(vote.start, vote.end),
            "rule": vote.rule,
            "id": identifier,
            "in_favour": vote.in_favour,
            "against": vote.against,
            "abstained": vote.abstained,
            "unanimous": vote.unanimous,
            "casting_vote": vote.casting_vote,
            "votes": [{"voter": named.voter, "option": named.option} for named in vote.votes],
            "motion": motions[id(before[-1])] if before else None,
            "text": self._words(vote.start, vote.end),
        }

    def _resolution(self, found: ResolutionFinding, votes: dict[int, str]) -> dict[str, Any]:
        return {
            "span": self._leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._id("resolution"),
            "label": self._folded(*found.label) if found.label else None,
            "verb": found.verb,
            "mover": self._speaker(found.mover),
            "seconder": self._speaker(found.seconder),
            "vote": votes.get(id(found.vote)) if found.vote else None,
            "recommended_to": found.recommended_to,
            "stem": self._folded(*found.stem) if found.stem else None,
            "clauses": [self._clause(clause) for clause in found.clauses],
            "reasons": [self._folded(*reason) for reason in found.reasons],
            "text": self._words(found.start, found.end),
        }

    def _clause(self, clause: ClauseFinding) -> dict[str, Any]:
        return {
            "span": self._span(clause.start, clause.end),
            "rule": clause.rule,
            "number": clause.number,
            "text": self._words(clause.start, clause.end),
            "verb": clause.verb,
            "delegated_to": clause.delegated_to,
            "clauses": [self._clause(inner) for inner in clause.clauses],
        }

    def _declaration(self, found: Any) -> dict[str, Any]:
        return {
            "span": self._leaf(found.start, found.end),
            "rule": found.rule,
            "name": found.name,
            "person": self._people.resolved.get(found.name),
            "interest": found.interest,
            "item": found.item,
            "withdrew": found.withdrew,
            "text": self._words(found.start, found.end),
        }

    def _action(self, found: Any) -> dict[str, Any]:
        return {
            "span": self._leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._id("action"),
            "owner": found.owner,
            "task": self._folded(*found.task),
            "due": found.due,
            "text": self._words(found.start, found.end),
        }

    def _document(self, found: Any) -> dict[str, Any]:
        return {
            "span": self._leaf(found.start, found.end),
            "rule": found.rule,
            "title": self._folded(found.start, found.end),
            "size": found.size,
        }


def _attendance_label(entry: AttendanceFinding) -> Label:
    words = entry.name.split()
    titled = words and words[0].rstrip(".").lower() in _TITLES
    name = " ".join(words[1:]) if titled else entry.name
    title = words[0] if titled else None
    return Label(entry.name, name, title, entry.role, entry.start, entry.end, entry.initials)


_TITLES = frozenset("councillor cllr cr mr mrs ms miss dr".split())


def _mentions(item: ItemParts) -> Iterator[Mention]:
    """Yield whoever an item names as speaking, moving or seconding."""
    yield from (d.speaker for d in item.drafts if d.speaker is not None and not d.inherited)
    moved: list[ResolutionFinding | MotionFinding] = [
        *item.findings.resolutions,
        *item.findings.motions,
    ]
    for found in moved:
        yield from (mention for mention in (found.mover, found.seconder) if mention is not None)


def _mention_label(mention: Mention) -> Label:
    role = mention.role
    return Label(mention.label, mention.name, mention.title, role, mention.start, mention.end)


def _as_written(part: str | None, label: str, written: str) -> str | None:
    """Return part of a label in the words of the source, its own quotation marks and all."""
    if part is None or len(label) != len(written):
        return part
    place = label.find(part)
    return written[place : place + len(part)] if place >= 0 else part


def _saying(drafts: Sequence[Draft], start: int, end: int, ids: dict[int, str]) -> str | None:
    """Return the id of the smallest contribution that a stretch stands in."""
    around = [draft for draft in drafts if draft.start <= start and end <= draft.end]
    smallest = min(around, key=lambda draft: draft.end - draft.start, default=None)
    return ids[id(smallest)] if smallest is not None else None


def _period(quantity: Quantity) -> dict[str, Any] | None:
    period = quantity.period
    if period is None:
        return None
    return {"start": period.start, "end": period.end, "text": period.text}


def _disjoint(regions: Iterable[Region]) -> list[Region]:
    """Return regions in order with overlaps cut off."""
    out: list[Region] = []
    done = 0
    for start, end, reason in sorted(regions):
        first = max(start, done)
        if first < end:
            out.append((first, end, reason))
            done = end
    return out
