"""Which organisations a meeting names, and who belongs to them by its attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutesparse.records import Attendance, AttendanceStatus, Meeting

# Who is listed in these ways is on the body that meets; others are there for another reason.
_MEMBERS: frozenset[AttendanceStatus] = frozenset({"present", "apologies", "absent", "substitute"})
_THERE: frozenset[AttendanceStatus] = frozenset({"present", "in-attendance", "substitute"})
_NOT_IN_IDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that a meeting names.

    Attributes:
        id: Its key, of this meeting.
        name: Its name, as written.
        parent: Key of the council that it is a body of.
    """

    id: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Somebody's place in an organisation.

    Attributes:
        id: Its key.
        organisation: Key of the organisation.
        behalf: Key of the organisation that the person speaks for there.
        role: Office in the organisation, as written.
        attendance: The entry that states it.
    """

    id: str
    organisation: str
    behalf: str | None
    role: str | None
    attendance: Attendance


def organisations(meeting: Meeting, key: str) -> Iterator[Organisation]:
    """Yield the council, the body that met, and those that attendants speak for, each once.

    Args:
        meeting: The meeting.
        key: Its key.
    """
    council = f"{key}-council" if meeting.council else None
    if meeting.council:
        yield Organisation(f"{key}-council", meeting.council)
    if meeting.body:
        yield Organisation(f"{key}-body", meeting.body, council)
    names = {_outside(key, one.organisation): one.organisation for one in _for_others(meeting)}
    for identifier, name in names.items():
        yield Organisation(identifier, name or "")


def host(meeting: Meeting, key: str) -> str | None:
    """Return the key of the body that met; the council's, where no body is named."""
    if meeting.body:
        return f"{key}-body"
    return f"{key}-council" if meeting.council else None


def affiliations(meeting: Meeting, key: str) -> Iterator[Affiliation]:
    """Yield who belongs to what, as the attendance states it; a guest belongs to nothing here."""
    body = host(meeting, key)
    for number, one in enumerate(meeting.attendance, 1):
        other = _outside(key, one.organisation) if one.organisation else None
        identifier = f"{key}-membership-{number}"
        if one.status in _MEMBERS and body:
            role = one.role or ("substitute" if one.status == "substitute" else None)
            yield Affiliation(identifier, body, other, role, one)
        elif other:
            yield Affiliation(identifier, other, None, one.role, one)


def was_there(attendance: Attendance) -> bool:
    """Tell whether somebody attended, and did not only send apologies."""
    return attendance.status in _THERE


def _for_others(meeting: Meeting) -> Iterator[Attendance]:
    return (one for one in meeting.attendance if one.organisation)


def _outside(key: str, name: str | None) -> str:
    return f"{key}-organisation-{_NOT_IN_IDS.sub('-', (name or '').casefold()).strip('-')}"
