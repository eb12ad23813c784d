"""Signatures of those who kept the minutes: who signs is no part of a list above."""

from __future__ import annotations

from functools import cache

from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_LONGEST = 40


def signs(line: str, words: AttendanceWords) -> bool:
    """Tell whether a line is the signature of those who kept the minutes."""
    if not line.lstrip().lower().startswith(_first_words(words)):
        return False
    first = tuple(token.lower for token in tokenise(line[:_LONGEST])[:3])
    return any(first[:width] in words.signatures for width in (1, 2, 3))


@cache
def _first_words(words: AttendanceWords) -> tuple[str, ...]:
    """Return the words with which signatures begin."""
    return tuple(sorted({phrase[0] for phrase in words.signatures}))
