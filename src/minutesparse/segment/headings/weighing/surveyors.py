"""Who tells which lines of a page are headings: the rules alone, or weighed against all else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise, starmap
from typing import Protocol, TypeVar

from minutesparse.lexicons import Lexicon
from minutesparse.segment.chains import counts_on, number_key
from minutesparse.segment.headings.codes import read_code
from minutesparse.segment.headings.excluded import (
    closes_page,
    is_label_of_people,
    lists_people,
    tells_asker,
)
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    SENTENCE,
    Heading,
    separated,
)
from minutesparse.segment.headings.numbered import heading_at, title_goes_on
from minutesparse.segment.headings.unnumbered import heads_page
from minutesparse.segment.headings.weighing.facts import Group, word_fact
from minutesparse.segment.headings.weighing.page import Page
from minutesparse.segment.lines import is_break
from minutesparse.segment.titles import Title, clean_title, cut_title, has_attachment
from minutesparse.text import Line
from minutesparse.weights import Weights, likelihood, shipped

RULE = "item.weighed"
_LEVELS = (0.3, 0.4, 0.5, 0.6)  # a line is a heading that is likelier than one of these
_BETTER = 0.2  # what the weighed headings must be expected to gain of F1
_BETTER_THAN_ROWS = 0.3  # the same, where the page is a table
_GOOD = 0.5  # and what must be expected of them at least
_IMPOSSIBLE = 0.02  # where the rules' headings stand but for single lines
_POSSIBLE = 0.1  # what opens a page that tells something above its first heading
_FULL_LINE = 64
_STOPS = re.compile(r"[a-z]{3}\.\s+[A-Z][a-z]*\s+[a-z]+\s+[a-z]+")
"""A full stop within a line, and a sentence behind it."""
_SENTENCE = 60  # characters
_FEWEST_LINES = 10
_FEWEST = 2
_MOST_SUMS = 1 << 15
_MANY_NUMBERED = 4
_ONE_ITEM, _NUMBERED = "item.agenda_item_page", "item.numbered_title"
_NUMBER_LINE = "item.number_line"
_ROW = "item.table_row"
_ISSUE = "item.issue_meeting"  # the page says at which meetings it was heard


_Told = TypeVar("_Told", bound=Hashable)


class _Sums(dict[_Told, int]):
    """What facts weigh that are told together, added up once.

    No two kinds of groups tell equally many things, so that groups of two kinds never are equal.
    """

    def __init__(self, weights: Weights, facts_of: Callable[[_Told], Iterable[str]]) -> None:
        super().__init__()
        self._weights = weights
        self._facts_of = facts_of

    def __missing__(self, told: _Told) -> int:
        if len(self) >= _MOST_SUMS:
            self.clear()
        found = self[told] = self._weights.sums(self._facts_of(told))[0]
        return found


class Surveyor(Protocol):
    """Tells which lines of a page are headings."""

    def __call__(
        self, lines: Sequence[Line], ruled: list[Heading], lexicon: Lexicon
    ) -> list[Heading]:
        """Return the headings of a page.

        Args:
            lines: The lines of the page.
            ruled: The headings that the rules found.
            lexicon: Tells standing titles and labels.
        """
        ...


class RuleSurveyor:
    """Takes the rules at their word."""

    def __call__(
        self, lines: Sequence[Line], ruled: list[Heading], lexicon: Lexicon
    ) -> list[Heading]:
        """Return the headings that the rules found."""
        del lines, lexicon
        return ruled


class WeighingSurveyor:
    """Takes the lines that are likely headings, where they explain the page better than the rules.

    Args:
        weights: What each fact weighs for a line to be a heading; those of the package by default.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or shipped(__package__)
        self._groups = _Sums[Group](self._weights, lambda group: group.facts())
        self._words = _Sums[str](self._weights, lambda word: (word_fact(word),))

    def __call__(
        self, lines: Sequence[Line], ruled: list[Heading], lexicon: Lexicon
    ) -> list[Heading]:
        """Return the rules' headings, corrected, or the weighed ones that explain far more."""
        known = {one.line: one for one in ruled}
        if len(lines) < _FEWEST_LINES or _is_proved(ruled) or len(known) < len(ruled):
            return ruled
        rows = any(one.rule == _ROW for one in ruled)
        opened = {one.line for one in ruled if one.rest is not None}
        likely = self._likely(lines, lexicon, range(len(lines)) if rows else opened)
        best = max((_above(level, likely) for level in _LEVELS), key=lambda at: _f1(at, likely))
        least = max(_GOOD, _f1(known, likely) + (_BETTER_THAN_ROWS if rows else _BETTER))
        if _f1(best, likely) < least or not _divides(best, lines):
            return _corrected(ruled, likely)
        return _headings(lines, _with_opening(best, lines, likely), known, lexicon)

    def _likely(
        self, lines: Sequence[Line], lexicon: Lexicon, open_to_all: Collection[int]
    ) -> list[float]:
        """Return how likely each line is a heading; but for some places, a long one is none."""
        page = Page(lines, lexicon)
        likely = [
            0.0
            if page.is_long(at) and at not in open_to_all
            else likelihood(self._weight(page, at))
            for at in range(len(lines))
        ]
        return [
            0.0 if each >= _POSSIBLE and _is_none(lines, at) else each
            for at, each in enumerate(likely)
        ]

    def _weight(self, page: Page, at: int) -> int:
        """Return what all facts about a line weigh for its being a heading."""
        return sum(map(self._groups.__getitem__, page.groups(at))) + sum(
            map(self._words.__getitem__, page.words(at))
        )


