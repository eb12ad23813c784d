"""What a passage was speaking of before a figure: the noun that "it" or "the cost" goes back to."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import Stretch, trimmed, wording
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Scene, chain_before

_SENTENCES = 2  # sentences that a noun is looked for in
_SAYING_LITTLE = ("transparent", "matters", "people")
_FAR = 60  # tokens of one sentence


def spoken_of(scene: Scene) -> str | None:
    """Return the noun phrase that the sentence before a figure's is about; None without one."""
    reading = scene.reading
    end = sentence_start(reading, scene.figure.start)
    for _ in range(_SENTENCES):
        if end <= 0:
            return None
        start = sentence_start(reading, end - 1)
        noun = matter_of(reading, start, end)
        if noun:
            return wording(reading, range(noun.start, noun.end))
        end = start
    return None


def last_resort(scene: Scene) -> str | None:
    """Return what the words before a figure are about where nothing beside it tells its subject."""
    reading, end = scene.reading, scene.lead.softened
    noun = matter_of(reading, sentence_start(reading, end), end)
    return wording(reading, range(noun.start, noun.end)) if noun else spoken_of(scene)


def sentence_start(reading: Reading, at: int) -> int:
    """Return the first token of the sentence that a token stands in."""
    start = at
    while start > 0 and at - start < _FAR and not reading.ends_sentence(start - 1):
        start -= 1
    return start


def matter_of(reading: Reading, start: int, end: int) -> Stretch | None:
    """Return what a sentence is about: the subject of what is said in it, else its last noun.

    Names and bodies do things; they are not what a sum or a target is for.
    """
    for at in range(start, end):
        if reading.tag(at) == "sub":
            noun = _subject_at(reading, at + 1, end)
            if noun:
                return noun
    return _last_noun(reading, start, end)


def _subject_at(reading: Reading, at: int, end: int) -> Stretch | None:
    """Return the noun phrase at a token where a verb of its own follows that is no report."""
    verb = at
    while verb < end and reading.tag(verb) not in ("verb", "aux", "punct", "sub", "pron"):
        verb += 1
    if reading.tag(verb) not in ("verb", "aux") or reading.listed(verb, "reporting"):
        return None
    return _thing(reading, chain_before(reading, verb))


def _last_noun(reading: Reading, start: int, end: int) -> Stretch | None:
    """Return the last noun phrase of a sentence, with those it is joined to."""
    at = end
    while at > start and reading.tag(at - 1) != "noun":
        at -= 1
    return _thing(reading, chain_before(reading, at)) if at > start else None


def _thing(reading: Reading, noun: Stretch) -> Stretch | None:
    """Return a noun phrase in small letters that tells no time; None for any other."""
    found = trimmed(reading, noun)
    nouns = [at for at in range(found.start, found.end) if reading.tag(at) == "noun"]
    if not nouns or any(reading.listed(at, "times") for at in nouns):
        return None
    if any(reading.listed(nouns[-1], section) for section in _SAYING_LITTLE):
        return None
    return None if any(reading.capital(at) for at in nouns) else found
