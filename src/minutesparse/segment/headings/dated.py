"""Titles of the next meeting's item that have its day behind them: "Next meeting – 4 May 2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.segment.headings.model import MONTH, Heading
from minutesparse.text import Line

_NEXT = re.compile(
    r"(?:(?:Dates?|Times?)\b[^:–-]{0,30}\b)?(?:(?:next|future|forthcoming)\s+meetings?|meetings?\s+dates?)"
    r"(?=\s*(?:[:–-]|\s)\s*(?:to\s+be\s+held\s+)?(?:on\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"{MONTH}\b|{MONTH}\s+\d))",
    re.I,
)


def before_day(heading: Heading, lines: Sequence[Line]) -> Heading:
    """Return a heading with the day of the next meeting in the item's text, not in its title."""
    if heading.number or heading.rest is not None or heading.title is None:
        return heading
    line = lines[max(heading.line, heading.body - 1)]
    found = _NEXT.search(line.text)
    if found is None or _NEXT.match(heading.title) is None:
        return heading
    behind = line.text[found.end() :]
    rest = line.start + found.end() + len(behind) - len(behind.lstrip(" :–-"))
    return replace(heading, title=found[0], rest=rest)
