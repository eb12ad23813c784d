"""Counts in lines of their own, number before side: "10 in support" above "2 objections"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.lexicons import Lexicon

_ON = re.compile(r"(?:Votes?|Voting)\b[^.?!]{0,120}")  # what the lines below count
_FEWEST = 2
_LONGEST = 60


def read_counted_lines(script: Script, first: int) -> Tally | None:
    """Read lines of a number and a side each, from a block on; None for fewer than two."""
    block = script.blocks[first]
    tally = Tally(block.start, block.end, first=first, block=first)
    words = vote_words(script.lexicon)
    index = first
    while index < len(script.blocks) and script.minuted(index):
        text = script.blocks[index].text.strip()
        found = _line(script.lexicon).fullmatch(text) if len(text) <= _LONGEST else None
        number = words.number_of(found["number"]) if found else None
        if found is None or number is None:
            break
        side = "against" if "objection" in found["side"].lower() else words.side_of(found["side"])
        if side in tally.counts:
            break
        tally.count(side, number)
        tally.end, tally.block = script.blocks[index].end, index
        index += 1
    if len(tally.counts) < _FEWEST:
        return None
    above = script.blocks[first - 1] if first and script.minuted(first - 1) else None
    if above is not None and _ON.fullmatch(above.text.strip()):
        tally.start = above.start
    return tally


@cache
def _line(lexicon: Lexicon) -> re.Pattern[str]:
    words = vote_words(lexicon)
    return re.compile(
        rf"(?P<number>{words.number})\s+(?:(?:votes?|{words.voters})\s+)?"
        rf"(?P<side>{words.side}|(?:in\s+)?objections?)\W*",
        re.I,
    )
