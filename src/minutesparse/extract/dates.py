"""Dates and times of day, in the plain forms that minutes print; dateparser for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b{_DAY}\s+(?:day\s+)?(?:of\s+)?{_MONTH},?\s+{_YEAR}\b"),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b"),
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:\s*[:.]\s*(?P<minute>\d\d))?\s*(?:o['’]?\s?clock)?\s*(?P<half>[ap]\.?\s?m\b\.?)|"
    r"\b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?:\s*(?:hrs|hours))?\b|\b(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)\s*(?:hrs|hours)\b|"
    r"\b(?P<noon>noon|midday|12\s+noon)\b",
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
    """A time of day (``HH:MM``, 24 hours) and where it stands in the text that was searched."""

    value: str
    start: int
    end: int


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the full dates of a text, in order of the forms and then of place."""
    for form in _FORMS:
        for found in form.finditer(text):
            value = _value(found)
            if value is not None:
                yield FoundDate(value, found.start(), found.end())


def first_date(text: str) -> FoundDate | None:
    """Return the full date that stands first in a text, or None."""
    return min(find_dates(text), key=lambda found: found.start, default=None)


def find_times(text: str) -> Iterator[FoundTime]:
    """Yield the times of day of a text, in order."""
    for found in _TIME.finditer(text):
        value = _time(found)
        if value is not None:
            yield FoundTime(value, found.start(), found.end())


def _value(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = int(groups["number"]) if groups.get("number") else month_number(groups["month"])
    if month is None:
        return _by_dateparser(found[0])
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or its first three letters or more, else None."""
    lowered = word.lower().rstrip(".")
    for number, name in enumerate(_MONTHS, 1):
        if len(lowered) >= 3 and (name.startswith(lowered) or lowered == name[:3] + "t"):
            return number
    return None


@lru_cache(maxsize=256)
def _by_dateparser(words: str) -> date | None:
    """Value a date whose month is misspelt or in another language; the import is paid only here."""
    if not re.search(r"\d{1,2}\D+[A-Za-z]{4,9}\D+\d{4}", words):
        return None
    import dateparser  # noqa: PLC0415 - costs 100 ms, and few pages need it

    found: datetime | None = dateparser.parse(
        words, languages=["en"], settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True}
    )
    return found.date() if found else _misspelt_month(words)


def _misspelt_month(words: str) -> date | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    parts = re.search(r"(\d{1,2})\D*?\s([A-Za-z]{4,9})\W+(\d{4})", words)
    if parts is None:
        return None
    for number, name in enumerate(_MONTHS, 1):
        if OSA.distance(parts[2].lower(), name, score_cutoff=1) <= 1:
            try:
                return date(int(parts[3]), number, int(parts[1]))
            except ValueError:
                return None
    return None


def _time(found: re.Match[str]) -> str | None:
    if found["noon"]:
        return "12:00"
    if found["military"]:
        return f"{found['military'][:2]}:{found['military'][2:]}"
    if found["hour24"]:
        return f"{int(found['hour24']):02d}:{found['minute24']}"
    hour, minute = int(found["hour"]), found["minute"] or "00"
    if not 0 < hour <= 23 or int(minute) > 59:
        return None
    afternoon = found["half"].lower().startswith("p")
    if hour <= 12:
        hour = hour % 12 + (12 if afternoon else 0)
    return f"{hour:02d}:{minute}"
