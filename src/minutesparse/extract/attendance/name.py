"""Where a name stands among the words of a list."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A name among the tokens of a segment.

    Attributes:
        start: Index of its first token, the title included.
        end: Index after its last.
        titled: True where a title opens it.
        office: First and last index of an office before it, if any.
        words: How many words it has besides titles and initials.
    """

    start: int
    end: int
    titled: bool
    office: tuple[int, int] | None = None
    words: int = 1
