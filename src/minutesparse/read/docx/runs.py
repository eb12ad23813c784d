"""The words of one paragraph, tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from minutesparse.read.docx.wordml import Element, attribute_of, child, is_on, local
from minutesparse.read.symbols import drawn, drawn_in_wingdings

NOTE_OPENS, NOTE_ENDS = "\ufff9", "\ufffb"  # stand around the mark of a note until it is placed
_LEFT_OUT = frozenset(
    {
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "rt"),
        *("del", "moveFrom", "delText", "instrText", "delInstrText"),
    }
)
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "footnoteRef": "",
    "endnoteRef": "",
}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(slots=True)
class Words:
    """What a paragraph holds.

    Attributes:
        pieces: Its text, in pieces; the place of a note is marked by its kind and id between
            :data:`NOTE_OPENS` and :data:`NOTE_ENDS`.
        boxes: The content of text boxes that are anchored in it.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def words_of(paragraph: Element) -> Words:
    """Collect the text and the text boxes of a paragraph."""
    words = Words()
    waiting: list[Iterator[Element]] = [iter(paragraph)]
    shown: Callable[[str], str] = drawn
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        name = local(element)
        if name == "r":
            shown = _showing(child(element, "rPr"))
        inner = _collect(element, name, words, shown)
        if inner is not None:
            waiting.append(iter(inner))
    return words


def _collect(
    element: Element, name: str, words: Words, shown: Callable[[str], str]
) -> Element | None:
    """Take what an element says; return what to look into for more."""
    if name in _LEFT_OUT or (name == "r" and is_on(child(element, "rPr"), "vanish")):
        return None
    if name == "t":
        words.pieces.append(shown(element.text or ""))
    elif name in _SIGNS:
        words.pieces.append(_SIGNS[name])
    elif name == "sym":
        words.pieces.append(_symbol(element))
    elif name in _NOTES:
        mark = f"{_NOTES[name]} {attribute_of(element, 'id')}"
        words.pieces.append(NOTE_OPENS + mark + NOTE_ENDS)
    elif name == "txbxContent":
        words.boxes.append(element)
    elif name == "AlternateContent":
        return next(iter(element), None)
    else:
        return element
    return None


def _showing(properties: Element | None) -> Callable[[str], str]:
    """Return how a run shows its characters: in a symbol font, in capitals, or as they are."""
    font = attribute_of(child(properties, "rFonts"), "ascii") or ""
    if font.lower().startswith("wingdings"):
        return drawn_in_wingdings
    return (lambda text: drawn(text).upper()) if is_on(properties, "caps") else drawn


def _symbol(element: Element) -> str:
    code = attribute_of(element, "char") or ""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return drawn(sign) if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""
