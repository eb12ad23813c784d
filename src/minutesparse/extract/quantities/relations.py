"""How a figure stands to others and to fact: comparison, direction, status."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.quantities.model import Direction, Figure, Relation, Status
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.units import before_qualifier

_FAR = 25  # tokens between two figures that are compared
_AROUND = 7  # tokens before a figure that may say which way it moved
_AHEAD = 3  # tokens after it
_AGAINST = 5  # tokens from "against" to the figure of "against the London average of 91%"

Comparison = tuple[Relation, int]


def comparisons(reading: Reading, figures: Sequence[Figure]) -> list[Comparison | None]:
    """Return, for each figure, what another one is to it and which."""
    found: list[Comparison | None] = [None] * len(figures)
    for second in range(1, len(figures)):
        first = second - 1
        if not _comparable(reading, figures[first], figures[second]):
            continue
        joint = _joint(reading, figures[first], figures[second])
        if joint == "to":
            found[first], found[second] = ("to", second), ("from", first)
        elif joint is not None and found[first] is None:
            found[first] = (joint, second)
    return found


def _comparable(reading: Reading, first: Figure, second: Figure) -> bool:
    between = range(first.end, second.start)
    near = first.unit == second.unit and len(between) <= _FAR
    return near and not any(reading.ends_sentence(at) for at in between)


def _joint(reading: Reading, first: Figure, second: Figure) -> Relation | None:
    """Return what the second figure is to the first, by the words that lead to it."""
    at = before_qualifier(reading, second.start)
    at -= reading.tag(at - 1) == "det"
    word = reading.lower(at - 1)
    if word == "to" and reading.lower(before_qualifier(reading, first.start) - 1) == "from":
        return "to"
    if word == "from":
        return "from"
    near = max(first.end, at - _AGAINST)
    if reading.any_listed(near, at, "targets"):
        return "target"
    if reading.any_listed(near, at, "averages"):
        return "average"
    against = any(_sets_against(reading, place) for place in range(near, at))
    bracket = word == "(" and at - 1 == first.end
    return "versus" if against or bracket else None


def _sets_against(reading: Reading, at: int) -> bool:
    found = reading.words.tables["versus"].after(reading, at)
    return found is not None and reading.lower(at) not in ("and", "or", "to", "from", "not", "out")


def direction_of(reading: Reading, figure: Figure, floor: int) -> Direction | None:
    """Return which way a figure moved, by the nearest word that says so.

    Args:
        reading: The passage.
        figure: The figure.
        floor: First token that may speak of it: the end of the figure before.
    """
    start = before_qualifier(reading, figure.start)
    near, words = max(floor, start - _AROUND), reading.words
    if words.directions.keys().isdisjoint(reading.lowers[near : figure.end + _AHEAD]):
        return None
    before = reversed(range(near, start))
    for at in (*before, *range(figure.end, figure.end + _AHEAD)):
        if reading.ends_sentence(at):
            if at >= figure.end:
                break
            continue
        direction = words.directions.get(reading.lower(at))
        if direction is not None and reading.lower(at + 1) != "than":
            return direction
    return None


def status_of(reading: Reading, figure: Figure, floor: int) -> Status:
    """Return whether a figure is a fact, an estimate or an aim.

    Args:
        reading: The passage.
        figure: The figure.
        floor: First token that may speak of it: the end of the figure before.
    """
    start = before_qualifier(reading, figure.start)
    near = max(floor, start - _AGAINST)
    if reading.any_listed(near, start, "targets") or reading.listed(figure.end, "targets"):
        return "target"
    if reading.any_listed(max(floor, start - _AROUND), figure.end, "estimates"):
        return "estimate"
    return "actual"
