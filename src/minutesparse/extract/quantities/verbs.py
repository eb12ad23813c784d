"""Subjects from the verbs beside a figure: what is so much, does so much, or takes so long."""

from __future__ import annotations

from minutesparse.extract.quantities.antecedents import spoken_of
from minutesparse.extract.quantities.clauses import (
    Stretch,
    clause_start,
    kept,
    predicate_after,
    tells_time,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import noun_group_end, phrases_end
from minutesparse.extract.quantities.nouns import when
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.preceding import tail_after
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    SHARE_WORDS,
    Named,
    Scene,
    base_of,
    before_preposition,
    chain_before,
    joined,
    links,
    name,
    words_of,
)
from minutesparse.extract.quantities.units import before_qualifier

_CLAUSE_WORDS = 9  # words of a clause that a measure belongs to
_DASHES = frozenset("-–—:")
_GIVING = frozenset(["giving", "paying", "earning", "bearing", "yielding"])
_DIMENSIONS = {
    "wide": "width",
    "deep": "depth",
    "long": "length",
    "high": "height",
    "tall": "height",
    "thick": "thickness",
}
_HAVING = frozenset(["has", "have", "had", "having"])
_PERSONS = frozenset(["he", "she", "i", "we", "you"])
_SHORT_NOUN = 3  # words of a noun that a single verb takes
_SAYING_MORE = frozenset(["on", "for", "of", "from", "above", "below"])
_OF_LEVEL = frozenset(["", "as", "up", "down", "at", "to", "from", "by", "than", "about", "in"])


def linked(scene: Scene) -> Named | None:
    """The subject of a linking verb: "The recycling rate was 44.1%", "reserves stood at £11k"."""
    reading, lead = scene.reading, scene.lead
    if not lead.verb or lead.noun or lead.preposition not in _OF_LEVEL:
        return None
    if lead.preposition != "as" and not links(scene):
        return None
    if reading.lower(lead.subject.end - 1) == "there":
        after = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
        return name(scene, joined(scene.carried, after), scene.carried)
    if _tells_of_last(scene):
        return name(scene, scene.before[-1].subject, scene.before[-1].noun)
    purpose = _purpose_of_it(scene)
    if purpose:
        return name(scene, purpose)
    about = _subject(scene)
    turns = (
        at for at in range(lead.verb.start, lead.softened) if reading.lower(at) in ("up", "down")
    )
    said = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    if scene.figure.kind == "duration" or reading.lower(scene.after) not in _SAYING_MORE:
        said = ""
    if scene.figure.kind == "distance" and reading.lower(scene.after) in ("from", "to"):
        said = words_of(scene, Stretch(scene.after, phrases_end(reading, scene.after)))
    said = _dimension(scene) or said
    if scene.figure.kind == "share" and reading.tag(scene.after) == "noun":
        said = words_of(scene, Stretch(scene.after, noun_phrase_end(reading, scene.after)))
    if reading.lower(lead.verb.end - 1) in _HAVING and scene.figure.kind == "money":
        said = tail_after(scene)
    if reading.tag(scene.after) == "verb":
        said = wording(reading, predicate_after(reading, scene.after, SHARE_WORDS))
    return name(scene, joined(about, wording(reading, turns), said, base_of(scene)), about)


def _dimension(scene: Scene) -> str:
    """Return the dimension that a length is of: "the lane is 12 feet wide at the bend"."""
    reading, at = scene.reading, scene.after
    if scene.figure.kind != "distance":
        return ""
    if reading.lower(at) == "in" and reading.lower(at + 1) in _DIMENSIONS.values():
        return reading.lower(at + 1)
    if not reading.listed(at - 1, "dimensions"):
        return ""
    word = reading.lower(at - 1)
    return joined(_DIMENSIONS.get(word, word), words_of(scene, _phrases(scene)))


def _tells_of_last(scene: Scene) -> bool:
    """Return whether "which" goes back to the last figure: "nine came back, which was 7%"."""
    reading, start = scene.reading, scene.lead.start
    if scene.figure.kind != "share" or not scene.before or reading.lower(start - 2) != ",":
        return False
    last = scene.before[-1].figure
    near = not any(reading.ends_sentence(at) for at in range(last.end, start))
    return near and last.kind == "count" and reading.lower(start - 1) == "which"


def _purpose_of_it(scene: Scene) -> str:
    """Return what a figure is there to do where "it" says no more: "it would be £9k to do it"."""
    reading, last = scene.reading, scene.lead.subject.end - 1
    if reading.lower(last) != "it" or reading.lower(scene.after) != "to":
        return ""
    does = reading.tag(scene.after + 1) in ("verb", "aux")
    return wording(reading, predicate_after(reading, scene.after, SHARE_WORDS)) if does else ""


