"""Words, numbers and signs of a passage, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple, cast

from minutesparse.extract.quantities.model import TokenKind


def _pattern(letter: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of a token, given that of a letter; no text can make it go back."""
    return re.compile(
        rf"""
        (?P<word>{letter}++(?:['’‑-]{letter}++)*+)
        |(?P<number>\d{{1,3}}(?:,\d{{3}}(?!\d))++(?:\.\d++)?+|\d++(?:\.\d++)*+|(?<![\w.])\.\d++)
        |(?P<sign>\S)
        """,
        re.VERBOSE | flags,
    )


_TOKEN = _pattern(r"[^\W\d_]")
_ASCII_TOKEN = _pattern("[A-Za-z]", re.ASCII)  # finds the same in plain text, in less time
_PARTS = re.compile(r"[^‑-]+|[‑-]")
_HYPHEN = re.compile(r"[‑-]")
_HYPHENS = frozenset("-‑")
_Token = tuple[str, TokenKind, int, int]
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
    hits = (_ASCII_TOKEN if text.isascii() else _TOKEN).finditer(text)
    found = cast(list[_Token], [(hit[0], hit.lastgroup, *hit.span()) for hit in hits])
    if "-" in text or "‑" in text:
        found = [part for token in found for part in _parted(token, splitting)]
    lower = str.lower if text.isascii() else _lower
    return Tokens(
        [start for _, _, start, _ in found],
        [end for _, _, _, end in found],
        [lower(word) if kind == "word" else word for word, kind, _, _ in found],
        [kind for _, kind, _, _ in found],
    )


def _parted(token: _Token, splitting: Collection[str]) -> Iterator[_Token]:
    """Yield a token, its parts where it is a number word with hyphens."""
    word, kind, start, _ = token
    parts = _PARTS.findall(word) if kind == "word" and _HYPHEN.search(word) else ()
    if not parts or parts[0].lower() not in splitting:
        yield token
        return
    for part in parts:
        yield part, "sign" if part in _HYPHENS else "word", start, start + len(part)
        start += len(part)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")
