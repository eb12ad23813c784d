"""Ages without their unit: "aged 80", "under-16s", "the youngest was 11"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from minutesparse.extract.quantities.bare import closes, figure_of
from minutesparse.extract.quantities.clauses import clause_start
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import Measure, before_qualifier

_OLDEST = 110
_NEAR = 12  # tokens within which a word for people makes "under 16" an age
_LIMITS = frozenset(["under", "over", "below", "above"])


def bare_age(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that its surroundings make an age."""
    del before
    if measure.unit is not None or not 0 < measure.low <= _OLDEST or measure.last.decimals:
        return None
    if _limit_in_s(reading, measure):
        longer = replace(measure, end=measure.end + 1)
        return figure_of(longer, "statistic.age", "age", "year")
    spoken = any(sign(reading, measure) for sign in _SIGNS)
    return figure_of(measure, "statistic.age", "age", "year") if spoken else None


def _limit_in_s(reading: Reading, measure: Measure) -> bool:
    """The number of "under-18s" and "over 65s"."""
    if not (reading.lower(measure.end) == "s" and reading.glued(measure.end)):
        return False
    at = measure.start - 1
    return reading.lower(at - (reading.lower(at) in DASHES)) in _LIMITS


def _aged(reading: Reading, measure: Measure) -> bool:
    """The number of "aged 80", "aged between 19 and 34", "just turned 14", "the age of 16"."""
    at = before_qualifier(reading, measure.start)
    at -= reading.lower(at - 1) in ("between", "from")
    if reading.lower(at - 1) == "of":
        return reading.lower(at - 2) in ("age", "ages")
    return reading.listed(at - 1, "ages_before")


def _coming_of_age(reading: Reading, measure: Measure) -> bool:
    """The numbers of "once a child reaches 15", "leavers who are between 21 and 25"."""
    at = measure.start - 1
    if reading.lower(at) == "between" and reading.tag(at - 1) == "aux":
        return any(reading.listed(at - back, "people") for back in range(2, 6))
    reaches = reading.lower(at) in ("reach", "reaches", "reached", "reaching")
    return reaches and any(reading.listed(at - back, "people") for back in range(1, _NEAR))


def _limit_of_people(reading: Reading, measure: Measure) -> bool:
    """The number of "young people under 16"."""
    if reading.lower(measure.start - 1) not in _LIMITS or not closes(reading, measure.end):
        return False
    near = range(measure.start - _NEAR, measure.end + _NEAR)
    return any(reading.listed(at, "people") for at in near)


def _youngest(reading: Reading, measure: Measure) -> bool:
    """The number of "the youngest was 11", "another who is 14"."""
    at = before_qualifier(reading, measure.start)
    if reading.tag(at - 1) != "aux" or not closes(reading, measure.end):
        return False
    if reading.lower(at - 2) in ("who", "he", "she"):
        return True
    return any(
        reading.listed(back, "oldest") for back in range(clause_start(reading, at - 1), at - 1)
    )


def _called_an_age(reading: Reading, measure: Measure) -> bool:
    """The number of "14 is a young age", "65 and over" of people."""
    if reading.tag(measure.end) == "aux":
        return any(reading.lower(measure.end + step) in ("age", "old") for step in (1, 2, 3))
    after = reading.words.tables["qualifiers_after"].after(reading, measure.end)
    near = range(measure.start - _NEAR, measure.start)
    older = after is not None and reading.lower(measure.end) in ("and", "or")
    return older and any(reading.listed(at, "oldest") for at in near)


_SIGNS: tuple[Callable[[Reading, Measure], bool], ...] = (
    _aged,
    _coming_of_age,
    _limit_of_people,
    _youngest,
    _called_an_age,
)
