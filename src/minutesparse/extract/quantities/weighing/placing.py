"""Where the words of a subject stand in a sentence: the longest runs of them, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple


class Placed(NamedTuple):
    """A subject found again.

    Attributes:
        places: Indices of the sentence's words that are the subject's.
        missing: Words of the subject that stand nowhere, as written.
    """

    places: frozenset[int]
    missing: tuple[str, ...]


def placed(subject: str, words: Sequence[str], distances: Sequence[int]) -> Placed:
    """Find the words of a subject in a sentence.

    The longest run of words in the subject's order is taken first, of equally long ones the
    nearest, and so on with what is left of the subject.

    Args:
        subject: The subject.
        words: The words of the sentence, in any case.
        distances: How far each is from the figure.
    """
    if not subject:
        return Placed(frozenset(), ())
    free = list(map(parts_of, words))
    told = list(_told(subject, frozenset(free)))
    wanted: list[tuple[str, ...] | None] = [parts for _, parts in told]
    whole = _whole(wanted, free, distances)
    if whole is not None:
        return Placed(frozenset(range(whole, whole + len(wanted))), ())
    places: set[int] = set()
    left = len(wanted)
    while left:
        length, _, start, place = max(_runs(wanted, free, distances), default=(0, 0, 0, 0))
        if not length:
            break
        left -= length
        places.update(range(place, place + length))
        wanted[start : start + length] = [None] * length
        free[place : place + length] = [()] * length
    missing = (told[at][0] for at, word in enumerate(wanted) if word is not None)
    return Placed(frozenset(places), tuple(missing))


def _whole(
    wanted: Sequence[tuple[str, ...] | None],
    free: Sequence[tuple[str, ...]],
    distances: Sequence[int],
) -> int | None:
    """Return where all wanted words stand in a row, the nearest place; None for nowhere."""
    length = len(wanted)
    found = [
        (-distances[place], place)
        for place, word in enumerate(free)
        if wanted and word == wanted[0] and free[place : place + length] == wanted
    ]
    return max(found)[1] if found else None


def _told(subject: str, known: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of a subject; one whose parts stand apart in the sentence part by part."""
    for word in subject.split():
        parts = parts_of(word)
        if len(parts) == 1 or parts in known:
            yield word, parts
        else:
            yield from ((part, (part,)) for part in parts)


@lru_cache(maxsize=1 << 12)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the words that a hyphen or an apostrophe joins, in small letters."""
    if word.isalnum():
        return (word.lower(),)
    plain = "".join(letter if letter.isalnum() else " " for letter in word.lower())
    return tuple(plain.split())


def _runs(
    wanted: Sequence[tuple[str, ...] | None],
    free: Sequence[tuple[str, ...]],
    distances: Sequence[int],
) -> list[tuple[int, int, int, int]]:
    """Return the runs of wanted words: their length, nearness, place in both."""
    spots: dict[tuple[str, ...] | None, list[int]] = {word: [] for word in wanted}
    for place, word in enumerate(free):
        if word in spots:
            spots[word].append(place)
    return [
        (_length(wanted, free, start, place), -distances[place], start, place)
        for start, word in enumerate(wanted)
        for place in spots[word]
    ]


def _length(
    wanted: Sequence[tuple[str, ...] | None],
    free: Sequence[tuple[str, ...]],
    start: int,
    place: int,
) -> int:
    """Return for how many words two sequences go on alike."""
    most = min(len(wanted) - start, len(free) - place)
    length = 1
    while length < most and wanted[start + length] == free[place + length]:
        length += 1
    return length
