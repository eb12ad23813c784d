"""Markers of HTML lists: the bullet, or the number as a browser displays it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from minutesparse.read.numerals import letters, roman
from minutesparse.read.paragraphs import BULLET

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b((?:lower|upper)-(?:alpha|latin|roman)|none)\b"
)
_TYPES = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


@dataclass(slots=True)
class OpenList:
    """A list that is being read: its style and the number of its next item."""

    ordered: bool
    style: str
    number: int = 1
    step: int = 1

    def marker(self, item: LexborNode) -> str:
        """Return the marker of an item, a space after it, and count on."""
        if not self.ordered:
            return BULLET
        self.number = whole(item.attributes.get("value"), self.number)
        shown = _numeral(self.number, self.style)
        self.number += self.step
        return "" if self.style == "none" else f"{shown}. "


def open_list(node: LexborNode, tag: str) -> OpenList:
    """Return the state of a list at its opening tag."""
    attributes = node.attributes
    style = _STYLE.search((attributes.get("style") or "").lower())
    shown = (
        style[1].replace("latin", "alpha") if style else _TYPES.get(attributes.get("type") or "")
    )
    backwards = "reversed" in attributes
    return OpenList(
        ordered=tag == "ol",
        style=shown or "decimal",
        number=whole(attributes.get("start"), 1),
        step=-1 if backwards else 1,
    )


def whole(written: str | None, otherwise: int) -> int:
    """Return the number that an attribute begins with."""
    found = re.match(r"\s*(-?\d{1,6})", written or "")
    return int(found[1]) if found else otherwise


def _numeral(number: int, style: str) -> str:
    shown = str(number)
    if style.endswith("roman"):
        shown = roman(number)
    elif style.endswith("alpha"):
        shown = letters(number)
    return shown.upper() if style.startswith("upper") else shown
