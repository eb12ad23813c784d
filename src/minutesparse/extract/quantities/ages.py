"""Ages without their unit: "aged 80", "under-16s", "the youngest was 11"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.extract.quantities.bare import closes, figure_of
from minutesparse.extract.quantities.clauses import clause_start
from minutesparse.extract.quantities.model import Figure, Measure
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import before_qualifier

_YOUNGEST_NAMED = 5
_OLDEST = 110
_NEAR = 12  # tokens within which a word for people makes "under 16" an age
_TELLING = frozenset([16, 18, 21, 25, 55, 60, 65, 70, 75, 80, 85, 90, 95])
_UNTIL = frozenset(["until", "when", "since", "once", "before", "after"])
_LIMITS = frozenset(["under", "over", "below", "above"])


def bare_age(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that its surroundings make an age."""
    if measure.unit is not None or not 0 < measure.low <= _OLDEST or measure.last.decimals:
        return None
    if _limit_in_s(reading, measure):
        longer = measure._replace(end=measure.end + 1)
        return figure_of(longer, "statistic.age", "age", "year")
    if _second_age(reading, measure, before):
        return figure_of(measure, "statistic.age", "age", "year")
    if reading.asked == "year" and measure.low <= _OLDEST and closes(reading, measure.end):
        return figure_of(measure, "statistic.age", "age", "year")
    spoken = any(sign(reading, measure) for sign in _SIGNS)
    return figure_of(measure, "statistic.age", "age", "year") if spoken else None


def _second_age(reading: Reading, measure: Measure, before: Sequence[Figure]) -> bool:
    """Return whether a number goes on with an age: the 91 of "a couple aged 88 and 91"."""
    beside = bool(before) and before[-1].kind == "age" and measure.start == before[-1].end + 1
    joined = reading.lower(measure.start - 1) in ("and", "or")
    return beside and joined and closes(reading, measure.end)


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
        if reading.lower(at - 2) in ("age", "ages"):
            return True
        person = reading.listed(at - 2, "persons")
        return person and reading.tag(measure.end) not in ("noun", "num")
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
    if measure.low in _TELLING and reading.tag(measure.start - 2) in ("aux", "adv"):
        counted = range(clause_start(reading, measure.start - 1), measure.start)
        if any(reading.listed(at, "people") and plural(reading, at) for at in counted):
            return True
        return not any(reading.listed(at, "totals") or reading.tag(at) == "num" for at in counted)
    near = range(measure.start - _NEAR, measure.end + _NEAR)
    return any(reading.listed(at, "people") for at in near)


def _youngest(reading: Reading, measure: Measure) -> bool:
    """The number of "the youngest was 11", "another who is 14"."""
    at = before_qualifier(reading, measure.start)
    at -= reading.tag(at - 1) == "adv"
    if reading.tag(at - 1) != "aux" or not closes(reading, measure.end):
        return False
    if reading.lower(at - 2) in ("who", "he", "she", "i") or reading.listed(at - 2, "relatives"):
        return True
    if reading.lower(at - 2) == "they" and reading.lower(at - 3) in _UNTIL:
        return True
    return any(
        reading.listed(back, "oldest") for back in range(clause_start(reading, at - 1), at - 1)
    )


def _after_a_name(reading: Reading, measure: Measure) -> bool:
    """The number of "Mrs Kerr, 84, had been told"."""
    commas = reading.lower(measure.start - 1) == "," == reading.lower(measure.end)
    named = reading.capital(measure.start - 2) and reading.listed(measure.start - 3, "courtesies")
    return commas and bool(named) and measure.low >= _YOUNGEST_NAMED


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
    _after_a_name,
    _called_an_age,
)
