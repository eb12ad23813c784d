"""Initials in brackets that tell two of one surname apart: "Moody (J), Moody (M)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from minutesparse.extract.attendance.entry import Entry

_INITIAL = re.compile(r"\s?\((?P<letter>[A-Z])\.?\)")


def with_initials_behind(entries: Sequence[Entry], text: str, offset: int) -> tuple[Entry, ...]:
    """Return the names of a list, each with the initial in the bracket behind it.

    A letter may be a party's as well; two of one surname with a letter each tell that it is none.

    Args:
        entries: The names, in order.
        text: The list.
        offset: Where it stands in the normalised text.
    """
    behind = [_INITIAL.match(text, _name_end(one, text, offset)) for one in entries]
    letters: dict[str, set[str]] = defaultdict(set)
    for entry, found in zip(entries, behind, strict=True):
        if found is not None:
            letters[entry.name.lower()].add(found["letter"])
    if not any(len(one) > 1 for one in letters.values()):
        return tuple(entries)
    return tuple(
        entry if found is None else _lengthened(entry, found, offset)
        for entry, found in zip(entries, behind, strict=True)
    )


def _name_end(entry: Entry, text: str, offset: int) -> int:
    """Return where the name alone ends in the list, whatever else its stretch takes in."""
    start = entry.start - offset
    if text.startswith(entry.name, start):
        return start + len(entry.name)
    return entry.end - offset


def _lengthened(entry: Entry, found: re.Match[str], offset: int) -> Entry:
    """Return a name with its initial; what was taken for a body by that letter is none."""
    body = None if entry.organisation == found["letter"] else entry.organisation
    name = f"{entry.name} ({found['letter']})"
    return entry._replace(name=name, end=max(entry.end, offset + found.end()), organisation=body)
