"""A meeting in the terms of OParl 1.1: meeting, agenda items, organisations, persons, files.

What OParl has no property for stands under names that begin with ``minutesparse:``, as it asks
vendors to do. What was said and moved has no term there.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from minutesparse.export.affiliations import (
    Affiliation,
    affiliations,
    host,
    organisations,
    was_there,
)
from minutesparse.export.facts import Object, address_of, anchor_of, stated
from minutesparse.export.rows import meeting_id
from minutesparse.export.times import moment
from minutesparse.records import AgendaItem, Document, Meeting

NOWHERE = "https://minutesparse.invalid/"
"""Where identifiers lie while nobody serves them; the name is one that never resolves."""

_SCHEMA = "https://schema.oparl.org/1.1/"
_STATES = {"draft": "eingeladen", "confirmed": "durchgeführt"}  # before and after approval
_RECORD = "minutesparse:record"
_ENDING = re.compile(r"\.\w{1,5}$")


def to_oparl(
    meeting: Meeting,
    *,
    number: int = 1,
    base: str = NOWHERE,
    time_zone: datetime.tzinfo | None = None,
) -> dict[str, list[Object]]:
    """Return a meeting as lists of OParl objects, by their type.

    Args:
        meeting: The meeting.
        number: Its place in its document, counted from 1, where that holds several.
        base: Address that the identifiers begin with: where the objects will be served.
        time_zone: Where the meeting's clock stood. OParl takes a moment only with its distance
            from UTC, which minutes do not state; without it there is none.
    """
    return _OParl(meeting, meeting_id(meeting, number), base, time_zone).objects()


class _OParl:
    """Makes the objects of one meeting."""

    def __init__(
        self, meeting: Meeting, key: str, base: str, time_zone: datetime.tzinfo | None
    ) -> None:
        self._meeting = meeting
        self._key = key
        self._base = base if base.endswith("/") else f"{base}/"
        self._time_zone = time_zone
        self._affiliations = [one for one in affiliations(meeting, key) if one.attendance.person]

    def objects(self) -> dict[str, list[Object]]:
        return {
            "meeting": [self._meeting_object()],
            "organization": list(self._organisations()),
            "person": list(self._persons()),
        }

    def _object(self, kind: str, key: str, **properties: object) -> Object:
        return stated(id=f"{self._base}{key}", type=f"{_SCHEMA}{kind}", **properties)

    def _meeting_object(self) -> Object:
        meeting = self._meeting
        body = host(meeting, self._key)
        there = (one.person for one in meeting.attendance if one.person and was_there(one))
        place = self._object("Location", f"{self._key}-venue", description=meeting.venue)
        return self._object(
            "Meeting",
            self._key,
            name=meeting.title or meeting.body or meeting.council,
            meetingState=_STATES.get(meeting.status or ""),
            start=moment(meeting.date, meeting.start_time, self._time_zone),
            end=moment(meeting.date, meeting.end_time, self._time_zone),
            location=place if meeting.venue else None,
            organization=[f"{self._base}{body}"] if body else [],
            participant=[self._row(person) for person in dict.fromkeys(there)],
            resultsProtocol=self._protocol(),
            agendaItem=[self._item(item) for item in meeting.items],
            **{_RECORD: anchor_of(meeting, "date", "start_time", "end_time", "status")},
        )

    def _protocol(self) -> Object:
        """Return the minutes themselves, whose text is what every place counts in."""
        source = self._meeting.source
        address = address_of(source)
        return self._object(
            "File",
            f"{self._key}-minutes",
            name=self._meeting.title,
            fileName=PurePosixPath(source.uri).name if source.uri else None,
            mimeType=source.media_type,
            text=self._meeting.text,
            accessUrl=address or f"{self._base}{self._key}-minutes",
            **{"minutesparse:sha256": source.sha256},
        )

    def _item(self, item: AgendaItem) -> Object:
        verbs = dict.fromkeys(resolution.verb for resolution in item.resolutions)
        files = [self._document(item, number, one) for number, one in enumerate(item.documents, 1)]
        return self._object(
            "AgendaItem",
            f"{self._key}-{item.id}",
            number=item.number,
            order=item.order,
            name=item.title,
            public=item.public,
            result=", ".join(verbs),
            resolutionText="\n\n".join(resolution.text for resolution in item.resolutions),
            auxiliaryFile=files,
            **{
                _RECORD: anchor_of(item),
                "minutesparse:resolutions": [anchor_of(one, "verb") for one in item.resolutions],
            },
        )

    def _document(self, item: AgendaItem, number: int, document: Document) -> Object:
        key = f"{self._key}-{item.id}-document-{number}"
        return self._object(
            "File",
            key,
            name=_ENDING.sub("", document.title),
            accessUrl=f"{self._base}{key}",
            **{_RECORD: anchor_of(document, "size")},
        )

    def _organisations(self) -> Iterator[Object]:
        members = defaultdict[str, list[str]](list)
        for one in self._affiliations:
            members[one.organisation].append(f"{self._base}{one.id}")
        for organisation in organisations(self._meeting, self._key):
            above = organisation.parent
            yield self._object(
                "Organization",
                organisation.id,
                name=organisation.name,
                subOrganizationOf=f"{self._base}{above}" if above else None,
                membership=members[organisation.id],
            )

    def _persons(self) -> Iterator[Object]:
        memberships = defaultdict[str | None, list[Object]](list)
        for one in self._affiliations:
            memberships[one.attendance.person].append(self._membership(one))
        for person in self._meeting.people:
            yield self._object(
                "Person",
                f"{self._key}-{person.id}",
                name=" ".join(filter(None, (person.title, person.name))),
                formOfAddress=person.title,
                status=[person.role] if person.role else [],
                membership=memberships[person.id],
                **{_RECORD: anchor_of(person, "match")},
            )

    def _membership(self, one: Affiliation) -> Object:
        return self._object(
            "Membership",
            one.id,
            organization=f"{self._base}{one.organisation}",
            onBehalfOf=f"{self._base}{one.behalf}" if one.behalf else None,
            role=one.role,
            **{_RECORD: anchor_of(one.attendance, "status")},
        )

    def _row(self, identifier: str) -> str:
        return f"{self._base}{self._key}-{identifier}"
