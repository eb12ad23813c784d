"""Reads the case files: what a clerk might write, and what is right about it.

Two forms. A *page case* has a title line (``=== ...``), settings (``!name value``), some lines of
minutes, a line ``---`` and the expected lines. A *line case* is one line, ``text => expected``.
A setting ``!xfail reason`` marks what is not right yet: the test fails when it comes right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"
ARROW = " => "
_TITLE, _SETTING, _RULE, _COMMENT = "=== ", "!", "---", "#"
_NO_BREAK_SPACE = "⍽"  # how a case file shows U+00A0, which nobody could tell from a space


@dataclass(frozen=True, slots=True)
class Case:
    """One case.

    Attributes:
        path: The file.
        line: The line at which it begins, counted from 1.
        text: The minutes.
        expected: What is right, a line each; for a line case the one right-hand side.
        settings: The case's settings by name; ``xfail`` says why it is not right yet.
    """

    path: Path
    line: int
    text: str
    expected: tuple[str, ...]
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """File and line, as the test is called."""
        return f"{self.path.stem}:{self.line}"


def page_cases(folder: str) -> list[Any]:
    """Return the page cases of a folder as parameters of a test."""
    return [_parameter(case) for case in cases_in(folder)]


def cases_in(folder: str) -> list[Case]:
    """Return the page cases of a folder, file after file."""
    return [case for path in _files(folder) for case in _pages(path)]


def line_cases(folder: str) -> list[Any]:
    """Return the line cases of a folder as parameters of a test."""
    return [_parameter(case) for path in _files(folder) for case in _lines(path)]


def _files(folder: str) -> list[Path]:
    found = sorted((FOLDER / folder).glob("*.txt"))
    assert found, f"no case files in {folder}"
    return found


def _parameter(case: Case) -> Any:
    reason = case.settings.get("xfail")
    if reason is None:
        return pytest.param(case, id=case.where)
    failing = pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    return pytest.param(case, id=case.where, marks=failing)


def _pages(path: Path) -> Iterator[Case]:
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith(_TITLE)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _page(path, start + 1, lines[start + 1 : end])


def _page(path: Path, line: int, lines: Sequence[str]) -> Case:
    first = next(number for number, line in enumerate(lines) if not line.startswith(_SETTING))
    settings = dict(_setting(line) for line in lines[:first])
    assert _RULE in lines, f"{path.stem}:{line} has no line of three dashes"
    rule = lines.index(_RULE)
    expected = tuple(line for line in lines[rule + 1 :] if line.strip())
    return Case(path, line, _text(lines[first:rule]), expected, settings)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).replace(_NO_BREAK_SPACE, "\N{NO-BREAK SPACE}")


def _lines(path: Path) -> Iterator[Case]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith((_COMMENT, _SETTING)) or not line.strip():
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        settings = dict([_setting(following)]) if following.startswith(_SETTING) else {}
        text, _, right = line.partition(ARROW)
        yield Case(path, number + 1, _text([text]), (right.strip(),), settings)


def _setting(line: str) -> tuple[str, str]:
    name, _, value = line.removeprefix(_SETTING).partition(" ")
    return name, value.strip()
