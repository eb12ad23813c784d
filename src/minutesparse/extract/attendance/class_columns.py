"""A column that names the class of members whose names stand in the next one.

"Primary     A Orr (St Anne's)", below it "     B Hay (Dale)": the first column is empty beside
everybody else of the class, so its words are no part of a name.
"""

from __future__ import annotations

import re

from minutesparse.extract.attendance.labels import split_labels
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_ROW = re.compile(
    r"^(?P<own>[A-Z](?:[^\n|:;, ]| (?! )){1,60}) {3,}(?P<name>[A-Z](?:\S| (?! ))*)$", re.M
)
_BELOW = re.compile(r"^ +(?P<name>[A-Z](?:\S| (?! ))*)$", re.M)
_LEAST_BELOW = 2


def without_classes(text: str, start: int, end: int, words: AttendanceWords) -> str:
    r"""Return the text with spaces for the words of a column of classes, all offsets as they were.

    Args:
        text: The normalised text of the page.
        start: Where the stretch begins that is read.
        end: Where it ends.
        words: The attendance lexicon, which knows names and labels.
    """
    stretch = text[start:end]
    if "\n " not in stretch:
        return text
    parts = re.split(r"(\n[^\S\n]*\n)", stretch)
    return text[:start] + "".join(_without(part, words) for part in parts) + text[end:]


def _without(part: str, words: AttendanceWords) -> str:
    """Return a paragraph without its column of classes, if it has one."""
    below = [found["name"] for found in _BELOW.finditer(part)]
    if len(below) < _LEAST_BELOW or not all(_is_name(name, words) for name in below):
        return part
    return _ROW.sub(lambda row: _blanked(row, words), part)


def _blanked(row: re.Match[str], words: AttendanceWords) -> str:
    first = row.end("own") - row.start()
    label = any(piece.label for piece in split_labels(row[0], words, active=False))
    if label or not _is_name(row["name"], words):
        return row[0]
    return " " * first + row[0][first:]


def _is_name(cell: str, words: AttendanceWords) -> bool:
    """Tell whether a cell begins with somebody's name and no office."""
    reader = NameReader(tokenise(cell), words)
    return reader.read(0) is not None and not reader.is_office(0)
