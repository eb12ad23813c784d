"""Those who are named by their posts alone, in a sentence or in a list of those attending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutesparse.extract.attendance.draft import Listing
from minutesparse.extract.attendance.entry import Entry, chair_role, office
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_PIECE = re.compile(r"(?:the\s+)?(?P<post>\S.*?)\s*(?:,?\s+and\s+|,\s*|$)", re.I | re.S)
_PARTED = re.compile(
    r"\n|(?<=\))\s+(?=[A-Z])|(?<=[a-z])\s+(?=(?:(?:Assistant|Deputy|Interim|Acting)\s+)?(?:Director|Head)\s+(?:of|for)\b)|"
    r"(?<=Officer)\s+(?=[A-Z])|(?<=Clerk)\s+(?=[A-Z])|(?<=Secretary)\s+(?=[A-Z])|"
    r"(?<=Manager)\s+(?=[A-Z])|(?<=Solicitor)\s+(?=[A-Z])|(?<=Chief Executive)\s+(?=[A-Z][a-z]+\s)"
)
_COMMA = re.compile(r"[,;]\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?", re.I)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_SMALL = frozenset({"of", "for", "and", "the", "&", "to", ","})
_FEWEST = 2
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


def with_posts(listing: Listing, offset: int, text: str, words: AttendanceWords) -> Listing:
    """Return a list with the posts of those whom it does not name ("Committee Clerk").

    Args:
        listing: The names that were found.
        offset: Where the list stands in the normalised text.
        text: What stands below "In attendance", on one line or several.
        words: The attendance lexicon.
    """
    pieces = list(_pieces(text))
    if len(pieces) == 1 and not listing.entries:
        pieces = list(_pieces(text, _COMMA))
    found = [(start, end) for start, end in pieces if _is_listed(text[start:end], words)]
    if len(found) < _FEWEST or len(found) < len(pieces) - 1:
        return listing
    posts = [
        Entry(offset + start, offset + end, text[start:end], role=office(text[start:end]))
        for start, end in found
    ]
    new = [
        post
        for post in posts
        if all(post.end <= one.start or one.end <= post.start for one in listing.entries)
    ]
    return listing._replace(entries=tuple(sorted([*listing.entries, *new], key=_start)))


def _start(entry: Entry) -> int:
    return entry.start


def _pieces(text: str, parted: re.Pattern[str] = _PARTED) -> Iterator[tuple[int, int]]:
    """Yield where each post of a list may begin and end."""
    start = 0
    for first, last in [*(cut.span() for cut in parted.finditer(text)), (len(text), len(text))]:
        piece = text[start:first]
        bare = piece.strip(" ;,.")
        if bare:
            begin = start + piece.index(bare)
            yield begin, begin + len(bare)
        start = last


def _is_listed(text: str, words: AttendanceWords) -> bool:
    """Tell whether words are a post and nothing else ("Head of Service (Housing)")."""
    bare = _ASIDE.sub("", text)
    tokens = tokenise(bare)
    if not tokens or len(tokens) > _MOST_WORDS or chair_role(bare) is not None:
        return False
    reader = NameReader(tokens, words)
    heads = reader.is_head(tokens[-1]) or any(
        reader.is_head(one) and after.lower in ("of", "for") for one, after in pairwise(tokens)
    )
    known = len(tokens) > 1 or tokens[0].lower not in words.member_offices
    capitals = all(token.capital or token.lower in _SMALL for token in tokens)
    return known and heads and capitals and reader.title_end(0) == 0


def _is_post(text: str, words: AttendanceWords) -> bool:
    """Tell whether capital words are an officer's post to their end ("Deputy Town Clerk")."""
    tokens = tokenise(text)
    if not tokens or len(tokens) > _MOST_WORDS or chair_role(text) is not None:
        return False
    reader = NameReader(tokens, words)
    known = tokens[-1].lower not in words.member_offices
    return known and tokens[0].capital and reader.is_head(tokens[-1]) and reader.is_office(0)
