"""Lessons of headings: each line of a page, and whether a marked item begins on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.normalise import normalise
from minutesparse.pipeline import Parser
from minutesparse.segment.headings import Heading
from minutesparse.segment.headings.weighing.page import Page
from minutesparse.text import Line, Source
from training.documents import Document
from training.lessons import Lesson
from training.stripped import stripped

HEADING, TEXT = "heading", "text"


def heading_lessons(document: Document) -> list[Lesson]:
    """Return the lessons of a document: one for each line, as it is and as sites strip it."""
    gold = document.gold
    starts = [mark.span.start for mark in gold.tagged("item")]
    return [*_lessons(gold.text, starts), *_lessons(*stripped(gold))]


def _lessons(text: str, starts: Sequence[int]) -> list[Lesson]:
    """Return the lessons of a page whose items begin at some places."""
    clerk = Clerk()
    Parser(items_only=True, surveyor=clerk).parse(text)
    clean = normalise(Source(text)).offsets.to_clean
    ends = [line.end for line in clerk.lines]
    begun = {bisect_right(ends, clean(_first_letter(text, start))) for start in starts}
    return [
        Lesson(frozenset(facts), HEADING if at in begun else TEXT)
        for at, facts in enumerate(clerk.facts)
    ]


class Clerk:
    """A surveyor that takes the rules at their word and keeps what is known of every line."""

    def __init__(self) -> None:
        self.lines: Sequence[Line] = ()
        self.facts: list[list[str]] = []

    def __call__(
        self, lines: Sequence[Line], ruled: list[Heading], lexicon: Lexicon
    ) -> list[Heading]:
        """Keep the facts about each line of a page; return the rules' headings."""
        page = Page(lines, lexicon)
        self.lines = lines
        self.facts = [list(page.facts(at)) for at in range(len(lines))]
        return ruled


def _first_letter(text: str, start: int) -> int:
    """Return where the first character stands that is no white space, from a place on."""
    return start + len(text[start:]) - len(text[start:].lstrip())
