from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.evaluate.align import Ruler, pair
from minutesparse.records import Span, Spanned


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


stretches = st.lists(st.builds(Stretch, st.integers(0, 30), st.integers(0, 30)), max_size=8)


def test_white_space_and_bullets_have_no_length() -> None:
    ruler = Ruler("  • one two.  ")
    assert ruler.length(0, 14) == 6
    assert ruler.overlap(Stretch(0, 14), Stretch(4, 11)) == 1.0
    assert ruler.overlap(Stretch(4, 7), Stretch(4, 11)) == 0.5
    assert ruler.overlap(Stretch(0, 3), Stretch(0, 3)) == 0.0


@given(st.text(alphabet="ab 1.", max_size=30), stretches, stretches)
def test_overlap_is_that_of_the_sets_of_letters(
    text: str, ours: list[Stretch], theirs: list[Stretch]
) -> None:
    ruler = Ruler(text)
    for one, other in product(ours, theirs):
        first, second = _letters(text, one), _letters(text, other)
        both = len(first & second) / len(first | second) if first and second else 0.0
        assert ruler.overlap(one, other) == both


@given(stretches, stretches)
def test_only_touching_stretches_are_compared_and_all_of_them(
    right: list[Stretch], found: list[Stretch]
) -> None:
    asked: list[tuple[int, int]] = []

    def worth(mark: Stretch, record: Stretch) -> float:
        asked.append((id(mark), id(record)))
        return 0.0

    pair(right, found, worth, 0.5)
    touching = [
        (id(mark), id(record))
        for mark, record in product(right, found)
        if record.start < mark.end and mark.start < record.end
    ]
    assert sorted(asked) == sorted(touching)


def test_the_best_pair_comes_first_and_each_is_used_once() -> None:
    ruler = Ruler("abcdefghij")
    right = [Stretch(0, 6), Stretch(6, 10)]
    found = [Stretch(0, 4), Stretch(0, 5), Stretch(6, 10)]
    assert pair(right, found, ruler.overlap, 0.5) == [(right[1], found[2]), (right[0], found[1])]


def test_of_equal_pairs_the_later_wins() -> None:
    ruler = Ruler("abcd")
    found = [Stretch(0, 4), Stretch(0, 4)]
    [(_, record)] = pair([Stretch(0, 4)], found, ruler.overlap, 0.5)
    assert record is found[1]


def test_a_pair_worth_too_little_is_none() -> None:
    ruler = Ruler("abcdefghij")
    assert not pair([Stretch(0, 10)], [Stretch(0, 4)], ruler.overlap, 0.5)


@pytest.mark.parametrize("count", [5000])
def test_unrelated_records_cost_nothing(count: int) -> None:
    asked = 0

    def worth(_mark: Spanned, _record: Spanned) -> float:
        nonlocal asked
        asked += 1
        return 1.0

    row = [Stretch(10 * place, 10 * place + 9) for place in range(count)]
    assert len(pair(row, row, worth, 0.5)) == asked == count


def _letters(text: str, one: Stretch) -> set[int]:
    return {place for place in range(one.start, min(one.end, len(text))) if text[place].isalnum()}
