"""Records of real minutes that a checkout may have next to it: facts checked against the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest
from tests.places import REAL

from minutesparse import Meeting, parse, read_file
from minutesparse.read.numerals import roman

# So many letters may lie in no record, besides headings and furniture: motions without a number,
# recitals, names of papers, dates of meetings to come.
MOST_UNREAD = 0.25
_RANGE = re.compile(r"(\d+)-(\d+)")
# What only names letters, courses or committees, from its first words to its last ones: nobody says
# anything in it, and no record is due.
Stretch = tuple[str, str]
_TITLE = re.compile(r"^(?:Councillor|Cllr|CPOs?)\s+|\s*\([^)]*\)")


@dataclass(frozen=True)
class Printed:
    """A PDF: its day and hour, who was there or not by two initials, its items, its chair."""

    name: str
    day: date | None
    hour: str | None
    present: str
    apologies: str
    items: str
    chair: str
    lists: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class Typed:
    """A Word file: its day, and the roman numbers of its items in digits."""

    name: str
    day: date
    items: str
    lists: tuple[Stretch, ...] = ()


PRINTED = [
    Printed(
        "ayton-2008-07-08",
        date(2008, 7, 8),
        None,
        "RB GD PW MC RW KC RA NR DN PW AC",
        "IL",
        "1-3 5-11 10 12",
        "RB",
    ),
    Printed(
        "ayton-2011-04-05",
        date(2011, 4, 5),
        None,
        "RW DN RA KP JF KC NR IL RB PW PW GD",
        "MC AC",
        "1-11",
        "RW",
    ),
    Printed(
        "ayton-2011-12-06",
        date(2011, 12, 6),
        None,
        "RW DN GD RB JS PP NR IL KC RA PW",
        "MC",
        "1-9 12",
        "RW",
        lists=(("Drone Hill Wind Farm", "ASCC – Training Website"),),
    ),
    Printed(
        "ayton-2012-09-04",
        date(2012, 9, 4),
        None,
        "RA MC GD HP NR PW RB KC DN PP RW CM",
        "MC JC JS",
        "1-10 12",
        "CM",
    ),
    Printed(
        "ayton-2013-04-02",
        date(2013, 4, 2),
        None,
        "RB JS GD HP NR RA JF MC DN RW PP KC",
        "MC IL",
        "1-11",
        "RW",
    ),
    Printed(
        "ayton-2015-05-05",
        date(2015, 5, 5),
        "19:00",
        "JS NR PP HP KC MC DN GD RB MC JC",
        "RW PW IL",
        "1-10",
        "JS",
    ),
    # This page prints no year beside its day.
    Printed(
        "ayton-2015-12-01",
        None,
        "19:00",
        "RB MC IK NR RW KC GD DN JS",
        "JC MC JF HP",
        "1-11",
        "JS",
    ),
    Printed(
        "ayton-2016-09-06",
        date(2016, 9, 6),
        "19:00",
        "RB KC GD IK HP TS MC MC JF DN JS PW",
        "RW IL",
        "1-14",
        "JS",
    ),
    Printed(
        "ayton-2017-05-02",
        date(2017, 5, 2),
        "19:00",
        "MC JF HP TS PW GD IK JS RW",
        "RB KC MC IL DN",
        "1-11",
        "JS",
    ),
    Printed(
        "ayton-2018-02-06",
        date(2018, 2, 6),
        "19:00",
        "RB GD IK IL DN TS PW MC CH HL HP JS RW",
        "KC JF",
        "1-11",
        "JS",
    ),
    Printed(
        "ayton-2018-10-02",
        date(2018, 10, 2),
        "19:00",
        "KC JF HL PP GD IK DN",
        "MC CH RW",
        "1-11",
        "KC",
    ),
    Printed(
        "ayton-2019-06-04",
        date(2019, 6, 4),
        "19:00",
        "KC GD CH HL RW CC JF IK PP SW",
        "MC",
        "1-13",
        "KC",
    ),
    Printed(
        "ayton-2020-02-04",
        date(2020, 2, 4),
        "19:00",
        "MC KC CH HL SW CC GD IK DN",
        "RW PP",
        "1-13",
        "KC",
    ),
    Printed(
        "ayton-2021-05-04",
        date(2021, 5, 4),
        None,
        "MC GD IK PP KC CH HL RW",
        "CC SW",
        "1-11",
        "KC",
    ),
]
TYPED = [
    # An agenda stands above the draft minutes of the meeting before it: the day and the items are
    # those of the minutes, and the titles of the agenda head nothing.
    Typed("csi-AprilMeeting_CollegeCouncilagenda+draftminutes", date(2020, 2, 20), "1-13"),
    Typed("csi-DecMeeting_cc-minutes-nov", date(2020, 11, 19), "1-13"),
    Typed(
        "csi-FebMeeting-2021_fs-minutes",
        date(2020, 12, 17),
        "1-5 5-9",
        lists=(("AIII. CHANGE IN DEGREE", "COGNITIVE PSYCHOLOGY"),),
    ),
    Typed("csi-Mar21Meeting_fs-minutes-146", date(2021, 2, 18), "1-9"),
    Typed(
        "csi-May21Meeting_fs-minutes-148",
        date(2021, 4, 22),
        "1-9",
        lists=(("AIII. CHANGE IN EXISTING DEGREE", "ART 320 ADVANCED DRAWING"),),
    ),
    Typed("csi-NovMeeting_cc-minutes", date(2020, 10, 15), "1-5 7-14"),
    Typed("csi-OctMeeting_fs-minutes", date(2020, 9, 17), "1-6 6-9"),
]
pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the folder of real minutes is not next to this checkout"
)


def files(all_facts: Sequence[Printed | Typed]) -> list[object]:
    """Return the facts of every file."""
    return [pytest.param(facts, id=facts.name) for facts in all_facts]


@cache
def meeting_of(name: str) -> Meeting:
    [path] = (path for path in REAL.iterdir() if path.stem == name)
    return parse(read_file(path))


def initials(meeting: Meeting, status: str) -> list[str]:
    names = [_TITLE.sub("", one.name) for one in meeting.attendance if one.status == status]
    return sorted(name.split()[0][0] + name.split()[-1][0] for name in names)


def numbers(written: str) -> Iterator[int]:
    for part in written.split():
        bounds = _RANGE.fullmatch(part)
        first, last = map(int, bounds.groups() if bounds else (part, part))
        yield from range(first, last + 1)


@pytest.mark.parametrize("facts", files([*PRINTED, *TYPED]))
def test_the_day_is_that_of_the_page(facts: Printed | Typed) -> None:
    assert meeting_of(facts.name).date == facts.day


@pytest.mark.parametrize("facts", files(PRINTED))
def test_the_hour_is_that_of_the_page(facts: Printed) -> None:
    assert meeting_of(facts.name).start_time == facts.hour


@pytest.mark.parametrize("facts", files(PRINTED))
def test_those_present_are_those_of_the_page(facts: Printed) -> None:
    assert initials(meeting_of(facts.name), "present") == sorted(facts.present.split())


@pytest.mark.parametrize("facts", files(PRINTED))
def test_apologies_are_those_of_the_page(facts: Printed) -> None:
    assert initials(meeting_of(facts.name), "apologies") == sorted(facts.apologies.split())


@pytest.mark.parametrize("facts", files(PRINTED))
def test_the_chair_is_that_of_the_page(facts: Printed) -> None:
    meeting = meeting_of(facts.name)
    chairs = [one for one in meeting.attendance if one.role == "Chair"]
    assert initials(meeting.model_copy(update={"attendance": chairs}), "present") == [facts.chair]
    assert len(chairs) == 1


@pytest.mark.parametrize("facts", files([*PRINTED, *TYPED]))
def test_items_are_those_of_the_page(facts: Printed | Typed) -> None:
    shown = roman if isinstance(facts, Typed) else str
    expected = [shown(number).upper() for number in numbers(facts.items)]
    headed = (item for item in meeting_of(facts.name).items if item.rule != "item.opening")
    assert [item.number for item in headed] == expected


@pytest.mark.parametrize("facts", files([*PRINTED, *TYPED]))
def test_little_lies_in_no_record(facts: Printed | Typed) -> None:
    meeting = meeting_of(facts.name)
    lists = [stretch(meeting.text, *ends) for ends in facts.lists]
    unread = sum(
        letters(meeting.text[one.span.start : one.span.end])
        for one in meeting.unparsed
        if one.reason not in ("furniture", "heading")
        and not any(first <= one.span.start < last for first, last in lists)
    )
    listed = sum(letters(meeting.text[first:last]) for first, last in lists)
    assert unread < MOST_UNREAD * (letters(meeting.text) - listed)


def stretch(text: str, first: str, last: str) -> tuple[int, int]:
    """Return where a stretch of a page begins and ends, by its first and its last words."""
    start = text.index(first)
    return start, text.index(last, start) + len(last)


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def test_every_file_has_its_facts() -> None:
    names = {path.stem for path in REAL.iterdir() if path.suffix in (".pdf", ".docx")}
    assert names == {facts.name for facts in PRINTED} | {facts.name for facts in TYPED}
