"""The lines of a document as text: what belongs together, what stands apart, and how deep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutesparse.read.paragraphs import BULLET, DEEPEST, INDENT, Paragraph
from minutesparse.read.pdf.markers import WIDE, Shape, plain_shape, shape_of
from minutesparse.read.pdf.words import Line, Page, gap
from minutesparse.read.tables import COLUMN_GAP, with_owner
from minutesparse.text import PageMark

_USUAL = 1.1  # distance of lines, as a share of their height, where a document shows little
_LITTLE = 2
_APART = 1.28  # share of the usual distance from which a paragraph ends
_SHIFT = 0.9  # change of the left edge, as a share of the height, at which a paragraph ends
_ENDS = (".", "!", "?", ":", ";", ".”", ".’", ".)", '."')
_OWNER_COLUMN = (60, 120)  # least and greatest character at which the column of actions stands
_AROUND = 5  # lines on either side that show how far lines reach


def usual_distance(pages: Sequence[Page]) -> float:
    """Return how far lines of a paragraph stand from each other, as a share of their height."""
    distances = Counter(
        round((line.base - following.base) / max(line.size, following.size, 0.1), 1)
        for page in pages
        for line, following in pairwise(page.lines)
    )
    distances[_USUAL] += _LITTLE
    close = {distance: count for distance, count in distances.items() if 0.7 <= distance <= 2.2}
    return max(close, key=lambda distance: (close[distance], -distance))


def owner_column(lines: Iterable[Line]) -> int:
    """Return the character at which the right-hand column stands in the text."""
    least, greatest = _OWNER_COLUMN
    longest = max((len(line.text) for line in lines if line.owner), default=0)
    return max(least, min(greatest, longest + 2 * len(COLUMN_GAP)))


@dataclass(slots=True)
class _Item:
    """A list item that is open: where its marker and its text stand, and how it is printed."""

    left: float
    text_left: float
    depth: int
    width: int
    numbered: bool


@dataclass(slots=True)
class Flow:
    """Writes lines and tables, one page after the other.

    Attributes:
        distance: Usual distance of lines, as a share of their height.
        column: Character at which the column of actions stands.
        body_left: Where most lines begin, in points.
    """

    distance: float
    column: int
    body_left: float
    pieces: list[str] = field(default_factory=list)
    furniture: list[tuple[int, int]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    length: int = 0
    _waiting: list[str] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _before: Line | None = None
    _above: Shape | None = None
    _opened: bool = False
    _tight: bool = False

    def lines(self, lines: Sequence[Line]) -> None:
        """Write lines that follow each other on a page."""
        for at, line in enumerate(lines):
            around = lines[max(0, at - _AROUND) : at + _AROUND]
            reach = max(one.right for one in around)
            shape = shape_of(line)
            if shape.counted and self._wraps_into(line, reach):
                shape = plain_shape(line)
            self._line(line, shape, reach)
            self._before, self._above = line, shape

    def story(self, lines: Sequence[Line]) -> None:
        """Write lines that stand apart from those before and after: a cell, a column."""
        self._items.clear()
        self._before = None
        self.lines(lines)
        self._before = None

    def table(self, paragraphs: Sequence[Paragraph], page: int) -> None:
        """Write what a table says."""
        self._items.clear()
        for at, paragraph in enumerate(paragraphs):
            together = at > 0 and paragraph.tight and self._tight
            self._write(paragraph.text, page, "\n" if together else "\n\n")
            self._tight = paragraph.tight
        self._before, self._tight = None, False

    def aside(self, text: str) -> None:
        """Write a line that is no part of the minutes, as soon as a paragraph has ended."""
        self._waiting.append(text)

    def finished(self, pages: Sequence[Page]) -> tuple[str, tuple[PageMark, ...]]:
        """Write what waits; return the text and the marks of the pages."""
        last = pages[-1].number if pages else 1
        self._asides(last)
        text = "".join(self.pieces) + ("\n" if self.pieces else "")
        return text, _marks(self.starts, [page.number for page in pages], len(text))

    def _line(self, line: Line, shape: Shape, reach: float) -> None:
        ends = self._line_ends(line, shape, reach)
        indent = self._indent(shape, line.size, begins=ends == "\n\n")
        text = indent + shape.marker + shape.text
        if line.owner:
            text = with_owner(text, line.owner, self.column)
        self._write(text, line.page, ends)
        self._opened = ends == "\n\n"

    def _line_ends(self, line: Line, shape: Shape, reach: float) -> str:
        """Return the line ends before a line: one within a paragraph or list, else two."""
        before, above = self._before, self._above
        if before is None or above is None:
            return "\n\n"
        in_list = bool(self._items) or (above.counted and shape.counted)
        if line.page != before.page:
            runs_on = in_list if shape.marker else _runs_on(before, line)
            if not runs_on:
                self._items.clear()
            return "\n" if runs_on else "\n\n"
        if self._stands_apart(before, line):
            return "\n\n"
        if shape.marker:
            return "\n" if in_list else "\n\n"
        forced = _is_forced(before, line, reach)
        ended = before.text.endswith(_ENDS)
        if (forced and (above.counted or ended)) or (_is_reset(before, line) and (forced or ended)):
            return "\n\n"
        return "\n\n" if self._shifted(before, above, line, forced) else "\n"

    def _stands_apart(self, before: Line, line: Line) -> bool:
        distance = before.base - line.base
        usual = self.distance * max(before.size, line.size)
        return distance > _APART * usual or distance < 0

    def _shifted(self, before: Line, above: Shape, line: Line, forced: bool) -> bool:
        """Tell whether the left edge changes as it does only between paragraphs."""
        shift = line.left - above.text_left
        if abs(shift) <= _SHIFT * line.size or _hangs(before, line):
            return False
        centred = abs((before.left + before.right) - (line.left + line.right)) < line.size
        outdent = self._opened and -4 * line.size < shift < 0
        return not centred and (forced or not (outdent or above.marker))

    def _wraps_into(self, line: Line, reach: float) -> bool:
        """Tell whether a number is a word of the sentence that the line before has begun."""
        before, above = self._before, self._above
        if before is None or above is None or before.page != line.page:
            return False
        level = abs(above.text_left - line.left) < 0.25 * line.size
        ended = before.text.endswith(_ENDS) or _is_forced(before, line, reach)
        return level and not above.marker and not ended and not self._stands_apart(before, line)

    def _indent(self, shape: Shape, size: float, *, begins: bool) -> str:
        """Return the spaces before a line, by the list items that it stands in.

        Args:
            shape: How the line begins.
            size: Its height in points.
            begins: A paragraph begins with it.
        """
        while self._items and shape.left < self._items[-1].left - 0.25 * size:
            self._items.pop()
        if not shape.marker:
            return self._continued(shape, size, begins)
        if self._items and shape.left <= self._items[-1].left + 0.5 * size:
            depth = self._items.pop().depth
        else:
            depth = self._items[-1].depth + 1 if self._items else 0
        if shape.marker != BULLET and shape.left <= self.body_left + size:
            self._items.clear()
            return ""
        counts = shape.marker != BULLET
        self._items.append(_Item(shape.left, shape.text_left, depth, len(shape.marker), counts))
        return INDENT * min(depth, DEEPEST)

    def _continued(self, shape: Shape, size: float, begins: bool) -> str:
        """Return the spaces before a line without a marker: those of the item's text."""
        if not self._items:
            return ""
        item = self._items[-1]
        offset = shape.left - item.text_left
        if not -0.6 * size <= offset <= 1.5 * size or (begins and item.numbered and not item.depth):
            return ""
        return INDENT * min(item.depth, DEEPEST) + " " * item.width

    def _write(self, text: str, page: int, ends: str) -> None:
        if ends == "\n\n":
            self._asides(page)
        ends = ends if self.pieces else ""
        self.starts.setdefault(page, self.length + len(ends))
        self.pieces += (ends, text)
        self.length += len(ends) + len(text)

    def _asides(self, page: int) -> None:
        waiting, self._waiting = self._waiting, []
        for text in waiting:
            ends = "\n\n" if self.pieces else ""
            start = self.length + len(ends)
            self.starts.setdefault(page, start)
            self.furniture.append((start, start + len(text)))
            self.pieces += (ends, text)
            self.length = start + len(text)


