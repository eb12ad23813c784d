"""Lines of a heading that hold a name or a place alone: the authority, the body, the venue."""

from __future__ import annotations

import re

from minutesparse.extract.dates import find_times, first_date
from minutesparse.extract.meeting.bodies import generic, line_parts, named_body, split_of
from minutesparse.extract.meeting.days import MONTHS, WEEKDAY
from minutesparse.extract.meeting.facts import MeetingFacts
from minutesparse.extract.meeting.places import is_place
from minutesparse.extract.meeting.words import MeetingWords

_NEAR = 2
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
    rf"^(?:{WEEKDAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS},?\s+\d{{4}},?\s+", re.I
)
_REMOTE = re.compile(
    r"(?:electronic|virtual|remote|online|zoom|(?:microsoft\s+|ms\s+)?teams|video\s?conference)\s+meeting",
    re.I,
)
_TERM = re.compile(r"^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\s+")  # of those elected together
_LOGO = re.compile(
    r"(?:^(?:logo|crest)\s+(?:of|for)\s+(?:the\s+)?|\s+(?:logo|crest|coat\s+of\s+arms)$)", re.I
)


def read_lines(head: str, words: MeetingWords) -> MeetingFacts:
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
