"""Titles that lost their numbers to bullets, each with its text below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import SENTENCE, Heading
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import clean_title, is_known_title
from minutesparse.text import Line

_LONGEST = 90
_FEWEST = 3
_KNOWN = 2
_MOSTLY = 0.7


def bulleted_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the bullets of one kind that are titles with text below, if nearly all of them are."""
    kinds: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        marker = read_marker(line.text)
        if marker is not None and marker.bullet:
            kinds[marker.style, line.indent].append(index)
    for places in kinds.values():
        found = [index for index in places if _heads(lines, index, lexicon)]
        titles = [_words(lines[index]) for index in found]
        known = sum(is_known_title(title, lexicon) for title in titles)
        if len(found) >= _FEWEST and known >= _KNOWN and len(found) >= _MOSTLY * len(places):
            return [_heading(lines, index) for index in found]
    return []


def _words(line: Line) -> str:
    marker = read_marker(line.text)
    return line.text[marker.width :] if marker else line.text


def _heads(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a bullet is a title: few words, no sentence, and text below."""
    title = _words(lines[index])
    if not title[:1].isupper() or len(title) > _LONGEST or title.endswith((".", ",", ";")):
        return False
    if SENTENCE.search(title) or is_label_of_people(title):
        return False
    if is_no_title(title) and not (index and is_known_title(title, lexicon)):
        return False
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    marker = read_marker(below)
    return bool(below) and (marker is None or not marker.bullet)


def _heading(lines: Sequence[Line], index: int) -> Heading:
    title = clean_title(_words(lines[index]))
    return Heading(index, index + 1, lines[index].start, None, title, None, "item.title_line")
