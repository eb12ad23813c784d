"""Parts of items that are items themselves: "4.1" printed and titled as "4" is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.chains import Candidate, number_key
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    SENTENCE,
    can_be_title,
    number_shape,
    opens_with_word,
)
from minutesparse.segment.labels import item_label
from minutesparse.text import Line

_PART_KEY = 2
_LONGEST_TITLE = 100
_PURPOSE = 4  # lines between a title and the label of its minute
_MOSTLY = 0.8


def with_parts(
    lines: Sequence[Line], chain: Sequence[Candidate], lexicon: Lexicon
) -> list[Candidate]:
    """Return the run of items with the parts that are printed as items are.

    A part's number alone on its line needs a title and a label of its own ("Minutes:"); a number
    before its title needs capitals, where the items above have them too.
    """
    shouted = _in_capitals(lines, chain)
    out: list[Candidate] = []
    for above, below in pairwise([*chain, None]):
        assert above is not None  # noqa: S101 - only the last of the pairs is open
        out.append(above)
        end = below.index if below else len(lines)
        if len(above.key) == 1:
            out.extend(_parts(lines, above, end, lexicon, shouted=shouted))
        if below is not None and len(above.key) == len(below.key) == 1:
            out.extend(_orphans(lines, above, below))
    return out


def _orphans(lines: Sequence[Line], above: Candidate, below: Candidate) -> Iterator[Candidate]:
    """Yield "7.1", "7.2" between items 4 and 8, where no title bears the number 7 alone."""
    last: tuple[int, ...] = ()
    for index in range(above.index + 1, below.index):
        if opens_with_word(lines[index].text):
            continue
        alone = NUMBER_LINE.match(lines[index].text)
        found = alone or NUMBER_TITLE.match(lines[index].text)
        if found is None:
            continue
        key = number_key(found["number"])
        if len(key) != _PART_KEY or not above.key[0] < key[0] < below.key[0] or key <= last:
            continue
        if alone and not _goes_on(lines, index, key, last):
            continue
        if not alone and not _is_short_title(found["title"]):
            continue
        last = key
        yield Candidate(index, key, number_shape(found), above.score)


def _goes_on(
    lines: Sequence[Line], index: int, key: tuple[int, ...], last: tuple[int, ...]
) -> bool:
    """Tell whether a lone number with a title below counts on, or stands right below its item's."""
    if index + 1 >= len(lines) or not can_be_title(lines[index + 1].text):
        return False
    item = NUMBER_LINE.match(lines[index - 1].text)
    first = item is not None and key == (*number_key(item["number"]), 1)
    return first or last == (key[0], key[1] - 1)


def _is_short_title(text: str) -> bool:
    """Tell whether words read like a title and not like a sentence."""
    return len(text) < _LONGEST_TITLE and SENTENCE.search(text) is None and not text.endswith(".")


def _parts(
    lines: Sequence[Line], above: Candidate, end: int, lexicon: Lexicon, *, shouted: bool
) -> Iterator[Candidate]:
    """Yield the lines numbered N.1, N.2 ... below item N that have what an item has."""
    last = 0
    for index in range(above.index + 1, end):
        if opens_with_word(lines[index].text):
            continue
        alone = NUMBER_LINE.match(lines[index].text)
        found = alone or NUMBER_TITLE.match(lines[index].text)
        if found is None:
            continue
        key = number_key(found["number"])
        if key != (above.key[0], last + 1):
            continue
        if alone and not _labelled(lines, index, lexicon):
            continue
        if not alone and not (shouted and is_shouted(found["title"])):
            continue
        last += 1
        yield Candidate(index, key, number_shape(found), above.score)


def labelled_numbers(
    lines: Sequence[Line], candidates: Sequence[Candidate], lexicon: Lexicon
) -> list[Candidate]:
    """Return the lone numbers of one shape that have a title and a label, whether they rise or not.

    A number and year run together ("AM119", "AM219") count in their middle.
    """
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if NUMBER_LINE.match(lines[one.index].text) and _labelled(lines, one.index, lexicon):
            groups[one.shape].append(one)
    return max(groups.values(), key=len, default=[])


def _labelled(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a title stands below a lone number, and a label of the minute below that."""
    if index + 1 >= len(lines) or not can_be_title(lines[index + 1].text):
        return False
    for line in lines[index + 2 : index + 2 + _PURPOSE]:
        if NUMBER_LINE.match(line.text):
            return False
        label = item_label(line.text, lexicon)
        if label is not None and label.role in ("minutes", "decision"):
            return True
    return False


def _in_capitals(lines: Sequence[Line], chain: Sequence[Candidate]) -> bool:
    """Tell whether most items have their number and a title in capitals on one line."""
    titles = [NUMBER_TITLE.match(lines[one.index].text) for one in chain]
    return sum(one is not None and is_shouted(one["title"]) for one in titles) >= _MOSTLY * len(
        chain
    )
