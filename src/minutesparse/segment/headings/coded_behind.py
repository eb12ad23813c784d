"""Titles with the codes of an agenda behind them: "Approval of Minutes (D)", "Pensions (H-2)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.model import SENTENCE, Heading
from minutesparse.segment.titles import clean_title, is_known_title, looks_like_title
from minutesparse.text import Line

_PART = r"[A-Z](?:[-.]?\d{1,2}[a-z]?|-[IVX]{1,4})?"
_CODED = re.compile(
    rf"(?:\*\*)?(?P<title>[A-Z][^()\n]{{3,240}})\((?P<code>{_PART}(?:\s?[-/–&]\s?{_PART})?)\)\.?(?:\*\*)?$"
)
_KEY = re.compile(r"(?P<letter>[A-Z])(?:[-.]?(?P<digits>\d{1,2}))?")
_ALONE = re.compile(_PART)
_FEWEST = 4
_MOST_WORDS = 30
_MOST_PLAIN = 6
_LEAST_LETTERS = 3


def coded_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the lines that end in a letter's code, where the codes rise down the page.

    A standing title without a code between them ("Roll Call") is a heading too.
    """
    coded = [(i, one) for i, line in enumerate(lines) if (one := _coded(line.text)) is not None]
    keys = [_key(one["code"]) for _, one in coded]
    if len(coded) < _FEWEST or any(before >= after for before, after in pairwise(keys)):
        return []
    if len({letter for letter, _ in keys}) < _LEAST_LETTERS:
        return []
    if not any(is_known_title(one["title"], lexicon) for _, one in coded):
        return []
    codes = dict(coded)
    plain = [i for i, line in enumerate(lines) if i not in codes and _stands(line, lexicon)]
    return [_heading(lines, i, codes.get(i)) for i in sorted([*codes, *plain])]


def _coded(text: str) -> re.Match[str] | None:
    found = _CODED.match(text)
    if found is None or len(found["title"].split()) > _MOST_WORDS:
        return None
    return found if SENTENCE.search(found["title"]) is None else None


def _key(code: str) -> tuple[str, int]:
    """Return the letter and the number of a code; several at once come before each of them."""
    found = _KEY.match(code)
    if found is None:
        return "", 0
    alone = _ALONE.fullmatch(code) is not None
    return found["letter"], int(found["digits"] or 0) if alone else 0


def _stands(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line without a code is a standing title, set apart and nothing behind it."""
    text = line.text
    if not line.gap or len(text.split()) > _MOST_PLAIN or text.endswith((".", ":", ",", ";")):
        return False
    return is_known_title(text, lexicon) and looks_like_title(text) and not SENTENCE.search(text)


def _heading(lines: Sequence[Line], index: int, coded: re.Match[str] | None) -> Heading:
    number = coded["code"] if coded else None
    title = clean_title(coded["title"].strip() if coded else lines[index].text)
    return Heading(index, index + 1, lines[index].start, number, title, None, "item.coded_behind")
