"""What a record states besides its words, as names and plain values, for forms without records."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from minutesparse.records import (
    Comparison,
    Contribution,
    Issue,
    Motion,
    Period,
    Record,
    Residue,
    SourceInfo,
    Speaker,
    VoteEvent,
)

Fact = str | int | bool
Object = dict[str, Any]
"""An object of JSON."""

_ANCHOR = ("id", "rule", "start", "end")
_ADDRESS = re.compile(r"https?://\S+")
_SAID_ELSEWHERE = frozenset({"span", "text"})


def facts_of(record: Record | Residue | Issue | SourceInfo) -> dict[str, Fact]:
    """Return a record's id, place, rule and plain fields; what is not stated is left out.

    Args:
        record: The record; of a speaker the label counts, of a period its words.
    """
    facts: dict[str, Fact] = {}
    for name, value in record:
        if name not in _SAID_ELSEWHERE:
            facts.update(_plain(name, value))
    if not isinstance(record, SourceInfo):
        facts |= {"start": record.span.start, "end": record.span.end}
    return facts


def anchor_of(record: Record, *names: str) -> dict[str, Fact]:
    """Return a record's id, rule and place, and those of its other facts that are named."""
    return {name: fact for name, fact in facts_of(record).items() if name in (*_ANCHOR, *names)}


def stated(**properties: object) -> Object:
    """Return an object of JSON without the properties that say nothing."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def address_of(source: SourceInfo) -> str | None:
    """Return where on the web a source is; None for one that has only a path."""
    return source.uri if _ADDRESS.fullmatch(source.uri or "") else None


def kind_of(record: Record) -> str:
    """Return what kind of record it is, in one word; of contributions and motions the finer one."""
    match record:
        case Contribution() | Motion():
            return record.kind
        case VoteEvent():
            return "vote"
        case _:
            return type(record).__name__.lower()


def _plain(name: str, value: object) -> Iterator[tuple[str, Fact]]:
    """Yield a field under its name, unless it holds other records or nothing."""
    match value:
        case str() | int():
            yield name, value
        case Decimal() | datetime.date():
            yield name, str(value)
        case Speaker():
            yield name, value.label
            if value.attribution == "inherited":
                yield f"{name}_attribution", value.attribution
        case Period():
            yield name, value.text
        case Comparison():
            yield name, f"{value.relation} {value.statistic}"
