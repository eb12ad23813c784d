"""Whether words decide something or only speak of it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says, source

_MARKS = " ,:–-"
IN_A_YEAR = re.compile(
    r"\bin\s+(?:19|20)\d\d\b|\b(?:meeting|held)\s+(?:of|on)\s+(?:the\s+)?\d", re.I
)
"""A year or the date of another meeting ("in 2019", "the meeting of 3 May")."""

_TOLD_OF = re.compile(r"\b[a-z]{3,}ed\s+(?:an?|no|its|their|his|her)\s", re.I)
_OPENS_WITH_THAT = re.compile(r"that\s+", re.I)
_JOINED_ON = re.compile(r"\b(?:and|but|;)\s*$")
_CONJUNCTIONS = frozenset({"that", "how", "if", "whether"})


def looks_forward(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words say what is to be done, as decisions do, and not how things are.

    "that the plan be adopted" looks forward, "that the plan was late" does not.
    """
    stripped = words.lstrip(_MARKS).lower()
    if (
        stripped.startswith("to ")
        or any_of(lexicon, "decisions", "forward_verbs").search(words) is not None
    ):
        return True
    if any_of(lexicon, "decisions", "telling_verbs").search(words) is not None:
        return False
    return _TOLD_OF.search(words) is None


def is_view(words: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows "agreed" is a view shared and no step taken ("that it was ...")."""
    stripped = words.lstrip(_MARKS)
    opener = _OPENS_WITH_THAT.match(stripped)
    stripped = stripped[opener.end() :] if opener is not None else stripped
    if says(lexicon, "decisions", "shared_views", stripped) is None:
        return False
    if says(lexicon, "decisions", "stated_facts", stripped) is not None:
        return True
    return any_of(lexicon, "decisions", "forward_verbs").search(stripped[:160]) is None


def is_reported(before: str, lexicon: Lexicon, words: AbstractSet[str]) -> bool:
    """Tell whether the words before a decision put it into someone's mouth or another time.

    Args:
        before: The words before it ("He said that at its last meeting the Board").
        lexicon: Words of reported speech and of other times.
        words: The words of the block in lower case.
    """
    if not before:
        return False
    if _subordinates(lexicon).search(before[-40:]) is not None:
        return True
    if (
        _is_elsewhere(before, lexicon, words)
        and says(lexicon, "decisions", "own_minutes", before) is None
    ):
        return True
    if (
        before.rstrip().endswith(",")
        and says(lexicon, "decisions", "preambles", before) is not None
    ):
        return False
    if words.isdisjoint(_CONJUNCTIONS) or _tellers(lexicon).search(before) is None:
        return False
    return _JOINED_ON.search(before[-12:]) is None


def _is_elsewhere(before: str, lexicon: Lexicon, words: AbstractSet[str]) -> bool:
    """Tell whether words place what follows in another meeting or an earlier year."""
    if says(lexicon, "decisions", "other_meetings", before, words) is not None:
        return True
    return IN_A_YEAR.search(before) is not None


@cache
def _subordinates(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source(lexicon, 'decisions', 'subordinators')})\s*,?\s*$", re.I)


@cache
def _tellers(lexicon: Lexicon) -> re.Pattern[str]:
    words = source(lexicon, "decisions", "tellers")
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s+){{0,4}}?(?:that|how|if|whether)\b", re.I)
