"""Dates written out: "the third day of April in the year two thousand and eight"."""

from __future__ import annotations

import re
from datetime import date

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_DAYS = {word: number for number, word in enumerate(_UNITS, 1)}
_DAYS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], 1)}
_DAYS |= {"thirtieth": 30, "thirty-first": 31}
_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_TENS = {
    word: number * 10
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SPELT = re.compile(
    r"\b(?P<day>(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    rf"{'|'.join(reversed(_UNITS))}|thirtieth|\d{{1,2}}(?:st|nd|rd|th))\s+(?:day\s+)?(?:of\s+)?"
    rf"(?P<month>{'|'.join(_MONTHS)}),?\s+(?:in\s+(?:the\s+year\s+)?)?"
    r"(?P<year>(?:19|20)\d\d|(?:two\s+thousand|nineteen|twenty)(?:[\s-]+(?:and\s+)?(?:"
    rf"(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_SMALL[:9])}))?|{'|'.join(reversed(_SMALL))}))?)\b",
    re.I,
)


def spelt_date(text: str) -> tuple[date, int, int] | None:
    """Return the first date of a text that is written out, with where it begins and ends.

    Example:
        >>> spelt_date("the third day of April in the year two thousand and eight")
        (datetime.date(2008, 4, 3), 4, 57)
        >>> spelt_date("the second reading of May two by-laws") is None
        True
    """
    for found in _SPELT.finditer(text):
        written = re.sub(r"\s+", "-", found["day"].lower())
        day = _DAYS.get(written) or int(re.sub(r"\D", "", written))
        year = _year(found["year"].lower())
        if year is None:
            continue
        try:
            value = date(year, _MONTHS.index(found["month"].lower()) + 1, day)
        except ValueError:
            continue
        return value, found.start(), found.end()
    return None


def _year(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    parts = [part for part in re.split(r"[\s-]+", words) if part != "and"]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + _sum(parts[2:])
    century = {"nineteen": 1900, "twenty": 2000}[parts[0]]
    return century + _sum(parts[1:]) if len(parts) > 1 else None


def _sum(parts: list[str]) -> int:
    return sum(_TENS.get(part, 0) + _NUMBERS.get(part, 0) for part in parts)
