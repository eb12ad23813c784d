"""Pages of a single item, and issue pages that follow one item through several meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.model import (
    MONTH,
    NUMBER_TITLE,
    SENTENCE,
    Heading,
    separated,
)
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import is_break, read_marker
from minutesparse.segment.titles import clean_title, is_blurb, looks_like_title
from minutesparse.text import Line

_AGENDA_ITEM = re.compile(r"(?:[·•-]\s*)?Agenda\s+item\s*\.?$", re.I)
_ISSUE_MEETING = re.compile(
    r"Meeting:\s*\d\d?/\d\d?/\d{4}\s*-\s*(?P<body>.*?)(?:\(Item\s+(?P<number>[\w./ ]+)\))?$"
)
_MEETING_LINK = re.compile(
    r"(?:[·•-]\s*)?Meeting\s+of\b.{5,160}\(Item\s+(?P<number>[\w/.]*?\w)\.?\)\s*$"
)
_HEADS_PAGE = re.compile(
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)"
    r",?\s+(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d)$|"
    r"(?:Meeting\s+documents|Agendas?,?\s+(?:decisions\s+)?and\s+(?:draft\s+)?minutes)$|"
    r"(?:[\w'’&,-]+\s+){0,8}?minutes(?=\W*$|\s+(?:[-–]|of|for|from|\d))|"
    r"(?:[\w'’&,-]+\s+){0,8}?meeting(?=\W*$|\s+of\s+the\b)",
    re.I,
)
_LONGEST_HEAD = 150
_DECISION_LINE = re.compile(r"\d\d/\d\d/\d{4}\s+-\s+(?P<title>\S.*)$")


def one_item_page(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the one heading of a page that announces an agenda item."""
    for index, line in enumerate(lines[:60]):
        if _AGENDA_ITEM.match(line.text) and index + 1 < len(lines):
            first = index + 1
            while first + 1 < len(lines) and _AGENDA_ITEM.match(lines[first].text):
                first += 1
            return [_single(lines, first, lexicon, "item.agenda_item_page")]
    return []


def issue_meetings(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return a heading for each meeting of an issue's history."""
    found = []
    for index, line in enumerate(lines[:-1]):
        meeting = _ISSUE_MEETING.match(line.text)
        if meeting is not None:
            found.append(_issue(lines, index + 1, meeting["number"]))
    return found


def whole_page(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the page as one item, titled by its first line that can be a title."""
    if not lines:
        return []
    decision = _decision_page(lines)
    if decision is not None:
        return [decision]
    for index, line in enumerate(lines[:12]):
        if is_break(line) or item_label(line.text, lexicon) or read_marker(line.text):
            continue
        if len(line.text) < _LONGEST_HEAD and _HEADS_PAGE.match(line.text):
            return [Heading(0, index + 1, lines[0].start, None, None, None, "item.whole_page")]
        if looks_like_title(line.text) and not SENTENCE.search(line.text):
            return [_single(lines, index, lexicon, "item.whole_page")]
        break
    return [Heading(0, 0, lines[0].start, None, None, None, "item.whole_page")]


def _decision_page(lines: Sequence[Line]) -> Heading | None:
    """Read a decision page: "22/02/2018 - Title" tells which line above it is the title."""
    dated = next((m for line in lines[:30] if (m := _DECISION_LINE.match(line.text))), None)
    if dated is None:
        return None
    title = clean_title(dated["title"])
    for index, line in enumerate(lines[:30]):
        if clean_title(line.text) == title or line.text == dated.string:
            return Heading(index, index + 1, line.start, None, title, None, "item.decision_page")
    return None


def _single(lines: Sequence[Line], first: int, lexicon: Lexicon, rule: str) -> Heading:
    line = lines[first]
    purpose = is_blurb(line.text) and len(line.text) > 60
    if item_label(line.text, lexicon) or len(line.text) > 250 or purpose:
        return Heading(first, first, line.start, None, None, None, rule)
    body, number = first + 1, None
    for place in range(first + 1, min(first + 3, len(lines))):
        link = _MEETING_LINK.match(lines[place].text)
        if link is not None:
            body, number = place + 1, link["number"]
    found = NUMBER_TITLE.match(line.text)
    if number is None and found and separated(found) and found["close"]:
        title = clean_title(found["title"])
        return Heading(first, body, line.start, found["number"], title, None, rule)
    return Heading(first, body, line.start, number, clean_title(line.text), None, rule)


def _issue(lines: Sequence[Line], index: int, number: str | None) -> Heading:
    line = lines[index]
    title = clean_title(line.text)
    number = number.strip() if number else None
    found = NUMBER_TITLE.match(line.text)
    if found and (number is None or found["number"] == number):
        number, title = found["number"], clean_title(found["title"])
    return Heading(index, index + 1, line.start, number, title or None, None, "item.issue_meeting")
