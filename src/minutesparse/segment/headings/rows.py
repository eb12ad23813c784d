"""Pages of one table row an item: the heading opens the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    SENTENCE,
    Heading,
    separated,
)
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import is_break, read_marker
from minutesparse.segment.titles import (
    cut_title,
    has_attachment,
    is_blurb,
    is_known_title,
    looks_like_title,
)
from minutesparse.text import Line

_MEETING_END = re.compile(
    r"\(?\s*(?:The\s+)?(?:meeting|proceedings)\b|Chair(?:man|person)?\b", re.I
)


def table_rows(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return a heading for each row; a row that only goes on with a sentence heads nothing."""
    found: list[Heading] = []
    number: str | None = None
    for first, after in _rows(lines, lexicon):
        alone = NUMBER_LINE.match(lines[first].text)
        if alone and after == first + 1:
            number = alone["number"]
            continue
        if found and number is None and _goes_on(lines, first, after, lexicon):
            continue
        found.append(_heading(lines, first, number, lexicon))
        number = None
    numbered = [heading for heading in found if heading.number]
    return numbered if len(numbered) > 2 and _rising(numbered) else found


def _rising(headings: Sequence[Heading]) -> bool:
    """Tell whether plain numbers count on from row to row: rows without one are text."""
    printed = (heading.number or "" for heading in headings)
    values = [int(number) for number in printed if number.isdigit()]
    steps = [after - before for before, after in pairwise(values)]
    return len(values) == len(headings) and all(step == 1 for step in steps)


def _rows(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines between row ends; what precedes the first end is front."""
    first: int | None = None
    labelled = False
    for index, line in enumerate(lines):
        if is_break(line):
            if first is not None and first < index:
                yield first, index
            first, labelled = index + 1, False
        elif first is not None and labelled and _opens_row(lines, index, lexicon):
            yield first, index
            first, labelled = index, False
        labelled = labelled or _is_row_label(line, lexicon)
    if first is not None and first < len(lines) and not _MEETING_END.match(lines[first].text):
        yield first, len(lines)


def _opens_row(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a title with its label stands in a row that was never closed."""
    text = lines[index].text
    if index + 1 >= len(lines) or not _is_row_label(lines[index + 1], lexicon):
        return False
    if read_marker(text) or re.search(r",\s*item\s+\w+\W*$", text):
        return False
    return looks_like_title(text) and not SENTENCE.search(text) and not is_blurb(text)


def _is_row_label(line: Line, lexicon: Lexicon) -> bool:
    label = item_label(line.text, lexicon)
    return label is not None and label.role in ("minutes", "documents", "decision")


def _goes_on(lines: Sequence[Line], first: int, after: int, lexicon: Lexicon) -> bool:
    """Tell whether a row is more of the item above: sentences, and no label of its own."""
    text = lines[first].text
    if is_known_title(text, lexicon) or has_attachment(text):
        return False
    if any(item_label(line.text, lexicon) for line in lines[first:after]):
        return False
    return bool(SENTENCE.search(text)) or text.endswith(".") or text[0].islower()


def _heading(lines: Sequence[Line], first: int, number: str | None, lexicon: Lexicon) -> Heading:
    line = lines[first]
    offset = 0
    numbered = NUMBER_TITLE.match(line.text)
    if number is None and numbered and separated(numbered):
        number, offset = numbered["number"], numbered.start("title")
    title = cut_title(line.text[offset:], lexicon)
    rest = None if title.rest is None else line.start + offset + title.rest
    return Heading(first, first + 1, line.start, number, title.text, rest, "item.table_row")
