"""One segment of a list in its place, and what the segments after it are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from minutesparse.extract.attendance.name import Name
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.segments import Segment
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_FURTHEST = 4
_JOINERS = frozenset({",", "and", "&"})


class Spot:
    """A segment with those around it.

    Attributes:
        segment: The segment.
        tokens: Its words.
        mark: The mark before it.
    """

    def __init__(self, segments: Sequence[Segment], index: int, words: AttendanceWords) -> None:
        self._segments = segments
        self._index = index
        self._words = words
        self.segment = segments[index]
        self.tokens: Sequence[Token] = self.segment.tokens
        self.mark = self.segment.mark

    @cached_property
    def reader(self) -> NameReader:
        """Reads names and offices from its words."""
        return NameReader(self.tokens, self._words)

    @cached_property
    def start(self) -> int:
        """Index of its first word behind a title that is shared."""
        return self.reader.plural_end(0)

    def brackets_before(self) -> int:
        """Return how many segments before this have a bracket."""
        return sum(bool(segment.asides) for segment in self._segments[: self._index])

    def following(self, steps: int = 1) -> Spot | None:
        """Return the spot some steps on, or None behind the last."""
        place = self._index + steps
        return Spot(self._segments, place, self._words) if place < len(self._segments) else None

    def name(self) -> Name | None:
        """Return the name that the segment begins with, if it does."""
        return self.reader.read(0)

    def name_in_bracket(self) -> Name | None:
        """Return the name that fills the first bracket after the segment, or the first of two."""
        return next(iter(self.names_in_bracket()), None)

    def names_in_bracket(self) -> list[Name]:
        """Return the names that fill the first bracket after the segment, if names alone do."""
        inner = self.segment.asides[0] if self.segment.asides else ()
        reader, names, place = NameReader(inner, self._words), [], 0
        while place < len(inner) and len(inner) > 1:
            name = reader.read(place)
            if name is None or not (name.titled or not reader.is_office(place)):
                return []
            names.append(name)
            place = name.end
            if place == len(inner):
                return names
            while place < len(inner) and inner[place].text in _JOINERS:
                place += 1
            if place == name.end:
                return []
        return []

    # ------------------------------------------------------------ offices before names

    def awaits_name(self, *, settled: bool) -> bool:
        """Tell whether an office stands before its name rather than after the last one.

        Args:
            settled: Whether there is a name before that the office may belong to.
        """
        following = self._behind_office()
        if following is None or self.mark == "-":
            return False
        if self._parted_office(following, settled=settled):
            return True
        if following.mark == "and" and following.name() is None and following.name_in_bracket():
            return True
        if following.name() is None or following.mark in ("-", ":"):
            return following.name() is not None
        if following.mark == "and" or self.following() is None:
            return False
        if self.tokens[0].lower == "the" and following.mark == ",":
            return True
        return not settled and following.mark in (",", "")

    def _parted_office(self, following: Spot, *, settled: bool) -> bool:
        """Tell whether an office with a comma has its holder behind ("Director, Roads (P Orr)")."""
        if following.mark != "," or following.name_in_bracket() is None or following.name():
            return False
        own = following.reader.is_office(0)
        return not own and not (settled and self.mark in (",", "") and not self._opens_list())

    def _opens_list(self) -> bool:
        """Tell whether the segment before holds its name in a bracket, as this one then may."""
        before = Spot(self._segments, self._index - 1, self._words) if self._index else None
        return before is None or before.name_in_bracket() is not None

    def leads_on(self, *, held: bool) -> bool:
        """Tell whether an office after a name is the next one's ("- J Orr Clerk - M Hay").

        Args:
            held: Whether the name before has an office already.
        """
        following = self._behind_office()
        if following is None or following.name() is None:
            return False
        return following.mark == ":" or (following.mark == "-" and held)

    def opens_office(self) -> bool:
        """Tell whether an office goes on behind "and" ("Police and Crime Commissioner")."""
        following = self.following()
        if following is None or following.mark != "and":
            return False
        return following.reader.is_office(0) and following.name() is None

    def _behind_office(self) -> Spot | None:
        """Return the spot after an office, further words of the office ("and Place") skipped."""
        for steps in range(1, _FURTHEST):
            spot = self.following(steps)
            if spot is None or spot.mark != "and" or spot.segment.asides:
                return spot
            if spot.name() is not None:
                return spot
        return None
