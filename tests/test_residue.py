"""What lies in no record: nothing lost, nothing counted twice, every stretch with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.residue import Region, residue

Situation = tuple[str, list[tuple[int, int]], list[Region]]
TEXT = "Skip to content  Trees  The Clerk spoke. "
HEADING: Region = (17, 22, "heading")
REASONS = ("heading", "agenda-text", "unclassified")


@pytest.mark.parametrize(
    ("covered", "regions", "left"),
    [
        ([], [], [(0, 40, "furniture")]),
        ([(0, 41)], [], []),
        ([(24, 40)], [], [(0, 22, "furniture")]),
        ([(24, 40)], [HEADING], [(0, 15, "furniture"), (17, 22, "heading")]),
        ([(0, 15), (24, 40)], [HEADING], [(17, 22, "heading")]),
        ([(24, 32), (28, 40)], [(0, 24, "heading")], [(0, 22, "heading")]),
        ([(28, 33)], [(24, 40, "unclassified")], [
            (0, 22, "furniture"), (24, 27, "unclassified"), (34, 40, "unclassified"),
        ]),
        ([(5, 5)], [], [(0, 4, "furniture"), (5, 40, "furniture")]),
    ],
)  # fmt: skip
def test_what_is_left(
    covered: list[tuple[int, int]], regions: list[Region], left: list[Region]
) -> None:
    assert list(residue(TEXT, covered, regions)) == left


def test_blank_text_leaves_nothing() -> None:
    assert list(residue(" \n\u00a0\t", [], [])) == []


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Draw a text, stretches that records stand on, and regions that do not overlap."""
    text = draw(st.text(st.sampled_from("ab .\n\u00a0\u200bשé"), max_size=60))
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=8))
    covered = [(min(pair), max(pair)) for pair in pairs]
    bounds = sorted(set(draw(st.lists(place, max_size=8))))
    edges = zip(bounds[::2], bounds[1::2], strict=False)
    regions = [(first, last, draw(st.sampled_from(REASONS))) for first, last in edges]
    return text, covered, regions


@given(situations())
def test_everything_is_covered_or_left(
    situation: Situation,
) -> None:
    text, covered, regions = situation
    seen = {place for start, end in covered for place in range(start, end)}
    for start, end, _ in residue(text, covered, regions):
        assert not seen & set(range(start, end))
        seen |= set(range(start, end))
    assert not [place for place, mark in enumerate(text) if place not in seen and mark.strip()]


@given(situations())
def test_what_is_left_is_in_order_and_not_blank_at_its_ends(
    situation: Situation,
) -> None:
    text, covered, regions = situation
    left = list(residue(text, covered, regions))
    assert left == sorted(left)
    for start, end, _ in left:
        assert text[start:end] == text[start:end].strip() != ""


@given(situations())
def test_a_stretch_has_the_reason_of_its_region(
    situation: Situation,
) -> None:
    text, covered, regions = situation
    for start, end, reason in residue(text, covered, regions):
        inside = [name for first, last, name in regions if first <= start and end <= last]
        assert reason == (inside[0] if inside else "furniture")
