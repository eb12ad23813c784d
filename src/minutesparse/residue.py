"""What lies in no record: the stretches between records, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Region = tuple[int, int, str]


def residue(
    text: str, covered: Iterable[tuple[int, int]], regions: Sequence[Region]
) -> Iterator[Region]:
    """Yield the stretches of text that no record covers, blanks at their ends left out.

    Args:
        text: The source text.
        covered: Stretches that records stand on, in any order.
        regions: Parts of the text with the reason that holds there, in order, not overlapping;
            between them the reason is ``furniture``.
    """
    for start, end in _gaps(len(text), covered):
        for first, last, reason in _by_region(start, end, regions):
            piece = text[first:last]
            inner = piece.strip()
            if inner:
                begin = first + len(piece) - len(piece.lstrip())
                yield begin, begin + len(inner), reason


def _gaps(length: int, covered: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in sorted(covered):
        if start > done:
            yield done, start
        done = max(done, end)
    if done < length:
        yield done, length


def _by_region(start: int, end: int, regions: Sequence[Region]) -> Iterator[Region]:
    place = start
    for index in range(_first_after(regions, start), len(regions)):
        first, last, reason = regions[index]
        if first >= end:
            break
        if first > place:
            yield place, first, "furniture"
        yield max(first, place), min(last, end), reason
        place = min(last, end)
    if place < end:
        yield place, end, "furniture"


def _first_after(regions: Sequence[Region], offset: int) -> int:
    """Return the index of the first region that ends after an offset."""
    low, high = 0, len(regions)
    while low < high:
        middle = (low + high) // 2
        if regions[middle][1] <= offset:
            low = middle + 1
        else:
            high = middle
    return low
