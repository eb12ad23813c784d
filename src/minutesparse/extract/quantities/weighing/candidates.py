"""The words around each figure of a passage, with what their facts come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add
from typing import Generic, NamedTuple

from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Lead, Ruling
from minutesparse.extract.quantities.weighing.placing import placed
from minutesparse.extract.quantities.weighing.telling import (
    FIGURE,
    JOINT,
    PAUSE,
    VERB,
    Telling,
    Told,
)

_BEFORE, _AFTER = 21, 12  # tokens that a subject lies within: of words farther off 1 in 90 belongs
FARTHEST = _BEFORE + 1  # how far a word is that stands elsewhere
_ROUNDED = (0, 1, 2, 3, 4, 5, 6, 8, 11, 15, _BEFORE)
_STEPS = tuple(next(s for s in _ROUNDED if at <= s) for at in range(_BEFORE + 1))
_PAUSES = frozenset(",;:()-–—")
_MARKS = {"verb": VERB, "aux": VERB, "conj": JOINT}
_CHAINED = frozenset(["noun", "det", "prep", "num", "adv", "punct"])
_NEAR, _MANY, _LONG = 3, 6, 4
_EDGE = "#"


class Candidates(NamedTuple, Generic[Told]):
    """The words that may belong to a subject: those brought from elsewhere, then the sentence's.

    Attributes:
        brought: Words of the rules' subject that stand nowhere in the sentence.
        places: The tokens of the others, in order.
        ruled: Tokens of the rules' subject.
        told: What the facts of each word come to.
    """

    brought: Sequence[str]
    places: Sequence[int]
    ruled: frozenset[int]
    told: list[Told]


class _Ground(NamedTuple):
    """One figure in its sentence, and what the rules made of it.

    Attributes:
        figure: The figure.
        start: First token of the sentence.
        end: First token after it.
        rule: The rule that named it.
        lead: What leads to it.
        ruled: Tokens of the rules' subject.
        many: How many words the rules' subject has.
    """

    figure: Figure
    start: int
    end: int
    rule: str
    lead: Lead
    ruled: frozenset[int]
    many: int


class _Nearby(NamedTuple, Generic[Told]):
    """The words of a sentence, side by side.

    Attributes:
        words: The words as they can be facts.
        tags: The part that each plays.
        told: What each comes to that its neighbours are.
    """

    words: Sequence[str]
    tags: Sequence[str]
    told: Sequence[Told]


class Surroundings(Generic[Told]):
    """Finds the words around the figures of a passage.

    Args:
        reading: The passage.
        figures: All its figures, in order.
        telling: What facts come to.
    """

    def __init__(self, reading: Reading, figures: Sequence[Figure], telling: Telling[Told]) -> None:
        self._reading, self._telling = reading, telling
        self._words: list[str | None] = [None] * len(reading)
        self._figure_at = {
            at: figure.start for figure in figures for at in range(figure.start, figure.end)
        }

    def of(self, ruling: Ruling) -> Candidates[Told]:
        """Return the words of a figure's sentence, after those that the rules bring from elsewhere.

        Args:
            ruling: What the rules made of the figure.
        """
        figure, kinds = ruling.scene.figure, self._reading.kinds
        start, end = _sentence(self._reading, figure)
        before = [at for at in range(start, figure.start) if kinds[at] != "sign"]
        after = [at for at in range(figure.end, end) if kinds[at] != "sign"]
        ruled, brought = self._ruled(ruling, before, after)
        many = min(len(ruled) + len(brought), _LONG)
        ground = _Ground(figure, start, end, ruling.rule, ruling.scene.lead, ruled, many)
        told = [*self._brought(ground, brought), *self._around(ground)]
        return Candidates(brought, before + after, ruled, told)

    def _ruled(
        self, ruling: Ruling, before: list[int], after: list[int]
    ) -> tuple[frozenset[int], tuple[str, ...]]:
        """Return the tokens of the rules' subject, and its words that stand elsewhere."""
        subject, figure = ruling.named.subject, ruling.scene.figure
        if not subject:
            return frozenset(), ()
        places, lowers = before + after, self._reading.lowers
        distances = [figure.start - at for at in before]
        distances += [at - figure.end + 1 for at in after]
        found = placed(subject, [lowers[at] for at in places], distances)
        return frozenset(places[place] for place in found.places), found.missing

    def _brought(self, ground: _Ground, words: Sequence[str]) -> Iterator[Told]:
        """Yield what is known of the words of the rules' subject that stand elsewhere."""
        if words:
            shape = (ground.rule, len(ground.ruled), len(words))
            figure = ground.figure
            beside = (figure.kind, self._led(figure), self._parts_around(figure))
            for place, word in enumerate(words):
                yield self._telling.brought[(*shape, place, *beside, word)]

    def _around(self, ground: _Ground) -> list[Told]:
        """Return what is known of the words of the sentence, in order."""
        nearby = self._nearby(ground.start, ground.end)
        before = range(ground.figure.start - 1, ground.start - 1, -1)
        after = range(ground.figure.end, ground.end)
        return [
            *reversed(self._side(ground, nearby, before, "L")),
            *self._side(ground, nearby, after, "R"),
        ]

    def _nearby(self, start: int, end: int) -> _Nearby[Told]:
        """Return the words of a sentence with what their neighbours come to."""
        telling, tags = self._telling, self._reading.tags_of(start, end)
        known = enumerate(self._words[start:end], start)
        words = [self._as_fact(at) if word is None else word for at, word in known]
        before = map(telling.word_before.__getitem__, [_EDGE, *words[:-1]])
        after = map(telling.word_after.__getitem__, [*words[1:], _EDGE])
        beside = zip([_EDGE, *tags[:-1]], tags, [*tags[1:], _EDGE], strict=True)
        parts = map(telling.parts.__getitem__, beside)
        told = map(add, map(add, before, after), parts)
        return _Nearby(words, tags, list(told))

    def _side(self, ground: _Ground, nearby: _Nearby[Told], places: range, side: str) -> list[Told]:
        """Return what is known of the words on a side of a figure, nearest first."""
        start, ruled, kind = ground.start, ground.ruled, ground.figure.kind
        lowers, kinds, figure_at = self._reading.lowers, self._reading.kinds, self._figure_at
        words, tags, beside = nearby
        telling = self._telling
        word, way, paths = telling.word, telling.way, telling.paths(side)
        distances = telling.steps(kind, side, _STEPS)
        settings = self._settings(ground, side)
        leads = _stretches(ground.lead)
        path, nouns, chained = 0, 0, True
        found: list[Told] = []
        for step, at in enumerate(places):
            tag = tags[at - start]
            if kinds[at] != "sign":
                within = at in ruled
                told = beside[at - start] + word[words[at - start], side]
                told += way[kind, side, nouns, tag, chained]
                told += settings[within][step if step < _NEAR else _NEAR]
                told += distances[within][step] + paths[within][path]
                for first, last, part in leads:
                    if first <= at < last:
                        told += telling.part_in_lead[part, ground.lead.preposition, within]
                found.append(told)
            elif lowers[at] in _PAUSES:
                path |= PAUSE
                chained = False
            if tag == "noun":
                nouns += nouns < _MANY
            else:
                path |= _MARKS.get(tag, 0)
                chained = chained and tag in _CHAINED
            if at in figure_at and figure_at[at] >= start:
                path |= FIGURE
        return found

    def _as_fact(self, at: int) -> str:
        """Return a word as it can be a fact."""
        reading = self._reading
        word, first = reading.lowers[at], reading.text[reading.starts[at]]
        if first.isdigit():
            word = "0"
        elif first.isupper() and not reading.starts_sentence(at):
            word = "Cap"
        self._words[at] = word
        return word

    def _settings(self, ground: _Ground, side: str) -> Sequence[list[Told]]:
        """Return what a figure and its ruling tell of the words left and taken, by distance."""
        telling, figure = self._telling, ground.figure
        around = self._parts_around(figure)
        told = telling.lead[self._led(figure), side]
        told += telling.follower[self._reading.lower(figure.end), side]
        beside = [told + telling.setting[around, side, near] for near in range(_NEAR + 1)]
        left = telling.ruling[False, ground.rule, side, ground.many]
        taken = telling.ruling[True, ground.rule, side, ground.many]
        return [left + each for each in beside], [taken + each for each in beside]

    def _led(self, figure: Figure) -> str:
        return self._reading.lower(figure.start - 1) if figure.start else ""

    def _parts_around(self, figure: Figure) -> str:
        before = self._reading.tag(figure.start - 1) if figure.start else ""
        return f"{before} {self._reading.tag(figure.end)}"


def _sentence(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Return the tokens of the sentence around a figure, of a long one those near it."""
    start, end = figure.start, figure.end
    while start > 0 and figure.start - start < _BEFORE and not reading.ends_sentence(start - 1):
        start -= 1
    while end - figure.end < _AFTER and not reading.ends_sentence(end):
        end += 1
    return start, end


def _stretches(lead: Lead) -> list[tuple[int, int, str]]:
    """Return the parts of what leads to a figure that have words."""
    parts = (*lead.noun, "noun"), (*lead.verb, "verb"), (*lead.subject, "subject")
    return [part for part in parts if part[0] < part[1]]


def distance(figure: Figure, at: int) -> int:
    """Return how many tokens a token is from a figure."""
    return at - figure.end + 1 if at >= figure.end else figure.start - at
