"""Lessons of figures: each word around a figure, and whether its marked subject has the word.

The document is parsed with a namer that signs the subjects it gives out, so that each statistic of
the record can be traced to the figure that it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutesparse.evaluate.case import Case
from minutesparse.evaluate.measures import same_statistics
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.scenes import Ruling
from minutesparse.extract.quantities.weighing.facts import Candidate, candidates_of
from minutesparse.extract.quantities.weighing.placing import placed
from minutesparse.pipeline import Parser
from training.documents import Document
from training.lessons import Lesson

IN, OUT = "in", "out"
_SIGNATURE = 0xF0000  # the first of the code points that no text has
_LAST = 0xFFFFD


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


class Clerk:
    """A namer that takes the rules at their word and keeps what is known of every word."""

    def __init__(self) -> None:
        self.seen: list[list[Candidate]] = []

    def __call__(self, ruling: Ruling, figures: Sequence[Figure]) -> str | None:
        """Keep what is known of the words around a figure; return the rules' subject, signed."""
        subject = "".join(char for char in ruling.named.subject or "" if ord(char) < _SIGNATURE)
        ruling = ruling._replace(named=ruling.named._replace(subject=subject or None))
        self.seen.append(candidates_of(ruling, figures))
        return chr(min(_SIGNATURE + len(self.seen) - 1, _LAST)) + subject


def _lessons(right: str, candidates: Sequence[Candidate]) -> Iterator[Lesson]:
    """Yield a lesson for each word; those of the longest runs are in the subject."""
    found = placed(right, [one.text for one in candidates], [one.distance for one in candidates])
    for place, candidate in enumerate(candidates):
        yield Lesson(frozenset(candidate.facts), IN if place in found.places else OUT)
