"""CSV that a spreadsheet reads and does not run."""

import csv
from pathlib import Path

import pytest
from tests.meetings import MEETING

from minutesparse.export.csv_files import cells
from minutesparse.export.rows import Value, rows_of
from minutesparse.export.tables import ACTIONS, PEOPLE, STATISTICS, TABLES, Table


def row(table: Table, **values: Value) -> list[str]:
    given = tuple(values.get(name) for name in table.names())
    [found] = cells(table, [given])
    return [found[table.names().index(name)] for name in values]


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']
)
def test_a_text_is_never_a_formula(text: str) -> None:
    assert row(ACTIONS, task=text, owner=text) == [f"'{text}", f"'{text}"]


def test_other_texts_stay_as_they_are() -> None:
    assert row(ACTIONS, task='say "no", then\n= go', due="1 - 2") == [
        'say "no", then\n= go',
        "1 - 2",
    ]


def test_numbers_stay_numbers() -> None:
    assert row(STATISTICS, value="-12.50", position=3, period_start="2020-01-01") == [
        "-12.50",
        "3",
        "2020-01-01",
    ]


def test_nothing_is_the_empty_cell_and_a_list_is_json() -> None:
    assert row(PEOPLE, role=None, mentions=["Cllr Orr", "=é"]) == ["", '["Cllr Orr", "=é"]']


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_files_can_be_read_back(table: Table, archive: Path) -> None:
    path = archive / "tables" / f"{table.name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head, *found = csv.reader(file)
    assert tuple(head) == table.names()
    assert all(len(row) == len(head) for row in found)
    assert path.read_bytes().count(b"\r\n") > len(found)


def test_cells_of_a_meeting() -> None:
    [item] = cells(TABLES[3], rows_of([MEETING])["items"])
    assert item[3:6] == ["4", "Bins", "true"]
