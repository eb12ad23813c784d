"""Lists and tables of actions: points under "Actions:", rows under "Action | Owner"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from minutesparse.extract.actions.owners import owner_behind, owner_only
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, source
from minutesparse.text import Block

_CELL = re.compile(r"[^|\n]+")
_RULE = re.compile(r"[\s|:=-]+")
_OWNER_FIRST = re.compile(r"(?P<owner>[A-Z][^:–|]{0,50}?)\s*(?::|\s[–-])\s+(?=\S)")
_FEWEST_CELLS = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a table's rows hold what, counted from 0.

    Attributes:
        task: What is to be done.
        owner: Who is to do it.
        due: By when, if there is such a column.
    """

    task: int
    owner: int
    due: int | None


def columns_of(block: Block, lexicon: Lexicon) -> Columns | None:
    """Return the columns that a row heads ("Action | Who | When"), or None."""
    if "|" not in block.text:
        return None
    heads = [cell[0].strip(" *_:").lower() for cell in _cells(block.text)]
    task, owner, due = (
        next((place for place, head in enumerate(heads) if pattern.fullmatch(head)), None)
        for pattern in (_head(lexicon, name) for name in ("labels", "owner_heads", "due_heads"))
    )
    return None if task is None or owner is None else Columns(task, owner, due)


def rules_off(block: Block) -> bool:
    """Tell whether a row is a rule between a table's head and its body ("|---|---|")."""
    return _RULE.fullmatch(block.text) is not None


def row_action(block: Block, columns: Columns, lexicon: Lexicon) -> ActionFinding | None:
    """Read a row of a table of actions; what is done already is none."""
    cells = list(_cells(block.text))
    if len(cells) <= columns.task or any_of(lexicon, "actions", "finished").search(block.text):
        return None
    task = cells[columns.task]
    start, end = block.start + task.start(), block.start + task.end()
    named = cells[columns.owner][0].strip() if columns.owner < len(cells) else ""
    dated = columns.due is not None and columns.due < len(cells)
    due = cells[columns.due][0].strip() if dated and columns.due is not None else None
    return ActionFinding(start, end, named or None, (start, end), due or None, "action.row")


def listed_action(block: Block, lexicon: Lexicon) -> ActionFinding | None:
    """Read a point under "Actions:": "JS: write to the County", "Write to the County (JS)"."""
    text = block.text
    first = _OWNER_FIRST.match(text)
    owner = owner_only(first["owner"], lexicon) if first is not None else None
    begin = first.end() if first is not None and owner is not None else 0
    opens = task_patterns(lexicon).opens.match(text, begin) is not None
    if owner is None:
        owner = owner_behind(text, lexicon)
        if not opens or (owner is None and block.marker is None):
            return None
    task = (block.start + begin, block.end)
    return ActionFinding(
        block.start, block.end, owner, task, due_of(text, lexicon), "action.listed"
    )


def _cells(text: str) -> Iterator[re.Match[str]]:
    """Yield the cells of a row that hold anything; fewer than two make no row."""
    cells = [cell for cell in _CELL.finditer(text) if cell[0].strip()]
    yield from cells if len(cells) >= _FEWEST_CELLS else ()


@cache
def _head(lexicon: Lexicon, section: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{source(lexicon, 'actions', section)})s?", re.I)
