"""What the facts of each key come to: the facts themselves to learn from, their weight to parse."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, Self, TypeVar

from minutesparse.extract.quantities.weighing import facts
from minutesparse.extract.quantities.weighing.facts import Facts


class Addable(Protocol):
    """What two groups of facts come to together is the sum of what each comes to."""

    def __add__(self, other: Self, /) -> Self:
        """Return the sum."""
        ...


Told = TypeVar("Told", bound=Addable)
_Key = TypeVar("_Key", bound=Hashable)
Steps = tuple[int, ...]
VERB, PAUSE, FIGURE, JOINT = 1, 2, 4, 8  # what can lie between a word and the figure
_PATHS = 16
_MOST = 1 << 14  # keys of a group that are kept at a time


class Kept(dict[_Key, Told]):
    """What the facts of keys come to, kept from the first time that it is asked for.

    Args:
        group: Returns the facts of a key.
        told: Returns what facts come to.
    """

    def __init__(self, group: Callable[[_Key], Facts], told: Callable[[Facts], Told]) -> None:
        super().__init__()
        self._group, self._told = group, told

    def __missing__(self, key: _Key) -> Told:
        """Return what the facts of a new key come to."""
        told = self._told(self._group(key))
        if len(self) >= _MOST:
            self.clear()
        self[key] = told
        return told


class Telling(Generic[Told]):
    """What the facts of every group come to; what two groups come to can be added.

    Args:
        told: Returns what facts come to.
    """

    def __init__(self, told: Callable[[Facts], Told]) -> None:
        self.word = Kept(facts.of_word, told)
        self.word_before = Kept(facts.of_word_before, told)
        self.word_after = Kept(facts.of_word_after, told)
        self.parts = Kept(facts.of_parts, told)
        self.way = Kept(facts.of_way, told)
        self._step = Kept(facts.of_step, told)
        self._path = Kept(facts.of_path, told)
        self._steps: dict[tuple[str, str, Steps], Sequence[list[Told]]] = {}
        self._paths: dict[str, Sequence[list[Told]]] = {}
        self.lead = Kept(facts.of_lead, told)
        self.follower = Kept(facts.of_follower, told)
        self.setting = Kept(facts.of_setting, told)
        self.ruling = Kept(facts.of_ruling, told)
        self.part_in_lead = Kept(facts.of_part_in_lead, told)
        self.brought = Kept(facts.of_brought, told)

    def steps(self, kind: str, side: str, rounded: Steps) -> Sequence[list[Told]]:
        """Return what each distance tells, of words that the rules leave and that they take.

        Args:
            kind: The kind of the figure.
            side: The side of the figure.
            rounded: The distances, rounded.
        """
        key = kind, side, rounded
        if key not in self._steps:
            self._steps[key] = [
                [self._step[kind, side, step, within] for step in rounded]
                for within in (False, True)
            ]
        return self._steps[key]

    def paths(self, side: str) -> Sequence[list[Told]]:
        """Return what each sum of what can lie between tells, of words left and taken.

        Args:
            side: The side of the figure.
        """
        if side not in self._paths:
            self._paths[side] = [
                [self._path[side, within, *_parted(path)] for path in range(_PATHS)]
                for within in (False, True)
            ]
        return self._paths[side]


def _parted(path: int) -> tuple[bool, bool, bool, bool]:
    return bool(path & VERB), bool(path & PAUSE), bool(path & FIGURE), bool(path & JOINT)


def in_full(known: Facts) -> Facts:
    """Return facts as they are."""
    return known
