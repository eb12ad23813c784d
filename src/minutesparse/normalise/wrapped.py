"""Pages broken at a fixed width: the line ends within their paragraphs are spaces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_NARROWEST, _WIDEST = 50, 132
_LEAST_PROOFS = 4
_LEAST_RAGGED, _MOST_OF = 8, 0.7  # lines that go on in mid-sentence, and their share of all
_SHORT = 12
_BULLET = re.compile(r"(?:[·•▪●◦○‣⁃∙§Ø■□➢➤►▶✓❖◆∑\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076]|\?\?\s)[ ]*")
_DASH = re.compile(r"[-–*+>o][ ]+(?=\S|$)")
_NUMBER = re.compile(
    r"(?:[(\[](?P<inner>\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6}|[A-Z])[)\]]"
    r"|(?P<plain>\d{1,4}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6}|[A-Z])[.)](?=\s|$)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3})+)(?=\s+[^\sa-z])|(?P<bare>\d{1,4})(?=\s+[A-Z]))"
)
_LABEL = re.compile(r"[A-Z][\w'&/() ]{1,45}?\s*:(?:\s|$)")
_HEAD_WORD = re.compile(r"(?:UNANIMOUSLY\s+)?[A-Z]{6,12}\b(?!\.)")
_CLOSING = re.compile(r"There being no\b|(?:The )?[Mm]eeting (?:was )?(?:closed|ended|concluded)\b")
_SENTENCE_END = re.compile(r"[.:;!?][\"')\]]*$|\|$")
_HANGING = re.compile(
    r"(?:,|\b(?:(?!(?:am|pm|hrs|noon)\b)[a-z]+|[A-Z]{1,3}|Cllrs?|Councillors?|Mrs?|Ms|Dr|Items?|Minutes?|Paragraphs?|No|"
    r"Section|Rule|Page|Appendix))$"
)
_FIRST = frozenset({"1", "a", "i", "A", "I"})


def join_wrapped_lines(text: str) -> str:
    """Return a page that is broken at a fixed width with its paragraphs on one line each.

    Only where the page shows its width: the lines that go on in mid-sentence are all as full as
    the next word allows. Or where lines break anywhere, and empty lines part the paragraphs: then
    nearly every line right below another goes on in mid-sentence. Line ends become spaces, so that
    offsets stay.
    """
    lines = text.split("\n")
    width = _width(lines)
    if width is None and not _is_ragged(lines):
        return text
    joins = _joins(lines, width or 0)
    parts = [lines[0]]
    for index in range(1, len(lines)):
        parts += [" " if index in joins else "\n", lines[index]]
    return "".join(parts)


def _width(lines: Sequence[str]) -> int | None:
    """Return the width at which a page is broken, None where no line end proves one."""
    if max(map(len, lines)) > 2 * _WIDEST:
        return None
    lengths = sorted(len(line.rstrip()) for line in lines if " " in line.strip())
    if len(lengths) < _LEAST_PROOFS or not _NARROWEST <= lengths[-1] <= _WIDEST:
        return None
    width = lengths[-1]
    proofs = against = 0
    for line, following in _pairs(lines):
        if following[0].islower() and not _DASH.match(following) and not _NUMBER.match(following):
            if _is_full(line, following, width):
                proofs += 1
            else:
                against += 1
    return width if proofs >= _LEAST_PROOFS and against * 8 <= proofs else None


def _is_ragged(lines: Sequence[str]) -> bool:
    """Tell whether lines break anywhere within paragraphs that empty lines part."""
    if max(map(len, lines)) > _WIDEST:
        return False
    pairs = [pair for pair in _pairs(lines) if _NUMBER.match(pair[1]) is None]
    goes_on = sum(below[0].islower() and len(above) > _SHORT for above, below in pairs)
    return goes_on >= _LEAST_RAGGED and goes_on >= _MOST_OF * len(pairs)


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return the lines that stand right below another, without their indent, with that other."""
    ended = [line.rstrip() for line in lines]
    return [
        (above, below.lstrip()) for above, below in itertools.pairwise(ended) if above and below
    ]


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word had no room on a line."""
    word = following.split(None, 1)[0]
    return len(line) + 1 + len(word) > width


def _joins(lines: Sequence[str], width: int) -> set[int]:
    """Return the indices of the lines that go on with the paragraph of the line above them."""
    found: set[int] = set()
    dashes = _proved_dashes(lines, width)
    counted: dict[str, str] = {}
    above = ""
    for index, raw in enumerate(lines):
        line = raw.strip()
        number = _NUMBER.match(line)
        if above and line and _is_full(above, line, width) and not above.endswith("|"):
            opens = _opens(line, above, dashes) or (number and _counts(number, counted, above))
            if not opens:
                found.add(index)
                number = None
        if number is not None:
            counted[_shape(number)] = _label(number)
        above = raw.rstrip()
    return found


def _opens(line: str, above: str, dashes: frozenset[str]) -> bool:
    """Tell whether a line under a full one opens a bullet, a label or a decision all the same."""
    if _BULLET.match(line) or (_DASH.match(line) and line[0] in dashes):
        return True
    if _CLOSING.match(line):
        return True
    if _LABEL.match(line):
        return _HANGING.search(above) is None and not (above.isupper() and line.isupper())
    return _HEAD_WORD.match(line) is not None and _SENTENCE_END.search(above) is not None


def _proved_dashes(lines: Sequence[str], width: int) -> frozenset[str]:
    """Return the dashes that open lines where nothing forced a new line."""
    pairs = zip(["", *lines], lines, strict=False)
    return frozenset(
        line.lstrip()[0]
        for above, line in pairs
        if _DASH.match(line.lstrip())
        and not (above.strip() and _is_full(above.rstrip(), line, width))
    )


def _counts(number: re.Match[str], counted: dict[str, str], above: str) -> bool:
    """Tell whether a number opens a list, goes on with one, or follows a closed sentence."""
    label = _label(number)
    last = counted.get(_shape(number))
    if last is not None and _is_next(last, label):
        return not number["bare"] or _SENTENCE_END.search(above) is not None
    if number["bare"] or _HANGING.search(above):
        return False
    return label.rsplit(".", 1)[-1] in _FIRST or _SENTENCE_END.search(above) is not None


def _is_next(last: str, label: str) -> bool:
    one, two = last.rsplit(".", 1)[-1], label.rsplit(".", 1)[-1]
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


def _label(number: re.Match[str]) -> str:
    return str(number["inner"] or number["plain"] or number["dotted"] or number["bare"])


def _shape(number: re.Match[str]) -> str:
    """Return how a number is printed, whatever the number."""
    letters = re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", number[0]))
    return re.sub(r"\d+", "1", letters)
