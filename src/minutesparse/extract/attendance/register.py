"""Lists of names under their labels: a state machine over the lines of a front page or an item.

The state is what the last labels said: whether those listed were there, an office that waits for
its name, and whether the label stood alone above its list. A line is labels and stretches of a
list; a sentence ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutesparse.extract.attendance.again import comes_later, named_again
from minutesparse.extract.attendance.announced import Label
from minutesparse.extract.attendance.asides import with_times
from minutesparse.extract.attendance.broken_labels import mended
from minutesparse.extract.attendance.class_columns import without_classes
from minutesparse.extract.attendance.entry import AWAY, Entry, finding, office
from minutesparse.extract.attendance.grid import Grid
from minutesparse.extract.attendance.guests import are_members, are_officers, with_guests
from minutesparse.extract.attendance.labels import Piece, split_labels
from minutesparse.extract.attendance.lists import Listing, holds_name, read_list
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.posts import with_posts
from minutesparse.extract.attendance.runin import run_in_lines
from minutesparse.extract.attendance.signing import excuses, moves, signs, votes
from minutesparse.extract.attendance.state import State
from minutesparse.extract.attendance.unlabelled import (
    UnlabelledReader,
    opens_with_member,
    opens_with_surname,
    text_lines,
)
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.naming import tokenise

_MOST_QUIET = 3
_LONGEST_QUIET = 200
_WERE_THERE = re.compile(r",?\s+(?:was|were)\s+(?:present|in\s+attendance)\s*\.?\s*$", re.I)
_RECEIVED = re.compile(
    r"\W*(?:(?:these|they|those)\s+)?(?:(?:were|was|had\s+been|have\s+been)\s+)?"
    r"(?:received|tendered|submitted|presented|accepted|given|sent|noted|intimated|recorded)\s+"
    r"(?:and\s+\w+ed\s+)?(?:from|by|for|on\s+behalf\s+of)\s+",
    re.I,
)
_CAME = re.compile(
    r"\b(?:joined|attended)\s+(?:the\s+meeting\s+)?(?:virtually|remotely|online|via)\b"
)
_LEAST_HEADING = 4  # words of a title that nobody's name has
_LONGEST_HEADING = 80
_ZONE_LABEL = re.compile(r"\s*(?:minutes?|decisions?)\s*:?\s*", re.I)
_ALSO = re.compile(r"also\b", re.I)
_OPEN = re.compile(r"\b(?:from|on\s+behalf\s+of)\s*[:-]*\s*$", re.I)  # the names follow below
_NOTE = re.compile(
    r"(?:until|till|from|arrived|left|joined|absent\s+from|via|by(?!\s+invit)|(?-i:apology|apologies)$)(?:\s+(?!:)\S.{0,60})?$",
    re.I,
)
_ALSO_ALONE = re.compile(r"also\s*[:,]?\s*", re.I)
_HEADING = re.compile(
    r"\W*\d{2,4}[-/]\d[\d/-]*\W*$|"
    r"(?:MINUTES|NOTES|MEETING)\s[A-Z ,.'’-]{20,}$|"
    r"(?:\d{1,3}[.)]?|[IVX]{1,4}\.?)\s+[A-Z][A-Z ,&/'’-]{3,}$"
)


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
        self._state = State(status, main=status, alone=status is not None)
        self._titled = status
        self._run: tuple[int, int] | None = None
        self._inline = False
        self._described = 0
        self._grid = Grid(words)
        self.findings: list[AttendanceFinding] = []

    def read(self, start: int, end: int) -> list[AttendanceFinding]:
        """Return who the lines between two offsets list."""
        self._text = without_classes(mended(self._text, start, end), start, end, self._words)
        for first, last in text_lines(self._text, start, end):
            if self._text[first:last].strip():
                self._parts(first, last)
            elif not self._goes_on():
                self._flush()
                self._revert()
        self._flush()
        return self.findings

    def _goes_on(self) -> bool:
        """Tell whether a list goes on: members present behind a comma, or in a paragraph each."""
        if self._run is None:
            return False
        end, status = self._run[1], self._state.status
        if status is not None or not self._front:
            return status == "present" and not self._passing and self._text.endswith(",", 0, end)
        start = self._text.rfind("\n", 0, end) + 1
        return opens_with_member(self._text[start:end], self._words)

    def _revert(self) -> None:
        """Go back from a class with its own line to the heading above, at a blank line."""
        state = self._state
        if state.reverts and state.main == "present" and state.alone:
            state.status, state.role, state.reverts = state.main, None, False
        if self._passing and state.status and not state.alone:
            self._state = State()

    # ------------------------------------------------------------ one line

    def _parts(self, start: int, end: int) -> None:
        """Read a line, and what stands under each heading within it."""
        for first, last in run_in_lines(self._text, start, end, self._words):
            if first > start:
                self._flush()
                self._state, self._front = State(), False
            self._line(first, last)

    def _line(self, start: int, end: int) -> None:
        line = self._text[start:end]
        if self._titled and _ZONE_LABEL.fullmatch(line):
            self._flush()
            self._state = State(self._titled, main=self._titled, alone=True)
            return
        away = self._state.status in AWAY
        if signs(line, self._words) or votes(line) or (away and moves(line)):
            self._flush()
            self._state, self._front = State(), False
            return
        row = self._grid.row(line, start, active=self._state.status is not None)
        if row is not None:
            self._flush()
            self.findings += [finding(entry, status, "attendance.grid") for entry, status in row]
            return
        if self._note_of_last(line) or self._role_of_last(line):
            return
        pieces = list(split_labels(line, self._words, active=self._state.status is not None))
        headed = _HEADING.match(line.strip()) is not None or self._is_heading(line)
        if (headed or self._excuses(line)) and not any(piece.label for piece in pieces):
            self._flush()
            self._state = State()
            return
        for place, piece in enumerate(pieces):
            if piece.label is not None and not self._still_away(line, piece):
                self._flush()
                if piece.label.main and _ALSO.match(line, piece.start):
                    self._seat()
                nested = bool(place) and pieces[place - 1].label is not None
                followed = bool(line[piece.end :].strip(" .|:;,"))  # its list is on its own line
                self._turn(piece.label, inline=followed, nested=nested)
                called = line[piece.start : piece.end].lower().strip(" :")
                # A label that is a title is shared by those below it ("Councillors"), and by those
                # behind it where the first of them has a surname and no more.
                shared = not self._inline or opens_with_surname(line, piece.end)
                shared = shared or any(not one.label for one in pieces[:place])
                self._state.shared = shared and called in self._words.names.plural_titles
            elif piece.label is None:
                self._extend(start + piece.start, start + piece.end)

    def _excuses(self, line: str) -> bool:
        """Tell whether a line below those who came begins to tell of those who did not."""
        return self._state.status not in (None, *AWAY) and excuses(line)

    def _is_heading(self, line: str) -> bool:
        """Tell whether a line is made of the words of items' titles ("Disclosure of Interests")."""
        words = [
            part for token in tokenise(line[:_LONGEST_HEADING]) for part in _parts(token.lower)
        ]
        return len(words) >= _LEAST_HEADING and self._words.heading_words.issuperset(words)

    def _still_away(self, line: str, piece: Piece) -> bool:
        """Tell whether "Also:" goes on with those who sent apologies."""
        also = _ALSO_ALONE.fullmatch(line, piece.start, piece.end) is not None
        if also and self._state.main in AWAY:
            self._flush()
            return True
        return False

    def _note_of_last(self, line: str) -> bool:
        """Take a line that says when or how the one alone above it came: "until 7.16pm"."""
        words = line.strip(" |")
        if not self._state.status or _NOTE.match(words) is None:
            return False
        self._flush()
        if not self.findings or not self._state.single:
            return False
        if words.lower() in ("apology", "apologies"):
            self.findings[-1] = replace(self.findings[-1], status="apologies")
        self._note(words)
        return True

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
        if not tokens or not reader.is_office(0) or reader.title_end(0) > 0 or _ALSO.match(line):
            return False
        marked = any(token.text in (",", ":", ".") for token in tokens)
        return not marked and reader.read(0) is None and not holds_name(line, self._words)

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

    def _turn(self, label: Label, *, inline: bool, nested: bool = False) -> None:
        """Change the state as a label says; right behind another it only names a class of it."""
        state = self._state
        state.quiet, state.single, self._inline = 0, False, inline
        if label.status is None:
            self._state = State()
        elif label.organisation is not None:
            state.organisation, state.role = label.organisation, None
        elif label.main:
            self._state = State(label.status, label.role, label.status, not inline)
        elif state.status or self.findings or label.status == "present":
            state.status, state.role = self._class_status(label, nested=nested), label.role
            state.organisation, state.under, state.reverts = None, True, inline

    def _class_status(self, label: Label, *, nested: bool) -> str:
        """Return what a class of people or an office means under the last main label."""
        state = self._state
        status = label.status or "present"
        away = state.main in AWAY or (state.main == "in-attendance" and status == "present")
        if state.main and away and (nested or (state.alone and not state.direct)):
            return state.main
        if label.role and state.status == "present":
            seated = state.alone and state.main == "present"
            member = label.role.rsplit(None, 1)[-1].lower() in self._words.member_offices
            return "present" if seated or member else status
        return status

    # ------------------------------------------------------------ lists

    def _flush(self) -> None:
        """Read the list that is open and close it."""
        if self._run is None:
            return
        (start, end), self._run = self._run, None
        if self._state.status in AWAY and _CAME.search(self._text, start, end):
            return
        led = _RECEIVED.match(self._text, start, end) if self._state.status in AWAY else None
        start = led.end() if led else start
        text = self._text[start:end]
        if self._state.status == "in-attendance":
            text = _WERE_THERE.sub("", text)
        if self._state.status is None:
            if self._front:
                self._unlabelled(text, start)
            return
        bare = self._inline and " " not in text.strip()
        listing = read_list(
            text,
            start,
            self._words,
            bare=bare,
            shared=self._state.shared,
            described=self._described > 1,
        )
        self._inline = False
        if self._state.status == "in-attendance":
            listing = with_posts(listing, start, text, self._words)
        if listing.entries:
            self._below_members(text, listing)
            self._list(listing)
        elif self._state.status in AWAY and _OPEN.search(text):
            return
        elif self._reads_on(listing, text):
            self._state.quiet += 1
        else:
            self._state = State(self._titled if self._titled and not self.findings else None)
        if listing.before and not listing.clean:
            self._state = State()

    def _below_members(self, text: str, listing: Listing) -> None:
        """Take officers in a paragraph of their own below one of members for what they are."""
        state, entries = self._state, listing.entries
        if state.status != "present" or state.main != "present":
            return
        if state.members and not state.role and are_officers(entries, self._words):
            state.status, state.main = "in-attendance", "in-attendance"
        state.members = are_members(text, entries, self._words)

    def _list(self, listing: Listing) -> None:
        state = self._state
        if state.main == "present" and any(entry.role == "Chair" for entry in listing.entries):
            state.status = "present"  # a class of which one is in the chair is of members
        entries = with_guests(listing.entries, state.status, self._words)
        self._described = self._describes(entries)
        if state.role and entries[0].role is None:
            state.offices_first = True
            entries[0] = entries[0]._replace(role=state.role)
        if state.organisation:
            body = state.organisation
            entries = [entry._replace(organisation=entry.organisation or body) for entry in entries]
        for entry in entries:
            if not self._known(entry):
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

    def _known(self, entry: Entry) -> bool:
        """Take what is said of somebody who is listed already."""
        status = self._state.status
        if comes_later(entry, self.findings, entry.status or status):
            return True
        again = self._state.under and status not in AWAY
        return again and named_again(entry, self.findings)

    def _add(self, entry: Entry, status: str) -> None:
        if entry.late and status in AWAY:
            return
        self.findings.append(finding(entry, status, self._state.rule))

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
        """Read a list of the front page whose label is lost."""
        reader = UnlabelledReader(text, start, self._words)
        for entry, status in reader.read(begun=bool(self.findings)):
            self._state.rule = "attendance.unlabelled"
            self._add(entry, status)


def _parts(word: str) -> list[str]:
    """Return the words that hyphens join, a prefix left out ("non-pecuniary")."""
    return [part for part in word.split("-") if part != "non"]
