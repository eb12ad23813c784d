"""The right-hand action column of printed minutes, taken apart from the text beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADER = re.compile(
    r"(?<=[ ]{4})(?P<head>ACTIONS?|Actions?(?:\s+by)?|Owner|By\s+whom|Lead|ACTION\s+BY)[ ]*$", re.M
)
_GAP = " " * 4  # what parts the column from the text beside it
_HEADS = re.compile(
    r"^[ ]*(?:Items?|ITEMS?|Discussion|DISCUSSION|Subject|SUBJECT)[ ]{4,}"
    r"(?:ACTIONS?|Actions?(?:\s+by)?|By\s+whom|ACTION\s+BY)[ ]*$",
    re.M,
)
_NOTE = re.compile(r"(?:^|(?<=\S))[ ]{4,}(?P<note>\S(?:\S|[ ](?=\S)){0,23})[ ]*$", re.M)
_TOLERANCE = 14


@dataclass(frozen=True, slots=True)
class Note:
    """Words in the right-hand column: where they stand, and what they are.

    Attributes:
        start: Offset of the first of them.
        end: Offset after the last.
        text: The words.
        beside: Offset at which the text beside them on their line ends.
    """

    start: int
    end: int
    text: str
    beside: int


def margin_notes(text: str) -> tuple[Note, ...]:
    """Return what stands in the right-hand action column, where the page has one.

    The column is known by its head ("Action" at the right end of a line); notes are short and
    stand, after a wide gap, not far left of the head.
    """
    header = _HEADER.search(text) if _GAP in text else None
    if header is None:
        return ()
    column = header.start("head") - _line_start(text, header.start("head"))
    if column < 30:
        return ()
    notes: list[Note] = []
    for found in _NOTE.finditer(text, header.end()):
        if _HEADER.match(text, found.start("note")):
            continue
        place = found.start("note") - _line_start(text, found.start("note"))
        if place >= column - _TOLERANCE and not found["note"][0].islower():
            notes.append(_note(text, found, notes[-1] if notes else None))
    return tuple(notes)


def column_heads(text: str) -> tuple[tuple[int, int], ...]:
    """Return where lines of nothing but the columns' heads stand ("Item      Action")."""
    return tuple(
        (found.end() - len(found[0].lstrip()), found.end()) for found in _HEADS.finditer(text)
    )


def _note(text: str, found: re.Match[str], above: Note | None) -> Note:
    """Return a note; one alone on its line goes on with longer words right above it."""
    beside = found.start() if found.start() > _line_start(text, found.start("note")) else None
    if beside is None and above is not None and len(above.text) > 3:
        between = text[above.end : found.start("note")]
        if between.count("\n") == 1:
            beside = above.beside
    start = found.start("note")
    return Note(start, found.end("note"), found["note"], start if beside is None else beside)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
