"""What is a figure: the rules that accept a measure, in their order of precedence.

A rule sees the reading, the measure and the figures found before it, and returns the figure or
None. What a unit or sign decides comes first; a bare number needs its surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from minutesparse.extract.quantities import ages, bare, echoes, lent, lists
from minutesparse.extract.quantities.bare import Rule, figure_of
from minutesparse.extract.quantities.dates import is_month, year_like
from minutesparse.extract.quantities.model import Figure, Measure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.units import before_qualifier, measure_at

_MOST_RATIO = 1_000_000
_MOST_OF_SEVERAL = 20  # "nine in ten" is a ratio, "14 in 2,000" is two counts
_SHORT = 6  # digits up to which a ratio is given in full
_ONE_DAY = frozenset(["for", "within", "of", "in", "only", "just", "least", "than", "a", "by"])


def accepted(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Return the figure that the first rule makes of a measure; None where no rule takes it."""
    pronoun = measure.unit is None and reading.slice(measure.start, measure.end).lower() == "one"
    part = measure.unit is None and measure.last.style == "fraction"
    for rule in _FOR_ONE if pronoun else _FOR_PART if part else _RULES:
        figure = rule(reading, measure, before)
        if figure is not None:
            return lent.with_unit_of_subject(reading, figure)
    return None


def ratio(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """So many in so many: "1 in 4", "one in every eight", "nine in ten", "one out of five"."""
    del before
    at = measure.end
    if measure.unit is not None or measure.high is not None or not measure.low:
        return None
    if reading.lower(at) == "out" and reading.lower(at + 1) == "of" and measure.low == 1:
        at += 2
    elif reading.lower(at) == "in":
        at += 1
    elif reading.tag(at) == "noun" and reading.lower(at + 1) == "in" and measure.low == 1:
        at += 2
    else:
        return None
    whole = measure_at(reading, at + (reading.lower(at) == "every"))
    if whole is None or not _is_base(reading, measure, whole):
        return None
    share = _shortened(measure.low / whole.low)
    return Figure(measure.start, whole.last.end, "ratio", share, None, "ratio", "statistic.ratio")


def _is_base(reading: Reading, measure: Measure, whole: Measure) -> bool:
    """Return whether a number after "in" is what a ratio is out of, no year or span of time."""
    low, after = measure.low, whole.last.end
    if whole.high is not None or not 0 < low < whole.low <= _MOST_RATIO or whole.low % 1 or low % 1:
        return False
    if year_like(reading, whole.start) or is_month(reading, after):
        return False
    if reading.glued(after) and (reading.word(after) or reading.lower(after) == "/"):
        return False
    odds = low == 1 and whole.unit == "year"
    return (whole.unit is None or odds) and (low == 1 or whole.low <= _MOST_OF_SEVERAL)


def _shortened(share: Decimal) -> Decimal:
    """Return a share as it is where it is short, else to three significant digits."""
    exact = share.normalize()
    if len(exact.as_tuple().digits) <= _SHORT:
        return exact
    return Decimal(f"{share:.3g}").normalize()


def money(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """An amount in a currency: "£1.2m", "10p", "500 euros"."""
    del reading, before
    return figure_of(measure, "statistic.money") if measure.kind == "money" else None


def percentage_point(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A difference of two shares: "2.5 percentage points"."""
    del reading, before
    points = measure.unit == "percentage-point"
    return figure_of(measure, "statistic.percentage_point") if points else None


def percent(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A share in hundredths: "75%", "9%-11%", "47 per cent"."""
    del reading, before
    return figure_of(measure, "statistic.percent") if measure.unit == "percent" else None


def age(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """An age with its unit: "14 years old", "aged 10 years"."""
    del before
    named = measure.kind == "duration" and reading.listed(
        before_qualifier(reading, measure.start) - 1, "ages_before"
    )
    aged = measure.kind == "age" or named
    return figure_of(measure, "statistic.age", "age") if aged else None


def fraction(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A part of a whole in words: "two thirds of", "half the residents", "a quarter of"."""
    del before
    if measure.last.style != "fraction" or measure.unit is not None:
        return None
    at, lead = measure.end, before_qualifier(reading, measure.start)
    if bare.closes(reading, at) and _leads_to_part(reading, lead):
        return figure_of(measure, "statistic.fraction", "ratio", "ratio")
    if reading.lower(at) == "of":
        at += 1
    elif reading.lower(at) != "the" and not _does(reading, measure, lead):
        return None
    at += reading.tag(at) == "det"
    of_time = reading.listed(at, "times") or year_like(reading, at)
    ordinal = reading.lower(measure.start) == "half" and reading.tag(measure.start - 1) == "noun"
    if of_time or ordinal or reading.lower(measure.start - 1) == "the":
        return None
    return figure_of(measure, "statistic.fraction", "ratio", "ratio")


def _leads_to_part(reading: Reading, at: int) -> bool:
    """Return whether a part may stand alone: "fell by a fifth", "said two thirds"."""
    if at == 0:
        return reading.asked is not None
    changed = reading.lower(at - 1) == "of" and reading.listed(at - 2, "changes")
    told = reading.listed(at - 1, "reporting") and reading.asked_from < at
    return changed or told or reading.lower(at - 1) in ("by", "up", "down")


def _does(reading: Reading, measure: Measure, lead: int) -> bool:
    """Return whether several do something: "a third were against", not "a third was awaited"."""
    if reading.tag(measure.end) not in ("verb", "aux"):
        return False
    single = reading.lower(measure.start) in ("a", "an", "one") and lead == measure.start
    return not single or reading.lower(measure.end) in ("were", "are", "have", "do")


def duration(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A span of time: "20 working days", "three months", "within 15 minutes"."""
    del before
    if measure.kind != "duration":
        return None
    once = reading.slice(measure.start, measure.end).lower() == "one day"
    if reading.lower(measure.start) == "one" and reading.lower(measure.start - 1) == "any":
        return None
    idiom = once and reading.lower(measure.start - 1) not in _ONE_DAY
    return None if idiom else figure_of(measure, "statistic.duration")


def distance(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A length: "20 miles", "500m", "six feet"."""
    del reading, before
    return figure_of(measure, "statistic.distance") if measure.kind == "distance" else None


def other_unit(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Area, weight, speed, energy: "3.2 hectares", "19,500 tonnes", "34 mph"."""
    del reading, before
    return figure_of(measure, "statistic.measure") if measure.kind == "other" else None


_FOR_PART: tuple[Rule, ...] = (fraction,)
_FOR_ONE: tuple[Rule, ...] = (ratio,)
_RULES: tuple[Rule, ...] = (
    ratio,
    money,
    percentage_point,
    percent,
    age,
    fraction,
    duration,
    distance,
    other_unit,
    lists.column,
    bare.lent_unit,
    ages.bare_age,
    bare.lost_sign,
    bare.rate,
    bare.counted,
    bare.capacity,
    bare.shared_head,
    lists.shared_out,
    echoes.told_again,
    lent.twin,
    lent.level,
    lent.same_lead,
    lent.same_again,
    lent.extreme,
    lent.more_of_it,
    bare.part,
    bare.definite,
    bare.held_against,
    bare.also,
    bare.altogether,
    bare.dated,
    bare.large_number,
    bare.difference,
    bare.rest,
    bare.subject_of_verb,
    bare.measured_by_verb,
    lists.labelled,
    lists.compared,
    lists.after_noun,
    lists.bracketed,
    lists.answer,
)
