"""Motions: who moved and seconded what, and what became of it."""

import pytest
from tests.extract.decisions.cases import Case, cases

from minutesparse import parse
from minutesparse.records import Motion

ALL = cases("decisions", "motions*.txt")


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.place, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in ALL])
def test_motions(case: Case) -> None:
    expected = [line for line in case.expected if line != "= nothing"]
    assert [_line(motion) for motion in parse(case.page).motions] == expected


def _line(motion: Motion) -> str:
    names = [one.label if one else "nobody" for one in (motion.mover, motion.seconder)]
    result = f" | {motion.result}" if motion.result else ""
    return f"= {motion.kind} | {' / '.join(names)}{result}"
