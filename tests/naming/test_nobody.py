"""Sentences in which nobody speaks, though their words look like an office, a name or a body."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, line_cases

from minutesparse.pipeline import parse

_PAGE = "Agenda item\n\nGrounds maintenance\n\nMinutes:\n\n{}\n"


@pytest.mark.parametrize("case", line_cases("nobody"))
def test_nobody_speaks(case: Case) -> None:
    said = list(parse(_PAGE.format(case.text)).contributions)
    assert [one.speaker.label for one in said if one.speaker is not None] == []
