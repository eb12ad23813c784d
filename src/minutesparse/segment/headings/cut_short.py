"""Pages that a web site cuts short: a link to an item's full text stands where the item ends.

"... view the full minutes text for item 3." bears the item's number, so that the items can be told
apart even where their numbers and titles are lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.labelled import title_at
from minutesparse.segment.headings.model import SENTENCE, Heading
from minutesparse.segment.labels import item_label
from minutesparse.segment.titles import (
    has_attachment,
    is_blurb,
    is_known_title,
    looks_like_title,
)
from minutesparse.text import Line

_LINK = re.compile(
    r"(?:\.{3}|…)\s*view\s+the\s+full\s+(?:agenda|minutes?|decision)\s+text\s+for\s+item\s+(?P<number>\d{1,4})\b",
    re.I,
)
_ITEMS_HEAD = re.compile(r"(?:(?:Note\s+)?No\.?\s+Item|Rhif\s+eitem)")
_FEWEST = 2


def full_text_links(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return number and end of the last link of each item, in order.

    Nothing is returned where the numbers do not rise: then they tell nothing.
    """
    found: dict[int, int] = {}
    for line in lines:
        link = _LINK.match(line.text)
        if link is not None:
            found[int(link["number"])] = line.end
    numbers = list(found)
    return list(found.items()) if numbers == sorted(numbers) else []


def within_links(
    headings: Sequence[Heading],
    links: Sequence[tuple[int, int]],
    lines: Sequence[Line],
    lexicon: Lexicon,
) -> list[Heading]:
    """Return one heading for each stretch up to an item's link, where one item ends there.

    Args:
        headings: What another way of reading the page has found.
        links: Number and end of each item's last link.
        lines: The lines of the page without the links.
        lexicon: Tells standing titles.
    """
    begin = _first_line(lines)
    if len(links) < _FEWEST or begin is None:
        return list(headings)
    places = [one.line for one in headings]
    out: list[Heading] = []
    last = links[0][0] - 1
    for number, end in links:
        after = next((n for n in range(begin, len(lines)) if lines[n].start > end), len(lines))
        inside = headings[bisect_left(places, begin) : bisect_left(places, after)]
        single = number == last + 1 and begin < after
        out += [_opening(inside, lines, begin, lexicon)] if single else inside
        begin, last = after, number
    return [*out, *(one for one in headings if one.line >= begin)]


def _first_line(lines: Sequence[Line]) -> int | None:
    """Return the index of the line below the head of the items, None without one."""
    heads = [n for n, line in enumerate(lines[:60]) if _ITEMS_HEAD.fullmatch(line.text)]
    return heads[-1] + 1 if heads else None


def _opening(
    inside: Sequence[Heading], lines: Sequence[Line], begin: int, lexicon: Lexicon
) -> Heading:
    """Return the heading of the one item that begins at a line; its title may be lost."""
    if inside and inside[0].line == begin:
        return inside[0]
    if _is_title(lines, begin, lexicon):
        return replace(title_at(lines, begin), rule="item.cut_short")
    return Heading(begin, begin, lines[begin].start, None, None, None, "item.cut_short")


def _is_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether the first line of an item is its title, set apart from the text below it."""
    text = lines[index].text
    if has_attachment(text):
        return True
    apart = index + 1 < len(lines) and lines[index + 1].gap > 0
    if not apart or SENTENCE.search(text) or is_blurb(text) or text.endswith((":", ";", ",")):
        return False
    if item_label(text, lexicon) is not None:
        return False
    return is_known_title(text, lexicon) or (looks_like_title(text) and not text.endswith("."))
