"""Those whom a sentence names by their posts alone: "The Town Clerk and her Deputy attended"."""

from __future__ import annotations

import re

from minutesparse.extract.attendance.entry import Entry, chair_role, office
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_PIECE = re.compile(r"(?:the\s+)?(?P<post>\S.*?)\s*(?:,?\s+and\s+|,\s*|$)", re.I | re.S)
_LONGEST = 120
_MOST_WORDS = 7


def holders(text: str, offset: int, words: AttendanceWords) -> tuple[Entry, ...]:
    """Return whom posts name that fill a text; nobody where it holds anything else.

    Args:
        text: The part of a sentence before "were in attendance".
        offset: Where it stands in the normalised text.
        words: The attendance lexicon.
    """
    if len(text) > _LONGEST:
        return ()
    found = [hit for hit in _PIECE.finditer(text.rstrip()) if hit["post"]]
    if not found or not all(_is_post(hit["post"], words) for hit in found):
        return ()
    return tuple(
        Entry(offset + hit.start("post"), offset + hit.end("post"), hit["post"], role=role)
        for hit in found
        if (role := office(hit["post"]))
    )


def _is_post(text: str, words: AttendanceWords) -> bool:
    """Tell whether capital words are an officer's post to their end ("Deputy Town Clerk")."""
    tokens = tokenise(text)
    if not tokens or len(tokens) > _MOST_WORDS or chair_role(text) is not None:
        return False
    reader = NameReader(tokens, words)
    known = tokens[-1].lower not in words.member_offices
    return known and tokens[0].capital and reader.is_head(tokens[-1]) and reader.is_office(0)
