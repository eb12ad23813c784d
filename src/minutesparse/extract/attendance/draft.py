"""A list as read so far: its names, and what the next words may belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from minutesparse.extract.attendance.asides import Aside, with_aside
from minutesparse.extract.attendance.entry import Entry, office
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.segments import Segment
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_LONGEST_ASIDE = 400
_LINKS = {"and": " and ", ",": ", ", "-": " - "}


class Listing(NamedTuple):
    """What a list was read as.

    Attributes:
        entries: The names, in order.
        clean: True where nothing in it was left unread.
        subject: The name of which a verb then tells something; it ends the list and is no part
            of it.
        office: An office that waits for a name after the list's end.
        before: The names between the last full stop and the verb, the subject among them.
    """

    entries: tuple[Entry, ...] = ()
    clean: bool = True
    subject: Entry | None = None
    office: str | None = None
    before: tuple[Entry, ...] = ()


class Draft:
    """The names found so far in one list.

    Attributes:
        entries: The names.
        open: Whether an office or a body that follows is of the last name.
        extends: Whether further words go on with the last name's office.
        dashed: Whether that office was set off by a dash.
        pending: An office that waits for its name.
        shared: Whether a title before the names is shared by them.
        clean: Whether nothing was left unread.
        stopped: Whether a verb has ended the list.
        guests: Whether the members of the public have been counted, so that guests follow.
    """

    def __init__(self, text: str, offset: int, words: AttendanceWords, *, shared: bool) -> None:
        self._text = text
        self._offset = offset
        self._words = words
        self._group = 0
        self._subject: Entry | None = None
        self._before: tuple[Entry, ...] = ()
        self.entries: list[Entry] = []
        self.open = self.extends = self.dashed = self.stopped = self.guests = False
        self.pending: str | None = None
        self.shared = shared
        self.clean = True

    def listing(self) -> Listing:
        """Return what has been read."""
        return Listing(tuple(self.entries), self.clean, self._subject, self.pending, self._before)

    @property
    def last(self) -> Entry:
        """The last name."""
        return self.entries[-1]

    def words(self, tokens: Sequence[Token], first: int = 0) -> str:
        """Return the words from one of some tokens to their end, white space folded."""
        return " ".join(self._text[tokens[first].start : tokens[-1].end].split())

    def new_group(self) -> None:
        """Note that a sentence or a line begins, which a verb would make none of the list."""
        self._group = len(self.entries)

    # ------------------------------------------------------------ names

    def put(self, first: Token, last: Token, *, titled: bool, suffix: str = "") -> None:
        """Add a name, from its first token to its last."""
        name = " ".join(self._text[first.start : last.end].split()) + suffix
        start, end = self._offset + first.start, self._offset + last.end
        status = "in-attendance" if self.guests else None
        self.entries.append(Entry(start, end, name, titled, status=status))
        self.open, self.extends = True, False

    def change(self, **changes: Any) -> None:
        """Change what is known of the last name."""
        self.entries[-1] = self.last._replace(**changes)

    def lengthen(self, segment: Segment) -> None:
        """Take a segment as part of the last name: letters after it, or its initials."""
        end = self._offset + segment.tokens[-1].end
        start = self.last.start - self._offset
        self.change(end=end, name=" ".join(self._text[start : end - self._offset].split()))
        self.asides(segment)

    def reach_back(self, token: Token) -> None:
        """Let the last name's stretch begin at a token before it."""
        self.change(start=self._offset + token.start)

    # ------------------------------------------------------------ what stands beside a name

    def asides(self, segment: Segment) -> None:
        """Take what the brackets after a segment say of the last name."""
        for inner in segment.asides:
            if self.entries and inner[-1].end - inner[0].start <= _LONGEST_ASIDE:
                self.aside(inner)

    def aside(self, tokens: Sequence[Token]) -> bool:
        """Take some words as an aside about the last name; tell whether they say who stands in."""
        start, end = tokens[0].start, tokens[-1].end
        after = end + (self._text[end : end + 1] in (")", "]"))
        aside = Aside(self._text[start:end], self._offset + start, self._offset + after)
        entry, others = with_aside(self.last, aside, self._words)
        self.entries[-1:] = [entry, *others]
        return bool(others) or entry.status == "substitute"

    def add_office(self, tokens: Sequence[Token], first: int) -> None:
        """Take tokens as the last name's office, up to "in attendance"."""
        stop = next((i for i in range(first, len(tokens)) if _closes_office(tokens, i)), None)
        told = tokens[:stop]
        if self.last.role is None and len(told) > first:
            end = max(self.last.end, self._offset + told[-1].end)
            self.change(role=office(self.words(told, first)), end=end)

    def extend_office(self, segment: Segment) -> None:
        """Take a segment as further words of the last name's office, or as the body it is of."""
        told = self.words(segment.tokens)
        reader = NameReader(segment.tokens, self._words)
        if segment.mark == "," and len(segment.tokens) > 1 and reader.is_body(0):
            self.change(organisation=self.last.organisation or told)
        elif self.last.role is not None:
            end = max(self.last.end, self._offset + segment.tokens[-1].end)
            self.change(role=self.last.role + _LINKS.get(segment.mark, " ") + told, end=end)
        self.asides(segment)

    # ------------------------------------------------------------ the end

    def stop(self, *, subject: bool) -> None:
        """End the list at a verb; the sentence that it belongs to is none of the list."""
        if subject and self.entries:
            self._subject = self.last
        self._before = tuple(self.entries[self._group :])
        del self.entries[self._group :]
        self.clean, self.stopped = False, True


def _closes_office(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an office ends before "in attendance"."""
    pair = [token.lower for token in tokens[place : place + 2]]
    return pair in (["in", "attendance"], ["also", "present"])
