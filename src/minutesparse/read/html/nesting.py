"""A first look over the tags of a page, before a parser builds a tree of them.

A tree builder walks up the open elements for nearly every tag, and compares each attribute of a
tag with the others: a page of a megabyte can keep it busy for minutes. This look is linear; it
keeps the open elements as a browser would, near enough, and refuses what no author writes.
"""

from __future__ import annotations

import re
from collections import Counter

from minutesparse.read.limits import Limits, within

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})((?:\s[^<>]*)?)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MANY_ATTRIBUTES = 1_000
_VOID_OR_IMPLIED = (
    "area base br col embed hr img input link meta param source track wbr"
    " html head body tbody thead tfoot li dd dt"
)
_NEVER_OPEN = frozenset(_VOID_OR_IMPLIED.split())
_IN_TABLE = frozenset({"tr", "td", "th", "caption"})
_SCOPES = frozenset({"table", "button", "object", "template", "marquee", "applet"})
_BLOCK_TAGS = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol p pre search section summary"
    " table ul"
)
_ENDS_PARAGRAPH = frozenset(_BLOCK_TAGS.split())


def check_nesting(markup: str, *, where: str, limits: Limits) -> None:
    """Refuse markup that a tree builder would choke on.

    Args:
        markup: The page.
        where: The file's name for messages.
        limits: ``max_depth`` bounds the elements open at once.

    Raises:
        LimitExceededError: Too many elements are open at once, or a tag has too many attributes.
    """
    opened = _Open()
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if len(tag[3]) > _MANY_ATTRIBUTES:
            _check_attributes(tag[3], where, limits)
        if tag[1]:
            opened.close(name)
        elif name not in _NEVER_OPEN:
            opened.open(name)
            if len(opened.names) > limits.max_depth:
                within(limits, "max_depth", len(opened.names), f"{where}: HTML elements open")


def _check_attributes(written: str, where: str, limits: Limits) -> None:
    attributes = len(_QUOTED.sub("", written).split())
    if attributes > _MANY_ATTRIBUTES:
        within(limits, "max_depth", attributes, f"{where}: attributes of one HTML tag")


class _Open:
    """The elements open at one place of the page, outermost first."""

    __slots__ = ("_count", "_paragraph", "names")

    def __init__(self) -> None:
        self.names: list[str] = []
        self._paragraph: list[int] = []  # for each open element: where its nearest p stands
        self._count: Counter[str] = Counter()

    def open(self, name: str) -> None:
        if name in _IN_TABLE:
            self._back_to("table")
            return
        paragraph = self._paragraph[-1] if self.names else -1
        if name in _ENDS_PARAGRAPH and paragraph >= 0:
            self._cut(paragraph)
            paragraph = -1
        if name == "p":
            paragraph = len(self.names)
        elif name in _SCOPES:
            paragraph = -1
        self.names.append(name)
        self._paragraph.append(paragraph)
        self._count[name] += 1

    def close(self, name: str) -> None:
        if name in _IN_TABLE:
            self._back_to("table")
        elif self._count[name]:
            self._back_to(name)
            self._cut(len(self.names) - 1)

    def _back_to(self, name: str) -> None:
        if self._count[name]:
            while self.names[-1] != name:
                self._cut(len(self.names) - 1)

    def _cut(self, length: int) -> None:
        while len(self.names) > length:
            self._count[self.names.pop()] -= 1
            self._paragraph.pop()
