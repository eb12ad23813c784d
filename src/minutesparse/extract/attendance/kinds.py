"""What the words of a list are: verbs, words about a name, head counts, common words."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_NOBODY = frozenset({"none", "nil"})


def is_verb(token: Token, words: AttendanceWords) -> bool:
    """Tell whether a word in lower case begins to tell what somebody did."""
    if token.text in words.prose:
        return True
    past = token.text.endswith("ed") and token.text.islower() and len(token.text) > 4
    return past and token.text not in words.participles and token.text not in words.relative


def has_verb(tokens: Sequence[Token], words: AttendanceWords) -> bool:
    """Tell whether any of some words begins to tell what somebody did."""
    return any(is_verb(token, words) for token in tokens)


def is_harmless(tokens: Sequence[Token]) -> bool:
    """Tell whether words left over are marks, letters or numbers only."""
    return all(len(token.text) < 3 or not token.word for token in tokens)


def is_crowd(tokens: Sequence[Token], words: AttendanceWords) -> bool:
    """Tell whether words count heads, or say that there were none."""
    lowered = tuple(token.lower for token in tokens)
    if lowered[:2] in (("there", "was"), ("there", "were")):
        return len(tokens) > 3 and is_crowd(tokens[2:], words)
    if lowered in words.none or lowered in words.crowd or lowered[0] in _NOBODY:
        return True
    counted = lowered[0][0].isdigit() or lowered[0] in words.numbers
    if not counted or has_verb(tokens, words):
        return False
    named = any(lowered[place:] in words.crowd for place in range(1, len(lowered)))
    return named or not words.crowd_nouns.isdisjoint(lowered) or lowered[0] == "no"


def is_common(token: Token, words: AttendanceWords) -> bool:
    """Tell whether a capital word alone is no surname."""
    return (
        NameReader((token,), words).is_head(token)
        or token.lower in words.bodies
        or token.lower in words.offices
        or token.text.title() in words.names.not_names
    )
