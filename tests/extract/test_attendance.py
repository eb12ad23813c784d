"""Who came, who sent apologies: small pages as clerks write them, and what must be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefiles import Case, page_cases
from tests.hostile import minutes, steadily, texts
from tests.shuffled import shuffled_words

from minutesparse import parse
from minutesparse.records import Attendance

_EXPECTED = re.compile(r"(?P<status>[a-z-]+): (?P<name>[^\[]+?)(?P<beside>(?: \[[^\]]*\])*)$")


def _beside(person: Attendance) -> set[str]:
    told = {
        person.role or "",
        f"for {person.substitute_for}",
        f"arrived {person.arrived}",
        f"left {person.left}",
    }
    return {f"[{words}]" for words in told}


def _agrees(person: Attendance, expected: str) -> bool:
    found = _EXPECTED.match(expected)
    assert found is not None, f"no expectation: {expected}"
    named = (person.status, person.name) == (found["status"], found["name"])
    return named and set(re.findall(r"\[[^\]]*\]", found["beside"])) <= _beside(person)


@pytest.mark.parametrize("case", page_cases("attendance"))
def test_a_page_records_those_who_came_and_those_who_did_not(case: Case) -> None:
    people = parse(case.text).attendance
    read = [f"{person.status}: {person.name} {sorted(_beside(person))}" for person in people]
    assert len(people) == len(case.expected), read
    for person, expected in zip(people, case.expected, strict=True):
        assert _agrees(person, expected), (expected, read)


@pytest.mark.parametrize("case", page_cases("attendance"))
def test_a_record_stands_on_the_name(case: Case) -> None:
    meeting = parse(case.text)
    for person in meeting.attendance:
        words = set(re.findall(r"\w+", meeting.quote(person)))
        assert set(re.findall(r"\w+", person.name)) <= words


_WORDS = st.sampled_from(shuffled_words("attendance"))


@steadily
@given(st.lists(_WORDS, max_size=60))
def test_any_arrangement_of_such_words_is_read_within_the_page(words: list[str]) -> None:
    page = " ".join(words)
    meeting = parse(page)
    for person in meeting.attendance:
        assert 0 <= person.span.start < person.span.end <= len(page)
        assert person.name
    assert parse(page) == meeting


@steadily
@given(st.one_of(texts, minutes))
def test_any_text_at_all_is_read(text: str) -> None:
    for person in parse("Present: " + text).attendance:
        assert person.name
