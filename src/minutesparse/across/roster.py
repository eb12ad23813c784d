"""The roster: who served as a councillor, under which names, and when."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from minutesparse.across.names import Name
from minutesparse.export.rows import Row, Rows
from minutesparse.export.tables import COUNCILLORS, TERMS


@dataclass(frozen=True, slots=True)
class Term:
    """A time for which somebody served; None for an end that is not known.

    Attributes:
        name: The name that the roster gives for it.
        party: Party or group.
        ward: Ward or division.
        start: First day.
        end: Last day.
    """

    name: str
    party: str | None = None
    ward: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None

    def covers(self, day: datetime.date | None) -> bool:
        """Tell whether somebody served on a day; for no day, whether they may have."""
        return day is None or _within(day, self.start, self.end)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that somebody goes by.

    Attributes:
        name: The name.
        alias: Whether it is another name than the person's latest on the roster.
        start: First day on which they went by it, where that is known.
        end: Last day.
    """

    name: Name
    alias: bool = False
    start: datetime.date | None = None
    end: datetime.date | None = None

    def held(self, day: datetime.date | None) -> bool:
        """Tell whether somebody may have gone by the name on a day."""
        return day is None or _within(day, self.start, self.end)

    def given_up(self, day: datetime.date | None) -> bool:
        """Tell whether the name is one that somebody went by before a day."""
        return day is not None and self.end is not None and self.end < day


@dataclass(frozen=True, slots=True)
class Councillor:
    """A person of the roster.

    Attributes:
        key: Key of the row in the archive's tables.
        roster_id: What the roster calls the person by.
        name: The latest name, without titles.
        title: Title on the roster.
        aliases: Other names, as written.
        names: All names in the form in which they are compared.
        terms: Times of service, in order.
    """

    key: str
    roster_id: str | None
    name: str
    title: str | None
    aliases: tuple[str, ...]
    names: tuple[KnownName, ...]
    terms: tuple[Term, ...]

    def serves(self, day: datetime.date | None) -> bool:
        """Tell whether the person was a councillor on a day."""
        return any(term.covers(day) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Roster:
    """The councillors of one authority or of several, in the order of their keys."""

    councillors: tuple[Councillor, ...]

    def serving(self, day: datetime.date | None) -> tuple[Councillor, ...]:
        """Return who was a councillor on a day; for no day, everybody."""
        return tuple(one for one in self.councillors if one.serves(day))

    def rows(self) -> Rows:
        """Return the roster as rows of its tables."""
        return {
            COUNCILLORS.name: [_councillor_row(one) for one in self.councillors],
            TERMS.name: [row for one in self.councillors for row in _term_rows(one)],
        }


def councillor_key(roster_id: str | None, name: str) -> str:
    """Return the key of a councillor: made of the roster's id and the earliest name."""
    identity = f"councillor:{roster_id or ''}:{name.casefold()}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _within(day: datetime.date, start: datetime.date | None, end: datetime.date | None) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _councillor_row(one: Councillor) -> Row:
    return (one.key, one.roster_id, one.name, one.title, list(one.aliases))


def _term_rows(one: Councillor) -> Iterable[Row]:
    for position, term in enumerate(one.terms, 1):
        start, end = (day.isoformat() if day else None for day in (term.start, term.end))
        key = f"{one.key}-{position}"
        yield (key, one.key, position, term.name, term.party, term.ward, start, end)
