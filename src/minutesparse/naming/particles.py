"""Small words within surnames: "van" of "van Dyke", "Mac an" of "Mac an Rí"."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.naming.tokens import Token

_SONS = frozenset({"mac", "mhac", "nic"})
_ARTICLES = frozenset({"an", "na"})


def is_particle(tokens: Sequence[Token], place: int, particles: frozenset[str]) -> bool:
    """Tell whether a word is a particle and the rest of its surname follows."""
    word = tokens[place].lower
    if word in particles:
        return _capital(tokens, place + 1) or (word in _SONS and _article(tokens, place + 1))
    return place > 0 and tokens[place - 1].lower in _SONS and _article(tokens, place)


def _article(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the Irish article before a surname's last word stands at a place."""
    here = place < len(tokens) and tokens[place].text in _ARTICLES
    return here and _capital(tokens, place + 1)


def _capital(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].word and tokens[place].capital
