"""What stands between a deciding word and what is decided: adverbs, counts, asides, marks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import word_set

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\s\w]|_+")
_ASIDE = re.compile(
    r"\((?![\divxIVXa-hA-H]{1,4}\))(?:[^()]|\([^()]{1,60}\)){1,240}+\)"  # "(moved Cllr Orr (Ind))"
)
_ON_MOTION = re.compile(
    r"(?:on\s+(?:the|a)\s+(?:motion|proposal|proposition)\s+of\b|"
    r"(?:moved|proposed)(?:\s+by\b|\s+(?=(?-i:[A-Z]))))[^:;]{0,160}?"
    r"(?=\bthat\b|\bto\s+[a-z]|:|,?\s*$)|by\s+(?:the|full|all)\s+\w[^:;]{2,120}?(?=\s+that\b)",
    re.I,
)
_UNDER_LAW = re.compile(
    r"(?:in\s+(?:terms|pursuance|exercise)\s+of|in\s+accordance\s+with|pursuant\s+to|under|by\s+virtue\s+of)"
    r"\s[^:;]{3,220}?(?=\s*,?\s+(?:that\s|to\s+[a-z]+\b(?<!to\s)))",
    re.I,
)
_AND_NOTED = re.compile(
    r"\s+and\s+(?=(?:noted|agreed|approved|accepted|adopted)\b\s*[.;]?\s*$)", re.I
)
_TO_DO = re.compile(r"\s+to\s+[a-z]")
_AS_FOLLOWS = re.compile(r"as\s+follows\b", re.I)
_MARKS = frozenset(":–—-=")
_QUOTES = frozenset("\"“'‘")
_OPEN_OBJECTS = frozenset({"all", "both", "now"})
_SCORE = re.compile(r"\d{1,2}\s?[-–:/]\s?\d{1,2}(?:\s?[-–:/]\s?\d{1,2})?(?![\d/])")
_MOST_TOKENS = 70


class Tail(NamedTuple):
    """What follows a deciding word up to what is decided.

    Attributes:
        clause: Index at which what is decided begins ("that" and "to" belong to it).
        opener: "that" or "to" where one opens it, else empty.
        marked: True where a colon or dash stands before it.
        recipient: Stretch of the body that something is recommended to, if one is named.
    """

    clause: int
    opener: str
    marked: bool
    recipient: tuple[int, int] | None = None


def read_tail(text: str, index: int, lexicon: Lexicon, *, recommends: bool = False) -> Tail:
    """Return how a deciding word leads to what is decided.

    Adverbs, counts ("by 6 votes to 1"), bodies ("by the Committee"), asides in brackets and marks
    are passed over. Where such words lead to nothing they belong to what is decided.

    Args:
        text: The sentence or block.
        index: Index after the deciding word.
        lexicon: Words of counts, and adverbs.
        recommends: Whether the deciding word may name the body that is recommended to.
    """
    return _TailReader(text, lexicon, recommends).read(index)


class _TailReader:
    """Passes over one token after another, remembering where a count began."""

    def __init__(self, text: str, lexicon: Lexicon, recommends: bool) -> None:
        self._text = text
        self._lexicon = lexicon
        self._recommends = recommends
        self._marked = False
        self._counting: int | None = None
        self._recipient: tuple[int, int] | None = None

    def read(self, index: int) -> Tail:
        """Return the tail that begins at an index."""
        joined = _AND_NOTED.match(self._text, index)
        if joined is not None:
            return self._tail(joined.end(), "")
        place = index
        for _ in range(_MOST_TOKENS):
            found = _TOKEN.search(self._text, place)
            if found is None:
                return self._tail(len(self._text), "")
            opener = self._opener(found)
            if opener is not None:
                return self._tail(found.start() if opener else found.end(), opener)
            further = self._passed(found)
            if further is None:
                break
            place = further
        found = _TOKEN.search(self._text, place)
        stop = found.start() if found else len(self._text)
        return self._tail(stop if self._counting is None else self._counting, "")

    def _tail(self, clause: int, opener: str) -> Tail:
        return Tail(clause, opener, self._marked, self._recipient)

    def _opener(self, found: re.Match[str]) -> str | None:
        """Return the word that opens what is decided, empty for a quotation mark."""
        word = found[0].lower()
        if word == "that":
            return "that"
        if word == "not" and self._to_follows(found.end()):
            return "to"
        if word == "to":
            return None if self._names_number(found.end()) or self._names_body(found) else "to"
        if word in _QUOTES:
            return ""
        return None

    def _to_follows(self, index: int) -> bool:
        """Tell whether "to" and a verb go on after "not" ("agreed not to object")."""
        return _TO_DO.match(self._text, index) is not None

    def _names_number(self, index: int) -> bool:
        """Tell whether "to" goes on a count ("by 4 votes to 1")."""
        found = _TOKEN.search(self._text, index)
        return found is not None and self._counting is not None and self._is_number(found[0])

    def _names_body(self, found: re.Match[str]) -> bool:
        """Tell whether "to" names who is recommended to; note the stretch if it does."""
        if not self._recommends or self._recipient is not None:
            return False
        body = _RECIPIENT.match(self._text, found.end())
        if body is None:
            return False
        self._recipient = (body.start("body"), body.end("body"))
        return True

    def _passed(self, found: re.Match[str]) -> int | None:
        """Return the index after a token that may be passed over, or None."""
        mark = found[0]
        score = _SCORE.match(self._text, found.start())
        if score is not None and not self._marked:
            self._counting = found.start() if self._counting is None else self._counting
            return score.end()
        if mark in _MARKS:
            self._marked, self._counting = True, None
            return found.end()
        if mark in (",", ";", ".", "*"):
            return found.end()
        if mark == "(":
            aside = _ASIDE.match(self._text, found.start())
            return aside.end() if aside else None
        if mark.lower() == "to" and self._recipient is not None:
            return self._recipient[1] if found.end() <= self._recipient[0] else found.end()
        under = None if self._marked else _UNDER_LAW.match(self._text, found.start())
        if under is not None:
            return under.end()
        moved = _ON_MOTION.match(self._text, found.start())
        if moved is not None:
            self._counting = None
            return moved.end()
        adverb = _adverbs(self._lexicon).match(self._text, found.start())
        if adverb is not None:
            return adverb.end()
        return self._counted(found)

    def _counted(self, found: re.Match[str]) -> int | None:
        """Return the index after a word of a count, remembering where the count begins, or None."""
        word = found[0].lower()
        follows = _AS_FOLLOWS.match(self._text, found.start()) if word == "as" else None
        if follows is not None:
            self._marked = True
            return follows.end()
        if self._marked and self._counting is None and word not in ("by", "with", "unanimous"):
            return None
        if (
            word not in word_set(self._lexicon, "decisions", "count_words")
            and not self._is_number(word)
            and word != "to"
        ):
            return None
        if self._counting is None:
            self._counting = found.start()
        return found.end()

    def _is_number(self, word: str) -> bool:
        return word.isdigit() or word.lower() in word_set(self._lexicon, "decisions", "numbers")


_RECIPIENT = re.compile(
    r"\s+(?P<body>(?:(?:the|full|next|annual|special|all|a|an|meeting\s+of)\s+){0,4}"
    r"[A-Z][\w'’&-]*+\s*+"
    r"(?:(?:and|of|for|the|&|on|its|at|meeting|in|,)\s++|[A-Z][\w'’&-]*+\s*+|\d{1,4}+\s*+){0,14}?)"
    r"(?=that\b|to\b|[:–-]|\.?\s*$)"
)


@cache
def _adverbs(lexicon: Lexicon) -> re.Pattern[str]:
    words = word_set(lexicon, "decisions", "adverbs") - _OPEN_OBJECTS
    return re.compile(rf"(?:{alternation(words)})\b\.?", re.I)
