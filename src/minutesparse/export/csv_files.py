"""The tables as CSV as RFC 4180 describes it: UTF-8, commas, a header."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from minutesparse.export.archive import Archive, every_row
from minutesparse.export.files import replacing
from minutesparse.export.rows import Row, Value
from minutesparse.export.tables import ROSTER_TABLES, TABLES, Table

FOLDER = "tables"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""With one of these a cell is a formula to a spreadsheet."""


def write_csv(archive: Archive, folder: Path) -> None:
    """Write a file for each table to ``tables/``.

    Args:
        archive: The archive.
        folder: Where ``tables/`` is.
    """
    with ExitStack() as files:
        writers = {table: _writer(files, table, folder) for table in (*ROSTER_TABLES, *TABLES)}
        for rows in every_row(archive):
            for table, writer in writers.items():
                writer.writerows(cells(table, rows.get(table.name, [])))


def cells(table: Table, rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield rows as the cells of a CSV file.

    None is the empty cell, a list is JSON, and truth is ``true`` or ``false``. A text that a
    spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are.

    Args:
        table: Their table.
        rows: Rows in plain form.
    """
    texts = [column.type in ("text", "list") for column in table.columns]
    for row in rows:
        yield [_cell(value, text=text) for value, text in zip(row, texts, strict=True)]


def _cell(value: Value, *, text: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    cell = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
    return f"'{cell}" if text and cell.startswith(FORMULA_STARTS) else cell


def _writer(files: ExitStack, table: Table, folder: Path) -> Any:
    """Open the file of a table for writing, with its header."""
    part = files.enter_context(replacing(folder / FOLDER / f"{table.name}.csv"))
    file = files.enter_context(part.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(file)
    writer.writerow(table.names())
    return writer
