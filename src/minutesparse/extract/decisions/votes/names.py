"""Names in lists of voters: shared titles, commas, semicolons, inverted names, no marks at all."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.lexicons import Lexicon, alternation

_SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*(?:and\s+)?|\s*&\s*|\n|\s{3,}")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_PARTICLE = r"(?:de|van|der|von|la|le|Mac|Ó|Uí|Ní|Mhic)"
_NAME = re.compile(
    rf"(?:the\s+)?(?:[A-Z][\w'’.-]*|{_PARTICLE})"
    rf"(?:,?\s+(?:\(?[A-Z][\w'’.-]*\)?|{_PARTICLE}|of|Pro|Tem)){{0,5}}",
)
_INVERTED = re.compile(r"([A-Z][\w'’-]{1,40}),\s*((?:[A-Z]\.?\s?){1,3})(?=[,;]|\s+and\b|$)")
_ALL_INVERTED = re.compile(
    r"(?:[A-Z][\w'’-]++,\s*+(?:[A-Z](?![a-z])\.?\s?){1,3}(?:[,;]\s*+|\s*+and\s++|\.?$))++$"
)
_INITIALLED = re.compile(
    r"(?:[A-Z]\.\s?){1,3}(?:(?:de|van|von|der|la|le)\s+)*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+(?!\.))*"
)
_UNPARTED = re.compile(r"(?:[A-Z]\.\s?){1,3}[^.,;]{2,40}(?:[A-Z]\.\s?){1,3}[^,;]*")
_INITIAL = re.compile(r"[A-Z]\.?\s+[A-Z]")
_INITIALS_AT_END = re.compile(r"(?:,|;|\band)\s+(?P<name>[A-Z]{2,3})$")
_LEADS = re.compile(r"^(?:all|and|but)\s+")
_NO_NAMES = frozenset(
    "all there it motion those both they others everyone he she votes on a this that in by".split()
)
_LONGEST = 60


def names_in(words: str, lexicon: Lexicon) -> list[str]:
    """Return the names of a list without the title that they share; empty where it is no list."""
    bare = _shared_title(lexicon).sub("", " ".join(words.split())).strip(" .,:;")
    if _UNPARTED.fullmatch(bare) is not None:
        return [" ".join(name.split()) for name in _INITIALLED.findall(bare)]
    names = [_shared_title(lexicon).sub("", name) for name in _parted(bare)]
    return names if names and all(_is_name(name, lexicon) for name in names) else []


def names_before(words: str, lexicon: Lexicon) -> list[str]:
    """Return the names that words end in, from the last shared title on if need be."""
    whole = names_in(words, lexicon)
    if whole:
        return whole
    titled = list(_plural_title(lexicon).finditer(words))
    if titled:
        return names_in(words[titled[-1].start() :], lexicon)
    first = _titled(lexicon).search(words)
    listed = names_in(words[first.start() :], lexicon) if first is not None else []
    if listed:
        return listed
    last = _titled_at_end(lexicon).search(words) or _INITIALS_AT_END.search(words)
    return [" ".join(last["name"].split())] if last is not None else []


def _parted(words: str) -> list[str]:
    """Split a list at its marks; "Smith, Bob; Jones, Al" only at the semicolons."""
    if _ALL_INVERTED.match(words) is not None:
        words = _INVERTED.sub(r"\1 \2", words)
    parts = _SEMICOLON.split(words)
    inverted = len(parts) > 1 and all(part.count(",") == 1 for part in parts)
    separator = _SEMICOLON if inverted else _SEPARATOR
    names = (_LEADS.sub("", name.strip(" .,:")) for name in separator.split(words))
    return [name for name in names if name and name[0].isalpha()]


def _is_name(name: str, lexicon: Lexicon) -> bool:
    words = name.lower().split()
    if not words or len(name) > _LONGEST:
        return False
    if words[0] in _NO_NAMES and _INITIAL.match(name) is None:
        return False
    if words[-1] in lexicon.phrases("votes", "groups") or words[0] in _numbers(lexicon):
        return False
    return _NAME.fullmatch(name) is not None


@cache
def _numbers(lexicon: Lexicon) -> frozenset[str]:
    sections = ("units", "tens", "nothing")
    return frozenset(word for section in sections for word in lexicon.phrases("votes", section))


@cache
def _shared_title(lexicon: Lexicon) -> re.Pattern[str]:
    shared = alternation(lexicon.phrases("votes", "shared"))
    one = r"(?:Councillor|Cllr|Cr|Member)\s*:"
    return re.compile(rf"^(?:(?:the\s+)?(?:(?:{shared})\b\.?\s*:?|{one})\s*)", re.I)


@cache
def _titled(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for where the first name with a title begins ("On a vote Mr Orr")."""
    titles = alternation(word.title() for word in lexicon.phrases("speakers", "titles"))
    return re.compile(rf"\b(?:{titles})\.?\s+(?=[A-Z])")


@cache
def _titled_at_end(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for one member with a title at the end ("agreed, Cllr Orr")."""
    titles = alternation(word.title() for word in lexicon.phrases("decisions", "member_titles"))
    return re.compile(
        rf"(?:^|[\s,;(])(?P<name>(?:{titles})\.?\s+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}})$"
    )


@cache
def _plural_title(lexicon: Lexicon) -> re.Pattern[str]:
    shared = alternation(word.capitalize() for word in lexicon.phrases("votes", "shared"))
    return re.compile(rf"\b(?:{shared})\b\.?\s+(?=[A-Z])")
