"""What a figure counts or measures, in the words of its sentence.

A rule looks at one figure where it stands, and names it or returns None. For each kind of figure
the order of the rules is their precedence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.extract.quantities import carried, nouns, verbs
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.questions import matter_before, matters_of
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Named, Scene, scene_of

Rule = Callable[[Scene], Named | None]

_COUNTS: tuple[Rule, ...] = (
    carried.listed,
    carried.shared,
    carried.one_more,
    carried.difference,
    nouns.counted,
    nouns.whole,
    carried.comparator,
    nouns.noun_of,
    nouns.change_from,
    verbs.predicate,
    verbs.linked,
    verbs.acted,
    nouns.noun_before,
    verbs.clause,
)
_SHARES: tuple[Rule, ...] = (
    carried.share_of_count,
    carried.listed,
    carried.shared,
    carried.one_more,
    carried.difference,
    carried.comparator,
    nouns.whole,
    nouns.counted,
    nouns.noun_of,
    nouns.change_from,
    verbs.linked,
    nouns.noun_by,
    verbs.predicate,
    verbs.acted,
    nouns.noun_before,
    verbs.clause,
)
_MONEY: tuple[Rule, ...] = (
    carried.listed,
    carried.shared,
    carried.one_more,
    carried.difference,
    carried.comparator,
    nouns.modifier,
    nouns.noun_of,
    nouns.change_from,
    verbs.linked,
    nouns.whole,
    verbs.acted,
    nouns.noun_before,
    verbs.predicate,
    nouns.phrase_after,
    verbs.clause,
)
_MEASURES: tuple[Rule, ...] = (
    carried.listed,
    carried.shared,
    carried.one_more,
    nouns.material,
    carried.difference,
    carried.comparator,
    nouns.modifier,
    nouns.noun_of,
    nouns.change_from,
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
        noun = found[-1].noun if found else None
        noun = noun or matter_before(matters, figure.start) or topic
        scene = scene_of(reading, figure, found, noun)
        names = (rule(scene) for rule in _RULES.get(figure.kind, _MEASURES))
        found.append(next((name for name in names if name), Named(figure, noun, noun)))
    return found
