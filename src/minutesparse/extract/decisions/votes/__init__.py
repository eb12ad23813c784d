"""Votes: the counts of an item's sentences and lines, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes.columns import read_column, read_wrapped
from minutesparse.extract.decisions.votes.sentences import read_counts
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.findings import VoteFinding
from minutesparse.text import Block

_CUE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|unanimous|unam|unan|in\s+favou?r|against|abst|majority|tied|ayes?|yes|"
    r"yeas|nays?|noes|nem|assent|consent|dissent|carried|passed|failed|lost|defeated|absent|"
    r"agreed\s+by|all\s+(?:\w+\s+){0,2}agreed|"
    r"for\s+the\s+(?:motion|amendment|proposal|recommendation)|for\s*[-:–.,;]|for$|for\s+\d|"
    r"\d+\s+for|\d\s*[-–:/]\s*\d)",
    re.I,
)
_ANNOUNCES = re.compile(
    r"\b(?:votes?|voting|division|roll\s+call)\b[^.]{0,120}"
    r"(?:as\s+follows|recorded|taken|outcomes?|results?)\b[^.]{0,60}$|"
    r"\b(?:outcomes?|results?)\b[^.]{0,60}\b(?:as\s+follows|recorded)\b|"
    r"^(?:named|recorded|roll\s+call)\s+vote\b|^votes?\s*:?-?$",
    re.I,
)
_FIGURES = re.compile(r"\d\s*(?:for|against|in\s+favou?r|abst)", re.I)


def find_votes(script: Script) -> list[VoteFinding]:
    """Return the votes counted in an item's blocks; pieces of one count stand together."""
    tallies: list[Tally] = []
    for piece in _pieces(script):
        if tallies and tallies[-1].takes(piece):
            tallies[-1].add(piece)
        elif piece.counts or piece.unanimous:
            tallies.append(piece)
    return [tally.finding() for tally in tallies if tally.stands()]


def _pieces(script: Script) -> Iterator[Tally]:
    """Yield the counts of one sentence, line or column after another."""
    announced, index = False, 0
    while index < len(script.blocks):
        if not script.minuted(index):
            index += 1
            continue
        lines = read_column(script, index) or read_wrapped(script, index)
        if lines is not None:
            yield lines
            announced, index = False, lines.block + 1
            continue
        block, before = script.blocks[index], announced
        for tally in _of_block(block, script, announced=before):
            tally.first = tally.block = index
            announced = announced or bool(tally.counts)
            yield tally
        further = before and _FIGURES.search(block.text) is not None
        announced = _ANNOUNCES.search(block.text) is not None or further
        index += 1


def _of_block(block: Block, script: Script, *, announced: bool) -> Iterator[Tally]:
    counted = announced
    for sentence in block.sentences:
        if _CUE.search(sentence.text) is None:
            continue
        for tally in read_counts(sentence.text, sentence.start, script.lexicon, announced=counted):
            counted = counted or bool(tally.counts)
            yield tally


__all__ = ["find_votes"]
