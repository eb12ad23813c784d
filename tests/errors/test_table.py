"""The table of errors says what is so: every failure happens, and has its row."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.errors.archives import ARCHIVES, LISTINGS, SEARCHES, SOURCES
from tests.errors.failing import outcome
from tests.errors.failures import FAILURES as READING
from tests.errors.failures import LIMITS, Failure
from tests.places import ROOT, SOURCE

from minutesparse import MinutesparseError
from minutesparse.cli.limits import limit_names

PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
ROWS = {
    row: (message, int(code), advice)
    for row, message, code, advice in re.findall(
        r"^\| (.+?) \| `(.+?)` \| (\d+) \| (.+?) \|$", PAGE, flags=re.MULTILINE
    )
}
FAILURES = (*READING, *ARCHIVES, *SOURCES, *LISTINGS, *SEARCHES)
ANYTHING = "…"  # in a message of the table
CLASSES = [kind.__name__ for kind in MinutesparseError.__subclasses__()]
SHORTEST = 12  # characters of a message by which it can be told


def shown(failure: Failure) -> str:
    return f"`{failure.row}`" if failure in LIMITS else failure.row


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.row)
def test_a_failure_says_what_its_row_says(failure: Failure, tmp_path: Path) -> None:
    message, code = outcome(failure, tmp_path)
    assert shown(failure) in ROWS, f"| {shown(failure)} | `{message}` | {code} | |"
    expected, expected_code, _ = ROWS[shown(failure)]
    pattern = ".*".join(map(re.escape, expected.split(ANYTHING)))
    assert re.fullmatch(pattern, message), message
    assert code == expected_code


def test_every_row_is_made_to_happen() -> None:
    assert {shown(failure) for failure in FAILURES} == ROWS.keys()
    assert len(FAILURES) == len(ROWS)


def test_every_row_says_what_to_do() -> None:
    assert min(len(advice) for _, _, advice in ROWS.values()) > 10


def test_every_class_of_error_has_a_row_and_is_named() -> None:
    codes = {code for _, code, _ in ROWS.values()}
    for kind in MinutesparseError.__subclasses__():
        assert kind.exit_code in codes
        assert f"`{kind.__name__}` ({kind.exit_code})" in " ".join(PAGE.split())


def test_every_limit_has_a_row() -> None:
    assert [failure.row for failure in LIMITS] == limit_names()


def raised() -> Iterator[tuple[str, str]]:
    """Yield the longest piece of every message in the package that is no placeholder."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_error(node.func) and node.args:
                pieces = [
                    part.value
                    for part in ast.walk(node.args[0])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
                place = f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}"
                yield place, max(pieces, key=len, default="").strip()


def _is_error(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in CLASSES


def test_every_message_of_the_package_is_in_the_table() -> None:
    messages = dict(raised())
    assert len(messages) > 20
    unknown = {
        place: piece
        for place, piece in messages.items()
        if len(piece) >= SHORTEST and piece not in PAGE
    }
    assert unknown == {}
