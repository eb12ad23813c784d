"""A figure where it stands: what leads to it, what follows it, what was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minutesparse.extract.quantities.clauses import Stretch, clause_start, spoken, wording
from minutesparse.extract.quantities.groups import past_base
from minutesparse.extract.quantities.model import Figure
from minutesparse.extract.quantities.phrases import noun_phrase_start, past_softener
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import before_qualifier

SHARE_WORDS = 14  # words of what is said of a share
ACTIVE_WORDS = 8  # words of what counted people or things do
_CHAINING = frozenset(["of", "in", "for", "on", "per", "across", "between", "to"])
_SHORT_ROW = 6  # tokens of "and 22%"
_LONGEST_ASIDE = 30  # tokens of a noun phrase with an aside in commas
_LONGEST_CHAIN = 6  # prepositions that a noun phrase is followed back over
_APOSTROPHES = frozenset("'’")
_PHRASE_OPENERS = frozenset(
    ["of", "in", "for", "on", "with", "per", "at", "amongst", "among", "from"]
)
_PAUSES = frozenset([",", "-", "–", "—"])
_RELATIVES = frozenset(["who", "which", "that"])


class Named(NamedTuple):
    """A figure with its subject, and the bare noun phrase that a later figure may go on with."""

    figure: Figure
    subject: str | None
    noun: str | None


class Lead(NamedTuple):
    """What leads to a figure, read backwards from it.

    Attributes:
        preposition: The preposition right before the figure; empty where there is none.
        noun: The noun phrase before that, with its own prepositions.
        verb: The verb group before that.
        subject: The subject of that verb.
        start: First token of the clause.
        end: Where the clause ends and the preposition or the figure begins.
        softened: First token of the figure with what softens it.
    """

    preposition: str
    noun: Stretch
    verb: Stretch
    subject: Stretch
    start: int
    end: int
    softened: int


class Scene(NamedTuple):
    """One figure where it stands.

    Attributes:
        reading: The passage.
        figure: The figure.
        before: The figures before it, named.
        carried: The noun phrase that was spoken of last.
        lead: What leads to it.
        after: First token after the figure and the words that soften it.
    """

    reading: Reading
    figure: Figure
    before: Sequence[Named]
    carried: str | None
    lead: Lead
    after: int


class Ruling(NamedTuple):
    """What the rules make of a figure.

    Attributes:
        scene: The figure where it stands.
        named: The figure with its subject.
        rule: The rule that named it.
    """

    scene: Scene
    named: Named
    rule: str


def scene_of(
    reading: Reading, figure: Figure, before: Sequence[Named], carried: str | None
) -> Scene:
    """Return a figure where it stands."""
    after = past_softener(reading, figure.end)
    after += reading.lower(after) in _APOSTROPHES and reading.glued(after)
    after += figure.rule == "statistic.capacity" and reading.lower(after) in DASHES
    after += figure.kind in ("distance", "duration") and reading.listed(after, "dimensions")
    shortened = reading.lower(after) == "." and reading.tag(after + 1) == "noun"
    after += shortened and not reading.capital(after + 1)
    after = _past_row(reading, after) if figure.kind == "share" else after
    floor = before[-1].figure.end if before else 0
    return Scene(reading, figure, before, carried, _lead(reading, figure, floor), after)


def _past_row(reading: Reading, at: int) -> int:
    """Return the "of" that shares in a row have in common: "39% and 22% of the calls"."""
    end = at
    while reading.tag(end) == "num" or (end - at < _SHORT_ROW and reading.tag(end) == "conj"):
        end += 1
    return end if reading.lower(end) == "of" else at


def _lead(reading: Reading, figure: Figure, floor: int) -> Lead:
    softened = _softened(reading, figure)
    tagged = reading.tag(softened - 1) == "prep"
    end = softened - tagged
    of_aside = tagged and reading.lower(end) == "of" and reading.lower(end - 1) == ","
    if tagged and reading.lower(end) == "from" and reading.lower(end - 1) == ",":
        end -= 1
    end -= reading.lower(end - 1) == "both"
    noun = _past_aside(reading, end - 1) if of_aside else chain_before(reading, end)
    if noun and noun.start < floor:
        own = any(reading.tag(at) == "noun" for at in range(floor, end))
        noun = Stretch(floor if own else end, end)
    at = noun.start if noun else end
    verb = _verb_group(reading, at)
    start = clause_start(reading, verb.start if verb else at)
    preposition = reading.lower(end) if tagged else ""
    subject = _subject(reading, start, verb)
    return Lead(preposition, noun, verb, subject, start, end, softened)


def _softened(reading: Reading, figure: Figure) -> int:
    """Return the first token of a figure with its qualifier, article and adverbs."""
    at = before_qualifier(reading, figure.start)
    while _softens(reading, at - 1):
        at = before_qualifier(reading, at - 1)
    aged = figure.kind == "age" and reading.listed(at - 1, "ages_before")
    return at - 1 if aged and reading.lower(at - 1) in ("age", "aged", "ages") else at


def _softens(reading: Reading, at: int) -> bool:
    plain = reading.tag(at) in ("det", "adv") or reading.lower(at) == "between"
    graded = reading.listed(at, "rests") or reading.listed(at, "graded")
    return plain or (graded and reading.tag(at - 1) == "det")


def chain_before(reading: Reading, at: int) -> Stretch:
    """Return the noun phrase that ends before a token, with those it is joined to by "of"."""
    start = noun_phrase_start(reading, at)
    for _ in range(_LONGEST_CHAIN):
        if start == at or reading.lower(start - 1) not in _CHAINING:
            break
        if reading.lower(start) in ("a", "an") and reading.lower(start - 1) != "of":
            break
        further = noun_phrase_start(reading, start - 1)
        if further == start - 1:
            break
        start = further
    return Stretch(start, at)


def _past_aside(reading: Reading, at: int) -> Stretch:
    """Return the noun phrase before an aside in commas: "The total, with fees, of £5"."""
    start = at
    while start > 0 and at - start < _LONGEST_ASIDE and not _bounds_aside(reading, start - 1):
        start -= 1
    return Stretch(start, at)


def _bounds_aside(reading: Reading, at: int) -> bool:
    if reading.ends_sentence(at) or reading.tag(at) in ("verb", "aux", "sub"):
        return True
    return reading.lower(at) in ("(", ")", ":")


def _verb_group(reading: Reading, at: int) -> Stretch:
    """Return the verb with its auxiliaries before a token: "had been expected to go up"."""
    start = at
    while _in_verb_group(reading, start - 1, at):
        start -= 1
    while start < at and reading.tag(start) in ("adv", "prep"):
        start += 1
    has_verb = any(reading.tag(place) in ("verb", "aux") for place in range(start, at))
    return Stretch(start, at if has_verb else start)


def _in_verb_group(reading: Reading, at: int, end: int) -> bool:
    tag = reading.tag(at)
    if tag == "verb" and at < end - 1 and reading.tag(at + 1) in ("verb", "aux"):
        return False
    if tag == "prep":
        particle = reading.listed(at, "particles") and reading.tag(at - 1) in ("verb", "aux")
        return particle or (reading.lower(at) == "to" and at < end - 1)
    return tag in ("verb", "aux", "adv")


def _subject(reading: Reading, start: int, verb: Stretch) -> Stretch:
    """Return the subject of a verb; that of the clause before where two verbs share it."""
    if not verb:
        return Stretch(start, start)
    noun = _unsaid_subject(reading, start, verb)
    if noun:
        return noun
    if start == verb.start and reading.lower(start - 1) == ",":
        aside = _before_aside(reading, start - 1)
        if aside:
            return aside
    if start < verb.start:
        relative = reading.tag(start) in ("aux", "verb") and reading.lower(start - 1) in _RELATIVES
        head = chain_before(reading, start - 1) if relative else Stretch(start, start)
        return Stretch(head.start if head else start, verb.start)
    if reading.lower(start - 1) in _RELATIVES:
        return _antecedent(reading, start)
    if reading.tag(start - 1) == "conj":
        first = clause_start(reading, start - 1)
        found = first_subject(reading, first, start - 1)
        while not found and reading.lower(first - 1) == ",":
            first = clause_start(reading, first - 1)
            found = first_subject(reading, first, start - 1)
        return found
    return Stretch(start, start)


def _unsaid_subject(reading: Reading, start: int, verb: Stretch) -> Stretch:
    """Return the subject of an infinitive or participle: "they want the bank to fund half"."""
    infinitive = reading.lower(verb.start) == "to" and verb.start > start
    if infinitive or _participle(reading, verb):
        pause = not infinitive and reading.lower(verb.start - 1) in _PAUSES
        noun = chain_before(reading, verb.start - pause)
        if noun:
            return noun
    if reading.lower(verb.start - 1) == "to" and reading.tag(verb.start - 2) == "noun":
        noun = chain_before(reading, verb.start - 1)
        if noun and reading.tag(noun.start - 1) == "verb":
            return noun
    return Stretch(start, start)


def _antecedent(reading: Reading, start: int) -> Stretch:
    """Return what a relative clause is about: "a hall which had", "the population of which was"."""
    if reading.lower(start - 1) == "which" and reading.lower(start - 2) == "of":
        return chain_before(reading, start - 2)
    chain = chain_before(reading, start - 1 - (reading.lower(start - 2) == ","))
    if reading.lower(chain.start - 1) == "at" and chain:
        placed = chain_before(reading, chain.start - 1)
        chain = Stretch(placed.start, chain.end) if placed else chain
    indefinite = reading.lower(chain.start) in ("a", "an")
    base = indefinite and reading.listed(chain.end - 1, "bases")
    return Stretch(start, start) if base else chain


def _before_aside(reading: Reading, comma: int) -> Stretch | None:
    """Return the noun phrase that an aside in commas goes with: "The tree, a beech, was"."""
    start = comma
    while start > 0 and comma - start < _LONGEST_ASIDE and reading.lower(start - 1) != ",":
        if reading.tag(start - 1) in ("verb", "aux", "sub") or reading.ends_sentence(start - 1):
            return None
        start -= 1
    noun = chain_before(reading, start - 1)
    return noun if noun and start > 1 else None


def _participle(reading: Reading, verb: Stretch) -> bool:
    """Return whether a verb stands without a subject: "repairs amounting to", "a grant, put at"."""
    if any(reading.tag(at) == "aux" for at in range(verb.start, verb.end)):
        return False
    if reading.lower(verb.start).endswith("ing"):
        return True
    return reading.lower(verb.start - 1) in _PAUSES and not reading.listed(verb.start, "base_verbs")


def first_subject(reading: Reading, start: int, end: int) -> Stretch:
    """Return the words of a clause up to its first verb."""
    at = start
    while at < end and reading.tag(at) not in ("verb", "aux"):
        at += 1
    return Stretch(start, at if at < end else start)


def name(scene: Scene, subject: str | None, noun: str | None = None) -> Named | None:
    """Return the figure with its subject; None where there are no words for one."""
    if not subject or not any(map(str.isalpha, subject)):
        return None
    return Named(scene.figure, subject, subject if noun is None else noun or None)


def joined(*parts: str | None) -> str:
    """Return words with a space between, leaving out what is empty."""
    return " ".join(part for part in parts if part)


def before_preposition(noun: str) -> str:
    """Return the words of a noun phrase before its first preposition."""
    words = noun.split()
    cuts = (at for at, word in enumerate(words) if word in _PHRASE_OPENERS)
    return " ".join(words[: next(cuts, len(words))])


def words_of(scene: Scene, stretch: Stretch) -> str:
    """Return what is written in a stretch, without the counts in it."""
    told: set[int] = set()
    for past in reversed(scene.before):
        if past.figure.start < stretch.start:
            break
        bound = scene.reading.slice(past.figure.end, past.figure.end + 2).lower() == "or more"
        if past.figure.kind in ("money", "share", "count") and not bound:
            told.update(range(past.figure.start, past.figure.end))
    places = spoken(scene.reading, stretch)
    return wording(scene.reading, [at for at in places if at not in told])


def base_of(scene: Scene) -> str:
    """Return what a rate is for, after the figure: "per month", "a head"."""
    return words_of(scene, Stretch(scene.after, past_base(scene.reading, scene.after)))


def links(scene: Scene) -> bool:
    """Return whether the verb before a figure says only that it is so much."""
    reading, verb = scene.reading, scene.lead.verb
    if not scene.lead.preposition and reading.listed(verb.end - 1, "transitive"):
        return False
    return all(
        reading.listed(at, "links") or reading.tag(at) in ("aux", "adv", "prep")
        for at in range(verb.start, verb.end)
    )
