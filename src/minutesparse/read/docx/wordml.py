"""Names and small readings of WordprocessingML, in both of its namespaces."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = tuple("{" + namespace + "}" for namespace in _NAMESPACES)


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name, None where there is none."""
    if element is None:
        return None
    for prefix in _PREFIXES:
        found = element.find(prefix + name)
        if found is not None:
            return found
    return None


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    for found in element if element is not None else ():
        if local(found) == name:
            yield found


def value(element: Element | None, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of the child of a name: ``<w:ilvl w:val="1"/>`` gives "1"."""
    return attribute_of(child(element, name), attribute)


def attribute_of(element: Element | None, name: str) -> str | None:
    """Return an attribute of the word-processing namespace, None where there is none."""
    if element is None:
        return None
    for prefix in _PREFIXES:
        found = element.get(prefix + name)
        if found is not None:
            return str(found)
    return None


def whole(written: str | None, otherwise: int | None = None) -> int | None:
    """Return an attribute as a whole number, and another value where it is none."""
    try:
        return int(written) if written and len(written) < 10 else otherwise
    except ValueError:
        return otherwise


def is_on(element: Element | None, name: str) -> bool:
    """Tell whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    switch = child(element, name)
    return switch is not None and attribute_of(switch, "val") not in ("0", "false", "off")


def indent(properties: Element | None) -> int | None:
    """Return the left indent that paragraph properties state, in twentieths of a point."""
    found = child(properties, "ind")
    return whole(attribute_of(found, "left") or attribute_of(found, "start"))
