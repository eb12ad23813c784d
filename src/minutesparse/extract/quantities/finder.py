"""Walks a reading from left to right and collects its figures."""

from __future__ import annotations

from typing import cast

from minutesparse.extract.quantities.filters import past_non_figure
from minutesparse.extract.quantities.model import Figure, Qualifier
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.rules import accepted
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import measure_at, qualifier_before

_SIGNS = DASHES | {"+"}


def figures_in(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures of a reading, in order; no two overlap."""
    figures: list[Figure] = []
    past = 0
    for at in _openings(reading):
        if at >= past and _may_begin(reading, at):
            past = _past_figure(reading, at, figures)
    return tuple(figures)


def _openings(reading: Reading) -> list[int]:
    """Return the numbers, and the words and signs that a figure may begin with."""
    openers, lowers = reading.words.openers, reading.lowers
    kinds = enumerate(reading.kinds)
    return [at for at, kind in kinds if kind == "number" or lowers[at] in openers]


def _past_figure(reading: Reading, at: int, figures: list[Figure]) -> int:
    """Add the figure that begins at a token, if one does, and return where to go on."""
    number = at + (reading.lower(at) in _SIGNS)
    past = past_non_figure(reading, number) if reading.kind(number) != "sign" else None
    if past is not None:
        return past
    measure = measure_at(reading, at)
    if measure is None:
        return at + 1
    figure = accepted(reading, measure, figures)
    if figure is None:
        return max(at + 1, measure.last.end if measure.high is None else at + 1)
    qualifier = _qualifier(reading, figure)
    figures.append(figure if qualifier is None else figure._replace(qualifier=qualifier))
    return figure.end


def _may_begin(reading: Reading, at: int) -> bool:
    if reading.number(at):
        return True
    word, words = reading.lower(at), reading.words
    if word in words.cardinals or word in words.fractions or word in words.vulgar:
        return True
    if word in ("a", "an"):
        after = reading.lower(at + 1)
        return after in words.scales or after in words.fractions
    signed = word in _SIGNS and reading.glued(at + 1)
    return signed or word in words.tables["currencies"].by_first


def _qualifier(reading: Reading, figure: Figure) -> Qualifier | None:
    """Return what the words before or after a figure say of its exactness."""
    tables = reading.words.tables
    at = figure.end + (reading.lower(figure.end) in DASHES)
    for place in (at, at + 1) if reading.tag(at) == "noun" else (at,):
        after = tables["qualifiers_after"].after(reading, place)
        if after is None or (place > at and reading.lower(place) != "or"):
            continue
        if reading.lower(place) == "+" and not reading.glued(place):
            continue
        if reading.tag(after[1]) != "num":
            return cast(Qualifier, after[0])
    at = figure.start - (reading.lower(figure.start - 1) == "a")
    at -= reading.lower(at - 1) in DASHES
    before = qualifier_before(reading, at)
    if before is None or (before[0] == "over" and _spans_time(reading, figure, before[1])):
        return None
    return cast(Qualifier, before[0])


def _spans_time(reading: Reading, figure: Figure, at: int) -> bool:
    """Return whether "over" is "during": "£92m over 25 years", but not "for over 25 years"."""
    if figure.kind != "duration" or reading.lower(at) != "over":
        return False
    return reading.tag(at - 1) not in ("prep", "aux", "adv")
