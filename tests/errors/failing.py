"""Makes a failure happen, and tells what was said and with which code it ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner
from tests.errors.failures import Failure

from minutesparse import Meeting, MinutesparseError, Parser
from minutesparse.cli import main

Outcome = tuple[str, int]  # the last line on standard error, the exit code


def outcome(failure: Failure, folder: Path) -> Outcome:
    """Return what a failure says.

    Args:
        failure: The failure.
        folder: An empty folder to make it happen in.
    """
    for name, content in failure.files.items():
        path = folder / name
        if content is None:
            path.mkdir()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o755)
    with _within(folder):
        if failure.call:
            return _called(failure.call)
        with patch.object(Parser, "parse", _broken) if failure.defect else nullcontext():
            return _typed(failure.command)


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before, path = Path.cwd(), os.environ["PATH"]
    os.chdir(folder)
    os.environ["PATH"] = str(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ["PATH"] = path


def _broken(_parser: Parser, _text: str) -> Meeting:
    raise ValueError("the sky fell")


def _typed(command: str) -> Outcome:
    result = CliRunner().invoke(main, command.split(), prog_name="minutesparse")
    return result.stderr.splitlines()[-1], result.exit_code


def _called(call: Callable[[], object]) -> Outcome:
    try:
        call()
    except MinutesparseError as error:
        return " ".join(str(error).split()), error.exit_code
    return "", 0
