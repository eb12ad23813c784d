"""Times of day, which are no figures."""

from __future__ import annotations

from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import measure_at

_JOINTS = DASHES | {"and", "to", "or"}
_HOURS, _MINUTES = 24, 60
_ON_THE_CLOCK = 12


def clock_time(reading: Reading, at: int) -> int | None:
    """Times of day: "7.30pm", "10 o'clock", "between 8.00 and 9.30 am", "at 7.30"."""
    end = _marked(reading, at)
    if end is not None:
        return end
    if _military(reading, at):
        return at + 2
    if reading.lower(at + 1) in _JOINTS and _clock_like(reading, at):
        end = _marked(reading, at + 2)
        if end is not None:
            return end
        if _opening_hours(reading, at):
            return at + 3
    return at + 1 if _bare(reading, at) else None


def _opening_hours(reading: Reading, at: int) -> bool:
    """Return whether two numbers are hours: "from 11.00 to 23.30", no change of a level."""
    told = reading.lower(at - 1) in ("from", "between") and not reading.listed(at - 2, "moves")
    whole = "." in reading.lower(at) and "." in reading.lower(at + 2)
    return told and whole and _clock_like(reading, at + 2)


def _marked(reading: Reading, at: int) -> int | None:
    """Return the token after a time that "pm", "noon" or "o'clock" marks."""
    if not _clock_like(reading, at):
        return None
    if reading.lower(at + 1) in ("hours", "hrs"):
        return None
    found = reading.words.tables["clock"].after(reading, at + 1)
    return found[1] if found else None


def _military(reading: Reading, at: int) -> bool:
    """Return whether digits are a time of the 24 hour clock: "from 1430 hours", "at 19.30hrs"."""
    written = reading.lower(at).replace(".", "")
    if not (reading.number(at) and written.isdigit() and len(written) == 4):
        return False
    if not reading.listed(at - 1, "clock_before"):
        return False
    right = int(written[:2]) <= _HOURS and int(written[2:]) < _MINUTES
    return right and reading.lower(at + 1) in ("hours", "hrs", "onwards")


def _clock_like(reading: Reading, at: int) -> bool:
    written = reading.lower(at)
    if written in reading.words.cardinals:
        return reading.words.cardinals[written] <= _ON_THE_CLOCK
    hour, _, minute = written.partition(".")
    if not reading.number(at) or not hour.isdigit() or len(hour) > 2 or int(hour) > _HOURS:
        return False
    return not minute or (minute.isdigit() and len(minute) == 2 and int(minute) < _MINUTES)


def _bare(reading: Reading, at: int) -> bool:
    """Return whether "7.30" after "at" or "closed" is a time."""
    if "." not in reading.lower(at) or not _clock_like(reading, at):
        return False
    if not reading.listed(at - 1, "clock_before"):
        return False
    found = measure_at(reading, at)
    if found is None or found.unit is not None or found.last.end > at + 1:
        return False
    linked = any(reading.listed(at - back, "links") for back in (1, 2))
    return not linked and reading.lower(at + 1) not in ("per", "from", "to", "in")
