"""A passage as tokens, each with the part that it plays in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from minutesparse.extract.quantities.model import Measure, Setting
from minutesparse.extract.quantities.vocabulary import Vocabulary

Tag = Literal[
    "noun", "verb", "aux", "det", "pron", "prep", "sub", "conj", "adv", "num", "glue", "punct", ""
]


NOWHERE = 1 << 60  # a token that no text has
SHARE_SIGNS = frozenset("%£€$")
MARGIN = 64  # empty words after the last, which reading before the first finds too
_ENDS = frozenset([".", "?", "!", ";", ""])
_OPEN_TAGS = ("prep", "det", "conj", "sub")  # a phrase goes on behind them


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage as tokens; reading beyond either end gives empty words.

    Attributes:
        text: The passage.
        starts: First code point of each token.
        ends: First code point after each token.
        lowers: The tokens in lower case, with a margin of empty words.
        kinds: Whether each is a number, a word or a sign, with the same margin.
        tight: Whether each follows the one before it without a space, with the same margin.
        words: The vocabulary that it is read with.
        tags: The part that each token plays, with the same margin; None where it is not yet told.
        tagger: Tells the parts of the sentence around a token.
        dollar: The currency that a bare "$" is in.
        asked: The unit that the question before it asks for ("how many days"); None where the
            context is no such question.
        asked_from: First token of "how many" in the passage itself.
        setting: What the passage takes from the page around it.
        measures: The measures found so far, by their first token.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    lowers: Sequence[str]
    kinds: Sequence[str]
    tight: Sequence[bool]
    words: Vocabulary
    tags: list[Tag | None]
    tagger: Callable[[Reading, int], None]
    dollar: str = "USD"
    asked: str | None = None
    asked_from: int = NOWHERE
    setting: Setting = field(default_factory=Setting)
    measures: dict[int, Measure | None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.starts)

    def lower(self, at: int) -> str:
        """Return the token in lower case."""
        try:
            return self.lowers[at]
        except IndexError:
            return ""

    def kind(self, at: int) -> str:
        """Return whether the token is a number, a word or a sign."""
        try:
            return self.kinds[at]
        except IndexError:
            return ""

    def raw(self, at: int) -> str:
        """Return the token as written."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def slice(self, start: int, end: int) -> str:
        """Return what is written from one token up to another, or up to the end of the text."""
        end = min(end, len(self.ends))
        if start >= end:
            return ""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def glued(self, at: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        try:
            return self.tight[at]
        except IndexError:
            return False

    def capital(self, at: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= at < len(self.starts) and self.text[self.starts[at]].isupper()

    def number(self, at: int) -> bool:
        """Return whether a token is made of digits."""
        try:
            return self.kinds[at] == "number"
        except IndexError:
            return False

    def word(self, at: int) -> bool:
        """Return whether a token is made of letters."""
        try:
            return self.kinds[at] == "word"
        except IndexError:
            return False

    def tag(self, at: int) -> Tag:
        """Return the part that a token plays; empty beyond either end."""
        try:
            tag = self.tags[at]
        except IndexError:
            return ""
        if tag is None:
            self.tagger(self, at)
            return self.tags[at] or ""
        return tag

    def tags_of(self, start: int, end: int) -> list[Tag]:
        """Return the parts that the tokens from one place up to another play."""
        return [tag or self.tag(at) for at, tag in enumerate(self.tags[start:end], start)]

    def listed(self, at: int, section: str) -> bool:
        """Return whether a token is listed in a section of the lexicon."""
        try:
            return self.lowers[at] in self.words.sets[section]
        except IndexError:
            return False

    def ends_sentence(self, at: int) -> bool:
        """Return whether a token closes a sentence, or lies beyond the text."""
        try:
            return self.lowers[at] in _ENDS and self.tag(at) in ("punct", "")
        except IndexError:
            return True

    def apart(self, at: int) -> bool:
        """Return whether a token stands in a column of its own, two spaces or more away.

        No cell ends in "of", "the" or "and"; there a line goes on, set in.
        """
        if not 0 < at < len(self.starts) or self.tag(at - 1) in _OPEN_TAGS:
            return False
        return self.starts[at] - self.ends[at - 1] > 1

    def any_listed(self, start: int, end: int, section: str) -> bool:
        """Return whether a token from one place up to another is listed in a section."""
        return not self.words.sets[section].isdisjoint(self.lowers[max(start, 0) : end])

    def starts_sentence(self, at: int) -> bool:
        """Return whether a token is the first word of a sentence."""
        back = at - 1
        while back >= 0 and self.lower(back) in "\"'(•·-–":
            back -= 1
        return back < 0 or self.ends_sentence(back) or self.lower(back) == ":"
