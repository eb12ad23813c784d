"""Labels within an item ("Minutes:", "Reasons for decision:", "Response:")."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from minutesparse.lexicons import Lexicon, alternation

_LONGEST_PART = 90
_MINUTE_NUMBER = re.compile(r"minute\s*:\s*(?=\S*\d)[\w/().-]{1,24}", re.I)
"""The number of a minute behind what it holds ("MINUTE: 02/03/12"), which heads nothing."""
_PLAIN_ROLES = ("documents", "reasons", "aside")


class Label(NamedTuple):
    """A label at the start of a line.

    Attributes:
        role: What follows it (see ``headings.yaml``).
        end: Index in the line of the first character after the label and its white space.
        alone: True where nothing else stands on the line.
        number: The number in the label, if any.
    """

    role: str
    end: int
    alone: bool
    number: str | None = None


@lru_cache(maxsize=64)
def item_label(text: str, lexicon: Lexicon) -> Label | None:
    """Return the label that opens a line and switches the part of the item, or None."""
    if _MINUTE_NUMBER.fullmatch(text) is not None:
        return None
    return _found(_item_patterns(lexicon).get(text[:1].lower(), ()), text)


@lru_cache(maxsize=64)
def speech_label(text: str, lexicon: Lexicon) -> Label | None:
    """Return the label that opens one speech ("Question:", "Response -"), or None."""
    if _speech_opening(lexicon).match(text) is None:
        return None
    return _found(_speech_patterns(lexicon), text)


def lettered_reply(text: str) -> Label | None:
    """Return the label "A." that opens a reply; only under a question is it no list's letter."""
    found = _LETTER_A.match(text)
    return Label("answer", found.end(), found.end() == len(text)) if found is not None else None


def is_part_heading(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line heads a numbered part of an item ("Option 2 - Do nothing")."""
    if len(text) > _LONGEST_PART or text.endswith((".", ";", ",")):
        return False
    return _part_pattern(lexicon).match(text) is not None


def _found(patterns: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> Label | None:
    for role, pattern in patterns:
        found = pattern.match(text)
        if found is not None:
            digits = re.search(r"\d+", found[0])
            number = digits[0] if digits else None
            return Label(role, found.end(), found.end() == len(text), number)
    return None


@cache
def _item_patterns(lexicon: Lexicon) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the patterns of labels by the letter that they begin with."""
    found: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    for role, words in lexicon.table("headings", "item_labels").items():
        for initial in sorted({phrase[:1].lower() for phrase in words}):
            own = tuple(phrase for phrase in words if phrase[:1].lower() == initial)
            found[initial] = (*found.get(initial, ()), (role, _label_pattern(role, own)))
    return found


@cache
def _part_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("headings", "part_headings"))
    name = rf"(?:{words})\s+(?:no\.?\s*)?(?:\d{{1,2}}[a-z]?|[a-h])"
    return re.compile(
        rf"{name}(?:\s*[:–]\s*|\s+-\s+)(?!.*\b(?:was|were|is|are|had|would)\b)\S|{name}$"
        r"|(?:item|application)\s+no\b\.?\s*\d{1,3}$",
        re.I,
    )


def _label_pattern(role: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """A label ends in a colon; the plainer roles may also stand alone without one."""
    ending = r"(?:\s*:\s*[-–]?\s*|\s*[-–]\s*$|\s*$)" if role in _PLAIN_ROLES else r"\s*:\s*[-–]?\s*"
    return re.compile(rf"(?:{alternation(words)}){ending}", re.I)


@cache
def _speech_patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon.table("headings", "speech_labels")
    spelled = [(role, _speech_pattern(words)) for role, words in table.items()]
    return (*_TO_QUESTION, *spelled, *_LETTERED)


@cache
def _speech_opening(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern that matches wherever one of the labels does, and looks once for all."""
    table = lexicon.table("headings", "speech_labels")
    words = alternation(word for listed in table.values() for word in listed)
    told = "response|reply|answer|written"
    return re.compile(rf"\(?(?:{_WHOSE}(?:{words})|{told}|(?-i:Q|A))", re.I)


_WHOSE = r"(?:(?:the\s+)?[\w-]+(?:'s|s')\s+)?"
_ORDINAL = r"(?:\s*(?:no\.?\s*)?\d{1,2}[a-z]?)?"
_TO_QUESTION = (
    (
        "answer",
        re.compile(
            r"(?:response|reply|answer)s?\s+to\s+(?:Q|questions?|supplementary)\s*(?:no\.?\s*)?\d{0,2}[a-z]?\s*[.:–-]*\s*",
            re.I,
        ),
    ),
    (
        "answer",
        re.compile(
            r"written\s+(?:reply|response|answer)\s+(?:circulated|sent|provided|given)\b[^:.]{0,40}:\s*",
            re.I,
        ),
    ),
)
_LETTER_A = re.compile(r"A\.\s+(?=\S)")
_LETTERED = (
    (
        "question",
        re.compile(
            r"\(?Q\s?\d{1,2}\)?(?:[.:)]?|\s*[-–])\s+(?=[^\s–-])|Q(?:[:.]|\s[-–])\s+|\(?Q\s?\d{1,2}\)?[.:]?$"
        ),
    ),
    (
        "answer",
        re.compile(r"\(?A\s?\d{1,2}\)?(?:[.:)]|\s*[-–])\s+|A(?::|\s[-–])\s+|Ans(?:wer)?[:.]\s+"),
    ),
)


def _speech_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A speech label ends in a colon or dash, or stands alone, numbered or not."""
    ending = rf"(?:{_ORDINAL}\s*[:–]\s*|{_ORDINAL}\s+-\s+|{_ORDINAL}\.?\s*$)"
    return re.compile(rf"\(?{_WHOSE}(?:{alternation(words)}){ending}", re.I)