def _hangs(before: Line, line: Line) -> bool:
    """Tell whether a line begins where words after a wide space do on the line before."""
    return any(
        abs(word.left - line.left) < 3.0 and gap(previous, word) >= WIDE
        for previous, word in pairwise(before.words)
    )


def _is_reset(before: Line, line: Line) -> bool:
    """Tell whether two lines are each set in one font, and not in the same."""
    return bool(before.font and line.font and before.font != line.font)


def _is_forced(before: Line, line: Line, reach: float) -> bool:
    """Tell whether a line ends where the first word of the next would still have had room."""
    width = line.words[0].right - line.words[0].left
    return before.right + 0.3 * line.size + width < reach - 0.5 * line.size


def _runs_on(before: Line, line: Line) -> bool:
    """Tell whether a paragraph goes on at the top of the next page."""
    if _is_reset(before, line):
        return False
    return not before.text.endswith(_ENDS) and (
        line.text[0].islower() or before.text[-1] in ",-–(" or _ends_within(before.text)
    )


def _ends_within(text: str) -> bool:
    """Tell whether a line ends with a word that no sentence ends with."""
    return text.rpartition(" ")[2] in _INNER_WORDS


_INNER_WORDS = frozenset(
    {
        *("a", "an", "and", "as", "at", "be", "by", "for", "from", "had", "has", "have", "in"),
        *("is", "of", "on", "or", "that", "the", "their", "to", "was", "were", "which", "with"),
    }
)


def _marks(starts: dict[int, int], numbers: Sequence[int], length: int) -> tuple[PageMark, ...]:
    """Return page marks that cover the text; a page without text is an empty stretch."""
    begins: list[int] = []
    following = length
    for number in reversed(numbers):
        following = min(starts.get(number, following), following)
        begins.append(following)
    begins.reverse()
    if begins:
        begins[0] = 0
    ends = [*begins[1:], length]
    return tuple(map(PageMark, numbers, begins, ends))
