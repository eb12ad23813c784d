"""What a figure counts or measures, in the words of its sentence.

A rule looks at one figure where it stands, and names it or returns None. For each kind of figure
the order of the rules is their precedence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.extract.quantities import nouns, verbs
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.questions import matter_before, matters_of
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Named, Scene, scene_of

Rule = Callable[[Scene], Named | None]

_COUNTS: tuple[Rule, ...] = (
    nouns.listed,
    nouns.shared,
    nouns.one_more,
    nouns.difference,
    nouns.counted,
    nouns.whole,
    nouns.comparator,
    nouns.noun_of,
    verbs.predicate,
    verbs.linked,
    verbs.acted,
    nouns.noun_before,
    verbs.clause,
)
_SHARES: tuple[Rule, ...] = (
    nouns.share_of_count,
    nouns.listed,
    nouns.shared,
    nouns.difference,
    nouns.comparator,
    nouns.whole,
    nouns.counted,
    nouns.noun_of,
    verbs.linked,
    verbs.predicate,
    verbs.acted,
    nouns.noun_before,
    verbs.clause,
)
_MONEY: tuple[Rule, ...] = (
    nouns.listed,
    nouns.shared,
    nouns.one_more,
    nouns.difference,
    nouns.comparator,
    nouns.modifier,
    nouns.noun_of,
    verbs.linked,
    nouns.whole,
    verbs.acted,
    nouns.noun_before,
    verbs.predicate,
    nouns.phrase_after,
    verbs.clause,
)
_MEASURES: tuple[Rule, ...] = (
    nouns.listed,
    nouns.shared,
    nouns.difference,
    nouns.comparator,
    nouns.modifier,
    nouns.noun_of,
    nouns.bounded,
    verbs.linked,
    verbs.clause,
    nouns.noun_before,
    verbs.predicate,
    nouns.phrase_after,
)
_RULES: dict[str, tuple[Rule, ...]] = {
    "count": _COUNTS,
    "rate": _COUNTS,
    "share": _SHARES,
    "ratio": _SHARES,
    "money": _MONEY,
}


def named(reading: Reading, figures: Sequence[Figure], topic: str | None) -> list[Named]:
    """Return figures with their subjects.

    Args:
        reading: The passage.
        figures: Its figures, in order.
        topic: What the question before the passage asks about.
    """
    found: list[Named] = []
    matters = matters_of(reading) if figures else []
    for figure in figures:
        carried = found[-1].noun if found else None
        carried = carried or matter_before(matters, figure.start) or topic
        scene = scene_of(reading, figure, found, carried)
        names = (rule(scene) for rule in _RULES.get(figure.kind, _MEASURES))
        found.append(next((name for name in names if name), Named(figure, carried, carried)))
    return found
