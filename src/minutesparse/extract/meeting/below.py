"""The day and the hour that stand below the heading: alone on their lines, or in the first call."""

from __future__ import annotations

import re

from minutesparse.extract.dates import find_times, first_date
from minutesparse.extract.meeting.facts import MeetingFacts

_LONGEST_LINE = 60
_FURTHEST = 2500
_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[,.]?\s*)?", re.I)
_CALLED = re.compile(
    r"\bmeeting\s+held\s+on\s+(?P<when>[^\n.;]{8,40}?)\s+be\s+called\s+to\s+order\b", re.I
)


def read_below(text: str, start: int, end: int) -> MeetingFacts:
    """Return the day, and the hour under it, where each fills a line below the roll of a page.

    Args:
        text: The normalised text of the page.
        start: Where its heading ends.
        end: Where its first item begins.
    """
    lines = [line.strip() for line in text[start : min(end, start + _FURTHEST)].split("\n")]
    told = [line for line in lines if line]
    for place, line in enumerate(told):
        when = first_date(line) if len(line) < _LONGEST_LINE else None
        if when is None or when.end != len(line) or not _only_weekday(line[: when.start]):
            continue
        below = told[place + 1] if place + 1 < len(told) else ""
        return MeetingFacts(date=when.value, start_time=_hour_alone(below))
    return MeetingFacts()


def read_call(text: str) -> MeetingFacts:
    """Return the day of "THAT the meeting held on June 17, 2024 be called to order at 6.02 pm"."""
    found = _CALLED.search(text)
    when = first_date(found["when"]) if found else None
    return MeetingFacts(date=when.value if when else None)


def _only_weekday(words: str) -> bool:
    return _WEEKDAY.fullmatch(words) is not None


def _hour_alone(line: str) -> str | None:
    """Return the hour that is all of a line."""
    times = list(find_times(line))
    whole = len(times) == 1 and not line[: times[0].start] and not line[times[0].end :].strip(" .")
    return times[0].value if whole else None
