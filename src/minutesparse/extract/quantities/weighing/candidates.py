"""The words around each figure of a passage, with what their facts come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


class Surroundings(Generic[Told]):
    """Finds the words around the figures of a passage.

    Args:
        reading: The passage.
        figures: All its figures, in order.
        telling: What facts come to.
    """

    def __init__(self, reading: Reading, figures: Sequence[Figure], telling: Telling[Told]) -> None:
        self._reading, self._telling = reading, telling
        self._words: dict[int, str] = {}
        self._beside: dict[str, dict[int, Told]] = {"L": {}, "R": {}}
        self._figure_at = {
            at: figure.start for figure in figures for at in range(figure.start, figure.end)
        }

    def of(self, ruling: Ruling) -> Candidates[Told]:
        """Return the words of a figure's sentence, after those that the rules bring from elsewhere.

        Args:
            ruling: What the rules made of the figure.
        """
        reading, figure = self._reading, ruling.scene.figure
        start, end = _sentence(reading, figure)
        kinds, outside = reading.kinds, (*range(start, figure.start), *range(figure.end, end))
        places = [at for at in outside if kinds[at] != "sign"]
        subject = placed(
            ruling.named.subject or "",
            [reading.lowers[at] for at in places],
            [distance(figure, at) for at in places],
        )
        ruled = frozenset(places[place] for place in subject.places)
        many = min(len(subject.places) + len(subject.missing), _LONG)
        lead = ruling.scene.lead
        ground = _Ground(figure, start, end, ruling.rule, lead, ruled, many)
        told = [*self._brought(ground, subject.missing), *self._around(ground)]
        return Candidates(subject.missing, places, ruled, told)

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
        start, end = ground.start, ground.end
        tags = self._reading.tags_of(start, end)
        before = range(ground.figure.start - 1, start - 1, -1)
        after = range(ground.figure.end, end)
        return [
            *reversed(self._side(ground, tags, before, "L")),
            *self._side(ground, tags, after, "R"),
        ]

    def _side(self, ground: _Ground, tags: Sequence[str], places: range, side: str) -> list[Told]:
        """Return what is known of the words on a side of a figure, nearest first."""
        lowers, kinds = self._reading.lowers, self._reading.kinds
        way, paths, beside = self._telling.way, self._telling.paths(side), self._beside[side]
        start, last, ruled, figure_at = ground.start, ground.end - 1, ground.ruled, self._figure_at
        kind = ground.figure.kind
        distances = self._telling.steps(kind, side, _STEPS)
        settings = self._settings(ground, side)
        lead_start, lead_end = _bounds(ground.lead)
        path, nouns, chained = 0, 0, True
        found: list[Told] = []
        for step, at in enumerate(places):
            tag = tags[at - start]
            if kinds[at] != "sign":
                within = at in ruled
                inner = beside.get(at) if start < at < last else None
                told = self._word(at, side, start, last) if inner is None else inner
                told += way[kind, side, nouns, tag, chained]
                told += settings[within][step if step < _NEAR else _NEAR]
                told += distances[within][step]
                told += paths[within][path]
                if lead_start <= at < lead_end:
                    told = self._in_lead(told, ground.lead, at, within)
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

    def _word(self, at: int, side: str, start: int, end: int) -> Told:
        """Return what a word and its neighbours in the sentence are; kept for the next figure."""
        telling, tag = self._telling, self._reading.tag
        first, last = at == start, at == end
        told = (
            telling.word[self._as_fact(at), side]
            + telling.word_before[_EDGE if first else self._as_fact(at - 1)]
            + telling.word_after[_EDGE if last else self._as_fact(at + 1)]
            + telling.parts[
                _EDGE if first else tag(at - 1), tag(at), _EDGE if last else tag(at + 1)
            ]
        )
        if not (first or last):
            self._beside[side][at] = told
        return told

    def _as_fact(self, at: int) -> str:
        """Return a word as it can be a fact."""
        word = self._words.get(at)
        if word is None:
            reading = self._reading
            word = "0" if reading.lowers[at][:1].isdigit() else reading.lowers[at]
            if reading.capital(at) and not reading.starts_sentence(at):
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

    def _in_lead(self, told: Told, lead: Lead, at: int, within: bool) -> Told:
        """Add the part that a word plays in what leads to the figure."""
        for part, stretch in (("noun", lead.noun), ("verb", lead.verb), ("subject", lead.subject)):
            if stretch.start <= at < stretch.end:
                told += self._telling.part_in_lead[part, lead.preposition, within]
        return told


def _sentence(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Return the tokens of the sentence around a figure, of a long one those near it."""
    start, end = figure.start, figure.end
    while start > 0 and figure.start - start < _BEFORE and not reading.ends_sentence(start - 1):
        start -= 1
    while end - figure.end < _AFTER and not reading.ends_sentence(end):
        end += 1
    return start, end


def _bounds(lead: Lead) -> tuple[int, int]:
    """Return the tokens that the parts of what leads to a figure lie within."""
    noun, verb, subject = lead.noun, lead.verb, lead.subject
    return min(noun.start, verb.start, subject.start), max(noun.end, verb.end, subject.end)


def distance(figure: Figure, at: int) -> int:
    """Return how many tokens a token is from a figure."""
    return at - figure.end + 1 if at >= figure.end else figure.start - at
