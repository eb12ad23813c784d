"""Words and lines of a page, with their places in points, y upwards from the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

_SAME_LINE = 0.35  # share of the size by which words of one line may stand apart in height


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them.

    Attributes:
        text: The characters.
        left: Where the first begins, in points from the left edge.
        right: Where the last ends.
        base: Height of the base line, in points from the bottom edge.
        size: Height of a line of the font.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other.

    Attributes:
        words: The words from left to right; never empty.
        page: Number of the page, from 1.
        font: Name of the font that the whole line is set in, "" where it changes.
        symbol: The first word is set in a font of symbols.
        owner: What stands beside the line in the right-hand column of actions.
        size: Height of the line's largest word.
        base: Height of the base line of its largest word.
    """

    words: tuple[Word, ...]
    page: int
    font: str = ""
    symbol: bool = False
    owner: str = ""
    size: float = field(init=False)
    base: float = field(init=False)

    def __post_init__(self) -> None:
        largest = max(self.words, key=lambda word: word.size)
        object.__setattr__(self, "size", largest.size)
        object.__setattr__(self, "base", largest.base)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    def with_words(self, words: Sequence[Word]) -> Line:
        """Return the line with other words."""
        return replace(self, words=tuple(words))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, its lines from the top, and words set at an angle."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    aslant: str = ""


def grouped(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words of one line after the other, from the top, each from left to right."""
    waiting = sorted(words, key=lambda word: (-word.base, word.left))
    line: list[Word] = []
    for word in waiting:
        if line and line[0].base - word.base > _SAME_LINE * max(line[0].size, word.size):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda one: one.left)


def gap(before: Word, after: Word) -> float:
    """Return the space between two words of a line, as a share of their size."""
    size = before.size if before.size > after.size else after.size
    return (after.left - before.right) / (size or 1.0)
