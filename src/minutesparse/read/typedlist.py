"""List items whose marker is typed: a glyph or a number, then hard spaces or a tab."""

from __future__ import annotations

import re
from itertools import pairwise

from minutesparse.read.paragraphs import BULLET, Paragraph

_GLYPHS = "·•▪▫◦‣⁃○●■□◆❖➢\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf06f"
_MAYBE_GLYPHS = "o§Øüv–—*-"
_GAP = r"[ \xa0]*[\xa0\t][ \xa0\t]*(?=\S)"
_SURE_BULLET = re.compile(rf"([{_GLYPHS}])[\s\u200b]*(?=\S)")
_MAYBE_BULLET = re.compile(rf"([{_MAYBE_GLYPHS}]){_GAP}")
_NUMBER = re.compile(
    rf"(\(?(?:\d{{1,4}}(?:[./]\d{{1,4}}){{0,4}}|[a-zA-Z]|[ivxlIVXL]{{1,6}})[.):]{{0,2}}){_GAP}"
)
_GLYPH_DEPTH = {"o": 1, "\uf06f": 1, "◦": 1, "○": 1, "§": 2, "\uf0a7": 2, "▪": 2}


def typed_items(text: str, *, listed: bool = False, depth: int | None = None) -> list[Paragraph]:
    """Return a paragraph; as several where its lines are typed as the items of a list.

    Args:
        text: The paragraph's text, hard spaces, tabs and line ends kept.
        listed: The layout says that it is a list item.
        depth: The depth that the layout gives it, None where it gives none.
    """
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if at and _begins_item(line.strip())]
    parts = ["\n".join(lines[one:two]) for one, two in pairwise([0, *starts, len(lines)])]
    return [typed_item(part.strip(), listed=listed, depth=depth) for part in parts]


def _begins_item(line: str) -> bool:
    """Tell whether a line within a paragraph begins with a marker that cannot be a word of it."""
    bullet = _SURE_BULLET.match(line) or _MAYBE_BULLET.match(line)
    number = _NUMBER.match(line)
    return bool(bullet and _is_marker(bullet[0])) or bool(number and not number[1][-1].isalnum())


def typed_item(text: str, *, listed: bool = False, depth: int | None = None) -> Paragraph:
    """Return a paragraph, as a list item where its author typed it as one.

    Args:
        text: The paragraph's text, hard spaces and tabs kept.
        listed: The layout says that it is a list item.
        depth: The depth that the layout gives it, None where it gives none.
    """
    bullet = _SURE_BULLET.match(text) or _MAYBE_BULLET.match(text)
    if bullet and (listed or _is_marker(bullet[0])):
        deep = _GLYPH_DEPTH.get(bullet[1], 0) if depth is None else depth
        return Paragraph(text[bullet.end() :]).indented(deep, BULLET)
    number = _NUMBER.match(text)
    if number:
        deep = depth or 0 if listed else 0
        return Paragraph(f"{number[1]} {text[number.end() :]}").indented(deep)
    return Paragraph(text)


def _is_marker(marker: str) -> bool:
    return marker[0] in _GLYPHS or marker.count("\xa0") > 1 or "\t" in marker
