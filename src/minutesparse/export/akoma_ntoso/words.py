"""The words of the source, with what is named and counted in them marked inline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from lxml import etree

from minutesparse.export.akoma_ntoso.pieces import Stretch, slice_of
from minutesparse.export.akoma_ntoso.references import References
from minutesparse.export.akoma_ntoso.vocabulary import Names, add_text, anchor, make, sound
from minutesparse.export.facts import kind_of
from minutesparse.records import Meeting, Record, Speaker, Statistic


@dataclass(frozen=True, slots=True)
class _Open:
    """An element whose words are being written, and where they end."""

    element: etree._Element
    end: int


class Words:
    """Writes words of the source into elements, and knows which record stands where.

    Args:
        meeting: The meeting.
        inner: Records and names that may lie in the words, the outer ones first.
        references: Collects whom the words name.
        names: Gives out eIds.
    """

    def __init__(
        self,
        meeting: Meeting,
        inner: tuple[Stretch, ...],
        references: References,
        names: Names,
    ) -> None:
        self.text = sound(meeting.text)
        self._inner = inner
        self._references = references
        self._names = names
        self._replies = {
            reply.id: said.id for said in meeting.contributions for reply in said.answers
        }
        self._elements: dict[int, etree._Element] = {}

    def place(self, element: etree._Element, record: Record, number: str | None = None) -> None:
        """Make an element the place of a record: with an eId, and the record's id and offsets.

        Args:
            element: The element.
            record: The record whose words it holds.
            number: The number that is printed with it.
        """
        self._names.name(element, number)
        anchor(element, record, self._replies)
        self._elements[id(record)] = element

    def place_of(self, record: Record) -> str | None:
        """Return the eId of a record's element; None for one that lies across others."""
        element = self._elements.get(id(record))
        return None if element is None else element.get("eId")

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a place without the blanks around its words; None where there are no words."""
        words = self.text[start:end]
        begin = start + len(words) - len(words.lstrip())
        return (begin, start + len(words.rstrip())) if words.strip() else None

    def write(self, parent: etree._Element, name: str, place: tuple[int, int]) -> etree._Element:
        """Add an element with the words of a place to its parent, and return it."""
        element = make(parent, name)
        self.fill(element, *place)
        return element

    def fill(self, element: etree._Element, start: int, end: int) -> None:
        """Put the words of a place into an element, with the records and names that lie in it."""
        opened = [_Open(element, end)]
        cursor = start
        for stretch in slice_of(self._inner, start, end):
            cursor = self._close(opened, cursor, stretch.start)
            if stretch.end <= opened[-1].end:
                add_text(opened[-1].element, self.text[cursor : stretch.start])
                cursor = stretch.start
                opened.append(_Open(self._inline(opened[-1].element, stretch), stretch.end))
        cursor = self._close(opened, cursor, end)
        add_text(element, self.text[cursor:end])

    def _close(self, opened: list[_Open], cursor: int, before: int) -> int:
        """Write the rest of the elements that end before a place; return where the writing is."""
        while len(opened) > 1 and opened[-1].end <= before:
            done = opened.pop()
            add_text(done.element, self.text[cursor : done.end])
            cursor = done.end
        return cursor

    def _inline(self, parent: etree._Element, stretch: Stretch) -> etree._Element:
        if isinstance(stretch.of, Speaker):
            return self._named(parent, stretch.of)
        record = cast(Record, stretch.of)  # nothing else may lie in words
        if isinstance(record, Statistic):
            unit = self._references.concept(record.unit)
            element = make(parent, "quantity", refersTo=f"#{unit}")
            if record.value is not None:
                element.set("normalized", str(record.value))
        else:
            element = make(parent, "inline", name=kind_of(record))
        self.place(element, record)
        return element

    def _named(self, parent: etree._Element, speaker: Speaker) -> etree._Element:
        if speaker.type == "role":
            return make(parent, "role", refersTo=f"#{self._references.role(speaker.label)}")
        name = "organization" if speaker.type == "group" else "person"
        return make(parent, name, refersTo=f"#{self._references.agent(speaker)}")
