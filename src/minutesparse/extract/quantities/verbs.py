"""Subjects from the verbs beside a figure: what is so much, does so much, or takes so long."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import (
    Stretch,
    clause_start,
    kept,
    predicate_after,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import phrases_end
from minutesparse.extract.quantities.nouns import infinitive_after
from minutesparse.extract.quantities.scenes import (
    SHARE_WORDS,
    Named,
    Scene,
    base_of,
    joined,
    links,
    name,
    words_of,
)
from minutesparse.extract.quantities.units import before_qualifier

_CLAUSE_WORDS = 9  # words of a clause that a measure belongs to
_SAYING_MORE = frozenset(["on", "for", "of", "from", "above", "below"])
_OF_LEVEL = frozenset(["", "up", "down", "at", "to", "from", "by", "than", "about", "in"])


def linked(scene: Scene) -> Named | None:
    """The subject of a linking verb: "The recycling rate was 44.1%", "reserves stood at £11k"."""
    reading, lead = scene.reading, scene.lead
    if not lead.verb or lead.noun or lead.preposition not in _OF_LEVEL or not links(scene):
        return None
    if reading.lower(lead.subject.end - 1) == "there":
        after = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
        return name(scene, joined(scene.carried, after), scene.carried)
    about = _subject(scene)
    turns = (
        at for at in range(lead.verb.start, lead.softened) if reading.lower(at) in ("up", "down")
    )
    said = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    if scene.figure.kind == "duration" or reading.lower(scene.after) not in _SAYING_MORE:
        said = ""
    if reading.tag(scene.after) == "verb":
        said = wording(reading, predicate_after(reading, scene.after, SHARE_WORDS))
    return name(scene, joined(about, wording(reading, turns), said, base_of(scene)), about)


def _subject(scene: Scene) -> str | None:
    """Return the subject of the verb before a figure, or what it stands for."""
    reading = scene.reading
    if _stands_for_another(scene):
        return scene.carried
    subject = trimmed(reading, scene.lead.subject)
    single = subject.end - subject.start == 1
    if single and scene.carried and reading.listed(subject.start, "transparent"):
        return scene.carried
    return words_of(scene, subject) or scene.carried


def _stands_for_another(scene: Scene) -> bool:
    """Return whether the subject is a pronoun: "this was", but not "returning for them was"."""
    reading, last = scene.reading, scene.lead.subject.end - 1
    if not scene.lead.subject or reading.tag(last) != "pron":
        return False
    return last == scene.lead.subject.start or reading.tag(last - 1) != "prep"


def acted(scene: Scene) -> Named | None:
    """The subject and its verb: "Her charity walk had raised £3,260"."""
    reading, lead = scene.reading, scene.lead
    if not lead.verb or lead.noun or lead.preposition:
        return None
    verb = kept(reading, lead.verb.start, lead.verb.end)
    if not verb or all(reading.listed(at, "reporting") for at in verb):
        return _told(scene)
    about = "" if _stands_for_another(scene) else words_of(scene, trimmed(reading, lead.subject))
    if scene.figure.unit == "count" and scene.carried:
        return name(scene, joined(scene.carried, wording(reading, verb)), scene.carried)
    after = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    words = joined(about, wording(reading, verb), after or base_of(scene))
    return name(scene, words, about or scene.carried)


def _told(scene: Scene) -> Named | None:
    """Name a figure that someone gives as it is: "she said 1.4 per journey"."""
    base = base_of(scene)
    answers = scene.figure.rule in ("statistic.answer", "statistic.rate")
    return name(scene, joined(scene.carried, base), scene.carried) if base or answers else None


def predicate(scene: Scene) -> Named | None:
    """What is said of the figure: "43% did not know", "£22m was lent out", "57 were signed up"."""
    said = wording(scene.reading, predicate_after(scene.reading, scene.after, SHARE_WORDS))
    if not said:
        return None
    about = "" if scene.figure.kind in ("money", "duration") else scene.carried
    return name(scene, joined(about, said), scene.carried or "")


def clause(scene: Scene) -> Named | None:
    """The clause that a measure belongs to: "the lift had been out of order for seven weeks"."""
    reading, lead = scene.reading, scene.lead
    start = clause_start(reading, lead.end)
    inside = _figured(scene, start)
    places = [at for at in kept(reading, start, lead.end) if at not in inside]
    words = wording(reading, places[-_CLAUSE_WORDS:])
    subjectless = reading.tag(start) in ("aux", "verb", "pron") and reading.lower(start) != "there"
    if places and all(reading.tag(at) in ("prep", "adv", "det") for at in places):
        return None
    if len(places) > 1 and reading.lower(places[0]) == "of" and reading.tag(places[1]) == "pron":
        return name(scene, joined(scene.carried, wording(reading, places[2:])), scene.carried)
    if subjectless and not reading.starts_sentence(start):
        words = joined(_subject(scene), words)
    about = scene.carried or words_of(scene, trimmed(reading, lead.subject)) or None
    return name(scene, joined(words, infinitive_after(scene)), about)


def _figured(scene: Scene, start: int) -> set[int]:
    """Return the tokens from a token on that earlier figures stand on, prepositions included."""
    places: set[int] = set()
    for past in reversed(scene.before):
        if past.figure.start < start:
            break
        lead = before_qualifier(scene.reading, past.figure.start)
        lead -= scene.reading.tag(lead - 1) == "det"
        lead -= scene.reading.tag(lead - 1) == "prep"
        places.update(range(lead, past.figure.end))
    return places
