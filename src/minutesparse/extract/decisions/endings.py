"""Where a decision ends: what follows it, what stands between its head and its clauses."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.movers import find_movers, line_pair, named_pair
from minutesparse.extract.decisions.script import Statement
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, says, source
from minutesparse.text import Block, words_of

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_NUMBER_OF_VOTES = re.compile(r"[\s(\[*]*\d{1,3}\s+votes?\b", re.I)
_SIDE_COUNTED = re.compile(
    r"[\s(\[*]*(?:\d{1,3}|[A-Z]?[a-z]+)\s+(?:members?|councillors?|votes?)\b[^.]{0,300}\bvot", re.I
)
_MARKS = re.compile(r"[.;,(\[–-]")
_NOTHING_MORE = re.compile(
    r"(?:\s*\([^()]{1,60}\))?+[\s.;),\]–-]*(?:(?:all\s+in\s+favou?r|unanimous(?:ly)?|carried)[\s.;)]*)?",
    re.I,
)
_COUNT_IN_BRACKET = re.compile(
    r"\s*\([^()]{5,90}\b(?:\d{1,2}|one|all|unanim\w*|carried|in\s+favou?r|against)\b[^()]{0,60}\)\W*",
    re.I,
)
"""Movers and the count of votes behind them, both in one bracket at the end."""
_PAIR_LAST = re.compile(
    r"\s*[(\[][^()\[\]/]{2,50}/[^()\[\]/]{2,50}[)\]]"
    r"(?:[\s,;–-]{1,4}(?:\d{1,2}\s+(?:votes?\s+)?(?:for|in\s+favou?r|to)\b[^.;]{0,50}|all\s+(?:agreed|in\s+favou?r)|"
    r"unanimous(?:ly)?|carried))?\W*$"
)
_LONGEST_BETWEEN = 400
_LONGEST_MOVERS = 160
_LONGEST_PUT = 120


def ends_decision(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is no part of the decision above it.

    What ends one: a further head ("RESOLVED"), a member's motion, votes, reasons, actions and
    other parts with a label, somebody who speaks ("The Chair said").
    """
    text = block.text
    if (
        opens_decision(text, lexicon)
        or says(lexicon, "decisions", "members_motions", text) is not None
    ):
        return True
    if block.marker is None and _stands_after(text, lexicon):
        return True
    return _tells(lexicon).match(text) is not None


