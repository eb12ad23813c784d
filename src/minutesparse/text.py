"""Values that the stages hand on: where text came from and how it is laid out.

Offsets are code points in the *normalised* text unless a name says ``source``; the
:class:`OffsetMap` that came out of normalising takes them back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


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

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source stretch of a normalised stretch, half open like it."""
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
