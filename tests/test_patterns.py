"""No pattern takes more than a few times as long for a text a few times as long."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from time import process_time

import pytest
from tests.patterns import Pattern, collected, worst_strings

LADDER = (20, 30, 60, 200)
SHORT, LONG = 1_000, 4_000
# Below this many seconds for the short string nothing of the square of its length is at work.
QUICK = 0.0004
# So long no pattern takes over a few words.
SLOW = 0.005
# The long string is four times as long; the square would be sixteen times.
MOST = 9.0
TRIES = 3


@cache
def patterns() -> tuple[tuple[Pattern, bool], ...]:
    return tuple(collected())


def test_the_patterns_are_found() -> None:
    assert len(patterns()) > 700
    assert any("adjourned" in pattern for (pattern, _), _ in patterns()), "none is of a lexicon"


@pytest.mark.parametrize("part", range(8))
def test_no_pattern_backtracks(part: int) -> None:
    slow = [
        (pattern, string, growth)
        for pattern, anchored in patterns()[part::8]
        for string, growth in _slow(pattern, anchored)
    ]
    assert slow == []


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a|aa)+$", r"\w+x", r"(?:a )*end", r"[ :-]*--[ :-]*$"],
    ids=["exponential", "each beginning anew", "words", "overlap"],
)
def test_a_bad_pattern_is_told(pattern: str) -> None:
    assert list(_slow((pattern, 0), False))


def _slow(pattern: Pattern, anchored: bool) -> list[tuple[str, float]]:
    """Return the beginnings of the strings that take a pattern too long."""
    found = []
    for make in worst_strings(pattern):
        growth = _growth(re.compile(*pattern), make, anchored)
        if growth > MOST:
            found.append((make(40), growth))
            break
    return found


def _growth(pattern: re.Pattern[str], make: Callable[[int], str], anchored: bool) -> float:
    """Return how many times as long the long string takes; 1 where that is too little to tell."""
    for size in LADDER:
        once = _seconds(pattern, make(size), anchored)
        if once > SLOW and _best(pattern, make(size), anchored) > SLOW:
            return float("inf")
    if _seconds(pattern, make(SHORT), anchored) < QUICK:
        return 1.0
    once = _best(pattern, make(SHORT), anchored)
    if once <= QUICK:
        return 1.0
    # The best of several takes no longer than one: it is asked for only where one is too long.
    growth = _seconds(pattern, make(LONG), anchored) / once
    return growth if growth <= MOST else _best(pattern, make(LONG), anchored) / once


def _best(pattern: re.Pattern[str], text: str, anchored: bool) -> float:
    return min(_seconds(pattern, text, anchored) for _ in range(TRIES))


def _seconds(pattern: re.Pattern[str], text: str, anchored: bool) -> float:
    """Return the processor time that a pattern takes over a text, in the way that it is used."""
    start = process_time()
    if anchored:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return process_time() - start
