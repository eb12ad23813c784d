"""Where agenda items begin, what number and what title they bear: small pages in every layout."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, page_cases

from minutesparse.lexicons import default_lexicon
from minutesparse.normalise import normalise
from minutesparse.segment import lay_out, with_opening
from minutesparse.text import Source

_NOTHING = "-"


@pytest.mark.parametrize("case", page_cases("items"))
def test_items(case: Case) -> None:
    lexicon = default_lexicon()
    layout = with_opening(lay_out(normalise(Source(case.text)), lexicon), lexicon)
    found = tuple(f"{item.number or _NOTHING} | {item.title or _NOTHING}" for item in layout.items)
    assert found == case.expected


def test_a_long_gap_before_a_size_costs_no_time() -> None:
    page = f"No. | Item |\n---|---|\nBins PDF{' ' * 20_000}9 KB |\nTrees Minutes: Noted. |\n"
    layout = lay_out(normalise(Source(page)), default_lexicon())
    assert [item.title for item in layout.items][-1] == "Trees"
