"""Titles without numbers above paragraphs that are counted through the whole page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import SENTENCE, Heading
from minutesparse.segment.headings.unnumbered import title_lines
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import clean_title, is_blurb, opens_with_known_title
from minutesparse.text import Line

_PARAGRAPH = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?=[A-Z\d\"'])")
_FEWEST_TITLES, _FEWEST_PARAGRAPHS = 2, 5
_LONGEST = 120
_MOSTLY = 0.7


def titles_above_paragraphs(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles of a page whose paragraphs are counted from 1 on, whatever the item.

    Where standing titles stand right above such paragraphs, so does every line without a number
    that looks like none of the text.
    """
    counted = _counted(lines)
    told = sum(_tells(lines[index].text) for index in counted)
    if len(counted) < _FEWEST_PARAGRAPHS or told < _MOSTLY * len(counted):
        return []
    found = title_lines(lines, lexicon)
    above = [one for one in found if one.rest is None and one.body in counted]
    if len(above) < _FEWEST_TITLES:
        return []
    taken = {one.line for one in found} | counted
    places = [index - 1 for index in sorted(counted - {0}) if index - 1 not in taken]
    places = [place for place in places if _can_stand(lines[place].text, lexicon)]
    known = [place for place in places if opens_with_known_title(lines[place].text, lexicon)]
    first = min([above[0].line, *known])
    likes = [_heading(lines, place) for place in places if place >= first]
    return sorted([*found, *likes], key=lambda one: one.line)


def _tells(text: str) -> bool:
    """Tell whether a paragraph has a sentence's end or verb, and is no title."""
    return text.endswith((".", ":", "?")) or SENTENCE.search(text) is not None


def _heading(lines: Sequence[Line], index: int) -> Heading:
    line = lines[index]
    title = clean_title(line.text)
    return Heading(index, index + 1, line.start, None, title, None, "item.title_above_paragraph")


def _counted(lines: Sequence[Line]) -> set[int]:
    """Return the places of the paragraphs that count on by one from 1."""
    places: set[int] = set()
    for index, line in enumerate(lines):
        found = _PARAGRAPH.match(line.text)
        if found is not None and int(found["number"]) == len(places) + 1:
            places.add(index)
    return places


def _can_stand(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line can be a title: short, without number, stop or verb."""
    if len(text) > _LONGEST or not text[0].isupper() or text.endswith((".", ":", ";", ",", "?")):
        return False
    if SENTENCE.search(text) or read_marker(text) is not None or is_blurb(text):
        return False
    if is_no_title(text) or is_label_of_people(text):
        return False
    return item_label(text, lexicon) is None
