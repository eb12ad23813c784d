"""Who is named behind an item's title reports what nobody else says below it."""

from __future__ import annotations

import pytest

from minutesparse import Meeting, parse

_PAGE = """MINUTES OF THE COLLEGE COUNCIL

1. Approval of the minutes - approved

2. {heading}

{told}

3. Adjournment
The meeting was closed at 4 pm.
"""


def _speakers(heading: str, told: str) -> list[tuple[str, str] | None]:
    page: Meeting = parse(_PAGE.format(heading=heading, told=told))
    said = page.items[1].contributions
    every = [one for top in said for one in (top, *top.answers)]
    speakers = (one.speaker for one in every)
    return [None if who is None else (who.label, who.attribution) for who in speakers]


@pytest.mark.parametrize(
    ("heading", "told", "reporter"),
    [
        (
            "Executive Committee Report – J. Orr",
            "On 4 February we met with the President. The library will be shut in May.",
            "J. Orr",
        ),
        (
            "Police Report - PC Shona Mair",
            "Two sheds were broken into at the allotments. A van was stopped on Mill Lane.",
            "PC Shona Mair",
        ),
        (
            "County Council - Cllr A Vane (Ash Division)",
            "The bus to Stamley will run on Sundays from June. Potholes have been reported.",
            "Cllr A Vane",
        ),
        (
            "Bookshop Report – Martha Lunn",
            "We still have no room. It was felt that more could go on line. Half the staff are in.",
            "Martha Lunn",
        ),
        (
            "Police report (PC Orr)",
            "Two drivers were fined in May.\n\n- I am often asked about the lights on Mill Lane",
            "PC Orr",
        ),
        (
            "President’s Report – W. Vane",
            "I am meeting the union on Friday. There was talk of another summer school.",
            "W. Vane",
        ),
    ],
)
def test_what_nobody_else_says_is_the_reporter_s(heading: str, told: str, reporter: str) -> None:
    found = _speakers(heading, told)
    assert found
    assert set(found) == {(reporter, "inherited")}


def test_who_is_named_in_the_report_speaks_for_themselves() -> None:
    told = "The library will be shut in May. Professor Lunn asked where students would go."
    assert ("Professor Lunn", "stated") in _speakers("Provost's Report – J. Orr", told)


@pytest.mark.parametrize(
    "heading",
    [
        "Roads - Mill Lane",
        "Traffic report (Phase Two)",
        "Provost's Report",
        "Planning - 14 Orr Street",
    ],
)
def test_a_title_without_a_name_gives_nobody_the_floor(heading: str) -> None:
    told = "The library will be shut in May. The bus will run on Sundays."
    assert not any(speaker for speaker in _speakers(heading, told))
