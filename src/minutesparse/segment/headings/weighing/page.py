"""A page's lines with all that is known of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from minutesparse.lexicons import Lexicon
from minutesparse.segment.chains import Candidate, best_chain
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title, is_person
from minutesparse.segment.headings.model import is_dense
from minutesparse.segment.headings.weighing.facts import (
    Before,
    Below,
    Group,
    Numbering,
    Opening,
    Own,
    Place,
    Shown,
    word_fact,
)
from minutesparse.segment.headings.weighing.looks import NONE, Look, looks_of, stepped
from minutesparse.segment.labels import is_part_heading
from minutesparse.segment.titles import has_attachment
from minutesparse.text import Line

_HEADER = re.compile(r"(?:(?:Note\s+)?No\.?\s*Item|Rhif\s+eitem)\s*$", re.I)
_NEAR_TOP = 80
_OPENING = 3  # words
_LONGEST = 200  # characters of a title without a number
_CHAINS = (1, 2, 4, 8, 16)
_TIMES = (1, 2, 4)
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.9, 0.97)
_LENGTHS = (30, 80, 200)
_INDENTS = (-5, -1, 0, 4, 20)
_AGAIN = {(a, b): f"{a} {b}" for a in (False, True) for b in (False, True)}
# There are too many groups to count each one's fields.
_own = partial(tuple.__new__, Own)
_numbering = partial(tuple.__new__, Numbering)
_before = partial(tuple.__new__, Before)
_below = partial(tuple.__new__, Below)
_place = partial(tuple.__new__, Place)
_shown = partial(tuple.__new__, Shown)
_opening = partial(tuple.__new__, Opening)
_OUTSIDE = Look("", NONE, None, "", NONE, 0, 0, NONE, NONE, NONE, NONE, NONE, ())


class Page:
    """A page's lines with all that is known of each.

    Args:
        lines: The lines of the page.
        lexicon: Tells standing titles and labels.
    """

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon) -> None:
        self._lines = lines
        self._lexicon = lexicon
        self._looks = looks_of(lines, lexicon)
        self._chain = _chain(self._looks)
        self._long = stepped(len(self._chain), _CHAINS)
        self._folded = [line.text.casefold() for line in lines]
        self._times = Counter(self._folded)
        self._openings = _openings(self._looks)
        self._density = "dense" if is_dense(lines) else "loose"
        self._people = next(
            (at for at, line in enumerate(lines) if is_label_of_people(line.text)), None
        )
        headers = [at for at, line in enumerate(lines[:_NEAR_TOP]) if _HEADER.match(line.text)]
        self._header = headers[-1] if headers else None
        self._margin = Counter(line.indent for line in lines).most_common(1)[0][0] if lines else 0

    def is_long(self, at: int) -> bool:
        """Tell whether a line is too long for a title, and has no number."""
        long = len(self._lines[at].text) > _LONGEST
        return long and self._looks[at].number == NONE

    def facts(self, at: int) -> Iterator[str]:
        """Yield the facts about the line at a place, group after group."""
        for group in self.groups(at):
            yield from group.facts()
        for word in self.words(at):
            yield word_fact(word)

    def words(self, at: int) -> Sequence[str]:
        """Return the first words of the line at a place, each of which is a fact of its own."""
        return self._looks[at].words

    def groups(self, at: int) -> list[Group]:
        """Return the groups of facts about the line at a place, all but its words."""
        look = self._looks[at]
        _, number, _, _, case, above, length, end, verb, known, label, _, words = look
        before = self._looks[at - 1] if at else _OUTSIDE
        below = self._look(at + 1)
        place = NONE if number == NONE else self._chained(at)
        chained = NONE if before.key is None else self._chained(at - 1)
        width = stepped(len(before.text), _LENGTHS)
        found: list[Group] = [
            _own((
                number, case, above, below.above, self._density, length, end, verb, known, label,
            )),
            _numbering((place, self._long, number, case, above, known)),
            _before((
                before.case, width, before.end, before.label, before.number, chained, case,
            )),
            _below((
                below.kind, below.number, below.known, below.above, self._chained(at + 1),
                self._look(at + 2).kind, case, above, number,
            )),
            self._place(at, look),
            _shown((tuple(self._shown(look)),)),
        ]  # fmt: skip
        if words:
            found.append(_opening((words[0], number != NONE)))
        return found

    def _look(self, at: int) -> Look:
        return self._looks[at] if at < len(self._looks) else _OUTSIDE

    def _chained(self, at: int) -> str:
        return "in" if at in self._chain else "out"

    def _place(self, at: int, look: Look) -> Place:
        line = self._lines[at]
        first, last = self._openings.get(look.words[:_OPENING], (at, at))
        people = NONE if self._people is None else str(at < self._people)
        header = NONE if self._header is None else str(min(max(at - self._header, 0), 2))
        return _place((
            stepped(line.start / self._lines[-1].end, _PLACES),
            stepped(line.indent - self._margin, _INDENTS),
            stepped(self._times[self._folded[at]], _TIMES),
            _AGAIN[first < at, last > at],
            people,
            header,
            look.case,
            look.above,
        ))  # fmt: skip

    def _shown(self, look: Look) -> Iterator[str]:
        if look.kind == "purpose":
            yield "purpose"
        if "B" in look.text and has_attachment(look.text):
            yield "attachment"
        if is_no_title(look.body):
            yield "no title"
        if look.case == "title" and is_person(look.body, self._lexicon):
            yield "person"
        if is_label_of_people(look.body):
            yield "people"
        if is_part_heading(look.text, self._lexicon):
            yield "part"


def _openings(looks: Sequence[Look]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Return where words open a line first and last: a list of contents says all titles before."""
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    for at, look in enumerate(looks):
        opening = look.words[:_OPENING]
        if len(opening) > 1:
            first, _ = places.get(opening, (at, at))
            places[opening] = first, at
    return places


def _chain(looks: Sequence[Look]) -> frozenset[int]:
    """Return the places of the longest run of numbers of one shape that rise down the page."""
    numbered = [
        Candidate(at, look.key, look.number.removeprefix("alone "), 1.0)
        for at, look in enumerate(looks)
        if look.key is not None
    ]
    return frozenset(one.index for one in best_chain(numbered)) if numbered else frozenset()
