"""Pages of county boards on which "IN RE:" opens the title of each item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.headings.model import Heading
from minutesparse.segment.titles import clean_title, is_known_title
from minutesparse.text import Line

_IN_RE = re.compile(r"IN\s+RE\s*:\s*(?P<title>[A-Z\d].{2,160})$", re.I)
_FEWEST = 3


def in_re_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the lines that "IN RE:" opens, where one of them at least is a standing title."""
    found = [(index, one) for index, line in enumerate(lines) if (one := _IN_RE.match(line.text))]
    known = any(is_known_title(one["title"], lexicon) for _, one in found)
    if len(found) < _FEWEST or not known:
        return []
    return [_heading(lines, index, one["title"]) for index, one in found]


def _heading(lines: Sequence[Line], index: int, title: str) -> Heading:
    """Return a heading; a title in capitals may run over to the next line."""
    body = index + 1
    if is_shouted(title) and body < len(lines):
        below = lines[body]
        if not below.gap and is_shouted(below.text) and not below.text.endswith((".", ":")):
            title, body = f"{title} {below.text}", body + 1
    start = lines[index].start
    return Heading(index, body, start, None, clean_title(title), None, "item.in_re")
