"""Tables of a page, found by the columns that its words keep to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from minutesparse.read.paragraphs import BULLET, Paragraph
from minutesparse.read.pdf.markers import WIDE, marker_of
from minutesparse.read.pdf.words import Line, Word, gap

_ALIGNED = 3.0  # points by which the left edges of a column may differ
_FAR = 2.6  # distance between lines, as a share of their height, that ends a table
_FEWEST_CELLS = 6
_LONGEST, _WIDEST = 100, 40  # lines and columns of a table on one page
_NEAR = 8  # lines that show where the columns of a table begin
_PROSE_CHARS = 30
_FILLED = 0.75

Cells = list[tuple[Word, ...]]


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines that keep to columns: for each line, the words in each column."""

    rows: tuple[tuple[tuple[Word, ...], ...], ...]
    lines: tuple[Line, ...]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.rows[0])


def parted(lines: Sequence[Line]) -> Iterator[Line | Grid]:
    """Yield the lines of a page, those of a table together.

    Args:
        lines: Lines from the top of the page.
    """
    at = 0
    while at < len(lines):
        grid = _grid(lines, at)
        yield grid or lines[at]
        at += len(grid.lines) if grid else 1


def _edges(lines: Sequence[Line]) -> list[float]:
    """Return where segments after a wide space begin on several lines."""
    lefts = sorted(cell[0].left for line in lines for cell in _segments(line, ())[1:])
    edges: list[float] = []
    start = 0
    for at in range(1, len(lefts) + 1):
        if at == len(lefts) or lefts[at] - lefts[at - 1] > _ALIGNED:
            if at - start > 1:
                edges.append(lefts[start])
            start = at
    return edges


def _segments(line: Line, edges: Sequence[float]) -> Cells:
    """Return the words of a line, parted at wide spaces and at known edges."""
    words = line.words
    marked = 1 if marker_of(line) else 0
    cells: Cells = []
    start = 0
    for at in range(1 + marked, len(words)):
        space = gap(words[at - 1], words[at])
        aligned = space > 0.2 and any(abs(words[at].left - edge) <= _ALIGNED for edge in edges)
        if space >= WIDE or aligned:
            cells.append(words[start:at])
            start = at
    cells.append(words[start:])
    return cells


