"""The same records from threads, from forked and from spawned processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from threading import Barrier

import pytest
from tests.places import CORPUS

from minutesparse.pipeline import Parser, parse

THREADS = 8
DOCUMENTS = 6


@cache
def texts() -> tuple[str, ...]:
    """A few small documents, each of another kind."""
    by_size = sorted(CORPUS.glob("*.txt"), key=lambda path: path.stat().st_size)
    return tuple(path.read_text(encoding="utf-8") for path in by_size[:DOCUMENTS])


def digest(text: str) -> str:
    """Return a digest of the record; at the top level, since processes look it up by name."""
    return sha256(parse(text).model_dump_json().encode()).hexdigest()


@cache
def expected() -> list[str]:
    return [digest(text) for text in texts()]


def test_threads_may_share_a_parser() -> None:
    parser = Parser()
    together = Barrier(THREADS)

    def records(turn: int) -> list[str]:
        together.wait()
        # Each thread begins with another document, so that different ones are read at a time.
        order = [(turn + step) % DOCUMENTS for step in range(DOCUMENTS)]
        made = {at: parser.parse(texts()[at]).model_dump_json().encode() for at in order}
        return [sha256(made[at]).hexdigest() for at in range(DOCUMENTS)]

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(records, range(THREADS))) == [expected()] * THREADS


@pytest.mark.parametrize(
    "start", sorted({"fork", "spawn"} & set(multiprocessing.get_all_start_methods()))
)
def test_processes_give_the_same_records(start: str) -> None:
    context = multiprocessing.get_context(start)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(digest, texts())) == expected()


def test_the_first_parse_may_be_in_eight_threads_at_once() -> None:
    """Lexicons are read at the first parse; a fresh process does that in all threads."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        assert pool.submit(_in_threads, texts()[0]).result() == [expected()[0]] * THREADS


def _in_threads(text: str) -> list[str]:
    together = Barrier(THREADS)

    def one(_: int) -> str:
        together.wait()
        return digest(text)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))