def _subject(scene: Scene) -> str | None:
    """Return the subject of the verb before a figure, or what it stands for."""
    reading, last = scene.reading, scene.lead.subject.end - 1
    part = _part_of_last(scene)
    if part:
        return part
    if _stands_for_another(scene):
        labelled = reading.lower(last - 1) in _DASHES and reading.tag(last - 1) == "punct"
        label = trimmed(reading, chain_before(reading, last - 1)) if labelled else None
        placed = _place_first(scene)
        said = (label and words_of(scene, label)) or placed or scene.carried
        return said or spoken_of(scene)
    subject = trimmed(reading, scene.lead.subject)
    single = subject.end - subject.start == 1
    if single and scene.carried and reading.listed(subject.start, "marks"):
        head = before_preposition(scene.carried).split()[-2:]
        return joined(*head, words_of(scene, subject))
    if single and scene.carried and reading.listed(subject.start, "transparent"):
        measured = reading.listed(subject.start, "averages")
        return joined(words_of(scene, subject) if measured else "", scene.carried)
    return words_of(scene, subject) or scene.carried


def _part_of_last(scene: Scene) -> str:
    """Return which of those just told of a verb speaks of: "seven pupils, the oldest of whom"."""
    reading, start = scene.reading, scene.lead.start
    if reading.lower(start - 1) not in ("whom", "which") or reading.lower(start - 2) != "of":
        return ""
    which = trimmed(reading, chain_before(reading, start - 2))
    if which.end - which.start != 1 or not reading.listed(which.start, "superlatives"):
        return ""
    return joined(words_of(scene, which), scene.carried) if scene.carried else ""


def _place_first(scene: Scene) -> str:
    """Return what was spoken of, elsewhere: "membership ... whilst at the baths it had fallen"."""
    reading, subject = scene.reading, scene.lead.subject
    start = subject.start + (reading.tag(subject.start) == "conj")
    if reading.lower(subject.end - 1) not in ("it", "they"):
        return ""
    if reading.tag(start) != "prep" or not scene.carried or tells_time(reading, start, subject.end):
        return ""
    head = before_preposition(scene.carried)
    return joined(head, words_of(scene, Stretch(start, subject.end - 1)))


def _stands_for_another(scene: Scene) -> bool:
    """Return whether the subject is a pronoun: "this was", but not "returning for them was"."""
    reading, last = scene.reading, scene.lead.subject.end - 1
    first = scene.lead.subject.start
    if scene.lead.subject and reading.tag(first) == "pron" and reading.tag(first + 1) == "aux":
        return reading.lower(first) not in _PERSONS
    if not scene.lead.subject or reading.tag(last) != "pron":
        return False
    object_ = last - 1 > first and reading.lower(last - 1).endswith("ing")
    object_ = object_ and reading.lower(last) != "they"
    if reading.lower(last) in _PERSONS or object_:
        return False
    timed = reading.lower(last - 1) == "ago"
    return timed or last == scene.lead.subject.start or reading.tag(last - 1) != "prep"


def acted(scene: Scene) -> Named | None:
    """The subject and its verb: "Her charity walk had raised £3,260"."""
    reading, lead = scene.reading, scene.lead
    owing = bool(lead.noun) and reading.listed(lead.verb.end - 1, "owing")
    if not lead.verb or (lead.noun and not owing) or lead.preposition:
        return None
    verb = kept(reading, lead.verb.start, lead.verb.end)
    if not verb or all(reading.listed(at, "reporting") for at in verb):
        return _told(scene)
    about = "" if _stands_for_another(scene) else words_of(scene, trimmed(reading, lead.subject))
    if reading.lower(lead.subject.start) in _PERSONS:
        about = ""
    if scene.figure.unit == "count" and scene.carried:
        return name(scene, joined(scene.carried, wording(reading, verb)), scene.carried)
    words = joined(about, wording(reading, verb), tail_after(scene))
    return name(scene, words, about or scene.carried)


def _told(scene: Scene) -> Named | None:
    """Name a figure that someone gives as it is: "she said 1.4 per journey"."""
    base = base_of(scene)
    answers = scene.figure.rule in ("statistic.answer", "statistic.rate")
    held = scene.figure.kind == "money" and scene.reading.lower(scene.after) == "in"
    if held and not scene.carried:
        return name(scene, words_of(scene, trimmed(scene.reading, _phrases(scene))))
    return name(scene, joined(scene.carried, base), scene.carried) if base or answers else None


def _phrases(scene: Scene) -> Stretch:
    return Stretch(scene.after, phrases_end(scene.reading, scene.after))


