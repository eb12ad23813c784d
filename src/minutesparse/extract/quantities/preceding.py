"""Subjects from the noun phrase before a figure: "a budget of £2m", "Project Account: £716.79"."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import (
    Stretch,
    clause_start,
    kept,
    predicate_after,
    stative,
    tells_time,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import past_base, phrases_end
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import (
    SHARE_WORDS,
    Named,
    Scene,
    base_of,
    before_preposition,
    chain_before,
    first_subject,
    joined,
    name,
    words_of,
)

_NEAR = 8  # tokens of "to turn round" after a figure
_FAR = 25  # tokens of a label
_SHORT_PREDICATE = 4  # words of what the noun before a figure is there for
_SPAN_WORDS = 9  # words of what is done for a time
_FEW = 5  # words of a noun phrase that is kept whole
_HEAD = 2  # words of what is had at a cost
_BESIDE_SUM = frozenset(["from", "to", "by", "with", "at", "on"])
_APART = frozenset([",", ":", "(", "-", "–", "="])


def oblique(scene: Scene) -> bool:
    """Return whether a figure's noun only goes with the verb: "fixed by the Board at 5%"."""
    reading, at = scene.reading, scene.lead.noun.start - 1
    return reading.tag(at) == "prep" and reading.tag(at - 1) == "verb"


def noun_of(scene: Scene) -> Named | None:
    """The noun before "of": "a budget of £2m", "an increase of 3.1%"."""
    reading, lead = scene.reading, scene.lead
    noun = trimmed(reading, _past_name(scene, _past_sum(scene)))
    if lead.preposition != "of" or not noun:
        return None
    if noun.end < lead.noun.end and reading.capital(noun.start) and scene.carried:
        return name(scene, scene.carried, scene.carried)
    words = words_of(scene, noun)
    single = noun.end - noun.start == 1
    if single and reading.listed(noun.start, "transparent"):
        return _for_each(scene, words) or _of_total(scene) or _predicated(scene)
    changes = single and reading.listed(noun.start, "changes")
    if changes and scene.carried and _set_apart(scene) and not _own_matter(scene):
        return name(scene, joined(words, "in", scene.carried), scene.carried)
    if single and reading.listed(noun.start, "spans"):
        spanned = _done_for(scene)
        if spanned:
            return name(scene, spanned)
        if scene.before:
            return name(scene, joined(*_head(scene.carried), words), scene.carried)
    after = words_of(scene, Stretch(scene.after, phrases_end(scene.reading, scene.after)))
    tail = base_of(scene) or (after if single else "")
    if not tail and single and reading.lower(scene.after) == "to":
        tail = wording(reading, predicate_after(reading, scene.after, _SHORT_PREDICATE))
    return name(scene, joined(words, tail), words)


def _own_matter(scene: Scene) -> bool:
    """Return whether a change says what it is in: "an overspend of £6m on repairs"."""
    reading, at = scene.reading, scene.after
    timed = any(reading.listed(place, "times") for place in range(at, at + _NEAR))
    return reading.lower(at) == "on" and not timed


def _past_sum(scene: Scene) -> Stretch:
    """Return what an amount is of: "a tender in the sum of £5", "bonds to the value of £9"."""
    reading, noun = scene.reading, scene.lead.noun
    if not reading.listed(noun.end - 1, "sums"):
        return noun
    at = noun.end - 1
    at -= reading.tag(at - 1) == "det"
    before = chain_before(reading, at - 1) if reading.tag(at - 1) == "prep" else noun
    given = reading.tag(before.start - 1) == "prep" and reading.tag(before.start - 2) == "verb"
    if given and before != noun:
        return _undergoer(scene, before.start - 1)
    return _past_name(scene, before) if before else noun


def _past_name(scene: Scene, noun: Stretch) -> Stretch:
    """Return the noun of a sum, past its body: "a grant from the Trust of £5"."""
    reading = scene.reading
    at = noun.start - 1
    named = scene.figure.kind == "money" and reading.capital(noun.end - 1)
    if not named or reading.lower(at) not in _BESIDE_SUM:
        return noun
    return chain_before(reading, at) or noun


