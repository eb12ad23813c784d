"""The facts about a line, in groups: how it looks, what stands around it, on what page.

What a group of facts weighs is the same for all lines that show it, so it need be added up once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutesparse.segment.headings.weighing.looks import NONE
from minutesparse.weights import ALWAYS


class Own(NamedTuple):
    """How a line looks; the fields are those of its look, ``below`` the blank lines below it."""

    number: str
    case: str
    above: int
    below: int
    density: str
    length: int
    end: str
    verb: str
    known: str
    label: str

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        number, case, above, known = self.number, self.case, self.above, self.known
        yield ALWAYS
        yield f"number={number}"
        yield f"number={number} {case}"
        yield f"case={case}"
        yield f"gaps={above} {self.below}"
        yield f"gaps={above} {self.below} {case}"
        yield f"above={above}"
        yield f"page={self.density} {above} {case}"
        yield f"length={self.length}"
        yield f"length={self.length} {case}"
        yield f"end={self.end}"
        yield f"end={self.end} {case}"
        yield f"end={self.end} {self.verb}"
        yield f"known={known} {case}"
        yield f"known={known} {above}"
        yield f"known={known} {number}"
        yield f"known={known} {self.verb}"
        yield f"label={self.label}"


class Numbering(NamedTuple):
    """Where a line's number stands in the page's longest run of rising numbers.

    Attributes:
        place: ``in`` or ``out``; ``none`` for a line without a number.
        long: How long that run is.
    """

    place: str
    long: int
    number: str
    case: str
    above: int
    known: str

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        if self.place == NONE:
            yield f"chain={self.long}"
            yield f"chain={self.long} {self.case} {self.above}"
            return
        yield f"chain={self.place} {self.long}"
        yield f"chain={self.place} {self.number}"
        yield f"chain={self.place} known {self.known}"
        yield f"chain={self.place} {self.case}"


class Before(NamedTuple):
    """The line above; ``own`` is the case of the line itself, ``chained`` where the number is."""

    case: str
    length: int
    end: str
    label: str
    number: str
    chained: str
    own: str

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        yield f"before={self.case} {self.length}"
        yield f"before ends={self.end}"
        yield f"before ends={self.end} {self.own}"
        yield f"before label={self.label}"
        if self.chained != NONE:
            yield f"before number={self.number}"
            yield f"before number={self.number} {self.chained}"


class Below(NamedTuple):
    """The line below and the kind of the second one; ``own`` is said of the line itself."""

    kind: str
    number: str
    known: str
    gap: int
    chained: str
    second: str
    own_case: str
    own_above: int
    own_number: str

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        yield f"below={self.kind}"
        yield f"below={self.kind} {self.own_case}"
        yield f"below={self.kind} {self.own_above} {self.gap}"
        yield f"below number={self.number}"
        yield f"below number={self.number} {self.own_number}"
        yield f"below known={self.known} {self.gap}"
        yield f"below chain={self.chained}"
        yield f"second below={self.second}"


class Place(NamedTuple):
    """Where on the page a line stands.

    Attributes:
        part: In which part of the page.
        indent: How far from the page's margin.
        times: How often the page has the line.
        again: Whether a line above, and one below, opens with its words: a list of contents does.
        people: Whether it stands above the list of people; ``none`` without one.
        header: Whether it stands below the header of the items, and where; ``none`` without one.
    """

    part: int
    indent: int
    times: int
    again: str
    people: str
    header: str
    case: str
    above: int

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        yield f"place={self.part}"
        yield f"indent={self.indent}"
        yield f"times={self.times}"
        yield f"again={self.again}"
        if self.people != NONE:
            yield f"above people={self.people} {self.case}"
        if self.header != NONE:
            yield f"below header={self.header}"
            yield f"headed {self.case} {self.above}"


class Shown(NamedTuple):
    """What the rules know of lines that are titles, or are none."""

    told: tuple[str, ...]

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        yield from self.told


class Opening(NamedTuple):
    """A line's first word."""

    first: str
    numbered: bool

    def facts(self) -> Iterator[str]:
        """Yield the facts of the group."""
        yield f"opens={self.first} {self.numbered}"


Group = Own | Numbering | Before | Below | Place | Shown | Opening


def word_fact(word: str) -> str:
    """Return the fact that a word is one of a line's first; such facts stand for themselves."""
    return f"word={word}"
