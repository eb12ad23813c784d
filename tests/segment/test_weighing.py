"""Which lines of a page are taken for headings where the rules find none or the wrong ones."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse import parse
from minutesparse.lexicons import default_lexicon
from minutesparse.pipeline import Parser
from minutesparse.segment.headings import Heading
from minutesparse.segment.headings.weighing import RuleSurveyor, WeighingSurveyor
from minutesparse.segment.headings.weighing.facts import Group
from minutesparse.segment.lines import scan_lines
from minutesparse.weights import ALWAYS, Weights

_COLUMN = """ALDERBOURNE PARISH COUNCIL
MINUTES OF THE MEETING HELD IN THE READING ROOM ON
MONDAY 14th MAY 2018 AT 7.30pm
ATTENDANCE
Cllr T Orr (Chair), Cllr J Vane, Cllr Mrs M Pell and the Clerk.
1.
APOLOGIES
Apologies were received from Cllr B Lunn who was on holiday.
2.
2.1
DECLARATIONS OF INTEREST
Cllr Vane declared an interest in item 5.
3.
3.1
3.2
MINUTES OF THE APRIL MEETING
The Clerk advised that one date was wrong.
4.
4.1
PUBLIC PARTICIPATION
A resident asked when the bus shelter would be painted. The Clerk replied that
paint had been ordered.
5.
5.1
5.2
ALLOTMENTS
Cllr Orr reported that two plots were free and four people were waiting.
6.
6.1
FINANCE
The Clerk reported a balance of £4,120.
"""
_CODES = """ASHBAWN BOROUGH COUNCIL
Planning Committee
Minutes of the meeting held at the Town Hall on 18 November 2015 from 7 pm
Present: Councillors Orr (Chairman), Birch, Lunn, Pell and Vane
Other Members in Attendance: Councillor Cole
APOLOGIES
PLA12/15
Apologies for absence were recorded from Councillor Dunn.
DECLARATIONS OF INTEREST
PLA13/15
Councillor Birch declared an interest in application 15/0291.
DECLARATIONS OF LOBBYING IN ACCORDANCE WITH THE PROTOCOL FOR THE
GUIDANCE OF MEMBERS
PLA14/15
Councillor Vane advised that she had been lobbied by an objector.
MINUTES
PLA15/15
RESOLVED - That the minutes of 28 October 2015 be approved.
APPEAL DECISIONS
PLA16/15
The Chairman noted that three of the four appeals had been dismissed.
RESOLVED - That the list of appeal decisions be noted.
"""
_CONTENTS = """Meldon College Council
Minutes, 4 March 2019
Agenda

I. Approval of the agenda
II. Approval of the minutes
III. Report of the Executive
IV. Old Business
V. New Business
VI. Adjournment

Present: Ash, Birch, Cole, Dunn

I. Approval of the agenda - approved

II. Approval of the minutes - approved as corrected

III. Report of the Executive – R. Cole

The budget was short by $40,000. Members asked whether posts would be cut.

IV. Old Business - none

V. New Business – D. Ash made a motion to hold the next meeting in May. It was carried.

