"""Who declares an interest: the words of an item as clerks write them, and what must be read."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shuffled import shuffled_words

from minutesparse import parse
from minutesparse.records import Declaration

CASES = Path(__file__).resolve().parent.parent / "cases" / "declarations"
KNOWN_FAILURES: dict[str, str] = {}

_PAGE = """Agenda and minutes

Items
No. Item

3.

{title}

Minutes:

{body}

4.

Minutes of the Last Meeting

Minutes:

The minutes were agreed.
"""


@dataclass(frozen=True)
class Case:
    """The words of one item and the declarations in them: "Cllr Hale [personal] [item 5]"."""

    name: str
    title: str
    body: str
    expected: tuple[str, ...]

    @property
    def page(self) -> str:
        """The item on a page between others."""
        return _PAGE.format(title=self.title, body=self.body)


def _cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, _, rest = part.partition("\n")
            body, _, lines = rest.partition("\n---\n")
            title = "Declarations of Interest"
            if body.startswith("Title: "):
                title, _, body = body.removeprefix("Title: ").partition("\n")
            expected = tuple(line for line in lines.splitlines() if line.strip())
            found.append(Case(f"{path.stem}: {name}", title, body, expected))
    return found


def _agrees(made: Declaration, expected: str) -> bool:
    name, *told = expected.replace("]", "").split(" [")
    beside = {made.interest, f"item {made.item}", "withdrew" if made.withdrew else ""}
    return made.name == name and set(told) <= beside


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    reason = KNOWN_FAILURES.get(case.name)
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=_marks(case), id=case.name) for case in _cases()]
)
def test_an_item_holds_the_declarations_made_in_it(case: Case) -> None:
    made = list(parse(case.page).declarations)
    read = [(one.name, one.interest, one.item, one.withdrew) for one in made]
    assert len(made) == len(case.expected), read
    for one, expected in zip(made, case.expected, strict=True):
        assert _agrees(one, expected), (expected, read)


def test_there_are_many_cases() -> None:
    assert len(_cases()) >= 30


def test_a_bullet_is_one_declaration_to_its_end() -> None:
    body = "·  Cllr Sandy declared an interest in item 4.  Cllr Sandy stated that he would leave."
    made = list(parse(_PAGE.format(title="Declarations of Interest", body=body)).declarations)
    assert [one.text for one in made] == [body.removeprefix("·  ")]
    assert made[0].withdrew


_WORDS = st.sampled_from(shuffled_words("declarations"))


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_any_arrangement_of_such_words_is_read_within_the_page(words: list[str]) -> None:
    page = _PAGE.format(title="Declarations of Interest", body=" ".join(words))
    meeting = parse(page)
    for made in meeting.declarations:
        assert made.name
        assert meeting.quote(made) == made.text
    assert parse(page) == meeting
