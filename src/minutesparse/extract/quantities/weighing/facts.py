"""What is known of each word around a figure, as facts that can be weighed.

A fact is a short text, ``group=values``. Names are no facts: a word with a capital stands as
``Cap``, a number as ``0``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Ruling
from minutesparse.extract.quantities.weighing.placing import placed
from minutesparse.weights import ALWAYS

_BEFORE, _AFTER = 21, 12  # tokens that a subject lies within: of words farther off 1 in 90 belongs
_ROUNDED = (0, 1, 2, 3, 4, 5, 6, 8, 11, 15, _BEFORE)
_STEPS = tuple(next(s for s in _ROUNDED if at <= s) for at in range(_BEFORE + 1))
_PAUSES = frozenset(",;:()-–—")
_VERBS = ("verb", "aux")
_CHAINED = frozenset(["noun", "det", "prep", "num", "adv", "punct"])
_NEAR, _MANY, _LONG = 3, 6, 4
_EDGE = "#"


class Candidate(NamedTuple):
    """A word that may belong to a subject.

    Attributes:
        at: Its token; -1 for a word that the rules bring from elsewhere.
        text: The word as written.
        distance: How many tokens it is from the figure.
        ruled: Whether the rules take it.
        facts: What is known of it.
    """

    at: int
    text: str
    distance: int
    ruled: bool
    facts: tuple[str, ...]


class _Way(NamedTuple):
    """Where a word stands, and what lies between it and the figure."""

    side: str
    distance: int
    verb: bool
    pauses: bool
    figures: bool
    joins: bool
    nouns: int
    chained: bool


class _Ground(NamedTuple):
    """One figure in its sentence, and what the rules made of it.

    Attributes:
        ruling: What the rules made of it.
        start: First token of the sentence.
        end: First token after it.
        ruled: Tokens of the rules' subject.
        brought: Words of the rules' subject that stand elsewhere.
        told: Tokens of other figures.
        kind: The kind of the figure.
        led: The word before it.
        followed: The word after it.
        around: The parts that these two play.
        many: How many words the rules' subject has.
    """

    ruling: Ruling
    start: int
    end: int
    ruled: frozenset[int]
    brought: Sequence[str]
    told: frozenset[int]
    kind: str
    led: str
    followed: str
    around: str
    many: int


def candidates_of(ruling: Ruling, figures: Sequence[Figure]) -> list[Candidate]:
    """Return the words of a figure's sentence, after those that the rules bring from elsewhere.

    Args:
        ruling: What the rules made of the figure.
        figures: All figures of the passage.
    """
    ground = _ground(ruling, figures)
    return [*_brought(ground), *_around(ground)]


def _ground(ruling: Ruling, figures: Sequence[Figure]) -> _Ground:
    reading, figure = ruling.scene.reading, ruling.scene.figure
    start, end = _sentence(reading, figure)
    places = [at for at in range(start, end) if reading.kinds[at] != "sign"]
    places = [at for at in places if not figure.start <= at < figure.end]
    subject = placed(
        ruling.named.subject or "",
        [reading.lowers[at] for at in places],
        [_distance(figure, at) for at in places],
    )
    return _Ground(
        ruling,
        start,
        end,
        frozenset(places[place] for place in subject.places),
        subject.missing,
        _told(figures, figure, start, end),
        figure.kind,
        reading.lower(figure.start - 1) if figure.start else "",
        reading.lower(figure.end),
        f"{reading.tag(figure.start - 1) if figure.start else ''} {reading.tag(figure.end)}",
        min(len(subject.places) + len(subject.missing), _LONG),
    )


def _sentence(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Return the tokens of the sentence around a figure, of a long one those near it."""
    start, end = figure.start, figure.end
    while start > 0 and figure.start - start < _BEFORE and not reading.ends_sentence(start - 1):
        start -= 1
    while end - figure.end < _AFTER and not reading.ends_sentence(end):
        end += 1
    return start, end


def _told(figures: Sequence[Figure], figure: Figure, start: int, end: int) -> frozenset[int]:
    """Return the tokens of the other figures that begin in a sentence."""
    told: set[int] = set()
    for place in range(bisect_left(figures, start, key=attrgetter("start")), len(figures)):
        other = figures[place]
        if other.start >= end:
            break
        if other is not figure:
            told.update(range(other.start, other.end))
    return frozenset(told)


def _distance(figure: Figure, at: int) -> int:
    return at - figure.end + 1 if at >= figure.end else figure.start - at


