"""Points counted within one paragraph ("(1) Shelter. (2) Box.", "a) ... b) ..."), set apart."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesparse.lexicons import Lexicon
from minutesparse.segment.sentences import Sentences
from minutesparse.segment.topics import topic_width
from minutesparse.text import Block, Marker

_POINT = re.compile(
    r"(?:(?<=[.!?] )|(?<=[.!?]  )|^)"
    r"(?:\((?P<label>\d{1,2})\)|(?P<letter>[a-k])\))\s+(?=[A-Z\"'£\d])"
)
_STYLES = ("(1)", "a)")
_TOPIC = re.compile(r"(?P<topic>[A-Z][^.!?]{2,45})\.\s+(?=[A-Z£\d])")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|be|to|not|no|will|would|\w+ed)\b", re.I)


def split_enumeration(block: Block, lexicon: Lexicon) -> list[Block]:
    """Return a paragraph's numbered points as blocks, what stands before them first."""
    style, first = _own_number(block)
    points = _rising(block.text, style, first + 1)
    if first + len(points) < 2 or not points or block.kind == "label":
        return [block]
    bounds = [*(point.start() for point in points), len(block.text)]
    parts = (
        [_part(block, 0, bounds[0], block.marker if first else None, lexicon)] if bounds[0] else []
    )
    for point, end in zip(points, bounds[1:], strict=True):
        marker = Marker(style, point["label"] or point["letter"], point.end() - point.start())
        parts.append(_part(block, point.end(), end, marker, lexicon))
    return parts


def _own_number(block: Block) -> tuple[str, int]:
    """Return the style of an enumeration, and the number that the block itself bears of it."""
    marker = block.marker
    if marker is not None and marker.style in _STYLES and marker.label in ("1", "a"):
        return marker.style, 1
    return "(1)", 0


def _rising(text: str, style: str, first: int) -> list[re.Match[str]]:
    """Return the points of one style that count on from a number, letters by their places."""
    points: list[re.Match[str]] = []
    for found in _POINT.finditer(text) if ")" in text else ():
        lettered = found["letter"] is not None
        place = ord(found["letter"]) - ord("a") + 1 if lettered else int(found["label"])
        if lettered == (style == "a)") and place == len(points) + first:
            points.append(found)
    return points


def _part(block: Block, start: int, end: int, marker: Marker | None, lexicon: Lexicon) -> Block:
    text = block.text[start:end].rstrip()
    topic = _TOPIC.match(text) if marker is not None else None
    width = 0
    if topic is not None and _VERB.search(topic["topic"]) is None:
        width = topic.end()
    elif marker is not None:
        width = topic_width(text, lexicon)
    first = block.start + start + width
    return replace(
        block,
        kind="numbered" if marker is not None else block.kind,
        start=first,
        end=block.start + start + len(text),
        text=text[width:],
        marker=marker if marker is not None else block.marker,
        topic=text[:width].strip(" .") or None,
        sentences=Sentences(text[width:], first),
    )
