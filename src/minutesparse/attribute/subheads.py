"""Sub-headings that part the list of one lead-in ("Staffing", then bullets)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.attribute.reading import ReadBlock
from minutesparse.attribute.wording import Wordings
from minutesparse.naming import Mention
from minutesparse.text import Block

_LISTED = ("bullet", "numbered")
_LONGEST = 90
_STOPS = frozenset(".;,?!")


def subheads_of(
    blocks: Sequence[ReadBlock], wording: Wordings, is_unknown: Callable[[Mention], bool]
) -> list[bool]:
    """Return for each block whether it is a few words that stand over points and name nobody.

    Args:
        blocks: An item's blocks, as they were read.
        wording: Tests on clauses.
        is_unknown: Whether a name is nobody's that the page knows ("Annual Statements").
    """
    flags: list[bool] = []
    below: Block | None = None
    for read in reversed(blocks):
        flags.append(below is not None and _over_list(read, below, wording, is_unknown))
        if read.block.kind != "label":
            below = read.block
    return flags[::-1]


def followers(blocks: Sequence[ReadBlock], subheads: Sequence[bool]) -> list[Block | None]:
    """Return for each block the next one that is no label and no sub-heading."""
    following: list[Block | None] = []
    nearest: Block | None = None
    for read, subhead in zip(reversed(blocks), reversed(subheads), strict=True):
        following.append(nearest)
        if read.block.kind != "label" and not subhead:
            nearest = read.block
    return following[::-1]


def _over_list(
    read: ReadBlock, below: Block, wording: Wordings, is_unknown: Callable[[Mention], bool]
) -> bool:
    block = read.block
    if block.kind != "paragraph" or block.speech or block.topic or len(block.text) > _LONGEST:
        return False
    if below.kind not in _LISTED or below.speech or block.text[-1:] in _STOPS:
        return False
    if len(read.frames) != 1 or not block.text[:1].isupper():
        return False
    frame = read.frames[0]
    named = any(who is not None and not is_unknown(who) for who in (frame.leading, frame.mention))
    return not named and wording.lacks_verb(frame)
