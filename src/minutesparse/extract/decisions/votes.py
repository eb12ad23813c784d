"""Votes: the counts of an item's sentences and lines, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.extract.decisions.counts import Tally, names_in, read_counts, side_of
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.findings import NamedVote, VoteFinding

_CUE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|unanimous|unam|unan|in\s+favou?r|against|abst|majority|tied|ayes?|yes|yeas|nays?|noes|nem|assent|consent|dissent|"
    r"carried|lost|defeated|agreed\s+by|all\s+(?:\w+\s+){0,2}agreed|for\s+the\s+(?:motion|amendment|proposal|recommendation)|for\s*[-:–.,;]|for$|for\s+\d|\d+\s+for|\d\s*[-–:/]\s*\d)",
    re.I,
)
_ANNOUNCES = re.compile(
    r"\b(?:votes?|voting|division|roll\s+call)\b[^.]{0,120}(?:as\s+follows|recorded|taken|outcomes?|results?)\b[^.]{0,60}$|"
    r"\b(?:outcomes?|results?)\b[^.]{0,60}\b(?:as\s+follows|recorded)\b|^(?:named|recorded|roll\s+call)\s+vote\b|^votes?\s*:?-?$",
    re.I,
)
_SIDE_LINE = re.compile(
    r"\(?(?:(?:those|members|councillors|cllrs|crs)\s+)?(?:voting\s+|voted\s+)?(?P<side>for|in\s+favou?r|against|abstain(?:ed|ing)?|abstentions?|"
    r"ayes?|yes|noes|nays?|absent)(?:\s+(?:of\s+)?(?:the\s+)?(?:motion|amendment|recommendation|proposal|resolution))?"
    r"\s*(?:\((?P<n>\d{1,3})\))?\s*[:–-]*\)?$",
    re.I,
)
_NAME_LINE = re.compile(r"(?:(?:Cllrs?|Councillors?|Crs?|Mr|Mrs|Ms|Miss|Dr|Mayor|Deputy\s+Mayor|Member|Alderman|Chair\w*|Deputy\s+Chair\w*)\b\.?\s*)?[A-Z][\w'’.-]*(?:[\s,;]+(?:and\s+)?[A-Z][\w'’.-]*){0,14}\.?$")
_SIDE_OPENS = re.compile(r"(?:for|in\s+favou?r|against|abstain\w*|ayes?|noes|nays?)\b[^:]{0,30}:", re.I)
_BROKEN_OFF = re.compile(r"(?:,|;|\band|\bCouncillors|\bCllrs|\bCrs|:)\s*$")
_MOST_NAME_LINES = 80
_NEAR = 2


def find_votes(script: Script) -> list[VoteFinding]:
    """Return the votes counted in an item's blocks; pieces of one count stand together."""
    tallies: list[Tally] = []
    for piece in _pieces(script):
        if tallies and _belongs(tallies[-1], piece):
            _merge(tallies[-1], piece)
        else:
            tallies.append(piece)
    return [_finding(tally) for tally in tallies if _stands(tally)]


def _pieces(script: Script) -> Iterator[Tally]:
    """Yield the counts of one sentence or column after another."""
    announced, index = False, 0
    while index < len(script.blocks):
        block = script.blocks[index]
        if not script.minuted(index):
            index += 1
            continue
        column = _column(script, index)
        if column is not None:
            tally, index = column
            yield tally
            announced = False
            continue
        before = announced
        wrapped = _wrapped(script, index)
        if wrapped is not None:
            text, last = wrapped
            for tally in read_counts(text, block.start, announced=True):
                tally.first, tally.block = index, last
                yield tally
            index = last + 1
            continue
        for sentence in block.sentences:
            if _CUE.search(sentence.text):
                for tally in read_counts(sentence.text, sentence.start, announced=before):
                    tally.first = tally.block = index
                    announced = announced or bool(tally.counts)
                    yield tally
        announced = _ANNOUNCES.search(block.text) is not None or (before and _counts(block.text))
        index += 1


