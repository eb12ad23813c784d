"""Rules for a bare number whose unit is told elsewhere: of its subject, its twin, its level."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.quantities.bare import closes, figure_of
from minutesparse.extract.quantities.clauses import clause_start
from minutesparse.extract.quantities.model import Figure, Measure
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.units import before_qualifier

_WITHIN_REACH = 25  # tokens between a figure and the one that takes its unit
_TWINS = frozenset(["when", "while", "whilst", "whereas", "where", "but", "and", "although"])
_LEVELS = frozenset(["it", "this", "that", "which", "it's", "that's"])
_MEASURED = frozenset(["duration", "distance", "other", "share"])
_OFF = frozenset(["over", "under", "above", "below", "within", "short", "off"])
_OF_TIME = frozenset(["for", "within", "after", "every", "under"])
_UNLENT = frozenset(["percentage-point"])


def twin(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that the same verb gives: "moves took 41 days when repairs took only four"."""
    last = _lender(measure, before)
    if last is None or not closes(reading, measure.end):
        return None
    between = range(last.end, measure.start)
    if any(reading.ends_sentence(at) for at in between):
        return None
    verb, other = _word_before(reading, measure.start), _word_before(reading, last.start)
    alike = verb == other != "" and any(reading.lower(at) in _TWINS for at in between)
    return _lent(measure, last, "statistic.twin") if alike else None


def _lender(measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Return the last figure, where it is near and has a unit that it could lend."""
    last = before[-1] if before else None
    if last is None or measure.unit is not None or measure.start - last.end > _WITHIN_REACH:
        return None
    lends = last.kind in _MEASURED and last.unit not in _UNLENT
    return last if lends else None


def _word_before(reading: Reading, at: int) -> str:
    """Return the word before a measure and what softens it."""
    at = before_qualifier(reading, at)
    while reading.tag(at - 1) == "adv":
        at -= 1
    return reading.lower(at - 1) if reading.tag(at - 1) in ("verb", "noun") else ""


def _lent(measure: Measure, last: Figure, rule: str) -> Figure:
    return figure_of(measure._replace(unit=last.unit, kind=last.kind), rule)


def same_lead(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number led to like the last span of time: "within five days ... and a reply within ten"."""
    spans = [figure for figure in before[-2:] if figure.kind == "duration"]
    last = _lender(measure, spans)
    if last is None or not closes(reading, measure.end) or measure.last.grouped:
        return None
    alike = _leads(reading, measure.start) & _leads(reading, last.start)
    return _lent(measure, last, "statistic.same_lead") if alike else None


def extreme(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """The end of a range whose unit was told: "five years, ten at the outside"."""
    last = _lender(measure, before)
    if last is None or any(reading.ends_sentence(at) for at in range(last.end, measure.start)):
        return None
    at = measure.start - (reading.lower(measure.start - 1) == ",")
    told = reading.listed(at - 1, "extremes") and reading.lower(at - 3) == "at"
    after = measure.end
    told = told or (reading.lower(after) == "at" and reading.listed(after + 2, "extremes"))
    return _lent(measure, last, "statistic.extreme") if told else None


def same_again(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number led to by the word that led to the last: "shown both as 96 and as 69"."""
    last = before[-1] if before else None
    if last is None or measure.unit is not None or not closes(reading, measure.end):
        return None
    at = before_qualifier(reading, measure.start)
    joined = last.end == at - 2 and reading.lower(at - 2) in ("and", "or")
    lead = before_qualifier(reading, last.start) - 1
    alike = reading.tag(at - 1) == "prep" and reading.lower(lead) == reading.lower(at - 1)
    return _lent(measure, last, "statistic.same_again") if joined and alike else None


def _leads(reading: Reading, at: int) -> frozenset[str]:
    """Return the prepositions of time right before a measure, within what softens it too."""
    start = before_qualifier(reading, at)
    return _OF_TIME.intersection(reading.lowers[max(start - 1, 0) : at])


def level(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """What a pronoun, a target or an average is: "the average is 71 days. The target is 35"."""
    last = _lender(measure, before)
    if last is None or not closes(reading, measure.end) or reading.lower(measure.end) == "of":
        return None
    at = before_qualifier(reading, measure.start)
    while reading.tag(at - 1) in ("aux", "adv", "det"):
        at -= 1
    if at == measure.start and reading.lower(at - 1) not in _LEVELS:
        return None
    told = reading.lower(at - 1) in _LEVELS or reading.lower(at) in ("it's", "that's")
    marked = reading.listed(at - 1, "comparators") or reading.listed(at - 1, "averages")
    return _lent(measure, last, "statistic.level") if told or marked else None


def more_of_it(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """So many more, or so far off: "four years with an option for two more", "48 days, 18 over"."""
    last = _lender(measure, before)
    if last is None:
        return None
    at = measure.end
    more = reading.lower(at) in ("more", "further", "extra") and closes(reading, at + 1)
    off = reading.lower(at) in _OFF and any(
        reading.listed(at + step, "comparators") for step in (1, 2)
    )
    near = not any(reading.ends_sentence(place) for place in range(last.end, measure.start))
    return _lent(measure, last, "statistic.more_of_it") if near and (more or off) else None


def with_unit_of_subject(reading: Reading, figure: Figure) -> Figure:
    """Return a count of hours as hours: "opening hours be cut from 28 to 20 per week"."""
    if figure.unit != "count" or figure.rule not in ("statistic.verb", "statistic.rate"):
        return figure
    start = clause_start(reading, figure.start)
    at = start + (reading.tag(start) == "det")
    while reading.tag(at) == "noun" and not plural(reading, at):
        at += 1
    found = reading.words.tables["units"].after(reading, at)
    told = any(reading.tag(place) in ("verb", "aux") for place in range(at, figure.start))
    if found is None or not told or not plural(reading, at) or reading.tag(at + 1) == "noun":
        return figure
    return figure._replace(unit=found[0], kind=reading.words.unit_kinds[found[0]])