def _brought(ground: _Ground) -> Iterator[Candidate]:
    """Yield the words of the rules' subject that stand in no place of the sentence."""
    words = ground.brought
    for place, word in enumerate(words):
        facts = (
            "brought",
            f"brought.rule={ground.ruling.rule}",
            f"brought.kind={ground.kind}",
            f"brought.whole={not ground.ruled}",
            f"brought.many={len(words)} {len(ground.ruled)}",
            f"brought.place={place == 0} {place == len(words) - 1}",
            f"brought.before={ground.led}",
            f"brought.around={ground.around} {ground.kind}",
            f"brought.word={word.lower()}",
        )
        yield Candidate(-1, word, _BEFORE + 1, True, facts)


def _around(ground: _Ground) -> Iterator[Candidate]:
    """Yield the words of the sentence, in order, with their facts."""
    reading, figure = ground.ruling.scene.reading, ground.ruling.scene.figure
    tags = [reading.tag(at) for at in range(ground.start, ground.end)]
    words = _words(ground)
    before = _ways(ground, tags, range(figure.start - 1, ground.start - 1, -1), "L")
    after = _ways(ground, tags, range(figure.end, ground.end), "R")
    for at, way in (*reversed(before), *after):
        if reading.kinds[at] != "sign":
            place = at - ground.start
            facts = _word_facts(words, tags, place, way) + _way_facts(ground, tags[place], way)
            facts += _ruled_facts(ground, at, way)
            yield Candidate(at, reading.raw(at), way.distance + 1, at in ground.ruled, facts)


def _words(ground: _Ground) -> list[str]:
    """Return the words of the sentence as they can be facts."""
    reading = ground.ruling.scene.reading
    places = range(ground.start, ground.end)
    words = ["0" if reading.lower(at)[:1].isdigit() else reading.lower(at) for at in places]
    for place, at in enumerate(places):
        if reading.capital(at) and not reading.starts_sentence(at):
            words[place] = "Cap"
    return words


def _ways(ground: _Ground, tags: Sequence[str], places: range, side: str) -> list[tuple[int, _Way]]:
    """Return each of some places with what lies between the figure and it, nearest first."""
    lowers = ground.ruling.scene.reading.lowers
    found: list[tuple[int, _Way]] = []
    verb = pauses = figures = joins = False
    chained, nouns = True, 0
    for distance, at in enumerate(places):
        found.append((at, _Way(side, distance, verb, pauses, figures, joins, nouns, chained)))
        tag = tags[at - ground.start]
        pause = lowers[at] in _PAUSES
        verb = verb or tag in _VERBS
        pauses = pauses or pause
        figures = figures or at in ground.told
        joins = joins or tag == "conj"
        nouns += tag == "noun"
        chained = chained and tag in _CHAINED and not pause
    return found


def _word_facts(
    words: Sequence[str], tags: Sequence[str], place: int, way: _Way
) -> tuple[str, ...]:
    """Return what the word and its neighbours are."""
    word, last = words[place], len(words) - 1
    left = tags[place - 1] if place else _EDGE
    right = tags[place + 1] if place < last else _EDGE
    return (
        ALWAYS,
        f"word={word}",
        f"word={word} {way.side}",
        f"before={words[place - 1] if place else _EDGE}",
        f"after={words[place + 1] if place < last else _EDGE}",
        f"tags={left} {tags[place]} {right}",
    )


def _way_facts(ground: _Ground, tag: str, way: _Way) -> tuple[str, ...]:
    """Return what lies between the word and the figure, and what the figure stands among."""
    side = way.side
    return (
        f"step={_STEPS[way.distance]} {side} {ground.kind}",
        f"joins={way.joins} {side}",
        f"nouns={min(way.nouns, _MANY)} {side} {tag} {ground.kind}",
        f"chained={way.chained} {side} {tag}",
        f"led={ground.led} {side}",
        f"followed={ground.followed} {side}",
        f"around={ground.around} {side} {min(way.distance, _NEAR)}",
    )


def _ruled_facts(ground: _Ground, at: int, way: _Way) -> tuple[str, ...]:
    """Return whether the rules take the word, and the part that it plays in what leads here."""
    within, side, lead = at in ground.ruled, way.side, ground.ruling.scene.lead
    facts: tuple[str, ...] = (
        f"ruled={within} {ground.ruling.rule}",
        f"ruled.step={within} {side} {_STEPS[way.distance]}",
        f"ruled.many={within} {side} {ground.many}",
        f"ruled.path={within} {side} {way.verb} {way.pauses} {way.figures}",
    )
    for part, stretch in (("noun", lead.noun), ("verb", lead.verb), ("subject", lead.subject)):
        if stretch.start <= at < stretch.end:
            facts += (f"lead={part} {lead.preposition}", f"lead.ruled={part} {within}")
    return facts