VI. Adjournment - 3:30pm
"""
_LINES = "\n".join(["Trees", "An elm had died.", "Bins", "They were full."] * 5)
_TITLES = {ALWAYS: [-600], "length=0": [900]}


def test_numbers_that_stand_in_a_column_before_their_text_are_their_titles() -> None:
    found = [(item.number, item.title) for item in parse(_COLUMN, items_only=True).items]
    assert found == [
        ("1", "APOLOGIES"),
        ("2", "DECLARATIONS OF INTEREST"),
        ("3", "MINUTES OF THE APRIL MEETING"),
        ("4", "PUBLIC PARTICIPATION"),
        ("5", "ALLOTMENTS"),
        ("6", "FINANCE"),
    ]


def test_the_rules_alone_take_the_numbers_of_paragraphs() -> None:
    meeting = Parser(items_only=True, surveyor=RuleSurveyor()).parse(_COLUMN)
    assert "2.1" in {item.number for item in meeting.items}


def test_a_code_below_a_title_is_its_number() -> None:
    found = {item.number: item.title for item in parse(_CODES, items_only=True).items}
    assert found["PLA13/15"] == "DECLARATIONS OF INTEREST"
    assert found["PLA16/15"] == "APPEAL DECISIONS"
    assert str(found["PLA14/15"]).endswith("FOR THE GUIDANCE OF MEMBERS")


def test_a_list_of_contents_has_no_items() -> None:
    meeting = parse(_CONTENTS, items_only=True)
    [report] = [item for item in meeting.items if item.number == "III"]
    assert "The budget was short" in meeting.quote(report)


def _titled(ruled: list[int], weights: dict[str, list[int]]) -> list[int]:
    lines = list(scan_lines(_LINES))
    headings = [
        Heading(at, at + 1, lines[at].start, None, lines[at].text, None, "item.title_line")
        for at in ruled
    ]
    surveyor = WeighingSurveyor(Weights(("heading",), weights))
    return [one.line for one in surveyor(lines, headings, default_lexicon())]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Quarry at the end of Mill Lane", True),
        ("Questions from Members of the Board", True),
        ("Question period from the public", True),
        ("Question submitted by Councillor D. Orr", False),
        ("Guests: A Birch, B Cole", False),
        ("Members of the Board present:", False),
        ("Minutes of the meeting of 4 May 2019", False),
    ],
)
def test_some_lines_are_no_headings_whatever_they_weigh(line: str, heads: bool) -> None:
    lines = list(scan_lines(f"{line}\nAnn Orr and Bea Lunn came.\nPresent: Ann Orr\n{_LINES}"))
    heavy = {f"opens={line.split(maxsplit=1)[0].lower()} False": [2000]}
    surveyor = WeighingSurveyor(Weights(("heading",), {**_TITLES, **heavy}))
    found = [one.line for one in surveyor(lines, [], default_lexicon())]
    assert found == [0] * heads + list(range(3, 23, 2))


def test_lines_that_weigh_enough_are_headings_where_the_rules_have_none() -> None:
    assert _titled([], _TITLES) == list(range(0, 20, 2))


def test_the_rules_stand_where_weights_expect_little_of_other_lines() -> None:
    assert _titled([1, 5], {ALWAYS: [-100]}) == [1, 5]


def test_a_heading_that_is_next_to_impossible_goes() -> None:
    titles = list(range(0, 20, 2))
    assert _titled([*titles, 17], _TITLES) == titles


def test_a_page_of_a_few_lines_is_left_to_the_rules() -> None:
    lines = list(scan_lines("Trees\nAn elm had died.\nBins\nThey were full."))
    surveyor = WeighingSurveyor(Weights(("heading",), _TITLES))
    assert surveyor(lines, [], default_lexicon()) == []


@given(
    st.lists(
        st.sampled_from(["Trees", "1.", "1.1", "2. BINS", "A) He left.", "• x", ""]), max_size=30
    ),
    st.integers(-900, 900),
    st.integers(-900, 900),
)
def test_headings_rise_and_none_holds_another(texts: list[str], base: int, short: int) -> None:
    lines = list(scan_lines("\n".join(texts)))
    surveyor = WeighingSurveyor(Weights(("heading",), {ALWAYS: [base], "length=0": [short]}))
    found = surveyor(lines, [], default_lexicon())
    assert all(0 <= one.line < one.body <= len(lines) for one in found)
    assert all(first.body <= second.line for first, second in pairwise(found))


@pytest.mark.parametrize("page", [_COLUMN, _CONTENTS])
def test_the_same_surveyor_gives_the_same_page_twice(page: str) -> None:
    assert parse(page, items_only=True) == parse(page, items_only=True)


def test_groups_of_two_kinds_never_are_equal() -> None:
    sizes = [len(kind._fields) for kind in get_args(Group)]
    assert len(sizes) == len(set(sizes))


def test_weights_beyond_measure_are_no_error() -> None:
    assert _titled([], {ALWAYS: [-400_000]}) == []
