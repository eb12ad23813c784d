"""Meeting pages that have lost the column of numbers: the header stands, no number under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.codes import counting_codes
from minutesparse.segment.headings.labelled import could_be_title, labelled_titles, title_at
from minutesparse.segment.headings.lost import items_between_gaps
from minutesparse.segment.headings.model import NUMBER_LINE, NUMBER_TITLE, Heading, separated
from minutesparse.segment.titles import is_known_title
from minutesparse.text import Line

_COLUMNS = re.compile(r"(?:(?:Note\s+)?No\.?\s*Item|Rhif\s+eitem)\s*$", re.I)
_FIRST_CODE = 6  # lines from the header to the first item's code
_LONE_NUMBERS = _APART = 2


def stripped_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles of a page whose header announces numbers that are not there.

    What bears a number on such a page is a paragraph or a clause of an item.
    """
    header = next((n for n, line in enumerate(lines[:60]) if _COLUMNS.match(line.text)), None)
    if header is None or header + 1 >= len(lines) or _is_numbered(lines[header + 1]):
        return []
    alone = sum(_is_lone_number(line) for line in lines[header:])
    codes = counting_codes(lines[header:]).values()
    if alone >= _LONE_NUMBERS or any(run[0][0] <= _FIRST_CODE for run in codes):
        return []
    found = items_between_gaps(lines, header, lexicon) or labelled_titles(lines, lexicon)
    if not found or found[0].line <= header + 2:
        return found
    before = [at for at in range(header + 1, found[0].line - 1) if _opens(lines, at, lexicon)]
    known = [at for at in before if at == header + 1 or is_known_title(lines[at].text, lexicon)]
    return [*(title_at(lines, at) for at in known), *found]


def _opens(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether the first line under the header is the first title."""
    return lines[index].gap >= _APART and could_be_title(
        lines[index].text, lexicon, lines[index + 1].text
    )


def _is_lone_number(line: Line) -> bool:
    """Tell whether a number stands alone, and not "Item No. 2" for a part of an item."""
    found = NUMBER_LINE.match(line.text)
    return found is not None and not found["word"]


def _is_numbered(line: Line) -> bool:
    found = NUMBER_TITLE.match(line.text)
    return NUMBER_LINE.match(line.text) is not None or (found is not None and separated(found))
