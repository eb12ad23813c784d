"""Subjects of one word, completed: by what the clause does with it, or by what was spoken of.

"Homes" or "cost" alone heads no row of a table. The noun after a figure is told more closely by the
verb whose object it is or by what is said of it; the noun before one by what follows the figure;
either by the matter that the sentence, or the one before it, is about.
"""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.extract.quantities.antecedents import last_resort, spoken_of
from minutesparse.extract.quantities.clauses import (
    Stretch,
    kept,
    predicate_after,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.phrases import noun_phrase_end, noun_phrase_start
from minutesparse.extract.quantities.scenes import (
    Named,
    Scene,
    before_preposition,
    joined,
    words_of,
)

_FEW = 2  # words that a noun is told more closely by
_HEAD = 2  # words of the noun that another one goes with
_OWNER = 3  # words of the body that has what is counted
_SHORT_FORM = 3  # letters of the short form of a body; fewer are somebody's initials
_NEAR_VERB = 6  # tokens from a figure to what was done with it
_NEAR = 3  # tokens from a figure to the noun that it counts
_GENERAL = ("costs", "comparators", "changes", "transparent", "charges")
_PERSONS = frozenset(["he", "she", "i", "we", "you", "it", "they", "there", "who", "which", "this"])
_HAVING = frozenset(["has", "have", "had", "having"])
_LIGHT = frozenset(["has", "have", "had", "having", "be", "is", "are", "was", "were", "been"])


def completed(scene: Scene, named: Named, topic: str | None) -> Named:
    """Return a named figure, its subject told more closely where it is a single word."""
    subject = named.subject
    if not subject or " " in subject or not subject.isalpha():
        return named
    for rule in _AFTER if _counts(scene, subject) else _BEFORE:
        more = rule(scene, subject, topic)
        if more:
            return named._replace(subject=more)
    return named


def _counts(scene: Scene, subject: str) -> bool:
    """Return whether a subject is the noun right after its figure."""
    reading, at = scene.reading, scene.after
    return any(reading.raw(place) == subject for place in range(at, at + _NEAR))


def _acted_on(scene: Scene, subject: str, topic: str | None) -> str:
    """The verb that counted things are the object of: "the scheme would protect 212 homes"."""
    del topic
    reading, lead = scene.reading, scene.lead
    owned = _had_by(scene)
    if owned:
        return joined(subject, owned)
    verb = kept(reading, lead.verb.start, lead.verb.end)
    if lead.noun or not verb or all(reading.listed(at, "reporting") for at in verb):
        return ""
    if reading.lower(lead.subject.end - 1) == "there":
        return ""
    doer = trimmed(reading, lead.subject)
    vague = reading.lower(doer.end - 1) in _PERSONS or reading.listed(doer.end - 1, "transparent")
    who = "" if vague else words_of(scene, doer)
    does = [at for at in verb if reading.tag(at) == "verb" and reading.lower(at) not in _LIGHT]
    done, told = wording(reading, does[-1:]), _head(who)
    said = joined(done, told) if lead.preposition == "by" else joined(told, done)
    return joined(subject, said) if said else ""


def _had_by(scene: Scene) -> str:
    """Return the body that has what is counted: "the club, which has 90 members"."""
    reading, lead = scene.reading, scene.lead
    if lead.noun or lead.preposition or reading.lower(lead.verb.end - 1) not in _HAVING:
        return ""
    owner = lead.subject
    if reading.lower(lead.start - 1) in ("who", "which"):
        end = lead.start - 1
        end -= reading.lower(end - 1) == ","
        owner = Stretch(noun_phrase_start(reading, end), end)
    if not _owns(scene, trimmed(reading, owner)):
        return ""
    return " ".join(before_preposition(words_of(scene, trimmed(reading, owner))).split()[-_OWNER:])


def _head(noun: str) -> str:
    """Return the head of a noun phrase: the last word before its first preposition."""
    return " ".join(before_preposition(noun).split()[-1:])


def _with_second(scene: Scene, subject: str, topic: str | None) -> str:
    """What is said of two counts together: "58 walkers and eleven dogs had taken part"."""
    del topic
    reading = scene.reading
    at = noun_phrase_end(reading, scene.after)
    if scene.lead.verb:
        return ""
    if reading.tag(at) != "conj" or reading.tag(at + 1) != "num":
        return ""
    said = predicate_after(reading, noun_phrase_end(reading, at + 2), _FEW)
    return joined(subject, wording(reading, said)) if said else ""


def _inside(scene: Scene, subject: str, topic: str | None) -> str:
    """The noun that counted things go with: "a bar area for 18 people", "vandalism on 7 days"."""
    del topic
    lead = scene.lead
    noun = trimmed(scene.reading, lead.noun)
    if not lead.preposition or not noun:
        return ""
    moved = "in" if scene.reading.listed(noun.end - 1, "changes") else ""
    return joined(*before_preposition(words_of(scene, noun)).split()[-_HEAD:], moved, subject)


def _topical(scene: Scene, subject: str, topic: str | None) -> str:
    """The matter that was spoken of: "the cost would be £3,400" after "asked for a new sign"."""
    if not any(subject.lower() in scene.reading.words.sets[section] for section in _GENERAL):
        return ""
    matter = before_preposition(topic or spoken_of(scene) or "").split()[-_HEAD:]
    if not matter or subject.lower() in map(str.lower, matter):
        return ""
    return joined(*matter, subject)


def _spent_on(scene: Scene, subject: str, topic: str | None) -> str:
    """What a sum goes with that only a verb tells of: "£600,000 would be invested"."""
    reading, verb = scene.reading, scene.lead.verb
    places = (*range(scene.after, scene.after + _NEAR_VERB), *range(verb.start, verb.end))
    told = any(reading.raw(at) == subject and reading.tag(at) == "verb" for at in places)
    if scene.figure.kind != "money" or not told:
        return ""
    matter = topic or scene.carried or last_resort(scene)
    words = before_preposition(matter or "").split()[-_HEAD:]
    return joined(*words, subject) if words else ""


def _done_with(scene: Scene, subject: str, topic: str | None) -> str:
    """What is done with a figure's noun: "savings of £24m would be required"."""
    del topic
    reading, lead = scene.reading, scene.lead
    if lead.preposition != "of":
        return ""
    said = wording(reading, predicate_after(reading, scene.after, _FEW))
    return joined(subject, said) if said else ""


def _owned(scene: Scene, subject: str, topic: str | None) -> str:
    """Whose the noun before a figure is: "the Trust held reserves of £61,000"."""
    del topic
    reading, lead = scene.reading, scene.lead
    told = all(reading.listed(at, "reporting") for at in range(lead.verb.start, lead.verb.end))
    if lead.preposition != "of" or not lead.verb or told:
        return ""
    owner = trimmed(reading, lead.subject)
    if reading.lower(lead.subject.end - 1) == "there" or not _owns(scene, owner):
        return ""
    words = before_preposition(words_of(scene, owner)).split()[-_HEAD:]
    return joined(*words, subject) if words else ""


def _owns(scene: Scene, owner: Stretch) -> bool:
    """Return whether a stretch is one noun phrase, and neither a time nor somebody's initials."""
    reading = scene.reading
    places = range(owner.start, owner.end)
    if not places or any(reading.tag(at) in ("verb", "aux", "pron") for at in places):
        return False
    last = owner.end - 1
    initials = reading.raw(last).isupper() and len(reading.raw(last)) < _SHORT_FORM
    return reading.tag(last) == "noun" and not reading.listed(last, "times") and not initials


_AFTER: tuple[Callable[[Scene, str, str | None], str], ...] = (
    _with_second,
    _acted_on,
    _inside,
)
_BEFORE: tuple[Callable[[Scene, str, str | None], str], ...] = (
    _done_with,
    _owned,
    _topical,
    _spent_on,
)
