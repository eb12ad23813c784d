"""Reads the case files: passages, the figures expected in them, and what is known to fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "cases" / "quantities"


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure as a case gives it."""

    expression: str
    low: Decimal
    high: Decimal | None
    unit: str
    subject: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Case:
    """One passage with its figures; ``fails`` says why it is not right yet."""

    where: str
    text: str
    context: str
    expected: tuple[Expected, ...]
    fails: str


def cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        starts = [number for number, line in enumerate(lines) if line.startswith("> ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            yield _case(f"{path.stem}:{start + 1}", lines[start:end])


def _case(where: str, lines: list[str]) -> Case:
    marked = {mark: [line[2:] for line in lines if line.startswith(mark + " ")] for mark in ">?=!"}
    return Case(
        where,
        marked[">"][0],
        "".join(marked["?"]),
        tuple(_expected(row) for row in marked["="]),
        "".join(marked["!"]),
    )


def _expected(row: str) -> Expected:
    expression, measure, subject, qualifier = (cell.strip() for cell in row.split("|"))
    value, unit = measure.split()
    low, _, high = value.partition("..")
    return Expected(
        expression, Decimal(low), Decimal(high) if high else None, unit, subject, qualifier
    )


def agree(subject: str | None, expected: str) -> bool:
    """Return whether two subjects share at least half of their words."""
    if not expected:
        return True
    ours, theirs = _words(subject or ""), _words(expected)
    common = sum(min(ours.count(word), theirs.count(word)) for word in set(ours))
    return common > 0 and 2 * common / (len(ours) + len(theirs)) >= 0.5


def _words(subject: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", subject.casefold()).split()
