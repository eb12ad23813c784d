"""How a table reads aloud: as a grid, as numbered items, or as a page set in columns.

A cell is the list of its paragraphs; a row is the list of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.read.paragraphs import Paragraph

Cell = Sequence[Paragraph]
Row = Sequence[Cell]

COLUMN_GAP = "    "
_NUMBER = re.compile(
    r"(?:item|no\.?|ref\.?|minute)?\s*\(?(?:[a-z]{1,5}[./ -]?)?"
    r"\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?(?:\([a-z]\))?[.:)]?|[a-z][.)]|\([a-z]\)",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,4}/\d{1,4}/\d{1,4}")
_OWNER_HEADS = re.compile(
    r"(?:for\s+)?actions?(?:\s*(?:by|for|owner|required|point|points|/\s*\w+)){0,2}|by(?:\s+whom)?"
    r"|owner|lead|who|responsib(?:le|ility)|initials",
    re.I,
)
_ACTION = re.compile(r"(?:for\s+)?actions?\b", re.I)
_LONG_CELL = 160
_LONG_OWNER = 40
_OWNER_COLUMN = 60  # character at which the owners of short lines stand below their heading


def with_owner(text: str, owner: str, column: int = _OWNER_COLUMN) -> str:
    """Return a line with what stands beside it in the right-hand column.

    Args:
        text: The line, or the lines of a paragraph; the last one gets the owner.
        owner: What stands beside it.
        column: The character at which owners stand; four spaces at least come before them.
    """
    last = text.rpartition("\n")[2]
    return text + " " * max(len(COLUMN_GAP), column - len(last)) + owner


def laid_out(rows: Sequence[Row]) -> list[Paragraph]:
    """Return a table as paragraphs in reading order.

    A grid (attendance, votes, figures) gives one line a row, the cells joined by " | "; a row with
    a list of names in one cell gives its cells one after the other. A table
    of numbered items gives the number, then what stands beside it; the short entries of a column
    headed "Action" go to the end of the line they stand beside, four spaces apart. Any other
    table is a page set in columns: its cells one after the other.

    Args:
        rows: The table's rows, as cells of paragraphs.
    """
    kept = [trimmed for row in rows if (trimmed := _without_empty_end(row))]
    if not kept:
        return []
    if _numbered(kept) or _is_action_table(kept):
        return _items(kept)
    if all(_short(cell) for row in kept for cell in row):
        return [paragraph for row in kept for paragraph in _grid_row(row, head=row is kept[0])]
    if _has_owner_column(kept):
        return _items(kept)
    return [paragraph for row in kept for cell in row for paragraph in cell]


def _without_empty_end(row: Row) -> list[Cell]:
    cells = list(row)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _words(cell: Cell) -> str:
    return " ".join(" ".join(paragraph.text.split()) for paragraph in cell)


def _short(cell: Cell) -> bool:
    return len(cell) <= 6 and sum(len(paragraph.text) for paragraph in cell) <= _LONG_CELL


def _is_number(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words)) and not _YEAR.fullmatch(words)


def _numbered(rows: Sequence[Row]) -> bool:
    """Tell whether the first column numbers the rows: items, not a grid with serial numbers."""
    body = [row for row in rows if len(row) > 1]
    firsts = [_words(row[0]) for row in body]
    numbers = sum(map(_is_number, firsts))
    others = sum(1 for first in firsts if first and not _is_number(first))
    if not numbers or others > max(1, numbers // 4):
        return False
    wide = max(map(len, body))
    prose = any(not _short(cell) or len(cell) > 1 for row in body for cell in row[1:])
    return prose or wide == 2 or (wide == 3 and _has_owner_column(rows))


def _has_owner_column(rows: Sequence[Row]) -> bool:
    head = rows[0]
    if len(head) < 2 or not _OWNER_HEADS.fullmatch(_words(head[-1])):
        return False
    column = len(head) - 1
    return all(len(_words(row[column])) <= _LONG_OWNER for row in rows[1:] if len(row) > column)


def _is_action_table(rows: Sequence[Row]) -> bool:
    """Tell whether a table has nothing but text and, beside it, who is to act on it."""
    head = rows[0]
    return len(head) == 2 and bool(_ACTION.match(_words(head[1]))) and _has_owner_column(rows)


def _grid_row(row: Row, *, head: bool) -> list[Paragraph]:
    """Return a row as one line; as its cells where one of them is a list of lines."""
    if head or all(map(_is_one_line, row)):
        return [Paragraph(" | ".join(map(_words, row)).rstrip(), tight=True)]
    return [paragraph for cell in row for paragraph in cell]


def _is_one_line(cell: Cell) -> bool:
    """Tell whether a cell says one thing: a line, or a line and what it is continued with."""
    lines = "\n".join(paragraph.text.strip() for paragraph in cell).split("\n")
    return all(map(is_continuation, lines[1:]))


def is_continuation(line: str) -> bool:
    """Tell whether a line of a cell goes on with what the line above it says."""
    return line[:1] == "(" or line[:1].islower()


def _items(rows: Sequence[Row]) -> list[Paragraph]:
    owner = len(rows[0]) - 1 if _has_owner_column(rows) else -1
    paragraphs: list[Paragraph] = []
    for position, row in enumerate(rows):
        if position == 0 and len(row) > 1 and _is_head(row):
            paragraphs.append(Paragraph(_heading(row, owner)))
            continue
        body = [paragraph for at, cell in enumerate(row) if at != owner for paragraph in cell]
        owned = row[owner] if 0 < owner < len(row) else ()
        paragraphs += _beside(body, owned)
    return paragraphs


def _heading(row: Row, owner: int) -> str:
    heads = [head for cell in row if (head := _words(cell))]
    if owner < 0 or len(heads) < 2:
        return COLUMN_GAP.join(heads)
    return with_owner(COLUMN_GAP.join(heads[:-1]), heads[-1])


def _is_head(row: Row) -> bool:
    return all(len(_words(cell)) <= _LONG_OWNER for cell in row) and not _is_number(_words(row[0]))


def _beside(body: list[Paragraph], owned: Cell) -> list[Paragraph]:
    """Put the owners at the end of the paragraph they stand beside, the last where unclear."""
    owners = _words(owned)
    if not owners or not body:
        return [*body, *owned]
    last = body[-1]
    return [*body[:-1], Paragraph(with_owner(last.text, owners), last.tight, last.furniture)]
