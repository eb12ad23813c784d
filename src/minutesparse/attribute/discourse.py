"""Who says what: every clause of a page read on its own, then one fold an item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from minutesparse.attribute.drafts import Draft
from minutesparse.attribute.fold import Fold
from minutesparse.attribute.frames import FrameReader
from minutesparse.attribute.parties import Parties, Roster
from minutesparse.attribute.reading import ReadBlock, Stretch, read_block
from minutesparse.attribute.weighing import Judge, Verdict
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Aliases
from minutesparse.text import Block, Cover


def attribute(
    items: Sequence[Sequence[Block]],
    claimed: Sequence[Sequence[Stretch]],
    debates: Sequence[int | None],
    headings: Sequence[tuple[Block, Block]],
    roster: Roster,
    aliases: Aliases,
    lexicon: Lexicon,
    *,
    judge: Judge,
) -> list[list[Draft]]:
    """Return the contributions of each item of a page.

    Every clause is read on its own first, over the whole page, so that what a speaker does in
    one item tells their part in another; then one fold an item makes contributions.

    Args:
        items: The blocks of each item.
        claimed: For each item, the stretches that are records of another sort.
        debates: For each item, the offset of its first motion, from which on it is a debate.
        headings: The title of each item, and what stands behind it on its line: some tell who
            speaks at it.
        roster: What attendance tells of people.
        aliases: Short forms that the document gives itself.
        lexicon: Names, offices and verbs.
        judge: Makes contributions of an item's clauses.
    """
    reader = FrameReader(lexicon, aliases)
    read = [
        [read_block(block, claims, reader) for block in blocks]
        for blocks, claims in zip(items, map(Cover, claimed), strict=True)
    ]
    frames = (frame for blocks in read for one in blocks for frame in one.frames)
    parties = Parties(lexicon, roster, frames)
    return [
        judge(partial(_heard, parties, debate, *heading, lexicon, blocks))
        for blocks, debate, heading in zip(read, debates, headings, strict=True)
    ]


def _heard(
    parties: Parties,
    debate: int | None,
    heading: Block,
    behind: Block,
    lexicon: Lexicon,
    blocks: Sequence[ReadBlock],
    verdict: Verdict,
) -> list[Draft]:
    """Return what a verdict on each clause makes of an item."""
    return Fold(parties, debate, heading, behind, lexicon, verdict).fold(blocks)
