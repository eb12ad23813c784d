"""Lines that end a list: signatures of those who kept the minutes, movers of what was accepted."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_LONGEST = 40
_MOVES = re.compile(r"\s*(?:moved|seconded|proposed|mover|seconder|resolved)\b[^.]{3,60}$", re.I)
_PAIR = re.compile(r"\s*[A-Z][\w.' -]{2,40} ?/ ?[A-Z][\w.' -]{2,40}$")


def signs(line: str, words: AttendanceWords) -> bool:
    """Tell whether a line is the signature of those who kept the minutes."""
    if not line.lstrip().lower().startswith(_first_words(words)):
        return False
    first = tuple(token.lower for token in tokenise(line[:_LONGEST])[:3])
    return any(first[:width] in words.signatures for width in (1, 2, 3))


def moves(line: str) -> bool:
    """Tell whether a line below those who are away says who moved that it be accepted.

    Example:
        >>> moves("Moved: Cr J Orr"), moves("Councillors Orr / Vane"), moves("Cr J Orr")
        (True, True, False)
    """
    return _MOVES.match(line) is not None or _PAIR.match(line) is not None


@cache
def _first_words(words: AttendanceWords) -> tuple[str, ...]:
    """Return the words with which signatures begin."""
    return tuple(sorted({phrase[0] for phrase in words.signatures}))
