"""What a line shows by itself: its number, its case, its length, what it opens and ends with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from minutesparse.lexicons import Lexicon
from minutesparse.segment.chains import Key, number_key
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    SENTENCE,
    SENTENCE_VERBS,
    number_shape,
    opens_with_word,
    separated,
)
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import (
    is_blurb,
    is_known_title,
    is_shouted_title,
    is_standing_title,
    opens_with_known_title,
)
from minutesparse.text import Line

NONE = "none"
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into of on or the to up via with within per its".split()
)
_PARAGRAPH = 100
_READ = 240  # characters of a line, which tell whether it is a title
_LENGTHS = (1, 2, 4, 7, 12, 20, 35)
_MOST_WORDS = 6
_FARTHEST = 3
_MARKS = ".:;,?!)–-"
_MOSTLY = 0.6


class Look(NamedTuple):
    """How one line looks.

    Attributes:
        text: The line.
        number: The shape of its number or bullet, ``none`` without one.
        key: Its number, part by part, where it can number an item.
        body: What stands behind the number.
        case: ``caps``, ``title``, ``sentence`` or ``small``, by its capitals.
        above: Blank lines above, three at most.
        length: How many words the body has, in steps.
        end: Its last mark, ``w`` for a word and ``d`` for a digit.
        verb: ``verb`` where it has a verb that sentences have, else ``plain``.
        known: How much of a standing item's title it is.
        label: Its role, where it is a label of an item's part.
        kind: What it is below another line.
        words: The body's first words in small letters.
    """

    text: str
    number: str
    key: Key | None
    body: str
    case: str
    above: int
    length: int
    end: str
    verb: str
    known: str
    label: str
    kind: str
    words: tuple[str, ...]


def look_of(line: Line, lexicon: Lexicon) -> Look:
    """Return how a line looks."""
    text = line.text
    number, key, body = _numbered(text)
    opening = body[:_READ]
    words = _WORD.findall(opening)
    small = [word.lower() for word in words]
    case = _case(opening, words, small)
    verb = "verb" if _has_verb(opening, words) else "plain"
    label = item_label(text, lexicon)
    role = NONE if label is None else label.role if label.alone else f"{label.role}, on"
    kind = _kind(text, role, verb, case)
    return Look(
        text, number, key, body, case, min(line.gap, _FARTHEST),
        stepped(len(words), _LENGTHS), _end(text), verb, _known(opening, lexicon), role, kind,
        tuple(small[:_MOST_WORDS]),
    )  # fmt: skip


def _has_verb(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text has a verb; only one that is among its words need be searched for."""
    apart = "'" not in text and "’" not in text
    if apart and SENTENCE_VERBS.isdisjoint(words):
        return False
    return SENTENCE.search(text) is not None


def looks_of(lines: Sequence[Line], lexicon: Lexicon) -> list[Look]:
    """Return how each line looks; lines of the same words look alike."""
    known: dict[tuple[str, int], Look] = {}
    for line in lines:
        if (line.text, line.gap) not in known:
            known[line.text, line.gap] = look_of(line, lexicon)
    return [known[line.text, line.gap] for line in lines]


def stepped(value: float, steps: Sequence[float]) -> int:
    """Return how many of some rising steps are smaller than a value."""
    return bisect_left(steps, value)


def _numbered(text: str) -> tuple[str, Key | None, str]:
    """Return the shape and parts of a line's number, and what stands behind it."""
    if opens_with_word(text):
        return NONE, None, text
    alone = NUMBER_LINE.match(text)
    if alone is not None:
        return f"alone {number_shape(alone)}", number_key(alone["number"]), ""
    found = NUMBER_TITLE.match(text)
    if found is not None and separated(found):
        return number_shape(found), number_key(found["number"]), found["title"]
    marker = read_marker(text)
    if marker is not None:
        return f"point {marker.style}", None, text[marker.width :]
    return NONE, None, text


def _case(body: str, words: Sequence[str], small: Sequence[str]) -> str:
    """Return the case of a title from its words, as they are and in small letters."""
    if not words:
        return NONE
    if is_shouted_title(body):
        return "caps"
    heavy = len(words) - sum(map(_SMALL_WORDS.__contains__, small))
    # A word has letters of ASCII alone, of which every capital comes before "a".
    raised = [word for word in words if word < "a" and word.lower() not in _SMALL_WORDS]
    if raised and len(raised) >= _MOSTLY * heavy:
        return "title"
    return "sentence" if words[0] < "a" else "small"


def _end(text: str) -> str:
    last = text[-1:]
    return last if last in _MARKS else "d" if last.isdigit() else "w"


def _known(body: str, lexicon: Lexicon) -> str:
    if not body or not opens_with_known_title(body, lexicon):
        return NONE
    if is_standing_title(body, lexicon):
        return "whole"
    return "short" if is_known_title(body, lexicon) else "opening"


def _kind(text: str, role: str, verb: str, case: str) -> str:
    if role != NONE:
        return role
    if is_blurb(text):
        return "purpose"
    if len(text) > _PARAGRAPH:
        return "paragraph"
    return verb if verb == "verb" else case
