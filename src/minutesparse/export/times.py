"""A day and a time of day as standards want them, with the distance from UTC."""

from __future__ import annotations

import datetime


def moment(
    day: datetime.date | None, time: str | None, time_zone: datetime.tzinfo | None
) -> str | None:
    """Return a moment as ``YYYY-MM-DDThh:mm:ss+hh:mm``; None while any part of it is not known.

    Args:
        day: The day.
        time: ``HH:MM``, 24 hours.
        time_zone: Where the clock stood.
    """
    if day is None or time is None or time_zone is None:
        return None
    try:
        clock = datetime.time.fromisoformat(time)
    except ValueError:
        return None
    return datetime.datetime.combine(day, clock, time_zone).isoformat()
