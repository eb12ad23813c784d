from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from minutesparse.extract.quantities import (
    Namer,
    Passage,
    Quantity,
    RuleNamer,
    WeighingNamer,
    find_quantities,
)
from minutesparse.lexicons import default_lexicon

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


def read_cases() -> Iterator[Case]:
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


def _found(text: str, quantity: Quantity) -> Expected:
    low = quantity.value if quantity.low is None else quantity.low
    assert low is not None
    return Expected(
        text[quantity.start : quantity.end],
        low,
        quantity.high,
        quantity.unit,
        quantity.subject or "",
        quantity.qualifier or "",
    )


def _without_subject(row: Expected) -> tuple[object, ...]:
    return (row.expression, row.low, row.high, row.unit, row.qualifier)


def _params() -> list[object]:
    return [
        pytest.param(
            case,
            id=case.where,
            marks=[pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else [],
        )
        for case in read_cases()
    ]


@pytest.mark.parametrize("case", _params())
def test_case(case: Case) -> None:
    quantities = _quantities(case, RuleNamer())
    found = [_found(case.text, quantity) for quantity in quantities]
    assert [_without_subject(row) for row in found] == [
        _without_subject(row) for row in case.expected
    ]
    for ours, theirs in zip(found, case.expected, strict=True):
        assert agree(ours.subject, theirs.subject), (ours.subject, theirs.subject)


def test_weighing_keeps_what_the_rules_get_right() -> None:
    kept = [
        agree(_found(case.text, quantity).subject, expected.subject)
        for case in read_cases()
        if not case.fails
        for quantity, expected in zip(
            _quantities(case, WeighingNamer()), case.expected, strict=True
        )
    ]
    assert sum(kept) >= 0.9 * len(kept), f"{sum(kept)} of {len(kept)}"


def _quantities(case: Case, namer: Namer) -> tuple[Quantity, ...]:
    return find_quantities(Passage(case.text, case.context), default_lexicon(), namer)


def test_there_are_enough_cases() -> None:
    cases = list(read_cases())
    assert len(cases) >= 250
    assert sum(not case.expected for case in cases) >= 100
