"""Which meeting it was: council, body, date, times, venue, status."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from minutesparse.extract.dates import find_dates, find_times, first_date
from minutesparse.text import Layout, Text

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Satur|Sun)(?:day)?"
_HEADER = re.compile(
    rf"^(?P<body>[^\n]{{3,140}}?)\s+[-–]\s+(?:{_WEEKDAY},?\s+)?(?P<when>(?:{_WEEKDAY}[,\s]+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}[^\n]{{0,40}})$",
    re.M | re.I,
)
_STATUS_WORDS = re.compile(
    r"^(?:(?:MOVED|NEW|CANCELLED|Extraordinary(?:\s+meeting)?|Special(?:\s+meeting)?|Ordinary|Additional\s+meeting|Virtual\s+meeting|Statutory|Decommissioned|The\s+Former)\s*[,:-]*\s+)+", re.I
)
_VENUE = re.compile(r"^[ \t]*(?:Proposed\s+)?(?:Venue|Location|Place)\s*:\s*(?P<venue>[^\n]+)", re.M | re.I)
_VENUE_END = re.compile(r"\.?\s*(?:View\s+(?:directions|map)|Map)\b.*$|\s*\((?:View|map).*$", re.I)
_HELD = re.compile(
    r"\b(?:held|convened|took\s+place|meeting)\s+(?:remotely\s+)?(?P<rest>(?:on|at|in|via)\b.{5,260})", re.S | re.I
)
_PLACE = re.compile(
    r"\b(?:at|in|via)\s+(?P<place>(?:the\s+)?(?:[A-Z][\w'’.&-]*|[A-Z]{2,})(?:(?:[ ,]+|\n)(?:(?:of|and|the|for|&|in)\s+)?(?!PRESENT|[A-Z]{6,}\b)(?:[A-Z0-9][\w'’.&-]*)){0,14})"
)
_MEETING_OF = re.compile(
    r"\b(?:MINUTES|Minutes|minutes|NOTES|Notes|Proceedings|PROCEEDINGS)\s+(?:of|OF)\s+(?:a|an|the|A|THE)?\s*(?P<what>.{3,160}?)\s*(?:,|\s)(?=held\b|HELD\b|on\b|ON\b|at\b|AT\b|\d|convened|\n)",
    re.S,
)
_COUNCIL = re.compile(
    r"(?P<council>(?:(?:The\s+)?[A-Z][\w'’.-]*(?:[ ]+(?:and|of|the|on|upon|in|with|cum|le|by|under|&|[A-Z][\w'’.-]*)){0,8}?[ ]+)"
    r"(?:(?:County|City|District|Borough|Parish|Town|Community|Village|Metropolitan|Regional|Shire|Rural|Municipal|Combined|Unitary|Fire|Police|National|Park)[ ]+){0,3}(?:Council|Authority|Corporation|Board\s+of\s+Supervisors))\b"
)
_CITY_OF = re.compile(r"^(?P<council>(?:City|Town|Village|Borough|County|Shire|Township|London\s+Borough|Royal\s+Borough)\s+of\s+[A-Z][\w'’ -]{2,40}?(?:\s+(?:Council|City\s+Council))?)\s*$", re.M)
_SHOUTED_COUNCIL = re.compile(r"^\s*(?P<council>(?:[A-Z][A-Z'’.&-]*[ ]+){1,7}(?:COUNCIL|AUTHORITY))\b", re.M)
_BODY_LINE = re.compile(
    r"^[ \t]*(?P<body>(?:[A-Z][\w'’&,/()-]*[ ]+(?:(?:and|of|for|the|to|&|on|[-–])[ ]+)*){0,9}(?:Committee|Sub-Committee|Subcommittee|Panel|Board|Cabinet|Forum|Commission|Executive|Working\s+(?:Group|Party)|Council)(?:\s+\([A-Z][\w ]+\))?)[ \t]*$",
    re.M,
)
_END = re.compile(
    r"\b(?:meeting|proceedings|business|session|council|chair(?:man|person)?|mayor)\b[^.\n]{0,70}?\b(?:closed|ended|finished|concluded|terminated|rose|adjourned|close|end|ending|over)\b(?P<rest>[^.\n]{0,12}?[^\n]{0,40})|"
    r"\b(?:closed|ended|finished|concluded|terminated|adjourned|close)\b\s*(?:the\s+meeting\s+)?(?:at|@|:)\s*(?P<rest2>[^\n]{0,30})|^[ \t]*(?:Finish(?:ed)?|End|Close)(?:\s+time)?\s*:\s*(?P<rest3>[^\n]{0,20})",
    re.I | re.M,
)
_START = re.compile(
    r"(?:\b(?:meeting|proceedings|session|chair(?:man|person)?|mayor|council)\b[^.\n]{0,60}?\b(?:commenced|start(?:ed|s)|opened|began|convened|called\b[^.\n]{0,30}?\bto\s+order)|\bcommencing|\bstarting|^\W*(?:commenced|started|opened))\b[^.\n]{0,40}?\bat\b(?P<rest>[^\n]{0,30})", re.I | re.M
)
_START_LABEL = re.compile(r"^[ \t]*(?:Start(?:\s+time)?|Time)\s*:\s*(?P<rest>[^\n]{0,24})", re.I | re.M)
_MEETING_LINE = re.compile(r"(?:Meeting|Decided\s+at\s+meeting):\s*(?P<date>\d\d?/\d\d?/\d{4})\s*-\s*(?P<body>[^\n(]{3,120})")
_DRAFT = re.compile(r"\b(?:DRAFT|[Dd]raft\s+[Mm]inutes|UNCONFIRMED|[Uu]nconfirmed|subject\s+to\s+(?:approval|confirmation))\b")
_CONFIRMED = re.compile(r"\bCONFIRMED\b|\bConfirmed\s+minutes\b")
_OTHER_MEETING = re.compile(r"\b(?:previous|last|minutes\s+of\s+the|next)\b", re.I)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the page says of the meeting itself; None where it does not."""

    council: str | None = None
    body: str | None = None
    title: str | None = None
    date: date | None = None
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    status: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


