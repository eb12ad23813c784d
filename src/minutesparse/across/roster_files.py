"""Reads a roster from the forms that councillor scrapers and open-data portals emit.

Flat rows (CSV or JSON) have a row for each person, or one for each term; rows with one id are one
person, and without ids rows of one name. Popolo has persons, memberships and organisations apart.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from minutesparse.across.listings import Row, day, folded, pick, picked_text, read_listing
from minutesparse.across.names import read_name
from minutesparse.across.roster import Councillor, KnownName, Roster, Term, councillor_key
from minutesparse.errors import ListingError
from minutesparse.lexicons import Lexicon, default_lexicon
from minutesparse.naming import NameWords, name_words

_BETWEEN = re.compile(r"\s*[;|/]\s*")
_OF_ALIASES = ("name", "start_date", "end_date")
_FIRST, _LAST = datetime.date.min, datetime.date.max


@dataclass(frozen=True, slots=True)
class _Alias:
    text: str
    start: datetime.date | None = None
    end: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of a roster: a person, and a term where it tells of one."""

    roster_id: str | None
    title: str | None
    family: str
    aliases: tuple[_Alias, ...]
    term: Term


def read_roster(path: str | Path, *, lexicon: Lexicon | None = None) -> Roster:
    """Return the roster that a file holds.

    Args:
        path: CSV, JSON, JSON Lines, or Popolo JSON.
        lexicon: The words that the rules know; the package's own by default.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        ListingError: It names nobody, or a date in it is none.
    """
    words = lexicon or default_lexicon()
    place = Path(path)
    listed = read_listing(place)
    if isinstance(listed, Mapping):
        listed = list(_popolo(listed, words))
    columns = words.table("roster", "columns")
    entries = [
        one for number, row in enumerate(listed, 1) if (one := _entry(row, columns, place, number))
    ]
    if not entries:
        raise ListingError(f"{place}: no column of names. Call one of them 'name'.")
    names = name_words(words)
    people = (_councillor(group, at, names) for group, at in _people(entries, names))
    return Roster(tuple(sorted(filter(None, people), key=lambda one: one.key)))


def _entry(
    row: Row, columns: Mapping[str, tuple[str, ...]], path: Path, number: int
) -> _Entry | None:
    """Return what a row tells, or None where it has no name."""

    def text(column: str) -> str | None:
        return picked_text(row, columns[column])

    given, family = text("given"), text("family")
    name = text("name") or " ".join(filter(None, (given, family)))
    if not name:
        return None
    where = f"{path}: row {number}"
    term = Term(
        name,
        text("party"),
        text("ward"),
        day(text("start"), where),
        day(text("end"), where, last=True),
    )
    aliases = tuple(_aliases(pick(row, columns["aliases"]), where))
    return _Entry(text("id"), text("title"), family or "", aliases, term)


def _aliases(given: Any, where: str) -> Iterator[_Alias]:
    """Yield other names: a text with semicolons, a list of texts, or of objects with dates."""
    listed = _BETWEEN.split(given) if isinstance(given, str) else given
    for one in listed if isinstance(listed, list) else [listed]:
        if isinstance(one, Mapping):
            text, start, end = (picked_text(dict(one), (name,)) for name in _OF_ALIASES)
            yield _Alias(text or "", day(start, where), day(end, where, last=True))
        elif one:
            yield _Alias(str(one).strip())


def _people(entries: Iterable[_Entry], words: NameWords) -> Iterator[tuple[list[_Entry], int]]:
    """Yield the entries of each person, and which of several persons of one name it is."""
    groups: dict[object, list[_Entry]] = {}
    for one in entries:
        name = read_name(one.term.name, words, one.family)
        groups.setdefault(one.roster_id or (name and name.words), []).append(one)
    for group in groups.values():
        if group[0].roster_id:
            yield group, 1
        else:
            yield from ((person, at) for at, person in enumerate(_namesakes(group), 1))


