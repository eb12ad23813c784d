"""Subjects from the noun phrases beside a figure, or from the figure it is set against."""

from __future__ import annotations

from minutesparse.extract.quantities.carried import follows_time
from minutesparse.extract.quantities.clauses import (
    Stretch,
    predicate_after,
    stative,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import noun_group_end, past_base, phrases_end
from minutesparse.extract.quantities.phrases import noun_phrase_end, past_share_aside
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    SHARE_WORDS,
    Named,
    Scene,
    base_of,
    chain_before,
    joined,
    links,
    name,
    words_of,
)

_NEAR = 8  # tokens of "to turn round" after a figure
_FAR = 25  # tokens of a label
_LEVELS = frozenset(["by", "at", "to"])
_APART = frozenset([",", ":", "(", "-", "–", "="])


def noun_by(scene: Scene) -> Named | None:
    """The noun that a share is the level or the change of: "a cut in fees by 13% was", "at 96%"."""
    return noun_before(scene) if scene.lead.noun and scene.lead.preposition in _LEVELS else None


def material(scene: Scene) -> Named | None:
    """What is measured out: "37 kilometres of unsealed road", "340 tonnes of carbon"."""
    reading, at = scene.reading, scene.after
    if scene.figure.kind not in ("distance", "other") or reading.lower(at) != "of":
        return None
    return _group(scene, at + 1)


def modifier(scene: Scene) -> Named | None:
    """The noun after a measure: "28 day repairs", "three months' notice", "£25,000 campaign"."""
    reading, at = scene.reading, scene.after
    if past_base(reading, at) > at:
        return None
    if reading.tag(at) != "noun" or reading.lower(at) == "time" or reading.listed(at, "dimensions"):
        return None
    end = noun_group_end(reading, at)
    words = words_of(scene, Stretch(at, end))
    if end == at + 1 and reading.listed(at, "changes") and scene.carried:
        return name(scene, joined(words, "in", scene.carried), scene.carried)
    return name(scene, words)


def counted(scene: Scene) -> Named | None:
    """The noun after a number, with what is said of it: "11 audits had been finalised"."""
    tag = scene.reading.tag(scene.after)
    whole_of = tag == "det" and scene.figure.kind == "ratio"
    if past_base(scene.reading, scene.after) > scene.after:
        return None
    opens = tag in ("noun", "adv") or whole_of or scene.reading.lower(scene.after) == "such"
    return _group(scene, scene.after) if opens and not follows_time(scene) else None


def _group(scene: Scene, at: int) -> Named | None:
    """Name a figure by the noun group at a token and by what is said of it."""
    reading = scene.reading
    while reading.tag(at) in ("det", "num"):
        at += 1
    head = noun_phrase_end(reading, at)
    if head == at:
        return None
    end = noun_group_end(reading, at)
    most = SHARE_WORDS
    if scene.figure.unit == "count":
        most = 2 * (head - at) if stative(reading, end) else ACTIVE_WORDS
    said = predicate_after(reading, past_share_aside(reading, _past_ages(reading, end)), most)
    noun = words_of(scene, Stretch(at, end))
    if end == at + 1 and reading.listed(at, "changes") and scene.carried:
        return name(scene, joined(noun, "in", scene.carried), scene.carried)
    return name(scene, joined(noun, wording(reading, said)), noun)


def _past_ages(reading: Reading, at: int) -> int:
    """Return the token after "aged between 19 and 34"."""
    if reading.lower(at) != "aged":
        return at
    at += 1
    while reading.tag(at) in ("num", "conj", "prep", "glue"):
        at += 1
    return at


def whole(scene: Scene) -> Named | None:
    """What a figure is part of: "11 of the 24 audits", "52% of care leavers", "19 of which"."""
    reading = scene.reading
    at = scene.after + (reading.lower(scene.after) == "out")
    if reading.lower(at) != "of" or reading.listed(at + 1, "instances"):
        return None
    at += 1
    if reading.tag(at) == "pron" and scene.lead.preposition and scene.lead.verb:
        return None
    if scene.figure.kind in ("share", "money") and _complement(scene):
        about = words_of(scene, trimmed(reading, scene.lead.subject)) or scene.carried
        group = words_of(scene, Stretch(at, noun_group_end(reading, at)))
        return name(scene, joined(about, "of", group), about)
    return _group(scene, at) or _of_pronoun(scene, at)


def _complement(scene: Scene) -> bool:
    """Return whether a figure is what a linking verb says of its subject."""
    lead = scene.lead
    return bool(lead.verb) and not lead.noun and not lead.preposition and links(scene)


