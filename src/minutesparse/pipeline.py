"""parse(): the stages in their order, and nothing else. Only this module knows the order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from minutesparse.assembly import ItemParts, MeetingParts, assemble
from minutesparse.attribute.discourse import attribute
from minutesparse.attribute.drafts import Draft
from minutesparse.attribute.parties import Roster
from minutesparse.attribute.weighing import Judge, WeighingJudge
from minutesparse.extract.actions import (
    clause_actions,
    find_instructions,
    find_promises,
    merged,
    owner_marks,
)
from minutesparse.extract.attendance import attendance_claims, find_attendance
from minutesparse.extract.decisions import find_decisions
from minutesparse.extract.declarations import find_declarations
from minutesparse.extract.documents import find_documents
from minutesparse.extract.findings import AttendanceFinding, ItemFindings, VoteFinding
from minutesparse.extract.meeting import MeetingFacts, find_meeting
from minutesparse.extract.quantities import (
    Namer,
    Passage,
    Quantity,
    Setting,
    Told,
    find_quantities,
    setting_of,
)
from minutesparse.lexicons import Lexicon, default_lexicon
from minutesparse.naming import find_aliases
from minutesparse.normalise import normalise
from minutesparse.records import Meeting
from minutesparse.segment import Surveyor, lay_out, shipped_surveyor, with_opening
from minutesparse.text import Block, Cover, ItemLayout, Layout, Source, Stretches

SEVERAL_MEETINGS = "page.several_meetings"  # code of the issue that parse() adds on such pages
_SURROGATE = re.compile("[\ud800-\udfff]")
_LEDGER = re.compile(
    r"\b(?:financ\w+|accounts?|payments?|cheques?|invoices?|receipts?|expenditure|bank\w*)\b", re.I
)
_IN_CHAIR = re.compile(r"(?:(?!vice|deputy)\w+\s)?chair(?:man|person|woman)?|in the chair", re.I)
_EXCLUDED = re.compile(r"\b(?:exclu\w+|exempt|private|confidential)\b", re.I)


class Parser:
    """Parses any number of documents with one set of options; safe to share between threads.

    Args:
        lexicon: The words that the rules know; the package's own by default.
        extract: Whether to look for figures, actions and the like besides items, decisions and
            contributions.
        items_only: Whether to find the items and nothing else, as for a table of contents; the
            rest of the record stays empty, and parsing takes a sixth of the time.
        judge: What makes contributions of clauses; the rules, weighed, by default.
        namer: What names the subjects of figures; the rules, weighed, by default.
        surveyor: What tells which lines are headings; the rules, weighed, by default.
    """

    def __init__(
        self,
        *,
        lexicon: Lexicon | None = None,
        extract: bool = True,
        items_only: bool = False,
        judge: Judge | None = None,
        namer: Namer | None = None,
        surveyor: Surveyor | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.extract = extract
        self.items_only = items_only
        self.judge = judge
        self.namer = namer
        self.surveyor = surveyor

    def parse(self, text: str | Source) -> Meeting:
        """Return the record of a page, all its items in one meeting.

        Args:
            text: The minutes; any string gives a record, none raises.
        """
        parts = self._parts(text)
        if _holds_meetings(parts) and len(parts.items) > 1:
            parts = replace(parts, issues=[*parts.issues, _several(parts)])
        return assemble(parts)

    def parse_all(self, text: str | Source) -> tuple[Meeting, ...]:
        """Return one record for each meeting of a page (an issue's history holds several)."""
        parts = self._parts(text)
        if not _holds_meetings(parts):
            return (assemble(parts),)
        return tuple(assemble(_of_one_meeting(parts, item)) for item in parts.items)

    def _parts(self, text: str | Source) -> MeetingParts:
        source, broken = _sound(text if isinstance(text, Source) else Source(text))
        lexicon = self.lexicon or default_lexicon()
        plain = normalise(source)
        headed = lay_out(plain, lexicon, self.surveyor or shipped_surveyor())
        layout = with_opening(headed, lexicon)
        issues = [_surrogates(plain.offsets.to_clean(broken[0]), len(broken))] if broken else []
        issues += [_mended(*mend) for mend in plain.mended[:50]]
        if self.items_only:
            bare = [ItemParts(item, (), ItemFindings(), (), _public(item)) for item in layout.items]
            return MeetingParts(source, plain, layout, MeetingFacts(), (), bare, issues, lexicon)
        attendance = find_attendance(plain, headed, lexicon)
        claims = attendance_claims(attendance, layout)
        roster = _roster(attendance)
        findings = [self._findings(item, lexicon) for item in layout.items]
        drafts = attribute(
            [item.blocks for item in layout.items],
            [[*claims, *_claims(found)] for found in findings],
            [min((m.start for m in found.motions), default=None) for found in findings],
            [(item.heading(plain.clean), item.behind_title(plain.clean)) for item in layout.items],
            roster,
            find_aliases(plain.clean, lexicon).with_names(roster.called, lexicon),
            lexicon,
            judge=self.judge or WeighingJudge(),
        )
        setting = setting_of(plain.clean, lexicon)
        items = [
            self._item(item, found, said, lexicon, setting)
            for item, found, said in zip(layout.items, findings, drafts, strict=True)
        ]
        facts = find_meeting(plain, headed, lexicon)
        return MeetingParts(source, plain, layout, facts, attendance, items, issues, lexicon)

    def _findings(self, layout: ItemLayout, lexicon: Lexicon) -> ItemFindings:
        findings = find_decisions(layout, lexicon)
        decided = Cover((one.start, one.end) for one in findings.resolutions)
        declared = find_declarations(layout, lexicon)
        # What a decision says of a declaration corrects the minutes and declares nothing; a clause
        # that is a declaration ("to note the following declarations: (i) ...") does.
        clauses = {start for start, _, _ in _clause_texts(layout, findings)}
        findings.declarations = [
            one
            for one in declared
            if one.start in clauses or not decided.touches(one.start, one.end)
        ]
        findings.documents = find_documents(layout)
        marks = owner_marks(layout, lexicon)
        findings.actions = [
            one
            for one in find_instructions(layout, marks, lexicon)
            if one.rule != "action.unowned" or not decided.touches(one.start, one.end)
        ]
        findings.marks = [(mark.start, mark.end) for mark in marks if mark.alone]
        return findings

    def _item(
        self,
        layout: ItemLayout,
        findings: ItemFindings,
        drafts: Sequence[Draft],
        lexicon: Lexicon,
        setting: Setting,
    ) -> ItemParts:
        quantities: list[tuple[int, Quantity]] = []
        if self.extract:
            findings.actions += find_promises(layout, drafts, findings.actions, lexicon)
            findings.actions += clause_actions(_clause_texts(layout, findings), lexicon)
            findings.actions = merged(findings.actions)
            quantities = list(_quantities(layout, drafts, findings, lexicon, setting, self.namer))
        return ItemParts(layout, drafts, findings, quantities, _public(layout))


def parse(text: str | Source, *, extract: bool = True, items_only: bool = False) -> Meeting:
    """Return the validated record of a page of minutes.

    Args:
        text: The minutes, as a string or as a reader's :class:`~minutesparse.Source`.
        extract: Whether to look for figures and actions too.
        items_only: Whether to find the items and nothing else.

    Returns:
        A meeting; any string gives one, and nothing in a text raises.
    """
    return Parser(extract=extract, items_only=items_only).parse(text)


def parse_all(
    text: str | Source, *, extract: bool = True, items_only: bool = False
) -> tuple[Meeting, ...]:
    """Return one record for each meeting that a page holds.

    Args:
        text: The minutes; an issue's history holds several meetings.
        extract: Whether to look for figures and actions too.
        items_only: Whether to find the items and nothing else.
    """
    return Parser(extract=extract, items_only=items_only).parse_all(text)


def _public(item: ItemLayout) -> bool:
    """Tell whether an item is heard in public, by its title."""
    return not (item.title and _EXCLUDED.search(item.title))


def _sound(source: Source) -> tuple[Source, list[int]]:
    """Replace lone surrogates, which no encoding can carry, one for one; tell where they stood."""
    broken = [found.start() for found in _SURROGATE.finditer(source.text)]
    if not broken:
        return source, []
    return replace(source, text=_SURROGATE.sub("\ufffd", source.text)), broken


def _surrogates(first: int, count: int) -> dict[str, Any]:
    return {
        "code": "text.surrogate",
        "severity": "warning",
        "span": (first, first + 1),
        "message": f"{count} code points that are no characters became U+FFFD.",
    }


def _mended(code: str, start: int, end: int) -> dict[str, Any]:
    message = "Characters damaged by a wrong encoding were read as what they stand for."
    return {"code": f"text.{code}", "severity": "info", "span": (start, end), "message": message}


def _short_names(entry: AttendanceFinding) -> Iterator[str]:
    """Yield what a person is called for short: the surname, and initials where they are listed."""
    yield entry.surname
    if entry.initials:
        yield entry.initials


def _roster(attendance: Sequence[AttendanceFinding]) -> Roster:
    def surnames(*statuses: str) -> frozenset[str]:
        return frozenset(entry.surname.lower() for entry in attendance if entry.status in statuses)

    initials = frozenset(entry.initials for entry in attendance if entry.initials)
    members = surnames("present", "substitute", "apologies", "absent")
    names = frozenset(entry.name for entry in attendance if " " in entry.name)
    chairs = frozenset(
        name.lower()
        for entry in attendance
        for name in _short_names(entry)
        if entry.status in ("present", "substitute") and _IN_CHAIR.fullmatch(entry.role or "")
    )
    return Roster(members, surnames("in-attendance"), initials, names, chairs)


def _claims(findings: ItemFindings) -> Iterator[tuple[int, int]]:
    for group in (
        findings.resolutions,
        findings.motions,
        findings.votes,
        findings.declarations,
        findings.actions,
    ):
        yield from ((found.start, found.end) for found in group)
    yield from findings.marks


def _clause_texts(layout: ItemLayout, findings: ItemFindings) -> Iterator[tuple[int, int, str]]:
    blocks = Stretches(layout.blocks)
    for resolution in findings.resolutions:
        for clause in resolution.clauses:
            for block in blocks.over(clause.start, clause.start + 1)[:1]:
                end = min(clause.end, block.end)
                yield clause.start, end, block.text[clause.start - block.start : end - block.start]


def _quantities(
    layout: ItemLayout,
    drafts: Sequence[Draft],
    findings: ItemFindings,
    lexicon: Lexicon,
    setting: Setting,
    namer: Namer | None,
) -> Iterator[tuple[int, Quantity]]:
    """Yield the figures of an item's minute text; declarations hold none, votes only their own."""
    barred = Cover((d.start, d.end) for d in findings.declarations)
    votes = Stretches(findings.votes)
    told: dict[Decimal, Told] = {}
    ledger = bool(_LEDGER.search(layout.title or ""))
    setting = replace(setting, told=told, ledger=ledger)
    said, blocks = Stretches(drafts), Stretches(layout.blocks)
    for block in layout.blocks:
        if block.kind == "label" or block.zone not in ("minutes", "decision", "reasons"):
            continue
        passage = Passage(block.text, _context(block, blocks, said), setting)
        found = find_quantities(passage, lexicon, namer)
        for quantity in _outside(found, block.start, barred, votes):
            yield block.start, quantity
            if quantity.value is not None and quantity.subject:
                told[quantity.value] = Told(quantity.unit, quantity.kind, quantity.subject)


def _outside(
    found: Sequence[Quantity],
    offset: int,
    barred: Cover,
    votes: Stretches[VoteFinding],
) -> list[Quantity]:
    """Drop the figures that stand in other records, and what pointed at them."""
    kept = [
        index
        for index, quantity in enumerate(found)
        if not barred.touches(offset + quantity.start, offset + quantity.end)
        and not any(
            _counts(vote, quantity)
            for vote in votes.over(offset + quantity.start, offset + quantity.end)
        )
    ]
    places = {index: place for place, index in enumerate(kept)}
    return [_repointed(found[index], places) for index in kept]


def _counts(vote: VoteFinding, quantity: Quantity) -> bool:
    """Return whether a number in the words of a vote is its count and no figure."""
    if vote.unanimous:
        return False
    tally = (vote.in_favour, vote.against, vote.abstained)
    return quantity.unit == "count" and (quantity.value in tally or bool(vote.votes))


def _repointed(quantity: Quantity, places: dict[int, int]) -> Quantity:
    if quantity.comparison is None:
        return quantity
    relation, other = quantity.comparison
    comparison = (relation, places[other]) if other in places else None
    return quantity._replace(comparison=comparison)


def _context(block: Block, blocks: Stretches[Block], drafts: Stretches[Draft]) -> str:
    """Return the words of the question that a block answers, for figures without a noun."""
    replies = drafts.over(block.start, block.end)
    question = next((d.reply_to for d in replies if d.reply_to is not None), None)
    if question is None or question.start >= block.start:
        return block.topic or ""
    for other in blocks.over(question.start, question.start + 1)[:1]:
        return other.text[question.start - other.start : question.end - other.start]
    return block.topic or ""


def _holds_meetings(parts: MeetingParts) -> bool:
    """Tell whether each item of a page belongs to a meeting of its own."""
    return bool(parts.items) and parts.items[0].layout.rule == "item.issue_meeting"


def _several(parts: MeetingParts) -> dict[str, Any]:
    """Return the issue that a page of several meetings is one record."""
    message = (
        f"The page holds {len(parts.items)} meetings; this record has the items of all of them "
        "and the date of the first. parse_all, or parse --all, gives a record of each."
    )
    others = [item.layout for item in parts.items[1:]]
    return {
        "code": SEVERAL_MEETINGS,
        "severity": "warning",
        "span": (others[0].start, others[-1].end),
        "message": message,
    }


def _of_one_meeting(parts: MeetingParts, item: ItemParts) -> MeetingParts:
    layout = Layout((), (item.layout,), (), parts.layout.beside)
    facts = _issue_facts(parts, item)
    return replace(parts, layout=layout, facts=facts, attendance=(), items=(item,))


def _issue_facts(parts: MeetingParts, item: ItemParts) -> MeetingFacts:
    line_start = parts.text.clean.rfind("Meeting:", 0, item.layout.start + 1)
    line = parts.text.clean[max(line_start, 0) : item.layout.start]
    front = Source("Agenda item\n" + line)
    facts = find_meeting(normalise(front), lay_out(normalise(front), default_lexicon()))
    # The words put before the line are not of the page: neither its title nor its places.
    return replace(facts, title=parts.facts.title, spans=parts.facts.spans)
