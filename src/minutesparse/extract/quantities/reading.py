"""A passage as tokens, each with the part that it plays in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from minutesparse.extract.quantities.model import Setting, Token
from minutesparse.extract.quantities.vocabulary import Vocabulary

Tag = Literal[
    "noun", "verb", "aux", "det", "pron", "prep", "sub", "conj", "adv", "num", "glue", "punct", ""
]


_NOWHERE = 1 << 60
MARGIN = 64  # empty words after the last, which reading before the first finds too
_OPEN_TAGS = ("prep", "det", "conj", "sub")  # a phrase goes on behind them


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage as tokens; reading beyond either end gives empty words.

    Attributes:
        text: The passage.
        tokens: Its words, numbers and signs.
        lowers: The tokens in lower case, with a margin of empty words.
        words: The vocabulary that it is read with.
        tags: The part that each token plays, with the same margin.
        dollar: The currency that a bare "$" is in.
        asked: The unit that the question before it asks for ("how many days"); None where the
            context is no such question.
        asked_from: First token of "how many" in the passage itself.
        setting: What the passage takes from the page around it.
    """

    text: str
    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    words: Vocabulary
    tags: tuple[Tag, ...] = ()
    dollar: str = "USD"
    asked: str | None = None
    asked_from: int = _NOWHERE
    setting: Setting = field(default_factory=Setting)

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, at: int) -> str:
        """Return the token in lower case."""
        try:
            return self.lowers[at]
        except IndexError:
            return ""

    def kind(self, at: int) -> str:
        """Return whether the token is a number, a word or a sign."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def raw(self, at: int) -> str:
        """Return the token as written."""
        return self.slice(at, at + 1) if 0 <= at < len(self.tokens) else ""

    def slice(self, start: int, end: int) -> str:
        """Return what is written from one token up to another."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def glued(self, at: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def capital(self, at: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def number(self, at: int) -> bool:
        """Return whether a token is made of digits."""
        return self.kind(at) == "number"

    def word(self, at: int) -> bool:
        """Return whether a token is made of letters."""
        return self.kind(at) == "word"

    def tag(self, at: int) -> Tag:
        """Return the part that a token plays; empty beyond either end."""
        try:
            return self.tags[at]
        except IndexError:
            return ""

    def listed(self, at: int, section: str) -> bool:
        """Return whether a token is listed in a section of the lexicon."""
        try:
            return self.lowers[at] in self.words.sets[section]
        except IndexError:
            return False

    def ends_sentence(self, at: int) -> bool:
        """Return whether a token closes a sentence, or lies beyond the text."""
        return self.tag(at) in ("punct", "") and self.lower(at) in (".", "?", "!", ";", "")

    def apart(self, at: int) -> bool:
        """Return whether a token stands in a column of its own, two spaces or more away.

        No cell ends in "of", "the" or "and"; there a line goes on, set in.
        """
        if not 0 < at < len(self.tokens) or self.tag(at - 1) in _OPEN_TAGS:
            return False
        return self.tokens[at].start - self.tokens[at - 1].end > 1

    def starts_sentence(self, at: int) -> bool:
        """Return whether a token is the first word of a sentence."""
        back = at - 1
        while back >= 0 and self.lower(back) in "\"'(•·-–":
            back -= 1
        return back < 0 or self.ends_sentence(back) or self.lower(back) == ":"
