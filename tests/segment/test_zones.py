"""Which part of an item a block belongs to, with labels and without."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, page_cases
from tests.segment.layouts import item_of


@pytest.mark.parametrize("case", page_cases("zones"))
def test_zones(case: Case) -> None:
    blocks = [block for block in item_of(case.text).blocks if block.kind != "label"]
    found = [(block.zone, " ".join(block.text.split())) for block in blocks]
    expected = [tuple(line.split(" | ", 1)) for line in case.expected]
    assert [zone for zone, _ in found] == [zone for zone, _ in expected], found
    assert [text[: len(words)] for (_, text), (_, words) in zip(found, expected, strict=True)] == [
        words for _, words in expected
    ]