def _done_for(scene: Scene) -> str:
    """Return what is done for a time: "the licence be suspended for a period of six weeks"."""
    reading, at = scene.reading, scene.lead.noun.start
    at -= reading.tag(at - 1) == "det"
    if reading.tag(at - 1) != "prep" or reading.lower(scene.lead.noun.end - 1) == "term":
        return ""
    start = clause_start(reading, at - 1)
    told = {at for past in scene.before for at in range(past.figure.start, past.figure.end)}
    places = [at for at in kept(reading, start, at - 1) if at not in told]
    acts = any(reading.tag(place) == "verb" for place in places)
    return wording(reading, places[-_SPAN_WORDS:]) if acts else ""


def at_a_cost(scene: Scene) -> Named | None:
    """What is had at a cost: "two surveyors were taken on at a cost of £148,000"."""
    reading, lead = scene.reading, scene.lead
    noun = trimmed(reading, lead.noun)
    if lead.preposition != "of" or not reading.listed(noun.end - 1, "costs"):
        return None
    at = noun.start - 1
    at -= reading.tag(at) == "det"
    if reading.lower(at) != "at" or noun.end - noun.start > _HEAD:
        return None
    undergoer = _undergoer(scene, at)
    near = bool(scene.before) and not any(
        reading.ends_sentence(place) for place in range(scene.before[-1].figure.end, at)
    )
    object_ = trimmed(reading, chain_before(reading, at))
    had = scene.carried if near else words_of(scene, object_ or undergoer)
    if near and _told_in_aside(scene, undergoer):
        had = before_preposition(words_of(scene, undergoer))
    return name(scene, joined(_short(had), words_of(scene, noun), base_of(scene)), had)


def _told_in_aside(scene: Scene, undergoer: Stretch) -> bool:
    """Return whether the last figure only describes what is had: "a system with 16 cameras"."""
    reading, last = scene.reading, scene.before[-1].figure
    head = next((at for at in range(*undergoer) if reading.tag(at) == "prep"), undergoer.end)
    return undergoer.start < head < last.start


def _undergoer(scene: Scene, at: int) -> Stretch:
    """Return what is done at a cost: "the scheme be approved at a cost of £5m"."""
    reading = scene.reading
    start = clause_start(reading, at)
    return trimmed(reading, first_subject(reading, start, at))


def _short(noun: str | None) -> str:
    """Return a noun phrase of a few words, or the head of a longer one."""
    few = noun is not None and noun.count(" ") < _FEW
    return noun if few and noun else joined(*_head(noun))


def _head(noun: str | None) -> list[str]:
    """Return the last words of a noun phrase before its first preposition."""
    return before_preposition(noun or "").split()[-_HEAD:]


def put_at(scene: Scene) -> Named | None:
    """What someone puts at so much: "a letter put the detour at two miles"."""
    reading, lead = scene.reading, scene.lead
    if lead.preposition != "at" or not lead.noun or not reading.listed(lead.verb.end - 1, "puts"):
        return None
    noun = words_of(scene, trimmed(reading, lead.noun))
    return name(scene, joined(noun, base_of(scene)), noun)


def _for_each(scene: Scene, noun: str) -> Named | None:
    """Name a figure by what it is for: "a figure of £500 for each house"."""
    reading, at = scene.reading, scene.after
    if reading.lower(at) != "for" or scene.figure.unit == "count":
        return None
    after = words_of(scene, Stretch(at, phrases_end(reading, at)))
    return name(scene, joined(noun, after), noun) if after else None


def _set_apart(scene: Scene) -> bool:
    """Return whether the noun before a figure is set apart: ", a drop of £3m", "(a rise of 4%)"."""
    reading, at = scene.reading, scene.lead.noun.start
    at -= reading.tag(at - 1) == "det"
    plain = reading.lower(at - 1) in ("with", "resulting", "and", "was", "is", "or", "being")
    return plain or reading.tag(at - 1) in ("punct", "")


