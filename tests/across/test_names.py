"""Names of people, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefiles import Case, line_cases

from minutesparse.across.names import Name, fits, read_name, slipped_surname
from minutesparse.lexicons import default_lexicon
from minutesparse.naming import name_words

WORDS = name_words(default_lexicon())
letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)


def read(text: str) -> Name:
    found = read_name(text, WORDS)
    assert found is not None
    return found


@pytest.mark.parametrize("case", line_cases("names"))
def test_a_name_is_read(case: Case) -> None:
    name = read(case.text)
    parts = (name.title, " ".join(name.given), " ".join(name.family))
    assert " | ".join(part or "-" for part in parts) == case.expected[0]


@pytest.mark.parametrize("case", line_cases("shorter_names"))
def test_a_name_fits(case: Case) -> None:
    label, _, known = case.text.partition(" | ")
    assert {True: "fits", False: "other"}[fits(read(label), read(known))] == case.expected[0]


@pytest.mark.parametrize("text", ["", " - ", "12", "(Bob)"])
def test_what_has_no_letters_is_no_name(text: str) -> None:
    assert read_name(text, WORDS) is None


def test_a_surname_that_the_source_gives_is_taken() -> None:
    name = read_name("Jo Brown Edmonds", WORDS, "Brown Edmonds")
    assert name is not None
    assert name.family == ("brown", "edmonds")


@given(st.lists(letters, max_size=3), letters)
def test_shorter_forms_of_a_name_fit_it(given_names: list[str], family: str) -> None:
    known = Name(tuple(given_names), (family,))
    assert fits(known, known)
    assert fits(Name((), (family,)), known)
    assert fits(Name(tuple(one[0] for one in given_names), (family,)), known)


@given(letters, letters)
def test_a_slip_is_never_the_name_itself(first: str, family: str) -> None:
    name = Name((first,), (family,))
    assert not slipped_surname(name, name)


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    name = read_name(text, WORDS)
    assert name is None or name.family
