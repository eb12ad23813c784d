"""Pages on which the chair calls for each item: "Chairman Orr called for New Business."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.model import Heading
from minutesparse.segment.titles import clean_title, is_known_title
from minutesparse.text import Line

_CALLED = re.compile(
    r"(?:The\s+)?(?:(?:Vice[- ]?)?Chair(?:man|woman|person)?|Mayor|President|Presiding\s+Officer)"
    r"(?:\s+(?:[A-Z]\.?|(?!called\b)[A-Za-z][\w'’-]+)){0,3}?\s+(?:then\s+|next\s+)?called\s+for\s+"
    r"(?:consideration\s+of\s+)?(?:(?:the|an?|any)\s+)?"
    r"(?P<title>[A-Za-z][^.:;\n]{2,80}?)(?:\s+on\s+the\s+following)?\s*[.:]?$"
)
_NO_ITEM = re.compile(
    r"(?:motion|vote|roll[\s-]call|question|second|order|nominations?|show|recess|moment|volunteers?|"
    r"break|discussion|comments?|those|all)\b",
    re.I,
)
_FEWEST = 3
_KNOWN = 2


def called_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the items that the chair calls for; several of them must be standing titles."""
    found = [
        heading for index, line in enumerate(lines) if (heading := _called(index, line, lexicon))
    ]
    known = sum(is_known_title(heading.title or "", lexicon) for heading in found)
    return found if len(found) >= _FEWEST and known >= _KNOWN else []


def _called(index: int, line: Line, lexicon: Lexicon) -> Heading | None:
    """Read one line; its sentence stays in the item that it opens."""
    call = _CALLED.match(line.text)
    if call is None or _NO_ITEM.match(call["title"]):
        return None
    title = clean_title(call["title"])
    if not (title[0].isupper() or is_known_title(title, lexicon)):
        return None
    return Heading(index, index + 1, line.start, None, title, line.start, "item.called_for")
