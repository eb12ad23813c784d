"""The figures of documents and sets of documents, as values, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from minutesparse.evaluate.measures import MEASURES
from minutesparse.evaluate.tally import Tally, total


@dataclass(frozen=True, slots=True)
class Scores:
    """The tallies of one document, or of a whole set, by measure.

    Attributes:
        name: Name of the document or set.
        tallies: One tally a measure, in the order in which they are printed.
    """

    name: str
    tallies: Mapping[str, Tally]

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """Return the figures of every measure."""
        return {measure: one.figures() for measure, one in self.tallies.items()}


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that the parser raised on; it counts as a meeting without records.

    Attributes:
        document: Name of the document.
        reason: The error, in a line.
    """

    document: str
    reason: str


@dataclass(frozen=True)
class Evaluation:
    """What came of scoring a parser on a folder of gold files.

    Attributes:
        documents: The scores of every document, in the order of their names.
        failures: The documents that the parser raised on.
    """

    documents: tuple[Scores, ...]
    failures: tuple[Failure, ...] = ()

    @cached_property
    def total(self) -> Scores:
        """The scores of all documents taken as one."""
        return Scores(
            "total",
            {name: total([one.tallies[name] for one in self.documents]) for name in MEASURES},
        )

    def table(self) -> str:
        """Return the total's figures as lines of a table."""
        head = f"{'measure':15} {'F1':>6} {'prec':>6} {'recall':>6} {'gold':>6} {'found':>6}"
        rows = (_row(name, one) for name, one in self.total.tallies.items())
        return "\n".join([head, *rows])

    def per_document(self) -> str:
        """Return a line a document with the F1 of every measure that it has."""
        width = max((len(one.name) for one in self.documents), default=0)
        return "\n".join(" ".join([f"{one.name:{width}}", *_short(one)]) for one in self.documents)

    def misses(self, limit: int) -> str:
        """Return the first slips of every measure, a line each.

        Args:
            limit: How many misses, and how many false alarms, a measure may list.
        """
        return "\n".join(self._slips(limit))

    def to_json(self, *, per_document: bool = False) -> str:
        """Return the figures as JSON.

        Args:
            per_document: Give every document's figures too, by name, beside the total.
        """
        if not per_document:
            return json.dumps(self.total.figures(), indent=2)
        documents = {one.name: one.figures() for one in self.documents}
        return json.dumps({"total": self.total.figures(), "documents": documents}, indent=2)

    def shortfalls(self, floors: Mapping[str, float]) -> tuple[str, ...]:
        """Return a line for every measure whose F1 lies below its floor.

        Args:
            floors: The least F1 by measure; a measure without a figure counts as nought.
        """
        reached = {name: self.total.tallies[name].f1 or 0.0 for name in floors}
        return tuple(
            f"{name}: {reached[name]:.3f} is below {least}"
            for name, least in floors.items()
            if reached[name] < least
        )

    def _slips(self, limit: int) -> Iterator[str]:
        for name, one in self.total.tallies.items():
            for mark, slips in (("-", one.misses), ("+", one.alarms)):
                for slip in slips[:limit]:
                    yield f"{name} {mark} [{slip.document}] {slip.label}"


def _row(name: str, one: Tally) -> str:
    figures = " ".join(_figure(value) for value in (one.f1, one.precision, one.recall))
    return f"{name:15} {figures} {one.gold:6} {one.predicted:6}"


def _figure(value: float | None) -> str:
    return f"{'-':>6}" if value is None else f"{value:6.3f}"


def _short(scores: Scores) -> Iterator[str]:
    for name, one in scores.tallies.items():
        if one.f1 is not None:
            yield f"{name}={one.f1:.2f}"
