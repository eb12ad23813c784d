"""The right-hand column of actions: whose initials stand beside which line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutesparse.read.pdf.markers import WIDE
from minutesparse.read.pdf.words import Line, Page, gap

_FROM = 0.72  # share of the page's width from which the column may begin without a head
_HEAD_FROM = 0.55  # the same for its head
_FEWEST = 3
_LONGEST = 25
_HEAD = re.compile(r"actions?|owner|lead|whom", re.I)
_INITIALS = re.compile(
    r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Z][A-Za-z]{0,3}(?:[/&,+][A-Z][A-Za-z]{0,3})*"
)
_JOINED = re.compile(r"[/&,+]")
_SLACK = 4.0  # points


def with_owners(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with the words of the right-hand column kept apart from the lines.

    Args:
        pages: The pages of a document; without such a column they come back as they are.
    """
    head = next((line for page in pages for line in page.lines if _is_head(line, page)), None)
    starts = sorted(_starts(pages, head))
    if len(starts) < (1 if head else _FEWEST):
        return list(pages)
    left = starts[len(starts) // 10] - _SLACK
    if head:
        left = min(left, head.words[-1].left - _SLACK)
    column = _Column(left, _reach(pages, left), head, _known(pages))
    return [replace(page, lines=tuple(_beside(page, column))) for page in pages]


@dataclass(frozen=True, slots=True)
class _Column:
    """The column.

    Attributes:
        left: Where it begins, in points.
        reach: How far to the right the lines beside it reach.
        head: The line that heads it.
        known: Initials that stand on their own somewhere.
    """

    left: float
    reach: float
    head: Line | None
    known: frozenset[str]


def _reach(pages: Sequence[Page], left: float) -> float:
    """Return how far lines reach that have no words in the column."""
    rights = sorted(
        line.right
        for page in pages
        for line in page.lines
        if line.left < left and not _last_segment(line)
    )
    return rights[len(rights) * 19 // 20] if rights else left


def _known(pages: Sequence[Page]) -> frozenset[str]:
    """Return the initials that stand on their own somewhere, as in a list of those present."""
    known: set[str] = set()
    for page in pages:
        for line in page.lines:
            last = len(line.words) - 1
            for at, word in enumerate(line.words):
                alone_left = at == 0 or gap(line.words[at - 1], word) >= WIDE
                alone_right = at == last or gap(word, line.words[at + 1]) >= WIDE
                if alone_left and alone_right and _INITIALS.fullmatch(word.text):
                    known.update(_JOINED.split(word.text))
    return frozenset(known)


def _is_above(line: Line, head: Line | None) -> bool:
    """Tell whether a line stands before the head of the column."""
    return head is not None and (line.page, -line.base) < (head.page, -head.base)


def _starts(pages: Sequence[Page], head: Line | None) -> Iterator[float]:
    """Yield where words stand far to the right, alone after a wide space."""
    for page in pages:
        for line in page.lines:
            last = _last_segment(line)
            least = head.words[-1].left - _SLACK if head else _FROM * page.width
            far = line.words[last].left >= least
            if far and _is_short(line, last) and not _is_above(line, head):
                yield line.words[last].left


def _last_segment(line: Line) -> int:
    """Return where the second of two segments begins; 0 for a line of one, or of many."""
    wide = [
        at for at in range(1, len(line.words)) if gap(line.words[at - 1], line.words[at]) >= WIDE
    ]
    after_marker = [at for at in wide if at > 1 or not _may_be_marker(line.words[0].text)]
    return after_marker[0] if len(after_marker) == 1 else 0


def _may_be_marker(text: str) -> bool:
    return text == "o" or (len(text) <= 6 and not text.isalpha())


def _is_short(line: Line, first: int) -> bool:
    return len(" ".join(word.text for word in line.words[first:])) <= _LONGEST


def _is_head(line: Line, page: Page) -> bool:
    last = line.words[-1]
    alone = len(line.words) == 1 or gap(line.words[-2], last) >= WIDE
    return alone and bool(_HEAD.fullmatch(last.text)) and last.left >= _HEAD_FROM * page.width


def _beside(page: Page, column: _Column) -> Iterator[Line]:
    """Yield the lines of a page, the words of the column as owners of the nearest lines."""
    bodies: list[Line] = []
    owners: list[list[str]] = []
    waiting: list[Line] = []  # lines of the column that may belong to the next body line
    for at, line in enumerate(page.lines):
        following = page.lines[at + 1] if at + 1 < len(page.lines) else None
        first = _first_owner_word(line, following, column)
        owned = line.with_words(line.words[first:]) if first < len(line.words) else None
        if first == 0:
            waiting.append(line)
            continue
        bodies.append(line.with_words(line.words[:first]))
        owners.append([owned.text] if owned else [])
        while waiting:
            _give(waiting.pop(0), bodies, owners)
    for line in waiting:
        _give(line, bodies, owners)
    yield from (
        replace(body, owner=" ".join(owned), font="" if owned else body.font)
        for body, owned in zip(bodies, owners, strict=True)
    )
    if not bodies:
        yield from page.lines


def _give(alone: Line, bodies: list[Line], owners: list[list[str]]) -> None:
    """Give words that stand alone in the column to the last body line or the one before it."""
    if not bodies:
        return
    last, before = bodies[-1], bodies[-2] if len(bodies) > 1 else bodies[-1]
    upper = abs(before.base - alone.base) < abs(last.base - alone.base)
    if upper:
        owners[-2].append(alone.text)
    else:
        owners[-1].insert(0, alone.text) if alone.base > last.base else owners[-1].append(
            alone.text
        )


def _first_owner_word(line: Line, following: Line | None, column: _Column) -> int:
    """Return where the words in the column begin; the number of words for none."""
    words = line.words
    none = len(words)
    if _is_above(line, column.head):
        return none
    if words[0].left >= column.left and _is_short(line, 0):
        return 0
    for at in range(none - 1, 0, -1):
        if words[at].left < column.left:
            return none
        if gap(words[at - 1], words[at]) >= WIDE and _is_short(line, at):
            return at
        if at == none - 1 and _is_known_owner(line, following, column):
            return at
    return none


def _is_known_owner(line: Line, following: Line | None, column: _Column) -> bool:
    """Tell whether the last word of a line, with no wide space before it, is in the column.

    Known initials are, if they stand beyond the end of other lines, or after a full stop where
    no sentence begins with them.
    """
    before, word = line.words[-2:]
    if not _INITIALS.fullmatch(word.text) or column.known.isdisjoint(_JOINED.split(word.text)):
        return False
    goes_on = following is not None and following.text[0].islower()
    after_stop = before.text.endswith(".") and not goes_on
    return after_stop or word.right > column.reach + _SLACK
