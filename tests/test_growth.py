"""A longer text takes longer by as much as it is longer, whatever it is made of."""

from __future__ import annotations

from time import process_time

import pytest
from tests.shapes import SHAPES

from minutesparse.pipeline import parse

SHORT, LONG = 4_000, 16_000
# Four times the text may take eight times as long: half as much again is the machine's unrest.
MOST = 2.0
TRIES = 4


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str) -> None:
    parse(SHAPES[shape](100))
    growth = []
    for _ in range(TRIES):
        growth.append(_per_character(shape, LONG) / _per_character(shape, SHORT))
        if growth[-1] < MOST:
            return
    pytest.fail(f"{shape}: a character takes {min(growth):.1f} times as long in a longer text")


def _per_character(shape: str, size: int) -> float:
    text = SHAPES[shape](size)
    start = process_time()
    parse(text)
    return (process_time() - start) / len(text)
