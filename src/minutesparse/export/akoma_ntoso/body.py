"""The body of a document: sections of items, and in them what was said and decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from minutesparse.export.akoma_ntoso.pieces import (
    Stretch,
    cut,
    gaps,
    grouped,
    overlapping,
    sections,
    slice_of,
)
from minutesparse.export.akoma_ntoso.references import References
from minutesparse.export.akoma_ntoso.vocabulary import Names, make
from minutesparse.export.akoma_ntoso.words import Words
from minutesparse.export.facts import kind_of
from minutesparse.records import (
    AgendaItem,
    Attendance,
    Clause,
    Contribution,
    ContributionKind,
    Document,
    Meeting,
    Record,
    Residue,
    Resolution,
    Speaker,
)

_SPEECHES: dict[ContributionKind, str] = {"question": "question", "answer": "answer"}


class Body:
    """Writes the body of a document.

    Args:
        meeting: The meeting.
        references: Collects whom the body refers to.
    """

    def __init__(self, meeting: Meeting, references: References) -> None:
        self._meeting = meeting
        self._references = references
        self._names = Names()
        self._cut = cut(meeting)
        self.words = Words(meeting, self._cut.inner, references, self._names)

    def write(self, debate: etree._Element) -> None:
        """Add the body to a document."""
        body = make(debate, "debateBody")
        for section in sections(self._meeting):
            pieces = list(self._pieces(section))
            if pieces or section.of:
                self._section(body, section, pieces)
        if not len(body):  # the schema wants one
            self._names.name(make(body, "debateSection", name="minutes"))

    def _pieces(self, section: Stretch) -> Iterator[Stretch]:
        """Yield what a section holds: records, unparsed text, and text that is neither."""
        blocks = slice_of(self._cut.blocks, section.start, section.end)
        for part in gaps(section.start, section.end, blocks):
            if part.of:
                yield part
                continue
            rest = overlapping(self._cut.unparsed, part.start, part.end)
            for stretch in gaps(part.start, part.end, rest):
                place = self.words.trimmed(stretch.start, stretch.end)
                if place:
                    yield Stretch(*place, stretch.of)

    def _section(self, body: etree._Element, section: Stretch, pieces: Iterable[Stretch]) -> None:
        element = make(body, "debateSection", name="item" if section.of else "minutes")
        if isinstance(section.of, AgendaItem):
            self.words.place(element, section.of, section.of.number)
        else:
            self._names.name(element)
        for group in grouped(pieces):
            if isinstance(group[0].of, Attendance):
                self._roll_call(element, group)
            else:
                self._piece(element, group[0])

    def _piece(self, parent: etree._Element, piece: Stretch) -> None:
        match piece.of:
            case Contribution() as said:
                self._speech(parent, said)
            case Resolution() as resolution:
                self._resolution(parent, resolution)
            case Document() as document:
                self._plain(make(parent, "papers"), document)
            case Record() as record:
                self._other(parent, record)
            case Residue() | None:
                self._unparsed(parent, piece)

    def _other(self, parent: etree._Element, record: Record) -> None:
        """Write a motion, vote, declaration or action as a section."""
        element = make(parent, "debateSection", name=kind_of(record))
        parts = self._cut.within.get(record.span.start)
        if parts:
            self._with_parts(element, record, parts)
        else:
            self._plain(element, record)

    def _plain(self, element: etree._Element, record: Record) -> None:
        """Write a record as one paragraph of an element of its own."""
        self.words.place(element, record)
        self.words.write(element, "p", (record.span.start, record.span.end))

    def _with_parts(
        self, element: etree._Element, record: Record, parts: Iterable[Stretch]
    ) -> None:
        """Write a record as an element of its own that holds others."""
        self.words.place(element, record)
        for part in gaps(record.span.start, record.span.end, parts):
            place = self.words.trimmed(part.start, part.end)
            if part.of:
                self._piece(element, part)
            elif place:
                self.words.write(element, "p", place)

    def _speech(self, parent: etree._Element, said: Contribution) -> None:
        speaker = said.speaker
        element = make(
            parent,
            _SPEECHES.get(said.kind, "speech"),
            by=f"#{self._references.agent(speaker)}",
        )
        office = _office(speaker) if speaker else None
        if office:
            element.set("as", f"#{self._references.role(office)}")
        if speaker is None:
            element.set("status", "undefined")  # what the standard has for an anonymous speech
        self._plain(element, said)

    def _roll_call(self, parent: etree._Element, group: Iterable[Stretch]) -> None:
        element = make(parent, "rollCall")
        self._names.name(element)
        for piece in group:
            if isinstance(piece.of, Attendance):
                self._attendance(element, piece.of)
            else:
                self._unparsed(element, piece)

    def _attendance(self, parent: etree._Element, record: Attendance) -> None:
        who = self._references.person(record.name, record.person)
        paragraph = make(parent, "p")
        self.words.place(paragraph, record)
        person = make(paragraph, "person", refersTo=f"#{who}")
        if record.role:
            person.set("as", f"#{self._references.role(record.role)}")
        self.words.fill(person, record.span.start, record.span.end)

    def _unparsed(self, parent: etree._Element, piece: Stretch) -> None:
        """Write text that lies in no record: as a heading of its section, where it is one."""
        reason = piece.of.reason if isinstance(piece.of, Residue) else "text"
        first = not len(parent) or etree.QName(parent[-1]).localname == "heading"
        if reason == "heading" and first:
            element = make(parent, "heading")
        else:
            element = make(parent, "block", name=reason)
        self.words.fill(element, piece.start, piece.end)

    def _resolution(self, parent: etree._Element, resolution: Resolution) -> None:
        element = make(parent, "resolutions")
        span = resolution.span
        clauses = _following(resolution.clauses, span.start, span.end)
        if not clauses:
            self._plain(element, resolution)
            return
        self.words.place(element, resolution)
        listed = make(element, "blockList")
        self._names.name(listed)
        self._clauses(listed, (span.start, span.end), clauses)

    def _clauses(
        self, listed: etree._Element, place: tuple[int, int], clauses: list[Clause]
    ) -> None:
        """Write clauses into a list, with the words before, between and behind them."""
        cursor = place[0]
        item: etree._Element | None = None
        for clause in clauses:
            words, number = self._before(cursor, clause)
            if words and item is None:
                self.words.write(listed, "listIntroduction", words)
            elif words and item is not None:
                self.words.write(item, "p", words)
            item = make(listed, "item")
            self._names.name(item, clause.number)
            if number:
                self.words.write(item, "num", number)
            self._clause(item, clause)
            cursor = clause.span.end
        rest = self.words.trimmed(cursor, place[1])
        if rest:
            self.words.write(listed, "listWrapUp", rest)

    def _clause(self, item: etree._Element, clause: Clause) -> None:
        place = (clause.span.start, clause.span.end)
        nested = _following(clause.clauses, *place)
        element = make(item, "blockList" if nested else "p")
        self.words.place(element, clause)
        if nested:
            self._clauses(element, place, nested)
        else:
            self.words.fill(element, *place)

    def _before(self, start: int, clause: Clause) -> tuple[tuple[int, int] | None, ...]:
        """Return where the words before a clause stand, and where its number."""
        place = self.words.trimmed(start, clause.span.start)
        if place is None or not clause.number:
            return place, None
        printed = re.search(
            rf"(?<!\w)[(\[]?{re.escape(clause.number)}[)\].:]*$", self.words.text[slice(*place)]
        )
        if not printed:
            return place, None
        begin = place[0] + printed.start()
        return self.words.trimmed(place[0], begin), (begin, place[1])


def _office(speaker: Speaker) -> str | None:
    return speaker.label if speaker.type == "role" else speaker.role


def _following(clauses: Iterable[Clause], start: int, end: int) -> list[Clause]:
    """Return the clauses that follow each other within a place."""
    found: list[Clause] = []
    cursor = start
    for clause in sorted(clauses, key=lambda one: one.span.start):
        if cursor <= clause.span.start <= clause.span.end <= end:
            found.append(clause)
            cursor = clause.span.end
    return found
