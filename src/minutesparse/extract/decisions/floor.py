"""What lies before the meeting: the motions of an item, and which of them are settled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from minutesparse.extract.findings import MotionFinding

Result = Literal["carried", "lost", "withdrawn"]
Kind = Literal["motion", "amendment"]


class Floor:
    """The motions of an item with what became of them.

    The last that is open before a place is found without a look at all that are settled, so that
    a thousand motions cost a thousand times what one does.

    Args:
        motions: The motions, in document order.
    """

    def __init__(self, motions: Sequence[MotionFinding]) -> None:
        self._motions = motions
        self._starts = [motion.start for motion in motions]
        self._results: dict[int, Result] = {}
        self._open = _Last([True] * len(motions))
        self._of_kind: dict[Kind, _Last] = {
            "motion": _Last([one.kind == "motion" for one in motions]),
            "amendment": _Last([one.kind == "amendment" for one in motions]),
        }
        self._main = _Last([one.kind == "motion" for one in motions])
        self._unsettled = len(motions)

    def kind(self, at: int) -> Kind:
        """Return what a motion is."""
        return self._motions[at].kind

    def result(self, at: int) -> Result | None:
        """Return what became of a motion, as far as is known."""
        return self._results.get(at)

    def settle(self, at: int, result: Result) -> None:
        """Note what became of a motion, unless something has been noted already."""
        if at not in self._results:
            self._results[at] = result
            self._open.drop(at)
            self._of_kind[self.kind(at)].drop(at)

    def settle_amendments_after(self, at: int) -> None:
        """Let the amendments fall that stand behind a motion and are open."""
        for other in range(at + 1, self._unsettled):
            if self.kind(other) == "amendment":
                self.settle(other, "lost")
        # None that is open stands behind this one any more: nobody has to look there again.
        self._unsettled = min(self._unsettled, at + 1)

    def last_open(self, before: int) -> int:
        """Return the index of the last open motion or amendment before one, or -1."""
        return self._open.before(before)

    def last_motion_before(self, place: int) -> int:
        """Return the index of the last motion that begins before a place, or -1; no amendment."""
        return self._main.before(bisect_left(self._starts, place))

    def beginning(self, start: int, end: int) -> Iterator[int]:
        """Yield the indices of the motions that begin in a stretch."""
        yield from range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def spoken_of(self, place: tuple[int, int], kind: Kind | None = None) -> int | None:
        """Return the index of the last open motion before a stretch that is none of its words.

        Args:
            place: The stretch.
            kind: What it has to be, where that is told.
        """
        start, end = place
        last = self._of_kind[kind] if kind is not None else self._open
        at = last.before(bisect_left(self._starts, end))
        while at >= 0 and self._motions[at].start < start < self._motions[at].end:
            at = last.before(at)
        return at if at >= 0 else None


class _Last:
    """Numbers from which some drop out; finds the last that is left before a number.

    Every look shortens the way of the next ones past what has dropped out.
    """

    def __init__(self, left: Sequence[bool]) -> None:
        # For each number and the one behind all, the last before it that may be left.
        self._before = list(range(-1, len(left)))
        self._left = list(left)

    def drop(self, number: int) -> None:
        """Take a number out."""
        self._left[number] = False

    def before(self, number: int) -> int:
        """Return the last number left before one, or -1."""
        passed = [number]
        while (at := self._before[passed[-1]]) >= 0 and not self._left[at]:
            passed.append(at)
        for one in passed:
            self._before[one] = at
        return at
