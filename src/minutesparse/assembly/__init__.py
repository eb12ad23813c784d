"""Findings in, records out: offsets taken back to the source, ids given, one validation."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from minutesparse.assembly.anchors import Anchors
from minutesparse.assembly.decided import Decided
from minutesparse.assembly.parts import ItemParts, MeetingParts
from minutesparse.assembly.persons import Persons
from minutesparse.assembly.said import Said
from minutesparse.assembly.unread import unparsed
from minutesparse.records import Meeting
from minutesparse.text import Source

__all__ = ["ItemParts", "MeetingParts", "assemble"]


def assemble(parts: MeetingParts) -> Meeting:
    """Return the validated meeting record of what the stages found."""
    return Meeting.model_validate(_meeting(parts))


def _meeting(parts: MeetingParts) -> dict[str, Any]:
    """Return the meeting as a plain dict."""
    anchors = Anchors(parts.source, parts.text, parts.layout.beside)
    persons = Persons(parts, anchors)
    issues = [dict(issue, span=anchors.span(*issue["span"])) for issue in parts.issues]
    items = []
    for order, item in enumerate(parts.items, 1):
        said = Said(item, anchors, persons)
        issues += said.issues()
        items.append(_item(order, item, said, anchors, persons))
    attendance = persons.attendance(parts.attendance)
    issues += persons.issues()
    facts, text = parts.facts, parts.source.text
    return {
        "span": {"start": 0, "end": len(text)},
        "rule": "meeting.page",
        "source": _source(parts.source),
        "council": facts.council,
        "body": facts.body,
        "title": facts.title,
        "date": facts.date,
        "start_time": facts.start_time,
        "end_time": facts.end_time,
        "venue": facts.venue,
        "status": facts.status,
        "attendance": attendance,
        "people": persons.records(),
        "items": items,
        "issues": issues,
        "unparsed": unparsed(text, parts.layout, anchors),
        "text": text,
    }


def _source(source: Source) -> dict[str, Any]:
    digest = source.sha256 or sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "uri": source.uri,
        "media_type": source.media_type,
        "sha256": digest,
        "length": len(source.text),
        "pages": [
            {"number": mark.number, "start": mark.start, "end": mark.end} for mark in source.pages
        ],
    }


def _item(
    order: int, item: ItemParts, said: Said, anchors: Anchors, persons: Persons
) -> dict[str, Any]:
    layout = item.layout
    return {
        "span": anchors.span(layout.start, layout.end),
        "rule": layout.rule,
        "id": anchors.next_id("item"),
        "number": layout.number,
        "order": order,
        "title": layout.title,
        "public": item.public,
        "contributions": said.contributions,
        "statistics": said.statistics,
        **Decided(item, anchors, persons).records(),
    }
