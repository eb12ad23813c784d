"""What a title or an office tells of somebody's standing: a member of the body, or its officer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from minutesparse.lexicons import alternation
from minutesparse.naming.words import NameWords

_HYPHEN = re.compile(r"[-–.]")
_RANKS_IN_OFFICES = frozenset({"chief", "major"})
_LONGEST_OFFICE = 5  # words behind the rank


def bears_members_title(title: str | None, words: NameWords) -> bool:
    """Tell whether a title is one that only members bear: "Councillor", "Cllr Mrs"."""
    return title is not None and _members_title(title, words)


def bears_courtesy_title(title: str | None, words: NameWords) -> bool:
    """Tell whether a title is one that anybody bears, and nothing more: "Mrs"."""
    plain = set(_plain(title).split())
    return bool(plain) and plain <= words.courtesy_titles


def holds_officers_post(role: str | None, words: NameWords) -> bool:
    """Tell whether an office is a post of somebody who is no member: "Head of Finance".

    Members too are "Chair", "Cabinet Member for Roads", or "Lay Member".
    """
    if not role or _members_office(words).match(role):
        return False
    return bool(set(_plain(role).split()) & words.role_heads)


def rank_opens_office(rank: str, following: Iterable[tuple[bool, bool]]) -> bool:
    """Tell whether a rank before a name only opens an office's ("Chief Finance Officer").

    Args:
        rank: The word, in lower case.
        following: Of each word behind it, whether it has a capital and whether an office's name
            can turn on it.
    """
    if rank not in _RANKS_IN_OFFICES:
        return False
    for capital, head in islice(following, _LONGEST_OFFICE):
        if not capital:
            return False
        if head:
            return True
    return False


def _plain(text: str | None) -> str:
    return " ".join(_HYPHEN.sub(" ", (text or "").lower()).split())


@lru_cache(maxsize=1024)
def _members_title(title: str, words: NameWords) -> bool:
    plain = f" {_plain(title)} "
    return any(f" {_plain(one)} " in plain for one in words.member_titles | words.chair_roles)


@cache
def _members_office(words: NameWords) -> re.Pattern[str]:
    held = alternation([*words.chair_roles, *words.member_roles, "councillor"])
    vice = r"(?:(?:vice|deputy|joint|outgoing|acting)[\s-]+)?"
    return re.compile(
        rf"(?:the\s+)?{vice}(?:(?:{held})\b(?!['’])|(?:[\w-]+\s+){{0,3}}member\b)", re.IGNORECASE
    )
