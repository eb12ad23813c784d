"""What the package never does: run what a document says, call out, or unpickle."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.formats.places import MADE
from tests.modules import MODULES, syntax
from tests.places import SOURCE

NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
CALLS_NOBODY = {"urllib.parse"}
EXECUTES = {"eval", "exec", "compile", "__import__"}
UNPACKS_OBJECTS = {"pickle", "marshal", "shelve", "dill", "joblib"}
STARTS_PROGRAMS = {"subprocess": {"read/convert.py"}, "pty": set(), "commands": set()}
WATCHED = """
import sys

def refuse(event, arguments):
    if event.split(".")[0] in ("socket", "ssl", "http", "urllib", "ftplib", "pickle"):
        raise RuntimeError(event)
    if event in ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen"):
        raise RuntimeError(event)

import minutesparse
from minutesparse import pipeline, read
minutesparse.parse("The Clerk spoke.")
sys.addaudithook(refuse)
for path in sys.argv[1:]:
    minutesparse.parse(read.read(path))
print("quiet")
"""


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (_package(name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield _package(node.module)


def _package(module: str) -> str:
    """The package of a module; one that opens no connection stays apart from its package."""
    return module if module in CALLS_NOBODY else module.partition(".")[0]


def _called(tree: ast.AST) -> Iterator[str]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    yield from (ast.unparse(call.func) for call in calls)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_runs_no_text_and_calls_nobody(path: Path) -> None:
    tree = syntax(path)
    imported, called = set(_imported(tree)), set(_called(tree))
    assert not imported & (NETWORK | UNPACKS_OBJECTS)
    assert not called & (EXECUTES | {"os.system", "os.popen", "yaml.unsafe_load"})
    assert "yaml.load" not in called or "SafeLoader" in path.read_text(encoding="utf-8")
    for module, allowed in STARTS_PROGRAMS.items():
        assert module not in imported or path.relative_to(SOURCE).as_posix() in allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_command_goes_through_a_shell(path: Path) -> None:
    words = (
        node
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.keyword) and node.arg == "shell"
    )
    assert not list(words)


def test_reading_and_parsing_stay_within_the_process() -> None:
    files = [str(path) for path in sorted(MADE.iterdir())[:24]]
    finished = subprocess.run(
        [sys.executable, "-c", WATCHED, *files], capture_output=True, check=False, encoding="utf-8"
    )
    assert finished.stdout == "quiet\n", finished.stderr
