"""Words and marks of a sentence, with their offsets."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple


def _pattern(letter: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of a token, given that of a letter."""
    word = rf"{letter}+(?:['-](?:{letter}{{2,}}|[A-Z]\b|[td]\b))*"
    marks = r"'s\b|\d[\d,./:]*\d|\d|[^\w\s]|_+"
    glued = r"(?:Councillor|Cllr)(?=[A-Z][a-z])"  # "CouncillorOrr", its space lost
    return re.compile(rf"[A-Z]\d{{2,4}}\b|{glued}|{word}|{marks}", flags)


_TOKEN = _pattern(r"[^\W\d_]")
_ASCII_TOKEN = _pattern("[A-Za-z]", re.ASCII)  # finds the same in plain text, in less time


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        text: Its characters.
        lower: The same in lower case.
        start: Offset of its first character in the text it was read from.
        end: Offset after its last character.
    """

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital."""
        return self.text[0].isupper()

    @property
    def initials(self) -> bool:
        """True for one to four capitals, as initials or post-nominals are written."""
        return len(self.text) <= 4 and self.text.isalpha() and self.text.isupper()

    @property
    def word(self) -> bool:
        """True for letters, false for numbers and marks."""
        return self.text[0].isalpha()


_made = partial(tuple.__new__, Token)  # there are too many to count each one's fields


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a text between two offsets; "'s" is a token of its own."""
    pattern = _ASCII_TOKEN if text.isascii() else _TOKEN
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return [_made((word := hit[0], word.lower(), *hit.span())) for hit in found]
