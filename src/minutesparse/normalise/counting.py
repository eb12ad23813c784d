"""Numbers that count on through a text, told from the numbers that merely stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_STEPS = (1, 2, 3)
_GAP_COST = 0.5
_LATE_COST = 1.0  # of a run that begins above the numbers with which lists begin
_FIRST = 3


class Number(NamedTuple):
    """A number in a text: where it stands, what it says, what it is worth in a run."""

    place: int
    value: int
    worth: float


class _Run(NamedTuple):
    number: Number
    total: float
    before: _Run | None


def counted_places(numbers: Iterable[Number]) -> list[int]:
    """Return where the run stands that counts on best, a number out of its turn included.

    One pass: a number may follow any that is up to three lower; a clerk may give one number twice.
    """
    ends: dict[int, _Run] = {}
    best: _Run | None = None
    found = list(numbers)
    for number in found:
        run = _following(number, ends)
        known = ends.get(number.value)
        if known is None or run.total > known.total:
            ends[number.value] = run
        if best is None or run.total > best.total:
            best = run
    chain = _unwound(best)
    return sorted(one.place for one in [*chain, *_out_of_turn(chain, found)])


def _following(number: Number, ends: dict[int, _Run]) -> _Run:
    """Return the best run that a number can end."""
    late = _LATE_COST if number.value > _FIRST else 0.0
    options = [_Run(number, number.worth - late, None)]
    for step in _STEPS:
        before = ends.get(number.value - step)
        if before is not None:
            total = before.total + number.worth - _GAP_COST * (step - 1)
            options.append(_Run(number, total, before))
    again = ends.get(number.value)
    if again is not None and number.worth >= 1:
        options.append(_Run(number, again.total + number.worth - _GAP_COST, again))
    return max(options, key=lambda run: run.total)


def _unwound(run: _Run | None) -> list[Number]:
    chain = []
    while run is not None:
        chain.append(run.number)
        run = run.before
    return chain[::-1]


def _out_of_turn(chain: Sequence[Number], found: Sequence[Number]) -> list[Number]:
    """Return the numbers that a run passes over and that stand right behind their neighbour."""
    out = []
    places = [one.place for one in found]
    ends = [*(one.place for one in chain[2:]), places[-1] + 1] if len(chain) > 1 else []
    for (above, below), end in zip(pairwise(chain), ends, strict=True):
        missing = range(above.value + 1, below.value)
        if missing:
            first, last = bisect_right(places, below.place), bisect_left(places, end)
            out += [one for one in found[first:last] if one.value in missing][:1]
    return out
