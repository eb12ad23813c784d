"""Votes: the counts of an item's sentences and lines, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes.columns import (
    read_bare_count,
    read_column,
    read_roll,
    read_wrapped,
)
from minutesparse.extract.decisions.votes.counted_lines import read_counted_lines
from minutesparse.extract.decisions.votes.paired_lines import read_paired_lines
from minutesparse.extract.decisions.votes.sentences import read_counts
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.findings import VoteFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.wordings import wording

_BESIDE_FOR = re.compile(r"\bfor(?:\s*[-:–.,;(]|$|\s+\d)|\d\s+for\b", re.I)
_FOR_MOTION = re.compile(r"(?:^|[:;–-])\W{0,10}(?:votes?\s+)?for\s+the\s+motion\b", re.I)
_FOR_AMENDMENT = re.compile(r"\W{0,10}(?:votes?\s+)?for\s+the\s+amendment\b", re.I)
_DIGIT = re.compile(r"\d")
_PAIR = re.compile(r"\d\s*[-–:/]\s*\d|\(\d{1,2}\s+to\s+\d")
_READINGS = (
    read_counted_lines,
    read_paired_lines,
    read_column,
    read_wrapped,
    read_roll,
    read_bare_count,
)
_MOVED = re.compile(r"\b(?:moved|motion|seconded)\b|\bM/S(?:/C|/P)?\b", re.I)
_FIGURES = re.compile(r"\d\s*(?:for|against|in\s+favou?r|abst)", re.I)


def find_votes(script: Script) -> list[VoteFinding]:
    """Return the votes counted in an item's blocks; pieces of one count stand together."""
    tallies: list[Tally] = []
    for piece in _pieces(script):
        if tallies and _for_amendment(piece, tallies[-1], script):
            piece.counts = {"against": piece.counts["for"]}
            piece.names = [replace(one, option="against") for one in piece.names]
        if tallies and tallies[-1].takes(piece):
            tallies[-1].add(piece)
        elif piece.counts or piece.unanimous:
            tallies.append(piece)
    return [tally.finding() for tally in tallies if tally.stands()]


def _for_amendment(piece: Tally, before: Tally, script: Script) -> bool:
    """Tell whether a line counts those for the amendment below those for the motion."""
    if set(piece.counts) != {"for"} or set(before.counts) != {"for"}:
        return False
    motion, amendment = (_words_of(tally, script) for tally in (before, piece))
    return _FOR_MOTION.search(motion) is not None and _FOR_AMENDMENT.match(amendment) is not None


def _words_of(tally: Tally, script: Script) -> str:
    """Return the words of the first block of a count from where it begins."""
    block = script.blocks[tally.first]
    return block.text[max(tally.start - block.start, 0) : tally.end - block.start]


def _pieces(script: Script) -> Iterator[Tally]:
    """Yield the counts of one sentence, line or column after another."""
    announced, index = False, 0
    while index < len(script.blocks):
        if not script.minuted(index):
            index += 1
            continue
        lines = _lines(script, index)
        if lines is not None:
            yield lines
            announced, index = False, lines.block + 1
            continue
        before = announced
        for tally in _of_block(script, index, announced=before):
            tally.first = tally.block = index
            yield tally
        announced = _announces(script, index) or (
            before and _FIGURES.search(script.blocks[index].text) is not None
        )
        index += 1


def _lines(script: Script, index: int) -> Tally | None:
    """Return the count that stands in lines of its own from a block on, or None."""
    for reading in _READINGS:
        found = reading(script, index)
        if found is not None:
            return found
    return None


def _of_block(script: Script, index: int, *, announced: bool) -> Iterator[Tally]:
    """Yield the counts of a block's sentences; one count announces the next."""
    counted, moved = announced, False
    for sentence in script.blocks[index].sentences:
        if _may_count(sentence.text, script.words(index), script.lexicon):
            for tally in read_counts(
                sentence.text, sentence.start, script.lexicon, announced=counted, moved=moved
            ):
                counted = counted or bool(tally.counts)
                yield tally
        moved = _MOVED.search(sentence.text) is not None


def _may_count(text: str, words: AbstractSet[str], lexicon: Lexicon) -> bool:
    """Tell whether a sentence has a word of votes in it, "for" with a number, or a pair of them."""
    if wording(lexicon, "cues", "votes").find(text, words) is not None:
        return True
    if "for" in words and _BESIDE_FOR.search(text) is not None:
        return True
    return _DIGIT.search(text) is not None and _PAIR.search(text) is not None


def _announces(script: Script, index: int) -> bool:
    """Tell whether a block says that a vote follows ("The result was as follows:")."""
    announcement = wording(script.lexicon, "announcements", "votes")
    return announcement.find(script.blocks[index].text, script.words(index)) is not None


__all__ = ["find_votes"]
