"""Lines that belong together: paragraphs, bullets and numbers with their depth, labels."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, page_cases
from tests.segment.layouts import minuted, written


@pytest.mark.parametrize("case", page_cases("blocks"))
def test_blocks(case: Case) -> None:
    assert tuple(map(written, minuted(case.text))) == case.expected
