"""The tables as Parquet files; needs the extra ``arrow``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from minutesparse.export.archive import Archive, every_row
from minutesparse.export.arrow import arrow_schema, arrow_table
from minutesparse.export.csv_files import FOLDER
from minutesparse.export.extras import optional
from minutesparse.export.files import replacing
from minutesparse.export.rows import Row
from minutesparse.export.tables import ROSTER_TABLES, TABLES, Table

_MOST_ROWS = 2_000
_MOST_CHARS = 500_000


def write_parquet(archive: Archive, folder: Path) -> None:
    """Write a file for each table to ``tables/``, compressed with zstd.

    Args:
        archive: The archive.
        folder: Where ``tables/`` is.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    with ExitStack() as files:
        groups = {
            table.name: _RowGroups(_opened(files, table, folder), table)
            for table in (*ROSTER_TABLES, *TABLES)
        }
        for rows in every_row(archive):
            for name, group in groups.items():
                group.add(rows.get(name, []))
        for group in groups.values():
            group.flush()


class _RowGroups:
    """The rows of one file, written a group at a time so that memory stays flat."""

    def __init__(self, write: Callable[[Any], None], table: Table) -> None:
        self._write = write
        self._table = table
        names = table.names()
        # The widest column of a table tells how much its rows take.
        self._widest = next((names.index(one) for one in ("text", "quote") if one in names), 0)
        self._rows: list[Row] = []
        self._chars = 0

    def add(self, rows: list[Row]) -> None:
        self._rows += rows
        self._chars += sum(len(str(row[self._widest])) for row in rows)
        if len(self._rows) >= _MOST_ROWS or self._chars >= _MOST_CHARS:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self._write(arrow_table(self._table, self._rows))
            self._rows, self._chars = [], 0


def _opened(files: ExitStack, table: Table, folder: Path) -> Callable[[Any], None]:
    """Open the file of a table; return the function that writes a row group to it."""
    parquet = optional("pyarrow.parquet", "arrow")
    part = files.enter_context(replacing(folder / FOLDER / f"{table.name}.parquet"))
    schema = arrow_schema(table)
    writer = files.enter_context(parquet.ParquetWriter(part, schema, compression="zstd"))
    write: Callable[[Any], None] = writer.write_table
    return write
