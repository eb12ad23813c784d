"""Values that the stages hand on: where text came from and how it is laid out.

Offsets are code points in the *normalised* text unless a name says ``source``; the
:class:`OffsetMap` that came out of normalising takes them back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

Zone = Literal["front", "agenda", "minutes", "decision", "reasons", "documents"]
BlockKind = Literal["heading", "label", "paragraph", "bullet", "numbered"]

ITEM_BREAK = "\x1d"
"""Stands in the normalised text where a table row ended and with it an agenda item."""

_TO_WORDS = "".join(chr(code).lower() if chr(code).isalpha() else " " for code in range(128))
_HEADING_WITHIN = 60  # characters between the start of an item and its title: the number
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PageMark:
    """One page of a paged source: its number and its stretch of the source text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reader delivers it.

    Attributes:
        text: The text exactly as decoded or extracted; every record's span points into it.
        uri: Path or address, where known.
        media_type: Media type that the content was read as.
        sha256: Digest of the bytes read; None for a string (the pipeline takes the text's own).
        pages: Page marks, empty for sources without pages.
        furniture: Source stretches that the reader knows to be running heads, page numbers or
            the like; they stay in the text but reach no record.
    """

    text: str
    uri: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    pages: tuple[PageMark, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Takes offsets of the normalised text back to the source text.

    The map is a list of runs: from ``clean[i]`` on, offsets differ from the source by a
    constant, ``source[i] - clean[i]``. An empty map is the identity.
    """

    clean: tuple[int, ...] = ()
    source: tuple[int, ...] = ()

    def to_source(self, offset: int) -> int:
        """Return the source offset of a normalised offset (both in code points)."""
        run = bisect_right(self.clean, offset) - 1
        return offset if run < 0 else self.source[run] + offset - self.clean[run]

    def to_clean(self, offset: int) -> int:
        """Return the normalised offset of a source offset whose character was kept."""
        run = bisect_right(self.source, offset) - 1
        return offset if run < 0 else self.clean[run] + offset - self.source[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source stretch of a normalised stretch, half open like it."""
        if not self.clean:
            return start, end
        return self.to_source(start), self.to_source(end)


@dataclass(frozen=True, slots=True)
class Text:
    """Normalised text with the way back to its source.

    Attributes:
        clean: The text that the stages read: plain spaces, straight quotes, one kind of line
            end, and spaces where the source has furniture.
        offsets: Takes offsets in ``clean`` back to the source.
        mended: What was repaired on the way, as ``(code, start, end)`` in ``clean``.
    """

    clean: str
    offsets: OffsetMap = OffsetMap()
    mended: tuple[tuple[str, int, int], ...] = ()


class Placed(Protocol):
    """Whatever stands on a stretch of the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


_Placed = TypeVar("_Placed", bound=Placed)


class Stretches(Generic[_Placed]):
    """Tells which of many stretches overlap another, without going through all of them.

    Args:
        placed: What stands on the stretches, in any order.
    """

    def __init__(self, placed: Iterable[_Placed]) -> None:
        self._placed = list(placed)
        by_start = sorted(enumerate(self._placed), key=lambda one: one[1].start)
        self._order = [place for place, _ in by_start]
        self._starts = [one.start for _, one in by_start]
        # How far the stretches up to each one reach: none before it can overlap what lies behind.
        self._reach = list(accumulate((one.end for _, one in by_start), max))

    def over(self, start: int, end: int) -> Sequence[_Placed]:
        """Return what shares a character with a stretch, in the order in which it was given."""
        return [self._placed[place] for place in self.places(start, end)]

    def places(self, start: int, end: int) -> Sequence[int]:
        """Return where what shares a character with a stretch stands in what was given."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._placed[self._order[index]].end > start:
                found.append(self._order[index])
            index -= 1
        return sorted(found)


class Cover:
    """Tells what of a text is taken, without going through all that takes it.

    Args:
        stretches: What is taken, in any order; stretches that share a character become one.
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._taken: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            if self._taken and start < self._taken[-1][1]:
                first, last = self._taken[-1]
                self._taken[-1] = (first, max(last, end))
            else:
                self._taken.append((start, end))
        self._ends = [end for _, end in self._taken]

    def over(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what is taken of a stretch, from its beginning to its end."""
        for index in range(bisect_right(self._ends, start), len(self._ends)):
            if self._taken[index][0] >= end:
                break
            yield self._taken[index]

    def touches(self, start: int, end: int) -> bool:
        """Tell whether anything of a stretch is taken."""
        return next(self.over(start, end), None) is not None


class Line(NamedTuple):
    """One physical line that is not blank.

    Attributes:
        start: Offset of its first character that is not white space.
        end: Offset after its last character that is not white space.
        indent: White space before ``start``, in columns.
        gap: Blank lines above it.
        text: The characters from ``start`` to ``end``.
    """

    start: int
    end: int
    indent: int
    gap: int
    text: str


class Marker(NamedTuple):
    """A bullet or a number at the start of a line.

    Attributes:
        style: What siblings share: the bullet's glyph, or the number's shape (``(a)``, ``1.1``).
        label: The number without closing punctuation; empty for a bullet.
        width: Characters from the marker's start to the first character of the content.
    """

    style: str
    label: str
    width: int

    @property
    def bullet(self) -> bool:
        """True for a bullet, False for a number or letter."""
        return not self.label


@dataclass(frozen=True)
class Sentence:
    """One sentence of a block: a stretch of the normalised text."""

    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case: a rule whose words are not among them need not be tried."""
        return words_of(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph, bullet, numbered paragraph or label: lines that belong together.

    Attributes:
        kind: ``paragraph``, ``bullet``, ``numbered``, ``label`` or ``heading``.
        zone: The part of the item it stands in.
        start: Offset of the first character of the content, after any marker.
        end: Offset after the last character.
        text: The content with line ends as spaces: ``text[i]`` stands at ``start + i``.
        marker: The bullet or number before the content.
        depth: Nesting in lists, 0 outside or at the outermost level.
        gap: Blank lines above it.
        speech: The kind of speech that a label announces ("Question:", "Response:"), if any.
        speech_number: The number in that label ("Q2", "Response to Q2").
        margin: What stands in the right-hand column beside it (the owner of an action).
        topic: Words that name its subject before its first sentence.
        topic_width: Characters of these words and of what parts them from the sentence.
        sentences: The content's sentences, in order.
        margin_at: Where the line ends beside which the margin's last words stand.
    """

    kind: BlockKind
    zone: Zone
    start: int
    end: int
    text: str
    marker: Marker | None = None
    depth: int = 0
    gap: int = 0
    speech: str | None = None
    speech_number: str | None = None
    margin: str | None = None
    topic: str | None = None
    topic_width: int = 0
    sentences: Sequence[Sentence] = ()
    margin_at: int | None = None

    @property
    def marker_start(self) -> int:
        """Offset of the bullet or number and the topic before the content, or of the content."""
        return self.start - self.topic_width - (self.marker.width if self.marker else 0)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the content in lower case, told once for all that look for some."""
        return words_of(self.text)


@dataclass(frozen=True, slots=True)
class ItemLayout:
    """One agenda item as laid out on the page.

    Attributes:
        number: As printed, without closing punctuation.
        title: The heading's words, white space folded, attachments left out.
        start: Offset of the number or heading.
        end: Offset after the item's last line.
        blocks: Everything under the heading, in order.
        rule: Name of the rule that found the heading.
    """

    number: str | None
    title: str | None
    start: int
    end: int
    blocks: tuple[Block, ...]
    rule: str

    def heading(self, text: str) -> Block:
        """Return the title where it stands in the text, or without extent where it does not.

        Args:
            text: The normalised text.
        """
        title = self.title or ""
        place = text.find(title, self.start, self.start + _HEADING_WITHIN + len(title))
        if title and place >= 0:
            return Block("heading", "agenda", place, place + len(title), title)
        words = r"\s+".join(map(re.escape, title.split()))
        pattern = rf"(?s:.{{0,{_HEADING_WITHIN}}}?)({words})"
        found = re.compile(pattern).match(text, self.start) if words else None
        if found is None:
            return Block("heading", "agenda", self.start, self.start, title)
        return Block("heading", "agenda", found.start(1), found.end(1), _on_one_line(found[1]))

    def behind_title(self, text: str) -> Block:
        """Return what stands behind the title on its line ("– J. Orr"), often nothing.

        Args:
            text: The normalised text.
        """
        start = self.heading(text).end
        end = text.find("\n", start, self.end)
        end = self.end if end < 0 else end
        return Block("heading", "agenda", start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole page.

    Attributes:
        front: What stands before the items.
        items: The items.
        back: What stands after them.
        beside: Where words of the right-hand column stand, which are no part of the text that
            they stand beside.
        heads: Where lines stand that only head the columns of the page.
    """

    front: tuple[Block, ...]
    items: tuple[ItemLayout, ...]
    back: tuple[Block, ...] = ()
    beside: tuple[tuple[int, int], ...] = ()
    heads: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=128)  # neighbouring rules ask for the words of the same few texts
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, hyphens and apostrophes parting them."""
    if text.isascii():
        return frozenset(text.translate(_TO_WORDS).split())
    return frozenset(_LETTERS.findall(text.lower()))


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return the text with spaces over the stretches; line ends stay."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(stretches):
        if start >= done:
            parts += [text[done:start], spaces(text[start:end])]
            done = end
    return "".join([*parts, text[done:]]) if parts else text


def _on_one_line(text: str) -> str:
    """Return a text with each line end as a space."""
    return text.replace("\r", " ").replace("\n", " ")


def spaces(text: str) -> str:
    """Return as many spaces as a text has characters; line ends stay."""
    return "".join("\n" if character in "\r\n" else " " for character in text)
