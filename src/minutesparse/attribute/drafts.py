"""Contributions in the making, and what the fold remembers while it makes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from minutesparse.naming import Mention

Kind = Literal["question", "answer", "comment", "presentation", "procedural", "skip"]
_NAME_WORD = re.compile(r"[^\W\d_][\w'-]*")
_ARTICLE = re.compile(r"^(?:the|a|an|our)\s+")
_MOST_KEPT = 1024  # names and offices of a page, which are asked for again and again
_ANYBODY = frozenset("member officer councillor resident tenant governor trustee".split())
_LONGEST_INITIALS = 3
_SMALL = frozenset("and of the for to in on at with".split())


@dataclass(slots=True)
class Draft:
    """One contribution as the fold makes it.

    Attributes:
        start: Offset of its first character in the normalised text.
        end: Offset after its last character.
        kind: What the speaker does.
        speaker: Who is named, or inherited; None where nobody can tell.
        inherited: True where the name comes from further up.
        reply_to: The contribution that it replies to.
        rule: Name of the rule that made it.
        block: Index of the block it stands in.
        supplementary: True for a question that follows up an earlier one.
        follows: The question that it follows up.
        ambiguous: Speakers between whom the text leaves no choice.
    """

    start: int
    end: int
    kind: Kind
    speaker: Mention | None
    inherited: bool
    reply_to: Draft | None
    rule: str
    block: int
    supplementary: bool = False
    follows: Draft | None = None
    ambiguous: tuple[str, ...] = ()


class Lead(NamedTuple):
    """A lead-in and what it says of the points under it.

    Attributes:
        kind: What an unattributed point under it is.
        speaker: Who makes the points, where the lead-in says so.
        depth: Depth of the list that it opens.
        answers: True where the points are replies ("In response to questions ...").
        target: The question that they reply to, where the lead-in mentions it.
        bound: True where each point ends the lead-in's own sentence ("Mr A said that:").
        asked: Who is asked what the list holds ("Members asked the Engineer the following:").
    """

    kind: Kind
    speaker: Mention | None
    depth: int
    answers: bool = False
    target: Draft | None = None
    bound: bool = False
    asked: Mention | None = None


@dataclass(slots=True)
class State:
    """What the fold carries from clause to clause within one item.

    Attributes:
        presenter: Who last brought a report.
        reporter: Who reports at the item, by its title.
        own_words: True where the item is what the reporter wrote or said, told by "we" and "I".
        floor: Who stands named on a line of their own above what is read now.
        lined: Who stands named right above the bullets that are read now.
        headed: Who stands named on the last line that is a name and no more.
        open: The question or comment that a reply would reply to.
        last: The contribution made last.
        lead: The lead-in of the list that is read now.
        parted: The lead-in whose list sub-headings part, also past what is said between its parts.
        by_depth: The first contribution of the latest bullet at each depth.
        drafts: The contributions so far.
        answered: Which contributions an answer replies to, by their identity.
        replied: Which contributions anything replies to, by their identity.
        noted: Remarks by which a body only took note, by their identity.
        numbered: Questions of this exchange by their printed number.
        introduced: Whom the clause before, of the same block, told of without a word said ("Ann Orr
            was sworn in").
        behind_label: Whose talk the paragraph notes behind a label ("PQ: Asked if").
        announced: True where a line announced who has the floor ("Reply from A").
        addressed: Whom the question that a line announced is put to.
        asking: True while who has the floor asks a numbered list of questions.
    """

    presenter: Mention | None = None
    reporter: Mention | None = None
    own_words: bool = False
    floor: Mention | None = None
    lined: Mention | None = None
    headed: Mention | None = None
    introduced: Mention | None = None
    behind_label: Mention | None = None
    open: Draft | None = None
    last: Draft | None = None
    lead: Lead | None = None
    parted: Lead | None = None
    by_depth: dict[int, Draft] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    answered: set[int] = field(default_factory=set)
    replied: set[int] = field(default_factory=set)
    noted: set[int] = field(default_factory=set)
    numbered: dict[str, Draft] = field(default_factory=dict)
    asking: bool = False
    announced: bool = False
    addressed: Mention | None = None

    def take(self, *drafts: Draft) -> None:
        """Add contributions to those made so far."""
        for draft in drafts:
            self.drafts.append(draft)
            self.replied.add(id(draft.reply_to))
            if draft.kind == "answer":
                self.answered.add(id(draft.reply_to))


def person_key(mention: Mention | None) -> str:
    """Return what tells one speaker from another: the surname, or the office's words."""
    if mention is None:
        return ""
    if mention.type == "person" and mention.name:
        return _surname_key(mention.name)
    return office_key(mention.label)


@lru_cache(maxsize=_MOST_KEPT)
def _surname_key(name: str) -> str:
    words = [word for word in _NAME_WORD.findall(name) if len(word) > 1]
    return (words[-1] if words else name).lower()


@lru_cache(maxsize=_MOST_KEPT)
def office_key(words: str) -> str:
    """Return an office's words in lower case without article."""
    return _ARTICLE.sub("", " ".join(words.lower().split()))


def same_speaker(one: Mention | None, other: Mention | None) -> bool:
    """Tell whether two mentions name the same speaker, by surname or by office."""
    if one is None or other is None:
        return False
    if one.type == other.type == "person" and one.plural != other.plural:
        return False
    first, second = person_key(one), person_key(other)
    if first == second:
        return True
    if one.type == other.type == "role":
        return same_office(first, second)
    if _stands_for(one, other) or _stands_for(other, one):
        return True
    return _holds(one, other) or _holds(other, one)


def same_office(first: str, second: str) -> bool:
    """Tell whether one office's words shorten the other's: a beginning, an end, or initials."""
    short, long = sorted((first, second), key=len)
    if short in _ANYBODY:
        return False
    if long.startswith(short + " ") or long.endswith(" " + short):
        return True
    if f" {short} " in long:
        return True
    words = re.findall(r"\w+", long)
    heavy = "".join(word[0] for word in words if word not in _SMALL)
    return len(short) >= 2 and short in (heavy, "".join(word[0] for word in words))


def _stands_for(short: Mention, full: Mention) -> bool:
    """Tell whether one mention is the bare initials of the other's name ("TB", "Tessa Boland")."""
    if not (short.type == full.type == "person" and short.name == short.label) or full.plural:
        return False
    if not (short.label.isupper() and 2 <= len(short.label) <= _LONGEST_INITIALS):
        return False
    words = re.findall(r"[^\W\d_][\w'’-]*", full.name or "")
    return len(words) > 1 and short.label in (
        "".join(word[0] for word in words),
        words[0][0] + words[-1][0],
    )


def _holds(person: Mention, role: Mention) -> bool:
    """Tell whether an office named alone is the one a person was introduced with."""
    if person.type != "person" or role.type != "role" or not person.role:
        return False
    held, named = office_key(person.role), office_key(role.label)
    return held == named or same_office(held, named)
