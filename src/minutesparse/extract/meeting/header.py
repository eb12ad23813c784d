"""The heading of the minutes: the lines and the sentence that say what met, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutesparse.extract.dates import (
    FoundDate,
    day_without_year,
    find_dates,
    find_times,
    first_date,
)
from minutesparse.extract.meeting.bodies import (
    divided_body,
    generic,
    line_parts,
    named_body,
    split_of,
)
from minutesparse.extract.meeting.facts import MeetingFacts
from minutesparse.extract.meeting.hours import hours_between
from minutesparse.extract.meeting.labelled import behind_label
from minutesparse.extract.meeting.places import find_place, is_place
from minutesparse.extract.meeting.words import MeetingWords
from minutesparse.extract.spelt_dates import spelt_date

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Satur|Sun)(?:day)?"
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATED = (
    rf"(?:{_WEEKDAY}[,.]?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+[A-Z][a-z]+\.?,?\s+\d{{4}}|"
    rf"[A-Z][a-z]+\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
)
_PAGE_LINE = re.compile(
    rf"^[^\S\n]*(?:[•·*]\s+)?(?P<body>[^\n]{{3,140}}?)(?:\s+[-–]\s+|,\s+)(?P<when>{_DATED}(?P<rest>[^\n]{{0,40}})(?:\n[^\S\n]*[ap]\.?m\.?)?)$",
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
_CUE = re.compile(
    r"\b(?:minutes?|meetings?|notes|proceedings|forum|held)\b[^\n]{0,200}?\b(?:held|convened|took\s+place|met|on|at)\b|"
    r"\b(?:held|convened|met)\s+(?:remotely\s+|virtually\s+|online\s+)?(?:on|at|in|via)\b",
    re.I,
)
_WHAT = re.compile(
    r"\b(?:minutes?|notes|proceedings|record|meeting)\s+of\b\s*(?:(?:the\s+)?proceedings\s+of\s+)?|"
    r"^(?=(?:the\s+)?[^\n]{3,100}?\s+(?:met|meeting\s+(?:was\s+)?held|held\s+a\s+meeting)\b)",
    re.I,
)
_STOP = re.compile(
    r"\s*[,;:(]|\s+(?:which\s+was\s+|that\s+was\s+|was\s+)?(?:held|convened|commencing|commenced|starting|dated|"
    r"took\s+place|met|came\s+to\s+order|was\s+called|which|will|approved|adopted|minutes)\b|\s+[-–]\s|\s+(?:on|from|for)\s+(?=(?:the\s+)?(?:"
    rf"{_WEEKDAY}|\d))|\s+(?:at|in|via)\s+|\s+(?=(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s)|"
    rf"\s+(?={_MONTHS}\s+\d)|$",
    re.I,
)
_OTHER_DATE = re.compile(
    r"\b(?:next|previous|last|approved|adopted|signed|agreed|posted|published|issued|circulated|updated|printed)\b[^\n]{0,30}$",
    re.I,
)
_OTHER_MINUTES = re.compile(
    r"[^\n.;]{0,60}?\b(?:(?:were|was|be|been|are)\s+(?:then\s+|duly\s+|unanimously\s+)?(?:approved|confirmed|"
    r"agreed|accepted|adopted|received|signed|taken|noted)|(?:previously|already|having\s+been)\s+circulated)\b",
    re.I,
)
_MOVED = re.compile(r"\b(?:joined|arrived|arriving|left\s+(?:the|at))\b", re.I)
_ITEM_MEETING = re.compile(r"Meeting(?:\s+of\b|:)|Decided\s+at\s+meeting:", re.I)
_NEAR = 2
_OFFICE_HOURS = re.compile(r"\b(?:office|opening)\s+(?:is\s+)?(?:hours|open)\b|\btel\b", re.I)
_BODY_LABEL = re.compile(r"(?:(?:name\s+of\s+)?(?:committee|meeting)|body)\s{0,3}(?::|$)", re.I)
_BODY_NAME = re.compile(
    r"[A-Z][\w'’-]{1,40}(?:(?:,|\s+(?:and|of|the|for|&))?\s+(?:and\s+)?[A-Z][\w'’()-]{1,40}){1,9}"
)
_PARAGRAPH = re.compile(
    r"\n[^\S\n]*\n|\n(?=[^\S\n]*\d{1,3}[.)]\s+[A-Z])|\n(?=[^\S\n]*[-–•·*]\s+(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Alderman)\b)"
)
_WHEN_FIRST = re.compile(
    rf"(?:{_WEEKDAY}[,.]?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}"
    r".{0,30}\b(?:in|at)\s+(?:the\s+)?(?=[A-Z])"
)
_OPENS = re.compile(
    r"minutes?\s+of\s+(?:the\s+|a\s+)?(?:[\w-]+\s+)?meeting\s+of\s+.{6,}(?<![.:])$", re.I
)
_DATED_LINE = re.compile(r"\bheld\b|\b(?:19|20)\d\d\b", re.I)
_GOES_ON = re.compile(r"[A-Z][^.:]{3,80}?\bheld\s+(?:on|at|in)\b")
_LEAP_YEAR = 2000  # has every day that a heading without a year may name
_HEAD_TAIL = re.compile(
    r"\s+(?:(?:draft|annual|extra|extraordinary|special|monthly|ordinary|approved|unconfirmed)\s+){0,6}(?:minutes|meeting|agenda)\b",
    re.I,
)
_ALONE = re.compile(
    r"(?:meeting\s+of\s+(?:the\s+)?)?(Council|COUNCIL)|(?P<met>Council|COUNCIL)\s+meeting(?:\s+minutes)?|"
    r"(?:minutes\s+of\s+(?:the\s+|a\s+)?)?(Board|BOARD)\s+meeting(?:\s+(?:held\s+)?in\s+public)?"
    r"(?:\s+minutes)?",
    re.I,
)
_HOUR_BEHIND = re.compile(r",?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hrs)?$", re.I)
_DAY_FIRST = re.compile(
    rf"^(?:{_WEEKDAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?\s+\d{{4}},?\s+", re.I
)
_REMOTE = re.compile(
    r"(?:electronic|virtual|remote|online|zoom|(?:microsoft\s+|ms\s+)?teams|video\s?conference)\s+meeting",
    re.I,
)
_TERM = re.compile(r"^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\s+")  # of those elected together
_LOGO = re.compile(
    r"(?:^(?:logo|crest)\s+(?:of|for)\s+(?:the\s+)?|\s+(?:logo|crest|coat\s+of\s+arms)$)", re.I
)
_HEADED = re.compile(r"\b(?:minutes?|meeting|notes|held|met)\b", re.I)
_OPEN_LINE = re.compile(r"\b(on|at|in|of|the|and|held)[^\S\n]*\n(?:[^\S\n]*\n){1,3}", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


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
    for reading in (_meeting_line, _labels, _hours, _sentence, _lines, _any_date):
        facts = filled(facts, reading(head, words))
    return facts


def filled(facts: MeetingFacts, more: MeetingFacts) -> MeetingFacts:
    """Return the facts with what they lack taken from others."""
    return replace(
        facts,
        council=facts.council or more.council,
        body=facts.body or more.body,
        date=facts.date or more.date,
        start_time=facts.start_time or more.start_time,
        end_time=facts.end_time or more.end_time,
        venue=facts.venue or more.venue,
    )


def _page_line(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Audit Committee - Tuesday, 19th September, 2017 7.00 pm"."""
    for found in _PAGE_LINE.finditer(head):
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
        start_time=_evening(times[0].value, times[0].half_open) if times else None,
        end_time=times[-1].value if len(times) > 1 else None,
        venue=_venue(venue, words) if venue else None,
    )


