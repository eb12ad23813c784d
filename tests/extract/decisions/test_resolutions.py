"""Decisions and their clauses, as a clerk would mark them."""

from collections.abc import Iterator

import pytest
from tests.extract.decisions.cases import Case, cases, squashed

from minutesparse import parse
from minutesparse.records import Clause, Resolution

ALL = cases("decisions", "resolutions*.txt")


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.place, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in ALL])
def test_decisions(case: Case) -> None:
    expected = [line for line in case.expected if line != "= nothing"]
    meeting = parse(case.page)
    assert [line for one in meeting.resolutions for line in _lines(one)] == expected


def _lines(resolution: Resolution) -> Iterator[str]:
    head = f"= {resolution.verb}"
    if resolution.mover or resolution.seconder:
        names = [one.label if one else "nobody" for one in (resolution.mover, resolution.seconder)]
        head += " | " + " / ".join(names)
    if resolution.recommended_to:
        head += f" | to {resolution.recommended_to}"
    yield head
    for clause in resolution.clauses:
        yield from _clause(clause, 1)


def _clause(clause: Clause, depth: int) -> Iterator[str]:
    number = f"{clause.number} | " if clause.number else ""
    own = (
        clause.text[: clause.clauses[0].span.start - clause.span.start]
        if clause.clauses
        else clause.text
    )
    yield f"{'-' * depth} {number}{squashed(_unnumbered(own, clause))}"
    for inner in clause.clauses:
        yield from _clause(inner, depth + 1)


def _unnumbered(words: str, clause: Clause) -> str:
    """Return a clause's words without the number of the clause within it."""
    if not clause.clauses or clause.clauses[0].number is None:
        return words.rstrip(" \n•·-o") if clause.clauses else words
    number = clause.clauses[0].number
    return words[: words.rindex(number)].rstrip(" (\n") if number in words else words
