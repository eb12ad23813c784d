"""Counts of hits, misses and false alarms, and the figures made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """One right record that was missed, or one found record that is not right.

    Attributes:
        document: Name of the document.
        label: The record, in a line that a person can look up.
    """

    document: str
    label: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What one measure counted.

    Attributes:
        hits: Right records that were found.
        gold: Records that there are.
        predicted: Records that were found, right or not.
        misses: The right records that were not found.
        alarms: The found records that are not right.
    """

    hits: int = 0
    gold: int = 0
    predicted: int = 0
    misses: tuple[Slip, ...] = ()
    alarms: tuple[Slip, ...] = ()

    @property
    def precision(self) -> float | None:
        """Share of the found records that are right; None where nothing was found."""
        return self.hits / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of the right records that were found; None where there are none."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to count."""
        counted = self.gold + self.predicted
        return 2 * self.hits / counted if counted else None

    def figures(self) -> dict[str, float | int | None]:
        """Return the figures, as they are printed."""
        return {
            "f1": self.f1,
            "precision": self.precision,
            "recall": self.recall,
            "gold": self.gold,
            "pred": self.predicted,
        }


def tally(
    document: str,
    right: Sequence[object],
    found: Sequence[object],
    hits: Sequence[tuple[object, object]],
    label: Callable[[object], str],
) -> Tally:
    """Count the hits of one measure in one document, and name the slips.

    Args:
        document: Name of the document.
        right: What there is.
        found: What was found.
        hits: The pairs of both that agree.
        label: Says in a line which record it is.
    """
    met = {id(mark) for mark, _ in hits}
    good = {id(record) for _, record in hits}
    return Tally(
        hits=len(hits),
        gold=len(right),
        predicted=len(found),
        misses=tuple(Slip(document, label(mark)) for mark in right if id(mark) not in met),
        alarms=tuple(Slip(document, label(record)) for record in found if id(record) not in good),
    )


def total(tallies: Sequence[Tally]) -> Tally:
    """Return the sum of the tallies of one measure over several documents."""
    return Tally(
        hits=sum(one.hits for one in tallies),
        gold=sum(one.gold for one in tallies),
        predicted=sum(one.predicted for one in tallies),
        misses=tuple(slip for one in tallies for slip in one.misses),
        alarms=tuple(slip for one in tallies for slip in one.alarms),
    )
