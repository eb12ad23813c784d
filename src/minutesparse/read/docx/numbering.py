"""Automatic numbers, computed from the numbering part as Word computes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from minutesparse.read.docx.wordml import (
    Element,
    attribute_of,
    child,
    children,
    indent,
    is_on,
    value,
    whole,
)
from minutesparse.read.numerals import doubled_letters, ordinal, roman, spelled
from minutesparse.read.paragraphs import BULLET

_LEVELS = 9
_LONGEST_NUMBER = 40
_PLACE = re.compile(r"%([1-9])")
_SHOWN: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": doubled_letters,
    "upperLetter": lambda number: doubled_letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": ordinal,
    "cardinalText": lambda number: spelled(number).capitalize(),
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition.

    Attributes:
        form: How the number is shown (``decimal``, ``lowerLetter`` ...), or ``bullet``.
        text: The number with what stands around it; "%1" is the number of the first level.
        start: The first number.
        restart: The level (from 1) whose numbers make this one start anew; 0 for none.
        legal: The numbers of all levels are shown as digits.
        style: The paragraph style that belongs to the level.
        left: Its left indent in twentieths of a point, where it states one.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class ListUse:
    """A ``w:num``: a use of a list definition, with the levels that it overrides."""

    definition: str
    levels: Mapping[int, Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """The marker of a paragraph.

    Attributes:
        marker: What is printed: "(a) ", "1.2 " or a bullet.
        level: The level of its list, from 0.
        depth: The depth to print it at, by its level alone.
        left: The left indent of the level, where it states one.
    """

    marker: str
    level: int
    depth: int
    left: int | None


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted.

    Attributes:
        definitions: Levels of each list definition, by its id.
        uses: Uses of the definitions, by their number.
    """

    definitions: dict[str, dict[int, Level]] = field(default_factory=dict)
    uses: dict[str, ListUse] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, use: str, style: str) -> int:
        """Return the level of a list that belongs to a paragraph style, 0 where none does."""
        found = self.uses.get(use)
        levels = self.definitions.get(found.definition, {}) if found else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def next(self, use: str, at: int) -> Number | None:
        """Count a paragraph and return its marker, None where the list is not defined.

        Args:
            use: The ``w:numId`` of the paragraph.
            at: Its level, from 0.
        """
        found = self.uses.get(use)
        if found is None or not 0 <= at < _LEVELS:
            return None
        levels = {**self.definitions.get(found.definition, {}), **found.levels}
        level = levels.get(at, Level(text=f"%{at + 1}."))
        if level.form == "bullet":
            return Number(BULLET, at, at, level.left)
        self._count(use, found, levels, at)
        shown = _shown(level, levels, self.counts[found.definition])
        return Number(f"{shown} " if shown else "", at, _depth(level, at), level.left)

    def _count(self, use: str, found: ListUse, levels: Mapping[int, Level], at: int) -> None:
        counts = self.counts.setdefault(found.definition, [None] * _LEVELS)
        if (use, at) not in self.begun and at in found.starts:
            counts[at] = None
        self.begun.add((use, at))
        start = found.starts.get(at, levels.get(at, Level()).start)
        before = counts[at]
        counts[at] = start if before is None else before + 1
        for upper in range(at):
            if counts[upper] is None:
                counts[upper] = found.starts.get(upper, levels.get(upper, Level()).start)
        for lower in range(at + 1, _LEVELS):
            restart = levels.get(lower, Level()).restart
            if restart is None or restart > at:
                counts[lower] = None


def _shown(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = "decimal" if level.legal else levels.get(at, Level()).form
        return _SHOWN.get(form, str)(counts[at] or 0)

    return _PLACE.sub(number, level.text[:_LONGEST_NUMBER]).strip()


def _depth(level: Level, at: int) -> int:
    """Return how deep to print a number: one that shows its parents needs no indent."""
    return 0 if len(_PLACE.findall(level.text)) > 1 else at


def numbering_of(root: Element | None, styles_in_use: Mapping[str, str]) -> Numbering:
    """Read the numbering part.

    Args:
        root: The part's root element, None for a document without one.
        styles_in_use: The ``w:numId`` of each numbering style, by the style's id.
    """
    numbering = Numbering()
    borrowed: dict[str, str] = {}
    for definition in children(root, "abstractNum"):
        name = attribute_of(definition, "abstractNumId") or ""
        numbering.definitions[name] = _levels(definition)
        link = value(definition, "numStyleLink")
        if link is not None and link in styles_in_use:
            borrowed[name] = styles_in_use[link]
    for use in children(root, "num"):
        numbering.uses[attribute_of(use, "numId") or ""] = _use(use)
    for name, lender in borrowed.items():
        found = numbering.uses.get(lender)
        if found and not numbering.definitions[name]:
            numbering.definitions[name] = numbering.definitions.get(found.definition, {})
    return numbering


def _levels(definition: Element) -> dict[int, Level]:
    return {
        whole(attribute_of(level, "ilvl"), 0) or 0: _level(level)
        for level in children(definition, "lvl")
    }


def _level(level: Element) -> Level:
    return Level(
        form=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        start=whole(value(level, "start"), 0) or 0,
        restart=whole(value(level, "lvlRestart")),
        legal=is_on(level, "isLgl"),
        style=value(level, "pStyle"),
        left=indent(child(level, "pPr")),
    )


def _use(use: Element) -> ListUse:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in children(use, "lvlOverride"):
        at = whole(attribute_of(override, "ilvl"), 0) or 0
        start = whole(value(override, "startOverride"))
        level = child(override, "lvl")
        if level is not None:
            levels[at] = _level(level)
        if start is not None:
            starts[at] = start
    return ListUse(value(use, "abstractNumId") or "", levels, starts)
