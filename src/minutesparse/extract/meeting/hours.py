"""When a meeting began and ended, as its sentences say: "closed at 9.15 pm", "opened at 7pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.extract.dates import FoundTime, find_times
from minutesparse.extract.meeting.labelled import each_behind_label
from minutesparse.extract.meeting.words import MeetingWords

_SENTENCE_END = re.compile(
    r"(?<![AaPp])(?<!\d)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Cllr)(?<!Cr)(?<![ .][A-Z])\.(?=\s+(?://\s+)?[A-Z])|"
    r"(?<=\d[.:]\d\d)\.(?=\s+[A-Z])|;"
)
_NEXT_MEETING = re.compile(
    r"^[^\S\n]*(?:\d{1,4}[.)]?\s+)?(?:date\b[^\n]{0,30}\bof\s+(?:the\s+)?)?next\s+meeting\b",
    re.I | re.M,
)
_NOT_IT = re.compile(
    r"\b(?:next|future|previous|last\s+meeting|resum\w*|reconven\w*|(?:public|closed|executive|question|open)\s+"
    r"(?:session|forum|question)|hearing\s+(?:was\s+)?closed|closed\s+(?:the\s+)?(?:public|hearing|item|session\s+at)|"
    r"(?:a|the|into|in)\s+closed\s+meeting|closed\s+meeting\s+of|retired|(?:shop|premises|pub|bar|venue|store)\s+closed|for\s+(?:a\s+|an\s+)?(?:\w+\s+)?"
    r"(?:minutes|break|recess)|adjournment\s+of(?!\s+(?:the\s+|this\s+)?(?:\w+\s+){0,3}(?:meeting|council|board|session)\b)|consultation|road|school|library|office\s+closed)\b",
    re.I,
)
_ORDER = re.compile(
    r"\bcalled\b.{0,60}\bto\s+order\b", re.I
)  # the first of a day's sessions counts
_ANOTHER = re.compile(
    r"\b(?:next|future|previous|last\s+meeting|resum\w*|reconven\w*|back\s+to\s+order|closed\s+session)\b",
    re.I,
)
_SPAN = re.compile(
    r"(?<![\d.:/£])(?P<from>\d{1,2}(?:[.:][0-5]\d)?)\s?(?P<half>[ap]\.?m\b\.?|noon|hrs)?\s{0,2}(?:-|–|—|to|until|till)\s{0,2}"
    r"(?P<to>\d{1,2}(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\b\.?|noon|hrs)|\d{1,2}[.:][0-5]\d(?![\d/.]))",
    re.I,
)
_DURATION = re.compile(
    r"[dD](?<!\w[dD])(?i:uration\s+of\s+(?:the\s+)?meeting\s*:?\s*(?P<hours>[^\n]{5,40}))"
)
_OFFICE = re.compile(
    r"\b(?:tel|telephone|phone|office|opening|open|contact|email|parking|next)\b", re.I
)
_HEAD = 800
_HOURS = 24
_LONGEST_LINE = 160
_BEFORE = 150
_AFTER = 110
_MOVED = re.compile(r"\b(?:mov(?:e|ed|es)|motions?|seconded|second)\b", re.I)
_NEAR = 60


def hours_between(head: str) -> tuple[str, str] | None:
    """Return when a meeting began and ended where a heading's line gives both in one breath.

    Example:
        >>> hours_between("17 January 2019, 4.30 - 6.20 pm")
        ('16:30', '18:20')
    """
    for found in _SPAN.finditer(head[:_HEAD]):
        near = head[head.rfind("\n", 0, found.start()) + 1 : found.end() + 40]
        line = near.split("\n", maxsplit=1)[0]
        times = list(find_times(found["to"]))
        if len(line) > _LONGEST_LINE or _OFFICE.search(line) or not times:
            continue
        end = times[0].afternoon() if int(times[0].value[:2]) < 8 else times[0].value
        begun = list(find_times(found["from"] + (found["half"] or "")))
        if not begun and not (found["from"].isdigit() and int(found["from"]) < _HOURS):
            continue  # "47.00am - 11.59am" is no time
        start = begun[0].value if begun else f"{int(found['from']):02d}:00"
        later = f"{int(start[:2]) + 12:02d}{start[2:]}"
        open_half = not found["half"] and start < "12"
        return (later if open_half and later < end else start), end
    return None


def duration(text: str) -> tuple[str, str] | None:
    """Return both hours of "(Duration of meeting: 10.00 am - 2.20 pm)", wherever it stands."""
    found = _DURATION.search(text)
    return hours_between(found["hours"]) if found else None


def find_end(text: str, words: MeetingWords) -> FoundTime | None:
    """Return the hour at which the last closing sentence of a page says that the meeting ended."""
    last: FoundTime | None = None
    for line, sentence in _sentences(text, words.closing):
        last = _closing_time(line, words) or _closing_time(sentence, words) or last
    return last or _labelled(text, words.end)


def _labelled(text: str, label: re.Pattern[str]) -> FoundTime | None:
    """Return the hour behind a label ("Finish time: 9.00pm"), the last of several."""
    last: FoundTime | None = None
    for told in each_behind_label(text, label):
        times = list(find_times(told[:30]))
        last = times[0] if times and times[0].start < 12 else last
    return last


def find_start(text: str, words: MeetingWords) -> FoundTime | None:
    """Return the hour at which the first opening sentence of a page says that it began."""
    for line, sentence in _sentences(text, words.opening):
        found = _opening_time(line, words) or _opening_time(sentence, words)
        if found is not None:
            return found
    coming = _NEXT_MEETING.search(text)
    return _labelled(text[: coming.start()] if coming else text, words.start)


def _sentences(text: str, cue: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield the words about a cue on its line, and the whole sentence where it spans lines."""
    done = -1
    for found in cue.finditer(text):
        if found.start() < done:
            continue
        start = _left(text, found.start())
        end = _right(text, found.end())
        first = max(start, text.rfind("\n", 0, found.start()) + 1)
        stop = text.find("\n", found.end())
        last = min(end, stop) if stop >= 0 else end
        done = last
        yield " ".join(text[first:last].split()), " ".join(text[start:end].split())


