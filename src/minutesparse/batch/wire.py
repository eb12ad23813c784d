"""What the pool and its workers say to each other: JSON, and compressed JSON that is passed on.

Nothing is pickled, so that no document can bring code along. The parent keeps the records as the
worker packed them, and unpacks them only to write them out.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass

from minutesparse.batch.document import Converted, Failed
from minutesparse.batch.sources import Found
from minutesparse.export.rows import Rows, counts

_LEVEL = 1  # five times smaller in a fraction of a millisecond; more costs more than it saves


@dataclass(frozen=True, slots=True)
class Task:
    """One document to convert.

    Attributes:
        found: The document.
        known: Digest of the content whose records are at hand; empty where there are none.
    """

    found: Found
    known: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """The records of a document, ready to be kept.

    Attributes:
        uri: The document.
        sha256: Digest of its content.
        counts: Rows by table of records.
        meetings: A list of the meetings as JSON texts, as compressed JSON.
        rows: Their rows by table, as compressed JSON.
    """

    uri: str
    sha256: str
    counts: dict[str, int]
    meetings: bytes
    rows: bytes


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document whose records are at hand already."""

    uri: str


Outcome = Packed | Unchanged | Failed


def pack(done: Converted) -> Packed:
    """Return the records of a document in the form in which they are kept."""
    return Packed(
        done.uri,
        done.sha256,
        dict(counts(done.rows)),
        compressed(list(done.meetings)),
        compressed(done.rows),
    )


def compressed(value: list[str] | Rows) -> bytes:
    """Return a value as compressed JSON; the same value gives the same bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def meetings_in(packed: bytes) -> list[str]:
    """Return the meetings that :func:`pack` packed, each as JSON."""
    meetings: list[str] = json.loads(zlib.decompress(packed))
    return meetings


def rows_in(packed: bytes) -> Rows:
    """Return the rows that :func:`pack` packed; each row is a list here."""
    rows: Rows = json.loads(zlib.decompress(packed))
    return rows


def task_to_bytes(task: Task) -> bytes:
    """Return a task as bytes; any file name comes through."""
    return json.dumps(asdict(task)).encode()


def task_from_bytes(message: bytes) -> Task:
    """Return the task that :func:`task_to_bytes` wrote."""
    told = json.loads(message)
    return Task(Found(**told["found"]), told["known"])


def outcome_to_bytes(outcome: Outcome) -> bytes:
    """Return an outcome as bytes: a line of JSON, then what was packed."""
    if not isinstance(outcome, Packed):
        return json.dumps(asdict(outcome)).encode() + b"\n"
    head = {
        "uri": outcome.uri,
        "sha256": outcome.sha256,
        "counts": outcome.counts,
        "split": len(outcome.meetings),
    }
    return b"".join((json.dumps(head).encode(), b"\n", outcome.meetings, outcome.rows))


def outcome_from_bytes(message: bytes) -> Outcome:
    """Return the outcome that :func:`outcome_to_bytes` wrote."""
    head, _, packed = message.partition(b"\n")
    told = json.loads(head)
    if "split" in told:
        split = told.pop("split")
        return Packed(**told, meetings=packed[:split], rows=packed[split:])
    return Failed(**told) if "code" in told else Unchanged(**told)
