"""How elements, attributes and identifiers are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from minutesparse.export.facts import Fact, facts_of
from minutesparse.records import Contribution, Record

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "https://minutesparse.invalid/records/1.0"
"""Namespace of what Akoma Ntoso has no attribute for: ids, places, rules."""

_NAMESPACES = {None: AKN, "ms": OURS}
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NUMBERS = re.compile(r"[\W_]+")
_MIXED = frozenset({"p", "block", "heading", "num", "listIntroduction", "listWrapUp"})

# Chapter 5 of the naming convention; all other elements go by their own names.
_PREFIXES = {"debateSection": "dbsect", "blockList": "list"}
_NUMBERED = frozenset({"debateSection", "item"})  # unless they are not, which "nn" says


def sound(text: str) -> str:
    """Return a text as XML can hold it, one character for one, so that offsets stay.

    Args:
        text: Any text. Blanks that XML forbids, such as form feeds, become spaces, and other
            characters that it forbids become U+FFFD.
    """
    return _FORBIDDEN.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def make(parent: etree._Element | None, name: str, /, **attributes: str) -> etree._Element:
    """Return a new element of Akoma Ntoso, at the end of its parent."""
    values = {key: sound(value) for key, value in attributes.items()}
    if parent is None:
        return etree.Element(f"{{{AKN}}}{name}", values, nsmap=_NAMESPACES)  # type: ignore[arg-type] # - the stubs know no default namespace
    return etree.SubElement(parent, f"{{{AKN}}}{name}", values)


def make_ours(parent: etree._Element, name: str, facts: Mapping[str, Fact]) -> etree._Element:
    """Return a new element of our namespace, which says what Akoma Ntoso has no element for."""
    element = etree.SubElement(parent, f"{{{OURS}}}{name}")
    state(element, facts)
    return element


def state(element: etree._Element, facts: Mapping[str, Fact]) -> None:
    """Set facts as attributes of our namespace."""
    for name, value in facts.items():
        words = str(value).lower() if isinstance(value, bool) else str(value)
        element.set(f"{{{OURS}}}{name.replace('_', '-')}", sound(words))


def anchor(element: etree._Element, record: Record, replies: Mapping[str, str]) -> None:
    """Set what a record states besides its words, its id, place and rule among it.

    Args:
        element: The element.
        record: The record.
        replies: The ids of contributions, by those of the replies to them.
    """
    state(element, facts_of(record))
    if isinstance(record, Contribution) and record.id in replies:
        state(element, {"reply_to": replies[record.id]})


def add_text(element: etree._Element, words: str) -> None:
    """Add words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


class Names:
    """Gives out eIds by the naming convention: the parent's, the element's, its number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def name(self, element: etree._Element, number: str | None = None) -> None:
        """Set the eId of an element whose parents have theirs.

        Args:
            element: The element.
            number: The number that is printed with it; its place among its like, without one.
        """
        local = _local(element)
        above = next((one.get("eId") for one in element.iterancestors() if one.get("eId")), None)
        base = _PREFIXES.get(local, local)
        base = f"{above}__{base}" if above else base
        printed = _NOT_IN_NUMBERS.sub("-", number or "").strip("-")
        if local in _NUMBERED and not printed:
            base = f"{base}_nn"
        self._counts[base] += 1
        eid = f"{base}_{printed or self._counts[base]}"
        if eid in self._taken:
            eid = self._free(eid)
        self._taken.add(eid)
        element.set("eId", sound(eid))

    def _free(self, eid: str) -> str:
        """Return an eId that begins with one that is taken, and is not."""
        while True:
            self._counts[eid] += 1
            found = f"{eid}-dup-{self._counts[eid]}"
            if found not in self._taken:
                return found


def laid_out(element: etree._Element, depth: int = 0) -> etree._Element:
    """Return an element with its children on lines of their own where white space says nothing."""
    if len(element) and _local(element) not in _MIXED:
        element.text = f"\n{'  ' * (depth + 1)}"
        for child in element:
            child.tail = f"\n{'  ' * (depth + 1)}"
            laid_out(child, depth + 1)
        element[-1].tail = f"\n{'  ' * depth}"
    return element


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
