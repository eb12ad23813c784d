"""The unit of work: one document in, its records out, whatever is in it.

:func:`made_of` is pure: it reads no file, keeps no state, and answers a fault with a value. The
pool has it make JSON and rows of the records (:func:`convert`), other engines nested Arrow
(:mod:`minutesparse.batch.arrow`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from minutesparse.errors import MinutesparseError
from minutesparse.export.rows import Rows, rows_of
from minutesparse.pipeline import Parser
from minutesparse.read import Limits, read_bytes
from minutesparse.records import Meeting

_LIMITS = Limits()
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Converted:
    """A document that became records.

    Attributes:
        uri: Its place.
        sha256: Digest of its content.
        meetings: Its meetings, each as one line of JSON of the form of
            :class:`minutesparse.Meeting`.
        rows: The rows of all its meetings in plain form, by table.
    """

    uri: str
    sha256: str
    meetings: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that did not.

    Attributes:
        uri: Its place.
        code: The kind of fault: the name of an error class of the package without "Error",
            ``OutOfMemory``, ``TimedOut``, ``WorkerDied``, or ``Fault`` for a defect of the parser.
        reason: What was wrong, in one line.
    """

    uri: str
    code: str
    reason: str


def convert(uri: str, content: bytes, *, limits: Limits = _LIMITS) -> Converted | Failed:
    """Convert one document to JSON and rows; nothing in it makes this raise.

    Args:
        uri: Its path or address, from which the keys of its rows are made.
        content: Its bytes, as the file holds them.
        limits: What to refuse.

    Returns:
        The records, or why there are none.
    """

    def converted(meetings: tuple[Meeting, ...]) -> Converted:
        digest = hashlib.sha256(content).hexdigest()
        texts = tuple(meeting.model_dump_json() for meeting in meetings)
        return Converted(uri, digest, texts, rows_of(meetings))

    return made_of(uri, content, converted, limits=limits)


def made_of(
    uri: str,
    content: bytes,
    make: Callable[[tuple[Meeting, ...]], _Made],
    *,
    limits: Limits = _LIMITS,
) -> _Made | Failed:
    """Read and parse one document, and make something of its meetings; this never raises.

    Args:
        uri: Its path or address.
        content: Its bytes, as the file holds them.
        make: Makes what is wanted of the meetings.
        limits: What to refuse.

    Returns:
        What was made, or why nothing was.
    """
    try:
        source = read_bytes(content, name=uri, limits=limits)
        return make(Parser().parse_all(source))
    except MinutesparseError as error:
        return failed(uri, error)
    except MemoryError:
        return no_memory(uri)
    except Exception as error:  # one file never stops a batch
        return Failed(uri, "Fault", f"{uri}: {type(error).__name__}: {_one_line(error)}")


def failed(uri: str, error: MinutesparseError) -> Failed:
    """Return the outcome that an error of the package stands for."""
    return Failed(uri, type(error).__name__.removesuffix("Error"), _one_line(error))


def no_memory(uri: str) -> Failed:
    """Return the outcome of a document that does not fit into memory."""
    return Failed(uri, "OutOfMemory", f"{uri}: there was not enough memory for it.")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
