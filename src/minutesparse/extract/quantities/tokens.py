"""Words, numbers and signs of a passage, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple, cast

from minutesparse.extract.quantities.model import TokenKind

# Each repeat is possessive, so that no text can make the pattern go back.
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]++(?:['’‑-][^\W\d_]++)*+)
    |(?P<number>\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?+|\d++(?:\.\d++)*+|(?<![\w.])\.\d++)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[^‑-]+|[‑-]")
_HYPHENS = frozenset("-‑")
DASHES = frozenset("-–—‑−")


class Tokens(NamedTuple):
    """The words, numbers and signs of a text, side by side.

    Attributes:
        starts: First code point of each.
        ends: First code point after each.
        lowers: Each in lower case.
        kinds: Whether each is a number, a word or a sign.
    """

    starts: list[int]
    ends: list[int]
    lowers: list[str]
    kinds: list[TokenKind]


def cut(text: str, splitting: Collection[str]) -> Tokens:
    """Cut a text into tokens.

    Args:
        text: The passage.
        splitting: Words that are cut off where a hyphen joins them to the next ("twenty-three").
    """
    starts: list[int] = []
    ends: list[int] = []
    lowers: list[str] = []
    kinds: list[TokenKind] = []
    for found in _TOKEN.finditer(text):
        kind = cast(TokenKind, found.lastgroup)
        word, start = found[0], found.start()
        parts = [word]
        if kind == "word":
            word = word.lower() if word.isascii() else _lower(word)
            if "-" in word:
                parts = _parts(found[0], splitting)
        if len(parts) == 1:
            starts.append(start)
            ends.append(found.end())
            lowers.append(word)
            kinds.append(kind)
            continue
        for part in parts:
            starts.append(start)
            start += len(part)
            ends.append(start)
            lowers.append(_lower(part))
            kinds.append("sign" if part in _HYPHENS else "word")
    return Tokens(starts, ends, lowers, kinds)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


def _parts(word: str, splitting: Collection[str]) -> list[str]:
    """Return a hyphenated word, its parts where it is a number word."""
    parts = _PARTS.findall(word)
    return parts if parts[0].lower() in splitting else [word]
