"""Pages in the order of a senate or board: approvals, reports, old and new business, no numbers.

Word counts such titles by itself, and its numbers are lost with the format. What is left are short
lines set apart, alone or with what was said run in behind a mark ("Old Business- none").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.model import Heading
from minutesparse.text import Line

_NUMBER = r"(?:(?P<number>[IVX]{1,5})\.\s+)?"
_ORDER = (
    r"(?:Call\s+to\s+Order|(?:Old|New|Unfinished|Other)\s+Business|Adjournment|Announcements|"
    r"Approval\s+(?:of\s+)?(?:the\s+)?(?:proposed\s+)?(?:agenda|minutes\b[^.:–]{0,90})|"
    r"(?:Public\s+Comments?|Elections?|(?:For\s+the\s+)?Good\s+of\s+the\s+Order))"
)
_REPORT = (
    r"(?:(?:[A-Z][\w’'&-]*\s+){1,6}Reports?|"
    r"Reports?\s+(?:of|from)\s+(?:[A-Z][\w’'&-]*\s+){0,8}[A-Z][\w’'&-]*)"
)
_TITLE = re.compile(
    rf"{_NUMBER}(?P<title>(?P<order>{_ORDER})|{_REPORT})\s*(?:(?P<mark>[.:–-])\s*|$)", re.I
)
_FEWEST, _IN_ORDER, _MOST_NUMBERED = 5, 3, 1
_SHOUTED = 0.6  # share of titles


def senate_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles of a page that keeps the order of a senate, most of them standing ones."""
    found = [(index, one) for index, line in enumerate(lines) if (one := _read(line)) is not None]
    ordered = {one["order"].lower() for _, one in found if one["order"]}
    numbered = sum(one["number"] is not None for _, one in found)
    if len(found) < _FEWEST or len(ordered) < _IN_ORDER or numbered > _MOST_NUMBERED:
        return []
    if sum(one["title"].isupper() for _, one in found) > _SHOUTED * len(found):
        return []  # capitals are told by what they are
    return [_heading(lines[index], index, one) for index, one in found]


def _read(line: Line) -> re.Match[str] | None:
    """Read a line that is set apart as a title, or None."""
    found = _TITLE.match(line.text) if line.gap else None
    if found is None:
        return None
    words = found["title"]
    return found if words[0].isupper() and (found["order"] or _is_name(words)) else None


def _is_name(words: str) -> bool:
    """Tell whether every longer word of a report's name has a capital."""
    return all(word[0].isupper() for word in words.split() if len(word) > len("from"))


def _heading(line: Line, index: int, found: re.Match[str]) -> Heading:
    rest = line.start + found.end() if found.end() < len(line.text) else None
    title = found["title"].strip()
    return Heading(index, index + 1, line.start, found["number"], title, rest, "item.senate")
