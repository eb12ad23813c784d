"""Which of many stretches overlap another, found without going through all of them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from minutesparse.text import Stretches


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int


stretches = st.builds(
    lambda start, length: Stretch(start, start + length), st.integers(0, 30), st.integers(0, 12)
)


@given(st.lists(stretches, max_size=12), stretches)
def test_what_overlaps_is_found_in_its_order(placed: list[Stretch], asked: Stretch) -> None:
    over = Stretches(placed).over(asked.start, asked.end)
    assert over == [one for one in placed if one.start < asked.end and one.end > asked.start]
