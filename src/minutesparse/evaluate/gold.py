"""Gold files: minutes with the right records marked inline.

The text content of a gold file, tags removed, is the raw document; a mark's offsets count code
points in it. ``docs/evaluation.md`` describes the elements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Gold files are the user's own, and expat itself bounds the expansion of entities.
from xml.etree.ElementTree import ParseError, XMLParser

from minutesparse.errors import GoldError
from minutesparse.records import Span

SUFFIX = ".gold.xml"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch of a document.

    Attributes:
        tag: What is marked: ``c``, ``stat``, ``item`` ...
        span: The stretch of the raw text.
        attributes: What the gold says of it, all as strings.
    """

    tag: str
    span: Span
    attributes: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """Return an attribute, or None where the gold does not state it."""
        return self.attributes.get(name)


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with its right records.

    Attributes:
        name: The file's name without its ending.
        text: The raw document.
        marks: Every mark, outer before inner, in document order; the first is the document's.
    """

    name: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def root(self) -> Mark:
        """The mark of the whole document, which carries its date, body and so on."""
        return self.marks[0]

    def tagged(self, tag: str) -> list[Mark]:
        """Return the marks of one tag, in document order."""
        return [mark for mark in self.marks if mark.tag == tag]


def read_gold(path: str | Path) -> Gold:
    """Read a gold file.

    Args:
        path: A file in the gold format.

    Raises:
        GoldError: The file cannot be read, or is not well-formed.
    """
    path = Path(path)
    reader = _Reader(path.name.removesuffix(SUFFIX))
    parser: XMLParser[Gold] = XMLParser(target=reader)  # noqa: S314 - see the import
    try:
        parser.feed(path.read_text(encoding="utf-8"))
        return parser.close()
    except (OSError, UnicodeDecodeError, ParseError) as error:
        raise GoldError(f"{path} is not a readable gold file: {error}.") from error


def gold_files(folder: str | Path) -> tuple[Path, ...]:
    """Return the gold files of a folder, in the order of their names.

    Args:
        folder: The folder to look in; folders inside it are left alone.

    Raises:
        GoldError: There is none.
    """
    found = tuple(sorted(Path(folder).glob(f"*{SUFFIX}")))
    if not found:
        raise GoldError(f"there is no *{SUFFIX} in {folder}.")
    return found


class _Reader:
    """Receives the parts of a gold file as the XML parser meets them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._length = 0
        self._opened: list[tuple[str, int, dict[str, str]]] = []
        self._ends: dict[int, int] = {}
        self._waiting: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note where an element begins."""
        self._waiting.append(len(self._opened))
        self._opened.append((tag, self._length, dict(attributes)))

    def data(self, text: str) -> None:
        """Take a piece of the document's own text."""
        self._parts.append(text)
        self._length += len(text)

    def end(self, _tag: str) -> None:
        """Note where the innermost open element ends."""
        self._ends[self._waiting.pop()] = self._length

    def close(self) -> Gold:
        """Return the finished document."""
        marks = tuple(
            Mark(tag, Span(start=start, end=self._ends[place]), attributes)
            for place, (tag, start, attributes) in enumerate(self._opened)
        )
        return Gold(self._name, "".join(self._parts), marks)