@cache
def shipped_surveyor() -> WeighingSurveyor:
    """Return the surveyor of the package's own weights; one for a process, for it keeps sums."""
    return WeighingSurveyor()


def _is_proved(ruled: Sequence[Heading]) -> bool:
    """Tell whether the page itself proves the rules right: it says so, or its titles count on."""
    rules = {one.rule for one in ruled}
    if _ONE_ITEM in rules or _ISSUE in rules:
        return True
    if len(ruled) < _MANY_NUMBERED:
        return False
    return rules == {_NUMBERED} or (rules <= {_NUMBERED, _NUMBER_LINE} and _count_on(ruled))


def _count_on(ruled: Sequence[Heading]) -> bool:
    """Tell whether every heading has a title, and a number one above the number before."""
    keys = [number_key(one.number) for one in ruled if one.number and one.title]
    return len(keys) == len(ruled) and all(starmap(counts_on, pairwise(keys)))


def _above(level: float, likely: Sequence[float]) -> list[int]:
    return [at for at, each in enumerate(likely) if each > level]


def _f1(taken: Collection[int], likely: Sequence[float]) -> float:
    """Return the F1 that is expected of some lines, each right as often as it is likely."""
    right = sum(likely[at] for at in taken)
    return 2 * right / (len(taken) + sum(likely)) if taken else 0.0


def _corrected(ruled: Sequence[Heading], likely: Sequence[float]) -> list[Heading]:
    """Return the rules' headings without those next to impossible; rows of tables all stand."""
    kept = [one for one in ruled if one.rule == _ROW or likely[one.line] >= _IMPOSSIBLE]
    return kept or list(ruled)


def _is_none(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is surely no heading of an item, whatever it weighs."""
    text = lines[at].text
    inner = lists_people(text) or is_label_of_people(text) or tells_asker(text)
    inner = inner or closes_page(text) or _wraps_sentence(lines, at)
    return inner or is_break(lines[at]) or heads_page(lines, at, first=True)


def _wraps_sentence(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a full line tells what happened, and the line right below goes on with it."""
    text, below = lines[at].text, lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.gap or len(text) < _FULL_LINE or text.endswith((".", ":")):
        return False
    return SENTENCE.search(text) is not None or _STOPS.search(text) is not None


def _with_opening(taken: list[int], lines: Sequence[Line], likely: Sequence[float]) -> list[int]:
    """Add the first line that may be a heading, where something is told above the first that is."""
    above = range(taken[0]) if taken else ()
    if sum(_tells(lines[at].text) for at in above) < _FEWEST:
        return taken
    opening = next((at for at in above if likely[at] >= _POSSIBLE), None)
    return taken if opening is None else [opening, *taken]


def _tells(text: str) -> bool:
    """Tell whether a line tells what happened, as front matter does not."""
    return len(text) > _SENTENCE and text.endswith(".") and SENTENCE.search(text) is not None


def _divides(taken: Sequence[int], lines: Sequence[Line]) -> bool:
    """Tell whether some lines divide most of a page, and do not list its contents."""
    if len(taken) < _FEWEST or 2 * lines[taken[0]].start > lines[-1].end:
        return False
    adjoining = sum(after == before + 1 for before, after in pairwise(taken))
    return 2 * adjoining <= len(taken)


def _headings(
    lines: Sequence[Line], taken: Sequence[int], known: Mapping[int, Heading], lexicon: Lexicon
) -> list[Heading]:
    """Return the headings that begin on some lines, but for lines that a heading above holds."""
    found: list[Heading] = []
    for at in taken:
        if not found or at >= found[-1].body:
            found.append(known.get(at) or _heading(lines, at, lexicon))
    return found


def _heading(lines: Sequence[Line], at: int, lexicon: Lexicon) -> Heading:
    """Return the heading that a line is, with or without a number."""
    line = lines[at]
    numbered = NUMBER_TITLE.match(line.text)
    if (NUMBER_LINE.match(line.text) and at + 1 < len(lines)) or (numbered and separated(numbered)):
        return heading_at(lines, at, lexicon, RULE)
    title = (
        Title(clean_title(line.text), len(line.text))
        if has_attachment(line.text)
        else cut_title(line.text, lexicon)
    )
    if title.rest is not None:
        return Heading(at, at + 1, line.start, None, title.text, line.start + title.rest, RULE)
    body = at + 1
    while title_goes_on(lines, body):
        body += 1
    words = " ".join((title.text, *(one.text for one in lines[at + 1 : body])))
    number = _number_alone(lines[body].text) if body < len(lines) else None
    return Heading(at, body + (number is not None), line.start, number, words or None, None, RULE)


def _number_alone(text: str) -> str | None:
    """Return the number that a line is, as some pages have it below its title ("PLA88/15")."""
    found = NUMBER_LINE.match(text)
    if found is not None:
        return found["number"] if "/" in found["number"] else None  # else of a paragraph
    code = read_code(text)
    return code.number if code is not None and code.title == len(text) else None
