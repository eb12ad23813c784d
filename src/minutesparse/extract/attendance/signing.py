"""Lines that end a list: signatures of those who kept the minutes, movers, names of voters."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_LONGEST = 40
_MOVES = re.compile(r"\s*(?:moved|seconded|proposed|mover|seconder|resolved)\b[^.]{3,60}$", re.I)
_EXCUSES = re.compile(r"\W*Apolog(?:y|ies)\s+(?:from|for|were|was|had|have)\b")
_VOTERS = re.compile(r"\W*(?:roll\s+call(?:\s+vote)?\W+)?(?:ayes?|yeas?|nays?|noes)\s*[:–-]", re.I)
_CALLED = re.compile(
    r"\W*(?:roll\s+call(?:\s+vote)?\s*[:–-]\s*)?"
    r"(?:[A-Z][\w.' -]{1,40}[,:–-]\s*(?:yes|no|aye|nay|yea|abstain\w*)\b[.;,\s]*){2}",
    re.I,
)
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


def excuses(line: str) -> bool:
    """Tell whether a line begins to tell of those who did not come ("Apologies from ...")."""
    return _EXCUSES.match(line) is not None


def votes(line: str) -> bool:
    """Tell whether a line lists who voted how, though a roll was called for it.

    Example:
        >>> votes("Roll call: Ayes: Orr, Vane. Nays: None."), votes("Roll Call: A Orr, B Vane")
        (True, False)
        >>> votes("Roll Call: Mr. Orr, yes; Ms. Vane, no.")
        True
    """
    return _VOTERS.match(line) is not None or _CALLED.match(line) is not None


@cache
def _first_words(words: AttendanceWords) -> tuple[str, ...]:
    """Return the words with which signatures begin."""
    return tuple(sorted({phrase[0] for phrase in words.signatures}))
