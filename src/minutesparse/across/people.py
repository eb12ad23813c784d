"""The people of a document's meetings, resolved against the roster."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minutesparse.across.matching import Match, Standing, match
from minutesparse.across.names import Name, read_name
from minutesparse.across.roster import Roster
from minutesparse.export.rows import Rows
from minutesparse.export.tables import ATTENDANCE, ISSUES, MEETINGS, PEOPLE, Table
from minutesparse.lexicons import Lexicon
from minutesparse.naming import (
    NameWords,
    bears_members_title,
    holds_officers_post,
    name_words,
)

_MEMBERS = frozenset({"present", "apologies", "absent", "substitute"})
_GUEST = "in-attendance"
_SHARED = "person.ambiguous"  # code of the issue that several persons of a meeting bear a label
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

    def shared(self, rows: Rows) -> Iterator[tuple[str, str, Match]]:
        """Yield meeting, words and candidates of labels that several persons of a meeting bear."""
        days = _days(rows)
        for issue in as_mappings(ISSUES, rows):
            name = read_name(issue["quote"], self._words)
            if issue["code"] == _SHARED and name is not None:
                found = match(name, "member", days[issue["meeting"]], self._roster)
                if found.kind == "ambiguous":
                    yield issue["meeting"], issue["quote"], found

    def _people(self, rows: Rows) -> Iterator[tuple[Seen, Match]]:
        days = _days(rows)
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

    Two names that both occur are two people, however near; but where only one of them is on the
    attendance list, who speaks as a councillor without being on it is the one who is.
    """
    if found.kind != "fuzzy":
        return found
    same = [
        other
        for other, its in meeting
        if its.kind in ("exact", "alias") and its.councillors == found.councillors
    ]
    one_is_listed = seen.listed != any(other.listed for other in same)
    return found if not same or one_is_listed else Match("ambiguous", found.councillors)


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
    if any(bears_members_title(title, words) for title in titles):
        return "member"
    if _GUEST in listed or holds_officers_post(row["role"], words):
        return None
    if name.title:
        return "titled"
    return "member" if listed & _MEMBERS else "untitled"


def _days(rows: Rows) -> dict[str, datetime.date | None]:
    """Return the day of each meeting, by its key."""
    days = ((row["id"], row["date"]) for row in as_mappings(MEETINGS, rows))
    return {key: datetime.date.fromisoformat(day) if day else None for key, day in days}
