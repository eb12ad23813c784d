"""Dask: a folder of minutes to Parquet, nested.

python docs/recipes/on_dask.py FOLDER OUT
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import dask.bag
import pyarrow
import pyarrow.parquet

from minutesparse.batch.arrow import convert_batches, documents_schema
from minutesparse.batch.sources import SUFFIXES, ZIP

folder, out = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()


def read(paths: list[Path]) -> Iterator[pyarrow.RecordBatch]:
    """Yield the files one by one, so that only one is in memory."""
    for path in paths:
        uri = path.relative_to(folder).as_posix()
        yield pyarrow.RecordBatch.from_pydict({"uri": [uri], "content": [path.read_bytes()]})


def convert(paths: list[Path]) -> list[int]:
    """Write the rows of one partition to a file of its own; return how many there were."""
    rows = pyarrow.Table.from_batches(convert_batches(read(paths)), documents_schema())
    name = paths[0].relative_to(folder).as_posix().replace("/", "-")
    pyarrow.parquet.write_table(rows, out / f"{name}.parquet")
    return [rows.num_rows]


if __name__ == "__main__":
    out.mkdir(parents=True, exist_ok=True)
    taken = {*SUFFIXES, ZIP}
    found = (path for path in folder.rglob("*") if path.suffix.lower() in taken)
    paths = sorted(path for path in found if path.is_file())
    print(dask.bag.from_sequence(paths, partition_size=16).map_partitions(convert).sum().compute())
