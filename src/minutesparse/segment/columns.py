"""Tables of two columns, questions left and replies right, as their cells come one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.segment.lines import is_break
from minutesparse.text import Block, Line

_ASKED = re.compile(
    r"(?:(?:key|main)\s+)?(?:points?|questions?|comments?|issues?|quer(?:y|ies)|matters?)\b"
    r"(?:\s+(?:raised|made|asked|from|by|and\s+comments?)\b[^.?:]{0,40})?[.:]?$",
    re.I,
)
_REPLIED = re.compile(
    r"(?:[\w']+\s+){0,3}?(?:responses?|answers?|repl(?:y|ies))\b[^.?:]{0,60}[.:]?$", re.I
)
_ENDS = re.compile(
    r"(?:RESOLVED|AGREED|Resolved|Agreed|Outcomes?|Recommend\w*|Conclusions?|Decision)\b"
)


def told_by_column(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """Return blocks with those of the right column marked as replies.

    Args:
        blocks: The blocks of an item.
        lines: Its lines, the ends of cells among them.
    """
    ends = [line.start for line in lines if is_break(line)]
    if not ends:
        return list(blocks)
    cells = [bisect_right(ends, block.start) for block in blocks]
    out: list[Block] = []
    first: int | None = None
    for place, (block, cell) in enumerate(zip(blocks, cells, strict=True)):
        if _is_head(blocks, cells, place):
            first = cell
        elif first is not None and _ENDS.match(block.text):
            first = None
        out.append(block if first is None else _in_column(block, cell - first))
    return out


def _is_head(blocks: Sequence[Block], cells: Sequence[int], place: int) -> bool:
    """Tell whether a block heads a column of questions, with one of replies beside it."""
    if place + 1 >= len(blocks) or cells[place + 1] != cells[place] + 1:
        return False
    asked, replied = blocks[place], blocks[place + 1]
    return _ASKED.match(asked.text) is not None and _REPLIED.match(replied.text) is not None


def _in_column(block: Block, place: int) -> Block:
    if place < 2:
        return replace(block, kind="label", sentences=())
    return replace(block, speech="answer") if place % 2 and block.kind != "label" else block
