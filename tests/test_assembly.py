"""Records of any text at all: grounded, complete, nested as they should be, always the same."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import broken_texts, minutes, steadily, texts
from tests.test_corpus import clauses_in, everything, family, leaves

from minutesparse.pipeline import parse, parse_all
from minutesparse.records import Meeting, Spanned

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
nearly_minutes = st.one_of(minutes, texts.map(lambda text: PAGE + text))


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return parse(PAGE)


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


def test_a_bullet_without_words_is_no_clause() -> None:
    assert list(parse("Decision:\n• ").resolutions) == []


@given(nearly_minutes)
@steadily
def test_the_text_is_the_source(text: str) -> None:
    assert parse(text).text == text


@given(nearly_minutes)
@steadily
def test_records_quote_what_they_stand_on(text: str) -> None:
    meeting = parse(text)
    for one in everything(meeting):
        assert 0 <= one.span.start <= one.span.end <= len(text)
    for record in leaves(meeting):
        assert meeting.quote(record).strip(), record
        assert getattr(record, "text", meeting.quote(record)) == meeting.quote(record)


@given(nearly_minutes)
@steadily
def test_children_lie_inside_their_parents(text: str) -> None:
    for parent, child in family(parse(text)):
        assert parent.span.start <= child.span.start, (parent, child)
        assert child.span.end <= parent.span.end, (parent, child)


@given(nearly_minutes)
@steadily
def test_nothing_is_lost(text: str) -> None:
    meeting = parse(text)
    seen = bytearray(len(text))
    standing: list[Spanned] = [*leaves(meeting), *meeting.unparsed]
    for one in standing:
        seen[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    assert [mark for place, mark in enumerate(text) if not seen[place] and mark.strip()] == []


@given(nearly_minutes)
@steadily
def test_nothing_is_left_twice(text: str) -> None:
    meeting = parse(text)
    standing = sorted((one.span.start, one.span.end) for one in meeting.unparsed)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(standing))


@given(nearly_minutes)
@steadily
def test_speakers_are_named_where_they_say(text: str) -> None:
    meeting = parse(text)
    for one in meeting.contributions:
        if one.speaker is not None and one.speaker.mention is not None:
            span = one.speaker.mention
            named = meeting.text[span.start : span.end]
            assert _letters(named) == _letters(one.speaker.label)


@given(nearly_minutes)
@steadily
def test_links_lead_somewhere(text: str) -> None:
    meeting = parse(text)
    said = {one.id for one in meeting.contributions}
    people = {person.id for person in meeting.people}
    assert len(said) == len(list(meeting.contributions))
    for one in meeting.contributions:
        assert one.speaker is None or one.speaker.person in people | {None}
        assert one.supplementary_to in said | {None}
    for figure in meeting.statistics:
        assert figure.contribution in said | {None}
    votes = {vote.id for vote in meeting.votes}
    for resolution in meeting.resolutions:
        assert resolution.vote in votes | {None}
        assert all(clause.text.strip() for clause in clauses_in(resolution.clauses))


@given(nearly_minutes)
@steadily
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert parse(text).model_dump_json() == parse(text).model_dump_json()


@given(broken_texts)
@steadily
def test_no_text_makes_it_raise(text: str) -> None:
    parsed = parse(text)
    assert len(parsed.text) == len(text)
    assert Meeting.model_validate_json(parsed.model_dump_json()) == parsed
    assert parse_all(text)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
