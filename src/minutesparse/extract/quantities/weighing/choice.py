"""Which words to take, given how likely each belongs: a few runs that share most with the truth."""

from __future__ import annotations

from collections.abc import Sequence

_RUN = 0.05  # what a further run of words costs, so that a subject is no heap of single words
_EAGER = 0.9  # a share of words is missed more often than one is taken too many
_FIRST = 0.25
_LOWER = 0.6
_ROUNDS = 4
_COSTS = -1e-6


def chosen(likely: Sequence[float]) -> list[int]:
    """Return the words to take, in order.

    The words taken are to share as much as can be expected with those that belong, by the harmonic
    mean of precision and recall: that is most where every word is taken that is likelier than half
    of what can be reached (Dinkelbach's method finds that half in a few rounds).

    Args:
        likely: How likely each word belongs, between 0 and 1.
    """
    least = _FIRST
    taken: list[int] = []
    for _ in range(_ROUNDS):
        before, taken = taken, _runs([each - least * _EAGER for each in likely])
        if taken and taken == before:
            break
        if not taken:
            least *= _LOWER
            continue
        least = shared(likely, taken) / 2
    return taken


def shared(likely: Sequence[float], taken: Sequence[int]) -> float:
    """Return how much some words can be expected to share with those that belong, 0 to 1."""
    total = len(taken) + sum(likely)
    return 2 * sum(likely[at] for at in taken) / total if total else 0.0


def _runs(gains: Sequence[float]) -> list[int]:
    """Return the words whose gains, less the cost of each run, are most together."""
    first, past = _reach(gains)
    out, within = 0.0, -1.0
    steps: list[tuple[bool, bool]] = []
    for gain in gains[first:past]:
        begins = out - _RUN
        steps.append((within > out, within >= begins))
        if within > out:
            out = within
        elif within < begins:
            within = begins
        within += gain
    taken = []
    inside = within > out
    for at in range(past - 1, first - 1, -1):
        if inside:
            taken.append(at)
        inside = steps[at - first][inside]
    return taken[::-1]


def _reach(gains: Sequence[float]) -> tuple[int, int]:
    """Return the first word and the one after the last that a run can begin or end with.

    What costs at either end is in no run; the margin keeps rounding out of it.
    """
    first, past = 0, len(gains)
    while first < past and gains[first] < _COSTS:
        first += 1
    while first < past and gains[past - 1] < _COSTS:
        past -= 1
    return first, past
