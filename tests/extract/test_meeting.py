"""What met, when, where and until when: small pages as clerks head them, and what must be read."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shuffled import shuffled_words

from minutesparse import parse

CASES = Path(__file__).resolve().parent.parent / "cases" / "meeting"
KNOWN_FAILURES: dict[str, str] = {}
FACTS = ("council", "body", "date", "start_time", "end_time", "venue")


@dataclass(frozen=True)
class Case:
    """One page and every fact that it states; what is not listed must not be found."""

    title: str
    page: str
    expected: dict[str, str]


def _cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, body = part.partition("\n")
            page, _, lines = body.rpartition("\n---\n") if "\n---\n" in body else (body, "", "")
            facts = [line.split(": ", 1) for line in lines.splitlines() if line.strip()]
            page = page.removesuffix("---").removesuffix("---\n")
            found.append(Case(f"{path.stem}: {title}", page, dict(facts)))
    return found


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    reason = KNOWN_FAILURES.get(case.title)
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=_marks(case), id=case.title) for case in _cases()]
)
def test_a_page_says_what_met_when_and_where(case: Case) -> None:
    meeting = parse(case.page)
    stated = {key: str(getattr(meeting, key)) for key in FACTS if getattr(meeting, key)}
    assert stated == case.expected


def test_there_are_many_cases() -> None:
    assert len(_cases()) >= 40


_WORDS = st.sampled_from(shuffled_words("meeting"))


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=50))
def test_any_arrangement_of_such_words_is_read(words: list[str]) -> None:
    page = " ".join(words)
    meeting = parse(page)
    for hour in (meeting.start_time, meeting.end_time):
        assert hour is None or re.fullmatch(r"[0-2]\d:[0-5]\d", hour)
    assert parse(page) == meeting
