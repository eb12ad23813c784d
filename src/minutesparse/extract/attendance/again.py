"""Those whom the page names again: one record each, and the chair's office beside it.

A page that lists a person and then says that they chaired the meeting tells of one person twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.findings import AttendanceFinding

_CHAIRS = "attendance.chaired"
_TITLE = r"(?:(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?"
_BODY = r"(?:\s*\([^()\n]{1,40}\))?"  # beside a name
_WHO = rf"(?P<who>{_TITLE}[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}}){_BODY}"
_CHAIRED = re.compile(
    rf"\b(?i:the\s+meeting\s+was\s+chaired\s+by)\s+(?i:the\s+chair\w*,?\s+)?{_WHO}|"
    rf"(?:^|[.;]\s+){_WHO.replace('who', 'chair')}\s+(?:chaired|presided\s+over)\s+the\s+meeting\b"
)


def one_each(findings: Sequence[AttendanceFinding]) -> list[AttendanceFinding]:
    """Return the findings, a chair who is listed already taken into the list's record."""
    listed: dict[str, int] = {}
    out: list[AttendanceFinding] = []
    for entry in findings:
        place = listed.get(_plain(entry.name))
        if entry.rule == _CHAIRS and place is not None:
            out[place] = replace(out[place], role=out[place].role or entry.role)
            continue
        if entry.status == "present" and entry.rule != _CHAIRS:
            listed.setdefault(_plain(entry.name), len(out))
        out.append(entry)
    return out


def with_chair(findings: list[AttendanceFinding], page: Iterable[str]) -> list[AttendanceFinding]:
    """Return the findings with the chair's office for whoever the page says chaired the meeting.

    Args:
        findings: Those listed.
        page: The sentences of the front and of the first items.
    """
    for who in _chairs(page):
        places = [place for place, entry in enumerate(findings) if _is(entry, who)]
        if len(places) == 1 and findings[places[0]].role is None:
            findings[places[0]] = replace(findings[places[0]], role="Chair")
    return findings


def _chairs(page: Iterable[str]) -> Iterator[str]:
    for sentence in page:
        for found in _CHAIRED.finditer(sentence):
            yield (found["who"] or found["chair"]).rstrip(".")


def _is(entry: AttendanceFinding, who: str) -> bool:
    """Tell whether a name or initials are those of somebody who was there."""
    return entry.status == "present" and (
        who == entry.initials or _plain(who) == _plain(entry.name)
    )


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: one surname, and no other first letter.

    Example:
        >>> may_be_one("Cr D Hale", "Cr Dora Hale"), may_be_one("Cllr L Orr", "Cllr J Orr")
        (True, False)
    """
    firsts, others = _plain(name).split(), _plain(other).split()
    if not firsts or not others or firsts[-1] != others[-1]:
        return False
    return len(firsts) == 1 or len(others) == 1 or firsts[0][0] == others[0][0]


def _plain(name: str) -> str:
    """Return a name without its title.

    Example:
        >>> _plain("Cllr. J Hale") == _plain("J Hale")
        True
    """
    return " ".join(re.sub(_TITLE, "", name, count=1).split()).casefold()
