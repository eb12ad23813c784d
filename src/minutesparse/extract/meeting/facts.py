"""What the page says of the meeting itself."""

from __future__ import annotations

from dataclasses import dataclass
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
