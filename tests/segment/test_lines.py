"""Lines as they stand on the page."""

from __future__ import annotations

import pytest

from minutesparse import parse
from minutesparse.segment.lines import closed_up, scan_lines

_TOLD = """The Engineer told the members that the bridge would be shut for
three weeks in the spring while its bearings were changed, and that
buses would go round by the mill.
Councillor Orr asked whether the school bus would be early enough in
the morning for those who came from the far side of the river.
The Engineer replied that it would leave ten minutes sooner.
"""


def _spaced(times: int) -> str:
    return "\n\n".join(f"{_TOLD}".splitlines() * times)


def test_a_blank_line_below_every_line_is_no_end_of_a_paragraph() -> None:
    lines = closed_up(list(scan_lines(_spaced(5))))
    assert {line.gap for line in lines} == {0}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_TOLD * 5, id="no blank line"),
        pytest.param(_spaced(2), id="too few lines to tell"),
        pytest.param(
            "\n\n".join(["The bridge was shut.", "Nobody asked why."] * 12), id="sentences"
        ),
        pytest.param("\n\n".join([_TOLD.replace("\n", " "), "and so on"] * 12), id="long lines"),
        pytest.param("\n\n".join([*["Parks", "- ponds are"] * 12, "open"]), id="points"),
    ],
)
def test_blank_lines_that_part_paragraphs_stay(text: str) -> None:
    lines = list(scan_lines(text))
    assert closed_up(lines) == lines


def test_who_spoke_is_read_over_lines_set_apart() -> None:
    page = f"MINUTES\n\n1. BRIDGE\n\n{_spaced(5)}\n\n2. TREES\n\nThere were none.\n"
    said = parse(page).items[0].contributions
    [asked, *_] = [one for one in said if one.kind == "question"]
    assert asked.speaker is not None
    assert asked.speaker.label == "Councillor Orr"
    assert asked.text.endswith("the far side of the river.")
