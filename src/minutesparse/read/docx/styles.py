"""Paragraph styles: which of them are numbered, and which are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutesparse.read.docx.wordml import (
    Element,
    attribute_of,
    child,
    children,
    indent,
    value,
    whole,
)

_LONGEST_CHAIN = 20
_HEADING = re.compile(r"heading [1-9]|title", re.I)
_BODY_TEXT = 9  # the level of the outline that stands for none


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        based_on: The style that it is based on.
        use: The ``w:numId`` of the list that it belongs to.
        level: Its level in that list, where it states one.
        left: Its left indent in twentieths of a point, where it states one.
        heading: It has a place in the outline of the document.
    """

    based_on: str | None
    use: str | None
    level: int | None
    left: int | None
    heading: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document.

    Attributes:
        paragraphs: Paragraph styles by id.
        lists: The ``w:numId`` of each numbering style, by the style's id.
    """

    paragraphs: dict[str, Style]
    lists: dict[str, str]

    def list_of(self, name: str | None) -> tuple[str, str, int | None] | None:
        """Return the list that a paragraph style belongs to, by itself or by what it is based on.

        Args:
            name: The style's id.

        Returns:
            The ``w:numId``, the style that names it, and the level where a style states one.
        """
        level: int | None = None
        for own, style in self._chain(name):
            level = style.level if level is None else level
            if style.use is not None:
                return style.use, own, level
        return None

    def is_heading(self, name: str | None) -> bool:
        """Tell whether a paragraph style is one of headings, itself or what it is based on."""
        return any(style.heading for _, style in self._chain(name))

    def indent_of(self, name: str | None) -> int | None:
        """Return the left indent of a paragraph style, in twentieths of a point."""
        style = self.paragraphs.get(name or "")
        return style.left if style else None

    def _chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        """Yield a style and what it is based on, each with its id."""
        for _ in range(_LONGEST_CHAIN):
            style = self.paragraphs.get(name or "")
            if style is None or name is None:
                return
            yield name, style
            name = style.based_on


def styles_of(root: Element | None) -> Styles:
    """Read the styles part; None gives no styles."""
    styles = Styles({}, {})
    for style in children(root, "style"):
        name = attribute_of(style, "styleId") or ""
        use, level = list_reference(child(style, "pPr"))
        if attribute_of(style, "type") == "numbering" and use:
            styles.lists[name] = use
        elif attribute_of(style, "type") == "paragraph":
            properties = child(style, "pPr")
            styles.paragraphs[name] = Style(
                value(style, "basedOn"),
                use,
                level,
                indent(properties),
                bool(_HEADING.fullmatch(value(style, "name") or "")) or is_in_outline(properties),
            )
    return styles


def is_in_outline(properties: Element | None) -> bool:
    """Tell whether paragraph properties give a paragraph a level of the outline."""
    level = whole(value(properties, "outlineLvl"))
    return level is not None and level < _BODY_TEXT


def list_reference(properties: Element | None) -> tuple[str | None, int | None]:
    """Return the ``w:numId`` and the level that paragraph properties state."""
    reference = child(properties, "numPr")
    return value(reference, "numId"), whole(value(reference, "ilvl"))
