"""Numbers of clauses: which one follows which, and how deep a number stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMANS = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx "
    "xxi xxii xxiii xxiv xxv"
).split()
_ROMAN_VALUES = {roman: value for value, roman in enumerate(_ROMANS, 1)}
_DOTTED = re.compile(r"(?P<stem>.*[.])?(?P<last>\d{1,3})(?P<letter>[A-Za-z]?)$")
_FIRST = frozenset({"1", "a", "i", "0"})
_MOST_SKIPPED = 2
_DEEPEST = 6


def follows(before: str, label: str) -> bool:
    """Tell whether one number comes directly after another ("b" after "a", "1.3" after "1.2")."""
    return any(step == 1 for step in _steps(before, label))


def is_first(label: str) -> bool:
    """Tell whether a number can open a list ("1", "a", "i", "A", "2.1")."""
    return label.lower() in _FIRST or (("." in label) and label.rsplit(".", 1)[1] in ("1", "0"))


def _steps(before: str, label: str) -> list[int]:
    """Return how far one number lies after another, for every way that both can be read."""
    return [
        later - earlier
        for family, earlier in _readings(before)
        for other, later in _readings(label)
        if family == other
    ]


def _readings(label: str) -> list[tuple[str, int]]:
    """Return the ways to read a number, each as the list it would belong to and its place."""
    found = _DOTTED.fullmatch(label)
    if found is not None:
        return [(f"digit{found['stem'] or ''}", int(found["last"]))]
    case = "upper" if label.isupper() else "lower"
    readings = []
    if (value := _ROMAN_VALUES.get(label.lower())) is not None:
        readings.append((f"roman-{case}", value))
    if len(label) == 1 and label.isascii() and label.isalpha():
        readings.append((f"letter-{case}", ord(label.lower()) - 96))
    return readings


@dataclass(slots=True)
class _Level:
    label: str
    style: str
    depth: int


class Outline:
    """The lists that are open at a place of a decision, fed with one number after another.

    A number belongs to the innermost list that it continues; a first number opens a list within.
    One that neither continues nor opens a list does not belong to the decision.
    """

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def place(self, label: str, style: str, depth: int, *, opens: bool) -> int | None:
        """Return how deep a number stands, 0 outermost, or None where it does not belong.

        Args:
            label: The number; empty for a bullet.
            style: What the numbers of one list share.
            depth: The depth that the layout gives it.
            opens: Whether what stands before calls for a list, so that one may begin here.
        """
        at = self._continued(label, style, depth)
        if at is not None:
            del self._levels[at + 1 :]
            self._levels[at] = _Level(label, style, depth)
            return at
        if len(self._levels) == _DEEPEST:
            return None
        if not self._levels or (opens and self._may_open(label)):
            self._levels.append(_Level(label, style, depth))
            return len(self._levels) - 1
        return None

    def _may_open(self, label: str) -> bool:
        """Tell whether a number may open a list below the last: "2.1" below "2", but not "4.1"."""
        if not label:
            return True
        above, stem = self._levels[-1].label, label.rpartition(".")[0]
        strays = bool(stem) and above.isdigit() and stem != above
        return is_first(label) and not strays

    def _continued(self, label: str, style: str, depth: int) -> int | None:
        """Return the innermost level whose list the number goes on."""
        for at in range(len(self._levels) - 1, -1, -1):
            if _goes_on(self._levels[at], label, style, depth):
                return at
        return None


def _goes_on(level: _Level, label: str, style: str, depth: int) -> bool:
    if not label or not level.label:
        return level.style == style and level.depth == depth
    if follows(level.label, label):
        return True
    same = level.style == style and level.depth == depth
    return same and (
        label == level.label
        or any(1 < step <= 1 + _MOST_SKIPPED for step in _steps(level.label, label))
    )
