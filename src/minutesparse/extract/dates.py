"""Dates and times of day, in the plain forms that minutes print; dateparser for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DIGIT = re.compile(r"\d")
_DAY = r"(?P<day>\d{1,2})\s{0,2}(?:st|nd|rd|th|ST|ND|RD|TH)?\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"(?<![\d/.]){_DAY}\s+(?:day\s+)?(?:(?:of|OF|Of)\s+)?{_MONTH},?\s+{_YEAR}\b"),
    re.compile(rf"\b{_MONTH}\s+(?:the\s+)?{_DAY},?\s{{0,3}}{_YEAR}\b"),
    re.compile(rf"(?<![\d/.]){_DAY}\s+(?:of\s+)?{_MONTH},?\s+['’‘](?P<year>\d\d)\b"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b"),
    re.compile(
        r"(?<![\d/.])(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>\d\d)(?![\d/.]\d|\d)"
    ),
)
_YEARLESS = (
    re.compile(rf"\b{_DAY}\s+(?:day\s+)?(?:of\s+)?{_MONTH}\b"),
    re.compile(rf"\b{_MONTH}\s+{_DAY}\b"),
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:\s?[:.]\s?(?P<minute>\d\d))?\s{0,2}(?:o['’]?\s?clock)?\s{0,2}"
    r"(?P<half>[ap]\.?\s?m(?![a-z])\.?)|"
    r"\b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?![.:]?\d)(?P<hours>\s?(?:hrs|hours))?|"
    r"\b(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs|hours)\b|"
    r"\b(?P<noon>12\s+noon|noon|midday)\b|\b(?P<midnight>12\s+midnight|midnight)\b|"
    r"\b(?P<clock>\d{1,2})\s?o['’]?\s?clock\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the text that was searched."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day and where it stands in the text that was searched.

    Attributes:
        value: ``HH:MM``, 24 hours.
        start: Offset of its first character.
        end: Offset after its last.
        half_open: True where nothing says whether it is morning or afternoon ("9.15").
    """

    value: str
    start: int
    end: int
    half_open: bool = False

    def afternoon(self) -> str:
        """Return the time as one of the afternoon, where it may be one."""
        hour, minute = self.value.split(":")
        later = int(hour) + 12
        return f"{later:02d}:{minute}" if self.half_open and later < 24 else self.value


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the full dates of a text, in order of the forms and then of place."""
    for form in _FORMS if _DIGIT.search(text) else ():
        for found in form.finditer(text):
            value = _value(found)
            if value is not None:
                yield FoundDate(value, found.start(), found.end())


def first_date(text: str) -> FoundDate | None:
    """Return the full date that stands first in a text, or None."""
    return min(find_dates(text), key=lambda found: found.start, default=None)


def day_without_year(text: str, year: int) -> FoundDate | None:
    """Return the first day and month of a text, in a given year, or None."""
    found = [hit for form in _YEARLESS for hit in form.finditer(text)]
    for hit in sorted(found, key=lambda hit: hit.start()):
        month = month_number(hit["month"])
        value = _made(year, month, int(hit["day"])) if month else None
        if value is not None:
            return FoundDate(value, hit.start(), hit.end())
    return None


def find_times(text: str) -> Iterator[FoundTime]:
    """Yield the times of day of a text, in order.

    Example:
        >>> [time.value for time in find_times("from 7.30pm to 21:05, not 1900")]
        ['19:30', '21:05']
    """
    for found in _TIME.finditer(text):
        value = _time(found)
        if value is not None:
            yield FoundTime(value, found.start(), found.end(), _half_open(found))


def _value(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    if not groups.get("number"):
        month = month_number(groups["month"])
        return _made(year, month, int(groups["day"])) if month else _by_dateparser(found[0])
    month, day = int(groups["number"]), int(groups["day"])
    return _made(year, day, month) if month > 12 else _made(year, month, day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or its first three letters or more, else None.

    Example:
        >>> month_number("Sept."), month_number("minutes")
        (9, None)
    """
    lowered = word.lower().rstrip(".")
    for number, name in enumerate(_MONTHS, 1):
        if len(lowered) >= 3 and (name.startswith(lowered) or lowered == name[:3] + "t"):
            return number
    return None


@lru_cache(maxsize=256)
def _by_dateparser(words: str) -> date | None:
    """Value a date whose month is misspelt or in another language; the import is paid only here."""
    if not re.search(r"\d{1,2}\D{1,20}[A-Za-z]{4,9}\D{1,20}\d{4}", words):
        return None
    import dateparser  # noqa: PLC0415 - costs 100 ms, and few pages need it

    found: datetime | None = dateparser.parse(
        words, languages=["en"], settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True}
    )
    return found.date() if found else _misspelt_month(words)


def _misspelt_month(words: str) -> date | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    parts = re.search(r"(\d{1,2})\D{0,8}\s([A-Za-z]{4,9})\W{1,4}(\d{4})", words)
    if parts is None:
        return None
    for number, name in enumerate(_MONTHS, 1):
        if OSA.distance(parts[2].lower(), name, score_cutoff=1) <= 1:
            return _made(int(parts[3]), number, int(parts[1]))
    return None


def _time(found: re.Match[str]) -> str | None:
    if found["noon"]:
        return "12:00"
    if found["midnight"]:
        return "00:00"
    if found["military"]:
        return f"{found['military'][:2]}:{found['military'][2:]}"
    if found["hour24"]:
        return f"{int(found['hour24']):02d}:{found['minute24']}"
    hour, minute = int(found["hour"] or found["clock"]), found["minute"] or "00"
    if not 0 < hour <= 23 or int(minute) > 59:
        return None
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return f"{hour:02d}:{minute}"


def _half_open(found: re.Match[str]) -> bool:
    """Tell whether a time may be of the morning or of the afternoon."""
    written = found["hour24"] if not found["hours"] else None
    written = written or found["clock"]
    return bool(written) and not written.startswith("0") and int(written) <= 12
