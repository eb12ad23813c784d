"""Votes printed in lines: a side on a line of its own above names, and lists broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes.names import names_in
from minutesparse.extract.decisions.votes.sentences import read_counts
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.voters import call_width, called_roll, rolls
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.extract.findings import Option
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import values

_NAME_LINE = re.compile(
    r"(?:and\s+)?(?:(?:Cllrs?|Councillors?|Crs?|Mr|Mrs|Ms|Miss|Dr|Mayor|Deputy\s+Mayor|Member|Alderman|Chair\w*|"
    r"Deputy\s+Chair\w*)\b\.?\s*)?[A-Z][\w'’.-]*(?:[\s,;]+(?:and\s+)?[A-Z][\w'’.-]*){0,80}\.?"
)
_LEADERS = re.compile(r"(?<![\s.])\s{0,9}\.{4,}\s*(?P<n>\d{1,3})\W*$")
_NOBODY = re.compile(r"(?:nil|none|-|nobody)\.?", re.I)
_SIDE_OPENS = re.compile(
    r"(?:for|in\s+favou?r|against|abstain\w*|ayes?|noes|nays?)\b[^:]{0,30}:", re.I
)
_BROKEN_OFF = re.compile(r"(?:,|;|\band|\bCouncillors|\bCllrs|\bCrs|:)\s*$")
_MOST_LINES = 80
_LONGEST_SIDE = 160
_LONGEST_LINE = 600
_BARE_COUNT = re.compile(r"\W{0,2}(?P<for>\d{1,2})\s?[/–-]\s?(?P<against>\d{1,2})\W{0,2}")
_OUTCOME = re.compile(
    r"\W{0,3}(?:the )?(?:motion|resolution|amendment|carried|passed|lost|failed)\b", re.I
)
_FEWEST_CALLS = 2
_MOST_ABOVE = 4


def read_column(script: Script, first: int) -> Tally | None:
    """Read sides as lines of their own, each above the names of those who took it.

    Where the sides stand one below the other before any name, a table was flattened and only the
    count that follows it is sure.
    """
    block = script.blocks[first]
    if not _may_open_side(script, first):
        return None
    if _side_line(script.lexicon).fullmatch(block.text.strip()) is None:
        return None
    tally = Tally(block.start, block.end, first=first, block=first)
    side: Option = "for"
    for index in range(first, min(len(script.blocks), first + _MOST_LINES)):
        if not script.minuted(index):
            break
        text = script.blocks[index].text.strip()
        label = _side_line(script.lexicon).fullmatch(text)
        if label is not None:
            side = _new_side(label, tally, script.lexicon)
        elif not _names_line(_LEADERS.sub("", text), side, tally, script.lexicon):
            break
        printed = _LEADERS.search(text)
        if printed is not None:
            tally.counts[side] = int(printed["n"])
        tally.end, tally.block = script.blocks[index].end, index
    return _settled(tally, script) if tally.names or any(tally.counts.values()) else None


def _may_open_side(script: Script, index: int) -> bool:
    """Tell whether a block is short and holds a word of a side."""
    if len(script.blocks[index].text) > _LONGEST_SIDE:
        return False
    return script.holds(index, "sides", "votes") or script.holds(index, "answers", "votes")


def _new_side(label: re.Match[str], tally: Tally, lexicon: Lexicon) -> Option:
    """Return the side that a line opens, and begin to count it."""
    side = vote_words(lexicon).side_of(label["side"])
    if side == "for" and "amendment" in label[0].lower() and tally.names:
        side = "against"
    printed = label["n"] or label["m"]
    tally.count(side, int(printed) if printed else 0)
    if label["voter"]:
        tally.name(side, [label["voter"]])
    return side


def _names_line(text: str, side: Option, tally: Tally, lexicon: Lexicon) -> bool:
    """Add the names of a line to a side; tell whether the line belongs to the column."""
    if _NOBODY.fullmatch(text) is not None:
        return True
    if len(text) > _LONGEST_LINE or _NAME_LINE.fullmatch(text) is None:
        return False
    if text.rstrip(" .").lower() in values(lexicon, "decisions", "heads"):
        return False
    names = names_in(text, lexicon)
    tally.name(side, names)
    return bool(names)


def _settled(tally: Tally, script: Script) -> Tally:
    """Count the names of a column, or take the count that stands below a flattened table.

    A flattened table without a count says nothing of who took which side; it counts nobody.
    """
    flattened = len(tally.counts) > 1 and len({vote.option for vote in tally.names}) < 2
    below = next(_below(script, tally.block + 1), None) if flattened or not tally.names else None
    if below is not None and below.counts:
        below.start, below.first = tally.start, tally.first
        return below
    first = next(iter(tally.counts), None)
    if flattened and first is not None and not (tally.counts[first] or tally.named(first)):
        return Tally(tally.start, tally.end, first=tally.first, block=tally.block)
    for side in tally.counts:
        tally.counts[side] = tally.counts[side] or tally.named(side)
    return tally


def read_roll(script: Script, first: int) -> Tally | None:
    """Read lines that each give a name and what it answered ("Ann Orr - Yes")."""
    last = first
    while last < len(script.blocks) and script.minuted(last) and _calls(script, last):
        last += 1
    if last > first and last < len(script.blocks) and _calls_last(script, last):
        last += 1
    if last - first < _FEWEST_CALLS:
        return None
    whole = script.blocks[first:last]
    text = "; ".join(block.text.strip(" ,;.|") for block in whole)
    tally = Tally(whole[0].start, whole[-1].end, first=first, block=last - 1)
    called_roll(text, tally, script.lexicon)
    return tally if tally.names else None


def _calls(script: Script, index: int) -> bool:
    """Tell whether a line holds nothing but names and what they answered."""
    return _may_open_side(script, index) and rolls(script.blocks[index].text, script.lexicon)


def _calls_last(script: Script, index: int) -> bool:
    """Tell whether a line is one more call with the outcome behind it ("Vane Aye Carried")."""
    if not script.minuted(index) or not _may_open_side(script, index):
        return False
    end = call_width(script.blocks[index].text, script.lexicon)
    return end > 0 and _OUTCOME.match(script.blocks[index].text, end) is not None


def read_bare_count(script: Script, index: int) -> Tally | None:
    """Read "5/0" on a line of its own right below what was moved."""
    block = script.blocks[index]
    found = _BARE_COUNT.fullmatch(block.text.strip())
    if found is None:
        return None
    above = range(max(0, index - _MOST_ABOVE), index)
    if not any(script.holds(place, "moving_words") for place in above):
        return None
    tally = Tally(block.start, block.end, first=index, block=index)
    tally.counts.update({"for": int(found["for"]), "against": int(found["against"])})
    return tally


def _below(script: Script, index: int) -> Iterator[Tally]:
    """Yield the count of the block below a table."""
    if index < len(script.blocks) and script.minuted(index):
        for sentence in script.blocks[index].sentences:
            for tally in read_counts(sentence.text, sentence.start, script.lexicon, announced=True):
                tally.first = tally.block = index
                yield tally


def read_wrapped(script: Script, index: int) -> Tally | None:
    """Read the names of one side where its line was broken."""
    first = script.blocks[index]
    text, last = first.text, index
    if _SIDE_OPENS.match(text) is None:
        return None
    while last + 1 < len(script.blocks) and _BROKEN_OFF.search(text) is not None:
        below = script.blocks[last + 1]
        if below.gap > 0 or not script.minuted(last + 1):
            break
        text += " " * (below.start - first.start - len(text)) + below.text
        last += 1
    if last == index:
        return None
    for tally in read_counts(text, first.start, script.lexicon, announced=True):
        tally.first, tally.block = index, last
        return tally
    return None


@cache
def _side_line(lexicon: Lexicon) -> re.Pattern[str]:
    words = vote_words(lexicon)
    return re.compile(
        rf"\(?(?:(?:there|those|members|councillors|cllrs|crs)\s+)?(?P<side>{words.label})"
        rf"(?:\s+{words.motion}|\s+(?:the|from)\s[^.:;]{{3,60}}(?=:))?"
        r"(?:\s*\((?P<n>\d{1,3})\)|\s+(?P<m>\d{1,3}))?\s*[:–-]*\)?"
        r"(?:\s+(?P<voter>(?:Cllr|Councillor|Cr)\b\.?\s+[A-Z][\w'’. -]{1,40}))?",
        re.I,
    )
