"""A longer text takes longer by as much as it is longer, whatever it is made of."""

from __future__ import annotations

from time import process_time

import pytest
from tests.shapes import CROWDED, PLAIN, SHAPES, Shape

from minutesparse.pipeline import parse

SHORT, LONG = 4_000, 16_000
# Four times the text may take eight times as long: half as much again is the machine's unrest.
MOST = 2.0
# Where every record might look at all others, that shows only among many of them.
FEW, MANY = 10_000, 90_000
MOST_CROWDED = 1.35
# Twice the time of plain minutes is what is aimed at; the rest is the machine's unrest.
OF_PLAIN = {
    "one line": 2.6,
    "bullets": 2.8,
    "nested numbers": 2.0,
    "speakers": 2.8,
    "in response": 2.0,
    "deep parentheses": 1.0,
    "digits": 1.0,
    "pipes": 1.0,
    "non-breaking spaces": 1.0,
}
TRIES = 4


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str) -> None:
    growth = _growth(SHAPES[shape], SHORT, LONG, MOST)
    assert growth < MOST, f"a character takes {growth:.1f} times as long in a longer text"


@pytest.mark.parametrize("shape", CROWDED)
def test_time_grows_with_the_records_of_an_item(shape: str) -> None:
    growth = _growth(CROWDED[shape], FEW, MANY, MOST_CROWDED)
    assert growth < MOST_CROWDED, f"a character takes {growth:.1f} times as long among many records"


@pytest.mark.parametrize(("shape", "most"), OF_PLAIN.items())
def test_a_hostile_text_costs_little_more_than_plain_minutes(shape: str, most: float) -> None:
    texts = [SHAPES[name](LONG) for name in (PLAIN, shape)]
    parse(texts[0])
    plain, hostile = (min(_per_character(text) for _ in range(TRIES)) for text in texts)
    assert hostile / plain < most, f"a character takes {hostile / plain:.1f} times as long"


def _growth(shape: Shape, short: int, long: int, most: float) -> float:
    """Return how many times as long a character takes in a longer text, the least of few tries."""
    parse(shape(100))
    least = float("inf")
    for _ in range(TRIES):
        least = min(least, _per_character(shape(long)) / _per_character(shape(short)))
        if least < most:
            break
    return least


def _per_character(text: str) -> float:
    start = process_time()
    parse(text)
    return (process_time() - start) / len(text)
