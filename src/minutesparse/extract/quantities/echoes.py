"""Figures that come back to one told before: "theirs were among the 640"."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.quantities.bare import closes, figure_of
from minutesparse.extract.quantities.model import Figure, Measure, Told
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Named, Scene
from minutesparse.extract.quantities.units import measure_at

_FEWEST = 3  # smaller numbers come back by chance
_FEWEST_BARE = 20  # the same without an article
_SHORT_VIEW = 6  # tokens of "was therefore not enough"
_DEFINITE = frozenset(["the", "those", "these", "that", "this"])


def told_again(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number told before, with an article: "was his among the 61", "two of the 640 were"."""
    if measure.unit is not None or measure.high is not None or measure.low < _FEWEST:
        return None
    if not _definite(reading, measure.start) or not closes(reading, measure.end):
        return None
    told = reading.setting.told.get(measure.low)
    if told is not None:
        again = measure._replace(unit=told.unit, kind=told.kind)
        return figure_of(again, "statistic.told_again")
    same = next((one for one in reversed(before) if one.low == measure.low), None)
    if same is None:
        return None
    return figure_of(measure._replace(unit=same.unit, kind=same.kind), "statistic.told_again")


def _definite(reading: Reading, at: int) -> bool:
    """Return whether an article stands before a number."""
    return reading.lower(at - 1) in _DEFINITE and reading.tag(at - 1) == "det"


def echo(scene: Scene) -> Named | None:
    """The subject that a figure had when it was first told."""
    if not _comes_back(scene):
        return None
    reading, figure = scene.reading, scene.figure
    for past in reversed(scene.before):
        if past.figure.low == figure.low and past.figure.unit == figure.unit and past.subject:
            part_of = reading.lower(figure.start - 2) == "of"
            return Named(figure, (past.noun if part_of else None) or past.subject, past.noun)
    told: Told | None = scene.reading.setting.told.get(figure.low)
    if told is None or told.unit != figure.unit or not told.subject:
        return None
    return Named(figure, told.subject, told.subject)


def whole_told(reading: Reading, figure: Figure) -> str | None:
    """Return what a whole told before counts: "19 of the 34" after "34 more statements"."""
    at = figure.end
    if reading.lower(at) != "of":
        return None
    at += 1 + (reading.tag(at + 1) == "det")
    whole = measure_at(reading, at)
    told = reading.setting.told.get(whole.low) if whole and whole.unit is None else None
    return told.subject if told else None


def _is_judged(scene: Scene) -> bool:
    """Return whether someone gives a view of a figure: "11 weeks was still too long"."""
    reading, at = scene.reading, scene.after
    if reading.tag(at) != "aux" or scene.figure.kind == "count" or scene.lead.noun:
        return False
    end = at + 1
    while end - at < _SHORT_VIEW and reading.tag(end) not in ("punct", "prep", "sub", ""):
        end += 1
    return reading.any_listed(at, end, "judgements")


def _comes_back(scene: Scene) -> bool:
    """Return whether a figure stands without a noun of its own, as one known by now would."""
    reading, figure = scene.reading, scene.figure
    if figure.low < _FEWEST or figure.high is not None:
        return False
    if reading.tag(scene.after) in ("noun", "num") or reading.lower(scene.after) == "of":
        return False
    if scene.lead.noun and not scene.lead.preposition:
        return False
    if _definite(reading, figure.start):
        return True
    if _is_judged(scene):
        return True
    does = reading.listed(scene.after, "modals") or reading.tag(scene.after) == "verb"
    return does and (figure.low >= _FEWEST_BARE or figure.low % 1 > 0) and not scene.lead.noun
