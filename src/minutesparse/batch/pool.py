"""A pool of warm worker processes that survives each of them.

Each worker has one document at a time. One that dies, or does not answer in time, costs that
document and is replaced; the others do not notice.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any, Self, cast

from minutesparse.batch.document import Failed
from minutesparse.batch.wire import Outcome, Task, outcome_from_bytes, task_to_bytes
from minutesparse.batch.worker import serve
from minutesparse.read import Limits

_LIFE = 2_000  # documents after which a worker makes room for a new one
_GRACE = 5.0  # seconds in which a worker that was told to end may end in order
_LIMITS = Limits()


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Worker:
    """A worker process as the pool sees it."""

    process: BaseProcess
    connection: Connection
    task: Task | None = None
    deadline: float = field(default=float("inf"))
    taken: int = 0


class Pool:
    """Worker processes; use it in a ``with`` block, at whose end they are gone.

    Args:
        workers: How many.
        timeout: Seconds that one document may take.
        limits: What the workers refuse.
        serve: What a worker does.
    """

    def __init__(
        self,
        workers: int,
        timeout: float,
        limits: Limits = _LIMITS,
        serve: Callable[[Connection, Limits], None] = serve,
    ) -> None:
        self._timeout = timeout
        self._limits = limits
        self._serve = serve
        self._context = _clean_processes()
        self._workers = [self._hire() for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            _end(worker)

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Yield an outcome for each task, in the order in which they are ready.

        Args:
            tasks: The tasks; one is taken whenever a worker is free.
        """
        waiting = iter(tasks)
        for place in range(len(self._workers)):
            self._give(place, waiting)
        while busy := [place for place, one in enumerate(self._workers) if one.task]:
            for place, outcome in self._ready(busy):
                yield outcome
                self._give(place, waiting)

    def _ready(self, busy: list[int]) -> Iterator[tuple[int, Outcome]]:
        """Wait until there is something to tell of a worker; yield what there is."""
        places = {self._workers[place].connection: place for place in busy}
        soonest = min(self._workers[place].deadline for place in busy)
        answered = wait(list(places), max(0.0, soonest - monotonic()))
        for connection in answered:
            place = places[cast("Connection", connection)]
            yield place, self._answer(place)
        for place in busy:
            if self._workers[place].task and self._workers[place].deadline <= monotonic():
                yield place, self._overdue(place)

    def _give(self, place: int, waiting: Iterator[Task]) -> None:
        """Give a worker the next task, if there is one."""
        task = next(waiting, None)
        if task is None:
            return
        if self._workers[place].taken >= _LIFE:
            self._replace(place)
        worker = self._workers[place]
        worker.task, worker.deadline = task, monotonic() + self._timeout
        worker.taken += 1
        with suppress(OSError):  # a worker that is gone is noticed when its answer is read
            worker.connection.send_bytes(task_to_bytes(task))

    def _answer(self, place: int) -> Outcome:
        worker = self._workers[place]
        task, worker.task = _task(worker), None
        try:
            return outcome_from_bytes(worker.connection.recv_bytes())
        except (EOFError, OSError):
            how = self._replace(place)
            reason = f"{task.found.uri}: the worker that read it ended ({how})."
            return Failed(task.found.uri, "WorkerDied", reason)

    def _overdue(self, place: int) -> Outcome:
        task = _task(self._workers[place])
        self._replace(place)
        reason = (
            f"{task.found.uri}: it took longer than {self._timeout:g} seconds. If the file is meant"
            " to be this large, raise --timeout."
        )
        return Failed(task.found.uri, "TimedOut", reason)

    def _replace(self, place: int) -> str:
        """Put a new worker in the place of one; return how the old one ended."""
        how = _end(self._workers[place])
        self._workers[place] = self._hire()
        return how

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=self._serve, args=(theirs, self._limits), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _clean_processes() -> Any:
    """Return how workers start: from a server that has imported them and nothing else, or anew."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([serve.__module__])
    return context


def _task(worker: _Worker) -> Task:
    if worker.task is None:
        raise RuntimeError("a worker without a task has answered")
    return worker.task


def _end(worker: _Worker) -> str:
    """End a worker, in order if it can; return how it ended."""
    worker.connection.close()
    worker.process.join(0 if worker.task else _GRACE)
    for stop in (worker.process.terminate, worker.process.kill):
        if worker.process.exitcode is None:
            stop()
            worker.process.join(_GRACE)
    code = worker.process.exitcode
    worker.process.close()
    return f"signal {-code}" if code and code < 0 else f"exit code {code}"
