"""The sentence of a heading: "Minutes of the meeting of the Audit Committee held on 5 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from minutesparse.extract.dates import day_without_year
from minutesparse.extract.meeting.bodies import generic, split_of
from minutesparse.extract.meeting.days import MONTHS, WEEKDAY, evening, meeting_date, times_beside
from minutesparse.extract.meeting.facts import MeetingFacts, filled
from minutesparse.extract.meeting.places import find_place
from minutesparse.extract.meeting.words import MeetingWords

_CUE = re.compile(
    r"\b(?:minutes?|meetings?|notes|proceedings|forum|held)\b[^\n]{0,200}?"
    r"\b(?:held|convened|took\s+place|met|on|at|"
    r"in(?=\s+the\s+(?-i:[A-Z]))(?!\s+the\s+(?:county|city|town|village|state|borough)\s+of\b))\b|"
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
    rf"{WEEKDAY}|\d))|\s+(?:at|in|via)\s+|\s+(?=(?:{WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s)|"
    rf"\s+(?={MONTHS}\s+\d)|$",
    re.I,
)
_PARAGRAPH = re.compile(
    r"\n[^\S\n]*\n|\n(?=[^\S\n]*\d{1,3}[.)]\s+[A-Z])|\n(?=[^\S\n]*[-–•·*]\s+(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Alderman)\b)"
)
_WHEN_FIRST = re.compile(
    rf"(?:{WEEKDAY}[,.]?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}"
    r".{0,30}\b(?:in|at)\s+(?:the\s+)?(?=[A-Z])"
)
_HOUR_AND_PLACE = re.compile(
    r"(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?\s+(?:in|at)\s+(?:the\s+)?[A-Z][^.;:]{3,80}$"
)
_OPENS = re.compile(
    r"minutes?\s+of\s+(?:the\s+|a\s+)?(?:[\w-]+\s+)?meeting\s+of\s+.{6,}(?<![.:])$", re.I
)
_DATED_LINE = re.compile(r"\bheld\b|\b(?:19|20)\d\d\b", re.I)
_GOES_ON = re.compile(r"[A-Z][^.:]{3,80}?\bheld\s+(?:on|at|in)\b")
_LEAP_YEAR = 2000  # has every day that a heading without a year may name
_HEADED = re.compile(r"\b(?:minutes?|meeting|notes|held|met)\b", re.I)
_OPEN_LINE = re.compile(r"\b(on|at|in|of|the|and|held)[^\S\n]*\n(?:[^\S\n]*\n){1,3}", re.I)
_HELD_FIRST = itemgetter(0)


def read_sentence(head: str, words: MeetingWords) -> MeetingFacts:
    """Read "Minutes of the meeting of the Audit Committee held at the Guildhall on 5 May 2019"."""
    facts = MeetingFacts()
    for _, more in sorted(_told(head, words), key=_HELD_FIRST):
        if facts.date is None or more.date in (None, facts.date):
            facts = filled(facts, more)
    return facts


def _told(head: str, words: MeetingWords) -> Iterator[tuple[bool, MeetingFacts]]:
    """Yield what each paragraph of the heading says of the meeting; false where it says "held"."""
    for paragraph in _paragraphs(head):
        when = meeting_date(paragraph)
        cue = _CUE.search(paragraph) or (_WHEN_FIRST.match(paragraph) if when else None)
        day = when or (day_without_year(paragraph, _LEAP_YEAR) if cue else None)
        if cue is None and _HOUR_AND_PLACE.match(paragraph):
            yield False, MeetingFacts(venue=find_place(paragraph, 0, words))
        if not (day or _HEADED.match(paragraph)):
            continue
        body, council = _what_met(paragraph, words)
        times = times_beside(paragraph, day) if day else []
        yield cue is None, MeetingFacts(
            council, body, None, when.value if when else None,
            evening(times[0][0], times[0][1]) if times else None, None,
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
