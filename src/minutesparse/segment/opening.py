"""What is said before the first item: a welcome, a talk, residents' questions, a call to order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.text import Block, ItemLayout, Layout

_FEWEST_WORDS = 5
_PROSE_END = re.compile(r"[.?!][\"'’”)]*$")
_LED = r"(?:[A-Z][^:.?!]{2,40}:\s+)?(?:[A-Z][^.:;?!]{2,60}?,\s+)?"
_SUBJECT = r"[A-Z][^:;?!]{0,120}?"


def with_opening(layout: Layout, lexicon: Lexicon) -> Layout:
    """Return a layout in which what is said before the first item stands in items without title.

    Paragraphs in which somebody speaks, and those that follow them, are taken from the front
    matter; a page without items is left alone.

    Args:
        layout: The page as its headings part it.
        lexicon: The verbs by which a paragraph tells that somebody speaks.
    """
    if not layout.items:
        return layout
    runs = list(_runs(layout.front, _says(lexicon)))
    taken = {block.start for run in runs for block in run}
    if not taken:
        return layout
    front = tuple(block for block in layout.front if block.start not in taken)
    return replace(layout, front=front, items=(*map(_item, runs), *layout.items))


def _runs(front: Sequence[Block], says: re.Pattern[str]) -> Iterator[list[Block]]:
    """Yield the paragraphs in which somebody speaks, each with the prose right behind it."""
    run: list[Block] = []
    for block in front:
        if _is_prose(block) and (run or says.match(block.sentences[0].text) is not None):
            run.append(block)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _is_prose(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.text.split()) >= _FEWEST_WORDS
        and _PROSE_END.search(block.text.rstrip()) is not None
    )


def _item(run: Sequence[Block]) -> ItemLayout:
    blocks = tuple(replace(block, zone="minutes") for block in run)
    start = run[0].marker_start
    return ItemLayout(None, None, start, run[-1].end, blocks, "item.opening")


@cache
def _says(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a paragraph that opens with somebody who speaks."""
    verbs = alternation(lexicon.phrases("layout", "opening_speech"))
    return re.compile(rf"{_LED}{_SUBJECT}(?<!\bis)(?<!\bare)(?<!\bbe)\s+(?:{verbs})\b")
