"""A story of a document (its body, a header, a note) as paragraphs in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minutesparse.read.docx.numbering import Number, Numbering
from minutesparse.read.docx.runs import NOTE_ENDS, NOTE_OPENS, words_of
from minutesparse.read.docx.styles import Styles, list_reference
from minutesparse.read.docx.wordml import Element, attribute_of, child, indent, is_on, local, value
from minutesparse.read.numerals import roman
from minutesparse.read.paragraphs import BULLET, Paragraph, split_at_blank_lines
from minutesparse.read.tables import COLUMN_GAP, Cell, laid_out
from minutesparse.read.typedlist import typed_item

_NOTE = re.compile(NOTE_OPENS + "(footnotes|endnotes) ([^" + NOTE_ENDS + "]*)" + NOTE_ENDS)
_MARKS = re.compile(f"[{NOTE_OPENS}{NOTE_ENDS}]")
_TABS = re.compile(r" *\t[ \t]*")
_SAME_PLACE = 90  # twentieths of a point within which items stand at one depth
_TIE = 100  # the same, by which a level counts where levels are indented alike
_LEFT_OUT = frozenset({"del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "pPr", "tblPr", "tblGrid"})


@dataclass(slots=True)
class Story:
    """Reads block after block; counts lists and notes on the way.

    Attributes:
        numbering: The document's lists.
        styles: The document's styles.
        notes: Foot- and endnotes by kind and id.
    """

    numbering: Numbering
    styles: Styles
    notes: Mapping[tuple[str, str], Element]
    _labels: dict[tuple[str, str], str] = field(default_factory=dict)
    _due: list[tuple[str, Element]] = field(default_factory=list)
    _merged: str = ""
    _open: list[tuple[int, int]] = field(default_factory=list)  # items: place and depth

    def paragraphs(self, story: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs of a story, each followed by the notes that it refers to."""
        for block in story:
            yield from self._block(block)
            while self._due:
                label, note = self._due.pop(0)
                yield from self._note(label, note)
        if self._merged:
            yield Paragraph(_tidy(self._merged))
            self._merged = ""

    def _blocks(self, parent: Element) -> Iterator[Paragraph]:
        for block in parent:
            yield from self._block(block)

    def _block(self, block: Element) -> Iterator[Paragraph]:
        name = local(block)
        if name == "p":
            yield from self._paragraph(block)
        elif name == "tbl":
            yield from laid_out([list(self._cells(row)) for row in _rows(block)])
        elif name not in _LEFT_OUT:
            yield from self._blocks(block)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in _within(row, "tc"):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            continued = merge is not None and attribute_of(merge, "val") != "restart"
            if child(properties, "cellDel") is None:
                yield () if continued else list(self._blocks(cell))

    def _paragraph(self, paragraph: Element) -> Iterator[Paragraph]:
        words = words_of(paragraph)
        properties = child(paragraph, "pPr")
        text = self._merged + "".join(words.pieces)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._merged = text
        else:
            self._merged = ""
            number = self._number(properties)
            depth = self._depth(number, properties)
            yield from self._printed(text, number, depth)
        for box in words.boxes:
            yield from self._blocks(box)

    def _number(self, properties: Element | None) -> Number | None:
        use, level = list_reference(properties)
        style = value(properties, "pStyle")
        styled = self.styles.list_of(style) if use is None else None
        if styled:
            use, owner, stated = styled
            level = stated if level is None else level
            level = self.numbering.level_of_style(use, owner) if level is None else level
        return self.numbering.next(use, level or 0) if use is not None else None

    def _depth(self, number: Number | None, properties: Element | None) -> int:
        """Return how deep an item stands: by its indent below the items before it.

        A list of another definition may go on below an item; its own levels begin at 0.
        """
        if number is None or (number.marker != BULLET and not number.depth):
            self._open.clear()
            return 0
        lefts = (
            indent(properties),
            self.styles.indent_of(value(properties, "pStyle")),
            number.left,
        )
        left = next((left for left in lefts if left is not None), None)
        if left is None:
            return number.depth
        place = left + _TIE * number.level
        while self._open and self._open[-1][0] > place + _SAME_PLACE:
            self._open.pop()
        if self._open and place <= self._open[-1][0] + _SAME_PLACE:
            return self._open[-1][1]
        depth = self._open[-1][1] + 1 if self._open else number.depth
        self._open.append((place, depth))
        return depth

    def _printed(self, text: str, number: Number | None, depth: int) -> Iterator[Paragraph]:
        if number is None or not number.marker:
            for part in split_at_blank_lines(text):
                typed = typed_item(part.strip())
                yield self._with_notes(_TABS.sub(COLUMN_GAP, typed.text), typed.tight)
            return
        body = self._with_notes(_tidy(text))
        if body.text or number.marker != BULLET:
            yield body.indented(depth, number.marker)

    def _with_notes(self, text: str, tight: bool = False) -> Paragraph:
        """Put the labels of notes in the places that are marked for them, as furniture."""
        pieces, furniture, length, last = [], [], 0, 0
        for note in _NOTE.finditer(text):
            before, label = _MARKS.sub("", text[last : note.start()]), self._label(note[1], note[2])
            start = length + len(before)
            pieces += [before, label]
            length, last = start + len(label), note.end()
            furniture.append((start, length))
        return Paragraph(
            "".join(pieces) + _MARKS.sub("", text[last:]), tight, furniture=tuple(furniture)
        )

    def _label(self, kind: str, name: str) -> str:
        key = (kind, name)
        note = self.notes.get(key)
        if note is None:
            return ""
        if key not in self._labels:
            count = 1 + sum(1 for labelled, _ in self._labels if labelled == kind)
            self._labels[key] = f"[{count if kind == 'footnotes' else roman(count)}]"
            self._due.append((self._labels[key], note))
        return self._labels[key]

    def _note(self, label: str, note: Element) -> Iterator[Paragraph]:
        for position, paragraph in enumerate(self._blocks(note)):
            yield Paragraph(f"{label} {paragraph.text}") if position == 0 else paragraph


def _rows(table: Element) -> Iterator[Element]:
    for row in _within(table, "tr"):
        if not is_on(child(row, "trPr"), "del"):
            yield row


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through content controls around them."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _within(element, name)


def _tidy(text: str) -> str:
    return _TABS.sub(COLUMN_GAP, text.strip())
