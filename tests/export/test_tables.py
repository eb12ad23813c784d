"""The definitions of the tables are whole, and rows keep to them."""

import datetime
import re
from pathlib import Path

import pytest
from tests.meetings import MEETING, TEXT
from tests.parsed import parsed
from tests.places import gold_documents

from minutesparse import Meeting, read_file
from minutesparse.evaluate import read_gold
from minutesparse.export.database import DATABASE_TABLES
from minutesparse.export.rows import Rows, document_id, meeting_id, rows_of
from minutesparse.export.tables import PASSAGES, TABLES, Column, Table
from minutesparse.pipeline import parse

RESERVED = set("order group left right end user table column from to references check".split())
PLAIN = {
    "text": str,
    "integer": int,
    "decimal": str,
    "boolean": bool,
    "date": str,
    "list": list,
}
every_table = pytest.mark.parametrize("table", DATABASE_TABLES, ids=lambda table: table.name)


def as_dicts(rows: Rows, table: str) -> list[dict[str, object]]:
    [found] = [one for one in DATABASE_TABLES if one.name == table]
    return [dict(zip(found.names(), row, strict=True)) for row in rows[table]]


@every_table
def test_a_table_is_well_formed(table: Table) -> None:
    names = table.names()
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert not set(names) & RESERVED
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
    assert all(column.meaning.endswith(".") for column in table.columns)


def test_tables_refer_to_tables_before_them_or_to_themselves() -> None:
    known = set()
    for table in DATABASE_TABLES:
        known.add(table.name)
        assert {column.refers for column in table.columns if column.refers} <= known


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_tells_where_it_stands(table: Table) -> None:
    assert {"span_start", "span_end"} <= set(table.names())
    assert {"quote", "text"} & set(table.names())


def test_a_column_has_the_type_and_meaning_of_its_field() -> None:
    columns = {
        f"{table.name}.{column.name}": column for table in TABLES for column in table.columns
    }
    assert columns["statistics.value"].type == "decimal"
    assert columns["statistics.period_start"].type == "date"
    assert columns["people.mentions"].type == "list"
    assert columns["items.public"].type == "boolean"
    assert columns["votes.in_favour"] == Column(
        "in_favour", "integer", "Votes for.", "in_favour", None, required=False
    )
    assert columns["contributions.speaker"].required is False


def test_a_meeting_becomes_rows() -> None:
    rows = rows_of([MEETING])
    assert {name: len(found) for name, found in rows.items() if found} == {
        "meetings": 1,
        "attendance": 1,
        "items": 1,
        "contributions": 2,
        "statistics": 1,
        "motions": 1,
        "votes": 1,
        "resolutions": 1,
        "clauses": 1,
        "actions": 1,
        "issues": 1,
        "passages": 4,
    }
    key = meeting_id(MEETING, 1)
    question, answer = as_dicts(rows, "contributions")
    assert question == {
        "id": f"{key}-c1",
        "meeting": key,
        "item": f"{key}-i1",
        "position": 1,
        "kind": "question",
        "speaker": "Cllr Orr",
        "speaker_name": None,
        "speaker_title": None,
        "speaker_role": None,
        "speaker_type": "person",
        "speaker_attribution": "stated",
        "speaker_person": None,
        "reply_to": None,
        "exchange": f"{key}-c1",
        "supplementary_to": None,
        "rule": "test.hand",
        "span_start": TEXT.index("Cllr Orr asked"),
        "span_end": TEXT.index("\nThe Clerk said"),
        "page": None,
        "quote": "Cllr Orr asked how many bins were missed.",
    }
    assert answer["reply_to"] == question["id"]
    assert answer["exchange"] == question["id"]


def test_values_are_plain() -> None:
    rows = rows_of([MEETING])
    [meeting] = as_dicts(rows, "meetings")
    assert (meeting["date"], meeting["start_time"], meeting["pages"]) == ("2022-02-01", "19:30", 0)
    [figure] = as_dicts(rows, "statistics")
    assert figure["value"] == "12"
    assert figure["context"] == "The Clerk said about 12 were."
    [motion] = as_dicts(rows, "motions")
    [vote] = as_dicts(rows, "votes")
    assert vote["motion"] == motion["id"]


def test_an_id_that_leads_nowhere_becomes_an_issue() -> None:
    dangling = MEETING.model_dump()
    dangling["items"][0]["statistics"][0]["contribution"] = "c9"
    rows = rows_of([Meeting.model_validate(dangling)])
    assert [row["contribution"] for row in as_dicts(rows, "statistics")] == [None]
    assert [row["code"] for row in as_dicts(rows, "issues")] == [
        "table.no_such_id",
        "front.no_body",
    ]


def test_keys_come_from_the_place_and_else_from_the_content() -> None:
    assert document_id("a.txt", "1") == document_id("a.txt", "2") != document_id("b.txt", "1")
    assert document_id(None, "1") != document_id(None, "2")
    assert re.fullmatch("[0-9a-f]{16}", document_id("a.txt", ""))


def test_meetings_of_one_document_are_numbered() -> None:
    rows = rows_of([MEETING, MEETING])
    assert [row["number"] for row in as_dicts(rows, "meetings")] == [1, 2]
    assert len({row["id"] for row in as_dicts(rows, "contributions")}) == 4


@pytest.mark.parametrize("path", gold_documents(), ids=lambda path: path.name)
def test_rows_keep_to_the_definitions(path: Path) -> None:
    meeting = parsed(read_gold(path).text)
    rows = rows_of([meeting])
    ids = {name: {row[0] for row in found} for name, found in rows.items()}
    for table in (*TABLES, PASSAGES):
        assert len(ids[table.name]) == len(rows[table.name]), "keys are unique"
        for row in rows[table.name]:
            for column, value in zip(table.columns, row, strict=True):
                assert value is not None or not column.required, (table.name, column.name)
                assert value is None or type(value) is PLAIN[column.type], (table.name, column)
                assert value is None or not column.refers or value in ids[column.refers]
    for told in (one for table in TABLES for one in as_dicts(rows, table.name)):
        if "quote" in told:
            start, end = told["span_start"], told["span_end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert told["quote"] == meeting.text[start:end]
    for figure in as_dicts(rows, "statistics"):
        assert str(figure["quote"]) in str(figure["context"])
    assert len(rows["contributions"]) == len(list(meeting.contributions))
    assert not [one for one in as_dicts(rows, "issues") if one["code"] == "table.no_such_id"]


def test_pages_are_told(sources: Path) -> None:
    meeting = parse(read_file(sources / "2023" / "May" / "minutes.pdf"))
    rows = rows_of([meeting])
    assert {row["page"] for row in as_dicts(rows, "contributions")} <= {1, 2}
    assert [row["pages"] for row in as_dicts(rows, "meetings")] == [2]


def test_dates_of_the_plain_form_are_dates() -> None:
    [meeting] = as_dicts(rows_of([MEETING]), "meetings")
    assert datetime.date.fromisoformat(str(meeting["date"])) == MEETING.date
