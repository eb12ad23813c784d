"""Titles that a page sets off by a line drawn under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import NUMBER_TITLE, Heading, separated
from minutesparse.segment.labels import item_label
from minutesparse.segment.titles import clean_title, is_known_title
from minutesparse.text import Line

_UNDERLINE = re.compile(r"(?:-{4,}|={4,}|_{4,}|~{4,})$")
_LONGEST = 160
_FEWEST = 3


def underlined_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles with a line drawn right under them, where several are, a known one too."""
    found = [
        _heading(lines, index)
        for index in range(len(lines) - 1)
        if _is_drawn_under(lines, index) and _can_head(lines[index].text, lexicon)
    ]
    known = any(is_known_title(one.title or "", lexicon) for one in found)
    return found if known and len(found) >= _FEWEST else []


def _is_drawn_under(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the next line is nothing but a stroke, right under words."""
    text, below = lines[index].text, lines[index + 1]
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    return not below.gap and _UNDERLINE.fullmatch(below.text) is not None


def _can_head(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line can be an item's title: no label, no outcome, nobody's list."""
    if is_no_title(text) or is_label_of_people(text):
        return False
    return item_label(f"{text.rstrip(':')}:", lexicon) is None or is_known_title(text, lexicon)


def _heading(lines: Sequence[Line], index: int) -> Heading:
    line = lines[index]
    found = NUMBER_TITLE.match(line.text)
    number = found["number"] if found and separated(found) else None
    title = clean_title(found["title"] if found and number else line.text).rstrip(":")
    return Heading(index, index + 2, line.start, number, title, None, "item.underlined_title")
