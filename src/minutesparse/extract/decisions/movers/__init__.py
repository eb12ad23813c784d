"""Movers and seconders: who is named beside "moved", "proposed", "seconded"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutesparse.extract.decisions.movers.model import Movers
from minutesparse.extract.decisions.movers.names import surname, whole_name
from minutesparse.extract.decisions.movers.reader import MoverReader
from minutesparse.extract.decisions.movers.words import mover_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import tokenise

_PAIR_IN_BRACKET = re.compile(
    r"\s*[(\[]\s*(?P<one>[A-Z][^()\[\]/]{1,50}?)\s*/\s*(?P<two>[A-Z][^()\[\]/]{1,50}?)\s*[)\]]"
)
_ONE_IN_BRACKET = re.compile(r"\s*\(\s*(?P<one>[A-Z][^()/]{1,50}?)\s*\)")
_SURNAMES = re.compile(
    r"(?P<one>[A-Z][\w'’-]{1,30}+)\s?/\s?(?P<two>[A-Z][\w'’-]{1,30}+)"
    r"(?:\s+(?i:carried|lost)\b.{0,60})?"
)
_REMEMBERED = 64


def find_movers(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return who is named as moving and seconding in a sentence, or None.

    Args:
        text: The sentence.
        offset: Where it stands in the normalised text; the mentions' offsets count from there.
        lexicon: The lexicon that tells names and offices.
    """
    if mover_words(lexicon).cue.search(text) is None:
        return None
    found = _movers(text, lexicon)
    return found.shifted(offset) if found is not None else None


@lru_cache(maxsize=_REMEMBERED)
def _movers(text: str, lexicon: Lexicon) -> Movers | None:
    """Return the movers of a sentence; several rules ask for those of the same sentence."""
    return MoverReader(text, lexicon).read()


def named_pair(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return mover and seconder of a bracket that only names them ("(Cr A / Cr B)")."""
    found = _PAIR_IN_BRACKET.match(text)
    if found is None:
        return None
    return _pair(found, offset, lexicon)


def named_alone(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return the mover whom a bracket names alone and with a title ("Resolved (Cr A)")."""
    found = _ONE_IN_BRACKET.match(text)
    mover = whole_name(text, *found.span("one"), lexicon) if found is not None else None
    if found is None or mover is None or mover.type != "person" or not mover.titled:
        return None
    return Movers(mover, None, found.start(), found.end()).shifted(offset)


def line_pair(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return mover and seconder of a line that is two names ("Councillors A / B")."""
    found = _line_pair(lexicon).fullmatch(text.strip()) if "/" in text else None
    if found is None:
        return None
    return _pair(found, offset + len(text) - len(text.lstrip()), lexicon)


def pair_ahead(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return mover and seconder of a line above what they moved, with titles or without."""
    return line_pair(text, offset, lexicon) or surnames_below(text, offset)


def surnames_below(text: str, offset: int) -> Movers | None:
    """Return mover and seconder of a line below what they moved ("Orr/Vane Carried")."""
    found = _SURNAMES.fullmatch(text.strip()) if "/" in text else None
    if found is None:
        return None
    offset += len(text) - len(text.lstrip())
    spans = (found.span(group) for group in ("one", "two"))
    mover, seconder = (surname(tokenise(found.string, *span)[0]) for span in spans)
    return Movers(mover, seconder, found.start("one"), found.end("two")).shifted(offset)


def _pair(found: re.Match[str], offset: int, lexicon: Lexicon) -> Movers | None:
    """Return the names of two groups, "one" and "two", where each is a name and no more."""
    mover = whole_name(found.string, *found.span("one"), lexicon)
    seconder = whole_name(found.string, *found.span("two"), lexicon)
    if mover is None or seconder is None:
        return None
    return Movers(mover, seconder, found.start(), found.end()).shifted(offset)


@cache
def _line_pair(lexicon: Lexicon) -> re.Pattern[str]:
    titles = "|".join(word.capitalize() for word in lexicon.phrases("decisions", "plural_titles"))
    return re.compile(
        rf"\(?(?:{titles})?\.?\s*(?P<one>[A-Z][^/,;:()]{{1,50}}?)\s*/\s*"
        r"(?P<two>[A-Z][^/,;:()]{1,50}?)\)?"
    )


__all__ = [
    "Movers",
    "find_movers",
    "line_pair",
    "named_alone",
    "named_pair",
    "pair_ahead",
    "surnames_below",
]
