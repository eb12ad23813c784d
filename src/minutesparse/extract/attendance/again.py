"""Those whom the page names again: one record each, and the chair's office beside it.

A page that lists a person and then says that they chaired the meeting tells of one person twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.attendance.entry import AWAY, Entry
from minutesparse.extract.findings import AttendanceFinding

_CHAIRS = "attendance.chaired"
_LEAST_AGAIN = 3
_CHAIRING = ("chaired", "presided", "in the chair")
_TITLE = r"(?:(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?"
_BODY = r"(?:\s*\([^()\n]{1,40}\))?"  # beside a name
_WHO = rf"(?P<who>{_TITLE}[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}}){_BODY}"
_CHAIRED = re.compile(
    rf"\b(?i:the\s+meeting\s+was\s+chaired\s+by)\s+(?i:the\s+chair\w*,?\s+)?{_WHO}|"
    rf"(?:^|[.;]\s+){_WHO.replace('who', 'chair')}\s+(?:chaired|presided\s+over)\s+the\s+meeting\b|"
    rf"^{_WHO.replace('who', 'seat')}\s+(?i:in\s+the\s+chair)\W*$"
)


def one_each(findings: Sequence[AttendanceFinding]) -> list[AttendanceFinding]:
    """Return the findings, a chair who is listed already taken into the list's record."""
    out = [entry for entry in findings if entry.rule != _CHAIRS]
    listed = [place for place, entry in enumerate(out) if entry.status not in AWAY]
    for chair in findings:
        if chair.rule != _CHAIRS:
            continue
        same = [place for place in listed if may_be_one(chair.name, out[place].name)]
        if not same:
            out.append(chair)
        elif len(same) == 1:
            known = out[same[0]]
            out[same[0]] = replace(known, role=known.role or chair.role)
    return [
        entry
        for entry in sorted(out, key=lambda one: one.start)
        if not (_chairs_twice(entry, out) or _seated_above(entry, out))
    ]


def _seated_above(entry: AttendanceFinding, findings: Sequence[AttendanceFinding]) -> bool:
    """Tell whether somebody without an office "in attendance" is one of those present above."""
    return (
        entry.status == "in-attendance"
        and entry.role is None
        and any(
            one.start < entry.start and one.status == "present" and one.name == entry.name
            for one in findings
        )
    )


def _chairs_twice(entry: AttendanceFinding, findings: Sequence[AttendanceFinding]) -> bool:
    """Tell whether whoever is said to preside is named above already, as one of those present."""
    return entry.role == "Chair" and any(
        one.start < entry.start
        and one.role in ("Chair", None)
        and one.status == entry.status
        and may_be_one(one.name, entry.name)
        for one in findings
    )


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
        if not any(word in sentence.lower() for word in _CHAIRING):
            continue
        for found in _CHAIRED.finditer(sentence):
            yield (found["who"] or found["chair"] or found["seat"]).rstrip(".")


def _is(entry: AttendanceFinding, who: str) -> bool:
    """Tell whether a name or initials are those of somebody who was there."""
    return entry.status == "present" and (
        who == entry.initials or _plain(who) == _plain(entry.name)
    )


def without_second_roll(
    roll: list[AttendanceFinding], above: Sequence[AttendanceFinding]
) -> list[AttendanceFinding]:
    """Return a list without those whom a list above has, where it calls the same roll again.

    Args:
        roll: Those whom one stretch lists.
        above: Those whom the stretches above it list.
    """
    known = {(_plain(entry.name), entry.status) for entry in above}
    new = [entry for entry in roll if (_plain(entry.name), entry.status) not in known]
    again = len(roll) - len(new)
    return new if again >= _LEAST_AGAIN and again > len(new) else roll


def not_told_before(
    told: Iterable[AttendanceFinding], above: Iterable[AttendanceFinding]
) -> Iterator[AttendanceFinding]:
    """Yield those of whom sentences tell what neither a list nor a sentence before has told.

    Apologies stand again where a page has a decision and its minutes apart.

    Args:
        told: Those of whom sentences tell.
        above: Those whom lists name.
    """
    known = {(_plain(entry.name), entry.status): entry for entry in above}
    for entry in told:
        key = (_plain(entry.name), entry.status)
        before = known.setdefault(key, entry)
        apart = before is not entry and entry.start >= before.end
        if not apart or entry.status in AWAY or " " not in key[0]:
            yield entry


def comes_later(entry: Entry, findings: list[AttendanceFinding], status: str | None) -> bool:
    """Take the coming or going of somebody who is listed already with a status."""
    if not (entry.arrived or entry.left):
        return False
    last = entry.name.rsplit(None, 1)[-1]
    for place, known in enumerate(findings):
        same = last == known.initials or may_be_one(entry.name, known.name)
        if same and known.status == status:
            arrived, left = entry.arrived or known.arrived, entry.left or known.left
            findings[place] = replace(known, arrived=arrived, left=left)
            return True
    return False


def named_again(entry: Entry, findings: list[AttendanceFinding]) -> bool:
    """Take the office of somebody who is listed already ("Minute taker: John Frost")."""
    words = entry.name.split()
    if len(words) < 2:
        return False
    here = [place for place, one in enumerate(findings) if one.status not in AWAY]
    same = [place for place in here if findings[place].name == entry.name]
    if not same and entry.titled and len(words) == 2:
        same = [place for place in here if findings[place].name.split()[-1] == words[1]]
    if len(same) != 1:
        return False
    known = findings[same[0]]
    findings[same[0]] = replace(known, role=known.role or entry.role)
    return True


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
    whole = re.sub(r"(?<=\w)-\s+", "-", name)
    return " ".join(re.sub(_TITLE, "", whole, count=1).split()).casefold()
