"""What met, when, where and until when: small pages as clerks head them, and what must be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefiles import Case, page_cases
from tests.hostile import steadily
from tests.shuffled import shuffled_words

from minutesparse import parse

FACTS = ("council", "body", "date", "start_time", "end_time", "venue")


@pytest.mark.parametrize("case", page_cases("meeting"))
def test_a_page_says_what_met_when_and_where(case: Case) -> None:
    meeting = parse(case.text)
    stated = {key: str(getattr(meeting, key)) for key in FACTS if getattr(meeting, key)}
    assert stated == dict(line.split(": ", 1) for line in case.expected)


_WORDS = st.sampled_from(shuffled_words("meeting"))


@steadily
@given(st.lists(_WORDS, max_size=50))
def test_any_arrangement_of_such_words_is_read(words: list[str]) -> None:
    page = " ".join(words)
    meeting = parse(page)
    for hour in (meeting.start_time, meeting.end_time):
        assert hour is None or re.fullmatch(r"[0-2]\d:[0-5]\d", hour)
    assert parse(page) == meeting
