"""What part a speaker plays: who asks, who answers, who runs the meeting."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from minutesparse.attribute.drafts import State, person_key
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, name_words

_BODIES = frozenset({"officers", "offices", "staff"})


@dataclass(frozen=True, slots=True)
class Roster:
    """What attendance tells of people before anybody speaks.

    Attributes:
        members: Surnames of the members of the body.
        officers: Surnames of those in attendance.
        initials: Initials that stand for a person in this document, with the name.
    """

    members: AbstractSet[str] = frozenset()
    officers: AbstractSet[str] = frozenset()
    initials: AbstractSet[str] = frozenset()


class Parties:
    """Tells parts by title, office, attendance and what a speaker has done so far."""

    def __init__(self, lexicon: Lexicon, roster: Roster) -> None:
        words = name_words(lexicon)
        self._member_titles = words.member_titles
        self._member_roles = words.member_roles
        self._chair_roles = words.chair_roles
        self._roster = roster

    def is_chair(self, mention: Mention | None) -> bool:
        """Tell whether a mention is the chair, by office."""
        if mention is None or mention.type == "group":
            return False
        office = self._office(mention)
        return any(office == role or office.startswith(role + " of the ") for role in self._chair_roles)

    def is_executive(self, mention: Mention | None) -> bool:
        """Tell whether a mention is an elected member who answers for a portfolio."""
        if mention is None:
            return False
        office = self._office(mention)
        return any(role in office for role in self._member_roles)

    def is_member(self, mention: Mention | None) -> bool:
        """Tell whether a mention speaks as a member of the body or of the public."""
        if mention is None:
            return False
        if mention.type == "group":
            return person_key(mention) not in _BODIES
        if mention.type == "role":
            return self._member_office(person_key(mention))
        title = (mention.title or "").lower().replace(".", "").split()
        if set(title) & self._member_titles:
            return True
        return person_key(mention) in self._roster.members

    def is_officer(self, mention: Mention | None) -> bool:
        """Tell whether a mention speaks for the administration or reports to the body."""
        if mention is None or self.is_member(mention) or self.is_chair(mention):
            return False
        if mention.type == "group":
            return True
        return True

    def may_answer(self, mention: Mention | None, state: State) -> bool:
        """Tell whether a mention is one who answers questions here."""
        if mention is None:
            return False
        key = person_key(mention)
        if key in state.responders or self.is_executive(mention):
            return True
        if key in state.askers:
            return False
        return self.is_officer(mention)

    def known_initials(self, mention: Mention) -> bool:
        """Tell whether bare capitals are a person of this document."""
        return mention.label in self._roster.initials

    def _office(self, mention: Mention) -> str:
        words = mention.role or (mention.label if mention.type == "role" else "")
        title = (mention.title or "").lower()
        if mention.type == "person" and not words:
            words = title
        return " ".join(words.lower().split()).removeprefix("the ")

    def _member_office(self, key: str) -> bool:
        if any(role in key for role in self._member_roles):
            return False
        words = key.split()
        return bool(words) and (
            "member" in words
            or "councillor" in words
            or key.startswith(("vice", "deputy chair"))
            or bool(_PUBLIC & set(words))
        )


_PUBLIC = frozenset("resident parishioner questioner objector parent governor tenant neighbour petitioner".split())
