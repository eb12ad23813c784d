"""Where records stand in the source, which words they quote, and how they are numbered."""

from __future__ import annotations

from collections.abc import Iterable

from minutesparse.text import Source, Text, blanked

Span = dict[str, int]


class Anchors:
    """Takes offsets back to the source, notes what records cover, and counts ids up.

    Args:
        source: The page as it was read.
        text: The page as the stages saw it, with the way back to the source.
        beside: Where words stand that are no part of the text beside them.
    """

    def __init__(self, source: Source, text: Text, beside: Iterable[tuple[int, int]] = ()) -> None:
        self._source = source.text
        self._text = text
        notes = [text.offsets.span(start, end) for start, end in beside]
        self._running = blanked(source.text, [*source.furniture, *notes])
        self._counts: dict[str, int] = {}
        self.covered: list[tuple[int, int]] = []

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the source of a stretch."""
        return self._text.offsets.span(start, end)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a stretch."""
        first, last = self.stretch(start, end)
        return {"start": first, "end": last}

    def leaf(self, start: int, end: int) -> Span:
        """Return the span of a record and note that it covers its text."""
        first, last = self.stretch(start, end)
        self.covered.append((first, last))
        return {"start": first, "end": last}

    def words(self, start: int, end: int) -> str:
        """Return what the source says in a stretch."""
        first, last = self.stretch(start, end)
        return self._source[first:last]

    def folded(self, start: int, end: int) -> str:
        """Return what the source says in a stretch, each run of white space one space.

        What only the page has put there is left out: running heads, the column of actions.
        """
        first, last = self.stretch(start, end)
        return " ".join(self._running[first:last].split())

    def next_id(self, kind: str) -> str:
        """Return the id of the next record of a kind: "vote-1", "vote-2"."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]}"
