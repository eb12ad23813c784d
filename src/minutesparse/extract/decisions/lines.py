"""Lines of an item as the rules of decisions read them: whole again, and in their right zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.decisions.phrases import phrases
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, Sentence

_BEGINS_LINE = re.compile(
    r"[^/]{2,40}/|(?:The\s+)?Decisions?\s+(?:of|by|taken\s+by|made\s+by)\b.*", re.I
)
"""Words that no topic is: a mover before a slash, or the beginning of "Decision of Cabinet"."""

RECOMMENDATION = re.compile(r"\W{0,2}RECOMMENDATIONS?\s*[:–-]*\s*", re.I)
"""The label of what a committee recommends, or its officers."""

_LABEL = re.compile(r"\W*Decisions?\W*", re.I)
_OPEN_END = re.compile(r"\b(?:resolved|agreed|recommended|decided)\s+that\W*$", re.I)
_TOLD = ("minutes", "decision")
_SETTLED = re.compile(
    r"\bseconded\b.*\b(?:agreed|approved|resolved|carried)\b|\b(?:carried|agreed)\W*$|"
    r"\b(?:carried|agreed|approved)\s+(?:by\s+\d|unanimously|\(?\d)",
    re.I,
)


def as_minuted(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the blocks of an item, each a whole line, with what a vote recommended as decided."""
    whole = [_whole_line(block) for block in blocks]
    lines = tuple(_after_votes([one for at, one in enumerate(whole) if not _parts(whole, at)]))
    if any(block.zone in _TOLD for block in lines):
        return lines
    return tuple(_decided(block, lexicon) for block in lines)


def _parts(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a block is a label that parts "it was resolved that" from what was."""
    label = at > 0 and _LABEL.fullmatch(blocks[at].text) is not None
    return label and _OPEN_END.search(blocks[at - 1].text) is not None


def _decided(block: Block, lexicon: Lexicon) -> Block:
    """Return a line that says what a body did as one of the minute, though it sounds like agenda.

    "The Committee endorsed the plan set out in the report." may be all that an item says.
    """
    first = next(phrases(block.text, lexicon), None) if block.kind == "paragraph" else None
    if first is None or first.subject != "body" or first.begin > 0 or first.past:
        return block
    return replace(block, zone="minutes") if first.word.endswith("ed") else block


def _after_votes(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; "RECOMMENDATION:" right below a vote heads what it carried."""
    below = False
    for index, block in enumerate(blocks):
        label = block.kind == "label" and RECOMMENDATION.fullmatch(block.text) is not None
        if label:
            below = index > 0 and _settles(blocks[index - 1])
        elif block.kind == "label" or block.zone != "agenda":
            below = below and index > 0 and blocks[index - 1].kind == "label"
        yield replace(block, zone="decision") if below else block


def _settles(block: Block) -> bool:
    """Tell whether a line ends by saying that what was moved is agreed."""
    last = block.sentences[-1].text if block.sentences else block.text
    return block.zone != "agenda" and _SETTLED.search(last) is not None


def _whole_line(block: Block) -> Block:
    """Return a block with what stands before it, where that is a mover or a head and no topic."""
    if block.topic is None or _BEGINS_LINE.fullmatch(block.topic) is None:
        return block
    if len(block.topic) > block.topic_width or not block.sentences:
        return block
    before = block.topic.ljust(block.topic_width)
    start, first = block.start - len(before), block.sentences[0]
    own = Sentence(start, first.end, before + first.text)
    return replace(
        block,
        start=start,
        text=before + block.text,
        topic=None,
        topic_width=0,
        sentences=(own, *block.sentences[1:]),
    )


__all__ = ["RECOMMENDATION", "as_minuted"]
