"""Meeting pages that have lost the titles with the numbers: blank lines alone part the items.

Such a page sets three blank lines or more between items, two or one within them. What stands first
behind them is the purpose of an item, its minute, or a title that was left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.headings.labelled import could_be_title, title_at
from minutesparse.segment.headings.model import SENTENCE, Heading
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import has_attachment, is_blurb
from minutesparse.text import Line

_WIDE = 3
_FEWEST = 3
_MOST = 0.5  # share of wide gaps among all that part paragraphs
_MOST_TITLED = 0.5
_LEAST_PROOFS = 2
_NOTHING = re.compile(r"(?:There\s+(?:was|were)\s+no(?:ne)?\b|None\b|Nil\b|Apologies\b).{0,160}$")
_HEAD_WORD = re.compile(r"(?:RESOLVED|AGREED|NOTED|RECOMMENDED|DECISION|ACTION)\b", re.I)


def items_between_gaps(lines: Sequence[Line], header: int, lexicon: Lexicon) -> list[Heading]:
    """Return an item for each stretch between wide gaps, where most of their titles are lost.

    Args:
        lines: The lines of the page.
        header: Index of the line that announces numbers and items.
        lexicon: Tells labels and standing titles.
    """
    starts = [header + 1, *_wide_starts(lines, header + 1, lexicon)]
    titled = {index for index in starts if _is_title(lines, index, lexicon)}
    proofs = sum(_proves(lines[index].text) for index in starts if index not in titled)
    if len(starts) < _FEWEST or proofs < _LEAST_PROOFS:
        return []
    if len(titled) > _MOST_TITLED * len(starts) or _wide_share(lines[header + 1 :]) > _MOST:
        return []
    kept: list[int] = []
    told, before = True, starts[0]
    for index in starts:
        told = told or _told(lines[before:index])
        if told or index in titled or is_blurb(lines[index].text):
            kept.append(index)
            told = False
        before = index
    return [title_at(lines, n) if n in titled else _untitled(lines, n) for n in kept]


def _untitled(lines: Sequence[Line], index: int) -> Heading:
    return Heading(index, index, lines[index].start, None, None, None, "item.between_gaps")


def _wide_starts(lines: Sequence[Line], first: int, lexicon: Lexicon) -> list[int]:
    """Return the lines below a wide gap that go on with no list, label or decision."""
    return [
        index
        for index in range(first + 1, len(lines))
        if lines[index].gap >= _WIDE
        and read_marker(lines[index].text) is None
        and item_label(lines[index].text, lexicon) is None
        and not _HEAD_WORD.match(lines[index].text)
        and lines[index].text[0].isupper()
        and (is_blurb(lines[index].text) or not lines[index].text.endswith(":"))
    ]


def _wide_share(lines: Sequence[Line]) -> float:
    gaps = [line.gap for line in lines if line.gap]
    return sum(gap >= _WIDE for gap in gaps) / max(len(gaps), 1)


def _is_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a line that may open an item is its title."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if has_attachment(text):
        return True
    if SENTENCE.search(text) or is_blurb(text) or text.endswith("."):
        return False
    return is_shouted(text) or could_be_title(text, lexicon, below)


def _proves(text: str) -> bool:
    """Tell whether a line opens an item by its words: a purpose, or that there was nothing."""
    return is_blurb(text) or _NOTHING.match(text) is not None


def _told(lines: Sequence[Line]) -> bool:
    """Tell whether a stretch holds more than the purpose of an item and its papers."""
    return any(SENTENCE.search(line.text) and not is_blurb(line.text) for line in lines)
