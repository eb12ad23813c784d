"""The meeting lexicon, made into patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon, alternation


@dataclass(frozen=True, eq=False)
class MeetingWords:
    """Patterns of ``meeting.yaml``; each matches whole words in any case."""

    bodies: re.Pattern[str]
    councils: re.Pattern[str]
    civic: re.Pattern[str]
    kinds: re.Pattern[str]
    kind: re.Pattern[str]
    council_kinds: frozenset[str]
    head_words: re.Pattern[str]
    venue: re.Pattern[str]
    venue_ends: re.Pattern[str]
    date: re.Pattern[str]
    start: re.Pattern[str]
    end: re.Pattern[str]
    places: re.Pattern[str]
    gatherings: re.Pattern[str]
    closing: re.Pattern[str]
    opening: re.Pattern[str]
    other: re.Pattern[str]
    not_bodies: re.Pattern[str]
    plain_councils: frozenset[str]
    connecting: frozenset[str]


@cache
def meeting_words(lexicon: Lexicon) -> MeetingWords:
    """Return the patterns that the meeting rules use, made once a lexicon."""

    def any_of(section: str) -> str:
        return alternation(lexicon.phrases("meeting", section))

    def word(section: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_of(section)})\b", re.I)

    def label(section: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{any_of(section)})\s{{0,3}}(?::|[-–](?=\s)|$)", re.I)

    return MeetingWords(
        bodies=word("body_nouns"),
        councils=word("council_nouns"),
        civic=re.compile(rf"(?:the\s+)?(?:{any_of('civic_kinds')})\s+of\s+", re.I),
        kinds=re.compile(
            rf"(?:the\s+|a\s+|an\s+)?(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?"
            rf"(?:(?:{any_of('meeting_kinds')})[\s,/&]+(?:and\s+)?){{0,6}}(?:meetings?|sessions?)\s+(?:of|for)\s+(?:the\s+)?",
            re.I,
        ),
        kind=re.compile(rf"^(?:(?:{any_of('meeting_kinds')})\s+){{1,6}}(?=full\b|[A-Z])", re.I),
        council_kinds=frozenset(lexicon.phrases("meeting", "council_kinds")),
        head_words=re.compile(
            rf"(?:(?:the|of|a)\s+)?(?:{any_of('head_words')}|(?:(?:{any_of('meeting_kinds')})\s+){{0,6}}meetings?)\b",
            re.I,
        ),
        venue=label("venue_labels"),
        venue_ends=word("venue_ends"),
        date=label("date_labels"),
        start=label("start_labels"),
        end=label("end_labels"),
        places=word("place_nouns"),
        gatherings=word("gatherings"),
        closing=word("closing_verbs"),
        opening=word("opening_verbs"),
        other=word("other_meetings"),
        not_bodies=re.compile(rf"(?:{any_of('not_bodies')})\b", re.I),
        plain_councils=frozenset(lexicon.phrases("meeting", "plain_councils")),
        connecting=frozenset(lexicon.phrases("meeting", "connecting_words")),
    )
