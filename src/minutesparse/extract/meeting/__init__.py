"""Which meeting it was: council, body, date, times, venue, status."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesparse.extract.dates import FoundTime, first_date
from minutesparse.extract.meeting.below import read_below, read_call
from minutesparse.extract.meeting.bodies import named_body
from minutesparse.extract.meeting.facts import MeetingFacts, filled
from minutesparse.extract.meeting.header import read_header, read_meeting_lines
from minutesparse.extract.meeting.hours import duration, find_end, find_start
from minutesparse.extract.meeting.words import MeetingWords, meeting_words
from minutesparse.lexicons import Lexicon, default_lexicon
from minutesparse.text import ItemLayout, Layout, Text

__all__ = ["MeetingFacts", "find_meeting"]

_PRESENT = re.compile(
    r"^[^\S\n]*(?:\d{1,3}[.)]?\s{1,6})?(?:members\s+|councillors\s+)?(?:present|attendance|attending|"
    r"in\s+attendance|apologies|sederunt|attendees|participants|attended\s+by|roll\s+call|those\s+present)\b|"
    r"\b(?-i:PRESENT|Present)(?:\s+members)?\s*:",
    re.I | re.M,
)
_DRAFT = re.compile(
    r"\b(?:DRAFT|[Dd]raft\s+[Mm]inutes|UNCONFIRMED|[Uu]nconfirmed|UNAPPROVED|"
    r"subject\s+to\s+(?:approval|confirmation))\b"
)
_CONFIRMED = re.compile(
    r"\bCONFIRMED\b|\bConfirmed\s+minutes\b|\b(?:Minutes\s+)?(?:approved|adopted)\s+(?:as\s+written\s+)?(?:on\s+)?\d",
    re.I,
)
_AGENDA_ABOVE = re.compile(
    r"^[^\S\n]*agenda\s+(?:for|of)\b.*?(?=^[^\S\n]*(?:draft\s+)?minutes\s+(?:for|of)\b)",
    re.I | re.M | re.S,
)
_HISTORY = re.compile(r"\s*(?:[•·*]\s*)?Meeting:\s{0,3}(?=\d)", re.I)
_LONGEST_DAY = 40
_LONGEST_HEAD = 4000
_WHOLE_PAGE_HEAD = 1500


def find_meeting(text: Text, layout: Layout, lexicon: Lexicon | None = None) -> MeetingFacts:
    """Return what the front of the page, and its sentences, say of the meeting."""
    words = meeting_words(lexicon or default_lexicon())
    head = _head(text.clean, layout, words)
    head = _AGENDA_ABOVE.sub("", head, count=1)
    facts = read_header(_without_item_lines(head), words)
    if facts.body is None:
        facts = filled(read_meeting_lines(text.clean, words), facts)
    if facts.date is None:
        numbered = (item.start for item in layout.items if item.number)
        end = next((start for start in numbered if start > len(head)), len(text.clean))
        facts = filled(filled(facts, read_below(text.clean, 0, end)), read_call(text.clean))
    span = duration(text.clean)
    if span is not None:
        facts = filled(facts, MeetingFacts(start_time=span[0], end_time=span[1]))
    else:
        facts = _end(_start(facts, text.clean, words), text.clean, words)
    return replace(facts, status=_status(head), title=_title(layout))


def _head(clean: str, layout: Layout, words: MeetingWords) -> str:
    """Return the heading of the page: what stands above attendance and the first item."""
    first = next((item for item in layout.items if item.blocks and not _body(item, words)), None)
    whole = not layout.front or first is None or first.rule == "item.whole_page"
    end = _WHOLE_PAGE_HEAD if whole or first is None else first.start
    head = clean[: min(max(end, 0), _LONGEST_HEAD)]
    present = _PRESENT.search(head)
    return head[: present.start()] if present else head


def _body(item: ItemLayout, words: MeetingWords) -> bool:
    """Tell whether what looks like an item is a line of the heading: the body, or "MINUTES"."""
    if item.number is not None or item.title is None:
        return False
    first = item.blocks[0].text if item.blocks else ""
    dated = len(first) < _LONGEST_DAY and first_date(first) is not None
    headed = dated and item.title.lower().strip(" :") in ("minutes", "meeting minutes")
    return headed or named_body(item.title, words) is not None


def _without_item_lines(head: str) -> str:
    """Leave out the lines that name the meetings of one item's history."""
    return "\n".join(line for line in head.split("\n") if not _HISTORY.match(line))


def _start(facts: MeetingFacts, clean: str, words: MeetingWords) -> MeetingFacts:
    if facts.start_time is not None:
        return facts
    found = find_start(clean, words)
    return replace(facts, start_time=_hour(found, evening=8)) if found else facts


def _end(facts: MeetingFacts, clean: str, words: MeetingWords) -> MeetingFacts:
    found = find_end(clean, words)
    if found is None:
        return facts
    value = _hour(found, evening=10)
    if facts.start_time and value < facts.start_time:
        value = found.afternoon()
    return replace(facts, end_time=value)


def _hour(found: FoundTime, *, evening: int) -> str:
    """Return an hour; before a certain one, what may be either is of the afternoon."""
    return found.afternoon() if int(found.value[:2]) < evening else found.value


def _status(front: str) -> str | None:
    if _DRAFT.search(front):
        return "draft"
    return "confirmed" if _CONFIRMED.search(front) else None


def _title(layout: Layout) -> str | None:
    for block in layout.front:
        if block.kind == "paragraph" and len(block.text) < 160:
            return " ".join(block.text.split())
    return None
