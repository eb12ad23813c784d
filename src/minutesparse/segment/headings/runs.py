"""Which of several runs of numbers is the items' own, and the numbers that a clerk misprinted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.chains import Candidate, best_chain
from minutesparse.segment.headings.model import NUMBER_TITLE
from minutesparse.text import Line

_LEAST = 3  # headings that make a run
_WORDED = "item "
_PART = 2  # parts of a number like "4.1"
_LEAST_ALONE = 2
_NEAR = 20  # lines between an item's heading and its first part
_TITLED = 0.9  # score of a line that looks like a title
_ALIKE = 0.6  # share of titles that an agenda has in common with its minutes


def items_run(lines: Sequence[Line], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the run of numbers that heads the items: the best that is no other's part."""
    chain = best_chain(candidates)
    if not chain:
        return []
    others = [one for one in candidates if one.shape != chain[0].shape]
    outer = best_chain(others)
    if _within_one(chain, outer):
        chain = outer
    chain = _worded(candidates, chain) or _wholes(candidates, chain) or chain
    below = [
        one for one in candidates if one.shape == chain[0].shape and one.index > chain[-1].index
    ]
    minuted = best_chain(below)
    return minuted if _agenda_of(chain, minuted, lines) else chain


def _worded(candidates: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """Return every rising heading that a word announces ("ITEM 9.1"), where the run's are all so.

    Such a page may leave numbers out: the items of a standing agenda on which nothing was said.
    """
    if not all(one.shape.startswith(_WORDED) for one in chain):
        return []
    found: list[Candidate] = []
    for one in candidates:
        if one.shape.startswith(_WORDED) and (not found or one.key > found[-1].key):
            found.append(one)
    return found if len(found) > len(chain) else []


def _wholes(candidates: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """Return "1", "2", "3" for a run of "1.1", "2.1", "3.1", the first parts of such items.

    There may be further parts where as many items have none.
    """
    if len(chain) < _LEAST or any(len(one.key) != _PART for one in chain):
        return []
    wanted = {one.key[0]: one.index for one in reversed(chain)}
    found = [
        one
        for one in candidates
        if len(one.key) == 1 and 0 < wanted.get(one.key[0], 0) - one.index <= _NEAR
    ]
    if not len({one.key for one in found}) == len(wanted) == len(found):
        return []
    if all(one.key[1] == 1 for one in chain):
        return found
    whole = best_chain([one for one in candidates if one.shape == found[0].shape])
    alone = sum(one.key[0] not in wanted for one in whole)
    return whole if set(found) <= set(whole) and alone >= max(_LEAST_ALONE, len(wanted)) else []


def _within_one(chain: Sequence[Candidate], outer: Sequence[Candidate]) -> bool:
    """Tell whether numbers rise within one item of another run: they are that item's parts."""
    first, last = chain[0].index, chain[-1].index
    return len(outer) >= _LEAST and any(
        above.index < first and last < below.index for above, below in pairwise(outer)
    )


def _agenda_of(
    agenda: Sequence[Candidate], minuted: Sequence[Candidate], lines: Sequence[Line]
) -> bool:
    """Tell whether titles are listed as an agenda and stand again, with text under them, below."""
    if len(minuted) < _LEAST:
        return False
    titles = {one.key: _opening(lines, one) for one in agenda}
    alike = sum(titles.get(one.key) == _opening(lines, one) for one in minuted)
    return alike >= _ALIKE * len(minuted) and _height(minuted) > _height(agenda)


def _opening(lines: Sequence[Line], candidate: Candidate) -> list[str]:
    found = NUMBER_TITLE.match(lines[candidate.index].text)
    return found["title"].casefold().split()[:2] if found else []


def _height(chain: Sequence[Candidate]) -> float:
    """Return how many lines stand between two headings."""
    return (chain[-1].index - chain[0].index) / max(len(chain) - 1, 1)


def with_misprints(
    lines: Sequence[Line], chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return the run with the titles whose number repeats a neighbour's, or is one off its turn.

    Between two headings of the run one more title, printed as they are and alone in its kind,
    is an item that was given the wrong number; points of a list come by twos.
    """
    titled = [one for one in candidates if one.score >= _TITLED and _capital(lines, one)]
    places = [one.index for one in titled]
    out = list(chain[:1])
    for above, below in pairwise(chain):
        first, last = bisect_right(places, above.index), bisect_left(places, below.index)
        out.extend(_misprinted(above, below, titled[first:last]))
        out.append(below)
    return out


def with_restarts(
    lines: Sequence[Line], chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return the run with the titles in capitals that stand behind it and begin at 1 again.

    A page made from a text whose list was broken off counts its later items from 1; titles in
    capitals tell them from points, where the run's own are in capitals.
    """
    if not all(_shouted(lines, one) for one in chain):
        return list(chain)
    last = chain[-1].index
    again = [one for one in candidates if one.index > last and _restarts(lines, one, chain[0])]
    return [*chain, *again]


def _restarts(lines: Sequence[Line], one: Candidate, first: Candidate) -> bool:
    words = lines[one.index].text.count(" ")
    return one.key == (1,) and one.shape == first.shape and words > 1 and _shouted(lines, one)


def _shouted(lines: Sequence[Line], one: Candidate) -> bool:
    found = NUMBER_TITLE.match(lines[one.index].text)
    return found is not None and is_shouted(found["title"])


def _capital(lines: Sequence[Line], candidate: Candidate) -> bool:
    """Tell whether a number's title begins with a capital ("Item 3 include ..." does not)."""
    found = NUMBER_TITLE.match(lines[candidate.index].text)
    return found is not None and found["title"][0].isupper() and not found["word"]


def _misprinted(
    above: Candidate, below: Candidate, candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    between = [one for one in candidates if one.shape == above.shape == below.shape]
    if len(between) != 1:
        return
    [one] = between
    lower = (*above.key[:-1], above.key[-1] - 1)
    ahead = (*below.key[:-1], below.key[-1] + 1)
    if one.key in (above.key, below.key, lower, ahead):
        yield one
