"""The rules of the house, checked where a tool does not check them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tokenize import COMMENT, TokenInfo, tokenize

import pytest
from tests.modules import MODULES, syntax
from tests.places import ROOT, SOURCE

LEXICONS = sorted(SOURCE.rglob("*.yaml"))
MOST_LINES, MOST_LINES_A_FUNCTION, MEDIAN_LINES_A_FUNCTION = 400, 60, 10
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base"}


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(SOURCE).as_posix() for path in paths]


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every function of a file with its length in lines."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno
            yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=_names(MODULES))
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    long = {name: lines for name, lines in _functions(path) if lines > MOST_LINES_A_FUNCTION}
    assert long == {}


def test_most_functions_are_short() -> None:
    lengths = [lines for path in MODULES for _, lines in _functions(path)]
    assert median(lengths) <= MEDIAN_LINES_A_FUNCTION


@pytest.mark.parametrize("path", MODULES, ids=_names(MODULES))
def test_a_module_is_named_after_what_it_does(path: Path) -> None:
    assert not {path.stem, path.parent.name} & VAGUE


@pytest.mark.parametrize("path", MODULES, ids=_names(MODULES))
def test_nothing_knows_one_council(path: Path) -> None:
    """A council's habits are an overlay of the lexicon, never a branch of the code."""
    tree = syntax(path)
    compared = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and "council" in ast.unparse(node.left)
        and any(
            isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.comparators
        )
    ]
    assert compared == []


@pytest.mark.parametrize("path", LEXICONS, ids=_names(LEXICONS))
def test_a_lexicon_says_where_its_words_come_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = " ".join(
        line.removeprefix("#").strip() for line in lines[: _first_entry(lines)] if line
    ).casefold()
    assert "source:" in header, "the header names no source"
    assert "editorial rule:" in header, "the header gives no editorial rule"


def _first_entry(lines: list[str]) -> int:
    entries = (place for place, line in enumerate(lines) if line and not line.startswith("#"))
    return next(entries, len(lines))


def test_a_suppressed_warning_gives_its_reason() -> None:
    """``noqa`` and ``type: ignore`` name what they silence, and say why in the same line."""
    bare = [
        f"{path.relative_to(ROOT)}:{comment.start[0]}"
        for folder in ("src", "tests", "docs")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for comment in _comments(path)
        if re.match(r"# (noqa|type: ignore)", comment.string) and " - " not in comment.string
    ]
    assert bare == []


def _comments(path: Path) -> list[TokenInfo]:
    with path.open("rb") as lines:
        return [token for token in tokenize(lines.readline) if token.type == COMMENT]
