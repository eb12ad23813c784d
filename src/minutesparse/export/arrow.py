"""The tables as Arrow, with types and meanings; needs the extra ``arrow``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from minutesparse.export.extras import optional
from minutesparse.export.rows import Row, Value, rows_of
from minutesparse.export.tables import TABLES, Table, Type
from minutesparse.records import Meeting

if TYPE_CHECKING:
    import pyarrow

_VALUES: dict[Type, Callable[[Any], object]] = {
    "date": datetime.date.fromisoformat,
    "decimal": float,
}


def to_arrow(meetings: Meeting | Iterable[Meeting]) -> dict[str, pyarrow.Table]:
    """Return meetings as Arrow tables, by name.

    Args:
        meetings: One meeting or several.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    rows = rows_of(one_or_more(meetings))
    return {table.name: arrow_table(table, rows[table.name]) for table in TABLES}


def arrow_schema(table: Table) -> pyarrow.Schema:
    """Return the schema of a table; its and its columns' meanings are in the metadata.

    Decimal numbers are ``double``: exact to 15 digits, and what analysis wants.
    """
    arrow, types = optional("pyarrow", "arrow"), arrow_types()
    fields = [
        arrow.field(
            column.name, types[column.type], not column.required, {"description": column.meaning}
        )
        for column in table.columns
    ]
    return arrow.schema(fields, {"description": table.meaning})


def arrow_types() -> dict[Type, pyarrow.DataType]:
    """Return the Arrow type of every type of column."""
    arrow = optional("pyarrow", "arrow")
    return {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "decimal": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "list": arrow.list_(arrow.field("element", arrow.string())),
    }


def arrow_table(table: Table, rows: Sequence[Row]) -> pyarrow.Table:
    """Return rows in plain form as an Arrow table.

    Args:
        table: Their table.
        rows: The rows.
    """
    arrow = optional("pyarrow", "arrow")
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    values = {
        column.name: typed(column.type, given)
        for column, given in zip(table.columns, columns, strict=True)
    }
    return arrow.Table.from_pydict(values, schema=arrow_schema(table))


def typed(kind: Type, values: Iterable[Value]) -> list[object]:
    """Return plain values as what Python has for their type: dates and floats."""
    make = _VALUES.get(kind)
    if make is None:
        return list(values)
    return [None if value is None else make(value) for value in values]


def one_or_more(meetings: Meeting | Iterable[Meeting]) -> Iterable[Meeting]:
    """Return what an export was given as meetings."""
    return [meetings] if isinstance(meetings, Meeting) else meetings
