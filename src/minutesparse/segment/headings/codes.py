"""Codes of any form that count on by one down the page: "22/31/EnL", "[3].11/834", "PL 12/23".

No list holds the forms in which councils number their minutes. What they share is that one part
counts and the rest stays as it is; that is asked of the whole page before any line is believed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutesparse.segment.chains import Candidate, best_chain
from minutesparse.text import Line

_WORD = r"(?:(?P<word>(?:No|NO|Nos|Minute\s+No|Item\s+No)\.?|#|§)\s*)?"
_LETTERS = r"(?:(?:[A-Z][A-Z&]{0,5}|Cab|Cttee|Res|Min|Ref)[.:]?\s)?"
_CODE = re.compile(
    rf"{_WORD}[(\[]?(?P<number>{_LETTERS}(?:\[\d{{1,3}}\]|[A-Za-z0-9&]{{1,8}})(?:[./_:-]{{1,2}}[A-Za-z0-9]{{1,6}}){{0,4}})"
    r"(?P<close>[)\].:/]{0,2})(?:\s+[-–|]\s+|\s+|$)(?P<title>.*)$",
    re.S,
)
_DIGITS = re.compile(r"\d+")
_NO_CODE = re.compile(
    r"\d+(?:st|nd|rd|th|[ap]m|k?g|k?m|m|k|p|s|x)?$|\d{1,2}[.:]\d\d[ap]m$|\d{1,2}:\d\d$|"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|(?:Q|KPI|Appendix|H|Annex|FP|BR|pp|R|Option|Grade|Year|Key)\.?\s?\d+[a-z]?$",
    re.I,
)
_DOTTED = re.compile(r"(?:(?P<before>\d+)[.]#|#[.](?P<behind>\d+))")
_LED, _ENDED = re.compile(r"\d+[.]#"), re.compile(r"#[.]\d+")
_YEAR = re.compile(r"(?:20)?[0-4]\d|0")
_LONGEST = 20
_FEWEST = 3
_BY_ONE = 0.7  # share of the steps
_SPREAD = 0.4  # share of the page between first and last


Counted = tuple[int, int]
"""Place of a line, and the part of its code that counts."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code before a title, or alone on its line.

    Attributes:
        number: The code as printed, without what closes it.
        title: Place in the line at which the words behind it begin; its end where there are none.
        worded: Whether a word like "No." announces it.
    """

    number: str
    title: int
    worded: bool


def read_code(text: str) -> Code | None:
    """Read what may be a code at the start of a line, None where nothing can be one."""
    found = _CODE.match(text)
    if found is None or len(found["number"]) > _LONGEST:
        return None
    number, title = found["number"], found["title"]
    if not _DIGITS.search(number) or (title and not (title[0].isupper() or title[0] in "\"'(")):
        return None
    plain = number.isdigit() and not (found["word"] or found["close"] in ("/", "]", ")/"))
    if plain or (not number.isdigit() and _NO_CODE.match(number)):
        return None
    return Code(number, found.start("title"), found["word"] is not None)


def counting_codes(lines: Sequence[Line]) -> Mapping[str, Sequence[Counted]]:
    """Return the forms of codes that count on, each with the places of its lines and their parts.

    At least three must follow each other, nearly all by one, over a good part of the page.
    """
    forms: dict[str, list[Counted]] = defaultdict(list)
    for index, line in enumerate(lines):
        code = read_code(line.text)
        for form, part in _forms(code.number) if code else ():
            forms[form].append((index, part))
    good = [
        (form, found)
        for form, found in forms.items()
        if len(found) >= _FEWEST and _counts(_run(form, found), len(lines))
    ]
    good = [one for one in good if not _is_paragraphs(one[0], forms)]
    return dict(sorted(good, key=lambda one: len(one[1])))


def _run(form: str, found: Sequence[Counted]) -> list[Counted]:
    """Return the longest run of codes that rise by small steps."""
    chain = best_chain([Candidate(index, (part,), form, 1.0) for index, part in found])
    return [(one.index, one.key[0]) for one in chain]


def _forms(number: str) -> Iterator[tuple[str, int]]:
    """Yield the number with one part left out, and that part: any of them may be what counts."""
    for part in _DIGITS.finditer(number):
        yield f"{number[: part.start()]}#{number[part.end() :]}", int(part[0])


def _is_paragraphs(form: str, forms: Iterable[str]) -> bool:
    """Tell whether "4.#" or "#.1" counts paragraphs: a year, that a page names alone, does not."""
    stays = _DOTTED.fullmatch(form)
    if stays is None:
        return False
    if not _YEAR.fullmatch(stays["before"] or stays["behind"]):
        return True
    like = _LED if stays["before"] else _ENDED
    return sum(like.fullmatch(other) is not None for other in forms) > 1


def _counts(run: Sequence[Counted], length: int) -> bool:
    steps = [after[1] - before[1] for before, after in pairwise(run)]
    if len(run) < _FEWEST or steps.count(1) < _BY_ONE * len(steps):
        return False
    return run[-1][0] - run[0][0] >= _SPREAD * length
