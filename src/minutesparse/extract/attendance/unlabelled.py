"""Lists of the front page whose label is lost: councillors were present, officers attended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.lists import Listing, read_list
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_SURNAME = re.compile(r"[A-Z][\w'’-]+\s*(?:[,;]|and\b)")
_LEAST_SEATED = 3
_LONGEST_LINE = 200
_LONGEST_MEMBER = 90


class UnlabelledReader:
    """Reads a stretch of the front page that no label has announced.

    Args:
        text: The stretch, one or more lines.
        start: Where it stands in the normalised text of the page.
        words: The attendance lexicon.
    """

    def __init__(self, text: str, start: int, words: AttendanceWords) -> None:
        self._text = text
        self._start = start
        self._words = words

    def read(self, *, begun: bool) -> Iterator[tuple[Entry, str]]:
        """Yield whom the stretch lists, with their status.

        Args:
            begun: Whether somebody is listed above; officers stand below councillors only.
        """
        listing = read_list(self._text, self._start, self._words)
        members = listing.clean and self._members(self._text, listing)
        if "\n" in self._text and not members:
            yield from self._line_by_line(begun=begun)
        elif members:
            yield from ((entry, "present") for entry in listing.entries)
        elif begun and listing.clean and all(entry.role for entry in listing.entries):
            yield from ((entry, "in-attendance") for entry in listing.entries)

    def _line_by_line(self, *, begun: bool) -> Iterator[tuple[Entry, str]]:
        """Read lines of one person each."""
        lines = list(text_lines(self._text, 0, len(self._text)))
        people = list(self._one_a_line(lines))
        if self._roster(people):
            yield from ((entry, "present") for entry in people)
            return
        if sum(self._seated(entry) for entry in people) >= _LEAST_SEATED:
            for entry in people:
                if self._seated(entry) or entry.role or entry.organisation:
                    yield entry, "present" if self._seated(entry) else "in-attendance"
            return
        for first, last in lines:
            line = self._text[first:last]
            if not self._moves(line):
                below = UnlabelledReader(line, self._start + first, self._words)
                found = list(below.read(begun=begun))
                begun = begun or bool(found)
                yield from found

    def _roster(self, people: Sequence[Entry]) -> bool:
        """Tell whether the chair opens a list of those whom the page then calls by initials."""
        if len(people) < _LEAST_SEATED or people[0].role != "Chair":
            return False
        return sum(entry.initials is not None for entry in people) >= len(people) - 1

    def _one_a_line(self, lines: Sequence[tuple[int, int]]) -> Iterator[Entry]:
        for first, last in lines:
            one = read_list(self._text[first:last], self._start + first, self._words)
            if one.clean and len(one.entries) == 1:
                yield one.entries[0]

    def _moves(self, line: str) -> bool:
        """Tell whether a line says who proposes, or who came and went, and lists nobody."""
        tokens = tokenise(line[:_LONGEST_LINE])
        first = tuple(token.lower for token in tokens[:1])
        return first in self._words.closing or any(
            token.text in self._words.coming for token in tokens
        )

    def _members(self, text: str, listing: Listing) -> bool:
        """Tell whether a list is one of members."""
        entries = listing.entries
        if not entries:
            return False
        reader = NameReader(tokenise(text), self._words)
        if reader.plural_end(0) > 0 and len(entries) > 2:
            return not self._moves(text)
        if len(entries) > 2 and all(self._seated(entry) for entry in entries):
            return True
        if len(entries) >= _LEAST_SEATED and self._all_abbreviated(entries):
            return not self._moves(text)
        first = entries[0]
        titles = (f"{role} " for role in self._words.names.chair_roles)
        chair = first.role in ("Chair", "Mayor") or first.name.lower().startswith(tuple(titles))
        return chair and len(entries) == 1 and not first.organisation

    def _all_abbreviated(self, entries: Sequence[Entry]) -> bool:
        """Tell whether initials stand behind the names, by which the page goes on to call them."""
        return all(entry.initials is not None and entry.role is None for entry in entries)

    def _seated(self, entry: Entry) -> bool:
        """Tell whether a title of members opens a name ("Councillor Ann Orr")."""
        return entry.name.split()[0].rstrip(".").lower() in self._words.names.member_titles


def opens_with_member(line: str, words: AttendanceWords) -> bool:
    """Tell whether a short line opens with a title of members and ends no sentence."""
    first = line.split(maxsplit=1)
    titled = bool(first) and first[0].rstrip(".").lower() in words.names.member_titles
    return titled and len(line) < _LONGEST_MEMBER and not line.rstrip().endswith((".", ":"))


def opens_with_surname(line: str, start: int) -> bool:
    """Tell whether a list begins with a surname and no more ("Amos, Boot and Mrs Dell")."""
    return _SURNAME.match(line, start) is not None


def text_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of a stretch begins and ends."""
    place = start
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        yield place, stop
        place = stop + 1
