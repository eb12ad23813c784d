"""Records of any text at all: grounded, complete, nested as they should be, always the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import broken_texts, minutes, steadily, texts
from tests.promises import PROMISES, Promise, broken

from minutesparse.pipeline import parse, parse_all
from minutesparse.records import Meeting

PAGE = """\
Agenda item

Harbour Dues

Minutes:

The Harbour Master presented the report.

In response to a question from Councillor Ash about visitors, Mrs Orr said that 40 had come.

· Councillor Birch asked who pays.
o Visitors do.

RESOLVED

1. That the dues be £12 a night; and
2. That the report be noted.

Supporting documents:
"""
ONCE_BROKE = (
    "Time: | from\n47.00am-11.59am |\n",
    "Roll Call\nMembers present: Chairman Dale Horton, Vice",
    "2 | Apologies\n1A | Welcome to the new member\n2 | Minutes\n",
    "presented the report  - PPC recommend it be approved.\n= recommended\n- PPC recommend it be "
    "approved.\n= agreed",
    "\n2. Roads\nNoted.\n \u00e2\u20ac\u0153\nThere being no further business "
    "the meeting ended at 11:15 a.m.",
    "A verbal update was noted\u2022 Committees\n  \u2022 Community Councils\n  \u2022 Decisions\n"
    "s. \u00e2\u20ac\u0153\n---\npresentation | the Int",
    "4 | was noted  Petitions\n4a | Petition about the Swing Bridge\n5 | Motions\n",
)
"""Texts that a fuzzer found: parsing raised, or a record broke a promise."""
nearly_minutes = st.one_of(minutes, texts.map(lambda text: PAGE + text))


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return parse(PAGE)


@pytest.mark.parametrize("text", ONCE_BROKE)
def test_what_once_broke_a_promise_keeps_it(text: str) -> None:
    assert broken(text, parse(text)) == []


def test_records_are_numbered_in_order(meeting: Meeting) -> None:
    assert [one.id for one in meeting.contributions] == [
        f"contribution-{number}" for number in range(1, 6)
    ]


def test_a_reply_stands_under_what_it_replies_to(meeting: Meeting) -> None:
    [item] = meeting.items
    presented, embedded, bullet = item.contributions
    assert [len(one.answers) for one in (presented, embedded, bullet)] == [0, 1, 1]
    assert embedded.kind == bullet.kind == "question"


def test_an_answer_may_enclose_its_question(meeting: Meeting) -> None:
    [_, question, _] = meeting.items[0].contributions
    [answer] = question.answers
    assert answer.span.start < question.span.start < question.span.end < answer.span.end


def test_one_person_has_one_identifier(meeting: Meeting) -> None:
    names = {person.name: person.id for person in meeting.people}
    assert len(names) == len(meeting.people)
    assert {"Ash", "Birch", "Orr"} <= {name.split()[-1] for name in names}


def test_what_no_record_holds_is_left_with_a_reason(meeting: Meeting) -> None:
    left = [(meeting.text[one.span.start : one.span.end], one.reason) for one in meeting.unparsed]
    assert ("Harbour Dues", "heading") in left
    assert ("Supporting documents:", "heading") in left


def test_a_page_with_several_meetings_gives_several() -> None:
    page = (
        "Issue - meetings\n\nWharf\n\nMeeting: 06/09/2022 - Cabinet (Item 20)\n\n20 Wharf\n\n"
        "Minutes:\n\nThe Leader spoke.\n\nMeeting: 01/02/2022 - Council (Item 7)\n\n7 Wharf\n\n"
        "Minutes:\n\nDeferred.\n"
    )
    first, second = parse_all(page)
    assert [first.items[0].number, second.items[0].number] == ["20", "7"]
    assert first.text == second.text == page
    assert first.title == second.title == "Issue - meetings"


def test_a_bullet_without_words_is_no_clause() -> None:
    assert list(parse("Decision:\n• ").resolutions) == []


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
@given(text=nearly_minutes)
@steadily
def test_a_record_keeps_its_promises(promise: Promise, text: str) -> None:
    assert list(promise(text, parse(text))) == []


@given(nearly_minutes)
@steadily
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert parse(text).model_dump_json() == parse(text).model_dump_json()


@given(broken_texts)
@steadily
def test_no_text_makes_it_raise(text: str) -> None:
    assert broken(text, parse(text)) == []
    assert all(broken(text, one) == [] for one in parse_all(text))


def test_what_is_no_character_is_pointed_at_behind_what_is_invisible() -> None:
    meeting = parse("The\u200b Clerk\u200b said \udcff.")
    [issue] = meeting.issues
    assert meeting.text[issue.span.start : issue.span.end] == "\ufffd"


def test_a_number_without_words_is_no_clause() -> None:
    [resolution] = parse("Agreed.\n\n1.\n2. That the quay be swept.\n").resolutions
    assert [clause.number for clause in resolution.clauses] == ["2"]


def test_a_label_without_names_lists_nobody() -> None:
    assert parse("Members of the Public\nNil\n\nApologies\nCr R Ash         Member").attendance
