"""Pages broken at a fixed width: which line ends are spaces."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, page_cases

from minutesparse.normalise import normalise
from minutesparse.text import ITEM_BREAK, Source


@pytest.mark.parametrize("case", page_cases("wrapped"))
def test_wrapped(case: Case) -> None:
    clean = normalise(Source(case.text)).clean.replace(ITEM_BREAK, " ")
    assert tuple(line.strip() for line in clean.split("\n") if line.strip()) == case.expected
