"""Contributions in the making, and what the fold remembers while it makes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from minutesparse.naming import Mention

Kind = Literal["question", "answer", "comment", "presentation", "procedural"]


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
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in and what it says of the points under it.

    Attributes:
        kind: What an unattributed point under it is.
        speaker: Who makes the points, where the lead-in says so.
        depth: Depth of the list that it opens.
        answers: True where the points are replies ("In response to questions ...").
    """

    kind: Kind
    speaker: Mention | None
    depth: int
    answers: bool = False


@dataclass(slots=True)
class State:
    """What the fold carries from sentence to sentence within one item."""

    presenter: Mention | None = None
    open: Draft | None = None
    last: Draft | None = None
    lead: Lead | None = None
    by_depth: dict[int, Draft] = field(default_factory=dict)
    askers: set[str] = field(default_factory=set)
    responders: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)


def person_key(mention: Mention | None) -> str:
    """Return what tells one speaker from another: the surname, or the office's words."""
    if mention is None:
        return ""
    if mention.type == "person" and mention.name:
        words = [word for word in re.findall(r"[^\W\d_][\w'-]*", mention.name) if len(word) > 1]
        return (words[-1] if words else mention.name).lower()
    label = re.sub(r"^(?:the|a|an|our)\s+", "", mention.label.lower())
    return " ".join(label.split())


def same_speaker(one: Mention | None, other: Mention | None) -> bool:
    """Tell whether two mentions name the same speaker, by surname or by office."""
    if one is None or other is None:
        return False
    first, second = person_key(one), person_key(other)
    if first == second:
        return True
    if one.type == other.type == "role":
        return first.startswith(second) or second.startswith(first)
    return _role_of(one, other) or _role_of(other, one)


def _role_of(person: Mention, role: Mention) -> bool:
    """Tell whether an office named alone is the one a person was introduced with."""
    if person.type != "person" or role.type != "role" or not person.role:
        return False
    held = re.sub(r"^(?:the|a|an)\s+", "", person.role.lower())
    key = person_key(role)
    return held == key or held.startswith(key)
