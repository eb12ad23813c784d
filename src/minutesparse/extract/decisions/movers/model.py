"""Who moved and who seconded."""

from __future__ import annotations

from dataclasses import dataclass

from minutesparse.naming import Mention


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded, and where the words that say so stand.

    Attributes:
        mover: Who moved, if said.
        seconder: Who seconded, if said.
        start: Offset of the first of these words.
        end: Offset after the last of them.
    """

    mover: Mention | None
    seconder: Mention | None
    start: int
    end: int

    def shifted(self, offset: int) -> Movers:
        """Return the same with its offsets counted from further up."""
        return Movers(
            self.mover.shifted(offset) if self.mover else None,
            self.seconder.shifted(offset) if self.seconder else None,
            offset + self.start,
            offset + self.end,
        )
