"""Who names the subject of a figure: the rules alone, or the rules weighed with everything else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from minutesparse.extract.quantities.clauses import wording
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Ruling, joined
from minutesparse.extract.quantities.weighing.choice import chosen, shared
from minutesparse.extract.quantities.weighing.facts import candidates_of
from minutesparse.weights import SCALE, Weights, shipped

_HANGING = ("aux", "conj", "det")
_OPENING = ("aux", "conj")
_AS_GOOD = 0.96  # the rules' own wording reads better: it stands where little is lost by it


class Namer(Protocol):
    """Names the subject of a figure."""

    def __call__(self, ruling: Ruling, figures: Sequence[Figure]) -> str | None:
        """Return the subject of a figure, or None.

        Args:
            ruling: What the rules made of the figure.
            figures: All figures of its passage.
        """
        ...


class RuleNamer:
    """Takes the rules at their word."""

    def __call__(self, ruling: Ruling, figures: Sequence[Figure]) -> str | None:
        """Return the subject that the rules give."""
        del figures
        return ruling.named.subject


class WeighingNamer:
    """Takes the words that all that is known of them weighs enough for.

    Args:
        weights: What each fact weighs for a word to belong; those of the package by default.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or shipped(__package__)

    def __call__(self, ruling: Ruling, figures: Sequence[Figure]) -> str | None:
        """Return the words that are most likely the subject; those of the rules where none is."""
        candidates = candidates_of(ruling, figures)
        sums = (self._weights.sums(candidate.facts)[0] for candidate in candidates)
        likely = [1 / (1 + math.exp(-each / SCALE)) for each in sums]
        best = chosen(likely)
        ruled = [at for at, candidate in enumerate(candidates) if candidate.ruled]
        if shared(likely, ruled) >= _AS_GOOD * shared(likely, best):
            return ruling.named.subject
        taken = [candidates[at] for at in best]
        brought = (word.text for word in taken if word.at < 0)
        reading = ruling.scene.reading
        told = wording(reading, _trimmed(reading, [word.at for word in taken if word.at >= 0]))
        return joined(*brought, told) or ruling.named.subject


def _trimmed(reading: Reading, places: list[int]) -> list[int]:
    """Return some words without those that lead to nothing: a last "had", a first "and"."""
    while places and reading.tag(places[-1]) in _HANGING:
        places = places[:-1]
    while places and reading.tag(places[0]) in _OPENING:
        places = places[1:]
    return places
