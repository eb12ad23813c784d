"""Physical lines and the bullets and numbers at their starts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from minutesparse.text import ITEM_BREAK, Line, Marker

BULLETS = "·•▪●◦○‣⁃∙§Ø■□➢➤►▶✓❖◆∑\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076"
_BULLET = re.compile(rf"(?:(?P<glyph>[{BULLETS}])[ ]*|(?P<dash>[-–*]|o|\?\?)[ ]+)(?=\S|$)")
_NUMBER = re.compile(
    r"(?P<open>[(\[]?)"
    r"(?P<label>\d{1,3}(?:\.\d{1,3}){1,3}(?:[a-z](?![A-Za-z]))?"
    r"|\d{1,3}(?:[A-Za-z](?![A-Za-z]))?|[ivxl]{2,6}|[IVXL]{2,6}|[A-Za-z])"
    r"(?P<close>[.)\]:]{0,2})[ ]*(?=\S|$)"
)
_BOOK_NUMBER = re.compile(r"(?P<label>\d{1,4}/\d{2}(?:/\d{1,3})?)[.:]?[ ]+(?=[A-Z][a-z])")
_QUANTITY = re.compile(r"\d{1,3}[.:]\d\d\s*(?:am|pm|a\.m|p\.m|per|hours?|hrs|%|p\.a)\b", re.I)
_INITIALS = re.compile(
    r"(?:[A-Z]\.\s*){1,3}[A-Z][a-z]+(?:,\s+[^.]{3,60},)?\s+(?:moved|seconded|nominated|enquired|requested|welcomed|asked|said|was|had|has|reported|noted|thanked|stated|"
    r"queried|advised|agreed|proposed|felt|explained|confirmed|commented|suggested|raised|gave|left|outlined|"
    r"introduced|presented|provided|reviewed|highlighted|updated|responded|replied|answered|spoke|summari[sz]ed|and|"
    r"questioned|enquired|inquired|sought|referred|welcomed|wanted|wished|expressed|requested|wondered|considered|"
    r"supported|congratulated|recommended|drew|made|took|told|informed|would|could|believed|thought|hoped|mentioned|"
    r"observed|remarked|emphasi[sz]ed|stressed|added|undertook|seconded|moved|declared|clarified|assured|also|then)\b"
)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+$")
_STOPS = ".:;!?"
_FEWEST, _NEARLY_ALL, _BROKEN = 20, 0.85, 0.1  # lines, and shares of all lines
_WIDEST, _NEARLY_WIDEST = 120, 0.95
_ROMAN_LETTERS = frozenset("ivxlIVXL")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$", re.I)


def scan_lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank, with their indent and the blank lines above them."""
    offset = gap = 0
    for raw in text.split("\n"):
        content = raw.strip()
        if content:
            start = offset + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(content), start - offset, gap, content)
            gap = 0
        elif ITEM_BREAK not in raw:
            gap += 1
        if ITEM_BREAK in raw:
            end = offset + raw.index(ITEM_BREAK)
            yield Line(end, end, 0, gap, ITEM_BREAK)
            gap = 0
        offset += len(raw) + 1


def closed_up(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page without the blank line that stands below every one of them.

    Some converters write one; that it is theirs shows where lines go on within their sentences.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not is_break(a) and not is_break(b)]
    apart = [(above, line) for above, line in pairs if line.gap]
    broken = sum(
        line.text[0].islower() and above.text[-1] not in _STOPS and read_marker(line.text) is None
        for above, line in apart
    )
    if len(apart) < max(_FEWEST, _NEARLY_ALL * len(pairs)) or broken < _BROKEN * len(pairs):
        return list(lines)
    widths = sorted(len(line.text) for line in lines)
    if widths[int(len(widths) * _NEARLY_WIDEST)] > _WIDEST:
        return list(lines)
    return [line._replace(gap=max(line.gap - 1, 0)) for line in lines]


def is_break(line: Line) -> bool:
    """Tell whether the line only marks the end of a table row."""
    return line.text == ITEM_BREAK


@lru_cache(maxsize=64)
def read_marker(text: str) -> Marker | None:
    """Return the bullet or number that opens a line, or None.

    A bare number without closing punctuation is a marker only where it is dotted (``22.1``) and
    words follow; a letter needs closing punctuation.
    """
    opening = text[:2]
    if opening.isascii() and opening.isalpha() and not _ROMAN_LETTERS.issuperset(opening):
        return None  # a word
    bullet = _BULLET.match(text)
    if bullet is not None:
        glyph = bullet["glyph"] or bullet["dash"]
        return Marker(glyph, "", bullet.end())
    book = _BOOK_NUMBER.match(text)
    if book is not None:
        return Marker("1/1", book["label"], book.end())
    number = _NUMBER.match(text)
    if number is None or _QUANTITY.match(text) or _INITIALS.match(text):
        return None
    return _numbered(number)


def _numbered(found: re.Match[str]) -> Marker | None:
    label, opening, closing = found["label"], found["open"], found["close"]
    spaced = found.end() > found.end("close") or found.end() == len(found.string)
    if opening and not closing.startswith((")", "]")):
        return None
    if not closing and not (_DOTTED.match(label) and (spaced or _runs_into_word(found))):
        return None
    if closing.startswith(":") or (label.isdigit() and len(label) > 2 and not opening):
        return None
    glued = opening or _glued(label, closing, found) or (not closing and _DOTTED.match(label))
    if not spaced and not glued:
        return None
    shape = (
        "1.1" if "." in label else "1" if label[0].isdigit() else "a" if label.islower() else "A"
    )
    return Marker(opening + shape + closing[:1], label, found.end())


def _runs_into_word(found: re.Match[str]) -> bool:
    """Tell whether a dotted number has lost the space after it ("3.5The Chairman")."""
    following = found.string[found.end() : found.end() + 3]
    return following[:1].isupper() and (following[1:2].islower() or following[1:2] == " ")


def _glued(label: str, closing: str, found: re.Match[str]) -> bool:
    """Tell whether a marker holds although no space follows it ("1.That", "a)the")."""
    following = found.string[found.end() : found.end() + 2]
    if closing.startswith(")"):
        return True
    return label.isdigit() and following[:1].isupper() and following[1:].islower()


def is_roman(label: str) -> bool:
    """Tell whether a label can be read as a roman number."""
    return _ROMAN.fullmatch(label) is not None
