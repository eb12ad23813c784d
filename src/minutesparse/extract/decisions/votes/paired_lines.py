"""Counts of a table that was flattened: "FOR" above "14", "Orr" above "Against"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes.names import names_in
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.lexicons import Lexicon

_ANNOUNCES = re.compile(r"(?:[Vv]ot(?:e|es|ed|ing)|[Rr]oll)\b[^.?!]{0,120}:\s*$")
_LONGEST = 60
_FEWEST = 2
_FEWEST_NAMES = 3


def read_paired_lines(script: Script, first: int) -> Tally | None:
    """Read pairs of lines from a block on: side and number, or name and side; None for neither."""
    if not any(_holds_side(script, index) for index in (first, first + 1)):
        return None
    tally = _numbered(script, first) or _called(script, first)
    if tally is not None and first:
        above = script.blocks[first - 1]
        told = above.sentences[-1] if above.sentences else None
        if told is not None and script.minuted(first - 1) and _ANNOUNCES.search(told.text):
            tally.start = told.start
    return tally


def _holds_side(script: Script, index: int) -> bool:
    """Tell whether a block is a short line with a word of a side."""
    if index >= len(script.blocks) or len(script.blocks[index].text) > _LONGEST:
        return False
    return script.holds(index, "sides", "votes") or script.holds(index, "answers", "votes")


def _numbered(script: Script, first: int) -> Tally | None:
    """Read sides each above the number of those who took it."""
    tally = Tally(script.blocks[first].start, script.blocks[first].end, first=first)
    words = vote_words(script.lexicon)
    for index in range(first, len(script.blocks) - 1, 2):
        side, number = _line(script, index), words.number_of(_line(script, index + 1))
        if _side(script.lexicon).fullmatch(side) is None or number is None:
            break
        if words.side_of(side) in tally.counts:
            break
        tally.count(words.side_of(side), number)
        tally.end, tally.block = script.blocks[index + 1].end, index + 1
    return tally if len(tally.counts) >= _FEWEST else None


def _called(script: Script, first: int) -> Tally | None:
    """Read names each above the side that was taken."""
    tally = Tally(script.blocks[first].start, script.blocks[first].end, first=first)
    words, side = vote_words(script.lexicon), _side(script.lexicon)
    for index in range(first, len(script.blocks) - 1, 2):
        name, took = _line(script, index), _line(script, index + 1)
        voters = names_in(name, script.lexicon) if side.fullmatch(name) is None else []
        if len(voters) != 1 or side.fullmatch(took) is None:
            break
        tally.name(words.side_of(took), voters)
        tally.end, tally.block = script.blocks[index + 1].end, index + 1
    if len(tally.names) < _FEWEST_NAMES:
        return None
    for vote in tally.names:
        tally.count(vote.option, tally.named(vote.option))
    return tally


def _line(script: Script, index: int) -> str:
    """Return the words of a block that is one short line of the minute, else nothing."""
    block = script.blocks[index]
    text = block.text.strip(" .:|")
    return text if len(text) <= _LONGEST and script.minuted(index) else ""


@cache
def _side(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a line that is nothing but a side."""
    return re.compile(vote_words(lexicon).label, re.I)
