"""Pages of one table row an item: the heading opens the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    Title,
    clean_title,
    cut_squeezed_title,
    cut_standing_title,
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
_LISTED = re.compile(r",\s*item\s+\w+")
_VOTE_CAST = re.compile(
    r"(?:[A-Z][\w'.-]*\s+){1,6}(?:For|Against|Abstain(?:ed)?|Absent|Yes|No|Aye|Nay|FOR|AGAINST|"
    r"ABSTAIN(?:ED)?|ABSENT|YES|NO|Conflict\s+of\s+Interests?)$|"
    r".*\((?:Motion|Amendment|Resolution|Recorded\s+Vote)\)$|(?:Carried|Lost|Rejected|Approved)$"
)
_FEWEST_VOTES = 3
_WIDE = 40
_NUMBERED_PAGE = 3


def table_rows(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return a heading for each row; a row that only goes on with a sentence heads nothing."""
    found: list[Heading] = []
    numbered: int | None = None
    rows = _without_votes(lines, list(_rows(lines, lexicon)))
    numbers = sum(_is_number_cell(lines, *row) for row in rows) >= _NUMBERED_PAGE
    for first, after in rows:
        if _is_number_cell(lines, first, after):
            numbered = first
            continue
        if numbered is None and _goes_on(lines, first, after, lexicon):
            continue
        if numbers and numbered is None and not _labelled(lines, first, after, lexicon):
            continue
        found.append(_heading(lines, first, numbered, lexicon))
        numbered = None
    return found


def _without_votes(
    lines: Sequence[Line], rows: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Return the rows but for a table of votes: names and sides, what was moved, how it went."""
    votes = {first for first, _ in rows if _VOTE_CAST.match(lines[first].text)}
    return [row for row in rows if row[0] not in votes] if len(votes) >= _FEWEST_VOTES else rows


def _is_number_cell(lines: Sequence[Line], first: int, after: int) -> bool:
    return after == first + 1 and NUMBER_LINE.match(lines[first].text) is not None


def _labelled(lines: Sequence[Line], first: int, after: int, lexicon: Lexicon) -> bool:
    """Tell whether a row without number has what an item has: a label, a file, a known title."""
    text = lines[first].text
    if is_known_title(text, lexicon) or has_attachment(text):
        return True
    return any(_is_row_label(line, lexicon) for line in lines[first:after])


def _rows(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines between row ends.

    What precedes the first end is front, up to a title with its label.
    """
    first: int | None = None
    labelled = False
    for index, line in enumerate(lines):
        if is_break(line):
            if first is None and index and NUMBER_LINE.match(lines[index - 1].text):
                yield index - 1, index
            if first is None:
                first = next((at for at in range(index) if _opens_row(lines, at, lexicon)), None)
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
    if read_marker(text) or _LISTED.search(text):
        return False
    squeezed = cut_squeezed_title(text, lexicon)
    if squeezed is not None and squeezed.rest is not None and is_blurb(text[squeezed.rest :]):
        return True
    if is_known_title(squeezed.text if squeezed else text, lexicon):
        return True
    return looks_like_title(text) and not SENTENCE.search(text) and not is_blurb(text)


def _is_row_label(line: Line, lexicon: Lexicon) -> bool:
    label = item_label(line.text, lexicon)
    return label is not None and label.role in ("minutes", "documents", "decision")


def _goes_on(lines: Sequence[Line], first: int, after: int, lexicon: Lexicon) -> bool:
    """Tell whether a row is more of the item above: sentences, and no label of its own."""
    text = lines[first].text
    if item_label(text, lexicon) is not None:
        return True
    if is_known_title(text, lexicon) or has_attachment(text):
        return False
    if any(item_label(line.text, lexicon) for line in lines[first:after]):
        return False
    if cut_squeezed_title(text, lexicon) is not None:
        return False
    return bool(SENTENCE.search(text)) or text.endswith(".") or text[0].islower()


def _heading(lines: Sequence[Line], first: int, numbered: int | None, lexicon: Lexicon) -> Heading:
    """Return the heading that opens a row, its number in a row of its own above it or not."""
    line = lines[first]
    offset, number = 0, None
    found = NUMBER_TITLE.match(line.text)
    if numbered is not None:
        alone = NUMBER_LINE.match(lines[numbered].text)
        number = alone["number"] if alone else None
    elif found and separated(found) and not _refers(found):
        number, offset = found["number"], found.start("title")
    title = _cut(line.text[offset:], lexicon)
    rest = None if title.rest is None else line.start + offset + title.rest
    top = first if numbered is None else numbered
    words, body = title.text, first + 1
    if rest is None and _title_wraps(lines, body):
        words, body = clean_title(f"{line.text[offset:]} {lines[body].text}"), body + 1
    return Heading(top, body, lines[top].start, number, words, rest, "item.table_row")


def _refers(found: re.Match[str]) -> bool:
    """Tell whether a row speaks of an earlier minute ("Minute 42 - Paddling pools")."""
    return bool(found["word"] and found["dash"]) and found["word"].lower().startswith("min")


def _title_wraps(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a title runs over to the line at an index: its attachment closes it there."""
    if index >= len(lines) or lines[index].gap or is_break(lines[index]):
        return False
    text, before = lines[index].text, lines[index - 1].text
    if has_attachment(before) or len(before) < _WIDE or read_marker(text) or _LISTED.search(text):
        return False
    return has_attachment(text) and not is_blurb(text) and not SENTENCE.search(text)


def _cut(text: str, lexicon: Lexicon) -> Title:
    """Cut a row's first line; words after a dash that only go on with the title belong to it."""
    title = cut_title(text, lexicon)
    squeezed = cut_squeezed_title(text, lexicon) or cut_standing_title(text, lexicon)
    if title.rest is None or _names_more(text[title.rest : squeezed.end if squeezed else None]):
        return squeezed or Title(clean_title(text), len(text))
    return squeezed if squeezed and squeezed.end < title.end else title


def _names_more(rest: str) -> bool:
    return looks_like_title(rest) and not SENTENCE.search(rest) and not rest.endswith(".")