def _predicated(scene: Scene) -> Named | None:
    """What is done with a sum that has no other noun: "a sum of £9,000 had been set aside"."""
    if not stative(scene.reading, scene.after):
        return None
    said = wording(scene.reading, predicate_after(scene.reading, scene.after, SHARE_WORDS))
    return name(scene, said)


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


def tail_after(scene: Scene) -> str:
    """Return what goes on with a figure: its base, what it is for, where: "a week for repairs"."""
    reading = scene.reading
    end = past_base(reading, scene.after)
    whole = noun_phrase_end(reading, end + 1) - 1
    if reading.lower(end) == "of" and any(
        reading.listed(whole, section) for section in ("times", "instances")
    ):
        return ""
    return words_of(scene, Stretch(scene.after, phrases_end(reading, end))) or infinitive_after(
        scene
    )


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
    if at == scene.after and scene.before and _set_apart(scene) and noun_alone(scene):
        return name(scene, scene.before[-1].subject, scene.before[-1].noun)
    if reading.lower(at) != "in" or at == scene.after:
        return None
    change = words_of(scene, trimmed(reading, lead.noun))
    what = words_of(scene, Stretch(at, phrases_end(reading, at)))
    return name(scene, joined(change, what), what.removeprefix("in "))


def noun_alone(scene: Scene) -> bool:
    """Return whether the noun before a figure is a single word."""
    noun = trimmed(scene.reading, scene.lead.noun)
    return noun.end - noun.start == 1


def bounded(scene: Scene) -> Named | None:
    """The noun that a limit follows: "children under one year", "a shop two miles from here"."""
    reading, lead = scene.reading, scene.lead
    softened = lead.softened < scene.figure.start or scene.figure.kind == "distance"
    if lead.preposition or not lead.noun or not softened:
        return None
    if reading.lower(lead.softened) == "within" or reading.lower(scene.figure.start - 1) == "every":
        return None
    noun = words_of(scene, trimmed(reading, lead.noun))
    after = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    return name(scene, joined(noun, after), noun)


def noun_before(scene: Scene) -> Named | None:
    """The noun phrase right before: "Project Account: £716.79", "performance at 88.6%"."""
    reading, lead = scene.reading, scene.lead
    noun, end = lead.noun, lead.end
    if lead.preposition and oblique(scene):
        return None
    if reading.lower(end - 1) == ")":
        end = _before_bracket(reading, end - 1)
        noun = chain_before(reading, end)
    if reading.lower(end - 1) == ":":
        return _label(scene, end - 1)
    while not noun and reading.lower(end - 1) in _APART:
        end -= 1
        noun = chain_before(reading, end)
    if noun and reading.listed(noun.start, "times") and reading.lower(noun.start - 1) in _APART:
        noun = chain_before(reading, noun.start - 1)
    at = noun.start - (reading.tag(noun.start - 1) == "prep")
    if noun and tells_time(reading, at, noun.end) and at < noun.start:
        noun = chain_before(reading, at - (reading.lower(at - 1) in _APART))
    words = words_of(scene, trimmed(reading, noun))
    if noun.end - noun.start == 1 and stative(reading, lead.verb.start) and noun.end == lead.end:
        words = joined(words_of(scene, trimmed(reading, lead.subject)), words)
    return name(scene, joined(words, base_of(scene)) if words else "", words)


def _before_bracket(reading: Reading, at: int) -> int:
    """Return where the aside begins that a bracket closes: "Mowing (4 cuts) £360"."""
    start = at
    while start > 0 and at - start < _FAR and reading.lower(start) != "(":
        start -= 1
    return start if reading.lower(start) == "(" else at


def _label(scene: Scene, colon: int) -> Named | None:
    """Name a figure by the whole label before a colon."""
    start = colon
    while start > 0 and colon - start < _FAR and not scene.reading.ends_sentence(start - 1):
        start -= 1
    if any(scene.reading.tag(at) == "verb" for at in range(start, colon - 1)):
        start = chain_before(scene.reading, colon).start
    words = words_of(scene, trimmed(scene.reading, Stretch(start, colon)))
    return name(scene, words)
