"""Sentences of minutes: ``|`` in a case stands where one ends and the next begins."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, line_cases

from minutesparse.segment.sentences import split_sentences


@pytest.mark.parametrize("case", line_cases("sentences"))
def test_sentences(case: Case) -> None:
    expected = [part.strip() for part in case.text.split("|")]
    text = case.text.replace("|", "")
    sentences = split_sentences(text, 7)
    assert [sentence.text for sentence in sentences] == expected
    assert all(text[one.start - 7 : one.end - 7] == one.text for one in sentences)
