"""Where a meeting was held, as the sentence of a heading says it."""

from __future__ import annotations

import re

from minutesparse.extract.dates import find_dates, find_times
from minutesparse.extract.meeting.words import MeetingWords
from minutesparse.extract.spelt_dates import spelt_date

_MASK = "\x01"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?"
_HELD = re.compile(r"\b(?:held|convened|met|took\s+place|meeting|minutes)\b", re.I)
_PREPOSITION = re.compile(
    r"\b(?:at|in|via|(?:by|through|using)(?=\s+(?:ms\b|microsoft|teams|zoom|video|tele|skype|webex|google)))\s+(?=\S)",
    re.I,
)
_AFTER_DAY = re.compile(rf"{_MASK}[,.]?\s+(?=[A-Z])")
_STOP = re.compile(
    rf"{_MASK}|\s+(?:on\s+(?:the\s+)?(?={_MASK}|{_WEEKDAY}\b)|on\s*$|commencing|starting|beginning|from\s+{_MASK}|"
    rf"and\s+(?:commenc|start)\w*|and\s+on\s+(?!(?:zoom|teams|microsoft|webex|line)\b)|when|with|to\s+consider|following|immediately|which|was|were|"
    r"(?:mayor|chair\w*|president|supervisor)\s+[A-Z][\w'.-]+(?:\s+[A-Z][\w'.-]+){0,2}\s+presiding|"
    rf"(?:the\s+)?meeting\s+(?:start|commenc|began|opened)\w*|at\s+(?={_MASK})|_{{2,}}|{_WEEKDAY}\b|PRESENT\b|Present\b|draft\b|(?:un)?confirmed\b)|[;:(|]|(?-i:(?<![A-Z])(?<!St)(?<!Rd))\.(?=\s|$)",
    re.I,
)
_STARTS = re.compile(r"(?:the\s+)?(?:[A-ZÀ-Þ]|\d{1,4}[A-Za-z]?,?\s+[A-Z])")
_NO_PLACE = re.compile(
    rf"(?:the\s+)?(?:{_WEEKDAY}|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|order|accordance|attendance|person|public|private|year|month|"
    r"(?:regular|special|open|closed|executive|public|ordinary)\s+session|chair|meeting|minutes|council\s+on|committee\s+on|board\s+on|respect|absence|clerk)\b",
    re.I,
)
_LONGEST = 200


def find_place(paragraph: str, cue: int, words: MeetingWords) -> str | None:
    """Return where a heading's sentence says that the meeting was held, or None.

    Args:
        paragraph: The sentence, white space folded.
        cue: Offset from which it speaks of the meeting.
        words: The meeting lexicon.
    """
    masked = _masked(paragraph)
    held = _HELD.search(masked, cue)
    for found in _PREPOSITION.finditer(masked, held.end() if held else cue):
        place = _place(masked, found.end())
        if place is not None:
            return place
    for found in _AFTER_DAY.finditer(masked, cue):
        place = _place(masked, found.end())
        if place is not None and is_place(place, words):
            return place
    return None


def _masked(text: str) -> str:
    """Return the text with dates and times of day blotted out, each by as many marks."""
    spans = [(day.start, day.end) for day in find_dates(text)]
    spans += [(hour.start, hour.end) for hour in find_times(text)]
    written = spelt_date(text)
    spans += [written[1:]] if written else []
    masked = list(text)
    for start, end in spans:
        masked[start:end] = _MASK * (end - start)
    return "".join(masked)


def _place(masked: str, start: int) -> str | None:
    if not _STARTS.match(masked, start) or _NO_PLACE.match(masked, start):
        return None
    stop = _STOP.search(masked, start)
    end = min(stop.start() if stop else len(masked), start + _LONGEST)
    words = masked[start:end].strip(" ,.-–")
    plain = re.sub(r"^(?:the|THE)\s+", "", words)
    plain = re.sub(r"\s+(?:on|at|in|and)$", "", plain, flags=re.I).strip(" ,.-–")
    return plain if len(plain) > 2 and re.search(r"[A-Za-z]{3}", plain) else None


def is_place(line: str, words: MeetingWords) -> bool:
    """Tell whether a line is the name of a building or room and no more."""
    if len(line) > 110 or not _STARTS.match(line) or _NOT_NAME.search(line):
        return False
    nouns = (found.end() for found in words.places.finditer(line))
    return any(_NAME_END.match(line, end) for end in nouns) and not _CONTACT.search(line)


_NAME_END = re.compile(r"\s*(?:$|[,.(–-]|\d|[A-Z]$|(?:at|in|of)\b)")
_NOT_NAME = re.compile(r"[:;@?]|\b(?:is|was|held|met|on|pm|am|(?i:meeting))\b")
_CONTACT = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|cllr|councillor)\b|\b(?:tel|clerk|email|minutes|agenda|council\s+of|present)\b",
    re.I,
)
