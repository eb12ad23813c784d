"""Lists as Word writes them into HTML: paragraphs that begin with a glyph and hard spaces."""

from __future__ import annotations

import re

from minutesparse.read.paragraphs import BULLET, Paragraph

_GLYPHS = "·•▪▫◦‣⁃○●■□◆➢\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf06f"
_MAYBE_GLYPHS = "o§Øüv–—*-"
_SURE_BULLET = re.compile(rf"([{_GLYPHS}])[\s\u200b]*(?=\S)")
_WORD_BULLET = re.compile(rf"([{_MAYBE_GLYPHS}])[ \xa0]*\xa0[ \xa0]*(?=\S)")
_WORD_NUMBER = re.compile(
    r"(\(?(?:\d{1,4}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxlIVXL]{1,6})[.):]{0,2})"
    r"[ \xa0]*\xa0[ \xa0]*(?=\S)"
)
_LEVEL = re.compile(r"mso-list:[^;]*\blevel([1-9])")
_MARGIN = re.compile(r"margin-left:\s*([\d.]+)(pt|cm|in|mm|px)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
_GLYPH_DEPTH = {"o": 1, "\uf06f": 1, "◦": 1, "○": 1, "§": 2, "\uf0a7": 2, "▪": 2}
_STEP = 36.0  # points that Word indents each level by


def word_item(text: str, classes: str, style: str) -> Paragraph:
    """Return a paragraph, as a list item where Word wrote it as one.

    Args:
        text: The paragraph's text, hard spaces kept.
        classes: The element's ``class``.
        style: The element's ``style``.
    """
    listed = "MsoList" in classes or "mso-list" in style
    bullet = _SURE_BULLET.match(text) or _WORD_BULLET.match(text)
    if bullet and _is_marker(bullet[0], text, listed):
        depth = _depth(style, _GLYPH_DEPTH.get(bullet[1], 0))
        return Paragraph(text[bullet.end() :]).indented(depth, BULLET)
    number = _WORD_NUMBER.match(text)
    if number:
        depth = _depth(style, 0) if listed else 0
        return Paragraph(f"{number[1]} {text[number.end() :]}").indented(depth)
    return Paragraph(text)


def _is_marker(marker: str, text: str, listed: bool) -> bool:
    return listed or marker[0] in _GLYPHS or marker.count("\xa0") > 1


def _depth(style: str, otherwise: int) -> int:
    level = _LEVEL.search(style)
    if level:
        return int(level[1]) - 1
    margin = _MARGIN.search(style)
    if not margin:
        return otherwise
    points = float(margin[1]) * _POINTS[margin[2]]
    return max(0, round(points / _STEP) - 1)
