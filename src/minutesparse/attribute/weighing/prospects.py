"""What the clauses behind one are likely to be, and what that tells of it.

A question stands before its reply, a lead-in before its points: what follows a clause tells of it,
but only once it has been judged itself. So an item is judged twice, the second time with how
likely each clause behind is to be what, as the first time found it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from operator import mul

from minutesparse.weights import ALWAYS, SCALE, table

FILE = "prospects.tsv"
LAST = "last"
"""The fact that no clause of the item follows."""

Odds = tuple[float, ...]
"""How likely a clause is to be each of the labels, in their order; they sum to 1."""
Outlook = tuple[Odds, Odds] | None
"""The odds of the next clause, and the mean odds of all that follow; None behind the last."""

_LEAST = 0.001  # what is less likely is hardly less likely


class Prospects:
    """What the odds of a clause and of those behind it weigh for each label.

    Args:
        rows: The weights, in hundredths, of ``always`` and ``last``, of the logarithm of each of
            a clause's own odds (``own=LABEL``), of each of the next clause's odds
            (``next=LABEL``), and of each of the mean odds of all that follow (``rest=LABEL``).
        labels: The labels, in the order of odds and weights.
    """

    def __init__(self, rows: Mapping[str, Sequence[int]], labels: Sequence[str]) -> None:
        def columns(group: str) -> tuple[tuple[float, ...], ...]:
            chosen = [rows.get(f"{group}={label}", [0] * len(labels)) for label in labels]
            return tuple(
                tuple(weight / SCALE for weight in one) for one in zip(*chosen, strict=True)
            )

        always, last = ([w / SCALE for w in rows[name]] for name in (ALWAYS, LAST))
        self._always = tuple(always)
        self._last = tuple(one + other for one, other in zip(always, last, strict=True))
        self._own, self._next, self._rest = map(columns, ("own", "next", "rest"))

    def best(self, odds: Odds, outlook: Outlook) -> int:
        """Return which label weighs most, by its place, the first of equals."""
        logs = logs_of(odds)
        sums = [sum(map(mul, row, logs)) for row in self._own]
        if outlook is None:
            sums = [one + other for one, other in zip(sums, self._last, strict=True)]
        else:
            after, rest = outlook
            told = zip(sums, self._always, self._next, self._rest, strict=True)
            sums = [s + a + sum(map(mul, n, after)) + sum(map(mul, r, rest)) for s, a, n, r in told]
        return sums.index(max(sums))


def odds_of(sums: Sequence[int]) -> Odds:
    """Return how likely each label is, from the sums of their weights in hundredths."""
    most = max(sums)
    raised = [math.exp((one - most) / SCALE) for one in sums]
    whole = sum(raised)
    return tuple(one / whole for one in raised)


def logs_of(odds: Odds) -> list[float]:
    """Return the logarithms of odds, none of which counts as less likely than one in a thousand."""
    return [math.log(one + _LEAST) for one in odds]


def outlooks(odds: Sequence[Odds]) -> list[Outlook]:
    """Return what follows each clause of an item."""
    if not odds:
        return []
    return [*reversed(list(_outlooks_backwards(odds))), None]


def _outlooks_backwards(odds: Sequence[Odds]) -> Iterator[tuple[Odds, Odds]]:
    behind = odds[:0:-1]
    totals = accumulate(behind, lambda one, other: tuple(map(float.__add__, one, other)))
    for count, (after, total) in enumerate(zip(behind, totals, strict=True), 1):
        yield after, tuple(one / count for one in total)


@cache
def shipped_prospects() -> Prospects:
    """Return the weights that lie beside this module, read once per process."""
    labels, rows = table(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return Prospects(rows, labels)
