"""Rosters in the forms that are about, and what is wrong with others."""

import datetime
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutesparse.across.roster import Councillor
from minutesparse.across.roster_files import read_roster
from minutesparse.errors import ListingError, UnreadableFileError

POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Lena Castle",
            "honorific_prefix": "Cllr",
            "family_name": "Castle",
            "other_names": [{"name": "Lena Birch", "end_date": "2014-09"}, {"name": "Leni Castle"}],
        },
        {"id": "p2", "name": "Bert Hale"},
    ],
    "organizations": [
        {"id": "unity", "name": "Unity", "classification": "party"},
        {"id": "council", "name": "Marley Council", "classification": "legislature"},
        {"id": "roads", "name": "Roads", "classification": "Committee"},
    ],
    "areas": [{"id": "w1", "name": "Abbey"}],
    "events": [{"id": "t1", "start_date": "2011-05-05", "end_date": "2015-05-06"}],
    "memberships": [
        {
            "person_id": "p1",
            "organization_id": "council",
            "on_behalf_of_id": "unity",
            "area_id": "w1",
            "legislative_period_id": "t1",
        },
        {"person_id": "p1", "organization_id": "roads", "start_date": "2020-01-01"},
        {"person_id": "p1", "organization_id": "unity", "start_date": "2001-01-01"},
    ],
}


def read(folder: Path, content: str | bytes | object) -> list[Councillor]:
    path = folder / "roster"
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps(content), encoding="utf-8")
    return sorted(read_roster(path).councillors, key=lambda one: one.name)


def test_csv_with_terms(tmp_path: Path) -> None:
    text = (
        "Person ID,Councillor Name,Political Party,Ward Name,Date From,Date To\r\n"
        "7,Cllr Tom Garrick,Unity,Moor,06/05/2010,1 May 2013\r\n"
        "7,Cllr Tom Garrick,Independent,Moor,2017,\r\n"
    )
    [one] = read(tmp_path, text)
    assert (one.roster_id, one.name, one.title) == ("7", "Tom Garrick", "Cllr")
    assert [(term.party, term.ward, term.start, term.end) for term in one.terms] == [
        ("Unity", "Moor", datetime.date(2010, 5, 6), datetime.date(2013, 5, 1)),
        ("Independent", "Moor", datetime.date(2017, 1, 1), None),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_separator_and_encoding(separator: str, encoding: str, tmp_path: Path) -> None:
    rows = [["First name", "Surname", "Division"], ["Séamus", "Ó Dálaigh", "Quay"], ["", "", ""]]
    text = "\n".join(separator.join(row) for row in rows)
    [one] = read(tmp_path, text.encode(encoding))
    assert one.name == "Séamus Ó Dálaigh"
    assert one.names[0].name.family == ("o", "dalaigh")
    assert one.terms[0].ward == "Quay"


RAW = {
    "url": "https://example.org/7",
    "raw_identifier": "7",
    "raw_name": "Councillor Ann Hale",
    "raw_party": "Unity",
    "raw_division": "Abbey",
    "email": None,
}


@pytest.mark.parametrize(
    "content", [[RAW], {"councillors": [RAW]}, json.dumps(RAW), json.dumps(RAW) + "\n"]
)
def test_json_of_scrapers(content: object, tmp_path: Path) -> None:
    [one] = read(tmp_path, content)
    assert (one.roster_id, one.name, one.title) == ("7", "Ann Hale", "Councillor")
    assert (one.terms[0].party, one.terms[0].ward) == ("Unity", "Abbey")


def test_json_lines(tmp_path: Path) -> None:
    found = read(tmp_path, '{"name": "Ann Hale"}\n\n{"name": "Bert Orr"}\n')
    assert [one.name for one in found] == ["Ann Hale", "Bert Orr"]


def test_popolo(tmp_path: Path) -> None:
    hale, castle = read(tmp_path, POPOLO)
    assert hale.name == "Bert Hale"
    assert hale.serves(datetime.date(1990, 1, 1))
    assert (castle.name, castle.title) == ("Lena Castle", "Cllr")
    [term] = castle.terms
    assert (term.party, term.ward) == ("Unity", "Abbey")
    assert (term.start, term.end) == (datetime.date(2011, 5, 5), datetime.date(2015, 5, 6))
    assert castle.aliases == ("Lena Birch", "Leni Castle")
    birch = next(known for known in castle.names if known.name.family == ("birch",))
    assert (birch.alias, birch.end) == (True, datetime.date(2014, 9, 30))


def test_memberships_may_stand_in_persons(tmp_path: Path) -> None:
    person = {"id": 1, "name": "Ann Hale", "memberships": [{"start_date": "2019-05"}]}
    [one] = read(tmp_path, {"persons": [person], "organizations": []})
    assert one.terms[0].start == datetime.date(2019, 5, 1)


def test_without_ids_a_name_in_two_wards_at_a_time_is_two_people(tmp_path: Path) -> None:
    both = "name,ward,start_date,end_date\nAnn Hale,Abbey,2015-01-01,\nAnn Hale,Quay,{},\n"
    assert len(read(tmp_path, both.format("2016-01-01"))) == 2
    keys = {one.key for one in read(tmp_path, both.format("2016-01-01"))}
    assert len(keys) == 2
    moved = both.replace("2015-01-01,\n", "2015-01-01,2016-01-01\n")
    assert len(read(tmp_path, moved.format("2016-01-02"))) == 1


def test_keys_stay_when_the_order_changes(tmp_path: Path) -> None:
    rows = ["1,Ann Hale", "2,Bert Orr", "3,Cy Pell"]
    keys = [one.key for one in read(tmp_path, "\n".join(["id,name", *rows]))]
    assert keys == [one.key for one in read(tmp_path, "\n".join(["id,name", *rows[::-1]]))]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no rows below a header"),
        ("name\n", "no rows below a header"),
        ("colour,size\nred,3\n", "no column of names"),
        ("name,start_date\nAnn Hale,soon\n", "row 1: 'soon' is not a date"),
        ("name,start_date\nAnn Hale,2019-02-31\n", "is not a date"),
        ("[1, 2]", "no list of objects"),
        ("[]", "no list of objects"),
        ('{"a": [], "b": []}', "no column of names"),
        ('{"name": "Ann Hale"}\n{"name"', "line 2 is not JSON"),
    ],
)
def test_what_is_no_roster_is_refused(content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ListingError, match=message):
        read(tmp_path, content)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("2019-05-02"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "id name persons memberships organizations areas other_names start_date end_date "
                "person_id organization_id party ward area aliases classification".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(ANYTHING)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_a_roster_or_refused(tmp_path: Path, content: object) -> None:
    with suppress(ListingError):
        for one in read(tmp_path, json.dumps(content)):
            assert one.terms
            assert one.names


@given(st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_a_roster_or_refused(tmp_path: Path, content: bytes) -> None:
    with suppress(ListingError):
        read(tmp_path, b"name,start_date\n" + content)


def test_a_roster_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read_roster(tmp_path / "gone.csv")
