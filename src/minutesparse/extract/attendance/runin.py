"""Headings within a line: pages that lost their line ends run one item on behind the other.

"Present: Cllrs Ash and Orr 2. APOLOGIES Cllr Dar" is one line of two; a list ends where the
heading begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.extract.attendance.words import AttendanceWords

_LEAST = 300
_HEAD = re.compile(
    r"(?<=\s)(?:(?P<number>\d{1,3}\s?\.\s*(?=[A-Z][A-Za-z]{2})|[A-Z]{1,2}-\d{1,2}\s+(?=[A-Z])|"
    r"[A-Z][\w/]{0,8}\d{1,4}/\d\d[-/\d]{0,6}\s+(?=[A-Z]))|"
    r"(?P<shouted>[A-Z][A-Z&'’/-]{2,}(?:\s+[A-Z][A-Z&'’/-]+)+))"
)


def run_in_lines(
    text: str, start: int, end: int, words: AttendanceWords
) -> Iterator[tuple[int, int]]:
    """Yield a line cut before each heading that stands within it; a short line whole.

    Args:
        text: The normalised text of the page.
        start: Where the line begins.
        end: Where it ends.
        words: The attendance lexicon, whose words a heading in capitals holds.
    """
    done = start
    if end - start > _LEAST:
        for found in _HEAD.finditer(text, start + 1, end):
            if found["number"] or _is_heading(found["shouted"], words):
                yield done, found.start()
                done = found.start()
    yield done, end


def _is_heading(shouted: str, words: AttendanceWords) -> bool:
    """Tell whether words in capitals are a heading's and no person's name."""
    known = words.label_words | words.bodies | words.heading_words
    return any(word in known for word in re.findall(r"[a-z]{3,}", shouted.lower()))
