"""Pages that have lost their line ends: titles and numbered paragraphs begin lines again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutesparse.normalise.inline import break_lists

_LONG = 800  # characters a line has on the average of such a page
_FEWEST = 4
_NUMBERED_TITLE = re.compile(
    r"(?<=\S)[ ](?=(?P<number>\d{1,3})"
    r"(?:\.?[ ]{1,3}[A-Z][A-Z&'/-]{2,}(?![a-z])|[.)][ ]{1,3}[A-Z][a-z]))"
)
_ROMANS = {
    roman: number
    for number, roman in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), 1
    )
}
_ROMAN_TITLE = re.compile(r"(?<=\S)[ ](?=(?P<number>[IVX]{1,5})[.)][ ]{1,3}[A-Z][A-Za-z])")
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
    r"(?<=\S)[ ]{1,3}(?=(?:(?:MEMBERS|STAFF|OFFICERS|OTHERS|ALSO)\s)?"
    r"(?:PRESENT|IN\s+ATTENDANCE|APOLOGIES|ABSENT|SEDERUNT)\b:?\s+[A-Z][a-z]|"
    r"(?:(?:Members|Staff|Officers|Others|Also)\s+)?(?:[Pp]resent|In\s+[Aa]ttendance|"
    r"Apologies(?:\s+for\s+[Aa]bsence)?|[Aa]bsent)\s?:)"
)


def break_run_on_pages(text: str) -> str:
    """Return a page of hardly any line with a line end before each title that can be told.

    Titles bear numbers that count on from 1, stand before counted paragraphs, or are in capitals.
    """
    if len(text) < _LONG or text.count("\n") * _LONG > len(text):
        return text
    return "\n".join(map(_break_line, text.split("\n")))


def _break_line(line: str) -> str:
    for places in (_counted(line, _NUMBERED_TITLE), _counted(line, _ROMAN_TITLE)):
        if len(places) >= _FEWEST:
            return _broken_at(line, places)
    return _with_shouted_titles(line)


def _counted(line: str, pattern: re.Pattern[str]) -> list[int]:
    """Return where numbers stand that count on from 1; a clerk may give one number twice."""
    places: list[int] = []
    last = 0
    for found in pattern.finditer(line):
        number = _ROMANS.get(found["number"]) or int(found["number"])
        if number == last + 1 or (places and number == last):
            places.append(found.start())
            last = number
    return places


def _broken_at(line: str, places: Sequence[int]) -> str:
    starts = [0, *(place + 1 for place in places), len(line) + 1]
    parts = [line[first : after - 1] for first, after in pairwise(starts)]
    parts[0] = _with_labels_of_people(parts[0])
    return "\n".join(map(break_lists, _with_titles(parts)))


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
