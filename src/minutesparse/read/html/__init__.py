"""HTML: Modern.gov and CMIS pages, plain council sites, pages saved from Word."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutesparse.lexicons import default_lexicon
from minutesparse.read.html.blocks import paragraphs_of
from minutesparse.read.html.furniture import PageFurniture, page_furniture
from minutesparse.read.html.nesting import check_nesting
from minutesparse.read.limits import Limits, within
from minutesparse.read.paragraphs import Paragraph, printed
from minutesparse.read.plain import decoded
from minutesparse.read.sniff import TEXT_MARKS
from minutesparse.text import Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DECLARABLE = re.compile(r"windows-?125\d|cp125\d|iso-?8859-?\d{1,2}|macintosh|latin-?1", re.I)
_LATIN_1 = re.compile(r"iso-?8859-?1|latin-?1", re.I)
_ENOUGH = 0.3  # share of the page's text that its main part has to hold


def read_source(content: bytes, *, where: str, limits: Limits) -> Source:
    """Read a web page or a page saved from a word processor.

    Menus, banners, footers and hidden words are left out. Lists keep their markers and depth,
    tables become rows, numbered items, or text; see :func:`minutesparse.read.tables.laid_out`.

    Args:
        content: The bytes of the page.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        LimitExceededError: The page is larger, or nested deeper, than the limits allow.
    """
    within(limits, "max_markup_bytes", len(content), f"{where}: bytes of HTML")
    markup = _decoded_page(content)
    check_nesting(markup, where=where, limits=limits)
    text, furniture = printed(_page(LexborHTMLParser(markup)))
    return Source(text=text, furniture=furniture)


def _decoded_page(content: bytes) -> str:
    declared = _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii", errors="replace") if declared else ""
    if content.startswith(TEXT_MARKS) or not _DECLARABLE.fullmatch(name):
        return decoded(content)
    if _LATIN_1.fullmatch(name) or name.lower() in ("windows-1252", "cp1252"):
        return decoded(content)
    try:
        return content.decode(name, errors="replace")
    except LookupError:
        return decoded(content)


def _page(tree: LexborHTMLParser) -> list[Paragraph]:
    body = tree.body
    if body is None:
        return []
    lexicon = default_lexicon()
    furniture = page_furniture(tree, lexicon)
    for selector in lexicon.phrases("furniture", "content_selectors"):
        found = tree.css(selector)
        if len(found) == 1 and _holds_enough(found[0], body, furniture):
            part = paragraphs_of(found[0], furniture)
            return [*_title_outside(tree, found[0], furniture), *part]
    return paragraphs_of(body, furniture)


def _holds_enough(part: LexborNode, body: LexborNode, furniture: PageFurniture) -> bool:
    """Tell whether a part holds the better part of what a visitor reads on the page."""
    inside = len(part.text())
    if inside >= _ENOUGH * len(body.text()):
        return True
    return inside >= _ENOUGH * _length(paragraphs_of(body, furniture))


def _title_outside(
    tree: LexborHTMLParser, part: LexborNode, furniture: PageFurniture
) -> list[Paragraph]:
    """Return the page's one main heading, where it stands outside its main part."""
    headings = tree.css("h1")
    if len(headings) != 1 or part.css_first("h1") is not None:
        return []
    return paragraphs_of(headings[0], furniture)


def _length(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)
