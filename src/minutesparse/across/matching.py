"""Who of the roster a name in minutes stands for, on the day of the meeting.

A name is *exact* where it is the councillor's own, or a shorter form that no other councillor of
the day bears, an *alias* where it is another name on the roster, *fuzzy* where it is one slip away
from one councillor's alone, and *ambiguous* where several of the day may bear it. Whoever did not
serve on the day is never meant, and a name that the roster has for anybody is no slip for another.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from minutesparse.across.names import (
    Name,
    fits,
    same_surname,
    slipped_given_name,
    slipped_surname,
)
from minutesparse.across.roster import Councillor, KnownName, Roster
from minutesparse.records import MatchKind

Standing = Literal["member", "untitled", "titled"]
"""What a page tells of somebody: a member of the body, a bare name, or a title that others bear."""


@dataclass(frozen=True, slots=True)
class Match:
    """What came of a name.

    Attributes:
        kind: How it was told; None where the roster has nobody that it fits.
        councillors: The keys of those whom it may stand for; one, but for an ambiguous name.
    """

    kind: MatchKind | None = None
    councillors: tuple[str, ...] = ()


def match(name: Name, standing: Standing, date: datetime.date | None, roster: Roster) -> Match:
    """Return who a name stands for.

    Args:
        name: The name.
        standing: What the page tells of the person.
        date: Day of the meeting, where it is known.
        roster: The councillors.
    """
    serving = [one for one in roster.serving(date) if _may_be(one, name, standing)]
    held = _fitting(serving, name, lambda known: known.held(date))
    found = held or _fitting(serving, name, lambda known: known.given_up(date))
    if found:
        return _settled(_narrowed(found, name))
    return _slip(name, serving, roster) if standing == "member" else Match()


_Found = list[tuple[Councillor, KnownName]]


def _fitting(
    councillors: Iterable[Councillor], name: Name, counts: Callable[[KnownName], bool]
) -> _Found:
    """Return who bears a name, each with the name of theirs that it fits best."""
    found: _Found = []
    for one in councillors:
        names = [known for known in one.names if counts(known) and fits(name, known.name)]
        if names:
            found.append((one, min(names, key=lambda known: known.alias)))
    return found


def _narrowed(found: _Found, name: Name) -> _Found:
    """Return those who bear a name in full, where the name is more than a surname."""
    full = [(one, known) for one, known in found if known.name.words == name.words]
    return full if full and len(name.words) > len(full[0][1].name.family) else found


def _settled(found: _Found) -> Match:
    if len(found) > 1:
        return Match("ambiguous", tuple(one.key for one, _ in found))
    [(one, known)] = found
    return Match("alias" if known.alias else "exact", (one.key,))


def _slip(name: Name, serving: Sequence[Councillor], roster: Roster) -> Match:
    """Return whose name a name is one slip away from, where it is nobody's own.

    A surname that the roster has for anybody, whenever they served, is no slip for another.
    """
    if _bearers(roster.councillors, name, fits):
        return Match()
    known = bool(_bearers(roster.councillors, name, same_surname))
    near = _bearers(serving, name, slipped_given_name if known else slipped_surname)
    if len(near) > 1:
        return Match("ambiguous", tuple(one.key for one in near))
    return Match("fuzzy", (near[0].key,)) if near else Match()


def _bearers(
    councillors: Iterable[Councillor], name: Name, compare: Callable[[Name, Name], bool]
) -> list[Councillor]:
    return [one for one in councillors if any(compare(name, known.name) for known in one.names)]


def _may_be(one: Councillor, name: Name, standing: Standing) -> bool:
    """Tell whether somebody of a standing can be a councillor, as far as the title tells.

    A bare name has to be given in full, or be on the roster as it stands; a title such as "Mr" has
    to be the roster's too.
    """
    if standing == "titled":
        titles = {*_words(one.title), *(word for n in one.names for word in _words(n.name.title))}
        return bool(titles & set(_words(name.title)))
    full = len(name.words) > 1 and len(name.words[0]) > 1
    return standing == "member" or full or any(n.name.words == name.words for n in one.names)


def _words(title: str | None) -> list[str]:
    return (title or "").casefold().replace(".", "").split()
