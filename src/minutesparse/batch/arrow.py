"""Documents as Arrow: batches of places and contents in, batches of records out.

:func:`convert_batches` is a pure function of the form that engines map over their data: Spark's
``mapInArrow`` takes it as it is, and for others it is one line away. It knows none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from minutesparse.batch.document import Failed, failed, made_of, no_memory
from minutesparse.batch.packed import FAULTS, MEMBER, damage, members, too_large, unpacked
from minutesparse.batch.sources import SUFFIXES, ZIP
from minutesparse.errors import MinutesparseError, UnreadableFileError
from minutesparse.export.extras import optional
from minutesparse.export.nested import nested, struct_of
from minutesparse.read import Limits
from minutesparse.records import Meeting

if TYPE_CHECKING:
    import pyarrow

_LIMITS = Limits()
_MOST_ROWS = 32
_MOST_BYTES = 32_000_000


class DocumentRow(BaseModel):
    """What became of a document; ``code`` and ``reason`` are those of an archive's report."""

    uri: str = Field(description="Place of the document.")
    meetings: tuple[Meeting, ...] | None = Field(
        None, description="Its meetings; null where it failed."
    )
    code: str | None = Field(None, description="The kind of fault; null where there is none.")
    reason: str | None = Field(None, description="What was wrong, in one line.")


@cache
def documents_schema() -> pyarrow.Schema:
    """Return the schema of what comes out: a :class:`DocumentRow` for each document, nested."""
    return optional("pyarrow", "arrow").schema(list(struct_of(DocumentRow)))


def convert_batches(
    batches: Iterable[pyarrow.RecordBatch], *, limits: Limits = _LIMITS
) -> Iterator[pyarrow.RecordBatch]:
    """Convert documents to records; nothing in a document makes this raise.

    A zip file stands for the documents in it, each with a row of its own.

    Args:
        batches: Documents, with the columns ``uri`` and ``content``, a null where a file is too
            large to be handed over.
        limits: What to refuse.

    Yields:
        Batches of :func:`documents_schema`, in the order of the documents, and never of so many
        that they would not fit into memory.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = optional("pyarrow", "arrow")
    rows: list[pyarrow.RecordBatch] = []
    size = 0
    for uri, content in _documents(batches, limits):
        rows.append(_row(uri, content, limits))
        size += rows[-1].nbytes
        if len(rows) == _MOST_ROWS or size >= _MOST_BYTES:
            yield from arrow.Table.from_batches(rows).combine_chunks().to_batches()
            rows, size = [], 0
    if rows:
        yield from arrow.Table.from_batches(rows).combine_chunks().to_batches()


def _documents(
    batches: Iterable[pyarrow.RecordBatch], limits: Limits
) -> Iterator[tuple[str, bytes | Failed]]:
    """Yield the documents one by one, those in zip files too, or why there is no content."""
    for batch in batches:
        for place, given in zip(batch.column("uri"), batch.column("content"), strict=True):
            uri, content = place.as_py() or "", given.as_py()
            if content is None:
                yield uri, failed(uri, too_large(uri, limits))
            elif PurePosixPath(uri).suffix.lower() == ZIP:
                yield from _members(uri, content, limits)
            else:
                yield uri, content


def _members(uri: str, content: bytes, limits: Limits) -> Iterator[tuple[str, bytes | Failed]]:
    file = BytesIO(content)
    try:
        names = members(file)
    except FAULTS as error:
        yield uri, failed(uri, UnreadableFileError(f"{uri}: {damage(error)}."))
        return
    for name in names:
        if PurePosixPath(name).suffix.lower() in SUFFIXES:
            place = f"{uri}{MEMBER}{name}"
            try:
                yield place, unpacked(file, name, place, limits)
            except MinutesparseError as error:
                yield place, failed(place, error)
            except MemoryError:
                yield place, no_memory(place)


def _row(uri: str, content: bytes | Failed, limits: Limits) -> pyarrow.RecordBatch:
    """Return the row of a document; a fault costs this row and no other."""
    if isinstance(content, Failed):
        return _failure(content)

    def row(meetings: tuple[Meeting, ...]) -> pyarrow.RecordBatch:
        return _batch(DocumentRow(uri=uri, meetings=meetings))

    done = made_of(uri, content, row, limits=limits)
    return _failure(done) if isinstance(done, Failed) else done


def _failure(fault: Failed) -> pyarrow.RecordBatch:
    # A message may quote what UTF-8 cannot hold.
    reason = fault.reason.encode("utf-8", "replace").decode()
    return _batch(DocumentRow(uri=fault.uri, code=fault.code, reason=reason))


def _batch(row: DocumentRow) -> pyarrow.RecordBatch:
    arrow = optional("pyarrow", "arrow")
    return arrow.RecordBatch.from_pylist([nested(row)], schema=documents_schema())
