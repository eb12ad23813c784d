"""Which day and hour of a heading are those of the meeting itself."""

from __future__ import annotations

import re

from minutesparse.extract.dates import FoundDate, day_without_year, find_dates, find_times
from minutesparse.extract.meeting.facts import MeetingFacts
from minutesparse.extract.meeting.words import MeetingWords
from minutesparse.extract.spelt_dates import spelt_date

WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Satur|Sun)(?:day)?"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_OTHER_DATE = re.compile(
    r"\b(?:next|previous|last|approved|adopted|signed|agreed|posted|published|issued|circulated|updated|uploaded|printed)\b[^\n]{0,30}$",
    re.I,
)
_OTHER_MINUTES = re.compile(
    r"[^\n.;]{0,60}?\b(?:(?:were|was|be|been|are)\s+(?:then\s+|duly\s+|unanimously\s+)?(?:approved|confirmed|"
    r"agreed|accepted|adopted|received|signed|taken|noted)|(?:previously|already|having\s+been)\s+circulated)\b",
    re.I,
)
_MOVED = re.compile(r"\b(?:joined|arrived|arriving|left\s+(?:the|at))\b", re.I)
_OFFICE_HOURS = re.compile(r"\b(?:office|opening)\s+(?:is\s+)?(?:hours|open)\b|\btel\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def any_date(head: str, words: MeetingWords) -> MeetingFacts:
    """Take the first date of the heading that is not said to be another meeting's."""
    when = meeting_date(head) or _dated_by_year(head)
    if when is None:
        return MeetingFacts()
    times = times_beside(head, when)
    return MeetingFacts(
        date=when.value, start_time=evening(times[0][0], times[0][1]) if times else None
    )


def meeting_date(paragraph: str) -> FoundDate | None:
    """Return the date of a heading's sentence, of the meeting itself."""
    for found in sorted(find_dates(paragraph), key=lambda found: found.start):
        if not _of_another(paragraph, found):
            return found
    spelt = spelt_date(paragraph)
    return FoundDate(*spelt) if spelt else None


def times_beside(paragraph: str, when: FoundDate) -> list[tuple[str, bool]]:
    """Return the times of day near a date, those after it first."""
    below = paragraph[when.end : when.end + 220]
    moved = _MOVED.search(below)
    after = list(find_times(below[: moved.start()] if moved else below))
    above = paragraph[max(0, when.start - 120) : when.start]
    before = [] if _OFFICE_HOURS.search(above) else list(find_times(above))
    return [(time.value, time.half_open) for time in (*after, *before)]


def evening(value: str, half_open: bool) -> str:
    """Return a starting time; where it may be either, meetings begin between 8 and 8."""
    hour, minute = value.split(":")
    return f"{int(hour) + 12}:{minute}" if half_open and int(hour) < 8 else value


def _dated_by_year(head: str) -> FoundDate | None:
    """Read a day and month whose year stands elsewhere in the heading."""
    years = {found[0] for found in _YEAR.finditer(head[:600])}
    when = day_without_year(head[:1500], int(years.pop())) if len(years) == 1 else None
    return when if when and not _of_another(head, when) else None


def _of_another(paragraph: str, found: FoundDate) -> bool:
    """Tell whether a date is said to be of another meeting, or of when something was printed."""
    before = paragraph[max(0, found.start - 60) : found.start]
    behind = _OTHER_MINUTES.match(paragraph, found.end)
    return behind is not None or _OTHER_DATE.search(before) is not None
