"""Attendance printed as a table: a name in one column, a mark or a word for it in another."""

from __future__ import annotations

import re

from minutesparse.extract.attendance.entry import Entry, chair_role
from minutesparse.extract.attendance.lists import read_list
from minutesparse.extract.attendance.words import AttendanceWords

_CELL = re.compile(r"[^\S\n]*\|[^\S\n]*|\t|[^\S\n]{3,}")
_RULED = re.compile(r"[|\t]")
_NAMES = re.compile(r"(?:names?|members?|councillors?|forum\s+members?|attendees?)", re.I)
_TICKS = frozenset({"✓", "✔", "√", "x", "•", "*", "1"})
_STATUS = {
    "apologies": "apologies", "apology": "apologies", "apols": "apologies", "a": "apologies",
    "ap": "apologies", "absent": "absent", "ab": "absent", "n": "absent", "no": "absent",
    "substitute": "substitute", "sub": "substitute", "in attendance": "in-attendance",
}  # fmt: skip


class Grid:
    """Reads the rows of an attendance table, its head remembered."""

    def __init__(self, words: AttendanceWords) -> None:
        self._words = words
        self._columns: list[str | None] = []

    def row(self, line: str, offset: int, *, active: bool) -> list[tuple[Entry, str]] | None:
        """Return who a row names, with their status; None where the line is no row of a table.

        Args:
            line: One physical line.
            offset: Where it stands in the normalised text.
            active: Whether a label above has announced a list.
        """
        cells = _cells(line)
        if len(cells) < 2:
            return None
        if self._head(cells):
            return []
        status = self._status(cells)
        if status is None:
            return None
        place, text = next((cell for cell in cells if cell[1]), (0, ""))
        listing = read_list(text, offset + place, self._words)
        if len(listing.entries) != 1 or not listing.clean:
            return None
        if not (active or self._columns or listing.entries[0].titled):
            return None
        return [(_with_office(listing.entries[0], cells), status)]

    def _head(self, cells: list[tuple[int, str]]) -> bool:
        """Take the head of a table: "Name | Present | Apologies"."""
        named = [self._named(text) for _, text in cells]
        least = 1 if _NAMES.fullmatch(cells[0][1]) else 2
        if sum(status is not None for status in named) < least:
            return False
        self._columns = named
        return True

    def _named(self, text: str) -> str | None:
        lowered = tuple(text.lower().split())
        if not lowered:
            return None
        for status, phrases in self._words.presence:
            if lowered in phrases:
                return status
        return None

    def _status(self, cells: list[tuple[int, str]]) -> str | None:
        marks = [(place, text.lower()) for place, (_, text) in enumerate(cells) if text]
        if len(marks) < 2:
            return None
        place, mark = marks[-1]
        if self._columns and place < len(self._columns) and mark in _TICKS:
            return self._columns[place]
        if mark in _STATUS:
            return _STATUS[mark]
        return "present" if mark in self._words.present_marks else None


def _with_office(entry: Entry, cells: list[tuple[int, str]]) -> Entry:
    """Take the chair's office from a column between the name and its mark."""
    roles = (chair_role(text) for _, text in cells[1:-1])
    return entry._replace(role=entry.role or next((role for role in roles if role), None))


def _cells(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line with their places; empty ones only where bars rule them."""
    cells: list[tuple[int, str]] = []
    done = len(line) - len(line.lstrip())
    for gap in _CELL.finditer(line, done):
        cells.append((done, line[done : gap.start()].strip()))
        done = gap.end()
    cells.append((done, line[done:].strip()))
    if _RULED.search(line):
        return cells
    return [cell for cell in cells if cell[1]]
