"""What no record holds, with the part of the page that it stands in as the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from minutesparse.assembly.anchors import Anchors
from minutesparse.residue import Region, residue
from minutesparse.text import Block, Layout

_ZONE_REASONS = {
    "front": "heading",
    "agenda": "agenda-text",
    "documents": "furniture",
    "reasons": "unclassified",
    "minutes": "unclassified",
    "decision": "unclassified",
}


def unparsed(text: str, layout: Layout, anchors: Anchors) -> list[dict[str, Any]]:
    """Return the stretches of the source that lie in no record."""
    parted = (part for region in _regions(layout) for part in _around(layout.heads, *region))
    regions = _disjoint((*anchors.stretch(start, end), reason) for start, end, reason in parted)
    return [
        {"span": {"start": start, "end": end}, "reason": reason}
        for start, end, reason in residue(text, anchors.covered, regions)
    ]


def _regions(layout: Layout) -> Iterable[Region]:
    for block in (*layout.front, *layout.back):
        yield block.marker_start, block.end, "heading"
    for item in layout.items:
        first = item.blocks[0].marker_start if item.blocks else item.end
        if first > item.start:
            yield item.start, first, "heading"
        for block in item.blocks:
            first = block.start if block.topic_width else block.marker_start
            if block.topic_width:
                yield block.marker_start, first, "heading"
            yield first, block.end, _reason(block)


def _around(
    heads: Sequence[tuple[int, int]], start: int, end: int, reason: str
) -> Iterator[Region]:
    """Yield the parts of a region between the heads of columns in it, which are furniture."""
    place = start
    for first, last in heads[bisect_left(heads, (start, 0)) :]:
        if first >= end:
            break
        yield place, first, reason
        place = min(last, end)
    yield place, end, reason


def _reason(block: Block) -> str:
    return "heading" if block.kind == "label" else _ZONE_REASONS[block.zone]


def _disjoint(regions: Iterable[Region]) -> list[Region]:
    """Return regions in order with overlaps cut off."""
    out: list[Region] = []
    done = 0
    for start, end, reason in sorted(regions):
        first = max(start, done)
        if first < end:
            out.append((first, end, reason))
            done = end
    return out
