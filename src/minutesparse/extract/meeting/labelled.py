"""What stands behind a label: "Venue: the Guildhall", "Time | 7pm", "Date" above its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_GAP = re.compile(r"[^\S\n]{3,}|[^\S\n]*\|[^\S\n]*")
_FURTHEST = 3


def behind_label(text: str, label: re.Pattern[str]) -> str | None:
    """Return the first words behind a label, on its line or on the next line with words.

    Args:
        text: Any number of lines.
        label: Matches the label with its mark from the start of a cell.
    """
    lines = text.split("\n")
    for place, line in enumerate(lines):
        for told in _told(line, label):
            if told:
                return _with_next(told, lines[place + 1] if place + 1 < len(lines) else "")
            below = (following.strip() for following in lines[place + 1 : place + 1 + _FURTHEST])
            return next((following for following in below if following.strip(" |")), None)
    return None


def _with_next(told: str, following: str) -> str:
    """Add the next line where a line's words run on there, as on pages of fixed width."""
    runs_on = told.endswith((",", " View", " -", " and", " of"))
    return f"{told} {following.strip()}" if runs_on and following.strip() else told


def each_behind_label(text: str, label: re.Pattern[str]) -> Iterator[str]:
    """Yield the words behind every label that has some on its own line."""
    for line in text.split("\n"):
        yield from (told for told in _told(line, label) if told)


@lru_cache(maxsize=256)
def _cells(line: str) -> tuple[str, ...]:
    """Return what stands between the gaps of a line, which is asked for one label after another."""
    return tuple(cell for cell in _GAP.split(line.strip()) if cell.strip())


def _told(line: str, label: re.Pattern[str]) -> Iterator[str]:
    """Yield what a line says behind each label; nothing where the label stands alone."""
    cells = _cells(line)
    for place, cell in enumerate(cells):
        found = label.match(cell)
        if found is None:
            continue
        rest = cell[found.end() :].strip()
        yield rest or (cells[place + 1].strip() if place + 1 < len(cells) else "")
