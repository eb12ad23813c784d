"""Head words that open a decision: "RESOLVED:", "AGREED that", with typos and in mid-sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from minutesparse.lexicons import Lexicon, alternation

_UNANIMOUS = r"(?:unanimously\s+|also\s+|further\s+|therefore\s+|duly\s+)*"
_TAIL = (
    r"(?:\s+unanimously|\s+by\s+assent|\s+nem\.?\s*con\.?|\s*\([^)]{1,80}\))?"
    r"(?:\s+(?:to\s+council|to\s+cabinet|to\s+the\s+(?:\w+\s+){0,3}(?:council|cabinet|committee|board)))?"
    r"\s*(?P<mark>(?:\s*[:–;,.\-]+)+|(?=\s*$)|(?=\s+(?:that|to|as\s+follows|in\s+accordance|the)\b)|(?=\s*[\"“(]))\s*"
)
_NUMBER_BEFORE = r"(?:(?:RESOLUTION|Resolution)\s+(?:No\.?\s*|Number\s*)?[\w/.-]*\d[\w/.-]*\s*)?"
_CAPITAL_WORD = re.compile(r"\(?(?P<word>[A-Z]{6,10})\b")
_NOT_TYPOS = frozenset({"REVOLVED", "RESERVED", "RESOLVE", "RELATED", "REMOVED"})
_SUBJECT = re.compile(
    r"(?:(?:and\s+)?(?:it\s+was|was|were)(?:\s+(?:then|also|therefore|further|accordingly|unanimously|subsequently))*|"
    r"(?:The\s+)?(?:[A-Z][\w-]+\s+){0,4}(?:Committee|Council|Cabinet|Board|Panel|Members?|Forum|Executive|Commission|"
    r"Sub-Committee|Authority|Councillors|meeting|Group|Trust)|"
    r"(?:Upon|Following|After|Having|On|By)\b[^.]{0,160}?,?\s*(?:it\s+was|(?:the\s+)?(?:Committee|Council|Cabinet|Board|Panel|Members?|Leader(?:\s+of\s+the\s+Council)?)))\s*:?-*\s+$",
)


@dataclass(frozen=True, slots=True)
class Head:
    """Head words in a text.

    Attributes:
        verb: The verb that the record takes.
        start: Index of the first head word.
        end: Index after the head's marks; what follows is stem or clause.
        label_end: Index after the last head word.
        shouted: True where it stands in capitals.
        bare: True for "Decision" and the like, which leave the verb to the clause.
    """

    verb: str
    start: int
    end: int
    label_end: int
    shouted: bool
    bare: bool = False


def opening_head(text: str, lexicon: Lexicon) -> Head | None:
    """Return the head that opens a block, or None.

    In capitals it needs no mark after it; in small letters it needs a colon, a dash, "that" or
    the end of the block.
    """
    patterns = _patterns(lexicon)
    for verb, shouted, titled in patterns:
        found = shouted.match(text)
        if found is not None:
            return _head(verb, found, True)
        found = titled.match(text)
        if found is not None and _is_marked(found, text):
            head = _head(verb, found, False)
            if verb in ("deferred", "refused", "approved", "noted") and not _closed_by_mark(found, text):
                return None
            return head
    return _misspelt(text)


def inner_head(text: str, lexicon: Lexicon) -> Head | None:
    """Return head words in capitals inside a sentence ("it was RESOLVED that ..."), or None."""
    for found in _inner(lexicon).finditer(text):
        if found.start() == 0:
            continue
        verb = _verb_of(found["word"], lexicon)
        tail = re.compile(_TAIL, re.I).match(text, found.end("word"))
        end = tail.end() if tail else found.end("word")
        return Head(verb, found.start(), end, found.end("word"), True)
    return None


def subject_start(text: str, head: int) -> int:
    """Return where the words that decide begin before a head ("It was", "The Committee")."""
    found = _SUBJECT.search(text, 0, head)
    return found.start() if found else head


def _closed_by_mark(found: re.Match[str], text: str) -> bool:
    """Tell whether a colon, a dash, "that" or the block's end stands after a head."""
    mark = (found["mark"] or "").strip()
    return mark.startswith((":", "–", "-")) or not text[found.end() :] or text[found.end() :].startswith("that")


def _head(verb: str, found: re.Match[str], shouted: bool) -> Head:
    bare = found["word"].lower().startswith(("decision", "council dec", "committee dec", "resolution", "council res", "committee res"))
    return Head(verb, found.start("whole"), found.end(), found.end("word"), shouted, bare)


def _is_marked(found: re.Match[str], text: str) -> bool:
    mark = found["mark"] or ""
    rest = text[found.end() :]
    if not rest:
        return True
    if re.match(r"(?:that|to)\b", rest, re.I):
        return True
    return bool(mark.strip()) and not mark.strip().startswith((",", ";", "."))


@cache
def _patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    out = []
    for verb, words in lexicon.table("decisions", "heads").items():
        upper = alternation(word.upper() for word in words)
        title = alternation(word.capitalize() for word in words)
        before = rf"[\"(\[]?(?P<whole>{_NUMBER_BEFORE}{{unanimous}}"
        out.append(
            (
                verb,
                re.compile(before.format(unanimous=r"(?:UNANIMOUSLY\s+)?") + rf"(?P<word>{upper})\b){_TAIL}"),
                re.compile(before.format(unanimous=r"(?:Unanimously\s+)?") + rf"(?P<word>{title})\b){_TAIL}"),
            )
        )
    return tuple(out)


@cache
def _inner(lexicon: Lexicon) -> re.Pattern[str]:
    words = {
        word.upper()
        for listed in lexicon.table("decisions", "heads").values()
        for word in listed
        if not word.startswith(("decision", "order", "so order", "council", "committee", "tabled", "resolution"))
    }
    return re.compile(rf"(?<![A-Z])(?P<word>(?:UNANIMOUSLY\s+)?(?:{alternation(words)}))(?![A-Za-z])")


def _verb_of(word: str, lexicon: Lexicon) -> str:
    folded = re.sub(r"^unanimously\s+", "", " ".join(word.lower().split()))
    for verb, words in lexicon.table("decisions", "heads").items():
        if folded in words:
            return verb
    return "resolved"


def _misspelt(text: str) -> Head | None:
    """Read a head word in capitals that is one slip away from RESOLVED."""
    found = _CAPITAL_WORD.match(text)
    if found is None or found["word"] in _NOT_TYPOS:
        return None
    if OSA.distance(found["word"], "RESOLVED", score_cutoff=2) > 1:
        return None
    tail = re.compile(_TAIL, re.I).match(text, found.end("word"))
    end = tail.end() if tail else found.end("word")
    return Head("resolved", found.start("word"), end, found.end("word"), True)
