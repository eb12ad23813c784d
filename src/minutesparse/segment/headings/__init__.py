"""Where agenda items begin: one scheme for each way of printing a page, most telling first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.alone import issue_meetings, one_item_page, whole_page
from minutesparse.segment.headings.bulleted import bulleted_titles
from minutesparse.segment.headings.called import called_titles
from minutesparse.segment.headings.coded_behind import coded_titles
from minutesparse.segment.headings.counted import counted_paragraphs
from minutesparse.segment.headings.counted_through import titles_above_paragraphs
from minutesparse.segment.headings.dated import before_day
from minutesparse.segment.headings.in_re import in_re_titles
from minutesparse.segment.headings.labelled import labelled_titles
from minutesparse.segment.headings.model import Heading
from minutesparse.segment.headings.numbered import numbered_items
from minutesparse.segment.headings.numbers_behind import with_numbers_behind
from minutesparse.segment.headings.numbers_below import numbers_below
from minutesparse.segment.headings.openings import colon_titles, opening_titles
from minutesparse.segment.headings.rows import table_rows
from minutesparse.segment.headings.senate import senate_titles
from minutesparse.segment.headings.stripped import stripped_titles
from minutesparse.segment.headings.underlined import underlined_titles
from minutesparse.segment.headings.unnumbered import fielded_titles, scarce_titles, title_lines
from minutesparse.segment.headings.weighing import Surveyor
from minutesparse.text import Line

_LONG_LIST, _NEARLY_ALL, _LEAST_TOLD = 5, 0.7, 0.4
_SENTENCE = 60  # characters
Scheme = Callable[[Sequence[Line], Lexicon], list[Heading]]

SCHEMES: tuple[Scheme, ...] = (
    table_rows,
    one_item_page,
    issue_meetings,
    numbers_below,
    fielded_titles,
    coded_titles,
    stripped_titles,
    called_titles,
    in_re_titles,
    underlined_titles,
    colon_titles,
    titles_above_paragraphs,
    senate_titles,
    numbered_items,
    labelled_titles,
    bulleted_titles,
    opening_titles,
    title_lines,
    counted_paragraphs,
    scarce_titles,
    whole_page,
)
"""The ways of printing a page; the first that a page answers to holds for all of it."""


def find_headings(lines: Sequence[Line], lexicon: Lexicon, surveyor: Surveyor) -> list[Heading]:
    """Return the headings of a page's items.

    Args:
        lines: The lines of the page.
        lexicon: Tells standing titles and labels.
        surveyor: Tells whether those of the first scheme that the page answers to hold.
    """
    tried = (scheme(lines, lexicon) for scheme in SCHEMES)
    ruled = next((found for found in tried if found and not _is_list(found, lines)), [])
    found = surveyor(lines, ruled, lexicon)
    return with_numbers_behind([before_day(heading, lines) for heading in found])


def _is_list(found: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Tell whether titles are but a list on the page: below nearly all of them stands nothing."""
    ends = [lines[one.body - 1].end for one in found]
    bare = [
        one.rest is None or end - one.rest < _SENTENCE for one, end in zip(found, ends, strict=True)
    ]
    alone = sum(bare[n] and found[n + 1].line == one.body for n, one in enumerate(found[:-1]))
    told = len(lines) - len(found) > _LEAST_TOLD * len(lines)
    return told and alone >= _LONG_LIST and alone >= _NEARLY_ALL * (len(found) - 1)


__all__ = ["SCHEMES", "Heading", "find_headings"]
