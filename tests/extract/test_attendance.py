"""Who came, who sent apologies: small pages as clerks write them, and what must be read."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shuffled import shuffled_words

from minutesparse import parse
from minutesparse.records import Attendance

CASES = Path(__file__).resolve().parent.parent / "cases" / "attendance"
KNOWN_FAILURES: dict[str, str] = {}

_EXPECTED = re.compile(r"(?P<status>[a-z-]+): (?P<name>[^\[]+?)(?P<beside>(?: \[[^\]]*\])*)$")


@dataclass(frozen=True)
class Case:
    """One page and the people that it records: "present: Cllr J Hale [Chair]"."""

    title: str
    page: str
    expected: tuple[str, ...]


def _cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, body = part.partition("\n")
            page, _, lines = body.rpartition("\n---\n")
            expected = tuple(line for line in lines.splitlines() if line.strip())
            found.append(Case(f"{path.stem}: {title}", page, expected))
    return found


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


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    reason = KNOWN_FAILURES.get(case.title)
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=_marks(case), id=case.title) for case in _cases()]
)
def test_a_page_records_those_who_came_and_those_who_did_not(case: Case) -> None:
    people = parse(case.page).attendance
    read = [f"{person.status}: {person.name} {sorted(_beside(person))}" for person in people]
    assert len(people) == len(case.expected), read
    for person, expected in zip(people, case.expected, strict=True):
        assert _agrees(person, expected), (expected, read)


def test_there_are_many_cases() -> None:
    assert len(_cases()) >= 60


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.title)
def test_a_record_stands_on_the_name(case: Case) -> None:
    meeting = parse(case.page)
    for person in meeting.attendance:
        words = set(re.findall(r"\w+", meeting.quote(person)))
        assert set(re.findall(r"\w+", person.name)) <= words


_WORDS = st.sampled_from(shuffled_words("attendance"))


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_any_arrangement_of_such_words_is_read_within_the_page(words: list[str]) -> None:
    page = " ".join(words)
    meeting = parse(page)
    for person in meeting.attendance:
        assert 0 <= person.span.start < person.span.end <= len(page)
        assert person.name
    assert parse(page) == meeting


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    for person in parse("Present: " + text).attendance:
        assert person.name
