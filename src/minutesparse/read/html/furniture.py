"""What of a web page is not its text: menus, banners, hidden words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutesparse.lexicons import Lexicon

_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


_LANDMARKS = (
    "main, article, h1, [role=main], #modgov, .mgContent, .MsoNormal, .WordSection1,"
    " main header, article header, main footer, article footer"
)


@dataclass(frozen=True)
class PageFurniture:
    """What to leave out of one page.

    Attributes:
        tags: Elements that are never read.
        classes: Whole class names and ids of furniture.
        words: Words in class names and ids of furniture.
        wrappers: First words of class names that speak of the page.
        captions: Whole captions of tables, in small letters, that speak of the page.
        holders: ``mem_id`` of the elements that hold the page's text, whatever they are called.
    """

    tags: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    wrappers: frozenset[str]
    captions: frozenset[str]
    holders: frozenset[int]

    def holds(self, node: LexborNode, tag: str) -> bool:
        """Tell whether an element is furniture by its tag, its class or by being hidden."""
        if tag in self.tags:
            return node.mem_id not in self.holders
        attributes = node.attributes
        if not attributes:
            return False
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            return True
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
        return any(map(self._names, names)) and node.mem_id not in self.holders

    def _names(self, name: str) -> bool:
        if name in self.classes:
            return True
        words = [word.lower() for word in _WORDS.findall(name)]
        return bool(words) and words[0] not in self.wrappers and not self.words.isdisjoint(words)


def page_furniture(tree: LexborHTMLParser, lexicon: Lexicon) -> PageFurniture:
    """Return what to leave out of a page, by the lexicon's words."""
    return PageFurniture(
        tags=frozenset(lexicon.phrases("furniture", "skipped_tags")),
        classes=frozenset(lexicon.phrases("furniture", "skipped_classes")),
        words=frozenset(lexicon.phrases("furniture", "skipped_words")),
        wrappers=frozenset(lexicon.phrases("furniture", "wrapper_words")),
        captions=frozenset(lexicon.phrases("furniture", "page_captions")),
        holders=frozenset(_holders(tree)),
    )


def _holders(tree: LexborHTMLParser) -> set[int]:
    """Return the elements that hold a landmark of the page's text."""
    holders: set[int] = set()
    for landmark in tree.css(_LANDMARKS):
        node: LexborNode | None = landmark
        while node is not None and node.mem_id not in holders:
            holders.add(node.mem_id)
            node = node.parent
    return holders
