"""Runs the examples of a page and puts their real output below them."""

from __future__ import annotations

import doctest
import io
import os
import re
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.export.postgres_server import programs, server

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_PYTHON = re.compile(r"(?<=^```python\n)>>> .*?(?=^```$)", re.DOTALL | re.MULTILINE)
_DATABASE = "$DATABASE"
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)

_PROGRESS = re.compile(r"^\w+: [\d,]+ of [\d,]+ files, .*\n", re.M)
"""Lines by which a command on a slow machine tells that it is still at work."""


def run_examples(page: str, folder: Path) -> str:
    """Return a page with the output of its examples as it is today.

    All commands of a page run in one folder, which shows what the given one holds and is thrown
    away; sessions of Python follow them.

    Args:
        page: The page in Markdown.
        folder: What the commands see.
    """
    with ExitStack() as resources:
        work = Path(resources.enter_context(tempfile.TemporaryDirectory()))
        for entry in folder.iterdir():
            (work / entry.name).symlink_to(entry)
        if _DATABASE in page:
            os.environ["DATABASE"] = resources.enter_context(database()) or ""
        page = _CONSOLE.sub(partial(_console, work), page)
        return _PYTHON.sub(partial(_python, work), page)


@contextmanager
def database() -> Iterator[str | None]:
    """Start a PostgreSQL server; yield its address, or None where none is installed."""
    home = programs()
    if home is None:
        yield None
        return
    with server(home) as address:
        yield address


def _console(folder: Path, block: re.Match[str]) -> str:
    if _DATABASE in block[0] and not os.environ["DATABASE"]:
        return block[0]  # what a real server has printed stays
    commands = _COMMAND.findall(block[0])
    return "\n".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    """Return what a shell prints for a command, with ``minutesparse`` on its path.

    Messages come first, then results, as they do where results go through a pipe.
    """
    with tempfile.TemporaryDirectory() as own:
        programme = Path(own) / "minutesparse"
        programme.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m minutesparse "$@"\n')
        programme.chmod(programme.stat().st_mode | stat.S_IXUSR)
        places = [own, str(Path(sys.executable).parent), os.environ["PATH"], str(programs() or "")]
        finished = subprocess.run(  # noqa: S602 - the examples are our own
            command.replace(".venv/bin/minutesparse", "minutesparse"),
            shell=True,
            cwd=folder,
            env={**os.environ, "PATH": os.pathsep.join(places), "PGTZ": "UTC"},
            capture_output=True,  # in two streams: behind a pipe they would come in either order
            encoding="utf-8",
            check=False,
        )
    return _PROGRESS.sub("", finished.stderr + finished.stdout)


def _python(folder: Path, block: re.Match[str]) -> str:
    before = Path.cwd()
    os.chdir(folder)
    try:
        return "".join(_session(block[0]))
    finally:
        os.chdir(before)


def _session(block: str) -> Iterator[str]:
    names: dict[str, object] = {}
    for part in doctest.DocTestParser().parse(block):
        if isinstance(part, str):
            yield part
            continue
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(part.source, "<example>", "single"), names)  # noqa: S102 - our own
        lines = part.source.splitlines()
        yield "\n".join([f">>> {lines[0]}", *(f"... {line}" for line in lines[1:]), ""])
        yield printed.getvalue()
