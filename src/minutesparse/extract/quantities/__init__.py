"""Figures of a passage: what is counted or measured, how much, and how it compares."""

from __future__ import annotations

from minutesparse.extract.quantities.finder import figures_in
from minutesparse.extract.quantities.model import Passage, Period, Quantity
from minutesparse.extract.quantities.questions import asked_unit, topic_of
from minutesparse.extract.quantities.subjects import named
from minutesparse.extract.quantities.syntax import read
from minutesparse.extract.quantities.vocabulary import vocabulary
from minutesparse.lexicons import Lexicon

__all__ = ["Passage", "Period", "Quantity", "find_quantities"]


def find_quantities(passage: Passage, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Return the figures of a passage, in the order of the text.

    Args:
        passage: The text, and the question that it answers.
        lexicon: The words to read it with.
    """
    words = vocabulary(lexicon)
    if not words.may_hold_figure(passage.text):
        return ()
    reading = read(passage.text, words, asked_unit(passage.context, words))
    out = []
    for name in named(reading, figures_in(reading), topic_of(passage.context, words)):
        figure = name.figure
        out.append(
            Quantity(
                reading.tokens[figure.start].start,
                reading.tokens[figure.end - 1].end,
                figure.kind,
                figure.low if figure.high is None else None,
                None if figure.high is None else figure.low,
                figure.high,
                figure.unit,
                name.subject,
                figure.qualifier,
                None,
                None,
                None,
                "actual",
                figure.rule,
            )
        )
    return tuple(out)
