"""Arrow, Parquet and pandas: typed, with the meanings in the schema."""

import datetime
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.meetings import MEETING

import minutesparse
from minutesparse.errors import MissingExtraError
from minutesparse.export.arrow import arrow_schema, to_arrow
from minutesparse.export.frames import to_pandas
from minutesparse.export.rows import rows_of
from minutesparse.export.tables import STATISTICS, TABLES, Table

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@every_table
def test_the_schema_is_typed_and_described(table: Table) -> None:
    schema = arrow_schema(table)
    assert tuple(schema.names) == table.names()
    assert schema.metadata[b"description"] == table.meaning.encode()
    for field, column in zip(schema, table.columns, strict=True):
        assert field.metadata[b"description"] == column.meaning.encode()
        assert field.nullable is not column.required


def test_types() -> None:
    schema = arrow_schema(STATISTICS)
    assert schema.field("value").type == pa.float64()
    assert schema.field("period_start").type == pa.date32()
    assert schema.field("span_start").type == pa.int64()


def test_a_meeting_becomes_arrow_tables() -> None:
    tables = to_arrow(MEETING)
    assert list(tables) == [table.name for table in TABLES]
    assert tables["statistics"].to_pylist()[0]["value"] == 12.0
    assert tables["meetings"].to_pylist()[0]["date"] == datetime.date(2022, 2, 1)
    assert tables["ballots"].num_rows == 0
    assert to_arrow([MEETING, MEETING])["items"].num_rows == 2


@every_table
def test_parquet_holds_what_csv_holds(table: Table, archive: Path) -> None:
    found = pq.read_table(archive / "tables" / f"{table.name}.parquet")
    assert found.schema.equals(arrow_schema(table), check_metadata=True)
    lines = pd.read_csv(archive / "tables" / f"{table.name}.csv", dtype=str, keep_default_na=False)
    assert found.num_rows == len(lines)
    assert found.column("id").to_pylist() == lines["id"].tolist()


def test_row_groups_stay_small(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import minutesparse.export.parquet as module  # noqa: PLC0415 - its bounds are set here
    from minutesparse.batch.ledger import Ledger  # noqa: PLC0415 - as above

    monkeypatch.setattr(module, "_MOST_ROWS", 50)
    out = archive.parent / "grouped"
    with Ledger(archive / ".minutesparse" / "ledger.db", "any") as ledger:
        module.write_parquet(ledger, out)
    file = pq.ParquetFile(out / "tables" / "contributions.parquet")
    assert file.metadata.num_row_groups > 2
    assert file.read().equals(pq.read_table(archive / "tables" / "contributions.parquet"))


def test_a_meeting_becomes_data_frames() -> None:
    frames = to_pandas(MEETING)
    assert list(frames) == [table.name for table in TABLES]
    figures = frames["statistics"]
    assert figures["value"].dtype == "Float64"
    assert figures["value"].sum() == 12
    assert frames["votes"]["in_favour"].dtype == "Int64"
    assert frames["votes"]["abstained"].isna().all()
    assert frames["meetings"]["date"].dt.year.tolist() == [2022]
    assert frames["items"]["public"].tolist() == [True]
    assert frames["ballots"].empty


def test_frames_join_on_their_keys() -> None:
    frames = to_pandas([MEETING])
    joined = frames["statistics"].merge(
        frames["contributions"], left_on="contribution", right_on="id", suffixes=("", "_said")
    )
    assert joined["speaker"].tolist() == ["The Clerk"]


def test_they_are_public() -> None:
    assert minutesparse.to_arrow is to_arrow
    assert minutesparse.to_pandas is to_pandas


@pytest.mark.parametrize(("name", "extra"), [("to_arrow", "arrow"), ("to_pandas", "pandas")])
def test_without_the_library_there_is_help(
    name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'minutesparse\[{extra}\]'"):
        getattr(minutesparse, name)(MEETING)


def test_no_meetings_no_rows() -> None:
    assert all(table.num_rows == 0 for table in to_arrow([]).values())
    assert set(rows_of([])) == {*(table.name for table in TABLES), "passages"}
