"""Lines of the printed page that say nothing: running heads, page numbers, places to sign."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, page_cases

from minutesparse.segment.furniture import furniture_lines
from minutesparse.segment.lines import scan_lines


@pytest.mark.parametrize("case", page_cases("furniture"))
def test_furniture(case: Case) -> None:
    found = furniture_lines(list(scan_lines(case.text)))
    assert tuple(line.text for line in found) == case.expected
