"""What the page says of the meeting itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


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
