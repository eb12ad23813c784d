"""What a roster and a list of dates fill in, and what stays as the minutes state it."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from tests.across.archives import Texts, informed
from tests.across.test_roster_files import read

from minutesparse.across.archive import Informed
from minutesparse.across.dates import date_of, read_dates
from minutesparse.across.people import as_mappings
from minutesparse.across.roster import Roster
from minutesparse.errors import ListingError
from minutesparse.export.tables import MEETINGS, PEOPLE, Table

UNDATED = "1. Bins\n\nCouncillor Hale asked why the bins were late.\n"
DATED = "Minutes of the meeting held on 4 May 2021\n\n" + UNDATED
DAY = datetime.date(2020, 3, 1)


def roster(folder: Path, text: str) -> Roster:
    return Roster(tuple(read(folder, text)))


def rows(archive: Informed, table: Table) -> list[dict[str, Any]]:
    return [one for entry in archive.entries() for one in as_mappings(table, archive.rows(entry))]


def test_a_list_gives_the_day_that_minutes_leave_out() -> None:
    archive = informed({"a.txt": UNDATED, "b.txt": DATED, "c.txt": UNDATED}, dates={"a.txt": DAY})
    days = [(one["date"], one["dated_by"]) for one in rows(archive, MEETINGS)]
    assert days == [("2020-03-01", "list"), ("2021-05-04", "minutes"), (None, None)]
    found = archive.standing()
    assert (found.dated, found.undated, found.contradicted) == (1, 1, ())


def test_what_the_minutes_state_counts() -> None:
    archive = informed({"b.txt": DATED}, dates={"b.txt": DAY})
    assert [one["date"] for one in rows(archive, MEETINGS)] == ["2021-05-04"]
    assert archive.standing().contradicted == ("b.txt",)


def test_the_records_stay_what_the_minutes_state() -> None:
    archive = informed({"a.txt": UNDATED}, dates={"a.txt": DAY})
    [entry] = archive.entries()
    [meeting] = archive.meetings(entry)
    assert json.loads(meeting)["date"] is None


def test_a_page_of_several_meetings_has_no_one_day() -> None:
    meetings = "Issue - meetings\n\nBins\n\n" + "".join(
        f"Meeting: 0{day}/05/2021 - Cabinet (Item {day})\n\n{day} Bins\n\nThe report was noted.\n\n"
        for day in (1, 2)
    )
    archive = informed({"a.txt": meetings}, dates={"a.txt": DAY})
    found = rows(archive, MEETINGS)
    assert len(found) == 2
    assert {one["dated_by"] for one in found} == {"minutes"}


def test_a_mark_changes_with_the_roster_and_the_day(tmp_path: Path) -> None:
    texts = {"a.txt": UNDATED, "b.txt": UNDATED}
    hale, orr = roster(tmp_path, "name\nAnn Hale\n"), roster(tmp_path, "name\nBert Orr\n")

    def marks(**told: Any) -> list[str]:
        return [entry.mark for entry in informed(texts, **told).entries()]

    plain = [entry.mark for entry in Texts(texts).entries()]
    assert marks() == plain
    dated = marks(dates={"a.txt": DAY})
    assert (dated[0] != plain[0], dated[1]) == (True, plain[1])
    assert not set(marks(roster=hale)) & {*plain, *marks(roster=orr)}
    assert marks(roster=hale) == marks(roster=hale)


def test_the_day_that_is_given_settles_who_is_meant(tmp_path: Path) -> None:
    known = roster(tmp_path, "name,end_date\nAnn Hale,2019-05-01\nBert Hale,\n")
    names = {one.key: one.name for one in known.councillors}
    undated = informed({"a.txt": UNDATED}, roster=known)
    [person] = rows(undated, PEOPLE)
    assert (person["councillor"], person["councillor_match"]) == (None, "ambiguous")
    assert {names[key] for key in person["candidates"]} == {"Ann Hale", "Bert Hale"}
    dated = informed({"a.txt": UNDATED}, roster=known, dates={"a.txt": DAY})
    [person] = rows(dated, PEOPLE)
    assert (names[person["councillor"]], person["councillor_match"]) == ("Bert Hale", "exact")
    assert person["candidates"] == []


@pytest.mark.parametrize(("meetings", "kind"), [(1, "fuzzy"), (3, "ambiguous")])
def test_a_slip_that_is_met_often_is_a_name(meetings: int, kind: str, tmp_path: Path) -> None:
    known = roster(tmp_path, "name\nAnn Johnston\n")
    page = UNDATED.replace("Hale", "Johnson")
    archive = informed({f"{n}.txt": page for n in range(meetings)}, roster=known)
    assert {one["councillor_match"] for one in rows(archive, PEOPLE)} == {kind}


LIST = "Present: Councillors {}\n\n1. Bins\n\nCouncillor {} asked why the bins were late.\n"


@pytest.mark.parametrize(
    ("listed", "speaks", "kinds"),
    [
        ("A Johnston and R Orme", "Johnston", {"exact"}),
        ("A Johnston and R Orme", "Johnson", {"exact", "fuzzy"}),
        ("A Johnston, C Johnson and R Orme", "Orme", {"exact", None}),
        ("A Johnston, A Johnson and R Orme", "Orme", {"exact", "ambiguous"}),
    ],
)
def test_two_names_that_both_attend_are_two_people(
    listed: str, speaks: str, kinds: set[str | None], tmp_path: Path
) -> None:
    known = roster(tmp_path, "name\nAnn Johnston\nRuth Orme\n")
    archive = informed({"a.txt": LIST.format(listed, speaks)}, roster=known)
    assert {one["councillor_match"] for one in rows(archive, PEOPLE)} == kinds


@pytest.mark.parametrize(
    "content",
    [
        "uri,date\na.txt,2020-03-01\n",
        "File name;Meeting date\na.txt;1 March 2020\n",
        '{"a.txt": "2020-03-01"}',
        '[{"path": "a.txt", "held_on": "01/03/2020"}]',
        '{"url": "a.txt", "date": "2020-03-01T19:30:00Z"}\n{"url": "b.txt", "date": ""}\n',
    ],
)
def test_dates_are_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "dates").write_text(content, encoding="utf-8")
    assert read_dates(tmp_path / "dates") == {"a.txt": DAY}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("uri,date\na.txt,sometime\n", "row 1: 'sometime' is not a date"),
        ("name,when\na.txt,2020-03-01\n", "a column 'uri' and a column 'date'"),
    ],
)
def test_what_is_no_list_of_dates_is_refused(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "dates").write_text(content, encoding="utf-8")
    with pytest.raises(ListingError, match=message):
        read_dates(tmp_path / "dates")


@pytest.mark.parametrize(
    ("uri", "given", "found"),
    [
        ("a.txt", "a.txt", True),
        ("2020/May/a.txt", "May/a.txt", True),
        ("2020/May/a.txt", "a.txt", True),
        ("old.zip!/May/a.txt", "a.txt", True),
        ("2020/May/a.txt", "y/a.txt", False),
        ("2020/aa.txt", "a.txt", False),
    ],
)
def test_a_place_may_be_given_by_its_end(uri: str, given: str, found: bool) -> None:
    assert (date_of(uri, {given: DAY}) == DAY) is found
