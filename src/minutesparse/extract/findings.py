"""What the extractors hand on: findings with offsets of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from minutesparse.naming import Mention

Option = Literal["for", "against", "abstain", "absent"]


@dataclass(frozen=True, slots=True)
class ClauseFinding:
    """One clause of a decision, its number taken off."""

    start: int
    end: int
    number: str | None
    verb: str | None
    delegated_to: str | None
    rule: str
    clauses: tuple[ClauseFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionFinding:
    """One decision: head words, stem, clauses, and who moved it where its own words say so."""

    start: int
    end: int
    label: tuple[int, int] | None
    verb: str
    stem: tuple[int, int] | None
    clauses: tuple[ClauseFinding, ...]
    rule: str
    mover: Mention | None = None
    seconder: Mention | None = None
    vote: VoteFinding | None = None
    recommended_to: str | None = None
    reasons: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MotionFinding:
    """What was moved, by whom, and what became of it."""

    start: int
    end: int
    kind: Literal["motion", "amendment"]
    mover: Mention | None
    seconder: Mention | None
    result: Literal["carried", "lost", "withdrawn"] | None
    rule: str


@dataclass(frozen=True, slots=True)
class NamedVote:
    """One voter and the side they took."""

    voter: str
    option: Option


@dataclass(frozen=True, slots=True)
class VoteFinding:
    """A vote's count."""

    start: int
    end: int
    in_favour: int | None
    against: int | None
    abstained: int | None
    unanimous: bool
    casting_vote: bool
    votes: tuple[NamedVote, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class AttendanceFinding:
    """One person's presence or absence."""

    start: int
    end: int
    name: str
    status: str
    rule: str
    role: str | None = None
    substitute_for: str | None = None
    organisation: str | None = None
    arrived: str | None = None
    left: str | None = None
    initials: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, letters after a comma left out ("Gavin Stott, JP")."""
        return self.name.split(",")[0].rsplit(None, 1)[-1]


@dataclass(frozen=True, slots=True)
class DeclarationFinding:
    """One member's declaration of interest."""

    start: int
    end: int
    name: str
    interest: str
    item: str | None
    withdrew: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ActionFinding:
    """Something that someone is to do."""

    start: int
    end: int
    owner: str | None
    task: tuple[int, int]
    due: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """A listed document: the stretch of its name, and its size."""

    start: int
    end: int
    size: str | None
    rule: str


@dataclass(slots=True)
class ItemFindings:
    """Everything found under one item besides contributions and statistics."""

    resolutions: list[ResolutionFinding] = field(default_factory=list)
    motions: list[MotionFinding] = field(default_factory=list)
    votes: list[VoteFinding] = field(default_factory=list)
    declarations: list[DeclarationFinding] = field(default_factory=list)
    actions: list[ActionFinding] = field(default_factory=list)
    documents: list[DocumentFinding] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)


__all__ = [
    "ActionFinding", "AttendanceFinding", "ClauseFinding", "DeclarationFinding", "DocumentFinding",
    "ItemFindings", "MotionFinding", "NamedVote", "ResolutionFinding", "VoteFinding",
]  # fmt: skip
