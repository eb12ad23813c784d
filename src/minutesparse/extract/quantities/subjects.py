"""What a figure counts or measures, in the words of its sentence.

A rule looks at one figure where it stands, and names it or returns None. For each kind of figure
the order of the rules is their precedence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.extract.quantities import carried, echoes, nouns, persons, preceding, verbs
from minutesparse.extract.quantities.antecedents import last_resort
from minutesparse.extract.quantities.completion import completed
from minutesparse.extract.quantities.echoes import whole_told
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.questions import last_plural, matter_before, matters_of
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Named, Ruling, Scene, scene_of

Rule = Callable[[Scene], Named | None]

_WITHIN = 5  # tokens of "how many of the 61", which ask about something of their own
_COUNTS: tuple[Rule, ...] = (
    echoes.echo,
    nouns.relative,
    verbs.fronted,
    nouns.viewed,
    carried.listed,
    carried.apposed,
    carried.alongside,
    carried.moved,
    carried.shared,
    carried.one_more,
    carried.difference,
    nouns.shared_head,
    nouns.counted,
    nouns.whole,
    carried.comparator,
    preceding.put_at,
    preceding.noun_of,
    preceding.change_from,
    verbs.predicate,
    verbs.linked,
    verbs.acted,
    preceding.noun_before,
    verbs.clause,
)
_SHARES: tuple[Rule, ...] = (
    echoes.echo,
    nouns.relative,
    carried.share_of_count,
    nouns.viewed,
    verbs.fronted,
    carried.listed,
    carried.apposed,
    carried.alongside,
    carried.moved,
    carried.shared,
    carried.one_more,
    carried.difference,
    carried.comparator,
    nouns.whole,
    nouns.counted,
    preceding.put_at,
    preceding.noun_of,
    preceding.change_from,
    verbs.linked,
    nouns.noun_by,
    verbs.predicate,
    verbs.acted,
    preceding.noun_before,
    verbs.clause,
)
_MONEY: tuple[Rule, ...] = (
    carried.row,
    carried.paid_for,
    echoes.echo,
    nouns.relative,
    carried.listed,
    carried.apposed,
    carried.alongside,
    carried.moved,
    carried.shared,
    carried.one_more,
    carried.difference,
    carried.comparator,
    nouns.in_kind,
    nouns.modifier,
    preceding.put_at,
    preceding.at_a_cost,
    preceding.noun_of,
    preceding.change_from,
    verbs.linked,
    nouns.whole,
    verbs.acted,
    preceding.noun_before,
    verbs.predicate,
    nouns.phrase_after,
    verbs.clause,
)
_MEASURES: tuple[Rule, ...] = (
    echoes.echo,
    nouns.relative,
    persons.aged,
    verbs.since,
    verbs.begun,
    nouns.in_which,
    nouns.done,
    carried.listed,
    carried.apposed,
    carried.alongside,
    carried.moved,
    carried.shared,
    carried.one_more,
    nouns.material,
    carried.lateness,
    carried.difference,
    carried.comparator,
    nouns.modifier,
    preceding.put_at,
    preceding.noun_of,
    preceding.change_from,
    preceding.bounded,
    verbs.linked,
    verbs.clause,
    preceding.noun_before,
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


def rulings(
    reading: Reading, figures: Sequence[Figure], topic: str | None, things: str | None
) -> list[Ruling]:
    """Return what the rules make of each figure.

    Args:
        reading: The passage.
        figures: Its figures, in order.
        topic: What the question before the passage asks about.
        things: The things that it names last.
    """
    found: list[Named] = []
    made: list[Ruling] = []
    matters = matters_of(reading) if figures else []
    for figure in figures:
        floor = found[-1].figure.start - _WITHIN if found else -1
        noun = matter_before(matters, figure.start, floor)
        noun = noun or (found and found[-1].noun) or matter_before(matters, figure.start) or topic
        if not noun and figure.kind == "count":
            noun = whole_told(reading, figure) or last_plural(reading, figure.start) or things
        scene = scene_of(reading, figure, found, noun)
        name, rule = _first(scene)
        name = name or Named(figure, noun or last_resort(scene), noun)
        found.append(completed(scene, name, matter_before(matters, figure.start) or topic))
        made.append(Ruling(scene, found[-1], rule))
    return made


def _first(scene: Scene) -> tuple[Named | None, str]:
    """Return what the first rule that knows a figure says, and the rule."""
    for rule in _RULES.get(scene.figure.kind, _MEASURES):
        name = rule(scene)
        if name:
            return name, rule.__name__
    return None, "none"
