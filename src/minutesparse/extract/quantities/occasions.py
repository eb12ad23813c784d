"""Subjects of what happened so many times: "the cellar had flooded four times"."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import (
    clause_start,
    kept,
    tells_time,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import noun_group_end
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    Named,
    Scene,
    joined,
    name,
    words_of,
)

_TIMES = frozenset(["times", "occasions"])
_PERSONS = frozenset(["he", "she", "i", "we", "you", "they"])
_TOLD_WORDS = 8  # words of what happened so many times


def how_often(scene: Scene) -> Named | None:
    """What happened, or is as much, so many times."""
    if scene.reading.lower(scene.after) not in _TIMES:
        return None
    return _as_much(scene) or (_times(scene) if scene.lead.verb else _times_over(scene))


def _times(scene: Scene) -> Named | None:
    """What happened so many times: "the cellar had flooded four times"."""
    reading, lead = scene.reading, scene.lead
    personal = reading.lower(lead.subject.end - 1) in _PERSONS
    about = words_of(scene, trimmed(reading, lead.subject)) or (not personal and scene.carried)
    said = wording(reading, kept(reading, lead.verb.start, lead.end)[:ACTIVE_WORDS])
    return name(scene, joined(reading.raw(scene.after), about or "", said), about or None)


def _times_over(scene: Scene) -> Named | None:
    """What is told before a place: "it had been reported to the county four times"."""
    reading, lead = scene.reading, scene.lead
    start = clause_start(reading, lead.end)
    places = kept(reading, start, lead.end)
    if not any(reading.tag(at) == "verb" for at in places):
        return None
    told = [at for at in places if reading.tag(at) != "pron"][-_TOLD_WORDS:]
    return name(scene, joined(reading.raw(scene.after), wording(reading, told)))


def _as_much(scene: Scene) -> Named | None:
    """What something is so many times as much as: "ten times the rate of inflation"."""
    reading, at = scene.reading, scene.after + 1
    if reading.lower(scene.after) != "times" or reading.tag(at) != "det":
        return None
    if reading.lower(at) not in ("the", "that", "its", "their") or tells_time(
        reading, at - 1, at + 4
    ):
        return None
    return name(
        scene, joined("times", wording(reading, range(at, noun_group_end(reading, at + 1))))
    )
