"""When two wordings of what a figure counts are one subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefiles import Case, line_cases

from minutesparse.across.subjects import Key, Spelling, key_of, subject_words, words_of
from minutesparse.lexicons import default_lexicon

WORDS = subject_words(default_lexicon())
SEVERAL = 3  # meetings


def key(subject: str) -> Key:
    return key_of(words_of(subject), WORDS)


@pytest.mark.parametrize("case", line_cases("subjects"))
def test_wordings(case: Case) -> None:
    one, _, other = case.text.partition(" | ")
    assert key(one), "nothing is left of it"
    assert {True: "same", False: "other"}[key(one) == key(other)] == case.expected[0]


def words_of_several(text: str) -> list[str]:
    return [word.strip(",") for word in text.split() if word.strip(",").isupper()]


@pytest.mark.parametrize("case", line_cases("slips"))
def test_slips(case: Case) -> None:
    archive, _, written = case.text.partition(" | ")
    uses = {word.lower(): SEVERAL for word in words_of_several(case.text)}
    wanted = archive.partition(",")[0]
    spelling = Spelling(uses, WORDS.known)
    found = [
        key_of([spelling.mended(w) for w in words_of(one)], WORDS) for one in (wanted, written)
    ]
    assert {True: "same", False: "other"}[found[0] == found[1]] == case.expected[0]


@pytest.mark.parametrize("subject", ["households on", "the", "number of", "homes of the", "", "--"])
def test_a_subject_that_breaks_off_says_nothing(subject: str) -> None:
    assert key(subject) == ()


@given(st.lists(st.sampled_from("the number of looked after children new homes LAC".split())))
def test_the_order_and_the_case_of_words_do_not_count(words: list[str]) -> None:
    single = [word for word in words if word not in ("looked", "after", "of", "number", "the")]
    assert key(" ".join(single)) == key(" ".join(reversed(single)).upper())


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_the_key_of_it_stays(text: str) -> None:
    found = key(text)
    assert found == tuple(sorted(set(found)))


@given(st.lists(st.text("abcdefgh", min_size=6, max_size=9), min_size=1, max_size=30))
def test_words_of_several_meetings_are_never_mended(words: list[str]) -> None:
    spelling = Spelling(dict.fromkeys(words, SEVERAL), ())
    assert [spelling.mended(word) for word in words] == words
