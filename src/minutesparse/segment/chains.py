"""Numbers that rise down a page: which of the numbered lines are the items' own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

Key = tuple[int, ...]
_PARTS = re.compile(r"\d+|(?<=\d)[a-h](?=/)|[a-z](?=\)?$)", re.I)
ROMANS = {
    numeral: value
    for value, numeral in enumerate(
        """I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII
        XXIII""".split(),
        1,
    )
}
BOOK_SHAPE = re.compile(r"1[/_-]1")
"""How the numbers of a minute book are printed, whatever the number: "23/45", "2022-107"."""
_ROMAN_LETTERS: dict[Key, int] = {(1,): 9, (5,): 22, (10,): 24}
"""Places in the alphabet of the letters that are roman numbers too, by their value as such."""
_STEPS = (1, 2, 3, 4)
_GAP_COST = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered line that may head an item.

    Attributes:
        index: Index of the line.
        key: Its number, part by part.
        shape: How the number is printed; a chain keeps to one shape.
        score: How much the line looks like a heading.
    """

    index: int
    key: Key
    shape: str
    score: float


@dataclass(slots=True)
class _Link:
    candidate: Candidate
    total: float
    before: _Link | None


def number_key(number: str) -> Key:
    """Return the parts of a number that order it: ``"206/19"`` is (206, 19), ``"4b"`` is (4, 2)."""
    if number.isalpha():
        return (ROMANS[number] if number in ROMANS else ord(number[0].lower()) - 96,)
    return tuple(
        int(part) if part.isdigit() else ord(part.lower()) - 96 for part in _PARTS.findall(number)
    )


def with_letters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with "I." read as the letter behind "H.", where no "II." stands.

    So are "V." behind "U." and "X." behind "W.".
    """
    lettered = {(one.shape, one.key) for one in candidates if one.shape.startswith("L")}
    roman = {one.key for one in candidates if one.shape.startswith("R")}
    if not lettered or (2,) in roman:
        return list(candidates)
    return [_as_letter(one, lettered) for one in candidates]


def _as_letter(one: Candidate, lettered: AbstractSet[tuple[str, Key]]) -> Candidate:
    letter = _ROMAN_LETTERS.get(one.key) if one.shape.startswith("R") else None
    shape = "L" + one.shape[1:]
    if letter is None or (shape, (letter - 1,)) not in lettered:
        return one
    return replace(one, key=(letter,), shape=shape)


def counts_on(last: Key, key: Key, *, widest: int = 1) -> bool:
    """Tell whether one part of a number is the next; two may bear one number of a minute book.

    Args:
        last: The number before.
        key: The number.
        widest: How far the number may be from the last.

    Example:
        >>> counts_on((4,), (5,)), counts_on((2022, 108), (2022, 109)), counts_on((4,), (4,))
        (True, True, False)
    """
    if len(last) != len(key):
        return False
    steps = [after - before for before, after in zip(last, key, strict=True)]
    once = sum(step != 0 for step in steps) == 1 and 1 <= max(steps) <= widest
    return once or (len(key) > 1 and not any(steps))


def best_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the rising chain of one shape with the highest total score.

    One pass: a candidate may follow any number that one part and a small step lead to, or the
    latest number whose first part is a small step lower.
    """
    best: _Link | None = None
    ends: dict[tuple[str, Key], _Link] = {}
    first_parts: dict[tuple[str, int], _Link] = {}
    for candidate in candidates:
        before, cost = _predecessor(candidate, ends, first_parts)
        total = candidate.score + (before.total - cost if before else 0.0)
        link = _Link(candidate, total, before)
        known = ends.get((candidate.shape, candidate.key))
        if known is None or total >= known.total:
            ends[candidate.shape, candidate.key] = link
            first_parts[candidate.shape, candidate.key[0]] = link
        if best is None or total > best.total:
            best = link
    return _unwound(best)


def _predecessor(
    candidate: Candidate,
    ends: dict[tuple[str, Key], _Link],
    first_parts: dict[tuple[str, int], _Link],
) -> tuple[_Link | None, float]:
    best: _Link | None = None
    best_cost = 0.0
    for step in _STEPS:
        cost = _GAP_COST * (step - 1)
        for found in _before(candidate, step, ends, first_parts):
            if best is None or found.total - cost > best.total - best_cost:
                best, best_cost = found, cost
    return best, best_cost


def _before(
    candidate: Candidate,
    step: int,
    ends: dict[tuple[str, Key], _Link],
    first_parts: dict[tuple[str, int], _Link],
) -> Iterator[_Link]:
    """Yield the chains whose end lies one step below a candidate's number ("4" lies below "4a")."""
    key = candidate.key
    keys = [(*key[:part], key[part] - step, *key[part + 1 :]) for part in range(len(key))]
    if step == 1 and len(key) > 1:
        keys.append(key[:-1])
    options = [ends.get((candidate.shape, one)) for one in keys]
    options.append(first_parts.get((candidate.shape, key[0] - step)))
    yield from (one for one in options if one is not None)


def _unwound(link: _Link | None) -> list[Candidate]:
    chain = []
    while link is not None:
        chain.append(link.candidate)
        link = link.before
    return chain[::-1]
