"""Those whom a list of members names though they are none: what stands beside them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_WARD = re.compile(r"\S\s+(?:Wards?|(?:Electoral\s+)?Division)", re.I)
_LEAST_MEMBERS = 3


def with_guests(
    entries: Sequence[Entry], status: str | None, words: AttendanceWords
) -> list[Entry]:
    """Return a list's names, each that is no member's marked so."""
    listed = with_local_members(entries)
    return with_staff(listed, words) if status == "present" else listed


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


def with_staff(entries: Sequence[Entry], words: AttendanceWords) -> list[Entry]:
    """Return a list of members; staff behind them, an office before each surname, are no members.

    "Mayor Hale, Councilors Orr and Lane, City Manager Finch" names three members of the council.
    """
    first = next((n for n, entry in enumerate(entries) if _addressed(entry, words)), len(entries))
    staff = [_addressed(entry, words) for entry in entries[first:]]
    if first < _LEAST_MEMBERS - 1 or not all(staff):
        return list(entries)
    return [*entries[:first], *(one for one in staff if one)]


def _addressed(entry: Entry, words: AttendanceWords) -> Entry | None:
    """Return the entry of somebody whose office stands before the surname, the office apart."""
    role = entry.role or ""
    if entry.status or not role or not entry.name.startswith(f"{role} "):
        return None
    head = role.rsplit(None, 1)[-1].lower()
    if head in words.member_offices or head in words.chairs:
        return None
    name = entry.name[len(role) + 1 :]
    return entry._replace(name=name, status="in-attendance")


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