def find_meeting(text: Text, layout: Layout) -> MeetingFacts:
    """Return what the front of the page, and its last lines, say of the meeting."""
    first = layout.items[0].start if layout.items else len(text.clean)
    front = text.clean[: min(first, 6000)]
    facts = _modern_header(front)
    for fill in (_meeting_line, _printed_header, _council, _venue_label, _times):
        facts = fill(facts, front, text.clean, layout)
    return replace(facts, status=_status(front), title=_title(layout))


def _modern_header(front: str) -> MeetingFacts:
    found = _HEADER.search(front)
    if found is None:
        return MeetingFacts()
    body = _STATUS_WORDS.sub("", " ".join(found["body"].split()))
    when = first_date(found["when"])
    times = list(find_times(found["when"][when.end :] if when else found["when"]))
    return MeetingFacts(
        body=body or None,
        date=when.value if when else None,
        start_time=times[0].value if times else None,
        spans=((found.start(), found.end()),),
    )


def _meeting_line(facts: MeetingFacts, front: str, clean: str, layout: Layout) -> MeetingFacts:
    found = _MEETING_LINE.search(clean)
    if found is None or facts.body:
        return facts
    when = first_date(found["date"])
    return replace(
        facts, body=" ".join(found["body"].split()), date=facts.date or (when.value if when else None)
    )


def _printed_header(facts: MeetingFacts, front: str, clean: str, layout: Layout) -> MeetingFacts:
    """Read "Minutes of the meeting of the X held at Y on Z" and loose header lines."""
    head = front[:2500]
    if facts.date is None:
        when = first_date(head)
        facts = replace(facts, date=when.value if when else None)
        if when is not None and facts.start_time is None:
            facts = replace(facts, start_time=_time_beside(head, when.value))
    if facts.body is None:
        facts = replace(facts, body=_printed_body(head))
    if facts.venue is None and _VENUE.search(front) is None:
        facts = replace(facts, venue=_held_place(head))
    return facts


