"""Minutes whose paragraphs are numbered from 1 on, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.chains import BOOK_SHAPE, Candidate, counts_on, number_key
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    Heading,
    number_shape,
    separated,
)
from minutesparse.segment.headings.numbered import heading_at
from minutesparse.segment.headings.unnumbered import front_titles
from minutesparse.text import Line

_HEAD = re.compile(
    r"(?:[A-Za-z]+\s+){0,2}(?:present|attendance|attending|apologies|sederunt)\b.{0,40}(?::|$)|"
    r".{0,60}\bminutes\b.{0,40}\bmeeting\b|councillors\b.{0,30}:",
    re.I,
)
_CLAUSE = re.compile(r"That\b|[a-z]")
_FRONT = 40  # lines within which a page names its meeting
_FEWEST = 2
_WIDEST = 2  # a clerk may leave a number out


def counted_paragraphs(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the numbered paragraphs of a meeting's page, where they count on from 1.

    The page must name its meeting or those present above them, and no list of points in one of
    them may be as long. Where the numbers begin anew, an agenda stood above the minutes or the
    list was broken; the run with the most text holds.
    """
    first = next((n for n, line in enumerate(lines[:_FRONT]) if _HEAD.match(line.text)), None)
    if first is None:
        return []
    runs = [run for run in _runs(lines, first) if len(run) >= _FEWEST]
    if not runs:
        return []
    best = max(runs, key=lambda run: _reach(run, runs, len(lines)))
    rule = "item.counted_paragraph"
    found = [heading_at(lines, one.index, lexicon, rule, squeezed=True) for one in best]
    return [*front_titles(lines[: best[0].index], lexicon), *found]


def _runs(lines: Sequence[Line], first: int) -> list[list[Candidate]]:
    """Return the runs of numbers that count on by one from 1, printed alike."""
    runs: list[list[Candidate]] = []
    latest: dict[object, list[Candidate]] = {}
    for index in range(first, len(lines)):
        one = _counted(lines, index)
        if one is None:
            continue
        run = latest.get(one.shape)
        if run is not None and counts_on(run[-1].key, one.key, widest=_WIDEST):
            run.append(one)
        elif one.key == (1,) or BOOK_SHAPE.search(one.shape):
            latest[one.shape] = [one]
            runs.append(latest[one.shape])
    return runs


def _counted(lines: Sequence[Line], index: int) -> Candidate | None:
    """Return a line that may be counted: a number before words, or "1." alone above them."""
    text = lines[index].text
    alone = NUMBER_LINE.match(text)
    if alone is not None:
        closed = alone["close"] == "." and index + 1 < len(lines)
        shape = number_shape(alone) + " alone"
        return Candidate(index, number_key(alone["number"]), shape, 0.0) if closed else None
    found = NUMBER_TITLE.match(text)
    if found is None or _CLAUSE.match(found["title"]) or not separated(found):
        return None
    return Candidate(index, number_key(found["number"]), number_shape(found), 0.0)


def _reach(run: Sequence[Candidate], runs: Sequence[Sequence[Candidate]], end: int) -> int:
    """Return how many lines a run holds, up to the next one or the end of the page."""
    after = min((other[0].index for other in runs if other[0].index > run[-1].index), default=end)
    return after - run[0].index
