"""Running heads, feet and page numbers: lines at the edge of pages that are no part of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from statistics import median

from minutesparse.read.pdf.words import Line, Page

_DEEPEST = 4  # lines from the edge of the page
_SHARE = 0.3  # of the pages that a running line stands on
_DRIFT = 8.0  # points by which its height may differ
_MARGIN = 0.1  # of the page's height in which a page number stands
_TITLE = 5  # lines below a running head that hold the title of the minutes
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_MARGIN = 0.07  # the same for a head that is told from the title by one page alone
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,5}\b(?=$)")
_PAGED = re.compile(r"(?:^|\s)page\b.{0,3}#|^#$|# of #")

Place = tuple[int, int]  # number of the page, index of the line on it


def running_lines(pages: Sequence[Page], page_lines: Collection[str]) -> set[Place]:
    """Return the places of running heads, feet and page numbers.

    A line that stands at the same height at the edge of several pages, numbers aside, is one;
    so is a line at the edge that is nothing but a page number. On the first page only a head that
    the lines below it repeat is one: the title of the minutes may be nowhere else.

    Args:
        pages: The pages with their lines.
        page_lines: Whole lines that number pages, in small letters, "#" for a number.
    """
    repeated = _repeated(pages)
    found: set[Place] = set()
    for page in pages:
        for edge in (range(len(page.lines)), range(len(page.lines) - 1, -1, -1)):
            for index in edge:
                place = (page.number, index)
                if place not in repeated and not _is_numbering(page, index, page_lines):
                    break
                found.add(place)
    first = next((page for page in pages if page.lines), None)
    return found if first is None else _with_the_title_left(first, found)


def _edges(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the lines at the top and the bottom edge of a page, as edge and index."""
    count = len(page.lines)
    yield from (("top", index) for index in range(min(_DEEPEST, count)))
    yield from (("bottom", index) for index in range(max(0, count - _DEEPEST), count))


def _words(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _repeated(pages: Sequence[Page]) -> set[Place]:
    seen: dict[tuple[str, str], list[tuple[Place, float]]] = defaultdict(list)
    for page in pages:
        for edge, index in _edges(page):
            line = page.lines[index]
            seen[edge, _words(line)].append(((page.number, index), line.base))
    least = max(2.0, _SHARE * len(pages))
    running: set[Place] = set()
    for places in seen.values():
        middle = median(base for _, base in places)
        level = [place for place, base in places if abs(base - middle) <= _DRIFT]
        if len({number for number, _ in level}) >= least:
            running.update(level)
    return running


def _is_numbering(page: Page, index: int, page_lines: Collection[str]) -> bool:
    line = page.lines[index]
    words = _words(line)
    in_margin = not _MARGIN < line.base / max(page.height, 1.0) < 1 - _MARGIN
    return in_margin and (words in page_lines or bool(re.search(r"\bpage # of #$", words)))


def _with_the_title_left(first: Page, found: set[Place]) -> set[Place]:
    """Return running lines as found, but for the heads of the first page with text.

    There a head is one where it says nothing that the title below does not say; that can be told
    of a document of one page too.
    """
    heads = [
        index
        for index, line in enumerate(first.lines[:_DEEPEST])
        if line.base > first.height / 2 and not _PAGED.search(_words(line))
    ]
    settled = found - {(first.number, index) for index in heads}
    for index in heads:
        place = (first.number, index)
        in_margin = first.lines[index].base > (1 - _HEAD_MARGIN) * first.height
        if (place in found or (index == 0 and in_margin)) and _is_said_below(first, index, found):
            settled.add(place)
    return settled


def _is_said_below(page: Page, index: int, found: set[Place]) -> bool:
    """Tell whether all words of a line stand in the lines of text that follow it."""
    following = (
        line.text.casefold()
        for at, line in enumerate(page.lines)
        if at > index and (page.number, at) not in found
    )
    said = {word for text in islice(following, _TITLE) for word in _WORD.findall(text)}
    return said.issuperset(_WORD.findall(page.lines[index].text.casefold()))