def opens_decision(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text begins with a head in capitals or a head with a mark ("Agreed:")."""
    return _head(lexicon).match(text) is not None


def _stands_after(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text is one of those that follow a decision ("Reasons:", "Voting")."""
    if _labels_after(lexicon).match(text) is not None:
        return True
    return says(lexicon, "decisions", "afterwards", text, words_of(text[:120])) is not None


def is_between(block: Block, lexicon: Lexicon, *, numbered: bool = False) -> bool:
    """Tell whether a block between head words and clauses says who moved or how many voted.

    Args:
        block: The block.
        lexicon: Names and offices.
        numbered: Whether the head was a numbered one, under which other short lines stand too.
    """
    if block.marker is not None:
        return False
    text = block.text
    if len(text) < _LONGEST_BETWEEN and _tells_votes(text, lexicon):
        return True
    if len(text) < _LONGEST_MOVERS and _is_movers(text, lexicon):
        return True
    short = numbered and len(text) < _LONGEST_PUT
    return short and any_of(lexicon, "decisions", "put_words").search(text) is not None


def _tells_votes(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line begins as a count or as movers do ("Voting:", "Moved Cr Orr")."""
    if _NUMBER_OF_VOTES.match(text) is not None or _SIDE_COUNTED.match(text) is not None:
        return True
    if _labels_between(lexicon).match(text) is not None:
        return True
    return says(lexicon, "decisions", "between_head_and_clauses", text) is not None


def _is_movers(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line only says who moved and seconded, and wishes nothing."""
    if says(lexicon, "decisions", "clause_like", text) is not None:
        return False
    if line_pair(text, 0, lexicon) is not None:
        return True
    movers = find_movers(text, 0, lexicon)
    return movers is not None and movers.start <= 12 and len(text) - movers.end <= 40


def own_width(block: Block, statement: Statement, lexicon: Lexicon) -> int:
    """Return the offset at which a decision that opens a block ends in it."""
    stop = statement.end
    for sentence in block.sentences:
        if sentence.start < statement.end:
            continue
        if not _goes_on(sentence.text, lexicon):
            break
        stop = sentence.end
    return stop


def _goes_on(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a further sentence still belongs to the decision."""
    if (
        _stands_after(text, lexicon)
        or _tells_votes(text, lexicon)
        or _tells(lexicon).match(text)
        or opens_decision(text, lexicon)
    ):
        return False
    if _NUMBERED.match(text) or says(lexicon, "decisions", "further_sentences", text) is not None:
        return True
    return any_of(lexicon, "decisions", "wishing_verbs").search(text) is not None


def trailing_start(text: str, lexicon: Lexicon) -> int | None:
    """Return the index at which movers or a count begin after a clause's own words, or None.

    "the plan be adopted (Prop. Cllr Orr)" is cut before its bracket.
    """
    pair = _PAIR_LAST.search(text)
    if pair is not None and named_pair(text[pair.start() :], 0, lexicon) is not None:
        return pair.start()
    for found in _trailing(lexicon).finditer(text):
        if found["label"] is not None or found["count"] is not None:
            return found.start()
        at = found.start()
        if at == 0 or (found["on"] is None and _MARKS.search(found["cut"]) is None):
            continue
        rest = text[at:]
        movers = find_movers(rest, 0, lexicon)
        if movers is not None and (
            _NOTHING_MORE.fullmatch(rest[movers.end :]) or _COUNT_IN_BRACKET.fullmatch(rest)
        ):
            return at
    return None


@cache
def _head(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.phrases("decisions", "next_heads")
    upper = alternation(word.upper() for word in words)
    small = alternation(word.capitalize() for word in words)
    return re.compile(
        r"[\"'“(\[*_]{0,3}(?:(?:FURTHER|AND|ALSO|(?i:it\s+was))\s+)*"
        rf"(?:(?:{upper}|DECISION|CONCLUSION)\b|(?:{small})\s*[:–-])"
    )


@cache
def _labels_after(lexicon: Lexicon) -> re.Pattern[str]:
    labels = source(lexicon, "decisions", "labels_after")
    return re.compile(rf"[\s(\[*]*(?:(?:{labels})\s*[:–-]|notes?\s*[:(]|\(note)", re.I)


@cache
def _labels_between(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"[\s(\[*]*(?:{source(lexicon, 'decisions', 'labels_between')})\s*[:–(-]", re.I
    )


@cache
def _trailing(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for what may stand behind a clause's own words.

    ``on``: "on the motion of"; ``cut``: a mark and a word of moving; ``label``: the outcome;
    ``count``: the votes in brackets.
    """
    movers, labels = (
        source(lexicon, "decisions", "trailing_movers"),
        source(lexicon, "decisions", "trailing_outcomes"),
    )
    return re.compile(
        r"(?P<on>\s+(?:up)?on\s+the\s+(?:proposal|proposition|motion)\s+of\b)|"
        rf"(?P<cut>[\s.;,–-]{{0,12}}[(\[]?\s*\b(?:{movers})\b\.?)|"
        rf"(?P<label>(?:(?<=[.;:)])\s+|\s\()\(?(?:{labels}|action\s*[:–-])[^.]{{0,60}}[.)]{{0,3}}\s*$)|"
        r"(?P<count>\s\((?:by\s+)?\d{1,2}\s+(?:votes?|(?:for|in\s+favou?r)\b[^()]{0,20}\b(?:against|abst\w*))\b[^()]{0,60}\)\W*$)",
        re.I,
    )


@cache
def _tells(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a sentence in which somebody is reported to speak."""
    tellers = source(lexicon, "decisions", "tellers")
    titles = alternation(lexicon.phrases("speakers", "titles"))
    return re.compile(
        r"(?:In\s+(?:response|reply|answer)\b|"
        rf"(?!(?:The|An?)\s+(?:{tellers})\b)"
        rf"(?:(?i:the|a|an)\s+)?(?:(?i:{titles})\.?\s+)?(?:[A-Z][\w'’.-]*\s+){{1,6}}"
        rf"(?:(?:then|also)\s+)?(?:{tellers})\b)"
    )
