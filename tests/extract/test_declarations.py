"""Who declares an interest: the words of an item as clerks write them, and what must be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefiles import Case, page_cases
from tests.hostile import steadily
from tests.shuffled import shuffled_words

from minutesparse import parse
from minutesparse.records import Declaration

TITLE = "Declarations of Interest"
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


def _page(body: str, title: str = TITLE) -> str:
    return _PAGE.format(title=title, body=body)


def _agrees(made: Declaration, expected: str) -> bool:
    name, *told = expected.replace("]", "").split(" [")
    beside = {made.interest, f"item {made.item}", "withdrew" if made.withdrew else ""}
    return made.name == name and set(told) <= beside


@pytest.mark.parametrize("case", page_cases("declarations"))
def test_an_item_holds_the_declarations_made_in_it(case: Case) -> None:
    page = _page(case.text, case.settings.get("item", TITLE))
    made = list(parse(page).declarations)
    read = [(one.name, one.interest, one.item, one.withdrew) for one in made]
    assert len(made) == len(case.expected), read
    for one, expected in zip(made, case.expected, strict=True):
        assert _agrees(one, expected), (expected, read)


def test_a_bullet_is_one_declaration_to_its_end() -> None:
    body = "·  Cllr Sandy declared an interest in item 4.  Cllr Sandy stated that he would leave."
    made = list(parse(_page(body)).declarations)
    assert [one.text for one in made] == [body.removeprefix("·  ")]
    assert made[0].withdrew


def test_each_of_a_joint_sentence_has_a_clause() -> None:
    first = "Cllr Hale declared an interest in item 4"
    second = "Cllr Orme declared a pecuniary interest in item 5 and left the room."
    made = list(parse(_page(f"{first} and {second}")).declarations)
    assert [(one.text, one.withdrew) for one in made] == [(first, False), (second, True)]


_WORDS = st.sampled_from(shuffled_words("declarations"))


@steadily
@given(st.lists(_WORDS, max_size=40))
def test_any_arrangement_of_such_words_is_read_within_the_page(words: list[str]) -> None:
    page = _page(" ".join(words))
    meeting = parse(page)
    for made in meeting.declarations:
        assert made.name
        assert meeting.quote(made) == made.text
    assert parse(page) == meeting
