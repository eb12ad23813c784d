"""Those who are of an age: "residents aged over 60", "a lady of 79", "half were under 16"."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import Stretch, trimmed
from minutesparse.extract.quantities.phrases import noun_phrase_start
from minutesparse.extract.quantities.scenes import Named, Scene, name, words_of


def aged(scene: Scene) -> Named | None:
    """Those of an age: "uptake amongst those aged 75", "residents aged over 60"."""
    reading, at = scene.reading, scene.lead.softened
    whose = _of_age(scene) if scene.figure.kind == "age" else None
    if whose:
        return name(scene, words_of(scene, trimmed(reading, whose)))
    at -= reading.lower(at - 1) in ("aged", "age", "ages")
    if scene.figure.kind != "age" or at == scene.figure.start or reading.lower(at) != "aged":
        return None
    if reading.lower(at - 1) == ",":
        return name(scene, words_of(scene, _before_comma(scene, at - 1)))
    start = noun_phrase_start(reading, at)
    if start == at:
        start = at - (reading.tag(at - 1) in ("pron", "det"))
    if start == at and scene.carried:
        return name(scene, scene.carried, scene.carried)
    return name(scene, words_of(scene, Stretch(start, at + (reading.tag(start) != "noun"))))


def _of_age(scene: Scene) -> Stretch | None:
    """Return who is of an age: "the case of a lady of 79", "half of the users were under ten"."""
    reading, lead = scene.reading, scene.lead
    end = lead.end if lead.preposition == "of" else lead.verb.start
    if not lead.verb and lead.preposition != "of":
        return None
    start = noun_phrase_start(reading, end)
    if reading.listed(start - 2, "oldest"):
        return None
    human = any(reading.any_listed(start, end, section) for section in ("people", "persons"))
    return Stretch(start, end) if human else None


def _before_comma(scene: Scene, comma: int) -> Stretch:
    """Return those that the words before a comma speak of: "a couple in her ward,"."""
    reading, end = scene.reading, comma
    start = noun_phrase_start(reading, end)
    while start < end and not reading.any_listed(start, end, "people"):
        if reading.tag(start - 1) != "prep":
            break
        end = start - 1
        start = noun_phrase_start(reading, end)
    return trimmed(reading, Stretch(start, end))
