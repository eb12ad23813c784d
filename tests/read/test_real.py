"""Real minutes that a checkout may have next to it: facts about them, counted by hand."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.places import ROOT

from minutesparse.read import read
from minutesparse.text import Source

FOLDER = ROOT.parent / "shared" / "real"
NUMBERED = re.compile(r"^\d{1,2}(?:\. | {3,})(?=\S)", re.M)
BULLETED = re.compile(r"^ *• ", re.M)
MARKED = re.compile(r"^\s*(?:(?:[ivxIVX]+|[a-z]|[A-Z]|\d+)\.|•) \w", re.M)
PRESENT = re.compile(r"\| [A-Z/][A-Za-z/]{1,3}(?= \||$)", re.M)


@dataclass(frozen=True)
class Printed:
    """A PDF: its pages, the day it names, numbered lines, bullets, initials of those present."""

    name: str
    pages: int
    day: str
    numbered: int
    bullets: int
    present: int


@dataclass(frozen=True)
class Typed:
    """A Word file: the day it names, its list items, and its words."""

    name: str
    day: str
    marked: int
    words: int


PRINTED = [
    Printed("ayton-2008-07-08", 3, "8th July 2008", 12, 18, 11),
    Printed("ayton-2011-04-05", 3, "5th April 2011", 11, 7, 12),
    Printed("ayton-2011-12-06", 2, "6th December 2011", 10, 12, 11),
    Printed("ayton-2012-09-04", 3, "4th September 2012", 11, 8, 12),
    Printed("ayton-2013-04-02", 2, "2nd April 2013", 11, 22, 12),
    Printed("ayton-2015-05-05", 2, "5th May 2015", 10, 10, 11),
    Printed("ayton-2015-12-01", 2, "Tuesday 1 December", 11, 15, 9),
    Printed("ayton-2016-09-06", 3, "6 September 2016", 14, 14, 12),
    Printed("ayton-2017-05-02", 2, "2 May 2017", 11, 16, 9),
    Printed("ayton-2018-02-06", 3, "6 February 2018", 14, 27, 13),
    Printed("ayton-2018-10-02", 3, "2 October 2018", 11, 16, 7),
    Printed("ayton-2019-06-04", 3, "4 June 2019", 13, 13, 10),
    Printed("ayton-2020-02-04", 3, "4 February 2020", 13, 17, 9),
    Printed("ayton-2021-05-04", 2, "4 May 2021", 11, 22, 8),
]
TYPED = [
    Typed("csi-AprilMeeting_CollegeCouncilagenda+draftminutes", "April 23, 2020", 23, 1745),
    Typed("csi-DecMeeting_cc-minutes-nov", "November 19, 2020", 28, 3908),
    Typed("csi-FebMeeting-2021_fs-minutes", "December 17, 2020", 52, 3364),
    Typed("csi-Mar21Meeting_fs-minutes-146", "February 18, 2021", 31, 5013),
    Typed("csi-May21Meeting_fs-minutes-148", "March 18, 2021", 21, 2619),
    Typed("csi-NovMeeting_cc-minutes", "October 15, 2020", 33, 2941),
    Typed("csi-OctMeeting_fs-minutes", "September 17, 2020", 28, 2383),
]

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the folder of real minutes is not next to this checkout"
)


@cache
def source_of(name: str) -> Source:
    return read(FOLDER / name)


def title(facts: Printed | Typed) -> str:
    return facts.name


@pytest.mark.parametrize("facts", PRINTED, ids=title)
def test_a_printed_file_reads_as_it_was_counted(facts: Printed) -> None:
    text = source_of(f"{facts.name}.pdf").text
    counted = (len(found.findall(text)) for found in (NUMBERED, BULLETED, PRESENT))
    assert tuple(counted) == (facts.numbered, facts.bullets, facts.present)
    assert facts.day in text


@pytest.mark.parametrize("facts", TYPED, ids=title)
def test_a_typed_file_reads_as_it_was_counted(facts: Typed) -> None:
    text = source_of(f"{facts.name}.docx").text
    assert (len(MARKED.findall(text)), len(text.split())) == (facts.marked, facts.words)
    assert facts.day in text


@pytest.mark.parametrize("facts", PRINTED, ids=title)
def test_pages_cover_the_text(facts: Printed) -> None:
    source = source_of(f"{facts.name}.pdf")
    assert [page.number for page in source.pages] == [*range(1, facts.pages + 1)]
    assert (source.pages[0].start, source.pages[-1].end) == (0, len(source.text))
    assert all(page.end == following.start for page, following in pairwise(source.pages))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.[pd][do][fc]*")), ids=str)
def test_furniture_stands_on_lines_of_its_own(path: Path) -> None:
    source = read(path)
    for start, end in source.furniture:
        assert source.text[:start].endswith("\n\n") or start == 0
        assert source.text[end : end + 2] in ("\n\n", "\n")


def test_every_file_has_its_facts() -> None:
    names = {path.stem for path in FOLDER.iterdir() if path.suffix in (".pdf", ".docx")}
    assert names == {*map(title, PRINTED), *map(title, TYPED)}
