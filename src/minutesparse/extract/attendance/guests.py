"""Those whom a list of members names though they are none: what stands beside them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_WARD = re.compile(r"\S\s+(?:Wards?|(?:Electoral\s+)?Division)", re.I)
_LEAST_MEMBERS = 3


def with_local_members(entries: Sequence[Entry]) -> list[Entry]:
    """Return a list of members, those in attendance who stand last in it and alone have wards.

    A committee's own members stand without their wards; those who came to speak for theirs follow.
    """
    first = len(entries)
    while first and _sits_for_ward(entries[first - 1]):
        first -= 1
    members = entries[:first]
    if len(members) < _LEAST_MEMBERS or any(_has_ward(entry) for entry in members):
        return list(entries)
    return [*members, *(entry._replace(status="in-attendance") for entry in entries[first:])]


def are_members(text: str, entries: Sequence[Entry], words: AttendanceWords) -> bool:
    """Tell whether a list is of members by their title: one that they share, or each its own."""
    first = next(iter(tokenise(text)), None)
    if first is not None and first.lower in words.names.plural_titles:
        return (first.lower,) in words.members
    return all(_title(entry) in words.names.member_titles for entry in entries)


def are_officers(entries: Sequence[Entry], words: AttendanceWords) -> bool:
    """Tell whether each of a list has a plain title and an office of the staff."""
    return all(
        entry.role is not None
        and entry.role.split()[-1].lower() not in words.member_offices
        and _title(entry) in words.names.courtesy_titles
        for entry in entries
    )


def _title(entry: Entry) -> str:
    return entry.name.split()[0].rstrip(".").lower()


def _sits_for_ward(entry: Entry) -> bool:
    """Tell whether a ward stands beside a name, or the name's bearer is known for a guest."""
    return entry.status == "in-attendance" or (entry.status is None and _has_ward(entry))


def _has_ward(entry: Entry) -> bool:
    return _WARD.search(entry.organisation or "") is not None
