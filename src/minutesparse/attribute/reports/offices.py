"""Offices that go on in small letters up to their verb: "The head of environment advised"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.attribute.verbs import ReportingVerb
from minutesparse.naming import Mention, MentionReader, Token

_SPEAKS_FOR = frozenset({"of", "for", "from", "at", "on"})
_JOINS = frozenset({"of", "for", "and", "&", "–", "-"})
SUBORDINATES = frozenset("which that who whom if whether because where than".split())
ENDS = SUBORDINATES | frozenset(
    """by from to with in on at about into over as the a an this these his her their its he she it
    they then also not was were is are be been being has have had do does did can could will would
    may might shall should must said told asked felt who present here""".split()
)
_DEEDS = ("ed", "ing", "ly")
SAYING = frozenset({"comment", "state", "answer", "present", "ask", "undertake"})
_LONGEST = 7


class LongOffices:
    """Reads on in an office whose name does not reach its verb.

    Args:
        tokens: The tokens of the sentence.
        mentions: Reads mentions from them.
        reaches: Tells whether only small words stand between a token and a verb.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: MentionReader,
        reaches: Callable[[int, ReportingVerb], bool],
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lower = mentions.view.lower
        self._reaches = reaches

    def read_on(self, first: int, mention: Mention, verb: ReportingVerb) -> Mention | None:
        """Return the office up to its verb, or None where something else stands between."""
        if mention.type != "role":
            return None
        role = (mention.role or "").lower().split()
        public = self._mentions.view.words.public_roles & set(role[-1:])
        if public and self._lower(mention.after) in _SPEAKS_FOR:
            return self._of_some_body(first, mention, verb)
        return self._in_small_letters(first, mention, verb)

    def _of_some_body(self, first: int, mention: Mention, verb: ReportingVerb) -> Mention | None:
        """Read "A representative of the bus operator": whom somebody speaks for."""
        for end in range(mention.after + 2, min(verb.first, mention.after + _LONGEST) + 1):
            if not self._tokens[end - 1].word or self._lower(end - 1) in SUBORDINATES:
                return None
            if self._reaches(end, verb):
                return self._mentions.made(first, end, "role", role=mention.role)
        return None

    def _in_small_letters(
        self, first: int, mention: Mention, verb: ReportingVerb
    ) -> Mention | None:
        """Read "The head of environment", "The cabinet member finance and assets"."""
        if mention.plural or verb.form != "past" or verb.act not in SAYING:
            return None
        for end in range(mention.after, min(verb.first, mention.after + _LONGEST) + 1):
            whole = end > mention.after and self._lower(end - 1) not in _JOINS
            if whole and self._reaches(end, verb):
                return self._mentions.made(first, end, "role", role=mention.role)
            if not self._narrows(end):
                return None
        return None

    def _narrows(self, place: int) -> bool:
        """Tell whether a word may go on the name of an office."""
        word, token = self._lower(place), self._tokens[place]
        small = token.word and not token.capital and word not in ENDS
        deed = word.endswith(_DEEDS) and self._lower(place - 1) not in _JOINS
        owns = word == "'s"  # "director of children's services"
        return word in _JOINS or owns or (small and not deed)  # "head of housing"
