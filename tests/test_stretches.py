"""Which of many stretches overlap another, found without going through all of them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from minutesparse.text import Cover, Stretches


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


@given(st.lists(stretches, max_size=12), stretches)
def test_what_is_taken_of_a_stretch_is_found(taken: list[Stretch], asked: Stretch) -> None:
    places = {place for one in taken for place in range(one.start, one.end)}
    over = Cover((one.start, one.end) for one in taken).over(asked.start, asked.end)
    found = {place for start, end in over for place in range(start, end)}
    assert found & set(range(asked.start, asked.end)) == places & set(range(asked.start, asked.end))
