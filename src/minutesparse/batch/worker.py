"""A worker process: tasks in, outcomes out, until nobody asks any more."""

from __future__ import annotations

import hashlib
import signal
import sys
from multiprocessing.connection import Connection

from minutesparse.batch.document import Failed, convert, failed, no_memory
from minutesparse.batch.sources import content_of
from minutesparse.batch.wire import (
    Outcome,
    Task,
    Unchanged,
    outcome_to_bytes,
    pack,
    task_from_bytes,
)
from minutesparse.errors import MinutesparseError
from minutesparse.read import Limits

_WARM_UP = b"RESOLVED: That 3 reports of 1 May 2020 be noted. Cllr Orr asked why.\n"


def serve(connection: Connection, limits: Limits) -> None:
    """Answer tasks until the other end is closed.

    Args:
        connection: Where tasks come from, and where an outcome goes for each.
        limits: What to refuse.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    signal.signal(signal.SIGTERM, _leave)
    convert("", _WARM_UP, limits=limits)
    try:
        while True:
            task = task_from_bytes(connection.recv_bytes())
            connection.send_bytes(outcome_to_bytes(perform(task, limits)))
    except (EOFError, OSError):
        return  # the parent is done, or gone


def perform(task: Task, limits: Limits) -> Outcome:
    """Return the outcome of one task.

    Args:
        task: The document, and the digest of the content whose records are at hand.
        limits: What to refuse.
    """
    uri = task.found.uri
    try:
        content = content_of(task.found, limits)
    except MinutesparseError as error:
        return failed(uri, error)
    except MemoryError:
        return no_memory(uri)
    if task.known and task.known == hashlib.sha256(content).hexdigest():
        return Unchanged(uri)
    done = convert(uri, content, limits=limits)
    return done if isinstance(done, Failed) else pack(done)


def _leave(_signal: int, _frame: object) -> None:
    """End at once, but in order, so that a program started for a document ends too."""
    sys.exit(1)
