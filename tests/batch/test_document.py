"""The unit of work is pure, and answers every fault with a value."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import minutesparse.batch.document
from minutesparse import Meeting
from minutesparse.batch.document import Converted, Failed, convert
from minutesparse.batch.sources import Found
from minutesparse.batch.wire import (
    Outcome,
    Task,
    Unchanged,
    meetings_in,
    outcome_from_bytes,
    outcome_to_bytes,
    pack,
    rows_in,
    task_from_bytes,
    task_to_bytes,
)
from minutesparse.read import Limits

TEXT = "Councillor Orr asked why 3 bins were missed.\nThe Clerk said it was the snow.\n"


def test_a_document_becomes_meetings_and_rows() -> None:
    done = convert("a/b.txt", TEXT.encode())
    assert isinstance(done, Converted)
    assert (done.uri, done.sha256) == ("a/b.txt", hashlib.sha256(TEXT.encode()).hexdigest())
    [meeting] = map(Meeting.model_validate_json, done.meetings)
    assert meeting.text == TEXT
    assert meeting.source.uri == "a/b.txt"
    assert len(done.rows["meetings"]) == 1


def test_the_same_document_gives_the_same_value() -> None:
    assert convert("a", TEXT.encode()) == convert("a", TEXT.encode())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "EmptyDocument"),
        (bytes(range(256)), "UnsupportedFormat"),
        (b"%PDF-1.4 cut", "UnreadableFile"),
    ],
)
def test_what_cannot_be_read_is_a_value_with_a_reason(content: bytes, code: str) -> None:
    failed = convert("a.bin", content)
    assert isinstance(failed, Failed)
    assert failed.code == code
    assert "a.bin" in failed.reason
    assert "\n" not in failed.reason


def test_limits_hold() -> None:
    failed = convert("a.txt", TEXT.encode(), limits=Limits(max_bytes=10))
    assert isinstance(failed, Failed)
    assert failed.code == "LimitExceeded"


@pytest.mark.parametrize(
    ("error", "code"), [(MemoryError(), "OutOfMemory"), (RecursionError("deep\nhole"), "Fault")]
)
def test_a_defect_costs_one_file(
    error: BaseException, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(minutesparse.batch.document, "rows_of", fall)
    failed = convert("a.txt", TEXT.encode())
    assert isinstance(failed, Failed)
    assert failed.code == code
    assert "\n" not in failed.reason


def test_what_is_packed_can_be_unpacked() -> None:
    done = convert("a.txt", TEXT.encode())
    assert isinstance(done, Converted)
    packed = pack(done)
    assert meetings_in(packed.meetings) == list(done.meetings)
    unpacked = {name: [tuple(row) for row in rows] for name, rows in rows_in(packed.rows).items()}
    assert unpacked == done.rows
    assert packed.counts["meetings"] == 1


anything = st.text(st.characters(codec=None), max_size=20)


@settings(max_examples=50, deadline=None)
@given(st.builds(Task, st.builds(Found, anything, anything, anything, anything), anything))
def test_a_task_comes_through(task: Task) -> None:
    assert task_from_bytes(task_to_bytes(task)) == task


@pytest.mark.parametrize(
    "outcome", [Unchanged("ä\n.txt"), Failed("a\ud800", "Fault", "line\nline")]
)
def test_an_outcome_comes_through(outcome: Outcome) -> None:
    assert outcome_from_bytes(outcome_to_bytes(outcome)) == outcome


def test_records_come_through() -> None:
    done = convert("a.txt", TEXT.encode())
    assert isinstance(done, Converted)
    assert outcome_from_bytes(outcome_to_bytes(pack(done))) == pack(done)
