"""Lists whose points run on within one line ("that: (a) ...; (b) ..."), set on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
_BULLET = re.compile(r"(?<=\S)[ ]+(?=[·•][ ])|(?<=[.:;,?)])[ ]+(?=o[ ][A-Z])")
_LED_IN = re.compile(r":[-–]?[ ]+(?P<mark>[·•*–-])[ ](?=\S)")
_LED_POINT = {
    mark: re.compile(
        rf"(?:(?<=[.:;?!)–-])|(?<=; and)|(?<=, and)|(?<=; or))[ ]+(?={re.escape(mark)}[ ]\S)"
    )
    for mark in "·•*–-"
}
_HEAD_WORD = re.compile(
    r"(?<=[.:;])[ ](?=(?:UNANIMOUSLY )?(?:RESOLVED|RECOMMENDED|AGREED)(?: UNANIMOUSLY)?"
    r"[ ]?(?:[:–-]|that\b|That\b|to\b))"
)
_REPLY_LABEL = re.compile(
    r"(?<=\?)[ ](?=(?:Response|Answer|Reply|Ans|A)[ ]?(?:[:–-]|(?<=A)\.)[ ]+[A-Z\d£])"
)
_POINT = re.compile(
    r"(?:^[ ]*|(?<=\S)[ ])(?:"
    r"(?P<open>[(\[]?)(?P<label>\d{1,2}|[a-z]|[ivx]{2,5})(?P<close>[.)\]])"
    r"|(?P<dotted>\d{1,3}\.\d{1,2}(?:\.\d{1,2})?)"
    r")[ ]+(?=[A-Za-z\"'£(\d])"
)
_CLOSED = re.compile(r"(?:[.:;,?!)–\"]|\b(?:and|or|that|to|RESOLVED|Minutes|Decision)\b:?)$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_Step = tuple[str, int]


def break_lists(line: str) -> str:
    """Return a line with a line end before each bullet and each point of a rising list.

    A list begins with its first number, letter or roman number; it counts only where the next
    one follows, printed alike.
    """
    line = _BULLET.sub(lambda gap: "\n".rjust(len(gap[0])), line)
    line = _HEAD_WORD.sub("\n", line)
    return "\n".join(map(_break_points, line.split("\n")))


def break_led_bullets(text: str) -> str:
    """Return text with a line end before each bullet of a list that runs on behind its lead-in.

    "She said the following: - costs had risen; - and two posts were vacant" is a lead-in and two
    points; a mark counts where the lead-in's colon stands right before the first of them.
    """
    found = _LED_IN.search(text)
    if found is None:
        return text
    lines = text.split("\n")
    for place, line in enumerate(lines):
        led = _LED_IN.search(line)
        if led is not None:
            points = _LED_POINT[led["mark"]]
            behind = points.sub(lambda gap: "\n".rjust(len(gap[0])), line[led.start() :])
            if behind.count("\n") > 1:
                lines[place] = line[: led.start()] + behind
    return "\n".join(lines)


def break_replies(text: str) -> str:
    """Return text with a line end between a question and the label of its reply behind it."""
    return _REPLY_LABEL.sub("\n", text)


def _break_points(line: str) -> str:
    starts = sorted({place for place in _points(line) if place > 0})
    if not starts:
        return line
    parts = [
        line[first:last]
        for first, last in zip([0, *(place + 1 for place in starts)], [*starts, None], strict=True)
    ]
    return "\n".join(parts)


def _points(line: str) -> Iterator[int]:
    """Yield where the points of lists that count on stand, one list after another."""
    open_lists: dict[str, list[tuple[int, int]]] = {}
    for found in _POINT.finditer(line):
        closed = found.start() == 0 or _closes(line, found.start())
        for shape, value in _readings(found):
            run = open_lists.setdefault(shape, [])
            if value == 1 and closed:
                yield from _counted(run)
                run[:] = [(found.start(), 1)]
            elif run and value == run[-1][1] + 1 and (closed or shape.endswith(("_)", "_]", "."))):
                run.append((found.start(), value))
                break
    for run in open_lists.values():
        yield from _counted(run)


def _closes(line: str, place: int) -> bool:
    """Tell whether the words before a place end a sentence or lead in a list."""
    return _CLOSED.search(line, max(0, place - 12), place) is not None


def _counted(run: list[tuple[int, int]]) -> Iterator[int]:
    if len(run) > 1:
        yield from (place for place, _ in run)


def _readings(found: re.Match[str]) -> Iterator[_Step]:
    """Yield what a number can be, as the shape of its list and its place in it."""
    if found["dotted"]:
        stem, last = found["dotted"].rsplit(".", 1)
        yield f"{stem}.", int(last)
        return
    label, frame = found["label"], found["open"] + "_" + found["close"]
    if label.isdigit():
        yield f"1{frame}", int(label)
        return
    if len(label) == 1:
        yield f"a{frame}", _LETTERS.index(label) + 1
    if label in _ROMANS:
        yield f"i{frame}", _ROMANS.index(label) + 1
