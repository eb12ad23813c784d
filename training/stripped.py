"""A marked page as a site shows it that loses labels and the numbers of items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.evaluate.gold import Gold
from minutesparse.segment.headings.model import NUMBER_LINE, NUMBER_TITLE, separated

_LABEL = re.compile(r"\s*(?:Minutes|Decisions?|Minute|Resolved|Additional documents)\s*:\s*$")


def stripped(gold: Gold) -> tuple[str, list[int]]:
    """Return the text of a page without labels and item numbers, and where its items begin."""
    lines: list[str] = []
    begun: list[int] = []
    for line, opens in _lines(gold):
        if opens:
            begun.append(sum(map(len, lines)) + len(lines))
        lines.append(line)
    return "\n".join(lines), begun


def _lines(gold: Gold) -> Iterator[tuple[str, bool]]:
    """Yield the lines that are left, and whether an item begins on each."""
    starts = {mark.span.start for mark in gold.tagged("item")}
    opens, offset = False, 0
    for line in gold.text.split("\n"):
        end = offset + len(line)
        opens = opens or any(offset <= start <= end for start in starts)
        left = _numberless(line) if opens else line
        if left is not None and not _LABEL.match(left):
            heads = opens and bool(left.strip())
            yield left, heads
            opens = opens and not heads
        offset = end + 1


def _numberless(line: str) -> str | None:
    """Return the line of a heading without its number; None where nothing else stands on it."""
    text = line.strip()
    if NUMBER_LINE.match(text):
        return None
    found = NUMBER_TITLE.match(text)
    return found["title"] if found is not None and separated(found) else line
