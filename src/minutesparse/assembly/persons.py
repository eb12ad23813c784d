"""The people of a page: labels resolved to persons, speakers, those who attended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from minutesparse.assembly.anchors import Anchors
from minutesparse.assembly.parts import ItemParts, MeetingParts
from minutesparse.attribute.people import Label, Standing, resolve_people
from minutesparse.extract.findings import AttendanceFinding, MotionFinding, ResolutionFinding
from minutesparse.naming import (
    Mention,
    NameWords,
    bears_courtesy_title,
    bears_members_title,
    holds_officers_post,
    name_words,
)

_TITLES = frozenset("councillor cllr cr mr mrs ms miss dr".split())
_OF_MEMBERS = frozenset("present apologies absent substitute".split())


class Persons:
    """Makes the records of people.

    Args:
        parts: What was found on the page.
        anchors: The way back to the source.
    """

    def __init__(self, parts: MeetingParts, anchors: Anchors) -> None:
        self._anchors = anchors
        self._people = resolve_people(_labels(parts, name_words(parts.lexicon)))

    def resolved(self, label: str) -> str | None:
        """Return the id of the person that a label names, or None."""
        return self._people.resolved.get(label)

    def records(self) -> list[dict[str, Any]]:
        """Return the people, in order of their first mention."""
        return [
            {
                "span": self._anchors.span(person.start, person.end),
                "rule": "person.resolved",
                "id": person.id,
                "name": person.name,
                "title": person.title,
                "role": person.role,
                "mentions": person.mentions,
                "match": person.match,
            }
            for person in self._people.persons
        ]

    def issues(self) -> Iterator[dict[str, Any]]:
        """Yield an issue for each label that several persons share."""
        for label in self._people.ambiguous:
            yield {
                "code": "person.ambiguous",
                "severity": "info",
                "span": self._anchors.span(label.start, label.end),
                "message": f"'{label.text}' may be any of several persons of this meeting; "
                "it is resolved to none of them.",
            }

    def speaker(self, mention: Mention | None, inherited: bool = False) -> dict[str, Any] | None:
        """Return whoever is named as speaking, moving or seconding."""
        if mention is None:
            return None
        kind = "group" if mention.plural else mention.type
        written = self._anchors.folded(mention.start, mention.end)
        return {
            "label": written,
            "name": None if mention.plural else _as_written(mention.name, mention.label, written),
            "title": mention.title,
            "role": mention.role,
            "type": "group" if kind == "pronoun" else kind,
            "person": self.resolved(mention.label),
            "attribution": "inherited" if inherited else "stated",
            "mention": self._anchors.span(mention.start, mention.end),
        }

    def attendance(self, entries: Sequence[AttendanceFinding]) -> list[dict[str, Any]]:
        """Return those who attended, or did not."""
        return [
            {
                "span": self._anchors.leaf(entry.start, entry.end),
                "rule": entry.rule,
                "name": entry.name,
                "status": entry.status,
                "role": entry.role,
                "substitute_for": entry.substitute_for,
                "organisation": entry.organisation,
                "arrived": entry.arrived,
                "left": entry.left,
                "person": self.resolved(entry.name),
            }
            for entry in entries
        ]


def _labels(parts: MeetingParts, words: NameWords) -> list[Label]:
    """Return the labels of a page, each with the standing that it tells of."""
    listed = [(_attendance_label(entry), entry.status) for entry in parts.attendance]
    named = [
        _mention_label(mention)
        for item in parts.items
        for mention in _mentions(item)
        if mention.type in ("person", "role") and not mention.plural
    ]
    every = [label for label, _ in listed] + named
    titled = any(bears_members_title(label.title, words) for label in every)
    return [
        *(
            one._replace(standing=_listed_standing(one, how, titled, words), listed=True)
            for one, how in listed
        ),
        *(one._replace(standing=_standing(one, words)) for one in named),
    ]


def _standing(label: Label, words: NameWords) -> Standing | None:
    """Return what title and office tell."""
    if bears_members_title(label.title, words):
        return "member"
    if holds_officers_post(label.role, words):
        return "officer"
    return "courtesy" if bears_courtesy_title(label.title, words) else None


def _listed_standing(label: Label, status: str, titled: bool, words: NameWords) -> Standing | None:
    """Return what an attendance list tells of a name on it.

    On a page that calls members by a title, a bare name that was present is a member's: the title
    stands before the list. Where nobody has one, "Mrs Orr" may be one.
    """
    standing = _standing(label, words)
    if standing is None and titled and status in _OF_MEMBERS and not label.title:
        return "member"
    return standing


def _attendance_label(entry: AttendanceFinding) -> Label:
    words = entry.name.split()
    titles = sum(1 for _ in takewhile(lambda word: word.rstrip(".").lower() in _TITLES, words[:-1]))
    name, title = " ".join(words[titles:]), " ".join(words[:titles]) or None
    return Label(entry.name, name, title, entry.role, entry.start, entry.end, entry.initials)


def _mentions(item: ItemParts) -> Iterator[Mention]:
    """Yield whoever an item names as speaking, moving or seconding."""
    yield from (d.speaker for d in item.drafts if d.speaker is not None and not d.inherited)
    moved: list[ResolutionFinding | MotionFinding] = [
        *item.findings.resolutions,
        *item.findings.motions,
    ]
    for found in moved:
        yield from (mention for mention in (found.mover, found.seconder) if mention is not None)


def _mention_label(mention: Mention) -> Label:
    role = mention.role
    return Label(mention.label, mention.name, mention.title, role, mention.start, mention.end)


def _as_written(part: str | None, label: str, written: str) -> str | None:
    """Return part of a label in the words of the source, its own quotation marks and all."""
    if part is None or len(label) != len(written):
        return part
    place = label.find(part)
    return written[place : place + len(part)] if place >= 0 else part