def _of_pronoun(scene: Scene, at: int) -> Named | None:
    """Name a part of what was spoken of before: "28 of these were with Legal Services"."""
    reading = scene.reading
    while reading.tag(at) in ("det", "num", "pron", "sub"):
        at += 1
    said = wording(reading, predicate_after(reading, at, SHARE_WORDS))
    return name(scene, joined(scene.carried, said), scene.carried) if said else None


def noun_of(scene: Scene) -> Named | None:
    """The noun before "of": "a budget of £2m", "an increase of 3.1%"."""
    reading, lead = scene.reading, scene.lead
    noun = trimmed(reading, lead.noun)
    if lead.preposition != "of" or not noun:
        return None
    words = words_of(scene, noun)
    single = noun.end - noun.start == 1
    if single and reading.listed(noun.start, "transparent"):
        return _of_total(scene)
    if single and reading.listed(noun.start, "changes") and scene.carried:
        return name(scene, joined(words, "in", scene.carried), scene.carried)
    after = words_of(scene, Stretch(scene.after, phrases_end(scene.reading, scene.after)))
    return name(scene, joined(words, base_of(scene) or (after if single else "")), words)


def _of_total(scene: Scene) -> Named | None:
    """Name a figure after "an average of" by the subject of its clause."""
    reading, lead = scene.reading, scene.lead
    subject = trimmed(reading, lead.subject)
    if not subject:
        words = joined(scene.carried, base_of(scene))
        return name(scene, words, scene.carried) if scene.carried else None
    if all(reading.tag(at) != "noun" for at in range(subject.start, subject.end)):
        return None
    words = words_of(scene, subject)
    return name(scene, joined(words, infinitive_after(scene), base_of(scene)), words)


def infinitive_after(scene: Scene) -> str:
    """Return what a figure is there to do: "37 days to turn round"."""
    reading, at = scene.reading, scene.after
    if reading.lower(at) != "to" or reading.tag(at + 1) not in ("verb", "noun"):
        return ""
    end = at + 2
    while end - at < _NEAR and reading.tag(end) in ("noun", "det", "prep", "glue"):
        if reading.tag(end) == "prep" and not reading.listed(end, "inner"):
            break
        end += 1
    return words_of(scene, Stretch(at, end))


def change_from(scene: Scene) -> Named | None:
    """What changes between two figures: "an increase from 4 to 11 in serious incidents"."""
    reading, lead = scene.reading, scene.lead
    if lead.preposition != "from" or not reading.listed(lead.noun.end - 1, "changes"):
        return None
    at = scene.after
    while at < scene.after + _NEAR and (reading.tag(at) == "num" or reading.lower(at) == "to"):
        at += 1
    if reading.lower(at) != "in" or at == scene.after:
        return None
    change = words_of(scene, trimmed(reading, lead.noun))
    what = words_of(scene, Stretch(at, phrases_end(reading, at)))
    return name(scene, joined(change, what), what.removeprefix("in "))


def bounded(scene: Scene) -> Named | None:
    """The noun that a limit follows: "children under one year", "a shop two miles from here"."""
    reading, lead = scene.reading, scene.lead
    softened = lead.softened < scene.figure.start or scene.figure.kind == "distance"
    if lead.preposition or not lead.noun or not softened:
        return None
    if reading.lower(lead.softened) == "within":
        return None
    noun = words_of(scene, trimmed(reading, lead.noun))
    after = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    return name(scene, joined(noun, after), noun)


def noun_before(scene: Scene) -> Named | None:
    """The noun phrase right before: "Project Account: £716.79", "performance at 88.6%"."""
    reading, lead = scene.reading, scene.lead
    noun, end = lead.noun, lead.end
    if reading.lower(end - 1) == ":":
        return _label(scene, end - 1)
    while not noun and reading.lower(end - 1) in _APART:
        end -= 1
        noun = chain_before(reading, end)
    words = words_of(scene, trimmed(reading, noun))
    return name(scene, joined(words, base_of(scene)) if words else "", words)


def _label(scene: Scene, colon: int) -> Named | None:
    """Name a figure by the whole label before a colon."""
    start = colon
    while start > 0 and colon - start < _FAR and not scene.reading.ends_sentence(start - 1):
        start -= 1
    if any(scene.reading.tag(at) == "verb" for at in range(start, colon - 1)):
        start = chain_before(scene.reading, colon).start
    words = words_of(scene, trimmed(scene.reading, Stretch(start, colon)))
    return name(scene, words)


def phrase_after(scene: Scene) -> Named | None:
    """The prepositional phrase after a figure: "the £24 for a Band D property"."""
    end = phrases_end(scene.reading, scene.after)
    return name(scene, words_of(scene, Stretch(scene.after, end)))
