"""A meeting as Popolo JSON: persons, organisations, memberships, events, motions, votes, speeches.

What Popolo has no property for, the places in the source above all, stands under ``minutesparse``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from minutesparse.export.affiliations import affiliations, host, organisations, was_there
from minutesparse.export.facts import Object, address_of, anchor_of, facts_of, stated
from minutesparse.export.rows import meeting_id
from minutesparse.export.times import moment
from minutesparse.records import (
    AgendaItem,
    Contribution,
    Meeting,
    Motion,
    Person,
    Resolution,
    Speaker,
    Vote,
    VoteEvent,
)

_RESULTS = {"carried": "pass", "lost": "fail", "withdrawn": "withdrawn"}
_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain", "absent": "absent"}


def to_popolo(
    meeting: Meeting, *, number: int = 1, time_zone: datetime.tzinfo | None = None
) -> dict[str, list[Object]]:
    """Return a meeting as lists of Popolo objects, by their class in the plural.

    Args:
        meeting: The meeting.
        number: Its place in its document, counted from 1, where that holds several.
        time_zone: Where the meeting's clock stood. Popolo takes a time of day only with its
            distance from UTC, which minutes do not state; without it the day alone is given.
    """
    return _Popolo(meeting, meeting_id(meeting, number), time_zone).objects()


class _Popolo:
    """Makes the objects of one meeting."""

    def __init__(self, meeting: Meeting, key: str, time_zone: datetime.tzinfo | None) -> None:
        self._meeting = meeting
        self._key = key
        self._time_zone = time_zone
        self._host = host(meeting, key)
        self._decided = {one.vote: one for one in meeting.resolutions if one.vote}

    def objects(self) -> dict[str, list[Object]]:
        meeting = self._meeting
        motions = [*map(self._motion, meeting.motions), *map(self._decision, meeting.resolutions)]
        return {
            "persons": [self._person(one) for one in meeting.people],
            "organizations": list(self._organisations()),
            "memberships": list(self._memberships()),
            "events": [self._event(), *map(self._item, meeting.items)],
            "motions": motions,
            "vote_events": [self._vote_event(one) for one in meeting.votes],
            "speeches": list(self._speeches()),
        }

    def _person(self, person: Person) -> Object:
        return stated(
            id=self._row(person.id),
            name=person.name,
            honorific_prefix=person.title,
            other_names=[{"name": one, "note": "as written"} for one in person.mentions],
            minutesparse=anchor_of(person, "role", "match"),
        )

    def _organisations(self) -> Iterator[Object]:
        for one in organisations(self._meeting, self._key):
            yield stated(id=one.id, name=one.name, parent_id=one.parent)

    def _memberships(self) -> Iterator[Object]:
        for one in affiliations(self._meeting, self._key):
            yield stated(
                id=one.id,
                **self._who("person", one.attendance.person, one.attendance.name),
                organization_id=one.organisation,
                on_behalf_of_id=one.behalf,
                role=one.role,
                minutesparse=anchor_of(one.attendance, "status", "substitute_for"),
            )

    def _event(self) -> Object:
        meeting = self._meeting
        start = moment(meeting.date, meeting.start_time, self._time_zone)
        address = address_of(meeting.source)
        return stated(
            id=self._key,
            name=meeting.title or meeting.body or meeting.council,
            classification="meeting",
            start_date=start or (meeting.date.isoformat() if meeting.date else None),
            end_date=moment(meeting.date, meeting.end_time, self._time_zone),
            location=meeting.venue,
            organization_id=self._host,
            attendees=[
                stated(id=self._known(one.person), name=one.name, minutesparse=facts_of(one))
                for one in meeting.attendance
                if was_there(one)
            ],
            sources=[{"url": address}] if address else None,
            minutesparse=anchor_of(meeting, "start_time", "end_time", "status"),
        )

    def _item(self, item: AgendaItem) -> Object:
        number = {"scheme": "agenda item number", "identifier": item.number}
        return stated(
            id=self._row(item.id),
            name=item.title,
            classification="agenda item",
            parent_id=self._key,
            organization_id=self._host,
            identifiers=[number] if item.number else None,
            minutesparse=anchor_of(item, "order", "public"),
        )

    def _motion(self, motion: Motion) -> Object:
        return stated(
            id=self._row(motion.id),
            organization_id=self._host,
            classification=motion.kind,
            text=motion.text,
            result=_RESULTS.get(motion.result or ""),
            **self._who("creator", *_named(motion.mover)),
            minutesparse=anchor_of(motion, "mover", "seconder"),
        )

    def _decision(self, resolution: Resolution) -> Object:
        """Return a decision, which is a motion that was carried."""
        return stated(
            id=self._row(resolution.id),
            organization_id=self._host,
            classification="resolution",
            text=resolution.text,
            result="pass",
            **self._who("creator", *_named(resolution.mover)),
            minutesparse=anchor_of(
                resolution, "verb", "label", "mover", "seconder", "recommended_to"
            ),
        )

    def _vote_event(self, vote: VoteEvent) -> Object:
        sides = (("yes", vote.in_favour), ("no", vote.against), ("abstain", vote.abstained))
        decided = self._decided.get(vote.id)
        motion = vote.motion or (decided.id if decided else None)
        results = {one.id: one.result for one in self._meeting.motions}
        result = _RESULTS.get(results.get(motion or "") or "")
        return stated(
            id=self._row(vote.id),
            organization_id=self._host,
            motion_id=self._row(motion) if motion else None,
            result="pass" if decided else result,
            counts=[{"option": side, "value": one} for side, one in sides if one is not None],
            votes=[self._ballot(one) for one in vote.votes],
            minutesparse={**anchor_of(vote, "unanimous", "casting_vote"), "text": vote.text},
        )

    def _ballot(self, ballot: Vote) -> Object:
        option = _OPTIONS[ballot.option]
        return {**self._who("voter", ballot.person, ballot.voter), "option": option}

    def _speeches(self) -> Iterator[Object]:
        events = {said.id: item.id for item in self._meeting.items for said in _with_replies(item)}
        replies = {
            reply.id: said.id for said in self._meeting.contributions for reply in said.answers
        }
        for position, said in enumerate(self._meeting.contributions, 1):
            speaker = said.speaker
            more = {"reply_to": replies[said.id]} if said.id in replies else {}
            yield stated(
                id=self._row(said.id),
                creator_id=self._known(speaker.person) if speaker else None,
                role=speaker.role if speaker else None,
                attribution_text=speaker.label if speaker else None,
                text=said.text,
                type=said.kind,
                position=position,
                event_id=self._row(events[said.id]),
                minutesparse={
                    **anchor_of(said, "speaker_attribution", "supplementary_to"),
                    **more,
                },
            )

    def _who(self, name: str, person: str | None, label: str | None) -> Object:
        """Return a person as a reference, where resolved, else under the name as written."""
        known = self._known(person)
        if known:
            return {f"{name}_id": known}
        return {name: {"name": label}} if label else {}

    def _known(self, person: str | None) -> str | None:
        return self._row(person) if person else None

    def _row(self, identifier: str) -> str:
        """Return the key of a record, the same as in the tables of an archive."""
        return f"{self._key}-{identifier}"


def _named(speaker: Speaker | None) -> tuple[str | None, str | None]:
    """Return whose name it is, and the name; an office or a group is no person."""
    if speaker is None:
        return None, None
    return speaker.person, speaker.label if speaker.type == "person" else None


def _with_replies(item: AgendaItem) -> Iterator[Contribution]:
    waiting = list(item.contributions)
    while waiting:
        said = waiting.pop()
        yield said
        waiting.extend(said.answers)
