"""Words, numbers and signs of a passage, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from minutesparse.extract.quantities.model import Token, TokenKind

# Each repeat is possessive, so that no text can make the pattern go back.
_TOKEN = re.compile(
    r"""
    (?P<number>\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?+|\d++(?:\.\d++)*+|(?<![\w.])\.\d++)
    |(?P<word>[^\W\d_]++(?:['’‑-][^\W\d_]++)*+)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[^‑-]+|[‑-]")
_HYPHENS = frozenset("-‑")
DASHES = frozenset("-–—‑−")


def cut(text: str, splitting: Collection[str]) -> tuple[Token, ...]:
    """Cut a text into tokens.

    Args:
        text: The passage.
        splitting: Words that are cut off where a hyphen joins them to the next ("twenty-three").
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        if found.lastgroup != "word":
            kind: TokenKind = "number" if found.lastgroup == "number" else "sign"
            tokens.append(Token(found.start(), found.end(), word, kind))
        elif "-" in word or "‑" in word:
            tokens.extend(_split(found.start(), word, splitting))
        else:
            tokens.append(Token(found.start(), found.end(), _lower(word), "word"))
    return tuple(tokens)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


def _split(start: int, word: str, splitting: Collection[str]) -> Iterator[Token]:
    parts = _PARTS.findall(word)
    for part in parts if parts[0].lower() in splitting else [word]:
        kind: TokenKind = "sign" if part in _HYPHENS else "word"
        yield Token(start, start + len(part), _lower(part), kind)
        start += len(part)
