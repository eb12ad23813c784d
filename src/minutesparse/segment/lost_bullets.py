"""Points whose bullets were lost: paragraphs below a colon that end in semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.lexicons import Lexicon
from minutesparse.segment.sentences import Sentences
from minutesparse.segment.topics import stopped_width, topic_width
from minutesparse.text import Block

_GOES_ON = re.compile(r";(?:\s+(?:and|or|but))?$")
_DECIDES = re.compile(
    r"\b(?:resolve[sd]?|recommend(?:s|ed|ation)?|agreed|approved?|decided|vot(?:e|ed|ing|es)|that)\b"
    r"[^.;]{0,60}:$",
    re.I,
)
_FEWEST = 2


def with_lost_bullets(blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Return the blocks of an item, the points of a list that lost its marks as bullets.

    Below a line that ends in a colon, paragraphs that end in semicolons are points, and so is the
    one behind them. The parts of a decision or a count stay what they are.

    Args:
        blocks: The blocks, in order.
        lexicon: Tells the words of topics.
    """
    found = list(blocks)
    index = 0
    while index < len(found):
        end = _points_end(found, index)
        for place in range(index + 1, end):
            depth = found[index].depth + (found[index].kind == "bullet")
            found[place] = _bullet(found[place], depth, lexicon)
        index = max(end, index + 1)
    return found


def with_topics(blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Return the blocks of an item, its paragraphs without their topics where several have one.

    One short sentence without a verb may be what was done ("No change."); where two paragraphs of
    an item open with such, they name what the paragraphs are about ("Ferry. The ..., Toilets. We").

    Args:
        blocks: The blocks, in order.
        lexicon: Tells the words of topics.
    """
    widths = [_topic_of(block, lexicon) for block in blocks]
    if sum(map(bool, widths)) < _FEWEST:
        return list(blocks)
    return [
        _behind_topic(block, width) if width else block
        for block, width in zip(blocks, widths, strict=True)
    ]


def _topic_of(block: Block, lexicon: Lexicon) -> int:
    """Return how many characters at the start of a paragraph name its topic, 0 for none."""
    if not _is_point(block) or block.topic or block.zone not in ("minutes",):
        return 0
    return stopped_width(block.text, lexicon)


def _behind_topic(block: Block, width: int) -> Block:
    """Return a block that begins behind its topic."""
    text, start = block.text[width:], block.start + width
    topic = block.text[:width].strip(" .–-:")
    return replace(block, topic=topic, start=start, text=text, sentences=Sentences(text, start))


def _bullet(block: Block, depth: int, lexicon: Lexicon) -> Block:
    """Return a paragraph as a bullet, the words of its topic apart."""
    width = 0 if block.topic else topic_width(block.text, lexicon)
    text, start = block.text[width:], block.start + width
    return replace(
        block,
        kind="bullet",
        depth=depth,
        topic=block.text[:width].strip(" –-:") or block.topic,
        start=start,
        text=text,
        sentences=Sentences(text, start),
    )


def _points_end(blocks: Sequence[Block], lead: int) -> int:
    """Return where the points below a block end; the block's own index where none stand there."""
    text = blocks[lead].text.rstrip()
    if not text.endswith(":") or blocks[lead].kind == "label" or _DECIDES.search(text):
        return lead
    end = lead + 1
    while end < len(blocks) and _is_point(blocks[end]) and _GOES_ON.search(blocks[end].text):
        end += 1
    if end - lead <= _FEWEST:
        return lead
    return end + (end < len(blocks) and _is_point(blocks[end]))


def _is_point(block: Block) -> bool:
    """Tell whether a block can be a point that lost its mark."""
    return block.kind == "paragraph" and block.marker is None and block.speech is None
