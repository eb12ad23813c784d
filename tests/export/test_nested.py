"""Nested Arrow has every field of every record, typed and with its meaning, and loses nothing."""

import datetime
from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from tests.meetings import MEETING
from tests.places import CORPUS
from tests.unnested import unnested

from minutesparse import (
    AgendaItem,
    Clause,
    Contribution,
    Meeting,
    Resolution,
    Span,
    parse_all,
    read_file,
    records,
)
from minutesparse.export.nested import nested, struct_of

KINDS = [
    one
    for one in vars(records).values()
    if isinstance(one, type) and issubclass(one, BaseModel) and one.model_fields
]
DOCUMENTS = sorted(CORPUS.glob("*.txt"))[::9]
NOWHERE = Span(start=0, end=0)


def there_and_back(meeting: Meeting) -> Meeting:
    rows = pa.array([nested(meeting)], type=struct_of(Meeting))
    return unnested(rows.to_pylist()[0])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_typed_and_described(kind: type[BaseModel]) -> None:
    fields = {field.name: field for field in struct_of(kind)}
    own_kind = {"Contribution": {"answers"}, "Clause": {"clauses"}}.get(kind.__name__, set())
    assert set(fields) == set(kind.model_fields) - own_kind | ({"parent"} if own_kind else set())
    for name in fields.keys() & kind.model_fields.keys():
        about = kind.model_fields[name]
        assert fields[name].metadata[b"description"].decode() == about.description
        assert fields[name].nullable == (NoneType in get_args(about.annotation))


def test_types() -> None:
    item = struct_of(AgendaItem)
    figure = item.field("statistics").type.value_type
    assert figure.field("value").type == pa.float64()
    assert figure.field("kind").type == pa.string()
    assert figure.field("period").type.field("start").type == pa.date32()
    assert item.field("order").type == pa.int64()
    assert item.field("public").type == pa.bool_()
    assert struct_of(Meeting).field("items").type.value_type == item


def test_a_meeting_keeps_its_values() -> None:
    row = pa.array([nested(MEETING)], type=struct_of(Meeting)).to_pylist()[0]
    assert row["date"] == datetime.date(2022, 2, 1)
    assert row["items"][0]["statistics"][0]["value"] == 12.0
    assert there_and_back(MEETING) == MEETING


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_come_back_as_they_were(path: Any) -> None:
    for meeting in parse_all(read_file(path)):
        assert there_and_back(meeting) == meeting


def replies(deep: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(deep, max_size=3)


trees = replies(st.recursive(st.just([]), replies, max_leaves=8))


def contributions(tree: list[Any], before: str = "c") -> Iterator[Contribution]:
    for place, inner in enumerate(tree):
        name = f"{before}{place}"
        answers = tuple(contributions(inner, name))
        yield Contribution(
            span=NOWHERE, rule="r", id=name, kind="comment", text="", answers=answers
        )


def clauses(tree: list[Any], before: str = "") -> Iterator[Clause]:
    for place, inner in enumerate(tree):
        name = f"{before}{place}"
        yield Clause(
            span=NOWHERE, rule="r", number=name, text="", clauses=tuple(clauses(inner, name))
        )


@given(trees, trees)
def test_however_deep_they_nest(said: list[Any], decided: list[Any]) -> None:
    resolution = Resolution(
        span=NOWHERE,
        rule="r",
        id="d",
        verb="noted",
        text="",
        clauses=tuple(clauses(decided)),
    )
    item = MEETING.items[0].model_copy(
        update={"contributions": tuple(contributions(said)), "resolutions": (resolution,)}
    )
    meeting = MEETING.model_copy(update={"items": (item,)})
    assert there_and_back(meeting) == meeting


def test_what_belongs_to_another_comes_after_it() -> None:
    [first, second] = contributions([[[[]]], []])
    [answer] = first.answers
    [deeper] = answer.answers
    item = MEETING.items[0].model_copy(update={"contributions": (first, second)})
    rows = nested(item)["contributions"]
    assert [row["id"] for row in rows] == [first.id, answer.id, deeper.id, second.id]
    assert [row["parent"] for row in rows] == [None, 0, 1, None]
    assert not any("answers" in row for row in rows)


def test_thousands_deep() -> None:
    said: tuple[Contribution, ...] = ()
    for place in range(3_000):
        said = (
            Contribution(
                span=NOWHERE, rule="r", id=f"c{place}", kind="comment", text="", answers=said
            ),
        )
    item = MEETING.items[0].model_copy(update={"contributions": said})
    assert len(nested(item)["contributions"]) == 3_000
