"""Who of a page is one person, and who is another of the same surname."""

import pytest
from tests.casefiles import Case, page_cases

from minutesparse.pipeline import parse


@pytest.mark.parametrize("case", page_cases("people"))
def test_people(case: Case) -> None:
    people = [f"{one.name}: {'; '.join(one.mentions)}" for one in parse(case.text).people]
    assert people == list(case.expected)