def _time_beside(head: str, day: date) -> str | None:
    """Return the time of day that stands nearest to where the front gives the date."""
    for found in sorted(find_dates(head), key=lambda found: found.start):
        if found.value != day:
            continue
        for near in (head[found.end : found.end + 120], head[max(0, found.start - 60) : found.start]):
            times = list(find_times(near))
            if times:
                return times[0].value
    return None


def _printed_body(head: str) -> str | None:
    found = _MEETING_OF.search(head)
    if found is not None:
        what = " ".join(found["what"].split())
        what = re.sub(r"^(?:(?:(?:ordinary|monthly|regular|special|extraordinary|virtual|remote|annual|statutory|full)\s+)*(?:general\s+)?meetings?\s+of\s+(?:the\s+)?)", "", what, flags=re.I)
        what = re.sub(r"\s+(?:meeting|MEETING)$", "", what)
        if re.search(r"(?:Committee|Panel|Board|Cabinet|Forum|Commission|Executive|Group|Party)\b", what, re.I) and len(what) < 90:
            return re.sub(r"^(?:THE|the|The)\s+", "", what)
    for line in _BODY_LINE.finditer(head):
        body = " ".join(line["body"].split())
        if not body.endswith("Council") or body == "Council":
            return body
    return None


def _held_place(head: str) -> str | None:
    found = _HELD.search(head)
    if found is None:
        return None
    for place in _PLACE.finditer(found["rest"]):
        words = " ".join(place["place"].split()).strip(" ,.")
        if not re.match(r"(?:the\s+)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\d", words) and not first_date(words):
            return re.sub(rf"\s+(?:on|On)?\s*(?:{_WEEKDAY})\b.*$", "", words)
    return None


def _council(facts: MeetingFacts, front: str, clean: str, layout: Layout) -> MeetingFacts:
    head = front[:1500]
    for pattern in (_CITY_OF, _COUNCIL, _SHOUTED_COUNCIL):
        for found in pattern.finditer(head):
            line_start = head.rfind("\n", 0, found.start()) + 1
            before = head[line_start : found.start()].strip()
            if len(before) > 40 or re.search(r"\b(?:Venue|Contact|Offices?|Email)\b", before):
                continue
            name = " ".join(found["council"].split())
            if re.match(r"(?:full|the|agenda|draft|previous|this|present|for|minutes)\s+(?:council|minutes)", name, re.I):
                continue
            return replace(facts, council=name)
    return facts


def _venue_label(facts: MeetingFacts, front: str, clean: str, layout: Layout) -> MeetingFacts:
    found = _VENUE.search(front)
    if found is None:
        return facts
    venue = " ".join(_VENUE_END.sub("", found["venue"]).split()).rstrip(" .,")
    return replace(facts, venue=venue or None)


def _times(facts: MeetingFacts, front: str, clean: str, layout: Layout) -> MeetingFacts:
    if facts.start_time is None:
        for text, pattern in ((front, _START_LABEL), (front, _START), (clean, _START)):
            found = pattern.search(text)
            times = list(find_times(found["rest"])) if found else []
            if times:
                facts = replace(facts, start_time=times[0].value)
                break
    ends = []
    for found in _END.finditer(clean):
        rest = found["rest"] or found["rest2"] or found["rest3"] or ""
        times = list(find_times(rest)) or list(find_times(found[0]))
        if times and not re.search(r"\bnext\b|\bwill\b|\breconven|\bresum", found[0] + rest):
            ends.append(times[-1].value if found["rest"] is None else times[0].value)
    return replace(facts, end_time=ends[-1]) if ends else facts


def _status(front: str) -> str | None:
    if _DRAFT.search(front):
        return "draft"
    return "confirmed" if _CONFIRMED.search(front) else None


def _title(layout: Layout) -> str | None:
    for block in layout.front:
        if block.kind == "paragraph" and len(block.text) < 160:
            return " ".join(block.text.split())
    return None
