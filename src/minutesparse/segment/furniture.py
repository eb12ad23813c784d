"""Running heads and page numbers of printed pages, told by their coming again page after page."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from minutesparse.text import Line

_PAGE = re.compile(
    r"(?:page\s+(?:\d{1,4}|[ivxl]{1,5})(?:\s+(?:of|/)\s+\d{1,4})?|[-–]\s*\d{1,4}\s*[-–]|\d{1,4}\s+\|\s+page"
    r"|p\s*a\s*g\s*e\s*\|?\s*\d{1,4})$",
    re.I,
)
_FOOT = re.compile(r"(?:\S.{0,70}\s{2,})?page\s+\d{1,4}\s+of\s+\d{1,4}(?:\s{2,}\S.{0,50})?$", re.I)
_HEAD_WITH_PAGE = re.compile(
    r"(?:\d{1,4}\s+)?(?:[A-Z][^.]{0,60}\s)?(?:Minutes|MINUTES|Meeting|MEETING)\b[^.]{0,80}\bpage\s*#?\s*\d{1,4}$",
    re.I,
)
_MARKING = re.compile(
    r"(?:OFFICIAL(?:[\s:–-]+SENSITIVE)?|NOT\s+PROTECTIVELY\s+MARKED|UNCLASSIFIED|PROTECT|RESTRICTED)$"
)
_NUMBER_ONLY = re.compile(r"\d{1,4}$")
_HEAD_WORD = re.compile(
    r"\b(?:minutes|council|committee|board|panel|cabinet|meeting|page|authority|forum|trust)\b|\d{4}",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_SIGNATURE = re.compile(
    r"(?:(?:Chair(?:man|person)?(?:'s)?\s+)?(?:initials?|signed|signature)\b[\s:.…_]*"
    r"(?:date[d]?[\s:.…_]*)?|[.…_\s]{6,})$",
    re.I,
)
_HEADS_RECORD = re.compile(
    r"(?:Meeting|Question|Motion|Moved|Resolved|Decision|Item|Minutes\s+of)\b|"
    r".*\b(?:Resolution|Recommendation)\b",
    re.I,
)
"""How a line begins that heads a question or a decision, though the next one is alike."""

_FEWEST_PAGES = 3

_VOTE_TABLE = re.compile(r"Title\s*Type\s*Recorded\s+Vote\s+text\s*Result$", re.I)
_VOTE_ROW = re.compile(r"[^.]{1,160}\s(?:Resolution|Motion|Amendment|Recommendation)$")
_VOTE_LINK = re.compile(r"View\s+(?:the\s+)?Recorded\s+Votes?\s+for\s+this\s+item$", re.I)

_CUT_SHORT = re.compile(
    r"(?:\.{3}|…)\s*view\s+the\s+full\s+(?:agenda|minutes?|decision)\s+text\b", re.I
)
_PRINTED = (
    _CUT_SHORT,
    _VOTE_TABLE,
    _VOTE_LINK,
    _PAGE,
    _FOOT,
    _HEAD_WITH_PAGE,
    _MARKING,
    _SIGNATURE,
)
_MAY_BE_PRINTED = re.compile(
    r"[TVP\d.…_\s–-]|OFFICIAL|NOT\s|UNCL|RESTR|chair|initial|sign|.*page", re.I
)


def furniture_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that belong to the printed page and not to what it says.

    A running head comes again with nothing but its numbers changed; a page number stands alone
    beside one, or says "Page".
    """
    found = _running_heads(lines) | _counted_pages(lines)
    for index, line in enumerate(lines):
        if _is_printed(line.text) or _is_corner_number(line):
            found.add(index)
    found |= _vote_tables(lines)
    for index in sorted(found):
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(lines) and _NUMBER_ONLY.match(lines[place].text):
                found.add(place)
                place += step
    return [lines[index] for index in sorted(found)]


def _is_printed(text: str) -> bool:
    """Tell whether a line says of itself that it is the page's."""
    if _MAY_BE_PRINTED.match(text) is None:
        return False
    return any(one.match(text) for one in _PRINTED)


def _vote_tables(lines: Sequence[Line]) -> set[int]:
    """Return what a web page sets around its link to a recorded vote: a title and one row."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if _VOTE_TABLE.match(line.text):
            if index and lines[index - 1].text.lower() in ("recorded vote", "recorded votes"):
                found.add(index - 1)
            if index + 1 < len(lines) and _VOTE_ROW.match(lines[index + 1].text):
                found.add(index + 1)
    return found


def _is_corner_number(line: Line) -> bool:
    """Tell whether a number stands alone far right, as page numbers of a minute book do."""
    return line.indent >= 40 and re.fullmatch(r"\d{1,4}(?:/\d{2,4})?", line.text) is not None


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Return the indices of lines that come again with rising numbers or unchanged."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if 12 <= len(line.text) <= 160:
            places[_DIGITS.sub("0", " ".join(line.text.split()))].append(index)
    heads: set[int] = set()
    for alike in places.values():
        if len(alike) < 2:
            continue
        indices = [index for index in alike if _HEAD_WORD.search(lines[index].text)]
        if len(indices) >= 2 and _is_head([lines[index].text for index in indices]):
            heads.update(indices)
    return heads


def _counted_pages(lines: Sequence[Line]) -> set[int]:
    """Return numbers alone on lines that count the pages, and the short head beside each.

    They go up by one, and one and the same line stands above or below every one of them.
    """
    numbers = [i for i, line in enumerate(lines) if _NUMBER_ONLY.match(line.text)]
    values = [int(lines[i].text) for i in numbers]
    if len(numbers) < _FEWEST_PAGES or any(b - a != 1 for a, b in itertools.pairwise(values)):
        return set()
    for step in (-1, 1):
        places = [i + step for i in numbers if 0 <= i + step < len(lines)]
        texts = {lines[place].text for place in places}
        if len(texts) == 1 and len(places) >= len(numbers) - 1:
            return {*numbers, *places}
    return set()


def _is_head(texts: Sequence[str]) -> bool:
    first = texts[0]
    if first.endswith((".", ":", ";", ",")) and not first.endswith(("..", ". .")):
        return False
    if _HEADS_RECORD.match(first):
        return False
    numbers = [tuple(map(int, _DIGITS.findall(text))) for text in texts]
    if not numbers[0]:
        return len(texts) >= 3 and len(first) > 20
    rising = all(one < two for one, two in itertools.pairwise(numbers))
    return rising or (len(set(numbers)) == 1 and len(texts) >= 3)
