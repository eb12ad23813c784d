"""Titles in small letters amid the text of a page without blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import SENTENCE, Heading, is_dense
from minutesparse.segment.labels import is_part_heading, item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import (
    clean_title,
    is_blurb,
    looks_like_title,
    opens_with_known_title,
)
from minutesparse.text import Line

_LEAST = 2  # standing titles that show how the page sets its titles
_LONGEST, _LONGEST_UNKNOWN, _LONGEST_REST = 120, 70, 40
_ENDED = re.compile(r"(?:[.?!][\"')\]]*|\bNil|\bNone)$")
_OPEN_END = re.compile(r"\b(?:of|the|and|to|for|on|at|with|from|between|held)$|[,&–-]$")
_SIGNING = re.compile(r"(?:Respectfully\s+)?(?:Submitted|Signed|Approved)\b", re.I)
_PERSON = re.compile(
    r"(?:The\s+)?(?:Cllrs?|Councillors?|Crs?|Messrs|Mrs?|Ms|Miss|Dr|Rev|Sir|Commissioner|"
    r"Chair(?:man|person|woman)?|Mayor)\b\.?\s+(?:[A-Z]|$)"
)


def among_text(found: Sequence[Heading], lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return titles with those of their like, on a page that sets them off by nothing.

    A title stands between a sentence's end and a line that opens a sentence; it has no stop and
    no verb. Words of a standing title may run over to the next line.
    """
    plain = [one for one in found if one.title and one.rest is None and not is_shouted(one.title)]
    if not is_dense(lines) or len(plain) < _LEAST or len(plain) < len(found):
        return list(found)
    taken = {one.line for one in found}
    likes = [
        one
        for index in range(1, len(lines) - 1)
        if index not in taken
        and (index > plain[0].line or opens_with_known_title(lines[index].text, lexicon))
        and (one := _title(lines, index, lexicon)) is not None
    ]
    return sorted([*found, *likes], key=lambda one: one.line)


def _title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> Heading | None:
    """Return the heading that begins at a line below a sentence's end, None for text."""
    text = lines[index].text
    if not _ENDED.search(lines[index - 1].text) or not text[0].isupper():
        return None
    body, words = index + 1, text
    known = opens_with_known_title(text, lexicon)
    if known and _OPEN_END.search(text) and len(lines[body].text) <= _LONGEST_REST:
        words, body = f"{text} {lines[body].text}", body + 1
    if body >= len(lines) or not _opens(lines[body].text) or not _could_be(words, lexicon):
        return None
    if not known and (len(words) > _LONGEST_UNKNOWN or " " not in words):
        return None
    if _OPEN_END.search(words):
        return None
    start = lines[index].start
    return Heading(index, body, start, None, clean_title(words), None, "item.title_among_text")


def _opens(text: str) -> bool:
    """Tell whether a line opens a sentence of some length, or a quotation."""
    return (text[0].isupper() or text[0] in "\"'") and " " in text


def _could_be(text: str, lexicon: Lexicon) -> bool:
    if len(text) > _LONGEST or text.endswith((".", ":", ";", ",", "?", ")")):
        return False
    if SENTENCE.search(text) or _PERSON.match(text) or _SIGNING.match(text):
        return False
    if is_blurb(text) or is_no_title(text) or is_label_of_people(text):
        return False
    if read_marker(text) is not None or item_label(text, lexicon) is not None:
        return False
    if is_part_heading(text, lexicon):
        return False
    return looks_like_title(text) or opens_with_known_title(text, lexicon)
