"""A run that is killed at any moment and started again ends in the same bytes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch.test_convert import products

KILLS = 5
FORMATS = ("json", "jsonl", "csv", "parquet", "sqlite")


def start(sources: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "minutesparse", "convert", ".", "--out", str(out)]
    wanted = [word for name in FORMATS for word in ("--to", name)]
    return subprocess.Popen(
        [*command, *wanted, "--workers", "2"],
        cwd=sources,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_kills_lose_and_double_nothing(sources: Path, archive: Path, tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - not for secrets
    for number in range(KILLS):
        process = start(sources, tmp_path)
        time.sleep(chance.uniform(0.2, 2.5))
        if number % 2:
            os.killpg(process.pid, signal.SIGKILL)  # the workers too
        else:
            process.send_signal(signal.SIGKILL)
        process.wait()
    assert start(sources, tmp_path).wait() == 9
    assert products(tmp_path) == products(archive)


def _heeds_interrupts() -> None:
    """Undo what a shell does to its jobs in the background: they ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
def test_an_interrupt_keeps_what_is_done(sources: Path, archive: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "minutesparse", "convert", ".", "--out", str(tmp_path)],
        cwd=sources,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_heeds_interrupts,  # noqa: PLW1509 - no threads run here
    )
    while not (tmp_path / ".minutesparse" / "ledger.db").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told == b"minutesparse: stopped. The same command goes on from here.\n"
    assert start(sources, tmp_path).wait() == 9
    assert products(tmp_path) == products(archive)
