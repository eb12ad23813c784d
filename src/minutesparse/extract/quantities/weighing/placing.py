"""Where the words of a subject stand in a sentence: the longest runs of them, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    free = [parts_of(word) for word in words]
    told = list(_told(subject, frozenset(free)))
    wanted: list[tuple[str, ...] | None] = [parts for _, parts in told]
    places: set[int] = set()
    while True:
        length, _, start, place = max(_runs(wanted, free, distances), default=(0, 0, 0, 0))
        if not length:
            break
        for step in range(length):
            places.add(place + step)
            wanted[start + step], free[place + step] = None, ()
    missing = (told[at][0] for at, word in enumerate(wanted) if word is not None)
    return Placed(frozenset(places), tuple(missing))


def _told(subject: str, known: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of a subject; one whose parts stand apart in the sentence part by part."""
    for word in subject.split():
        parts = parts_of(word)
        if len(parts) == 1 or parts in known:
            yield word, parts
        else:
            yield from ((part, (part,)) for part in parts)


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
    known = {word for word in wanted if word is not None}
    spots = [place for place, word in enumerate(free) if word in known]
    found = []
    for start, word in enumerate(wanted):
        for place in spots:
            if word is not None and free[place] == word:
                length = _length(wanted, free, start, place)
                found.append((length, -distances[place], start, place))
    return found


def _length(
    wanted: Sequence[tuple[str, ...] | None],
    free: Sequence[tuple[str, ...]],
    start: int,
    place: int,
) -> int:
    """Return for how many words two sequences go on alike."""
    length = 0
    for word, other in zip(wanted[start:], free[place:], strict=False):
        if word != other:
            break
        length += 1
    return length
