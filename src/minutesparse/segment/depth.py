"""Nesting of bullets and numbers, told by indent, by glyph and by shape."""

from __future__ import annotations

from dataclasses import dataclass

from minutesparse.segment.lines import is_roman
from minutesparse.text import Line, Marker


@dataclass(slots=True)
class _Level:
    style: str
    indent: int
    label: str


class Nesting:
    """A stack of the list levels that are open, fed with one marker after another."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def clear(self) -> None:
        """Close every list."""
        self._levels.clear()

    def outside(self, line: Line) -> int:
        """Return the depth of a paragraph without a marker: deeper than 0 only if indented."""
        while self._levels and line.indent <= self._levels[-1].indent:
            self._levels.pop()
        return len(self._levels)

    def enter(self, marker: Marker, line: Line) -> int:
        """Return the depth of a marked line, 0 for the outermost list."""
        style = self._style(marker)
        place = self._place(style, line.indent, marker)
        del self._levels[place:]
        self._levels.append(_Level(style, line.indent, marker.label))
        return place

    def _place(self, style: str, indent: int, marker: Marker) -> int:
        for place in range(len(self._levels) - 1, -1, -1):
            level = self._levels[place]
            if level.style == style and abs(level.indent - indent) <= 1:
                return place
            if (
                level.style == style
                and indent < level.indent
                and not self._shallower(place, indent)
            ):
                return place
        return self._by_indent(indent, style, marker)

    def _shallower(self, place: int, indent: int) -> bool:
        """Tell whether an outer level stands at or right of the indent."""
        return any(level.indent >= indent for level in self._levels[:place])

    def _by_indent(self, indent: int, style: str, marker: Marker) -> int:
        place = len(self._levels)
        while place and self._levels[place - 1].indent > indent + 1:
            place -= 1
        return place

    def _style(self, marker: Marker) -> str:
        """Return the marker's style, with roman numbers told from letters by what precedes."""
        if marker.style[-1:] not in ".)]a" or len(marker.label) > 5 or not is_roman(marker.label):
            return marker.style
        roman = marker.style.replace("a", "i").replace("A", "I")
        if roman == marker.style or len(marker.label) > 1:
            return roman
        before = chr(ord(marker.label) - 1)
        for level in reversed(self._levels):
            if level.style == marker.style and level.label == before:
                return marker.style
        return roman
