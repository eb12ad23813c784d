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
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_PYTHON = re.compile(r"(?<=^```python\n)>>> .*?(?=^```$)", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def run_examples(page: str, folder: Path) -> str:
    """Return a page with the output of its examples as it is today.

    Args:
        page: The page in Markdown.
        folder: Where commands run.
    """
    page = _CONSOLE.sub(partial(_console, folder), page)
    return _PYTHON.sub(partial(_python, folder), page)


def _console(folder: Path, block: re.Match[str]) -> str:
    commands = _COMMAND.findall(block[0])
    return "\n".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    """Return what a shell prints for a command, with ``minutesparse`` on its path."""
    with tempfile.TemporaryDirectory() as programs:
        programme = Path(programs) / "minutesparse"
        programme.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m minutesparse "$@"\n')
        programme.chmod(programme.stat().st_mode | stat.S_IXUSR)
        finished = subprocess.run(  # noqa: S602 - the examples are our own
            command.replace(".venv/bin/minutesparse", "minutesparse"),
            shell=True,
            cwd=folder,
            env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    return finished.stdout


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
