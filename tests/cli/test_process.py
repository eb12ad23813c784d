"""The programme as a shell sees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import CORPUS

DOCUMENT = CORPUS / "wyreford-cabinet-options-labelled.txt"
PROGRAMME = [sys.executable, "-m", "minutesparse"]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAMME, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_two_runs_print_the_same_bytes() -> None:
    first = run("parse", DOCUMENT, PYTHONHASHSEED="1")
    second = run("parse", DOCUMENT, PYTHONHASHSEED="2")
    assert first.returncode == 0
    assert first.stdout == second.stdout != b""


def test_output_is_utf_8_whatever_the_locale() -> None:
    plain = run("parse", DOCUMENT, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert plain.returncode == 0
    assert "Café" in plain.stdout.decode("utf-8")


def test_errors_are_one_line_without_a_traceback() -> None:
    result = run("parse", "missing.txt")
    assert (result.returncode, result.stdout) == (3, b"")
    [line] = result.stderr.decode().splitlines()
    assert line.startswith("minutesparse: ")
    assert "missing.txt" in line


@pytest.mark.parametrize("arguments", [["parse", str(DOCUMENT)], ["schema"], ["--help"]])
def test_a_reader_that_has_seen_enough_is_no_error_to_talk_about(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            [*PROGRAMME, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert result.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_colour_is_for_terminals() -> None:
    import pty  # noqa: PLC0415 - there is none on Windows

    command = [*PROGRAMME, "parse", "--format", "text", str(DOCUMENT)]
    outer, inner = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(command, stdout=inner, env=environment):
        os.close(inner)
        shown = os.read(outer, 100)
    os.close(outer)
    assert b"\x1b[" in shown
    assert b"\x1b[" not in run(*command[3:]).stdout
