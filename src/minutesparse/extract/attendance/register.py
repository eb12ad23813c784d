"""Lists of names under their labels: a state machine over the lines of a front page or an item.

The state is what the last labels said: whether those listed were there, an office that waits for
its name, and whether the label stood alone above its list. A line is labels and stretches of a
list; a sentence ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutesparse.extract.attendance.announced import Label
from minutesparse.extract.attendance.asides import with_times
from minutesparse.extract.attendance.entry import Entry, finding, office
from minutesparse.extract.attendance.grid import Grid
from minutesparse.extract.attendance.labels import Piece, split_labels
from minutesparse.extract.attendance.lists import Listing, read_list
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.naming import tokenise

_LEAST_SEATED = 3
_MOST_QUIET = 3
_LONGEST_QUIET = 200
_AWAY = ("apologies", "absent")
_RECEIVED = re.compile(
    r"\W*(?:(?:were|was|had\s+been|have\s+been)\s+)?"
    r"(?:received|tendered|submitted|accepted|given|sent|noted|intimated|recorded)\s+"
    r"(?:and\s+\w+ed\s+)?(?:from|by|for|on\s+behalf\s+of)\s+",
    re.I,
)
_ALSO = re.compile(r"also\b", re.I)
_HEADING = re.compile(r"(?:\d{1,3}[.)]?|[IVX]{1,4}\.?)\s+[A-Z][A-Z ,&/'’-]{3,}$")


@dataclass(slots=True)
class _State:
    """What the labels so far say of the next name."""

    status: str | None = None
    role: str | None = None
    main: str | None = None
    alone: bool = False
    direct: bool = False
    under: bool = False
    offices_first: bool = False
    reverts: bool = False
    rule: str = "attendance.roll"
    quiet: int = 0
    single: bool = False
    organisation: str | None = None


class Register:
    """Reads the lines of one stretch of the page.

    Args:
        text: The normalised text of the page.
        words: The attendance lexicon.
        status: What the heading above the stretch says of names without a label.
        front: Whether the stretch is the front of the page, where a list may have lost its label.
        passing: Whether the stretch is of an item about something else, where a list on its
            label's line ends with its paragraph.
    """

    def __init__(
        self,
        text: str,
        words: AttendanceWords,
        *,
        status: str | None = None,
        front: bool = False,
        passing: bool = False,
    ) -> None:
        self._text = text
        self._words = words
        self._front = front
        self._passing = passing
        self._state = _State(status, main=status, alone=status is not None)
        self._titled = status
        self._run: tuple[int, int] | None = None
        self._inline = False
        self._described = 0
        self._grid = Grid(words)
        self.findings: list[AttendanceFinding] = []

    def read(self, start: int, end: int) -> list[AttendanceFinding]:
        """Return who the lines between two offsets list."""
        for first, last in _lines(self._text, start, end):
            if self._text[first:last].strip():
                self._line(first, last)
            else:
                self._flush()
                self._revert()
        self._flush()
        return self.findings

    def _revert(self) -> None:
        """Go back from a class with its own line to the heading above, at a blank line."""
        state = self._state
        if state.reverts and state.main == "present" and state.alone:
            state.status, state.role, state.reverts = state.main, None, False
        if self._passing and state.status and not state.alone:
            self._state = _State()

    # ------------------------------------------------------------ one line

    def _line(self, start: int, end: int) -> None:
        line = self._text[start:end]
        row = self._grid.row(line, start, active=self._state.status is not None)
        if row is not None:
            self._flush()
            self.findings += [finding(entry, status, "attendance.grid") for entry, status in row]
            return
        if self._role_of_last(line):
            return
        pieces = list(split_labels(line, self._words, active=self._state.status is not None))
        if _HEADING.match(line.strip()) and not any(piece.label for piece in pieces):
            self._flush()
            self._state = _State()
            return
        for piece in pieces:
            if piece.label is not None:
                self._flush()
                if piece.label.main and _ALSO.match(line, piece.start):
                    self._seat()
                self._turn(piece.label, inline=_followed(line, piece))
            else:
                self._extend(start + piece.start, start + piece.end)

    def _role_of_last(self, line: str) -> bool:
        """Take an office alone on a line below a name alone on its line."""
        if self._run is not None or not self._state.single or self._state.status is None:
            return False
        last = self.findings[-1]
        shouted = line.isupper() and not last.name.isupper()
        if self._state.offices_first or shouted or not self._office_alone(line):
            return False
        self.findings[-1] = replace(last, role=last.role or office(line))
        self._state.single = False
        return True

    def _office_alone(self, line: str) -> bool:
        tokens = tokenise(line)
        reader = NameReader(tokens, self._words)
        if not tokens or not reader.is_office(0) or reader.title_end(0) > 0:
            return False
        marked = any(token.text in (",", ":", ".") for token in tokens)
        return not marked and reader.read(0) is None

    def _seat(self) -> None:
        """Where others are "also present", those listed "in attendance" above were present."""
        if all(entry.status != "present" for entry in self.findings):
            self.findings = [
                replace(entry, status="present") if entry.status == "in-attendance" else entry
                for entry in self.findings
            ]

    def _extend(self, start: int, end: int) -> None:
        """Add a stretch to the list that is open; stretches of one list are read together."""
        self._run = (self._run[0], end) if self._run else (start, end)

    # ------------------------------------------------------------ labels

    def _turn(self, label: Label, *, inline: bool) -> None:
        """Change the state as a label says."""
        state = self._state
        state.quiet, state.single, self._inline = 0, False, inline
        if label.status is None:
            self._state = _State()
        elif label.organisation is not None:
            state.organisation, state.role = label.organisation, None
        elif label.main:
            self._state = _State(label.status, label.role, label.status, not inline)
        elif state.status or self.findings or label.status == "present":
            state.status, state.role = self._class_status(label), label.role
            state.organisation, state.under, state.reverts = None, True, inline

    def _class_status(self, label: Label) -> str:
        """Return what a class of people or an office means under the last main label."""
        state = self._state
        status = label.status or "present"
        heads = state.alone and not state.direct
        if state.main in _AWAY and heads:
            return state.main
        if state.main == "in-attendance" and heads and status == "present":
            return state.main
        if label.role and state.status == "present":
            seated = state.alone and state.main == "present"
            return "present" if seated or self._member_office(label.role) else status
        return status

    def _member_office(self, role: str) -> bool:
        return role.rsplit(None, 1)[-1].lower() in self._words.member_offices

    # ------------------------------------------------------------ lists

    def _flush(self) -> None:
        """Read the list that is open and close it."""
        if self._run is None:
            return
        (start, end), self._run = self._run, None
        led = _RECEIVED.match(self._text, start, end) if self._state.status in _AWAY else None
        start = led.end() if led else start
        text = self._text[start:end]
        if self._state.status is None:
            if self._front:
                self._unlabelled(text, start)
            return
        bare = self._inline and " " not in text.strip()
        described = self._described > 1
        listing = read_list(text, start, self._words, bare=bare, described=described)
        self._inline = False
        if listing.entries:
            self._list(listing)
        elif self._reads_on(listing, text):
            self._state.quiet += 1
        else:
            self._state = _State(self._titled if self._titled and not self.findings else None)
        if listing.before and not listing.clean:
            self._state = _State()

    def _list(self, listing: Listing) -> None:
        state = self._state
        entries = list(listing.entries)
        self._described = self._describes(entries)
        if state.role and entries[0].role is None:
            state.offices_first = True
            entries[0] = replace(entries[0], role=state.role)
        if state.organisation:
            entries = [
                replace(entry, organisation=entry.organisation or state.organisation)
                for entry in entries
            ]
        for entry in entries:
            if not (self._comes_later(entry) or self._named_again(entry)):
                self._add(entry, state.status or "present")
        state.role, state.quiet = listing.office, 0
        state.direct = state.direct or not state.under
        state.single = len(entries) == 1 and bool(self.findings)

    def _describes(self, entries: Sequence[Entry]) -> int:
        """Count the names with their offices or bodies that stand one a line."""
        gaps = (self._text[one.end : two.start] for one, two in pairwise(entries))
        if not all("\n" in gap for gap in gaps):
            return 0
        return self._described + sum(bool(one.role or one.organisation) for one in entries)

    def _add(self, entry: Entry, status: str) -> None:
        if entry.late and status in _AWAY:
            return
        self.findings.append(finding(entry, status, self._state.rule))

    def _comes_later(self, entry: Entry) -> bool:
        """Take the coming or going of somebody who is listed already."""
        if not (entry.arrived or entry.left):
            return False
        last = entry.name.rsplit(None, 1)[-1]
        for place, known in enumerate(self.findings):
            same = last in (known.initials, known.name.rsplit(None, 1)[-1])
            if same and known.status == (entry.status or self._state.status):
                arrived, left = entry.arrived or known.arrived, entry.left or known.left
                self.findings[place] = replace(known, arrived=arrived, left=left)
                return True
        return False

    def _named_again(self, entry: Entry) -> bool:
        """Take the office of somebody who is listed already ("Minute taker: John Frost")."""
        words = entry.name.split()
        if not self._state.under or len(words) < 2 or self._state.status in _AWAY:
            return False
        here = [place for place, one in enumerate(self.findings) if one.status not in _AWAY]
        same = [place for place in here if self.findings[place].name == entry.name]
        if not same and entry.titled and len(words) == 2:
            same = [place for place in here if self.findings[place].name.split()[-1] == words[1]]
        if len(same) != 1:
            return False
        known = self.findings[same[0]]
        self.findings[same[0]] = replace(known, role=known.role or entry.role)
        return True

    def _reads_on(self, listing: Listing, text: str) -> bool:
        """Tell whether a list goes on over a stretch without names; take what it says."""
        state = self._state
        if listing.subject is not None or listing.before or len(text) > _LONGEST_QUIET:
            return False
        if state.quiet >= _MOST_QUIET:
            return False
        if self.findings and state.single:
            self._note(text)
        if listing.office:
            state.role = listing.office
        return listing.clean or not self._prose(text)

    def _note(self, text: str) -> None:
        last = self.findings[-1]
        noted = with_times(Entry(last.start, last.end, last.name), text)
        if noted.arrived or noted.left:
            self.findings[-1] = replace(last, arrived=noted.arrived, left=noted.left)

    def _prose(self, text: str) -> bool:
        return any(token.text in self._words.prose for token in tokenise(text))

    # ------------------------------------------------------------ lists without a label

    def _unlabelled(self, text: str, start: int) -> None:
        """Read a list of the front page whose label is lost: councillors, then officers."""
        listing = read_list(text, start, self._words)
        if "\n" in text and not (listing.clean and self._members(text, listing)):
            self._line_by_line(text, start)
            return
        if not listing.entries or not listing.clean:
            return
        if self._members(text, listing):
            self._state.rule = "attendance.unlabelled"
            for entry in listing.entries:
                self._add(entry, "present")
        elif self.findings and all(entry.role for entry in listing.entries):
            self._state.rule = "attendance.unlabelled"
            for entry in listing.entries:
                self._add(entry, "in-attendance")

    def _line_by_line(self, text: str, start: int) -> None:
        """Read lines of one person each: councillors were present, officers attended."""
        lines = list(_lines(self._text, start, start + len(text)))
        read = [read_list(self._text[first:last], first, self._words) for first, last in lines]
        people = [one.entries[0] for one in read if one.clean and len(one.entries) == 1]
        if sum(self._seated(entry) for entry in people) < _LEAST_SEATED:
            for first, last in lines:
                self._unlabelled(self._text[first:last], first)
            return
        self._state.rule = "attendance.unlabelled"
        for entry in people:
            if self._seated(entry) or entry.role:
                self._add(entry, "present" if self._seated(entry) else "in-attendance")

    def _members(self, text: str, listing: Listing) -> bool:
        """Tell whether a list without a label is one of members."""
        tokens = tokenise(text)
        reader = NameReader(tokens, self._words)
        entries: Sequence[Entry] = listing.entries
        if not entries:
            return False
        if reader.plural_end(0) > 0 and len(entries) > 2:
            return True
        if len(entries) > 2 and all(self._seated(entry) for entry in entries):
            return True
        first = entries[0]
        lowered = first.name.lower()
        titles = (f"{role} " for role in self._words.names.chair_roles)
        chair = first.role in ("Chair", "Mayor") or lowered.startswith(tuple(titles))
        return chair and len(entries) == 1 and not first.organisation

    def _seated(self, entry: Entry) -> bool:
        """Tell whether a title of members opens a name ("Councillor Ann Orr")."""
        return entry.name.split()[0].rstrip(".").lower() in self._words.names.member_titles


def _followed(line: str, piece: Piece) -> bool:
    """Tell whether a label has its list on its own line."""
    return bool(line[piece.end :].strip(" .|:;,"))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        yield place, stop
        place = stop + 1
