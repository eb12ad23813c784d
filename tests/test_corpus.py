"""What holds for every parsed document, and the accuracy that no change may lose."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.places import CORPUS, ROOT, gold_documents

from minutesparse.evaluate import MEASURES, Evaluation, evaluate, read_gold
from minutesparse.pipeline import parse
from minutesparse.records import Clause, Contribution, Meeting, Record, Spanned

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text(encoding="utf-8"))
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
every_document = pytest.mark.parametrize("path", gold_documents(), ids=lambda path: path.name)


@cache
def parsed(path: Path) -> Meeting:
    return parse(read_gold(path).text)


@cache
def scores() -> Evaluation:
    return evaluate(CORPUS)


@every_document
def test_records_quote_the_source(path: Path) -> None:
    meeting = parsed(path)
    assert meeting.text == read_gold(path).text
    for one in everything(meeting):
        assert 0 <= one.span.start <= one.span.end <= len(meeting.text), one
    for record in leaves(meeting):
        assert meeting.quote(record).strip(), record
        assert getattr(record, "text", meeting.quote(record)) == meeting.quote(record)


@every_document
def test_children_lie_inside_their_parents(path: Path) -> None:
    meeting = parsed(path)
    for parent, child in family(meeting):
        assert parent.span.start <= child.span.start, (parent, child)
        assert child.span.end <= parent.span.end, (parent, child)


@every_document
def test_nothing_of_the_source_is_lost(path: Path) -> None:
    meeting = parsed(path)
    covered = bytearray(len(meeting.text))
    # An item and the meeting are frames; what stands in them must lie in a record of its own.
    standing: list[Spanned] = [*leaves(meeting), *meeting.unparsed]
    for one in standing:
        covered[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    lost = [
        place
        for place, char in enumerate(meeting.text)
        if not covered[place] and not char.isspace()
    ]
    assert not lost, meeting.text[lost[0] : lost[0] + 80]


@every_document
def test_the_same_text_gives_the_same_bytes(path: Path) -> None:
    text = read_gold(path).text
    assert parse(text).model_dump_json() == parsed(path).model_dump_json()


@every_document
def test_a_record_survives_its_json(path: Path) -> None:
    meeting = parsed(path)
    assert Meeting.model_validate_json(meeting.model_dump_json()) == meeting


@every_document
def test_identifiers_are_unique_and_lead_somewhere(path: Path) -> None:
    meeting = parsed(path)
    people = {person.id for person in meeting.people}
    assert len(people) == len(meeting.people)
    said = [one.id for one in meeting.contributions]
    assert len(said) == len(set(said))
    figures = [one.id for one in meeting.statistics]
    assert len(figures) == len(set(figures))
    for figure in meeting.statistics:
        assert figure.contribution is None or figure.contribution in said
        assert figure.comparison is None or figure.comparison.statistic in figures
    for one in meeting.contributions:
        assert one.speaker is None or one.speaker.person is None or one.speaker.person in people
        assert one.supplementary_to is None or one.supplementary_to in said


@every_document
def test_every_rule_is_documented(path: Path) -> None:
    used = {record.rule for record in everything(parsed(path)) if isinstance(record, Record)}
    assert {rule for rule in used if f"| `{rule}` |" not in RULES} == set()


def test_every_measure_has_a_floor() -> None:
    assert tuple(FLOORS["f1"]) == MEASURES


@pytest.mark.parametrize("measure", MEASURES)
def test_no_measure_falls_below_its_floor(measure: str) -> None:
    assert not scores().failures
    assert scores().shortfalls({measure: FLOORS["f1"][measure]}) == ()


def leaves(meeting: Meeting) -> Iterator[Record]:
    """Yield every record but the meeting, its items and its people."""
    yield from meeting.attendance
    for item in meeting.items:
        yield from said_in(item.contributions)
        fields = (item.statistics, item.motions, item.votes, item.resolutions)
        more = (item.declarations, item.actions, item.documents)
        for records in (*fields, *more):
            yield from records
    for resolution in meeting.resolutions:
        yield from clauses_in(resolution.clauses)


def everything(meeting: Meeting) -> Iterator[Spanned]:
    """Yield whatever has a span."""
    yield meeting
    yield from meeting.items
    yield from leaves(meeting)
    yield from meeting.people
    yield from meeting.issues
    yield from meeting.unparsed


def family(meeting: Meeting) -> Iterator[tuple[Spanned, Spanned]]:
    """Yield every parent with each of its children, answers excepted."""
    yield from ((meeting, one) for one in everything(meeting))
    for item in meeting.items:
        inner = (item.statistics, item.motions, item.votes, item.resolutions, item.documents)
        for records in (*inner, item.contributions, item.declarations, item.actions):
            yield from ((item, one) for one in records)
    for resolution in meeting.resolutions:
        yield from clause_pairs(resolution, resolution.clauses)


def clause_pairs(parent: Spanned, clauses: Iterable[Clause]) -> Iterator[tuple[Spanned, Spanned]]:
    for clause in clauses:
        yield parent, clause
        yield from clause_pairs(clause, clause.clauses)


def said_in(contributions: Iterable[Contribution]) -> Iterator[Contribution]:
    for one in contributions:
        yield one
        yield from said_in(one.answers)


def clauses_in(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from clauses_in(clause.clauses)
