"""A longer text takes longer by as much as it is longer, whatever it is made of."""

from __future__ import annotations

from time import process_time

import pytest
from tests.shapes import CROWDED, SHAPES, Shape

from minutesparse.pipeline import parse

SHORT, LONG = 4_000, 16_000
# Four times the text may take eight times as long: half as much again is the machine's unrest.
MOST = 2.0
# Where every record might look at all others, that shows only among many of them.
FEW, MANY = 10_000, 90_000
MOST_CROWDED = 1.35
TRIES = 4


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str) -> None:
    growth = _growth(SHAPES[shape], SHORT, LONG, MOST)
    assert growth < MOST, f"a character takes {growth:.1f} times as long in a longer text"


@pytest.mark.parametrize("shape", CROWDED)
def test_time_grows_with_the_records_of_an_item(shape: str) -> None:
    growth = _growth(CROWDED[shape], FEW, MANY, MOST_CROWDED)
    assert growth < MOST_CROWDED, f"a character takes {growth:.1f} times as long among many records"


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
