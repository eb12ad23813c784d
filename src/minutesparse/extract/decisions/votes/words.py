"""Patterns of votes, made from the lexicon: numbers, sides, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.extract.findings import Option
from minutesparse.lexicons import Lexicon, alternation

_OPTIONS: tuple[Option, ...] = ("for", "against", "abstain", "absent")


@dataclass(frozen=True, eq=False)
class VoteWords:
    """What votes look like.

    Attributes:
        number: Source of a pattern for a figure or number word that can be a count.
        side: Source of a pattern for the words of any side but "absent".
        label: Source of a pattern for the words of a side as a label ("Voting against").
        motion: Source of a pattern for what is voted on, with "the" before it.
        strong: Words that make numbers those of a vote.
        unanimous: Words that say that all agreed.
        all_agreed: The same as a sentence of its own.
        deciding: Words of deciding.
        lost: Words that say that something was not carried.
        elsewhere: Words for what people sent or answered outside the meeting.
        taken: Words that say that a vote was taken.
        voters: Source of a pattern for the nouns of those who vote.
        values: Values of number words.
        sides: Sides by their words.
    """

    number: str
    side: str
    label: str
    motion: str
    strong: re.Pattern[str]
    unanimous: re.Pattern[str]
    all_agreed: re.Pattern[str]
    deciding: re.Pattern[str]
    lost: re.Pattern[str]
    elsewhere: re.Pattern[str]
    taken: re.Pattern[str]
    voters: str
    values: dict[str, int]
    sides: dict[str, Option]

    def side_of(self, words: str) -> Option:
        """Return the side that words name; "for" where they name none."""
        lowered = " ".join(words.lower().split())
        known = (
            phrase for phrase in self.sides if lowered == phrase or lowered.endswith(f" {phrase}")
        )
        return self.sides.get(max(known, key=len, default=""), "for")

    def number_of(self, words: str | None) -> int | None:
        """Return the value of a figure or of number words, or None."""
        lowered = re.sub(r"[\s-]+", " ", (words or "").lower())
        if lowered.isdigit():
            return int(lowered)
        parts = [self.values.get(part) for part in lowered.split(" ")]
        known = [part for part in parts if part is not None]
        return sum(known) if known and len(known) == len(parts) else None


@cache
def vote_words(lexicon: Lexicon) -> VoteWords:
    """Return the patterns of a lexicon, made once."""
    sides = _by_word(lexicon, "sides") | _by_word(lexicon, "answers")
    spoken = [word for word, side in _by_word(lexicon, "sides").items() if side != "absent"]
    motions = alternation(lexicon.phrases("votes", "motions"))
    return VoteWords(
        number=_number(lexicon),
        side=alternation(spoken),
        label=rf"(?:those\s+)?(?:vot(?:ing|es?|ed)\s+)?(?:{alternation(sides)})",
        motion=rf"(?:of\s+)?(?:the\s+)?(?:{motions})",
        strong=_any(lexicon, "strong"),
        unanimous=_any(lexicon, "unanimous"),
        all_agreed=re.compile(rf"\W*(?:{_listed(lexicon, 'all_agreed')})\W*", re.I),
        deciding=_any(lexicon, "deciding"),
        lost=_any(lexicon, "lost"),
        elsewhere=_any(lexicon, "counted_elsewhere"),
        taken=_any(lexicon, "taken_here"),
        voters=_listed(lexicon, "voters"),
        values=_values(lexicon),
        sides=sides,
    )


def _by_word(lexicon: Lexicon, section: str) -> dict[str, Option]:
    table = lexicon.table("votes", section)
    return {word: option for option in _OPTIONS for word in table.get(option, ())}


def _listed(lexicon: Lexicon, section: str) -> str:
    return alternation(lexicon.phrases("votes", section))


def _any(lexicon: Lexicon, section: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_listed(lexicon, section)})(?!\w)", re.I)


def _number(lexicon: Lexicon) -> str:
    """Return the source of a pattern for a count; money, shares and references are none."""
    units, tens = _listed(lexicon, "units"), _listed(lexicon, "tens")
    return (
        r"(?<![\w,.£$€#/-])(?:"
        r"\d{1,3}(?![\d,.]*\d|\s*%|\s+per\s+cent)|"
        rf"(?:{tens})[\s-](?:{units})|{tens}|{units}|{_listed(lexicon, 'nothing')})(?!\w)"
    )


def _values(lexicon: Lexicon) -> dict[str, int]:
    values = {word: value for value, word in enumerate(lexicon.phrases("votes", "units"))}
    values |= {word: 10 * value for value, word in enumerate(lexicon.phrases("votes", "tens"), 2)}
    return values | dict.fromkeys(lexicon.phrases("votes", "nothing"), 0)
