"""Ray Data: a folder of minutes to Parquet, nested.

python docs/recipes/on_ray.py FOLDER OUT
"""

import sys
from pathlib import Path

import pyarrow
import ray

from minutesparse.batch.arrow import convert_batches, documents_schema
from minutesparse.batch.sources import SUFFIXES, ZIP

folder, out = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
ENDINGS = [suffix.removeprefix(".") for suffix in (*SUFFIXES, ZIP)]


def converted(files: pyarrow.Table) -> pyarrow.Table:
    """Return the rows of some files; Ray calls this in its workers."""
    uris = [Path(path.as_py()).relative_to(folder).as_posix() for path in files["path"]]
    documents = pyarrow.table({"uri": uris, "content": files["bytes"]})
    rows = convert_batches(documents.to_batches())
    return pyarrow.Table.from_batches(rows, documents_schema())


files = ray.data.read_binary_files(str(folder), include_paths=True, file_extensions=ENDINGS)
files.map_batches(converted, batch_format="pyarrow", batch_size=16).write_parquet(str(out))
