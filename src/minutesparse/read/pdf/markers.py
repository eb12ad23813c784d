"""Bullets and numbers at the beginning of a printed line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from minutesparse.read.paragraphs import BULLET
from minutesparse.read.pdf.words import Line, Word, gap
from minutesparse.read.tables import COLUMN_GAP

WIDE = 1.0  # space between words, as a share of the line's height, from which columns part
_SET_OFF = 0.5  # the same, from which a marker stands apart from its text
_SPACE = 0.15
_NUMBER = re.compile(
    r"\(?(?:\d{1,4}(?:[./]\d{1,4}){0,4}[a-z]?|[a-zA-Z]|[ivxlIVXL]{1,6})[.):]{1,2}"
    r"|\d{1,4}(?:[./]\d{1,4}){0,3}[a-z]?"
)
_FUSED = re.compile(r"((?:\d{1,3}|[IVX]{1,5})[.)])(?=[A-Z][A-Za-z]{2})")
_BULLETS = frozenset("·•▪▫◦‣⁃○●■□◆❖➢►∙\uf0b7\uf0a7\uf0d8\uf06f\uf02d\uf0fc✓☐")
_MAYBE_BULLETS = frozenset("o-–—*§Øüv>")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a line begins.

    Attributes:
        marker: What is printed for its bullet or number, with the space after it; "" for none.
        left: Where the line begins, in points.
        text_left: Where its text begins, after the marker.
        text: Its text without the marker, wide spaces as column gaps.
    """

    marker: str
    left: float
    text_left: float
    text: str

    @property
    def counted(self) -> bool:
        """Tell whether the marker is a number in digits."""
        return self.marker.strip(" (")[:1].isdigit()


def shape_of(line: Line) -> Shape:
    """Return how a line begins and the text that follows."""
    marker = marker_of(line)
    if marker:
        return Shape(marker, line.left, line.words[1].left, spaced(line.words[1:]))
    plain = plain_shape(line)
    fused = _FUSED.match(plain.text)
    if fused is None:
        return plain
    return Shape(f"{fused[1]} ", line.left, line.left + line.size, plain.text[fused.end() :])


def plain_shape(line: Line) -> Shape:
    """Return a line as one without a marker, however it begins."""
    return Shape("", line.left, line.left, spaced(line.words))


def spaced(words: tuple[Word, ...]) -> str:
    """Return words with single spaces between them, and column gaps where the space is wide."""
    return words[0].text + "".join(
        (COLUMN_GAP if gap(before, word) >= WIDE else " ") + word.text
        for before, word in pairwise(words)
    )


def marker_of(line: Line) -> str:
    """Return what is printed for the bullet or number of a line, "" where it has none."""
    if len(line.words) < 2:
        return ""
    first, space = line.words[0].text, gap(line.words[0], line.words[1])
    if first in _BULLETS or (line.symbol and len(first) == 1):
        return BULLET
    if first in _MAYBE_BULLETS and space > _SET_OFF:
        return BULLET
    if not _NUMBER.fullmatch(first):
        return ""
    if first[-1].isalnum():
        return f"{first}   " if space > _SET_OFF and line.words[1].text[0].isalpha() else ""
    return f"{first} " if space > _SPACE else ""