def _wrapped(script: Script, index: int) -> tuple[str, int] | None:
    """Return the names of one side where its line was broken, and the last block of them."""
    text, last = script.blocks[index].text, index
    if _SIDE_OPENS.match(text) is None:
        return None
    while last + 1 < len(script.blocks) and _BROKEN_OFF.search(text) is not None:
        below = script.blocks[last + 1]
        if below.gap > 0 or not script.minuted(last + 1):
            break
        text += " " * (below.start - script.blocks[index].start - len(text)) + below.text
        last += 1
    return (text, last) if last > index else None


def _counts(text: str) -> bool:
    return re.search(r"\d\s*(?:for|against|in\s+favou?r|abst)", text, re.I) is not None


# ---------------------------------------------------------------- names in lines


def _column(script: Script, first: int) -> tuple[Tally, int] | None:
    """Read sides as lines of their own, each above the names of those who took it.

    Where the sides stand one below the other before any name, a table was flattened and only the
    count that follows it is sure.
    """
    if _SIDE_LINE.fullmatch(script.blocks[first].text.strip()) is None:
        return None
    block = script.blocks[first]
    tally = Tally(block.start, block.end, first=first, block=first)
    index, sides, side_lines = first, 0, 0
    side = None
    while index < min(len(script.blocks), first + _MOST_NAME_LINES) and script.minuted(index):
        text = script.blocks[index].text.strip()
        label = _SIDE_LINE.fullmatch(text)
        if label is not None:
            sides, side_lines = sides + 1, side_lines + 1
            side = side_of(label["side"])
            if side == "for" and "amendment" in text.lower() and tally.names:
                side = "against"
            tally.counts.setdefault(side, int(label["n"]) if label["n"] else 0)
        elif side is not None and _NAME_LINE.fullmatch(text) and len(text) < 300 and (names := names_in(text)):
            side_lines = max(side_lines, 1)
            tally.names += [NamedVote(name, side) for name in names]
        elif re.fullmatch(r"(?:nil|none|-|nobody)\.?", text, re.I) is None:
            break
        tally.end, tally.block = script.blocks[index].end, index
        index += 1
    if not tally.names and not any(tally.counts.values()):
        return None
    return _settled(tally, script, index)


def _settled(tally: Tally, script: Script, index: int) -> tuple[Tally, int]:
    """Count the names of a column, or take the count that stands below a flattened table."""
    flattened = len(tally.counts) > 1 and len({named.option for named in tally.names}) < 2
    below = next(_below(script, index), None) if flattened or not tally.names else None
    if below is not None and below.counts:
        below.start = tally.start
        return below, index + 1
    for side in tally.counts:
        named = sum(1 for vote in tally.names if vote.option == side)
        tally.counts[side] = tally.counts[side] or named
    return tally, index


def _below(script: Script, index: int) -> Iterator[Tally]:
    """Yield the count of the block below a table."""
    if index < len(script.blocks) and script.minuted(index):
        for sentence in script.blocks[index].sentences:
            for tally in read_counts(sentence.text, sentence.start, announced=True):
                tally.first = tally.block = index
                yield tally


# ---------------------------------------------------------------- put together


def _belongs(tally: Tally, piece: Tally) -> bool:
    """Tell whether a piece goes on with the count before it: another side of the same vote."""
    if not tally.counts or not piece.counts or piece.first - tally.block > _NEAR:
        return False
    shared = set(tally.counts) & set(piece.counts)
    if shared and {named.option for named in tally.names} & {named.option for named in piece.names}:
        return False
    if shared and (tally.names or piece.names):
        return all(tally.counts[side] == piece.counts[side] for side in shared)
    return not shared


def _merge(tally: Tally, piece: Tally) -> None:
    tally.end = piece.end
    tally.counts.update(piece.counts)
    tally.names += piece.names
    tally.casting |= piece.casting
    tally.unanimous |= piece.unanimous
    tally.block = piece.block


def _stands(tally: Tally) -> bool:
    sides = set(tally.counts) - {"absent"}
    return tally.unanimous or len(sides) > 1 or any(tally.counts[side] for side in sides)


def _finding(tally: Tally) -> VoteFinding:
    counts = tally.counts
    rule = "vote.named" if tally.names else "vote.count" if counts else "vote.unanimous"
    return VoteFinding(
        tally.start, tally.end, counts.get("for"), counts.get("against"), counts.get("abstain"),
        tally.unanimous, tally.casting, tuple(tally.names), rule,
    )  # fmt: skip


__all__: Sequence[str] = ("find_votes",)
