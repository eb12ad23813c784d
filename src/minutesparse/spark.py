"""Archives on Spark: a folder of documents as a DataFrame of records; needs the extra ``spark``.

Spark lists and reads the files and spreads them over its machines; what happens to a document there
is :func:`minutesparse.batch.arrow.convert_batches` and nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from minutesparse.batch.arrow import convert_batches, documents_schema
from minutesparse.batch.sources import SUFFIXES, ZIP, unrolled
from minutesparse.export.extras import optional
from minutesparse.read import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import Column, DataFrame, SparkSession
    from pyspark.sql.types import StructType

_LIMITS = Limits()
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+:(?://[^/]*)?"
_PATTERN = re.compile(r"[*?\[{]")
_TYPES: Mapping[str, str] = {
    "string": "string",
    "int64": "long",
    "double": "double",
    "bool": "boolean",
    "date32[day]": "date",
}


def read_minutes(
    spark: SparkSession, path: str | Path, *, base: str | Path | None = None
) -> DataFrame:
    """Read the documents of a folder, and of all folders and zip files in it, on Spark.

    Nothing is parsed before an action asks for rows, and every action parses anew: write the rows
    to a table first.

    Args:
        spark: The session; its Python workers need this package.
        path: Folder, file or pattern, on any file system that Spark reads.
        base: Folder that the documents' uris are seen from; by default the one of ``path``.

    Returns:
        A row for each document, with the columns of
        :func:`~minutesparse.batch.arrow.documents_schema`.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    functions = optional("pyspark.sql.functions", "spark")
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", value=True)
    files = reader.option("pathGlobFilter", _taken()).load(str(path))
    files = files.withColumn("path", _without_scheme(files["path"]))
    nothing, unknown = functions.lit(b""), functions.lit(None).cast("binary")
    # Spark leaves empty files out, and fails where the content of one too large is asked for.
    most = _LIMITS.max_bytes
    fitting = files.where(files["length"] <= most).select("path", "content")
    larger = files.where(files["length"] > most).select("path", unknown.alias("content"))
    empty = _empty(spark, files).withColumn("content", nothing)
    documents = fitting.unionByName(larger).unionByName(empty)
    uri = _seen_from(_folder(str(base or path)), documents["path"]).alias("uri")
    return documents.select(uri, "content").mapInArrow(convert_batches, spark_schema())


def spark_schema() -> StructType:
    """Return the schema of the rows as Spark's; the meanings of the fields are its comments."""
    types = optional("pyspark.sql.types", "spark")
    schema: StructType = types.StructType.fromJson(_struct(documents_schema()))
    return schema


def _struct(fields: Any) -> dict[str, Any]:
    """Return an Arrow struct or schema in Spark's JSON form."""
    return {
        "type": "struct",
        "fields": [
            {
                "name": field.name,
                "type": _type(field.type),
                "nullable": field.nullable,
                "metadata": {"comment": field.metadata[b"description"].decode()},
            }
            for field in fields
        ],
    }


def _type(kind: Any) -> str | dict[str, Any]:
    arrow = optional("pyarrow.types", "arrow")
    if arrow.is_struct(kind):
        return _struct(kind)
    if arrow.is_list(kind):
        element = {"elementType": _type(kind.value_type), "containsNull": kind.value_field.nullable}
        return {"type": "array", **element}
    return _TYPES[str(kind)]


def _empty(spark: SparkSession, files: DataFrame) -> DataFrame:
    """Return the paths that Spark has listed and does not read, since there is nothing to read."""
    listed = spark.createDataFrame([(unquote(one),) for one in files.inputFiles()], "path string")
    paths = listed.select(_without_scheme(listed["path"]).alias("path"))
    return paths.join(files.select("path"), "path", "left_anti")


def _taken() -> str:
    """Return the pattern of the names that are taken, in capitals or not."""
    endings = sorted(suffix.removeprefix(".") for suffix in (*SUFFIXES, ZIP))
    spelt = ("".join(f"[{one}{one.upper()}]" for one in ending) for ending in endings)
    return f"*.{{{','.join(spelt)}}}"


def _folder(path: str) -> str:
    """Return the folder of a path without its file system, up to the first pattern in it."""
    within = re.sub(f"^{_SCHEME}", "", path)
    absolute = within if within != path else unrolled(Path(path)).as_posix()
    parts = absolute.split("/")
    plain = next((at for at, part in enumerate(parts) if _PATTERN.search(part)), len(parts))
    return "/".join(parts[:plain]).rstrip("/")


def _without_scheme(path: Column) -> Column:
    """Return paths without their file system, which Spark does not always write alike."""
    functions = optional("pyspark.sql.functions", "spark")
    within: Column = functions.regexp_replace(path, f"^{_SCHEME}", "")
    return within


def _seen_from(folder: str, path: Column) -> Column:
    """Return paths as seen from a folder; those that lie elsewhere stay whole."""
    functions = optional("pyspark.sql.functions", "spark")
    seen: Column = functions.regexp_replace(path, rf"^\Q{folder}/\E", "")
    return seen
