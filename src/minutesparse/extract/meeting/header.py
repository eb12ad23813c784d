"""The heading of the minutes: one reading after another, what says it most plainly first."""

from __future__ import annotations

import re
from itertools import chain

from minutesparse.extract.dates import find_times, first_date
from minutesparse.extract.meeting.alone import read_lines
from minutesparse.extract.meeting.bodies import divided_body, split_of
from minutesparse.extract.meeting.days import WEEKDAY, any_date, evening
from minutesparse.extract.meeting.facts import MeetingFacts, filled
from minutesparse.extract.meeting.hours import hours_between
from minutesparse.extract.meeting.labelled import behind_label
from minutesparse.extract.meeting.sentences import read_sentence
from minutesparse.extract.meeting.words import MeetingWords

_DATED = (
    rf"(?:{WEEKDAY}[,.]?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+[A-Z][a-z]+\.?,?\s+\d{{4}}|"
    rf"[A-Z][a-z]+\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
)
_PAGE_LINE = re.compile(
    rf"^[^\S\n]*(?:[•·*]\s+)?(?P<body>[^\n]{{3,140}}?)(?:\s+[-–]\s+|,\s+)(?P<when>{_DATED}(?P<rest>[^\n]{{0,40}})(?:\n[^\S\n]*[ap]\.?m\.?)?)$",
    re.M,
)
_AGENDA_FOR = re.compile(
    r"^[^\S\n]*(?:Agenda|Minutes|Agenda\s+and\s+minutes|Decisions)\s+for\s+(?P<body>[^\n]{3,140}?)\s+on\s+"
    rf"(?P<when>{_DATED}(?P<rest>[^\n]{{0,40}}))$",
    re.M,
)
_MEETING_LINE = re.compile(
    r"(?:Meeting|Decided\s+at\s+meeting):\s{0,3}(?P<when>\d\d?/\d\d?/\d{4})\s{0,3}-\s{0,3}(?P<body>[^\n(]{3,120})"
)
_STATUS_WORDS = re.compile(
    r"^(?:(?:MOVED|NEW|CANCELLED|Extraordinary(?:\s+meeting)?|Special(?:\s+meeting)?|Ordinary|"
    r"Additional\s+meeting|Virtual\s+meeting|Statutory|Decommissioned|The\s+Former|Meeting\s+of)"
    r"\s*[,:-]*\s+)+(?:the\s+)?",
    re.I,
)
_ITEM_MEETING = re.compile(r"Meeting(?:\s+of\b|:)|Decided\s+at\s+meeting:", re.I)
_BODY_LABEL = re.compile(r"(?:(?:name\s+of\s+)?(?:committee|meeting)|body)\s{0,3}(?::|$)", re.I)
_BODY_NAME = re.compile(
    r"[A-Z][\w'’-]{1,40}(?:(?:,|\s+(?:and|of|the|for|&))?\s+(?:and\s+)?[A-Z][\w'’()-]{1,40}){1,9}"
)


def read_meeting_lines(page: str, words: MeetingWords) -> MeetingFacts:
    """Return what the lines of an item's page say of the meeting that it belongs to."""
    named = [
        line
        for line in page.split("\n")
        if "eeting" in line.lower() and _ITEM_MEETING.search(line[:200])
    ]
    lines = "\n".join(named)
    met = list(_MEETING_LINE.finditer(lines))
    if len({found["when"] for found in met}) > 1:
        bodies = {" ".join(found["body"].split()) for found in met}
        return MeetingFacts(body=bodies.pop() if len(bodies) == 1 else None)
    return filled(_page_line(lines[:2000], words), _meeting_line(lines[:2000], words))


def read_header(head: str, words: MeetingWords) -> MeetingFacts:
    """Return what the heading says; what is told first and most plainly goes first."""
    facts = _page_line(head, words)
    for reading in (_meeting_line, _labels, _hours, read_sentence, read_lines, any_date):
        facts = filled(facts, reading(head, words))
    return facts


def _page_line(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Audit Committee - Tuesday, 19th September, 2017 7.00 pm", "Agenda for Council on"."""
    for found in chain(_PAGE_LINE.finditer(head), _AGENDA_FOR.finditer(head)):
        phrase = _STATUS_WORDS.sub("", " ".join(found["body"].split()))
        body, council = split_of(phrase, words)
        body = body or (divided_body(phrase, words) if council is None else None)
        if body is None and council is None:
            continue
        when = first_date(found["when"])
        if when is None:
            continue
        times = list(find_times(found["when"][when.end :]))
        return MeetingFacts(
            council, body, None, when.value, times[0].value if times else None,
            spans=((found.start(), found.end()),),
        )  # fmt: skip
    return MeetingFacts()


def _meeting_line(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Meeting: 25/09/2018 - Audit Committee (Item 5)"."""
    found = _MEETING_LINE.search(head)
    if found is None:
        return MeetingFacts()
    when = first_date(found["when"])
    return MeetingFacts(body=" ".join(found["body"].split()), date=when.value if when else None)


def _labels(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Date:", "Time:" and "Venue:"."""
    day, hour = behind_label(head, words.date), behind_label(head, words.start)
    when = first_date(day) if day else None
    times = list(find_times(hour)) if hour else []
    if not times and day and when:
        times = list(find_times(day[when.end :]))
    venue = behind_label(head, words.venue)
    named = behind_label(head, _BODY_LABEL)
    return MeetingFacts(
        body=named if named and _BODY_NAME.fullmatch(named) else None,
        date=when.value if when else None,
        start_time=evening(times[0].value, times[0].half_open) if times else None,
        end_time=times[-1].value if len(times) > 1 else None,
        venue=_venue(venue, words) if venue else None,
    )


def _venue(words_of_line: str, words: MeetingWords) -> str | None:
    cut = re.split(r"[^\S\n]{4,}|\s\|", words_of_line)[0]
    ends = [found.start() for found in words.venue_ends.finditer(cut) if found.start() > 3]
    place = cut[: ends[0]] if ends else cut
    return place.strip(" .,;|(-–") or None


def _hours(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "4.30 - 6.20 pm" and "from 3:30 to 4:30 pm" at the head of the page."""
    span = hours_between(head)
    return MeetingFacts(start_time=span[0], end_time=span[1]) if span else MeetingFacts()
