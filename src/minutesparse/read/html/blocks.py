"""The elements of a page, one after the other, as paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

from selectolax.lexbor import LexborNode

from minutesparse.read.html.furniture import PageFurniture
from minutesparse.read.html.lists import OpenList, open_list, whole
from minutesparse.read.html.wordstyle import is_word_item, word_depth
from minutesparse.read.paragraphs import Paragraph, as_furniture, split_at_blank_lines
from minutesparse.read.tables import Cell, laid_out
from minutesparse.read.typedlist import typed_item, typed_items

_WHITE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_REACHING_COLUMNS = 20  # columns whose cells may reach down, and rows that they may reach
_REACH = 500
_TABLES_WITHIN = 12  # tables in tables beyond which their cells are read as paragraphs
_SPACES = re.compile(r" {2,}")
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption"
    " figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section"
    " summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())


def paragraphs_of(root: LexborNode, furniture: PageFurniture) -> list[Paragraph]:
    """Return what a reader of the page sees below an element, in reading order.

    Args:
        root: The element that holds the text.
        furniture: What to leave out.
    """
    walk = _Walk(furniture)
    node: LexborNode | None = root
    while node is not None:
        entered = walk.enter(node)
        child = node.child if entered else None
        node = child if child is not None else _onward(walk, node, root, entered)
    walk.end_paragraph()
    return walk.cells[0]


def _onward(walk: _Walk, node: LexborNode, root: LexborNode, entered: bool) -> LexborNode | None:
    """Leave elements until one has a neighbour, and return the neighbour."""
    current: LexborNode | None = node
    while current is not None:
        if entered:
            walk.leave(current)
        if current.mem_id == root.mem_id:
            return None
        if current.next is not None:
            return current.next
        current, entered = current.parent, True
    return None


@dataclass(slots=True)
class _Item:
    """The list item, or the page itself or a cell (no marker), that paragraphs go to."""

    depth: int = 0
    marker: str = ""
    opened: bool = False


@dataclass(slots=True)
class _Table:
    """A table that is being read: its rows, and the cells that reach down into the next rows."""

    rows: list[list[Cell]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)  # column: rows still to come

    def open_cell(self, reach: int) -> None:
        """Leave room for cells from above, and note how far down the new one reaches."""
        row = self.rows[-1]
        while self.reaching.get(len(row), 0):
            self.reaching[len(row)] -= 1
            row.append(())
        if len(row) < _REACHING_COLUMNS:
            self.reaching[len(row)] = min(reach, _REACH)


@dataclass(slots=True)
class _Walk:
    """What is known at one place of the page."""

    furniture: PageFurniture
    cells: list[list[Paragraph]] = field(default_factory=lambda: [[]])
    tables: list[_Table | None] = field(default_factory=list)
    lists: list[OpenList] = field(default_factory=list)
    items: list[_Item] = field(default_factory=lambda: [_Item()])
    written: list[str] = field(default_factory=list)
    written_as: tuple[str, str] = ("", "")
    verbatim: int = 0

    _LISTS: ClassVar = frozenset({"ul", "ol", "menu", "dir"})
    _CELLS: ClassVar = frozenset({"td", "th"})

    def enter(self, node: LexborNode) -> bool:
        """Take note of a node; tell whether to go into it."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag == "br":
            self.written.append("\n")
            return False
        if tag.startswith(("-", "!")) or self.furniture.holds(node, tag):
            return False
        if tag in _BLOCKS:
            self.end_paragraph()
            self._enter_block(node, tag)
        return True

    def _enter_block(self, node: LexborNode, tag: str) -> None:
        if tag == "p":
            self.written_as = (
                node.attributes.get("class") or "",
                node.attributes.get("style") or "",
            )
        elif tag in self._LISTS:
            self._enter_list(node, tag)
        elif tag == "li":
            self._enter_item(node)
        elif tag == "table":
            self.tables.append(_Table() if len(self.tables) < _TABLES_WITHIN else None)
        elif tag == "tr" and (table := self._table()):
            table.rows.append([])
        elif tag in self._CELLS and (table := self._table()) and table.rows:
            table.open_cell(whole(node.attributes.get("rowspan"), 1) - 1)
            self.cells.append([])
            self.items.append(_Item())
        elif tag == "pre":
            self.verbatim += 1

    def _table(self) -> _Table | None:
        return self.tables[-1] if self.tables else None

    def _enter_list(self, node: LexborNode, tag: str) -> None:
        item = self.items[-1]
        if item.marker.strip(" •") and not item.opened:
            self.cells[-1].append(self._placed(Paragraph("")))
        self.lists.append(open_list(node, tag))

    def _enter_item(self, node: LexborNode) -> None:
        marker = self.lists[-1].marker(node) if self.lists else ""
        self.items.append(_Item(max(0, len(self.lists) - 1), marker))

    def leave(self, node: LexborNode) -> None:
        """Take note that a node has been read to its end."""
        tag = node.tag or ""
        if tag not in _BLOCKS:
            return
        self.end_paragraph()
        if tag in self._LISTS:
            self.lists.pop()
        elif tag == "li":
            self.items.pop()
        elif tag == "table":
            table = self.tables.pop()
            self.cells[-1] += map(self._placed, laid_out(table.rows) if table else ())
        elif tag in self._CELLS and (table := self._table()) and table.rows:
            table.rows[-1].append(self.cells.pop())
            self.items.pop()
        elif tag == "pre":
            self.verbatim -= 1
        elif tag == "caption":
            self._leave_caption()

    def _leave_caption(self) -> None:
        paragraphs = self.cells[-1]
        if paragraphs and paragraphs[-1].text.casefold() in self.furniture.captions:
            paragraphs[-1] = as_furniture(paragraphs[-1])

    def end_paragraph(self) -> None:
        """Close the paragraph that is being written, if it has words."""
        if not self.written:
            return
        text = "".join(self.written)
        self.written.clear()
        if not self.verbatim:
            text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
        listed, depth = is_word_item(*self.written_as), word_depth(self.written_as[1])
        for part in split_at_blank_lines(text):
            items = (
                [typed_item(part.strip("\n"))]
                if self.verbatim
                else typed_items(part.strip(), listed=listed, depth=depth)
            )
            self.cells[-1] += map(self._placed, items)
        self.written_as = ("", "")

    def _placed(self, paragraph: Paragraph) -> Paragraph:
        """Give a paragraph the marker or the indent of the list item it stands in."""
        item = self.items[-1]
        if not item.marker:
            return paragraph.indented(item.depth)
        marker = " " * len(item.marker) if item.opened else item.marker
        item.opened = True
        return paragraph.indented(item.depth, marker)

    def _text(self, text: str) -> None:
        if self.verbatim:
            self.written.append(text)
        elif text:
            self.written.append(_WHITE.sub(" ", text))