def _left(text: str, place: int) -> int:
    low = max(0, place - _BEFORE - 90)
    near = text[low:place]
    blank = near.rfind("\n\n")
    start = blank + 2 if blank >= 0 else 0
    ends = [found.end() for found in _SENTENCE_END.finditer(near, start)]
    return low + (ends[-1] if ends else start)


def _right(text: str, place: int) -> int:
    near = text[place : place + _AFTER + 60]
    blank = near.find("\n\n")
    near = near[:blank] if blank >= 0 else near
    end = _SENTENCE_END.search(near)
    return place + (end.start() if end else len(near))


def _closing_time(sentence: str, words: MeetingWords) -> FoundTime | None:
    """Return the last hour of a sentence: "adjourned at 12.40 for lunch and ended at 2.50 pm"."""
    if _NOT_IT.search(sentence):
        return None
    last: FoundTime | None = None
    for verb in words.closing.finditer(sentence):
        subject = words.gatherings.search(sentence[: verb.start()]) or words.gatherings.search(
            sentence[verb.end() : verb.end() + 30]
        )
        labelled = words.end.match(sentence) is not None
        moved = verb[0].lower().startswith("adjourn") and _MOVED.search(sentence) is not None
        if subject is None and not (labelled or moved):
            continue
        times = list(find_times(sentence[verb.end() : verb.end() + _AFTER]))
        if times and times[0].start <= _NEAR:
            last = times[0]
            continue
        before = list(find_times(sentence[max(0, verb.start() - _BEFORE) : verb.start()]))
        if before and not times and not words.opening.search(sentence[: verb.start()]):
            last = last or before[-1]
    return last


def _opening_time(sentence: str, words: MeetingWords) -> FoundTime | None:
    if (_ANOTHER if _ORDER.search(sentence) else _NOT_IT).search(sentence):
        return None
    for verb in words.opening.finditer(sentence):
        about = sentence[max(0, verb.start() - 80) : verb.start()]
        after = sentence[verb.end() : verb.end() + 30]
        opens = not sentence[: verb.start()].strip(" (*-–")
        if not (opens or words.gatherings.search(about) or words.gatherings.search(after)):
            continue
        times = list(find_times(sentence[verb.end() : verb.end() + 2 * _NEAR]))
        if times:
            return times[0]
    return None
