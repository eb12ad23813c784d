"""Speakers that no lexicon lists, told by what they do: "The DPO said", "Others asked"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from minutesparse.attribute.reports.offices import ENDS
from minutesparse.attribute.verbs import ReportingVerb
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token

_LED = frozenset({"lead the", "take the", "give the", "lead members"})
_BARE_ROLES = frozenset({"member", "officer", "resident", "tenant"})
_SPEAKS_FOR = frozenset("of for from at".split())
_DEFINITE = frozenset({"the", "a", "an", "one"})
_JOINS = frozenset("and or but nor so following".split())
_ABSTRACT = ("ion", "ions", "ment", "ments", "ing", "ings", "ness", "ed", "ly")
_LONGEST = 7  # words behind the determiner


class Strangers:
    """Reads speakers that no lexicon lists.

    Args:
        tokens: The tokens of the sentence.
        mentions: Reads mentions from them.
        reaches: Tells whether only small words stand between a token and a verb.
        lexicon: Knows the things that can be said to say something ("The report stated").
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: MentionReader,
        reaches: Callable[[int, ReportingVerb], bool],
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lower = mentions.view.lower
        self._reaches = reaches
        self._saying = _words(lexicon, "verbs", "plain_saying")
        self._things = _words(lexicon, "speakers", "things_that_tell")

    def speaker(
        self, first: int, verb: ReportingVerb, *, behind_opening: bool = False
    ) -> Mention | None:
        """Return the speaker whose words begin at a token and who does what a verb says, or None.

        Args:
            first: The token.
            verb: The verb.
            behind_opening: Whether a comma closes an opening phrase before the token.
        """
        if self._lower(first) in _BARE_ROLES and first + 1 == verb.first and verb.form == "past":
            return self._mentions.made(first, first + 1, "role", role=self._lower(first))
        name = self._mentions.first_name(first) if verb.lemma not in _LED else None
        name = name or self._mentions.surname(first)
        past = verb.form in ("past", "present")
        if name is not None and past and self._reaches(name.after, verb):
            return name
        return (
            self._by_office(first, verb, behind_opening)
            or self._mentions.unnamed(first, verb.first, asks=verb.act == "ask")
            or self._whoever(first, verb)
        )

    def _by_office(self, first: int, verb: ReportingVerb, behind_opening: bool) -> Mention | None:
        """Return "The Chamberlain", "The DPO"."""
        office = self._mentions.unlisted_office(first)
        if office is None or verb.act in ("answer", "ask"):
            return office
        short = office.role is not None and office.role.isupper()
        return office if (short or behind_opening) and office.after == verb.first else None

    def _whoever(self, first: int, verb: ReportingVerb) -> Mention | None:
        """Return "The subject member", "The company": words right before a verb of saying."""
        saying = verb.form == "past" and verb.lemma.split()[0] in self._saying
        near = first + 2 <= verb.first <= first + 1 + _LONGEST
        if not (saying and near and self._lower(first) in _DEFINITE):
            return None
        if first and self._lower(first - 1) in _JOINS:
            return None
        words, capital = range(first + 1, verb.first), self._tokens[first + 1].capital
        if any(self._mentions.bare_name_at(place) for place in words[1:]):
            return None  # "In response to the Committee Ann Orr advised"
        if all(self._may_name(place, capital) for place in words):
            return self._person(first, verb.first)
        return None

    def _may_name(self, place: int, capital: bool) -> bool:
        """Tell whether a word may go on a name that began with a capital, or without one."""
        token, word = self._tokens[place], self._lower(place)
        if word in _SPEAKS_FOR:
            return True
        return token.word and word not in ENDS and word not in _JOINS and token.capital == capital

    def _person(self, first: int, end: int) -> Mention | None:
        """Return some words as whom they name, unless they name a thing."""
        head = first + 1
        while head + 1 < end and self._lower(head + 1) not in _SPEAKS_FOR:
            head += 1
        word = self._lower(head)
        if self._lower(end - 1) in _SPEAKS_FOR or word in self._things or word.isdigit():
            return None
        speaks = word in self._mentions.view.words.body_nouns  # "the housing association"
        if (word.endswith(_ABSTRACT) and not speaks) or word.removesuffix("s") in self._things:
            return None
        role = self._mentions.view.slice(first + 1, end)
        return self._mentions.made(first, end, "role", role=role, titled=False)


@cache
def _words(lexicon: Lexicon, file: str, section: str) -> frozenset[str]:
    """Return the words of a section, gathered once and not for every sentence."""
    return frozenset(lexicon.phrases(file, section))
