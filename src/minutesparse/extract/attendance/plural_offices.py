"""An office in the plural that two names share: "A Orr and B Hay, Directors of Works"."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.words import AttendanceWords

_JOINS = frozenset({"and", "&", "both"})
_WORDS_BEFORE = 3


def with_shared_offices(
    entries: Sequence[Entry], text: str, offset: int, words: AttendanceWords
) -> tuple[Entry, ...]:
    """Return the names of a list, each of a pair with the office that stands behind both.

    Args:
        entries: The names, in order.
        text: The list.
        offset: Where it stands in the normalised text.
        words: The attendance lexicon.
    """
    out = list(entries)
    for place in range(1, len(out)):
        first, second = out[place - 1], out[place]
        one = _singular(second.role or second.organisation or "", words)
        between = text[first.end - offset : second.start - offset]
        if one is not None and first.role is None and between.strip() in _JOINS:
            both = (first._replace(role=one), second._replace(role=one, organisation=None))
            out[place - 1 : place + 1] = both
    return tuple(out)


def _singular(role: str, words: AttendanceWords) -> str | None:
    """Return an office named in the plural as one of its holders has it, else None."""
    parts = role.split()
    for place, part in enumerate(parts[:_WORDS_BEFORE]):
        if "".join(parts[place + 1 : place + 2])[:1].isupper():
            continue  # "Tenants Association" is one body and no office of two tenants
        one = part[:-3] + "y" if part.endswith("ies") else part.removesuffix("s")
        if one != part and one.lower() in words.heads and part.lower() not in words.heads:
            return " ".join([*parts[:place], one, *parts[place + 1 :]])
    return None
