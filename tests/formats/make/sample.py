"""The neutral form of a sample, and the blocks that every format is written from.

Lines before ``---`` are ``name: value``; below them a block begins after a blank line or with

    = title of the page         - line of its head        # item, numbered
    ## paragraph, numbered      * and ** bullets          + and ++ clauses, numbered
    | cell | cell |             anything else: a paragraph

and goes on over further lines. `` >> Clerk`` at its end stands in the right-hand column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path

from minutesparse.read.numerals import letters, roman

_MARK = re.compile(r"(=|-|##?|\*\*?|\+\+?|\|)\s*(?=\S)")
_OWNER = re.compile(r"\s*>>\s*(\S.*)$")
_KINDS = {
    "=": "title",
    "-": "head",
    "#": "item",
    "##": "numbered",
    "*": "bullet",
    "+": "clause",
    "|": "row",
}
_COUNTS: dict[str, Callable[[int], str]] = {"1": str, "a": letters, "i": roman}


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item or table row.

    Attributes:
        kind: ``title``, ``head``, ``item``, ``numbered``, ``bullet``, ``clause``, ``row`` or
            ``text``.
        text: Its words, without what is numbered automatically.
        level: Depth of a bullet or a clause.
        number: Its number as it is displayed.
        owner: What stands beside it in the right-hand column.
        cells: The cells of a row.
    """

    kind: str
    text: str
    level: int = 0
    number: str = ""
    owner: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sample:
    """One document.

    Attributes:
        name: Name of its file, without suffix.
        running: Running head of printed pages.
        first: Number of the first item.
        clauses: How clauses are numbered, by level: ``(1)``, ``a)``, ``(i)``.
        actions: Head of the right-hand column, "" without one.
        blocks: What it says.
    """

    name: str
    running: str
    first: int
    clauses: tuple[str, ...]
    actions: str
    blocks: tuple[Block, ...] = field(default=())

    @property
    def front(self) -> list[Block]:
        """What stands before the first item."""
        return self.blocks_between(0, self._items()[0])

    @property
    def items(self) -> list[list[Block]]:
        """The blocks of each item, its heading first."""
        starts = [*self._items(), len(self.blocks)]
        return [self.blocks_between(one, two) for one, two in pairwise(starts)]

    def blocks_between(self, start: int, end: int) -> list[Block]:
        """Return some of the blocks."""
        return list(self.blocks[start:end])

    def _items(self) -> list[int]:
        return [at for at, block in enumerate(self.blocks) if block.kind == "item"]


def count_kind(style: str) -> str:
    """Return what a style such as ``(a)`` counts with: ``1``, ``a`` or ``i``."""
    return next(character for character in style if character in _COUNTS)


def read_sample(path: Path) -> Sample:
    """Read a sample from its file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    first, clauses = int(facts["numbers"]), tuple(facts["clauses"].split())
    blocks = _numbered(map(_block, _paragraphs(body)), first, clauses)
    return Sample(
        path.stem, facts["running"], first, clauses, facts.get("actions", ""), tuple(blocks)
    )


def runs(blocks: Iterable[Block], *kinds: str) -> Iterator[tuple[str, list[Block]]]:
    """Yield the blocks with those of each of the kinds together, everything else one by one."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind in kinds:
            yield kind, list(group)
        else:
            yield from ((kind, [block]) for block in group)


def _paragraphs(body: str) -> Iterator[str]:
    for chunk in body.split("\n\n"):
        lines: list[str] = []
        for line in chunk.splitlines():
            if lines and _MARK.match(line):
                yield " ".join(lines)
                lines = []
            lines.append(line.strip())
        if lines:
            yield " ".join(lines)


def _block(paragraph: str) -> Block:
    mark = _MARK.match(paragraph)
    if mark is None:
        return _owned("text", paragraph, 0)
    rest, symbol = paragraph[mark.end() :], mark[1]
    if symbol == "|":
        cells = tuple(cell.strip() for cell in rest.removesuffix("|").split("|"))
        return Block("row", " ".join(cells), cells=cells)
    kind = _KINDS.get(symbol) or _KINDS[symbol[0]]
    return _owned(kind, rest, len(symbol) - 1 if kind in ("bullet", "clause") else 0)


def _owned(kind: str, text: str, level: int) -> Block:
    owner = _OWNER.search(text)
    return Block(kind, _OWNER.sub("", text), level, owner=owner[1] if owner else "")


def _numbered(blocks: Iterable[Block], first: int, clauses: tuple[str, ...]) -> Iterator[Block]:
    """Yield the blocks with their numbers, counted as Word counts them."""
    counts: Counter[str] = Counter(item=first - 1)
    for block in blocks:
        number = ""
        if block.kind == "item":
            counts = Counter(item=counts["item"] + 1)
            number = f"{counts['item']}."
        elif block.kind == "numbered":
            counts["numbered"] += 1
            number = f"{counts['item']}.{counts['numbered']}"
        elif block.kind == "clause":
            number = _clause_number(counts, block.level, clauses)
        if block.kind != "clause":
            counts["0"] = counts["1"] = 0
        yield Block(block.kind, block.text, block.level, number, block.owner, block.cells)


def _clause_number(counts: Counter[str], level: int, clauses: tuple[str, ...]) -> str:
    counts[str(level)] += 1
    if not level:
        counts["1"] = 0
    style = clauses[level]
    kind = count_kind(style)
    return style.replace(kind, _COUNTS[kind](counts[str(level)]))
