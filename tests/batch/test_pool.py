"""A worker that dies or hangs costs the document that it had, and no other."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from tests.batch import faulty_workers

import minutesparse.batch.pool
from minutesparse.batch.document import Failed
from minutesparse.batch.pool import Pool, default_workers
from minutesparse.batch.sources import Found
from minutesparse.batch.wire import Outcome, Packed, Task, Unchanged, rows_in


def tasks(*uris: str) -> list[Task]:
    return [Task(Found(uri, uri)) for uri in uris]


def run(uris: list[str], workers: int = 2, timeout: float = 30.0) -> dict[str, Outcome]:
    with Pool(workers, timeout, serve=faulty_workers.serve) as pool:
        return {outcome.uri: outcome for outcome in pool.run(tasks(*uris))}


def test_every_task_has_an_outcome() -> None:
    uris = [f"{number}.txt" for number in range(50)]
    assert run(uris) == {uri: Unchanged(uri) for uri in uris}


def test_no_task_no_outcome() -> None:
    assert run([]) == {}


@pytest.mark.parametrize(("uri", "how"), [("dies.txt", "signal 9"), ("exits.txt", "exit code 7")])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_costs_one_file(uri: str, how: str, workers: int) -> None:
    outcomes = run(["a.txt", uri, "b.txt", "c.txt"], workers)
    lost = outcomes.pop(uri)
    assert isinstance(lost, Failed)
    assert lost.code == "WorkerDied"
    assert how in lost.reason
    assert set(outcomes.values()) == {Unchanged("a.txt"), Unchanged("b.txt"), Unchanged("c.txt")}


def test_workers_may_die_again_and_again() -> None:
    uris = [f"{number}-dies.txt" for number in range(4)]
    outcomes = run([*uris, "fine.txt"])
    assert all(isinstance(outcomes[uri], Failed) for uri in uris)
    assert outcomes["fine.txt"] == Unchanged("fine.txt")


def test_a_worker_that_hangs_is_ended_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minutesparse.batch.pool, "_GRACE", 0.2)
    start = monotonic()
    outcomes = run(["a.txt", "hangs.txt", "b.txt"], timeout=1.0)
    assert monotonic() - start < 20
    lost = outcomes["hangs.txt"]
    assert isinstance(lost, Failed)
    assert lost.code == "TimedOut"
    assert "1 seconds" in lost.reason
    assert outcomes["b.txt"] == Unchanged("b.txt")


def test_workers_are_replaced_before_they_grow_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minutesparse.batch.pool, "_LIFE", 3)
    uris = [f"{number}.txt" for number in range(10)]
    assert set(run(uris, workers=1)) == set(uris)


def test_tasks_are_taken_only_as_workers_are_free() -> None:
    taken = []

    def given() -> Iterator[Task]:
        for task in tasks(*(f"{number}.txt" for number in range(20))):
            taken.append(task)
            yield task

    with Pool(1, 30.0, serve=faulty_workers.serve) as pool:
        outcomes = pool.run(given())
        for number in range(1, 6):
            next(outcomes)
            assert len(taken) <= number + 1


def test_no_worker_is_left_behind() -> None:
    before = set(multiprocessing.active_children())
    with Pool(2, 30.0, serve=faulty_workers.serve) as pool:
        next(iter(pool.run(tasks("a.txt", "b.txt"))))
        assert set(multiprocessing.active_children()) - before
    assert set(multiprocessing.active_children()) <= before


def test_the_real_worker_converts(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("RESOLVED: That the report be noted.\n", encoding="utf-8")
    with Pool(1, 60.0) as pool:
        [outcome] = pool.run([Task(Found("minutes.txt", str(path)))])
    assert isinstance(outcome, Packed)
    assert outcome.counts["meetings"] == 1
    assert len(rows_in(outcome.rows)["meetings"]) == 1


def test_there_is_a_worker_for_each_processor() -> None:
    assert default_workers() >= 1