def _grid(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that begins with a line, None where none does."""
    if len(_segments(lines[start], ())) < 2 or marker_of(lines[start]) == BULLET:
        return None
    edges = _edges(lines[start : start + _NEAR])
    columns: list[list[float]] = []
    kept: list[Cells] = []
    last = 0
    for line in lines[start : start + _LONGEST]:
        if kept and lines[start + len(kept) - 1].base - line.base > _FAR * line.size:
            break
        cells = _segments(line, edges)
        wider = _widened(columns, cells)
        if wider is None or len(wider) > _WIDEST:
            break
        columns = wider
        kept.append(cells)
        inside = cells[0][0].left > min(low for low, _ in columns) + line.size
        last = len(kept) if len(cells) > 1 or inside else last
    return _settled(lines[start : start + last], kept[:last])


def _widened(columns: list[list[float]], cells: Cells) -> list[list[float]] | None:
    """Return the columns with room for the cells of a line; None where a cell would join two."""
    widened = [list(column) for column in columns]
    taken: set[int] = set()
    for cell in cells:
        left, right = cell[0].left, cell[-1].right
        over = [at for at, (low, high) in enumerate(widened) if left < high and right > low]
        if len(over) > 1 or (over and over[0] in taken):
            return None
        if over:
            low, high = widened[over[0]]
            widened[over[0]] = [min(low, left), max(high, right)]
        else:
            widened.append([left, right])
        taken.add(over[0] if over else len(widened) - 1)
    apart = sorted(widened)
    touching = any(one[1] > two[0] for one, two in pairwise(apart))
    return None if touching else widened


def _settled(lines: Sequence[Line], kept: list[Cells]) -> Grid | None:
    """Return a table of these lines, unless they only look like one."""
    several = sum(1 for line in lines if len(_segments(line, ())) > 1)
    if several < 2 or several * 2 < len(kept):
        return None
    columns: list[list[float]] = []
    for cells in kept:
        columns = _widened(columns, cells) or columns
    lows = sorted(low for low, _ in columns)
    rows = []
    for cells in kept:
        row: list[tuple[Word, ...]] = [()] * len(lows)
        for cell in cells:
            at = max(index for index, low in enumerate(lows) if low <= cell[0].left)
            row[at] = (*row[at], *cell)
        rows.append(row)
    filled = [at for at in range(len(lows)) if any(row[at] for row in rows)]
    if len(filled) < 2 or several * len(filled) < _FEWEST_CELLS:
        return None
    grid = Grid(tuple(tuple(row[at] for at in filled) for row in rows), tuple(lines))
    aligned = all(_is_aligned(grid, column) for column in range(1, grid.columns))
    return grid if aligned and not _is_labelled_text(grid) else None


def _is_aligned(grid: Grid, column: int) -> bool:
    """Tell whether the cells of a column begin, end or have their middle below each other."""
    cells = [row[column] for row in grid.rows if row[column]]
    lefts = [cell[0].left for cell in cells]
    rights = [cell[-1].right for cell in cells]
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    return any(_mostly_level(places) for places in (lefts, rights, middles))


def _mostly_level(places: list[float]) -> bool:
    middle = median(places)
    return sum(1 for place in places if abs(place - middle) <= _ALIGNED) * 4 >= len(places) * 3


def _is_labelled_text(grid: Grid) -> bool:
    """Tell whether two columns are labels ("Venue:") and what they label."""
    labels = [row[0][-1].text for row in grid.rows if row[0]]
    return grid.columns == 2 and all(label.endswith((":", ":-")) for label in labels)


def stories(grid: Grid) -> list[list[Line]]:
    """Return the lines to read one after the other: columns of prose, cells of items.

    Args:
        grid: A table.

    Returns:
        Stretches of lines in reading order; none for a table whose rows read across.
    """
    if grid.columns == 2 and all(_is_prose(grid, column) for column in (0, 1)):
        return [_column(grid, range(len(grid.rows)), at) for at in (0, 1)]
    if not _has_items(grid):
        return []
    columns = range(grid.columns)
    return [story for rows in _items(grid) for at in columns if (story := _column(grid, rows, at))]


def printed_rows(grid: Grid) -> list[Paragraph]:
    """Return a table with one line a row, the cells joined by " | "."""
    label, rows = _label(grid)
    printed = []
    for row, line in zip(rows, grid.lines, strict=True):
        cells = [*map(_text, row), *([line.owner] if line.owner else [])]
        printed.append(Paragraph(" | ".join(cells).rstrip(" |"), tight=True))
    return [*label, *(row for row in printed if row.text.strip())]


def _column(grid: Grid, rows: range, column: int) -> list[Line]:
    """Return the cells of a column as lines; the last cell of a row has the row's owner."""
    lines = []
    for at in rows:
        cells, line = grid.rows[at], grid.lines[at]
        if cells[column]:
            is_last = not any(cells[column + 1 :])
            owner = line.owner if is_last else ""
            lines.append(Line(cells[column], line.page, owner=owner))
    return lines


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _is_prose(grid: Grid, column: int) -> bool:
    """Tell whether a column holds running text: most of its lines are long and fill it."""
    cells = [row[column] for row in grid.rows if row[column]]
    if len(cells) < 5:
        return False
    widths = [cell[-1].right - cell[0].left for cell in cells]
    full = sum(1 for width in widths if width >= _FILLED * max(widths))
    return full * 2 >= len(cells) and median(len(_text(cell)) for cell in cells) >= _PROSE_CHARS


def _has_items(grid: Grid) -> bool:
    """Tell whether rows run over several lines: text beside a number or a title."""
    continued = sum(1 for row in grid.rows if not row[0])
    wrapped = any(_is_prose(grid, column) for column in range(1, grid.columns))
    return wrapped and continued * 10 >= len(grid.rows) * 3


def _items(grid: Grid) -> Iterator[range]:
    """Yield the lines of each item: one begins where the first column does, after a gap in it."""
    firsts = [bool(row[0]) for row in grid.rows]
    begins = [at for at, first in enumerate(firsts) if at == 0 or (first and not firsts[at - 1])]
    yield from (range(one, two) for one, two in pairwise([*begins, len(firsts)]))


def _label(grid: Grid) -> tuple[list[Paragraph], list[tuple[tuple[Word, ...], ...]]]:
    """Take off a first column that holds one label for all rows ("PRESENT")."""
    first = [row[0] for row in grid.rows]
    if grid.columns > 2 and len(first) > 1 and first[0] and not any(first[1:]):
        return [Paragraph(_text(first[0]))], [row[1:] for row in grid.rows]
    return [], list(grid.rows)
