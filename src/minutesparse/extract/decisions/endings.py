"""Where a decision ends: what follows it, what stands between its head and its clauses."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.movers import find_movers, line_pair
from minutesparse.extract.decisions.script import Statement
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.text import Block

_AFTERWARDS = re.compile(
    r"[\s(\[*]*(?:reasons?\b(?:\s+for\b|\s*[:–-]|$)|alternative|other\s+options|options?\s+considered|notes?\s*[:(]|\(note|"
    r"voting\b|votes?\b\s*[:–-]|recorded\s+vote|named\s+vote|roll\s+call|(?:proposed|moved|seconded|proposer|seconder|mover)\b\s*(?:by|:|\(|cllr|councillor|cr\b|mr)|"
    r"carried\b|lost\b|the\s+(?:motion|amendment|resolution|meeting|vote|recommendation)\s+(?:was|ended|closed|having)|"
    r"(?:for|against|in\s+favou?r|abstain\w*|abstention\w*|ayes|nays|noes)\b\s*[:–-]|"
    r"actions?\b\s*(?:points?)?\s*[:–-]|action\s+by|background\s+papers?|attachments?\b|supporting\s+documents|"
    r"contact\b\s*:|report\s+author|\(?the\s+meeting\s+(?:ended|closed|started|finished)|minute\s+taker|chair(?:man)?\s*$|"
    r"(?:councillor|cllr)s?\b[^.]{2,60}\b(?:left|returned|withdrew|rejoined|asked|said|requested|wished|voted|abstained|thanked)\b|"
    r"(?:any\s+)?(?:conflicts?\s+of\s+)?interests?\s+declared|officer\s+responsible|responsible\s+officer|informatives?\s*[:–-])",
    re.I,
)
_HEAD = re.compile(
    r"[\"'“(\[*_]{0,3}(?:(?:FURTHER|AND|ALSO|IT\s+WAS)\s+)*(?:RESOLVED|RECOMMENDED|AGREED|NOTED|DECISION|CONCLUSION)\b|(?:Resolved|Recommended|Agreed|Noted)\s*[:–-]"
)
_MEMBERS_MOTION = re.compile(r"(?:motion\s+)?(?:by|from)\s+(?:councillors?|cllrs?)\b", re.I)
_BETWEEN = re.compile(
    r"[\s(\[*]*(?:\(?\s*(?:\d{1,3}|[A-Z]?[a-z]+)\s+(?:members?|councillors?|votes?)\b[^.]{0,300}\bvot|"
    r"(?:votes?|voting|for|in\s+favou?r|against|ayes?|unanimous\w*|carried)\b\s*[:–(-]|\(?\s*unanimous\w*\s*\)?\s*\.?$|"
    r"\(?carried(?:\s+unanimously)?\)?\.?$|(?:moved|proposed|seconded|mover|proposer|seconder|prop|sec)\b|\(?\d{1,3}\s+votes?\b|"
    r"on\s+(?:the|a)\s+(?:motion|proposal|proposition)\s+of)",
    re.I,
)
_CLAUSE_LIKE = re.compile(r"[\s\"'“(]*(?:that|to|the\s+\w+[^.]{0,120}\bbe)\b", re.I)
_PUT = re.compile(r"\b(?:motion|amendment|was\s+put|vote|debate|ensued)\b", re.I)
_GOES_ON = re.compile(
    r"[\"'“(]*(?:that|to\s+[a-z]|and\s+(?:that|to)|further|subject\s+to|such|in\s+addition|this\s+(?:to|be)|these\s+(?:to|be))\b",
    re.I,
)
_JUSSIVE = re.compile(r"\b(?:be|shall|should|to\s+be)\b")
_TRAILING = re.compile(
    r"(?P<on>\s+(?:up)?on\s+the\s+(?:proposal|proposition|motion)\s+of\b)|(?P<cut>[\s.;,–-]*[(\[]?\s*\b(?:prop(?:osed|oser|osal)?|moved?|mover|second(?:ed|er)?|sec)\b\.?)|"
    r"(?P<label>(?:(?<=[.;:)])\s+|\s\()\(?(?:carried|unanimous(?:ly)?|all\s+(?:were\s+)?in\s+favou?r|agreed\s+unanimously|action\s*[:–-])[^.]{0,60}[.)]*\s*$)",
    re.I,
)


def ends_decision(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is no part of the decision above it."""
    text = block.text
    if _HEAD.match(text) is not None or _MEMBERS_MOTION.match(text) is not None:
        return True
    if block.marker is None and _AFTERWARDS.match(text) is not None:
        return True
    return _tells(lexicon).match(text) is not None


def is_between(block: Block, lexicon: Lexicon, *, numbered: bool = False) -> bool:
    """Tell whether a block between head words and clauses says who moved or how many voted.

    Args:
        block: The block.
        lexicon: Names and offices.
        numbered: Whether the head was a numbered one, under which other short lines stand too.
    """
    if block.marker is not None:
        return False
    if len(block.text) < 400 and _BETWEEN.match(block.text) is not None:
        return True
    if (
        len(block.text) < 160
        and not _CLAUSE_LIKE.match(block.text)
        and _is_movers(block.text, lexicon)
    ):
        return True
    return numbered and len(block.text) < 120 and _PUT.search(block.text) is not None


def _is_movers(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line only says who moved and seconded."""
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
        _AFTERWARDS.match(text)
        or _BETWEEN.match(text)
        or _tells(lexicon).match(text)
        or _HEAD.match(text)
    ):
        return False
    if re.match(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]", text):
        return True
    return _GOES_ON.match(text) is not None or _JUSSIVE.search(text) is not None


def trailing_start(text: str, lexicon: Lexicon) -> int | None:
    """Return the index at which movers or a count begin after a clause's own words, or None."""
    for found in _TRAILING.finditer(text):
        if found["label"] is not None:
            return found.start()
        at = found.start()
        marked = found["on"] is not None or re.search(r"[.;,(\[–-]", found["cut"]) is not None
        if at == 0 or not marked:
            continue
        rest = text[at:]
        movers = find_movers(rest, 0, lexicon)
        if movers is not None and not rest[movers.end :].strip(" .;),]–-"):
            return at
    return None


@cache
def _tells(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a sentence in which somebody is reported to speak."""
    tellers = alternation(lexicon.phrases("decisions", "tellers"))
    titles = alternation(lexicon.phrases("speakers", "titles"))
    return re.compile(
        rf"(?:In\s+(?:response|reply|answer)\b|(?:(?i:the|a|an)\s+)?(?:(?i:{titles})\.?\s+)?(?:[A-Z][\w'’.-]*\s+){{1,6}}(?:(?:then|also)\s+)?(?:{tellers})\b)"
    )
