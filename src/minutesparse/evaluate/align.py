"""Which record answers to which mark: stretches of one text, compared and paired."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from minutesparse.records import Spanned

RightT = TypeVar("RightT", bound=Spanned)
FoundT = TypeVar("FoundT", bound=Spanned)


class Ruler:
    """Measures stretches of a text by their letters and digits.

    White space, bullets and punctuation have no length, so they never decide a match.
    """

    def __init__(self, text: str) -> None:
        self._before = tuple(accumulate((char.isalnum() for char in text), initial=0))

    def length(self, start: int, end: int) -> int:
        """Return how many letters and digits stand in a stretch."""
        last = len(self._before) - 1
        return max(0, self._before[min(end, last)] - self._before[min(start, last)])

    def overlap(self, one: Spanned, other: Spanned) -> float:
        """Return the shared part of two stretches over their union, from 0 to 1."""
        ours = self.length(one.span.start, one.span.end)
        theirs = self.length(other.span.start, other.span.end)
        if not (ours and theirs):
            return 0.0
        shared = self.length(
            max(one.span.start, other.span.start), min(one.span.end, other.span.end)
        )
        return shared / (ours + theirs - shared)


def pair(
    right: Sequence[RightT],
    found: Sequence[FoundT],
    worth: Callable[[RightT, FoundT], float],
    least: float,
) -> list[tuple[RightT, FoundT]]:
    """Pair marks and records one to one, the best pair first.

    Args:
        right: The marks.
        found: The records.
        worth: How good a pair is; only stretches that touch are ever asked about.
        least: A pair worth less than this is none.

    Returns:
        The pairs; of two equally good ones the later in the document comes first.
    """
    ranked = sorted(_ranked(right, found, worth, least), reverse=True)
    used_right: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, place, other in ranked:
        if place not in used_right and other not in used_found:
            used_right.add(place)
            used_found.add(other)
            pairs.append((right[place], found[other]))
    return pairs


def _ranked(
    right: Sequence[RightT],
    found: Sequence[FoundT],
    worth: Callable[[RightT, FoundT], float],
    least: float,
) -> Iterator[tuple[float, int, int]]:
    for place, other in _touching(right, found):
        value = worth(right[place], found[other])
        if value > 0 and value >= least:
            yield value, place, other


def _touching(right: Sequence[Spanned], found: Sequence[Spanned]) -> Iterator[tuple[int, int]]:
    """Yield the places of every two stretches that share a code point.

    The records are walked backwards from the last that starts early enough, for as long as one
    further back may still reach the mark; so unrelated records are never compared.
    """
    order = sorted(range(len(found)), key=lambda other: found[other].span.start)
    starts = [found[other].span.start for other in order]
    reach = list(accumulate((found[other].span.end for other in order), max))
    for place, mark in enumerate(right):
        step = bisect_left(starts, mark.span.end) - 1
        while step >= 0 and reach[step] > mark.span.start:
            if found[order[step]].span.end > mark.span.start:
                yield place, order[step]
            step -= 1
