"""What a user imports, at run time and as a type checker sees it."""

import ast
import inspect
from pathlib import Path
from typing import assert_type

import pytest
from tests.places import CORPUS, SOURCE

import minutesparse


def test_every_public_name_is_there() -> None:
    for name in minutesparse.__all__:
        assert getattr(minutesparse, name) is not None


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    [branch] = [node for node in tree.body if isinstance(node, ast.If)]
    imports = [node for node in branch.body if isinstance(node, ast.ImportFrom)]
    seen = {alias.asname or alias.name for node in imports for alias in node.names}
    assert seen == set(minutesparse.__all__)
    assert minutesparse.__all__ == sorted(minutesparse.__all__)


def test_every_public_name_has_a_docstring() -> None:
    for name in minutesparse.__all__:
        assert inspect.getdoc(getattr(minutesparse, name)), name


def test_dir_lists_names_before_they_are_used() -> None:
    assert set(minutesparse.__all__) <= set(dir(minutesparse))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'prase'"):
        getattr(minutesparse, "prase")  # noqa: B009 - type checkers refuse the plain form


def test_parse_gives_a_meeting() -> None:
    meeting = minutesparse.parse("Minutes of a meeting.")
    assert_type(meeting, minutesparse.Meeting)
    assert meeting.quote(meeting) == "Minutes of a meeting."


def test_parse_all_gives_meetings() -> None:
    meetings = minutesparse.parse_all("Minutes of a meeting.")
    assert_type(meetings, tuple[minutesparse.Meeting, ...])
    assert len(meetings) == 1


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt"))[::9], ids=lambda path: path.stem)
def test_items_only_are_the_items_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    whole, items = minutesparse.parse(text), minutesparse.parse(text, items_only=True)

    def headings(meeting: minutesparse.Meeting) -> list[tuple[object, ...]]:
        return [(item.span, item.rule, item.number, item.title) for item in meeting.items]

    assert headings(items) == headings(whole)
    assert not items.attendance
    assert not items.people
    assert not any(item.contributions or item.resolutions for item in items.items)
    assert items.date is None


@pytest.mark.parametrize("text", ["", " \n", "\0", "\ufeff£", "x" * 10_000])
def test_no_text_makes_parse_raise(text: str) -> None:
    assert minutesparse.parse(text).text == text


def test_half_a_character_becomes_the_replacement_character() -> None:
    meeting = minutesparse.parse("A\ud800B")
    assert meeting.text == "A\ufffdB"
    assert [issue.code for issue in meeting.issues] == ["text.surrogate"]
