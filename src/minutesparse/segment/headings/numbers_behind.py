"""Titles with their numbers behind them: "Bus Shelters (Agenda Item 4)", "Bins [2024/31]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutesparse.segment.headings.model import Heading

_BEHIND = re.compile(
    r"\s*(?:[(\[](?:(?:Agenda\s+)?Item|Minute)?(?:\s*(?:No\.?|Number))?\s*"
    r"(?P<bracketed>(?:[A-Z]{1,5}[./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3})[)\]]|"
    r"\s(?:Agenda\s+Item|Item|Minute)\s+(?:No\.?\s*)?(?P<worded>\d{1,4}(?:/\d{2,4})?))$",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_FEWEST = 3
_MOSTLY = 0.8


def with_numbers_behind(headings: Sequence[Heading]) -> list[Heading]:
    """Return headings without numbers that nearly all end in one that counts on, each with its own.

    A year or a quarter behind some titles counts nothing.
    """
    found = [(one, _BEHIND.search(one.title or "")) for one in headings]
    ends = [(one, end) for one, end in found if end is not None]
    if any(one.number for one in headings) or len(ends) < _FEWEST:
        return list(headings)
    keys = [[int(part) for part in _DIGITS.findall(end[0])] for _, end in ends]
    rising = all(before < after for before, after in pairwise(keys))
    if not rising or len(ends) < _MOSTLY * len(headings) or not _counts(keys):
        return list(headings)
    return [one if end is None else _numbered(one, end) for one, end in found]


def _counts(keys: Sequence[Sequence[int]]) -> bool:
    """Tell whether most numbers are one above the last, in one part."""
    steps = [
        sum(abs(one - two) for one, two in zip(before, after, strict=False))
        for before, after in pairwise(keys)
    ]
    return steps.count(1) >= _MOSTLY * len(steps)


def _numbered(heading: Heading, end: re.Match[str]) -> Heading:
    number = end["bracketed"] or end["worded"]
    return replace(heading, number=number, title=(heading.title or "")[: end.start()])
