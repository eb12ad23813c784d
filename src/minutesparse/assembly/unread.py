"""What no record holds, with the part of the page that it stands in as the reason."""

from __future__ import annotations

from collections.abc import Iterable
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
    regions = _disjoint(
        (*anchors.stretch(start, end), reason) for start, end, reason in _regions(layout)
    )
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
            yield block.marker_start, block.end, _reason(block)


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
