"""Words above a list: a stem that every clause continues, or a clause that the list fills."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import says, source

_MARKED = re.compile(r"[:–-]\s*[.:;,–-]{0,10}$")
_INFINITIVE = re.compile(r"(?:unanimously\s+)?to\s+(?P<verb>\w+)(?P<rest>.*)", re.I | re.S)
_ENDING = 160


def calls_for_list(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words end so that a list must follow ("that Cabinet:", "for these reasons")."""
    ending = words.rstrip()[-_ENDING:]
    return (
        _MARKED.search(ending) is not None
        or says(lexicon, "decisions", "list_calls", ending) is not None
    )


def is_stem(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a list only say who decides and that it does."""
    bare = words.strip(" :;–-.,\"'")
    if not bare or says(lexicon, "decisions", "following_stems", bare) is not None:
        return True
    own = _own_verb(lexicon).search(bare)
    if own is not None:
        handed = _handed_on(lexicon).match(own["done"]) is not None
        return handed and _leads_on(lexicon).fullmatch(own["rest"]) is not None
    infinitive = _INFINITIVE.match(bare)
    if infinitive is not None:
        return _leads_on(lexicon).fullmatch(infinitive["rest"]) is not None
    return all(
        _leads_on(lexicon).fullmatch(bare, found.end())
        for found in _operative(lexicon).finditer(bare)
    )


@cache
def _own_verb(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "be" with what is done ("be hereby adopted")."""
    between = source(lexicon, "decisions", "between_be_and_verb")
    return re.compile(rf"\bbe\s+(?:(?:{between})\s+)?(?P<done>\w+)\b(?P<rest>.*)", re.I | re.S)


@cache
def _handed_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{source(lexicon, 'decisions', 'handed_on')})\b", re.I)


@cache
def _leads_on(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words that only lead from a verb to a list ("that Council:")."""
    return re.compile(
        rf"(?:\s*\b(?:{source(lexicon, 'decisions', 'leading_on')})\b)*[\s,:;–-]*", re.I
    )


@cache
def _operative(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words that act upon something ("approves Option B")."""
    table = lexicon.table("decisions", "operative")
    words = {word for verb, listed in table.items() for word in listed if verb != "exclude"}
    return re.compile(rf"\b(?:{alternation(words - {'authority'})})\b", re.I)