def fronted(scene: Scene) -> Named | None:
    """A part of what its clause opens with: "Of the absences 58% were long term"."""
    reading, end = scene.reading, scene.lead.softened
    start = clause_start(reading, end)
    start = (
        clause_start(reading, start - 1)
        if start == end and reading.lower(start - 1) == ","
        else start
    )
    start += reading.lower(start) == "out"
    if reading.lower(start) != "of" or start + 1 >= end:
        return None
    verb = scene.lead.verb
    if any(reading.tag(at) == "aux" for at in range(verb.start, verb.end)):
        return None
    if reading.tag(start + 1) in ("sub", "pron"):
        return None
    noun = words_of(scene, trimmed(reading, Stretch(start + 1, end)))
    said = wording(reading, predicate_after(reading, scene.after, SHARE_WORDS))
    return name(scene, joined(noun, said), noun) if noun and said else None


def predicate(scene: Scene) -> Named | None:
    """What is said of the figure: "43% did not know", "£22m was lent out", "57 were signed up"."""
    at, verb = scene.after, scene.lead.verb
    if verb and not scene.lead.preposition and scene.reading.lower(verb.end - 1) in _GIVING:
        return None
    relative = scene.reading.tag(at) == "sub" and scene.reading.tag(at + 1) in ("aux", "verb")
    places = predicate_after(scene.reading, at + relative, SHARE_WORDS)
    said = wording(scene.reading, places)
    if not said:
        return None
    if len(places) == 1 and scene.figure.kind == "money":
        later = when(scene.reading, places[0] + 1)
        return name(scene, joined(said, later) if later else said, scene.carried or "")
    about = "" if scene.figure.kind in ("money", "duration") else scene.carried
    return name(scene, joined(about, said), scene.carried or "")


def since(scene: Scene) -> Named | None:
    """What happened so long ago: "it is seven months since the drain was reported"."""
    reading, at = scene.reading, scene.after
    if scene.figure.kind != "duration" or reading.lower(at) != "since":
        return None
    end = at + 1
    while end - at < _CLAUSE_WORDS and reading.tag(end) not in ("punct", "", "sub", "conj"):
        end += 1
    told = any(reading.tag(place) in ("aux", "verb") for place in range(at, end))
    return name(scene, wording(reading, range(at, end))) if told else None


def begun(scene: Scene) -> Named | None:
    """What happened in a time that its sentence begins with: "For two years the club met here"."""
    reading, lead, at = scene.reading, scene.lead, scene.after
    opens = reading.tag(lead.end) == "prep" and reading.starts_sentence(lead.end)
    if scene.figure.kind != "duration" or not opens or lead.verb or lead.noun:
        return None
    at += reading.lower(at) == ","
    end = noun_group_end(reading, at) if reading.tag(at) in ("det", "noun") else at
    said = predicate_after(reading, end, ACTIVE_WORDS)
    about = words_of(scene, trimmed(reading, Stretch(at, end)))
    return name(scene, joined(about, wording(reading, said))) if about and said else None


def clause(scene: Scene) -> Named | None:
    """The clause that a measure belongs to: "the lift had been out of order for seven weeks"."""
    reading, lead = scene.reading, scene.lead
    start = clause_start(reading, lead.end)
    verb = kept(reading, lead.verb.start, lead.verb.end)
    answers = verb and not lead.noun and all(reading.listed(at, "reporting") for at in verb)
    if answers and not lead.preposition and reading.asked_from < scene.figure.start:
        return name(scene, scene.carried, scene.carried)
    counts = start + (reading.tag(start) == "det")
    if reading.listed(counts, "counting") and reading.lower(counts + 1) == "of":
        start = counts + 2
    inside = _figured(scene, start)
    places = [at for at in kept(reading, start, lead.end) if at not in inside]
    words = wording(reading, places[-_CLAUSE_WORDS:])
    subjectless = reading.tag(start) in ("aux", "verb", "pron") and reading.lower(start) != "there"
    if places and all(reading.tag(at) in ("prep", "adv", "det") for at in places):
        return None
    if len(places) > 1 and reading.lower(places[0]) == "of" and reading.tag(places[1]) == "pron":
        return name(scene, joined(scene.carried, wording(reading, places[2:])), scene.carried)
    if subjectless and not reading.starts_sentence(start):
        about = _subject(scene) or ""
        words = words if words in about else joined(about, words)
    noun = scene.carried or words_of(scene, trimmed(reading, lead.subject)) or None
    words = joined(words, tail_after(scene))
    alone = " " not in words and words != scene.carried
    if alone and scene.carried and scene.carried.count(" ") < _SHORT_NOUN:
        words = joined(scene.carried, words)
    return name(scene, words, noun)


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
