"""Long texts of one shape each: plain minutes, and what no clerk would write."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from tests.places import CORPUS

Shape = Callable[[int], str]
PLAIN = "plain"
_MINUTES = CORPUS / "fenmarsh-performance-nested-bullets.txt"
_LETTERS = "abdefghiklmnoprstuvw"


def _again(words: str) -> Shape:
    return lambda size: (words * (size // len(words) + 1))[:size]


def _filled(lines: Callable[[], Iterable[str]]) -> Shape:
    def text(size: int) -> str:
        parts, length = [], 0
        for line in lines():
            parts.append(line)
            length += len(line)
            if length >= size:
                break
        return "".join(parts)

    return text


def _plain(size: int) -> str:
    return _again(_MINUTES.read_text(encoding="utf-8") + "\n\n")(size)


def _names() -> Iterator[str]:
    """Yield surnames that nobody else bears."""
    for letters in itertools.product(_LETTERS, repeat=4):
        yield "".join(letters).capitalize() + "son"


SHAPES: dict[str, Shape] = {
    PLAIN: _plain,
    "one line": _again("Councillor Orr asked how many bins had been missed and Mrs Hale said 40. "),
    "one word": _again("a"),
    "words of one line": _again("word "),
    "short lines": _again("Bins\n"),
    "broken lines": _again("the bins had been missed in a street that nobody\nhad swept for\n"),
    "bullets": _again("• Councillor Orr asked why.\n"),
    "bullets of one letter": _again("• a\n"),
    "empty bullets": _again("•\n"),
    "numbered lines": _filled(lambda: (f"{n}. Mr Orr asked why.\n" for n in itertools.count(1))),
    "nested numbers": _filled(lambda: ("1." * (n % 40) + "1 Bins\n" for n in itertools.count())),
    "speakers": _filled(lambda: (f"Councillor {name} asked why.\n\n" for name in _names())),
    "attendance": lambda size: (
        "Present: " + _filled(lambda: (f"Cllr {n}, " for n in _names()))(size)
    ),
    "items": _filled(
        lambda: (
            f"{n}. BINS AND BOATS\n\nThe Clerk spoke.\n\nRESOLVED: That it be noted.\n\n"
            for n in itertools.count(1)
        )
    ),
    "resolutions": _again("RESOLVED: That it be noted.\n"),
    "clauses": _again("(a) That it be noted;\n"),
    "deep parentheses": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "open parentheses": _again("(the bins "),
    "digits": _again("1234567890"),
    "numbers": _again("12 "),
    "lines of numbers": _again("12\n"),
    "decimals": _again("1.2."),
    "pounds": _again("£1,000 "),
    "shares": _again("9%-11% "),
    "dates": _again("12 May 2022 "),
    "times": _again("7.15 pm "),
    "votes": _again("For: 12 Against: 3 Abstain: 1\n"),
    "pipes": _again("|"),
    "cells": _again("a | "),
    "rows": _again("| a | b |\n"),
    "rules": _again("-"),
    "non-breaking spaces": _again("\u00a0"),
    "blanks": _again(" \t"),
    "line ends": _again("\r\n"),
    "in response": _again("In response to a question from "),
    "in response to a name": _again("In response to a question from Councillor Orr, "),
    "quotes": _again('"'),
    "open quotes": _again("“Bins, "),
    "full stops": _again("."),
    "commas": _again("and, "),
    "colons": _again("a: "),
    "initials": _again("A. "),
    "titles": _again("Councillor "),
    "names": _again("Councillor Orr, "),
    "capitals": _again("RESOLVED "),
    "kinds of meetings": _again("statutory annual "),
    "meetings": _again(
        "Meeting: 06/09/2022 - Cabinet (Item 20)\n\n20 Wharf\n\nMinutes:\n\nNoted.\n\n"
    ),
    "combining marks": _again("e\u0301"),
    "joiners": _again("\u200d"),
    "joiners between blanks": _again("\u200b "),
    "right to left": _again("\u202e שלום "),
    "emoji": _again("👩‍👩‍👧 "),
    "mojibake": _again("â€™"),
    "control characters": _again("\x00"),
    "template leaks": _again("FIELD_TITLE "),
    "numbered letters": _again("1. A "),
    "lines of numbered letters": _again("1. A\n"),
}
"""Each makes a text of at least the number of characters asked for, or nearly."""

_MOVED = "Moved by Cllr Orr, seconded by Cllr Hale."
CROWDED: dict[str, Shape] = {
    "resolutions": _again("RESOLVED: That it be noted.\n\n"),
    "motions of one line": _again(f"{_MOVED} "),
    "motions and decisions": _again(f"{_MOVED} RESOLVED: That it be noted.\n\n"),
    "tasks": _again("ACTION: Clerk to write to the County.\n"),
    "owners": _again("Action: Clerk\n"),
}
"""Texts of one item with records of one kind without end, made like the others."""
