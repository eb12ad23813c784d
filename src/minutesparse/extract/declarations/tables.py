"""Declarations in a table whose cells stand each on a line of its own.

Pages that lost their table keep its cells in order: the heads of the columns, then row after row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.extract.declarations.declarers import Declarer, opening_names
from minutesparse.text import Block

_NAME_HEAD = re.compile(
    r"(?:names?|members?|councillors?|cllrs?|member/officer|councillor/officer|name\s+of\s+\w+)\W*$",
    re.I,
)
_HEAD = re.compile(
    r"(?:(?:agenda\s+)?items?|minutes?|application|report|subject|matter|nature|reasons?|types?|interests?|"
    r"details|description|declaration|action|decision)\b[\w\s/().]{0,40}$",
    re.I,
)
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: who declares, and its cells."""

    declarers: tuple[Declarer, ...]
    blocks: tuple[Block, ...]


def read_table(blocks: Sequence[Block], words: AttendanceWords) -> list[Row]:
    """Return the rows of a table of declarations, none where the blocks hold no table.

    Args:
        blocks: The blocks of an item about declarations.
        words: The words of names in lists.
    """
    for place, block in enumerate(blocks):
        if _NAME_HEAD.match(block.text):
            columns = _columns(blocks, place)
            if columns > 1:
                return _rows(blocks, place + columns, columns, words)
    return []


def _columns(blocks: Sequence[Block], place: int) -> int:
    """Return how many column heads stand from a place on."""
    count = 1
    for block in blocks[place + 1 : place + _MOST_COLUMNS]:
        if not _HEAD.match(block.text):
            break
        count += 1
    return count


def _rows(blocks: Sequence[Block], place: int, columns: int, words: AttendanceWords) -> list[Row]:
    rows = []
    while place + columns <= len(blocks):
        cells = tuple(blocks[place : place + columns])
        first = cells[0]
        names, _ = opening_names(first.text, 0, first.start, words)
        if not names:
            break
        rows.append(Row(tuple(names), cells))
        place += columns
    return rows
