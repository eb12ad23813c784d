"""Lays small pages out and writes the result as the case files do."""

from __future__ import annotations

from minutesparse.lexicons import default_lexicon
from minutesparse.normalise import normalise
from minutesparse.segment import lay_out
from minutesparse.text import Block, ItemLayout, Source

_PAGE = "Agenda item\n\nGrounds maintenance\n\nMinutes:\n\n{}\n"


def item_of(text: str) -> ItemLayout:
    """Return the one item of a page."""
    layout = lay_out(normalise(Source(text)), default_lexicon())
    [item] = layout.items
    return item


def minuted(text: str) -> tuple[Block, ...]:
    """Return the blocks of some lines of minutes, without the label above them."""
    return item_of(_PAGE.format(text)).blocks[1:]


def written(block: Block) -> str:
    """Return a block as case files write it: ``bullet 1 o | [topic] words {margin}``."""
    topic = f"[{block.topic.strip(' .:–-')}] " if block.topic else ""
    margin = f" {{{block.margin}}}" if block.margin else ""
    return f"{_head(block)} | {topic}{' '.join(block.text.split())}{margin}"


def _head(block: Block) -> str:
    marker = (block.marker.label or block.marker.style) if block.marker else None
    depth = None if block.kind == "label" else str(block.depth)
    speech = " ".join(filter(None, (block.speech, block.speech_number)))
    parts = (block.kind, depth, marker, f"({speech})" if speech else None)
    return " ".join(part for part in parts if part is not None)
