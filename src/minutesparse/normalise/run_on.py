"""Pages that have lost their line ends: the numbered titles begin lines again."""

from __future__ import annotations

import re

from minutesparse.normalise.inline import break_lists

_LONG = 800  # characters a line has on the average of such a page
_FEWEST = 4
_NUMBERED_TITLE = re.compile(
    r"(?<=\S)[ ](?=(?P<number>\d{1,3})"
    r"(?:\.?[ ]{1,3}[A-Z][A-Z&'/-]{2,}(?![a-z])|[.)][ ]{1,3}[A-Z][a-z]))"
)


def break_run_on_pages(text: str) -> str:
    """Return a page of hardly any line with a line end before each numbered title.

    The numbers must count on from 1; a clerk may give one number twice.
    """
    if len(text) < _LONG or text.count("\n") * _LONG > len(text):
        return text
    return "\n".join(map(_break_line, text.split("\n")))


def _break_line(line: str) -> str:
    places: list[int] = []
    last = 0
    for found in _NUMBERED_TITLE.finditer(line):
        number = int(found["number"])
        if number == last + 1 or (places and number == last):
            places.append(found.start())
            last = number
    if len(places) < _FEWEST:
        return line
    starts = [0, *(place + 1 for place in places)]
    return "\n".join(
        break_lists(line[first:end])
        for first, end in zip(starts, [*places, len(line)], strict=True)
    )
