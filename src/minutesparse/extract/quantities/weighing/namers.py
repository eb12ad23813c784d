"""Who names the subject of a figure: the rules alone, or the rules weighed with everything else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from minutesparse.extract.quantities.clauses import wording
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Ruling, joined
from minutesparse.extract.quantities.weighing.candidates import Candidates, Surroundings
from minutesparse.extract.quantities.weighing.choice import chosen, shared
from minutesparse.extract.quantities.weighing.telling import Telling
from minutesparse.weights import Weights, likelihood, shipped

_HANGING = ("aux", "conj", "det")
_OPENING = ("aux", "conj")
_AS_GOOD = 0.96  # the rules' own wording reads better: it stands where little is lost by it


class Namer(Protocol):
    """Names the subjects of figures."""

    def __call__(self, rulings: Sequence[Ruling], figures: Sequence[Figure]) -> list[str | None]:
        """Return the subject of each figure of a passage, None where it has none.

        Args:
            rulings: What the rules made of each.
            figures: The figures.
        """
        ...


class RuleNamer:
    """Takes the rules at their word."""

    def __call__(self, rulings: Sequence[Ruling], figures: Sequence[Figure]) -> list[str | None]:
        """Return the subjects that the rules give."""
        del figures
        return [ruling.named.subject for ruling in rulings]


class WeighingNamer:
    """Takes the words that all that is known of them weighs enough for.

    Args:
        weights: What each fact weighs for a word to belong; those of the package by default.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        weights = weights or shipped(__package__)
        self._telling = Telling[int](lambda facts: weights.sums(facts)[0])

    def __call__(self, rulings: Sequence[Ruling], figures: Sequence[Figure]) -> list[str | None]:
        """Return the words that are most likely each subject; those of the rules where none is."""
        if not rulings:
            return []
        surroundings = Surroundings(rulings[0].scene.reading, figures, self._telling)
        return [_subject(ruling, surroundings.of(ruling)) for ruling in rulings]


@cache
def shipped_namer() -> WeighingNamer:
    """Return the namer that weighs with the weights of the package, made once per process."""
    return WeighingNamer()


def _subject(ruling: Ruling, words: Candidates[int]) -> str | None:
    """Return the likeliest of some words; the rules' own wording where they are as good."""
    likely = [likelihood(told) for told in words.told]
    best = chosen(likely)
    many = len(words.brought)
    ruled = [*range(many)]
    ruled += [at for at, place in enumerate(words.places, many) if place in words.ruled]
    if shared(likely, ruled) >= _AS_GOOD * shared(likely, best):
        return ruling.named.subject
    brought = (words.brought[at] for at in best if at < many)
    reading = ruling.scene.reading
    taken = _trimmed(reading, [words.places[at - many] for at in best if at >= many])
    return joined(*brought, wording(reading, taken)) or ruling.named.subject


def _trimmed(reading: Reading, places: list[int]) -> list[int]:
    """Return some words without those that lead to nothing: a last "had", a first "and"."""
    while places and reading.tag(places[-1]) in _HANGING:
        places = places[:-1]
    while places and reading.tag(places[0]) in _OPENING:
        places = places[1:]
    return places
