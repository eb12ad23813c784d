"""Case files of decisions: a small minute, then what is to be read from it.

A case is lines that begin with ``>`` (a line of the minute each), after an optional ``@`` line with
the item's title. What is expected follows: ``=`` opens a record, ``-`` a clause of a decision,
``--`` a clause within it. ``!`` gives the reason why a case is known to fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parents[2] / "cases"
TITLE = "Matters for the Committee"


@dataclass
class Case:
    """One minute with the lines that are expected of it."""

    place: str
    title: str = TITLE
    lines: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    fails: str | None = None

    @property
    def page(self) -> str:
        """The minute as a page that holds one item."""
        return "\n".join(["Agenda item", "", self.title, "", "Minutes:", "", *self.lines, ""])


def cases(folder: str, pattern: str = "*.txt") -> list[Case]:
    """Return the cases of a folder's files, in order."""
    paths = sorted((CASES / folder).glob(pattern))
    return [case for path in paths for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    case: Case | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if not line or line.startswith("#"):
            continue
        opens = line[0] in ">@" and (case is None or bool(case.expected) or line[0] == "@")
        if opens:
            if case is not None:
                yield case
            case = Case(f"{path.stem}:{number}")
        assert case is not None, f"{path.name}:{number}: no minute above this line"
        _take(case, line)
    if case is not None:
        yield case


def _take(case: Case, line: str) -> None:
    if line.startswith("@"):
        case.title = line[1:].strip()
    elif line.startswith(">"):
        case.lines.append(line[2:])
    elif line.startswith("!"):
        case.fails = line[1:].strip()
    else:
        case.expected.append(squashed(line))


def squashed(text: str) -> str:
    """Return text with white space folded."""
    return re.sub(r"\s+", " ", text).strip()
