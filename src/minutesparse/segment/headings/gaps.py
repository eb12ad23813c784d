"""Items whose lines look like no heading, told by the number that their neighbours lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.segment.chains import BOOK_SHAPE, Candidate, Key, counts_on, number_key
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    is_date,
    number_shape,
    separated,
)
from minutesparse.segment.titles import looks_like_title
from minutesparse.text import Line

_PEOPLE = re.compile(
    r"(?:[A-Za-z]{1,30}\s+)?(?:present|attendance|attending|apologies|sederunt)\b.{0,40}:", re.I
)
_WIDEST_GAP = 6
_BOOK = 100  # from here on, numbers are a minute book's
_INDENT = 3
_LONGEST_TITLE = 110


def fill_gaps(lines: Sequence[Line], chain: Sequence[Candidate]) -> list[Candidate]:
    """Return the chain with the lines that bear its missing numbers.

    A list begins at 1. A line printed as the items are, numbered one after the item above it and
    with no list in between that could have counted so far, is the next item, sentence or not.

    Args:
        lines: The lines of the page.
        chain: The numbered lines that look like headings, in order; not empty.
    """
    first, last = chain[0], chain[-1]
    out = _lead(lines, first)
    for candidate, following in zip(chain, [*chain[1:], None], strict=True):
        out.append(candidate)
        after = following.index if following else len(lines)
        stop = following.key if following else (last.key[0] + _WIDEST_GAP,)
        if len(candidate.key) == len(stop) == 1 and stop[0] > candidate.key[0] + 1:
            out.extend(_missing(lines, candidate, after, stop[0]))
        elif len(candidate.key) > 1 and BOOK_SHAPE.search(candidate.shape):
            out.extend(_booked(lines, candidate, after))
    return out


def plain_chain(lines: Sequence[Line]) -> list[Candidate]:
    """Return the numbered lines of a page that counts on by one, text standing under each.

    Titles that no list knows and that look like nothing still are titles where every number is
    the next, printed alike, and most are followed by lines that bear none. Points of a list have
    nothing under them.
    """
    runs: dict[object, list[Candidate]] = {}
    for one in _numbered(lines):
        run = runs.setdefault(one.shape, [])
        if not run or counts_on(run[-1].key, one.key):
            run.append(one)
    longest = max(runs.values(), key=len, default=[])
    if len(longest) < 3:
        return []
    after = [*(one.index for one in longest[1:]), len(lines)]
    bodied = sum(end - one.index > 1 for one, end in zip(longest, after, strict=True))
    return longest if bodied >= len(longest) * 0.6 else []


def lone_item(lines: Sequence[Line]) -> list[Candidate]:
    """Return the one item of a meeting about one thing: "1." alone above its title.

    The number stands below a list of people, and no other number stands alone on its line.
    """
    alone = [index for index, line in enumerate(lines) if NUMBER_LINE.match(line.text)]
    if len(alone) != 1 or not 0 < alone[0] < len(lines) - 2:
        return []
    index = alone[0]
    titled = looks_like_title(lines[index + 1].text) and lines[index + 2].gap > 0
    people = any(_PEOPLE.match(line.text) for line in lines[:index])
    if not (people and titled and re.fullmatch(r"1[.)]", lines[index].text)):
        return []
    return [Candidate(index, (1,), "1.", 0.0)]


def _numbered(lines: Sequence[Line]) -> Iterator[Candidate]:
    for index, line in enumerate(lines):
        found = NUMBER_TITLE.match(line.text)
        if found is None or found["title"][0].islower() or not separated(found):
            continue
        shape = number_shape(found)
        if len(line.text) <= _LONGEST_TITLE or found["close"] or BOOK_SHAPE.search(shape):
            yield Candidate(index, number_key(found["number"]), shape, 0.0)


def _lead(lines: Sequence[Line], first: Candidate) -> list[Candidate]:
    """Return the lines numbered from 1 up to the first heading, if every one is there.

    Of numbers that never begin at 1 ("23/166", "512"), the ones right below the first heading's.
    """
    if len(first.key) > 1 or first.key[0] >= _BOOK:
        return _led(lines, first)
    if len(first.key) != 1 or not 1 < first.key[0] <= _WIDEST_GAP:
        return []
    found: list[Candidate] = []
    for one in _siblings(lines, first, 0, first.index):
        if one.key == (len(found) + 1,):
            found.append(one)
        elif one.key == (1,):
            found = [one]
    return found if len(found) == first.key[0] - 1 else []


def _led(lines: Sequence[Line], first: Candidate) -> list[Candidate]:
    """Return the numbers of a minute book that count down from the first heading's."""
    found: list[Candidate] = []
    key = first.key
    for index in range(first.index - 1, -1, -1):
        number = NUMBER_TITLE.match(lines[index].text)
        if number is None or number_shape(number) != first.shape or is_date(number):
            continue
        one = number_key(number["number"])
        if len(one) != len(key):
            continue
        steps = [after - before for before, after in zip(one, key, strict=True)]
        if sum(steps) == 1 and min(steps) == 0:
            found.insert(0, Candidate(index, one, first.shape, 0.0))
            key = one
    return found


def _booked(lines: Sequence[Line], above: Candidate, after: int) -> Iterator[Candidate]:
    """Yield the numbers of a minute book that count on from a heading's ("96/23", "97/23")."""
    key = above.key
    for index in range(above.index + 1, after):
        number = NUMBER_TITLE.match(lines[index].text)
        if number is None or number_shape(number) != above.shape or is_date(number):
            continue
        one = number_key(number["number"])
        if len(one) != len(key):
            continue
        steps = [later - before for before, later in zip(key, one, strict=True)]
        if sum(steps) == 1 and min(steps) == 0:
            yield Candidate(index, one, above.shape, 0.0)
            key = one


def _missing(lines: Sequence[Line], above: Candidate, after: int, stop: int) -> Iterator[Candidate]:
    """Yield the lines that go on counting from a heading, below a number."""
    counted = 0
    number = above.key[0]
    for one in _siblings(lines, above, above.index + 1, after):
        if one.key[0] == number + 1 < stop and counted < number:
            number += 1
            yield one
        elif one.key[0] == counted + 1 or one.key[0] == 1:
            counted = one.key[0]


def _siblings(
    lines: Sequence[Line], like: Candidate, first: int, after: int
) -> Iterator[Candidate]:
    """Yield the numbered lines of a stretch that are printed and set in as a heading is."""
    indent = lines[like.index].indent
    for index in range(first, after):
        found = NUMBER_TITLE.match(lines[index].text)
        if found is None or found["title"][0].islower() or is_date(found):
            continue
        key: Key = number_key(found["number"])
        if len(key) != 1 or number_shape(found) != like.shape:
            continue
        if abs(lines[index].indent - indent) <= _INDENT:
            yield Candidate(index, key, like.shape, 0.0)
