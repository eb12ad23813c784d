"""A count as it is put together from the sentences and lines that give it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from minutesparse.extract.findings import NamedVote, Option, VoteFinding

_NEAR = 2


@dataclass(slots=True)
class Tally:
    """A count as it is put together.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        counts: Votes by side.
        names: Voters with their sides.
        unanimous: True where the text says so.
        casting: True where a casting vote is mentioned.
        first: Index of the block that it was read from first.
        block: Index of the block that it was read from last.
    """

    start: int
    end: int
    counts: dict[Option, int] = field(default_factory=dict)
    names: list[NamedVote] = field(default_factory=list)
    unanimous: bool = False
    casting: bool = False
    first: int = 0
    block: int = 0

    def count(self, side: Option, number: int) -> None:
        """Count a side unless it is counted already."""
        self.counts.setdefault(side, number)

    def name(self, side: Option, voters: Iterable[str]) -> None:
        """Add the voters of a side."""
        self.names += [NamedVote(voter, side) for voter in voters]

    def named(self, side: Option) -> int:
        """Return how many voters of a side are named."""
        return sum(1 for vote in self.names if vote.option == side)

    def stands(self) -> bool:
        """Tell whether what was read is a vote: two sides, one that is not nil, or unanimity."""
        sides = set(self.counts) - {"absent"}
        return self.unanimous or len(sides) > 1 or any(self.counts[side] for side in sides)

    def takes(self, other: Tally) -> bool:
        """Tell whether another piece goes on with this count: a further side, or its names."""
        if other.first - self.block > _NEAR or not set(self.counts) - {"absent"}:
            return False
        if not other.counts:
            return other.casting and not other.unanimous
        shared = set(self.counts) & set(other.counts)
        if other.names and self._repeated_by(other):
            return True
        if shared and self._sides_named() & other._sides_named():
            return False
        if shared and (self.names or other.names) and other.first == self.block:
            return all(self.counts[side] == other.counts[side] for side in shared)
        return not shared

    def _sides_named(self) -> set[Option]:
        """Return the sides whose voters are named."""
        return {vote.option for vote in self.names}

    def _repeated_by(self, other: Tally) -> bool:
        """Tell whether names below a count come to its figures: both sides, or one right below."""
        if self._sides_named() & other._sides_named():
            return False
        adjoins = len(other.counts) > 1 or other.first == self.block + 1
        return adjoins and all(self.counts.get(side) == n for side, n in other.counts.items())

    def add(self, other: Tally) -> None:
        """Add a piece that goes on with this count."""
        self.end = other.end
        self.counts.update(other.counts)
        self.names += other.names
        self.casting |= other.casting
        self.unanimous |= other.unanimous
        self.block = other.block

    def finding(self) -> VoteFinding:
        """Return the record's finding."""
        rule = "vote.named" if self.names else "vote.count" if self.counts else "vote.unanimous"
        return VoteFinding(
            self.start,
            self.end,
            self.counts.get("for"),
            self.counts.get("against"),
            self.counts.get("abstain"),
            self.unanimous,
            self.casting,
            tuple(self.names),
            rule,
        )
