"""The tables as pandas data frames; needs the extra ``pandas``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from minutesparse.export.arrow import one_or_more
from minutesparse.export.extras import optional
from minutesparse.export.rows import Row, rows_of
from minutesparse.export.tables import TABLES, Table, Type

if TYPE_CHECKING:
    import pandas

    from minutesparse.records import Meeting

_TYPES: dict[Type, str] = {
    "text": "string",
    "integer": "Int64",
    "decimal": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "list": "object",
}


def to_pandas(meetings: Meeting | Iterable[Meeting]) -> dict[str, pandas.DataFrame]:
    """Return meetings as data frames, by table, with the types that know a missing value.

    Args:
        meetings: One meeting or several.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    rows = rows_of(one_or_more(meetings))
    return {table.name: _frame(table, rows[table.name]) for table in TABLES}


def _frame(table: Table, rows: list[Row]) -> pandas.DataFrame:
    frames = optional("pandas", "pandas")
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    series = {
        column.name: frames.Series(_values(column.type, given), dtype=_TYPES[column.type])
        for column, given in zip(table.columns, columns, strict=True)
    }
    return frames.DataFrame(series)


def _values(kind: Type, given: Iterable[Any]) -> list[Any]:
    return [float(one) if kind == "decimal" and one is not None else one for one in given]
