"""A heading, and the forms of the numbers and titles that make one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesparse.lexicons import alternation
from minutesparse.lexicons.patterns import somewhere
from minutesparse.segment.chains import ROMANS
from minutesparse.text import Line

_ROMAN = r"(?:X{0,2}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})(?=[.)]|\s+[A-Z][A-Za-z]{2}|$)"
_LETTER = r"[A-Z](?=[.)](?:\s|$))"
_NUMBER = (
    rf"(?!\d{{1,2}}[.:]\d\d\s?[ap]\.?m\b)(?:(?-i:{_ROMAN}|{_LETTER})|\d{{1,3}}\((?:\d{{1,2}}|[a-h])\)|\d{{2,4}}[/-]\d{{2,4}}/[A-Z]{{2,5}}/\d{{1,3}}|(?:(?!PDF|MP3|KB)[A-Z]{{1,4}}[/.-]?)?\d{{1,5}}(?:[a-h](?=/\d\d))?(?:[./_-]\d{{1,4}}){{0,3}}(?:(?!\.(?:TO|OF|AND|THE|ANY|FOR)\b)(?:[/.]?[A-Z]{{1,3}}|-[A-Z](?![\w-])))?[a-z]?"
    r"(?:\s*(?:&|and|-)\s*\d{1,3}(?=[.)]))?)"
)
_BEFORE = r"(?:[*•·]\s*)?(?:\((?=\d{2,5}\)))?"
_WORD = r"(?P<word>(?:agenda\s+)?(?:item|minute|min)s?\.?\s+(?:(?:no|number)\b\.?\s*|#\s*)?)?"
NUMBER_LINE = re.compile(rf"(?i:{_WORD}){_BEFORE}(?P<number>{_NUMBER})(?P<close>[.):]?)$")
NUMBER_TITLE = re.compile(
    rf"{_WORD}{_BEFORE}(?P<number>{_NUMBER})(?P<close>\.\)|[ ]?\.(?=\s)|[.):]?)"
    r"(?P<space>\s+|(?<=[.):]))"
    r"(?:(?P<dash>[-–|/]\s+)|\d{1,3}\.\s{2,}(?=[A-Z]))?"
    r"(?P<title>(?!(?:PDF|DOCX?|XLSX?|PPTX?)\s\d)[A-Z\"'(*].*)$",
    re.I | re.S,
)
_ANNOUNCE_NUMBER = frozenset(("agenda", "item", "items", "min", "mins", "minute", "minutes"))
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE_AFTER = re.compile(rf"{MONTH}\b(?=\s+\d{{4}}\b|\s*[.,]|\s*$)", re.I)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/-](?:19|20)\d\d)?")
_PLAIN = re.compile(r"\d{1,3}|\d{1,4}\.\d{1,3}")
_LETTERS = re.compile(r"[A-Za-z]{1,4}\d?")
_COMPOSITE = re.compile(
    r"(?:[A-Za-z]{1,4}[./-]?)?\d{1,4}[a-h]?/\d{2,4}(?:-\d{2})?|\d{2,4}[/-]\d{2,4}/[A-Z]{2,5}/\d{1,3}|\d{2}/\d{2}/\d{2}|[A-Z]{2,4}\d{1,4}/\d{2}"
)
SENTENCE_VERBS = frozenset(
    """was were had has have be been is are that would asked said noted reported advised agreed
    thanked stated presented received will confirmed proposed queried""".split()
)
SENTENCE = somewhere("wrhbiatsnpcq", rf"(?:{alternation(SENTENCE_VERBS)})\b")
"""A verb that sentences have."""

_ZERO_END, _DASHED_LETTER = re.compile(r"\.0$"), re.compile(r"-[A-Z]$")
_LETTER_END = re.compile(r"(?<=\d)[A-Ha-h](?=/|$)")
_LETTERS_BEFORE, _DIGITS = re.compile(r"[A-Za-z]{1,4}(?=[/.\d-])"), re.compile(r"\d+")
_DENSE = 0.15  # share of lines below a blank one


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one item.

    Attributes:
        line: Index of its first line.
        body: Index of the first line that is not heading any more.
        start: Offset of its first character.
        number: The number as printed, without closing punctuation.
        title: Its words.
        rest: Offset at which text runs in on the heading's last line, if it does.
        rule: Name of the rule that found it.
    """

    line: int
    body: int
    start: int
    number: str | None
    title: str | None
    rest: int | None
    rule: str


