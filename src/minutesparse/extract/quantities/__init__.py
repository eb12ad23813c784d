"""Figures of a passage: what is counted or measured, how much, and how it compares."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.quantities.finder import figures_in
from minutesparse.extract.quantities.model import (
    Figure,
    Passage,
    Period,
    Quantity,
    Setting,
    Told,
)
from minutesparse.extract.quantities.money import setting_of
from minutesparse.extract.quantities.periods import period_of, periods_in
from minutesparse.extract.quantities.questions import asked_unit, things_in, topic_of
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.relations import comparisons, direction_of, status_of
from minutesparse.extract.quantities.subjects import rulings
from minutesparse.extract.quantities.syntax import read
from minutesparse.extract.quantities.vocabulary import vocabulary
from minutesparse.extract.quantities.weighing import (
    Namer,
    RuleNamer,
    WeighingNamer,
    shipped_namer,
)
from minutesparse.lexicons import Lexicon

__all__ = [
    "Namer",
    "Passage",
    "Period",
    "Quantity",
    "RuleNamer",
    "Setting",
    "Told",
    "WeighingNamer",
    "find_quantities",
    "setting_of",
]
_SHORT = 3  # digits of a number that is not large by itself


def find_quantities(
    passage: Passage, lexicon: Lexicon, namer: Namer | None = None
) -> tuple[Quantity, ...]:
    """Return the figures of a passage, in the order of the text.

    Args:
        passage: The text, and the question that it answers.
        lexicon: The words to read it with.
        namer: What names the subjects of figures; the rules, weighed, by default.

    Returns:
        Figures that do not overlap, each with a stretch of the passage's text.
    """
    words = vocabulary(lexicon)
    if _is_bare(passage) or not words.may_hold_figure(passage.text):
        return ()
    asked = asked_unit(passage.context, words)
    reading = read(passage.text, words, asked, passage.setting)
    figures = figures_in(reading)
    if not figures:
        return ()
    made = rulings(
        reading, figures, topic_of(passage.context, words), things_in(passage.context, words)
    )
    subjects = (namer or shipped_namer())(made, figures)
    return _described(reading, figures, subjects, lexicon)


def _is_bare(passage: Passage) -> bool:
    """Return whether a passage is a short number and nothing else that would say what of.

    Such lines are what is left of tables. No rule takes one that no question asks for.
    """
    text = passage.text
    return len(text) <= _SHORT and text.isascii() and text.isdecimal() and not passage.context


def _described(
    reading: Reading,
    figures: Sequence[Figure],
    subjects: Sequence[str | None],
    lexicon: Lexicon,
) -> tuple[Quantity, ...]:
    """Return figures with their subjects and all else that is said of them."""
    compared = comparisons(reading, figures)
    spots = periods_in(reading, lexicon)
    found: list[Quantity] = []
    for at, figure in enumerate(figures):
        floor = figures[at - 1].end if at else 0
        moved = direction_of(reading, figure, floor)
        if moved is None and compared[at] == ("from", at - 1):
            moved = found[-1].direction
        found.append(
            Quantity(
                start=reading.starts[figure.start],
                end=reading.ends[figure.end - 1],
                kind=figure.kind,
                value=figure.low if figure.high is None else None,
                low=None if figure.high is None else figure.low,
                high=figure.high,
                unit=figure.unit,
                subject=subjects[at],
                qualifier=figure.qualifier,
                period=period_of(reading, figures, at, spots),
                comparison=compared[at],
                direction=moved,
                status=status_of(reading, figure, floor),
                rule=figure.rule,
            )
        )
    return tuple(found)
