"""The people of a document's meetings, resolved against the roster."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from minutesparse.across.matching import Match, Standing, match
from minutesparse.across.names import Name, read_name
from minutesparse.across.roster import Roster
from minutesparse.export.rows import Rows
from minutesparse.export.tables import ATTENDANCE, MEETINGS, PEOPLE, Table
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.naming import NameWords, name_words

_MEMBERS = frozenset({"present", "apologies", "absent", "substitute"})
_GUEST = "in-attendance"
_OWN_NAME_MEETINGS = 3
_OWN_NAME_SHARE = 3  # a third as often as the right form


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody of one meeting, as the minutes show them.

    Attributes:
        key: Key of the row.
        meeting: Key of the meeting.
        name: The fullest name.
        standing: What the page tells of the person; None for somebody who is no councillor.
        listed: Whether the attendance list has the person.
    """

    key: str
    meeting: str
    name: Name
    standing: Standing | None
    listed: bool


class Resolver:
    """Resolves the people of documents; each meeting by itself, on its day.

    Args:
        roster: The councillors.
        lexicon: The words that the rules know.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._words = name_words(lexicon)
        self._matched: dict[tuple[Name, Standing, datetime.date | None], Match] = {}
        self._own: frozenset[tuple[str, ...]] = frozenset()

    def survey(self, documents: Iterable[Rows]) -> frozenset[tuple[str, ...]]:
        """Learn which names are no slips, from all documents; return them.

        A name that is one letter away from a councillor's, and stands in a third as many meetings
        or more, is the name of somebody whom the roster does not have.
        """
        self._own = frozenset()
        right: Counter[str] = Counter()
        slips: Counter[tuple[tuple[str, ...], str]] = Counter()
        for rows in documents:
            for seen, found in self._people(rows):
                if found.kind in ("exact", "alias"):
                    right[found.councillors[0]] += 1
                elif found.kind == "fuzzy":
                    slips[seen.name.words, found.councillors[0]] += 1
        self._own = frozenset(
            words
            for (words, councillor), meetings in slips.items()
            if meetings >= max(_OWN_NAME_MEETINGS, right[councillor] / _OWN_NAME_SHARE)
        )
        return self._own

    def resolve(self, rows: Rows) -> dict[str, Match]:
        """Return who the people of a document's meetings are, by the key of their row."""
        return {seen.key: found for seen, found in self._people(rows)}

    def _people(self, rows: Rows) -> Iterator[tuple[Seen, Match]]:
        days = {row["id"]: _day(row["date"]) for row in as_mappings(MEETINGS, rows)}
        meetings: defaultdict[str, list[Seen]] = defaultdict(list)
        for seen in _seen(rows, self._words):
            meetings[seen.meeting].append(seen)
        for meeting, people in meetings.items():
            found = [(seen, self._match(seen, days[meeting])) for seen in people]
            yield from ((seen, _beside(seen, one, found)) for seen, one in found)

    def _match(self, seen: Seen, day: datetime.date | None) -> Match:
        if seen.standing is None:
            return Match()
        asked = (seen.name, seen.standing, day)
        if asked not in self._matched:
            self._matched[asked] = match(*asked, self._roster)
        found = self._matched[asked]
        if found.kind == "fuzzy" and seen.name.words in self._own:
            return Match("ambiguous", found.councillors)
        return found


def as_mappings(table: Table, rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table with the names of their columns."""
    names = table.names()
    return (dict(zip(names, row, strict=True)) for row in rows[table.name])


def _beside(seen: Seen, found: Match, meeting: Iterable[tuple[Seen, Match]]) -> Match:
    """Return a match, settled by who else is at the meeting.

    Two names that both occur are two people, however near; but who speaks as a councillor, and is
    not on the attendance list that has the right name, is the one on the list.
    """
    if found.kind != "fuzzy":
        return found
    same = [
        other
        for other, its in meeting
        if its.kind in ("exact", "alias") and its.councillors == found.councillors
    ]
    slip = not same or (not seen.listed and any(other.listed for other in same))
    return found if slip else Match("ambiguous", found.councillors)


def _seen(rows: Rows, words: NameWords) -> Iterator[Seen]:
    statuses: defaultdict[str, set[str]] = defaultdict(set)
    for row in as_mappings(ATTENDANCE, rows):
        if row["person"]:
            statuses[row["person"]].add(row["status"])
    for row in as_mappings(PEOPLE, rows):
        title = row["title"] or ""
        name = read_name(f"{title} {row['name']}", words)
        if name is not None:
            listed = statuses.get(row["id"], set())
            standing = _standing(row, name, listed, words)
            yield Seen(row["id"], row["meeting"], name, standing, bool(listed))


def _standing(
    row: Mapping[str, Any], name: Name, listed: set[str], words: NameWords
) -> Standing | None:
    """Return what a page tells of somebody, by title, office and attendance."""
    mentions = (read_name(one, words) for one in row["mentions"])
    titles = [name.title, *(one.title for one in mentions if one is not None)]
    if any(_is_members_title(title, words) for title in titles):
        return "member"
    if _GUEST in listed or (row["role"] and not _is_members_office(row["role"], words)):
        return None
    if name.title:
        return "titled"
    return "member" if listed & _MEMBERS else "untitled"


def _is_members_title(title: str, words: NameWords) -> bool:
    plain = title.replace("-", " ")
    return any(_has(plain, one.replace("-", " ")) for one in words.member_titles)


def _has(words: str, phrase: str) -> bool:
    return f" {phrase} " in f" {words} "


def _is_members_office(role: str, words: NameWords) -> bool:
    return bool(_offices(words).match(role))


@cache
def _offices(words: NameWords) -> re.Pattern[str]:
    offices = alternation([*words.chair_roles, *words.member_roles, "councillor", "ward member"])
    return re.compile(rf"(?:the\s+)?(?:{offices})\b(?!['’])", re.IGNORECASE)


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
