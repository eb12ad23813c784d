"""Words in capitals, which head things."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

_CAPITALS, _SMALL = ascii_uppercase.encode(), ascii_lowercase.encode()
_FEWEST, _MOSTLY = 3, 0.85


def is_shouted(text: str) -> bool:
    """Tell whether a text is in capitals throughout, small exceptions aside."""
    plain = text.encode("ascii", "ignore")
    capitals = len(plain) - len(plain.translate(None, _CAPITALS))
    letters = capitals + len(plain) - len(plain.translate(None, _SMALL))
    others = len(text) - len(plain)
    # Only where the others might be capitals enough need they be looked at one by one.
    if others and _mostly_capitals(capitals + others, letters + others):
        capitals, letters = sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    return _mostly_capitals(capitals, letters)


def _mostly_capitals(capitals: int, letters: int) -> bool:
    return capitals >= _FEWEST and capitals >= _MOSTLY * letters
