"""Whose money a page speaks of: the currency of unsigned amounts, the country of a bare "$"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from minutesparse.extract.quantities.model import Setting
from minutesparse.extract.quantities.vocabulary import Vocabulary, vocabulary
from minutesparse.lexicons import Lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = {"£": "GBP", "€": "EUR"}


def setting_of(page: str, lexicon: Lexicon) -> Setting:
    """Return what every passage of a page takes from it: whose money it speaks of."""
    dollar = dollar_of(page, vocabulary(lexicon))
    signs = Counter({code: page.count(sign) for sign, code in _SIGNS.items()})
    signs[dollar or "USD"] += page.count("$")
    code, count = max(signs.items(), key=lambda pair: pair[1])
    return Setting(money=code if count else "GBP", dollar=dollar)


def dollar_of(text: str, words: Vocabulary) -> str | None:
    """Return whose dollar a bare "$" is, by the words that most often tell; None where none do."""
    if "$" not in text:
        return None
    found = Counter(_WORD.findall(text))
    letters = words.dollar_letters
    told = _told_by(found, words.dollar_hints)
    told.update(letters[letter] for letter in text.lower() if letter in letters)
    told = told or _told_by(found, words.dollar_hints_shared)
    return told.most_common(1)[0][0] if told else None


def _told_by(found: Counter[str], hints: Mapping[str, str]) -> Counter[str]:
    """Return how often the hints of each currency are found."""
    told: Counter[str] = Counter()
    for word, code in hints.items():
        if word in found:
            told[code] += found[word]
    return told