def _namesakes(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Return rows of one name by person: who serves for two wards at a time is two."""
    people: list[list[_Entry]] = []
    for one in entries:
        same = (person for person in people if not any(_clash(one, other) for other in person))
        person = next(same, None)
        if person is None:
            people.append(person := [])
        person.append(one)
    return people


def _clash(one: _Entry, other: _Entry) -> bool:
    first, second = one.term, other.term
    if folded(first.ward or "") == folded(second.ward or ""):
        return False
    starts = max(first.start or _FIRST, second.start or _FIRST)
    return starts < min(first.end or _LAST, second.end or _LAST)


def _councillor(entries: list[_Entry], number: int, words: NameWords) -> Councillor | None:
    """Return a person of the roster, or None where no letter is left of the name."""
    ordered = sorted(entries, key=lambda one: (one.term.start or _FIRST, one.term.end or _LAST))
    last = ordered[-1]
    names = _term_names(ordered, words)
    latest = read_name(last.term.name, words, last.family)
    if latest is None:
        return None
    aliases = dict.fromkeys(alias for one in ordered for alias in one.aliases if alias.text)
    names += [
        KnownName(name, True, alias.start, alias.end)
        for alias in aliases
        if (name := read_name(alias.text, words)) is not None
    ]
    former = dict.fromkeys(one.term.name for one in ordered if one.term.name != last.term.name)
    written = dict.fromkeys([*former, *(alias.text for alias in aliases)])
    identity = f"{ordered[0].term.name}{f' {number}' if number > 1 else ''}"
    plain, title = _plain(last.term.name, words)
    return Councillor(
        councillor_key(last.roster_id, identity),
        last.roster_id,
        plain,
        last.title or title,
        tuple(written),
        tuple(names),
        tuple(dict.fromkeys(one.term for one in ordered)),
    )


def _term_names(ordered: list[_Entry], words: NameWords) -> list[KnownName]:
    """Return the names of a person's terms: a new one begins, and the old one ends, with a term."""
    found: list[KnownName] = []
    for one in ordered:
        name = read_name(one.term.name, words, one.family)
        if name is None or (found and found[-1].name.words == name.words):
            continue
        start = one.term.start if found else None
        if found and start:
            found[-1] = replace(found[-1], end=start - datetime.timedelta(days=1))
        found.append(KnownName(name, start=start))
    return [replace(one, alias=one.name.words != found[-1].name.words) for one in found]


def _plain(name: str, words: NameWords) -> tuple[str, str | None]:
    """Return a written name without the titles before it, and these."""
    parts = name.split()
    read = read_name(name, words)
    titles = len(read.title.split()) if read else 0
    return " ".join(parts[titles:]) or name, " ".join(parts[:titles]) or None


def _popolo(listed: Mapping[str, Any], lexicon: Lexicon) -> Iterator[Row]:
    """Yield a flat row for each term of each person of a Popolo object; another is one person."""
    persons = _objects(listed.get("persons") or listed.get("people") or [listed])
    organisations, areas = _by_id(listed.get("organizations")), _by_id(listed.get("areas"))
    periods = _by_id(listed.get("events"))
    beside = {*lexicon.phrases("roster", "bodies"), *lexicon.phrases("roster", "parties")}
    served: dict[str, list[Row]] = {}
    for one in [*_objects(listed.get("memberships")), *_within(persons)]:
        body = organisations.get(str(one.get("organization_id")), {})
        if folded(str(body.get("classification") or "")) not in beside:
            served.setdefault(str(one.get("person_id")), []).append(one)
    for person in persons:
        for one in served.get(str(person.get("id")), [{}]):
            period = periods.get(str(one.get("legislative_period_id")), {})
            party = organisations.get(str(one.get("on_behalf_of_id")), {})
            yield {
                **{folded(name): value for name, value in person.items()},
                "start": one.get("start_date") or period.get("start_date"),
                "end": one.get("end_date") or period.get("end_date"),
                "party": party.get("name") or person.get("party"),
                "ward": one.get("area") or areas.get(str(one.get("area_id")), {}).get("name"),
            }


def _within(persons: Iterable[Row]) -> Iterator[Row]:
    """Yield the memberships that stand within persons."""
    for person in persons:
        for one in _objects(person.get("memberships")):
            yield {"person_id": person.get("id"), **one}


def _by_id(listed: Any) -> dict[str, Row]:
    return {str(one.get("id")): one for one in _objects(listed)}


def _objects(listed: Any) -> list[Row]:
    """Return the objects of a list, and nothing of what is none."""
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
