"""Paragraphs on their way into a source's text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

INDENT = "  "
DEEPEST = 8  # levels of lists that are told apart
BULLET = "• "
_BLANK_LINES = re.compile(r"[ \t\xa0]*\n(?:[ \t\xa0]*\n)+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, heading or table row.

    Attributes:
        text: Its lines, without a line end after the last.
        tight: No blank line stands between it and a tight neighbour (list items, table rows).
        furniture: Stretches of ``text`` that are no part of the minutes.
    """

    text: str
    tight: bool = False
    furniture: tuple[tuple[int, int], ...] = ()

    def indented(self, depth: int, marker: str = "") -> Paragraph:
        """Return the paragraph with a marker before its first line, all of it indented."""
        indent = INDENT * min(depth, DEEPEST)
        first, later = indent + marker, indent + " " * len(marker)
        if not first:
            return self

        def moved(place: int) -> int:
            return place + len(first) + len(later) * self.text.count("\n", 0, place)

        return Paragraph(
            (first + self.text.replace("\n", "\n" + later)).rstrip(),
            tight=True,
            furniture=tuple((moved(start), moved(end)) for start, end in self.furniture),
        )


def as_furniture(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph as one that is no part of the minutes."""
    return replace(paragraph, furniture=((0, len(paragraph.text)),))


def split_at_blank_lines(text: str) -> list[str]:
    """Return the stretches of text between blank lines, without the blank ones."""
    return [part for part in _BLANK_LINES.split(text) if part.strip()]


def printed(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of the paragraphs, a blank line between them, and its furniture."""
    pieces: list[str] = []
    furniture: list[tuple[int, int]] = []
    length, tight = 0, False
    for paragraph in paragraphs:
        gap = "" if not pieces else "\n" if tight and paragraph.tight else "\n\n"
        start = length + len(gap)
        pieces += (gap, paragraph.text)
        furniture += ((start + first, start + last) for first, last in paragraph.furniture)
        length, tight = start + len(paragraph.text), paragraph.tight
    return "".join(pieces) + ("\n" if pieces else ""), tuple(furniture)
