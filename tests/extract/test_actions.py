"""Actions, as a clerk would mark them."""

import pytest
from tests.extract.decisions.cases import Case, cases, squashed

from minutesparse import parse

ALL = cases("actions")


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.place, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in ALL])
def test_actions(case: Case) -> None:
    expected = [line for line in case.expected if line != "= nothing"]
    found = parse(case.page).actions
    assert [f"= {one.owner or 'nobody'} | {squashed(one.text)}" for one in found] == expected
