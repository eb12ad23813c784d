"""Pages that have lost their line ends: titles and numbered paragraphs begin lines again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.normalise.counting import Number, counted_places
from minutesparse.normalise.inline import break_lists

_LONG = 800  # characters a line has on the average of such a page
_LONG_MIXED = 120  # the same where only some line ends are lost
_FEWEST, _FEWEST_PLAIN = 4, 6
_AMID = 0.6  # worth of a number amid a sentence
_NUMBERED_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])(?=(?P<number>\d{1,3})"
    r"(?:\.?[ ]{1,3}[A-Z][A-Z&'/-]{2,}(?![a-z])|[.)][ ]{1,3}[A-Z][a-z]))",
    re.M,
)
_PLAIN_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])(?=(?P<number>\d{1,3})[ ]{1,3}[A-Z][a-z]{2,}[ ](?:[A-Za-z]|&|\())", re.M
)
_LEADING = re.compile(r"\d{1,3}(?=\D)")
_LINE_ENDS = re.compile(r"\n(?=[^\n])")
_SENTENCE_END = re.compile(r"[.?!)\"'\]]$")
_ROMANS = {
    roman: number
    for number, roman in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), 1
    )
}
_ROMAN_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])(?=(?P<number>[IVX]{1,5})[.)][ ]{1,3}[A-Z][A-Za-z])", re.M
)
_ITEM_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])(?=(?:Agenda[ ])?(?:Item|ITEM)[ ](?P<number>\d{1,3})[ ]?[:.–-][ ]+[A-Z])",
    re.M,
)
_BOOK_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])(?=[A-Z]{0,5}[./ ]?(?P<number>\d{1,4})/\d{2,4}[.:]?[ ]{1,3}[A-Z][a-zA-Z])",
    re.M,
)
_YEARED_TITLE = re.compile(
    r"(?:^|(?<=\S)[ ])"
    r"(?=[A-Z]{0,5}[./ ]?\d{2,4}[/.-](?P<number>\d{1,4})[.:]?[ ]{1,3}[A-Z][a-zA-Z])",
    re.M,
)
_NUMBERED = (
    (_NUMBERED_TITLE, _FEWEST),
    (_ROMAN_TITLE, _FEWEST),
    (_ITEM_TITLE, _FEWEST),
    (_BOOK_TITLE, _FEWEST),
    (_YEARED_TITLE, _FEWEST_PLAIN),
    (_PLAIN_TITLE, _FEWEST_PLAIN),
)
"""The forms of numbers before titles, each with how many must count on."""
_SHOUTED_TITLE = re.compile(
    r"(?:(?<=[.?!)])|(?<=\d{4})|(?<=\bNone)|(?<=\bNil))[ ]{1,3}"
    r"(?!(?:[A-Z,]+[ ]){0,6}(?:RESOLVED|MOVED|SECONDED|MOTION|AYES|NAYS|CARRIED|AGREED|NOTED)\b)"
    r"(?P<title>[A-Z][A-Z'/-]{2,}(?:,?[ ](?:&|[A-Z][A-Z'/-]+)){0,8})(?P<gap>[ ]{1,3})"
    r"(?=[A-Z](?:[ ]?[a-z]|\.[ ])|\()"
)
_SHORTEST_SHOUTED = 7
_TITLE_BEHIND = re.compile(r"(?<=[a-z\d)\"'][.;?!])[ ]{1,3}(?=[A-Z][^.;?!\n]{2,110}$)")
_FIRST_TITLE = re.compile(
    r"(?<=\S)[ ]{1,3}(?=(?:Welcome|Introduction|Minutes\s+of|Apologies|Election\s+of|"
    r"Declarations?\s+of|Opening)\b[^.:;\n]{0,60}$)"
)
_TELLS = re.compile(
    r"\b(?:was|were|is|are|be|been|has|have|had|will|would|that|thanked|(?:Dr|Mrs?|St|No)$)\b|,$"
)
_FEWEST_TITLES = 3
_PEOPLE = re.compile(
    r"(?<=\S)(?<!MEMBERS)(?<!STAFF)(?<!OFFICERS)(?<!Members)(?<!Staff)(?<!Officers)[ ]{1,3}"
    r"(?=(?:(?:MEMBERS|STAFF|OFFICERS|OTHERS|ALSO)\s)?"
    r"(?:PRESENT|IN\s+ATTENDANCE|APOLOGIES|ABSENT|SEDERUNT)\b:?\s+[A-Z][a-z]|"
    r"(?:(?:Members|Staff|Officers|Others|Also)\s+)?(?:[Pp]resent|In\s+[Aa]ttendance|"
    r"Apologies(?:\s+for\s+[Aa]bsence)?|[Aa]bsent)\s?:)"
)


def break_run_on_pages(text: str) -> str:
    """Return a page of hardly any line with a line end before each title that can be told.

    Titles bear numbers that count on, stand before counted paragraphs, or are in capitals.
    """
    if len(text) < _LONG or _lines(text) * _LONG > len(text):
        return _with_lost_ends(text)
    for pattern, fewest in _NUMBERED:
        places = counted_places(_numbers(text, pattern))
        if len(places) >= fewest:
            return _broken_at(text, places)
    return "\n".join(map(_with_shouted_titles, text.split("\n")))


def _with_lost_ends(text: str) -> str:
    """Return a page some of whose lines run into one: a code that counts on begins a line again.

    So it is with "None. 12/20 Minutes They were signed." where "11/20" and "13/20" begin lines.
    """
    if _lines(text) * _LONG_MIXED > len(text):
        return text
    places = counted_places(_numbers(text, _BOOK_TITLE))
    amid = [place for place in places if text[place] == " "]
    ended = all(_SENTENCE_END.search(text, max(0, at - 2), at) for at in amid)
    if not amid or not ended or len(places) - len(amid) < _FEWEST:
        return text
    letters = list(text)
    for place in amid:
        letters[place] = "\n"
    return "".join(letters)


def _lines(text: str) -> int:
    """Return how many line ends stand before lines that hold something."""
    return len(_LINE_ENDS.findall(text))


def _numbers(text: str, pattern: re.Pattern[str]) -> Iterator[Number]:
    """Yield the numbers before titles; one behind the end of a sentence is worth more."""
    for found in pattern.finditer(text):
        value = _ROMANS.get(found["number"]) or int(found["number"])
        ended = _SENTENCE_END.search(text, max(0, found.start() - 2), found.start())
        yield Number(found.start(), value, 1.0 if ended or not found[0] else _AMID)


def _broken_at(text: str, places: Sequence[int]) -> str:
    starts = [0, *(place + (text[place] == " ") for place in places), len(text) + 1]
    parts = [text[first : after - 1] for first, after in pairwise(starts)]
    parts = [_with_labels_of_people(parts[0]), *map(_with_paragraphs, parts[1:])]
    return "\n".join(map(_with_lists, _with_titles(parts)))


def _with_paragraphs(part: str) -> str:
    """Return an item with a line end before each paragraph that its own number leads ("2.1.")."""
    number = _LEADING.match(part)
    if number is None:
        return part
    own = re.compile(rf"(?<=\S) (?={number[0]}\.\d{{1,2}}[.)][ ]+[A-Z\"“(])")
    return own.sub("\n", part)


def _with_lists(text: str) -> str:
    return "\n".join(map(break_lists, text.split("\n")))


def _with_labels_of_people(text: str) -> str:
    """Return the head of a page with a line end before each label of those present or away."""
    return _PEOPLE.sub(lambda gap: "\n".ljust(len(gap[0])), text)


def _with_titles(parts: Sequence[str]) -> list[str]:
    """Return numbered paragraphs, each with a line end before the title that stands behind it.

    Words without a stop between a sentence and the next number are the title of what follows,
    where a page has several of them.
    """
    places = [_title_place(part) for part in parts[:-1]]
    if sum(place is not None for place in places) < _FEWEST_TITLES:
        return list(parts)
    if places[0] is None:
        first = _FIRST_TITLE.search(parts[0])
        places[0] = first.start() if first else None
    return [
        part if place is None else f"{part[:place]}\n{part[place + 1 :]}"
        for part, place in zip(parts, [*places, None], strict=True)
    ]


def _title_place(part: str) -> int | None:
    """Return where words that tell nothing stand behind the last sentence of a paragraph."""
    found = _TITLE_BEHIND.search(part)
    return found.start() if found and not _TELLS.search(part, found.end()) else None


def _with_shouted_titles(line: str) -> str:
    """Return a line with each title in capitals, between two sentences, on a line of its own."""
    found = [one for one in _SHOUTED_TITLE.finditer(line) if len(one["title"]) >= _SHORTEST_SHOUTED]
    if len({one["title"] for one in found}) < _FEWEST:
        return line
    letters = list(line)
    for one in found:
        letters[one.start()] = letters[one.start("gap")] = "\n"
    return _with_labels_of_people("".join(letters))
