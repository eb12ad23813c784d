"""Numbers that rise down a page: which of the numbered lines are the items' own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Key = tuple[int, ...]
_PARTS = re.compile(r"\d+|[a-z]$", re.I)
ROMANS = {
    numeral: value
    for value, numeral in enumerate(
        """I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII
        XXIII""".split(),
        1,
    )
}
_STEPS = (1, 2, 3, 4)
_GAP_COST = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered line that may head an item.

    Attributes:
        index: Index of the line.
        key: Its number, part by part.
        shape: How the number is printed; a chain keeps to one shape.
        score: How much the line looks like a heading.
    """

    index: int
    key: Key
    shape: object
    score: float


@dataclass(slots=True)
class _Link:
    candidate: Candidate
    total: float
    before: _Link | None


def number_key(number: str) -> Key:
    """Return the parts of a number that order it: ``"206/19"`` is (206, 19), ``"4b"`` is (4, 2)."""
    if number.isalpha():
        return (ROMANS[number] if number in ROMANS else ord(number[0].lower()) - 96,)
    return tuple(
        int(part) if part.isdigit() else ord(part.lower()) - 96 for part in _PARTS.findall(number)
    )


def best_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the rising chain of one shape with the highest total score.

    One pass: a candidate may follow any number that one part and a small step lead to, or the
    latest number whose first part is a small step lower.
    """
    best: _Link | None = None
    ends: dict[tuple[object, Key], _Link] = {}
    first_parts: dict[tuple[object, int], _Link] = {}
    for candidate in candidates:
        before, cost = _predecessor(candidate, ends, first_parts)
        total = candidate.score + (before.total - cost if before else 0.0)
        link = _Link(candidate, total, before)
        known = ends.get((candidate.shape, candidate.key))
        if known is None or total >= known.total:
            ends[candidate.shape, candidate.key] = link
            first_parts[candidate.shape, candidate.key[0]] = link
        if best is None or total > best.total:
            best = link
    return _unwound(best)


def _predecessor(
    candidate: Candidate,
    ends: dict[tuple[object, Key], _Link],
    first_parts: dict[tuple[object, int], _Link],
) -> tuple[_Link | None, float]:
    best: _Link | None = None
    best_cost = 0.0
    for step in _STEPS:
        for part in range(len(candidate.key)):
            key = (*candidate.key[:part], candidate.key[part] - step, *candidate.key[part + 1 :])
            found = ends.get((candidate.shape, key))
            latest = first_parts.get((candidate.shape, candidate.key[0] - step))
            if part == 0 and (found is None or (latest and latest.total > found.total)):
                found = latest
            cost = _GAP_COST * (step - 1)
            if part == 0 and found is None and step == 1 and len(candidate.key) > 1:
                found = ends.get((candidate.shape, candidate.key[:-1]))
            if found and (best is None or found.total - cost > best.total - best_cost):
                best, best_cost = found, cost
    return best, best_cost


def _unwound(link: _Link | None) -> list[Candidate]:
    chain = []
    while link is not None:
        chain.append(link.candidate)
        link = link.before
    return chain[::-1]
