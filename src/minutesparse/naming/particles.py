"""Small words within surnames: "van" of "van Dyke", "Mac an" of "Mac an Rí"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.naming.tokens import Token

_MUTATED = re.compile(r"(?:h[AEIOUÁÉÍÓÚ]|n[AEIOUÁÉÍÓÚDG]|t[SAEIOUÁÉÍÓÚ]|mB|gC|bP|dT|bhF)[^\W\d_]")
_SONS = frozenset({"mac", "mhac", "nic"})
_ARTICLES = frozenset({"an", "na"})


def is_particle(tokens: Sequence[Token], place: int, particles: frozenset[str]) -> bool:
    """Tell whether a word is a particle and the rest of its surname follows."""
    word = tokens[place].lower
    if word in particles:
        further = place + 1
        while further < len(tokens) and tokens[further].text in particles:
            further += 1  # "van der Linden"
        return _capital(tokens, further) or (word in _SONS and _article(tokens, place + 1))
    return place > 0 and tokens[place - 1].lower in _SONS and _article(tokens, place)


def is_mutated(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a surname stands at a place that Irish changes in front ("Ó hEidhin")."""
    before = tokens[place - 1] if place > 0 else None
    follows = before is not None and (before.capital or before.text in _ARTICLES)
    return follows and _MUTATED.match(tokens[place].text) is not None


def _article(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the Irish article before a surname's last word stands at a place."""
    here = place < len(tokens) and tokens[place].text in _ARTICLES
    return here and _capital(tokens, place + 1)


def _capital(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or not tokens[place].word:
        return False
    return tokens[place].capital or is_mutated(tokens, place)
