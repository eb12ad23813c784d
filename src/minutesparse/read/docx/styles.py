"""Paragraph styles: which of them are numbered."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Style:
    """A style: what it is based on, the list that it belongs to, and its left indent, if any."""

    based_on: str | None
    use: str | None
    level: int | None
    left: int | None


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
        for _ in range(_LONGEST_CHAIN):
            style = self.paragraphs.get(name or "")
            if style is None or name is None:
                return None
            level = style.level if level is None else level
            if style.use is not None:
                return style.use, name, level
            name = style.based_on
        return None

    def indent_of(self, name: str | None) -> int | None:
        """Return the left indent of a paragraph style, in twentieths of a point."""
        style = self.paragraphs.get(name or "")
        return style.left if style else None


def styles_of(root: Element | None) -> Styles:
    """Read the styles part; None gives no styles."""
    styles = Styles({}, {})
    for style in children(root, "style"):
        name = attribute_of(style, "styleId") or ""
        use, level = list_reference(child(style, "pPr"))
        if attribute_of(style, "type") == "numbering" and use:
            styles.lists[name] = use
        elif attribute_of(style, "type") == "paragraph":
            left = indent(child(style, "pPr"))
            styles.paragraphs[name] = Style(value(style, "basedOn"), use, level, left)
    return styles


def list_reference(properties: Element | None) -> tuple[str | None, int | None]:
    """Return the ``w:numId`` and the level that paragraph properties state."""
    reference = child(properties, "numPr")
    return value(reference, "numId"), whole(value(reference, "ilvl"))
