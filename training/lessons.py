"""Lessons: each clause of a marked document with its facts and its right label.

The document is parsed with a judge that knows the marks. It lets every clause become what the marks
say, so that a clause's facts tell of a right past, and keeps what it saw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft
from minutesparse.attribute.weighing.facts import facts_of
from minutesparse.attribute.weighing.judges import Hearing, draft_of, opener_of, ruling_on
from minutesparse.attribute.weighing.labels import LABELS, SKIP, Label
from minutesparse.evaluate.gold import Mark
from minutesparse.normalise import normalise
from minutesparse.pipeline import Parser
from minutesparse.text import Source
from minutesparse.weights import Weights
from training.documents import Document, Reading

_RULES = "rules="


class Lesson(NamedTuple):
    """One clause: what is known of it, and what it is.

    Attributes:
        facts: What is known of it.
        label: What it is.
        item: Which of the page's items it stands in.
    """

    facts: frozenset[str]
    label: str
    item: int = 0


def lessons_of(*documents: Document) -> list[Lesson]:
    """Return the lessons of a document, or of several that count as one."""
    lessons: list[Lesson] = []
    for document in documents:
        teacher = Teacher(document, lessons)
        Parser(extract=False, judge=teacher).parse(document.gold.text)
    return lessons


def examined(document: Document, weights: Weights) -> list[Lesson]:
    """Return the lessons of a document behind the past that some weights make of it."""
    lessons: list[Lesson] = []
    Parser(extract=False, judge=Examiner(document, lessons, weights)).parse(document.gold.text)
    return lessons


class Teacher:
    """A judge that knows the marks of one document.

    Args:
        document: The document; where it has readings, they stand for the verdict of the rules,
            which by now may have learned from it; where it has none, that verdict is no fact.
        lessons: Takes up what is seen.
    """

    def __init__(self, document: Document, lessons: list[Lesson]) -> None:
        self._lessons = lessons
        self._text = document.gold.text
        self._marks = document.gold.tagged("c")
        self._readings = document.readings
        self._source = normalise(Source(self._text)).offsets.to_source
        self._placed: dict[str, int] = {}
        self._item = 0

    def __call__(self, hear: Hearing) -> list[Draft]:
        """Hear an item once."""
        self._item += 1
        return hear(self._verdict)

    def _verdict(self, seen: Context) -> Draft | None:
        """Take down what is known of a clause, and make of it what the marks say."""
        ruling = ruling_on(seen)
        start, end = self._source(seen.frame.start), self._source(seen.frame.end - 1) + 1
        mark, reading = self._mark(start, end), _nearest(start, end, self._readings)
        label = _label(mark)
        self._lessons.append(Lesson(_facts(seen, reading), str(label), self._item))
        target = self._target(seen, mark)
        if mark is not None and mark.get("id"):
            self._placed.setdefault(mark.attributes["id"], seen.frame.start)
        return draft_of(seen, ruling, label, target)

    def _mark(self, start: int, end: int) -> Mark | None:
        """Return the contribution that holds at least half of a clause."""
        best = max(
            self._marks,
            key=lambda mark: self._solid(max(start, mark.span.start), min(end, mark.span.end)),
            default=None,
        )
        if best is None:
            return None
        shared = self._solid(max(start, best.span.start), min(end, best.span.end))
        return best if shared and 2 * shared >= self._solid(start, end) else None

    def _solid(self, start: int, end: int) -> int:
        return sum(map(str.isalnum, self._text[start:end])) if start < end else 0

    def _target(self, seen: Context, mark: Mark | None) -> Draft | None:
        """Return what the marks say that a clause replies to."""
        to = mark.get("to") if mark is not None else None
        if to is None:
            return None
        place = self._placed.get(to)
        if place is not None:
            for draft in seen.state.drafts:
                if draft.start <= place < draft.end:
                    return draft
        return opener_of(seen.state.open) if seen.state.open is not None else None


class Examiner(Teacher):
    """A judge that knows the marks, and lets every clause become what some weights make of it.

    What it takes down has right labels behind a past with such slips as there will be.

    Args:
        document: As a teacher's.
        lessons: As a teacher's.
        weights: What each fact weighs; learned without the document.
    """

    def __init__(self, document: Document, lessons: list[Lesson], weights: Weights) -> None:
        super().__init__(document, lessons)
        self._weights = weights

    def _verdict(self, seen: Context) -> Draft | None:
        """Take down what is known of a clause, and make of it what weighs most."""
        ruling = ruling_on(seen)
        start, end = self._source(seen.frame.start), self._source(seen.frame.end - 1) + 1
        facts = _facts(seen, _nearest(start, end, self._readings))
        self._lessons.append(Lesson(facts, str(_label(self._mark(start, end))), self._item))
        sums = self._weights.sums(facts)
        return draft_of(seen, ruling, LABELS[self._weights.choices[sums.index(max(sums))]])


def _facts(seen: Context, reading: Reading | None) -> frozenset[str]:
    if reading is None:
        facts = facts_of(seen, SKIP, "none")
        return frozenset(fact for fact in facts if not fact.startswith(_RULES))
    label = LABELS.get(reading.label, SKIP)
    return frozenset(facts_of(seen, label, reading.rule))


def _label(mark: Mark | None) -> Label:
    if mark is None:
        return SKIP
    kind = mark.attributes["kind"]
    return LABELS.get(kind + ">" * (mark.get("to") is not None), LABELS[kind])


def _nearest(start: int, end: int, readings: Sequence[Reading]) -> Reading | None:
    """Return the reading that shares most with a stretch, or None."""

    def shared(reading: Reading) -> int:
        return min(end, reading.end) - max(start, reading.start)

    best = max(readings, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None