def opens_with_word(text: str) -> bool:
    """Tell whether a line opens with a word, so that neither number nor bullet does.

    Most lines do, and telling so takes a third of the time that trying every form of numbers does.
    """
    first = text.partition(" ")[0]
    plain = len(first) > 1 and first.isalpha() and first.isascii()
    return plain and first.strip("IVX") != "" and first.lower() not in _ANNOUNCE_NUMBER


def is_date(found: re.Match[str]) -> bool:
    """Tell whether a number and what follows it are a day of a month."""
    number = found["number"]
    return number.isdigit() and int(number) <= 31 and bool(_DATE_AFTER.match(found["title"]))


def separated(found: re.Match[str]) -> bool:
    """Tell whether number and title stand apart enough to be a number and a title."""
    number, title = found["number"], found["title"]
    if is_date(found):
        return False
    if not found["close"] and _YEARS.fullmatch(number):
        return False
    if number.isalpha():
        bare = title[:3].isupper() or (number in ROMANS and number != "I")
        return (bool(found["close"]) or bare) and title[0].isupper()
    if found["word"] or (found["dash"] and not number.isdigit()):
        return True
    if not found["close"] and len(found["space"]) < 2 and not title[:2].isupper():
        if _COMPOSITE.fullmatch(number):
            return title[0].isupper()
        plain = _PLAIN.fullmatch(number) is not None
        return plain and title[0].isupper()
    return _LETTERS.fullmatch(number) is None


def can_be_title(text: str) -> bool:
    """Tell whether a line under a lone number can be its title."""
    return (
        any(map(str.isalpha, text))
        and len(text) <= 300
        and not NUMBER_LINE.match(text)
        and not re.match(r"\d{1,3}[.)]\s+\S", text)
        and (text[0].isupper() or not text[0].isalpha())
    )


def number_shape(found: re.Match[str]) -> str:
    """Return how a number is printed, whatever the number: siblings are printed alike."""
    if found["number"].isalpha():
        return ("R" if found["number"] in ROMANS else "L") + found["close"]
    item, closing = found.groupdict().get("word"), found["close"].replace(".", "").strip()
    if found["number"].isdigit():
        return "item 1" if item else "1" + closing
    number = _ZERO_END.sub(".zero", found["number"])
    number = _LETTER_END.sub("", number)
    number = _DASHED_LETTER.sub("-A", number)
    if "/" in number and len(number) <= 4:
        number = number.split("/")[0]
    if item:
        return "item " + _DIGITS.sub("1", number)
    return _LETTERS_BEFORE.sub("A", _DIGITS.sub("1", number)) + closing


def past_parts(lines: Sequence[Line], index: int, number: str) -> int:
    """Return the line below a number, past the numbers of its paragraphs ("4." above "4.1").

    Where a page's numbers stand in a column of their own, its text is read after them.
    """
    first = index + 1
    while first + 1 < len(lines) and _numbers_part(lines[first].text, number):
        first += 1
    return first


def _numbers_part(text: str, number: str) -> bool:
    """Tell whether a line is nothing but the number of a part of a numbered item."""
    return text.startswith(f"{number}.") and NUMBER_LINE.match(text) is not None


def is_dense(lines: Sequence[Line]) -> bool:
    """Tell whether a page has hardly any blank lines, so that titles stand amid their text."""
    return sum(line.gap > 0 for line in lines) <= len(lines) * _DENSE
