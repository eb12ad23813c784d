"""Titles with their number on the line below: "APOLOGIES", below it "PLC31/25", then the minute."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.chains import counts_on, number_key
from minutesparse.segment.headings.model import NUMBER_LINE, Heading
from minutesparse.segment.titles import clean_title
from minutesparse.text import Line

_FEWEST = 3
_MOST_TITLES = 0.8  # share of the numbers that stand below a line in capitals
_FARTHEST = 3
_LONGEST = 16


def numbers_below(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles in capitals of a page that prints each item's number below its title."""
    del lexicon
    coded = [index for index in range(1, len(lines)) if _has_code(lines, index)]
    titled = [index for index in coded if _is_title(lines, index - 1)]
    if len(titled) < _FEWEST or len(titled) < _MOST_TITLES * len(coded):
        return []
    keys = [number_key(_code(lines[index])) for index in titled]
    if not all(counts_on(one, two, widest=_FARTHEST) for one, two in pairwise(keys)):
        return []
    return [_heading(lines, index) for index in titled]


def _code(line: Line) -> str:
    """Return the number with a stroke that stands alone on a line, or nothing."""
    short = len(line.text) <= _LONGEST and "/" in line.text
    found = NUMBER_LINE.match(line.text) if short else None
    return found["number"] if found is not None else ""


def _has_code(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a number of a minute book stands alone on a line, text below it."""
    below = index + 1
    return below < len(lines) and bool(_code(lines[index])) and not is_shouted(lines[below].text)


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line in capitals stands apart from what is above it."""
    return bool(lines[index].gap) and is_shouted(lines[index].text)


def _heading(lines: Sequence[Line], index: int) -> Heading:
    title = lines[index - 1]
    return Heading(
        index - 1, index + 1, title.start, _code(lines[index]), clean_title(title.text), None,
        "item.number_below",
    )  # fmt: skip
