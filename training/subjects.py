"""Lessons of figures: each word around a figure, and whether its marked subject has the word.

The document is parsed with a namer that signs the subjects it gives out, so that each statistic of
the record can be traced to the figure that it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutesparse.evaluate.case import Case
from minutesparse.evaluate.measures import same_statistics
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.scenes import Ruling
from minutesparse.extract.quantities.weighing.candidates import FARTHEST, Surroundings, distance
from minutesparse.extract.quantities.weighing.facts import Facts
from minutesparse.extract.quantities.weighing.placing import placed
from minutesparse.extract.quantities.weighing.telling import Telling, in_full
from minutesparse.pipeline import Parser
from training.documents import Document
from training.lessons import Lesson

IN, OUT = "in", "out"
_SIGNATURE = 0xF0000  # the first of the code points that no text has
_LAST = 0xFFFFD
_IN_FULL = Telling(in_full)


def subject_lessons(document: Document) -> list[Lesson]:
    """Return the lessons of a document: one for each word around each figure with a subject."""
    gold, clerk = document.gold, Clerk()
    meeting = Parser(namer=clerk).parse(gold.text)
    lessons: list[Lesson] = []
    for mark, statistic in same_statistics(Case(gold, meeting)):
        right, signed = mark.get("subject"), statistic.subject
        if right and signed and ord(signed[0]) >= _SIGNATURE:
            lessons.extend(_lessons(right, clerk.seen[ord(signed[0]) - _SIGNATURE]))
    return lessons


class Candidate(NamedTuple):
    """A word that may belong to a subject, its distance from the figure, what is known of it."""

    text: str
    distance: int
    facts: Facts


class Clerk:
    """A namer that takes the rules at their word and keeps what is known of every word."""

    def __init__(self) -> None:
        self.seen: list[list[Candidate]] = []

    def __call__(self, rulings: Sequence[Ruling], figures: Sequence[Figure]) -> list[str | None]:
        """Keep what is known of the words around figures; return the rules' subjects, signed."""
        return [self._named(ruling, figures) for ruling in rulings]

    def _named(self, ruling: Ruling, figures: Sequence[Figure]) -> str:
        subject = "".join(char for char in ruling.named.subject or "" if ord(char) < _SIGNATURE)
        ruling = ruling._replace(named=ruling.named._replace(subject=subject or None))
        self.seen.append(_candidates(ruling, figures))
        return chr(min(_SIGNATURE + len(self.seen) - 1, _LAST)) + subject


def _candidates(ruling: Ruling, figures: Sequence[Figure]) -> list[Candidate]:
    reading, figure = ruling.scene.reading, ruling.scene.figure
    found = Surroundings(reading, figures, _IN_FULL).of(ruling)
    texts = [*found.brought, *(reading.raw(at) for at in found.places)]
    distances = [FARTHEST] * len(found.brought)
    distances += [distance(figure, at) for at in found.places]
    return list(map(Candidate, texts, distances, found.told))


def _lessons(right: str, candidates: Sequence[Candidate]) -> Iterator[Lesson]:
    """Yield a lesson for each word; those of the longest runs are in the subject."""
    found = placed(right, [one.text for one in candidates], [one.distance for one in candidates])
    for place, candidate in enumerate(candidates):
        yield Lesson(frozenset(candidate.facts), IN if place in found.places else OUT)
