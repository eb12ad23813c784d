"""Learns what the clauses behind one tell of it.

How likely a clause is to be what has to be told by weights that have not learned from its document:
so the documents are parted, and each part is judged by weights learned from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutesparse.attribute.weighing.prospects import (
    LAST,
    Odds,
    Outlook,
    logs_of,
    odds_of,
    outlooks,
)
from minutesparse.weights import ALWAYS, Weights
from training.lessons import Lesson

Told = dict[str, float]
"""What is weighed of a clause, by name: what Prospects has weights for."""


def prospects_of(lessons: Sequence[Lesson], weights: Weights) -> Iterator[tuple[Told, str]]:
    """Yield what is told of each clause of a document, and what it is.

    Args:
        lessons: The document's clauses.
        weights: Learned without it.
    """
    for item in _items(lessons):
        odds = [odds_of(weights.sums(lesson.facts)) for lesson in item]
        for lesson, own, outlook in zip(item, odds, outlooks(odds), strict=True):
            yield told(own, outlook, weights.choices), lesson.label


def told(odds: Odds, outlook: Outlook, labels: Sequence[str]) -> Told:
    """Return what is weighed of a clause with these odds and those of the clauses behind it."""
    facts = {f"own={label}": log for label, log in zip(labels, logs_of(odds), strict=True)}
    if outlook is None:
        return facts | {ALWAYS: 1.0, LAST: 1.0}
    for group, behind in zip(("next", "rest"), outlook, strict=True):
        facts |= {f"{group}={label}": one for label, one in zip(labels, behind, strict=True)}
    return facts | {ALWAYS: 1.0}


def _items(lessons: Sequence[Lesson]) -> Iterator[list[Lesson]]:
    """Yield the clauses of one item after the other."""
    item: list[Lesson] = []
    for lesson in lessons:
        if item and lesson.item != item[-1].item:
            yield item
            item = []
        item.append(lesson)
    if item:
        yield item
