"""Lines that decisions are read from, though they sound like something else."""

from minutesparse import parse

_PAGE = """Ashby Council

1. Waste
Mr Day spoke of the tip.

2. Bins
{line}
"""


def test_a_body_that_acts_is_no_agenda() -> None:
    for line in (
        "The Joint Committee endorsed the approach set out in the report.",
        "Members approved the plan as set out in the report.",
        "The Board noted the position outlined in the paper.",
    ):
        found = parse(_PAGE.format(line=line)).resolutions
        assert [one.text for one in found] == [line]


def test_what_a_body_is_to_do_is_agenda() -> None:
    page = _PAGE.format(line="To endorse the approach set out in the report.")
    assert not list(parse(page).resolutions)


def test_declarations_that_a_body_notes_are_declared() -> None:
    page = """Board

Declarations of Interest

Minutes:

The Board resolved:-

to note the following declarations;

(i) Ann Hare declared an interest in Item 8 as a trustee; and

(ii) Jim Venn declared an interest in Item 9.
"""
    meeting = parse(page)
    assert [one.name for one in meeting.declarations] == ["Ann Hare", "Jim Venn"]
    assert len(list(meeting.resolutions)) == 1