def _evening(value: str, half_open: bool) -> str:
    """Return a starting time; where it may be either, meetings begin between 8 and 8."""
    hour, minute = value.split(":")
    return f"{int(hour) + 12}:{minute}" if half_open and int(hour) < 8 else value


def _venue(words_of_line: str, words: MeetingWords) -> str | None:
    cut = re.split(r"[^\S\n]{4,}|\s\|", words_of_line)[0]
    ends = [found.start() for found in words.venue_ends.finditer(cut) if found.start() > 3]
    place = cut[: ends[0]] if ends else cut
    return place.strip(" .,;|(-–") or None


def _hours(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "4.30 - 6.20 pm" and "from 3:30 to 4:30 pm" at the head of the page."""
    span = hours_between(head)
    return MeetingFacts(start_time=span[0], end_time=span[1]) if span else MeetingFacts()


def _sentence(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Minutes of the meeting of the Audit Committee held at the Guildhall on 5 May 2019"."""
    facts = MeetingFacts()
    for more in [*_told(head, words, held=True), *_told(head, words, held=False)]:
        if facts.date is None or more.date in (None, facts.date):
            facts = filled(facts, more)
    return facts


def _told(head: str, words: MeetingWords, *, held: bool) -> Iterator[MeetingFacts]:
    """Yield what each paragraph of the heading says of the meeting, by whether it says "held"."""
    for paragraph in _paragraphs(head):
        when = _meeting_date(paragraph)
        cue = _CUE.search(paragraph) or (_WHEN_FIRST.match(paragraph) if when else None)
        day = when or (day_without_year(paragraph, _LEAP_YEAR) if cue else None)
        if held != (cue is not None) or not (day or _HEADED.match(paragraph)):
            continue
        body, council = _what_met(paragraph, words)
        times = _beside(paragraph, day) if day else []
        yield MeetingFacts(
            council, body, None, when.value if when else None,
            _evening(times[0][0], times[0][1]) if times else None, None,
            find_place(paragraph, cue.start(), words) if cue else None,
        )  # fmt: skip


def _paragraphs(head: str) -> Iterator[str]:
    split = _PARAGRAPH.split(_OPEN_LINE.sub(r"\1 ", head))
    folded = [" ".join(paragraph.split())[:900] for paragraph in split]
    for paragraph, following in zip(folded, [*folded[1:], ""], strict=True):
        yield f"{paragraph} {following}" if _breaks_off(paragraph, following) else paragraph


def _breaks_off(paragraph: str, following: str) -> bool:
    """Tell whether a blank line parts "Minutes of the Meeting of the Transport" from the rest."""
    opens = _OPENS.search(paragraph) is not None and _DATED_LINE.search(paragraph) is None
    return opens and _GOES_ON.match(following) is not None


def _meeting_date(paragraph: str) -> FoundDate | None:
    """Return the date of a heading's sentence, of the meeting itself."""
    for found in sorted(find_dates(paragraph), key=lambda found: found.start):
        if not _of_another(paragraph, found):
            return found
    spelt = spelt_date(paragraph)
    return FoundDate(*spelt) if spelt else None


def _of_another(paragraph: str, found: FoundDate) -> bool:
    """Tell whether a date is said to be of another meeting, or of when something was printed."""
    before = paragraph[max(0, found.start - 60) : found.start]
    behind = _OTHER_MINUTES.match(paragraph, found.end)
    return behind is not None or _OTHER_DATE.search(before) is not None


def _beside(paragraph: str, when: FoundDate) -> list[tuple[str, bool]]:
    """Return the times of day near a date, those after it first."""
    below = paragraph[when.end : when.end + 220]
    moved = _MOVED.search(below)
    after = list(find_times(below[: moved.start()] if moved else below))
    above = paragraph[max(0, when.start - 120) : when.start]
    before = [] if _OFFICE_HOURS.search(above) else list(find_times(above))
    return [(time.value, time.half_open) for time in (*after, *before)]


def _what_met(paragraph: str, words: MeetingWords) -> tuple[str | None, str | None]:
    for found in _WHAT.finditer(paragraph):
        phrase = _phrase(paragraph, found.end(), words)
        body, council = split_of(phrase, words)
        if council or (body and not generic(body, words)):
            return (None if body and generic(body, words) else body), council
    return None, None


def _phrase(paragraph: str, start: int, words: MeetingWords) -> str:
    """Return the words that name what met: to the first stop behind a noun of bodies."""
    for stop in _STOP.finditer(paragraph, start):
        phrase = paragraph[start : stop.start()]
        comma = stop[0].strip() == ","
        if not comma or words.bodies.search(phrase) or words.councils.search(phrase):
            return phrase
    return paragraph[start:]


def _lines(head: str, words: MeetingWords) -> MeetingFacts:
    """Read the lines that hold a name alone: the authority's, the body's."""
    council: str | None = None
    body: str | None = None
    lines = [line for line in head.split("\n") if line.strip() and len(line) < 300]
    for line in lines:
        for part in line_parts(line):
            council = council or _line_council(part, words)
            body = body or _line_body(part, words)
    if body is None:
        named = (_body_alone(line, known=council is not None) for line in lines)
        body = next((alone for alone in named if alone), None)
    return MeetingFacts(council=council, body=body, venue=_line_venue(lines, words))


def _body_alone(line: str, *, known: bool) -> str | None:
    """Return the body named on its own line ("Council Meeting"; "Council" of a known authority)."""
    found = _ALONE.fullmatch(line.strip(" |"))
    if found is None or not (known or found["met"]):
        return None
    return next(name for name in found.groups() if name)


def _line_venue(lines: list[str], words: MeetingWords) -> str | None:
    """Read a line that is a place alone, next to the line with the day or the hour."""
    dated = [place for place, line in enumerate(lines) if _day_or_hour(line)]
    for place, line in enumerate(lines):
        whole = _HOUR_BEHIND.sub("", line.strip(" |"))
        plain = _DAY_FIRST.sub("", whole)
        near = plain != whole or any(0 < abs(place - day) <= _NEAR for day in dated)
        if not near or not is_place(plain, words):
            continue
        if _line_council(plain, words) is None and _line_body(plain, words) is None:
            return plain.strip(" .,")
    remote = (line.strip(" |.") for line in lines)
    return next((line for line in remote if _REMOTE.fullmatch(line)), None)


def _day_or_hour(line: str) -> bool:
    short = len(line.strip()) < 70
    return short and (first_date(line) is not None or any(find_times(line)))


def _undated(part: str) -> str:
    """Take a date off the end of a heading's line."""
    when = first_date(part)
    if when and when.end == len(part):
        return part[: when.start].rstrip(" ,-–")
    return part[when.end :].lstrip(" ,-–:") if when and not when.start else part


def _line_council(part: str, words: MeetingWords) -> str | None:
    name = _LOGO.sub("", _HEAD_TAIL.split(part)[0] or part)
    if len(name) > 80 or re.search(r"\d|@|\bheld\b", name):
        return None
    return split_of(name, words)[1]


def _line_body(part: str, words: MeetingWords) -> str | None:
    if len(part) > 110 or part.endswith((".", "?", "!")) or "@" in part:
        return None
    plain = _TERM.sub("", _undated(part))
    body, council = split_of(plain, words)
    if body is None or council is None:
        body = named_body(plain, words)
    if body is None or body.lower().startswith(
        ("town of ", "city of ", "village of ", "county of ")
    ):
        body = split_of(plain, words)[0] or body
    return body if body is not None and not generic(body, words) else None


def _any_date(head: str, words: MeetingWords) -> MeetingFacts:
    """Take the first date of the heading that is not said to be another meeting's."""
    when = _meeting_date(head) or _dated_by_year(head)
    if when is None:
        return MeetingFacts()
    times = _beside(head, when)
    return MeetingFacts(
        date=when.value, start_time=_evening(times[0][0], times[0][1]) if times else None
    )


def _dated_by_year(head: str) -> FoundDate | None:
    """Read a day and month whose year stands elsewhere in the heading."""
    years = {found[0] for found in _YEAR.finditer(head[:600])}
    when = day_without_year(head[:1500], int(years.pop())) if len(years) == 1 else None
    return when if when and not _of_another(head, when) else None
