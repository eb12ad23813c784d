"""Weights of facts: a row for each fact, a column for each choice."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

FILE = "weights.tsv"
ALWAYS = "always"
"""The fact that is always shown: its weights say how frequent the choices are."""
SCALE = 100
"""A weight of 1, in the whole numbers of the file."""

_LEAST_SUM = -500.0  # below which nothing is any less likely

# A row's weights are packed into one whole number, so that adding rows is one addition a row: each
# column has bits of its own, and is moved up so far that none is negative.
_BITS = 32
_LIFT = 1 << 19  # no weight is as large; 4,096 rows can be added before a column runs over
_MASK = (1 << _BITS) - 1


class Weights:
    """What each fact weighs for each choice.

    Args:
        choices: The names of the choices, in the order of the columns.
        rows: The weights of each fact, in hundredths.
    """

    def __init__(self, choices: Sequence[str], rows: Mapping[str, Iterable[int]]) -> None:
        self.choices = tuple(choices)
        self._rows = {fact: _packed(weights) for fact, weights in rows.items()}
        self._none = _packed([0] * len(self.choices))

    def __iter__(self) -> Iterator[str]:
        """Yield every fact that has weights."""
        return iter(self._rows)

    def sums(self, facts: Iterable[str]) -> list[int]:
        """Return the sum of each choice's weights over some facts, in hundredths."""
        rows = list(map(self._rows.get, facts, repeat(self._none)))
        total, lift = sum(rows), len(rows) * _LIFT
        return [(total >> column * _BITS & _MASK) - lift for column in range(len(self.choices))]

    def best(self, facts: Iterable[str]) -> str:
        """Return the choice that the facts weigh most for, the first of equals."""
        sums = self.sums(facts)
        return self.choices[sums.index(max(sums))]


@cache
def shipped(package: str) -> Weights:
    """Return the weights that lie beside a package's modules, read once per process."""
    return read(files(package).joinpath(FILE).read_text(encoding="utf-8"))


def read(text: str) -> Weights:
    """Return the weights of a file; its lines with ``#`` are remarks, the first other its head."""
    return Weights(*table(text))


def table(text: str) -> tuple[list[str], dict[str, list[int]]]:
    """Return the columns of a file of weights, and its rows by fact, in hundredths."""
    head, *body = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return head[1:], {fact: list(map(int, weights)) for fact, *weights in body}


@lru_cache(maxsize=1 << 13)
def likelihood(total: int) -> float:
    """Return how likely it is what some facts weigh for, from the sum of their weights."""
    return 1 / (1 + math.exp(-max(total / SCALE, _LEAST_SUM)))


def written(choices: Sequence[str], rows: Mapping[str, Sequence[int]], remark: str) -> str:
    """Return weights as the text of a file."""
    body = ["\t".join((fact, *map(str, row))) for fact, row in sorted(rows.items())]
    return "\n".join((f"# {remark}", "\t".join(("fact", *choices)), *body)) + "\n"


def _packed(weights: Iterable[int]) -> int:
    return sum((weight + _LIFT) << column * _BITS for column, weight in enumerate(weights))
