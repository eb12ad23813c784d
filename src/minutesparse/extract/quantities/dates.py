"""Dates and years, which are no figures."""

from __future__ import annotations

from minutesparse.extract.quantities.phrases import counted_noun
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import before_qualifier, measure_at

_ORDINALS = frozenset(["st", "nd", "rd", "th"])
_JOINTS = DASHES | {",", "and", "to", "&", "or", "/", "the"}
_LONGEST_LIST = 12  # tokens of "3rd, 10th, 17th and 24th" before its month


def date(reading: Reading, at: int) -> int | None:
    """A day with its month or weekday: "3 June 2024", "1st and 8th May", "March 5, 2024"."""
    if not _day(reading, at):
        return None
    month = _month_after(reading, at)
    if month is not None:
        return _past_year(reading, month + 1)
    if is_month(reading, at - 1) and not _counted_after_month(reading, at):
        return _past_year(reading, _past_ordinal(reading, at))
    if not (reading.listed(at - 1, "weekdays") and reading.capital(at - 1)):
        return None
    return None if counted_noun(reading, at + 1) is not None else _past_ordinal(reading, at)


def _day(reading: Reading, at: int) -> bool:
    written = reading.lower(at)
    return reading.number(at) and written.isdigit() and len(written) < 3 and int(written) < 32


def _past_ordinal(reading: Reading, at: int) -> int:
    return at + 2 if reading.lower(at + 1) in _ORDINALS else at + 1


def is_month(reading: Reading, at: int) -> bool:
    """Return whether a token is the name of a month, with or without its full stop."""
    at = at - 1 if reading.lower(at) == "." else at
    return reading.listed(at, "months") and reading.capital(at)


def _month_after(reading: Reading, at: int) -> int | None:
    """Return the month that a day, or a list of days, stands before."""
    place = at
    while place - at < _LONGEST_LIST and _day(reading, place):
        place = _past_ordinal(reading, place)
        place += reading.lower(place) in ("of", "day")
        if is_month(reading, place):
            return place
        while reading.lower(place) in _JOINTS and place - at < _LONGEST_LIST:
            place += 1
    return None


def _counted_after_month(reading: Reading, at: int) -> bool:
    """Return whether "in March 14 complaints" counts complaints."""
    if reading.lower(at - 2) not in ("in", "during", "for", "since"):
        return False
    found = measure_at(reading, at)
    return found is not None and counted_noun(reading, found.end) is not None


def _past_year(reading: Reading, at: int) -> int:
    place = at
    while reading.lower(place) in (",", ".") and place - at < 2:
        place += 1
    return place + 1 if year_like(reading, place) else at


def year_like(reading: Reading, at: int) -> bool:
    """Return whether a token is four digits that could be a year."""
    written = reading.lower(at)
    return len(written) == 4 and written.isdigit() and "1800" <= written < "2100"


def year_span(reading: Reading, at: int) -> int | None:
    """Years joined to one another: "2022/23", "2022-2023", "2019 to 2021", "23/24"."""
    joint, after = reading.lower(at + 1), reading.lower(at + 2)
    if not (reading.number(at) and reading.number(at + 2) and after.isdigit()):
        return None
    first = reading.lower(at)
    if year_like(reading, at):
        joined = joint in DASHES or joint in ("/", "to", "and", "or", "&")
        tight = joint in DASHES or joint == "/"
        short = tight and len(after) == 2 and reading.glued(at + 1)
        return at + 3 if joined and (short or year_like(reading, at + 2)) else None
    follow = first.isdigit() and len(first) == 2 == len(after) and int(after) == int(first) + 1
    return at + 3 if follow and joint == "/" else None


def year(reading: Reading, at: int) -> int | None:
    """A year; "over 2000 homes" and "2000 tonnes" are figures."""
    if not year_like(reading, at):
        return None
    found = measure_at(reading, at)
    if found is None or found.high is not None or found.kind == "duration":
        return at + 1
    if found.unit is not None or found.last.grouped:
        return None
    softened = before_qualifier(reading, at) < at
    plain = reading.tag(at - 1) not in ("prep", "det", "noun") or softened
    counted = counted_noun(reading, at + 1) is not None
    round_number = reading.lower(at).endswith("00")
    return None if counted and plain and (softened or round_number) else at + 1
