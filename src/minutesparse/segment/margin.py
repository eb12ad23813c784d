"""The right-hand action column of printed minutes, taken apart from the text beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADER = re.compile(
    r"(?<=[ ]{4})(?P<head>ACTIONS?|Actions?(?:\s+by)?|Owner|By\s+whom|Lead|ACTION\s+BY)[ ]*$", re.M
)
_NOTE = re.compile(r"(?:^|(?<=\S))[ ]{4,}(?P<note>\S(?:\S|[ ](?=\S)){0,23})[ ]*$", re.M)
_TOLERANCE = 14


@dataclass(frozen=True, slots=True)
class Note:
    """Words in the right-hand column: where they stand, and what they are."""

    start: int
    end: int
    text: str


def margin_notes(text: str) -> tuple[Note, ...]:
    """Return what stands in the right-hand action column, where the page has one.

    The column is known by its head ("Action" at the right end of a line); notes are short and
    stand, after a wide gap, not far left of the head.
    """
    header = _HEADER.search(text)
    if header is None:
        return ()
    column = header.start("head") - _line_start(text, header.start("head"))
    if column < 30:
        return ()
    notes = []
    for found in _NOTE.finditer(text, header.end()):
        place = found.start("note") - _line_start(text, found.start("note"))
        if place >= column - _TOLERANCE and not found["note"][0].islower():
            notes.append(Note(found.start("note"), found.end("note"), found["note"]))
    return tuple(notes)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
