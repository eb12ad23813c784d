"""The times that a passage names, and which of them a figure speaks of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from functools import cache

from minutesparse.extract.quantities.model import Figure, Period
from minutesparse.extract.quantities.reading import Reading
from minutesparse.lexicons import Lexicon, alternation

_AFTER = 8  # tokens after a figure within which its time may stand
_BEFORE = 14  # tokens before it
_APRIL = 4
_YEAR = r"(?:19|20)\d\d"

Spot = tuple[int, Period]
Ends = tuple[datetime.date | None, datetime.date | None]


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    months, periods = lexicon.phrases("figures", "months"), lexicon.phrases("sentences", "periods")
    month, words = f"(?:{alternation(months)})", alternation(periods)
    initials = "".join(sorted({re.escape(phrase[0]) for phrase in (*months, *periods)}))
    return re.compile(
        rf"\b(?=[\dQq{initials}])(?:(?P<span>{_YEAR}\ ?[/–-]\ ?(?:{_YEAR}|\d\d)(?!\d))"
        rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?P<of>{month})\ (?P<in>{_YEAR})"
        rf"|(?P<month>{month})\ (?P<its>{_YEAR})"
        rf"|(?P<quarter>Q[1-4]|[Qq]uarter\ [1-4])"
        rf"|(?P<year>{_YEAR})|(?P<name>{month})|(?P<words>{words}))\b"
    )


@cache
def _months(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(name[:3].lower() for name in lexicon.phrases("figures", "months")[:12])


def periods_in(reading: Reading, lexicon: Lexicon) -> list[Spot]:
    """Return the times that a passage names, each with its first token."""
    months = _months(lexicon)
    return [
        (bisect_left(reading.starts, found.start()), Period(*_ends(found, months), found[0]))
        for found in _pattern(lexicon).finditer(reading.text)
    ]


def _ends(found: re.Match[str], months: Sequence[str]) -> Ends:
    """Return the first and last day of a time, where its words give them."""
    if found["span"]:
        return _financial_year(found["span"])
    if found["year"]:
        year = int(found["year"])
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if found["month"]:
        year, month = int(found["its"]), months.index(found["month"][:3].lower()) + 1
        last = monthrange(year, month)[1]
        return datetime.date(year, month, 1), datetime.date(year, month, last)
    if found["day"]:
        return _day(int(found["in"]), months.index(found["of"][:3].lower()) + 1, int(found["day"]))
    return None, None


def _financial_year(span: str) -> Ends:
    first, last = int(span[:4]), int(span[-2:])
    if (first + 1) % 100 != last:
        return None, None
    return datetime.date(first, _APRIL, 1), datetime.date(first + 1, _APRIL - 1, 31)


def _day(year: int, month: int, day: int) -> Ends:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None, None
    date = datetime.date(year, month, day)
    return date, date


def period_of(
    reading: Reading, figures: Sequence[Figure], at: int, spots: list[Spot]
) -> Period | None:
    """Return the time that a figure speaks of: the next one named after it, or the last before.

    Args:
        reading: The passage.
        figures: Its figures.
        at: The figure's place among them.
        spots: The times that the passage names.
    """
    figure = figures[at]
    following = figures[at + 1].start if at + 1 < len(figures) else len(reading)
    place = bisect_left(spots, figure.end, key=_first)
    near = place < len(spots) and spots[place][0] < min(following, figure.end + _AFTER)
    if near and _same_sentence(reading, figure.end, spots[place][0]):
        return spots[place][1]
    previous = figures[at - 1].end if at else 0
    recent = place > 0 and spots[place - 1][0] >= max(previous, figure.start - _BEFORE)
    if recent and _same_sentence(reading, spots[place - 1][0], figure.start):
        return spots[place - 1][1]
    return None


def _first(spot: Spot) -> int:
    return spot[0]


def _same_sentence(reading: Reading, start: int, end: int) -> bool:
    return not any(reading.ends_sentence(at) for at in range(start, end))
