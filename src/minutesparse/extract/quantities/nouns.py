"""Subjects from the noun phrases after a figure: what it counts, measures or is part of."""

from __future__ import annotations

from minutesparse.extract.quantities.carried import follows_time
from minutesparse.extract.quantities.clauses import (
    Stretch,
    kept,
    predicate_after,
    tells_time,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import (
    noun_group_end,
    past_base,
    past_clause,
    phrases_end,
)
from minutesparse.extract.quantities.occasions import how_often
from minutesparse.extract.quantities.phrases import (
    noun_phrase_end,
    past_share_aside,
)
from minutesparse.extract.quantities.preceding import noun_before, noun_of, oblique
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    SHARE_WORDS,
    Named,
    Scene,
    joined,
    links,
    name,
    words_of,
)
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import measure_at

_SPOKEN_OF = frozenset(["it", "them", "these", "those", "which", "this"])
_NEAR = 8  # tokens of "to turn round" after a figure
_NO_PLACE = frozenset(
    ["by", "than", "to", "against", "instead", "including", "as", "at", "of", "ago"]
)
_STATES = frozenset(["total", "hand", "place", "full", "all", "advance", "cash", "kind", "arrears"])
_HOW_FAR = frozenset(["at", "for", "to", "from"])
_HOLDING = frozenset(["of", "with", "containing"])
_SUCH = frozenset(["such", "other"])
_LEVELS = frozenset(["by", "at", "to"])


def noun_by(scene: Scene) -> Named | None:
    """The noun that a share is the level or the change of: "a cut in fees by 13% was", "at 96%"."""
    told = scene.lead.noun and scene.lead.preposition in _LEVELS and not oblique(scene)
    return noun_before(scene) if told else None


def in_kind(scene: Scene) -> Named | None:
    """What a sum is: "carries $38m in debt", "had to pay £85 in costs"."""
    reading, at = scene.reading, scene.after
    if reading.lower(at) != "in" or reading.tag(at + 1) != "noun" or reading.capital(at + 1):
        return None
    if _complement(scene):
        return None
    if tells_time(reading, at, len(reading)):
        return None
    end = noun_phrase_end(reading, at + 1)
    if reading.lower(end - 1) in _STATES:
        return None
    words = words_of(scene, Stretch(at + 1, end))
    due = reading.lower(end) in ("still", "yet", "to")
    said = wording(reading, predicate_after(reading, end, ACTIVE_WORDS)) if due else ""
    return name(scene, joined(words, said), words)


def material(scene: Scene) -> Named | None:
    """What is measured out: "37 kilometres of unsealed road", "three days a week of her time"."""
    reading, at = scene.reading, scene.after
    base = past_base(reading, at)
    if reading.lower(base) != "of" or scene.figure.kind == "age":
        return None
    within = reading.lower(scene.lead.softened) == "within"
    if base == at and reading.listed(noun_phrase_end(reading, at + 1) - 1, "times"):
        return None
    if scene.figure.kind == "duration" and (within or tells_time(reading, base, len(reading))):
        return None
    if within and scene.lead.noun:
        of = words_of(scene, Stretch(base, noun_group_end(reading, base + 1)))
        return name(scene, joined(words_of(scene, trimmed(reading, scene.lead.noun)), of))
    if base == at:
        spoken_of = reading.lower(at + 1) in _SPOKEN_OF
        return _of_pronoun(scene, at + 1) if spoken_of else _group(scene, at + 1)
    words = words_of(scene, Stretch(at, noun_group_end(reading, base + 1)))
    return name(scene, words, words_of(scene, Stretch(base + 1, noun_group_end(reading, base + 1))))


def modifier(scene: Scene) -> Named | None:
    """The noun after a measure: "28 day repairs", "three months' notice", "£25,000 campaign"."""
    reading, at = scene.reading, scene.after
    if past_base(reading, at) > at or follows_time(scene):
        return None
    if reading.tag(at) != "noun" or reading.lower(at) == "time" or reading.listed(at, "dimensions"):
        return None
    if reading.lower(at).endswith("ing") and reading.tag(at + 1) in ("prep", "det"):
        return None
    end = noun_group_end(reading, at)
    if reading.capital(at) and reading.lower(end) in ("£", "€", "$"):
        return None
    words = words_of(scene, Stretch(at, end))
    if end == at + 1 and reading.listed(at, "changes") and scene.carried:
        return name(scene, joined(words, "in", scene.carried), scene.carried)
    return name(scene, words)


def shared_head(scene: Scene) -> Named | None:
    """The noun that comes with the next number: "three negative and two positive results"."""
    reading, at = scene.reading, scene.after
    if scene.figure.rule != "statistic.shared_head":
        return None
    joint = noun_end = noun_phrase_end(reading, at)
    while reading.tag(joint) != "conj":
        joint += 1
    further = measure_at(reading, joint + 1)
    if further is None:
        return None
    noun_end = noun_phrase_end(reading, further.end)
    first = min(further.end + joint - at, noun_end - 1)
    adjectives = words_of(scene, Stretch(at, joint))
    return name(scene, joined(adjectives, words_of(scene, Stretch(first, noun_end))))


def counted(scene: Scene) -> Named | None:
    """The noun after a number, with what is said of it: "11 audits had been finalised"."""
    tag = scene.reading.tag(scene.after)
    whole_of = tag == "det" and scene.figure.kind == "ratio"
    if past_base(scene.reading, scene.after) > scene.after:
        return None
    level = _complement(scene) or (scene.lead.preposition == "at" and links(scene))
    if scene.figure.kind == "share" and scene.lead.verb and level and _describes(scene):
        return None
    happened = how_often(scene)
    if happened:
        return happened
    opens = tag in ("noun", "adv") or whole_of or scene.reading.lower(scene.after) in _SUCH
    return _group(scene, scene.after) if opens and not follows_time(scene) else None


def _describes(scene: Scene) -> bool:
    """Return whether one word after a share says how its subject is: "was 94 per cent full"."""
    reading, at = scene.reading, scene.after
    ends = reading.tag(at + 1) in ("punct", "", "prep", "conj", "sub")
    return (
        ends and reading.lower(scene.lead.subject.end - 1) != "there" and bool(scene.lead.subject)
    )


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
        most = 2 * (head - at) + (reading.tag(end) == "verb")
    said = predicate_after(reading, past_share_aside(reading, _past_ages(reading, end)), most)
    noun = words_of(scene, Stretch(at, end))
    said = [] if said and _is_contained(scene, end) else said
    if _is_whole(scene):
        return name(scene, noun)
    if scene.figure.unit == "count":
        said = _short_of_figures(reading, said)
    if end == at + 1 and reading.listed(at, "changes") and scene.carried:
        return name(scene, joined(noun, "in", scene.carried), scene.carried)
    alone = end == at + 1 and not said and scene.figure.unit == "count"
    if alone:
        return name(scene, joined(noun, when(reading, end) or _topic(scene)), noun)
    return name(scene, joined(noun, wording(reading, said)), noun)


def _is_contained(scene: Scene, end: int) -> bool:
    """Return whether a verb goes with what holds the count: "a petition of 90 names was handed in".

    A participle right after the count tells of what is counted, all the same.
    """
    reading, lead = scene.reading, scene.lead
    if scene.figure.unit != "count" or reading.tag(end) != "aux" or lead.verb:
        return False
    held = bool(lead.noun) and lead.preposition in _HOLDING
    return held and not reading.listed(lead.noun.end - 1, "transparent")


def _topic(scene: Scene) -> str:
    """Return the topic that a passage opens with, right before its count: "Fraud – 48 cases"."""
    reading, dash = scene.reading, scene.lead.softened - 1
    opens = 0 < dash < _NEAR and reading.lower(dash) in DASHES and reading.tag(dash) == "punct"
    plain = opens and all(reading.tag(at) in ("noun", "prep", "conj") for at in range(dash))
    return wording(reading, range(dash)) if plain else ""


def when(reading: Reading, at: int) -> str:
    """Return the time or place right after a single word, without its articles: "in month"."""
    if reading.tag(at) == "det" and reading.listed(at, "when"):
        return _ending_in_noun(reading, at, at + 2)
    if reading.tag(at) != "prep" or reading.lower(at) in _NO_PLACE:
        return ""
    end = at + 1
    while reading.tag(end) == "det":
        end += 1
    known = reading.tag(end) == "noun" and reading.tag(end + 1) != "noun"
    return joined(reading.raw(at), reading.raw(end)) if known else ""


def _ending_in_noun(reading: Reading, start: int, end: int) -> str:
    """Return what is written from one token up to another, where the last is a noun."""
    return wording(reading, range(start, end)) if reading.tag(end - 1) == "noun" else ""


def _short_of_figures(reading: Reading, said: list[int]) -> list[int]:
    """Return what is said up to the next number: "attended" of "attended 41 call outs"."""
    counts = [place for place, at in enumerate(said) if reading.tag(at) == "num"]
    verb = said[counts[0] - 1] if counts and counts[0] else -1
    bare = reading.tag(verb) == "verb" and not reading.lower(verb).endswith("ing")
    return said[: counts[0]] if bare else said


def _is_whole(scene: Scene) -> bool:
    """Return whether a figure is what another one is a part of: the 11 of "two of the 11 crews"."""
    at = scene.figure.start
    at -= scene.reading.tag(at - 1) == "det"
    return (
        bool(scene.before)
        and scene.reading.lower(at - 1) == "of"
        and (scene.before[-1].figure.end == at - 1 - (scene.reading.lower(at - 2) == "out"))
    )


def _past_ages(reading: Reading, at: int) -> int:
    """Return the token after "aged between 19 and 34"."""
    if reading.lower(at) != "aged":
        return at
    at += 1
    while reading.tag(at) in ("num", "conj", "prep", "glue"):
        at += 1
    return at


def viewed(scene: Scene) -> Named | None:
    """How a share of those asked saw it: "806 replies, 71% against"."""
    reading, at = scene.reading, scene.after
    favour = reading.lower(at) == "in" and reading.lower(at + 1) == "favour"
    end = at + 1 + favour
    if not (favour or reading.listed(at, "views")) or reading.tag(end) not in ("punct", "", "conj"):
        return None
    return name(scene, joined(scene.carried, words_of(scene, Stretch(at, end))), scene.carried)


def whole(scene: Scene) -> Named | None:
    """What a figure is part of: "11 of the 24 audits", "52% of care leavers", "19 of which"."""
    reading = scene.reading
    at = scene.after + (reading.lower(scene.after) == "out")
    if reading.lower(at) != "of" or _in_instances(scene, at + 1):
        return None
    at += 1
    if reading.tag(at) == "pron" and scene.lead.preposition and scene.lead.verb:
        return None
    if _goes_with_verb(scene, at) or _part_of_sum(scene, at):
        return None
    if scene.lead.preposition == "of" and scene.figure.kind == "share":
        return noun_of(scene) or _group(scene, at)
    if scene.figure.kind in ("share", "money", "ratio") and _complement(scene):
        about = words_of(scene, trimmed(reading, scene.lead.subject)) or scene.carried
        group = words_of(scene, Stretch(at, noun_group_end(reading, at)))
        return name(scene, joined(about, "of", group), about)
    return _group(scene, at) or _of_pronoun(scene, at)


def _in_instances(scene: Scene, at: int) -> bool:
    """Return whether a share is how often a clause holds: "answered in 93% of cases"."""
    reading = scene.reading
    told = reading.listed(at, "instances") or reading.slice(at, at + 2).lower() == "the time"
    return told and not (not scene.lead.preposition and predicate_after(reading, at + 1, 1))


def _part_of_sum(scene: Scene, at: int) -> bool:
    """Return whether a sum is part of another one that a verb gives: "paid £2 of the £9 asked"."""
    reading, lead = scene.reading, scene.lead
    sums = scene.figure.kind == "money" and reading.lower(at + (reading.tag(at) == "det")) in "£€$"
    return sums and bool(lead.verb) and not lead.preposition and not lead.noun


def _goes_with_verb(scene: Scene, at: int) -> bool:
    """Return whether a share is how far a clause holds: "crews were free for 69% of the time"."""
    reading, lead = scene.reading, scene.lead
    told = lead.preposition in _HOW_FAR and bool(lead.verb) and scene.figure.kind == "share"
    if not told or not (lead.subject or lead.noun):
        return False
    return not predicate_after(reading, noun_group_end(reading, at), SHARE_WORDS)


def _complement(scene: Scene) -> bool:
    """Return whether a figure is what a linking verb says of its subject."""
    lead = scene.lead
    if lead.noun or not lead.verb:
        return False
    last = scene.reading.lower(lead.verb.end - 1)
    composes = scene.reading.words.tables["composes"].before(scene.reading, lead.softened)
    owned = last in ("has", "have", "had", "having")
    told = not lead.preposition and links(scene) and last != "there" and not owned
    return composes is not None or told


def _of_pronoun(scene: Scene, at: int) -> Named | None:
    """Name a part of what was spoken of before: "28 of these were with Legal Services"."""
    reading = scene.reading
    while reading.tag(at) in ("det", "num", "pron", "sub"):
        at += 1
    said = wording(reading, predicate_after(reading, at, SHARE_WORDS))
    said = said or words_of(scene, Stretch(at, phrases_end(reading, at)))
    said = said or words_of(scene, Stretch(at, noun_group_end(reading, at)))
    return name(scene, joined(scene.carried, said), scene.carried or "")


def relative(scene: Scene) -> Named | None:
    """What a clause tells of a definite figure: "the £750 they had asked for"."""
    reading, at = scene.reading, scene.after
    if reading.lower(scene.figure.start - 1) not in ("the", "those", "every"):
        return None
    if scene.figure.kind == "money" and reading.tag(at) == "verb":
        return name(scene, wording(reading, predicate_after(reading, at, SHARE_WORDS)))
    at += reading.lower(at) in ("that", "which")
    end = at + 1 if reading.tag(at) == "pron" else noun_phrase_end(reading, at)
    if end == at or reading.tag(end) not in ("aux", "verb"):
        return None
    start = end if reading.tag(at) == "pron" else at
    while end - at < _NEAR and reading.tag(end) in ("aux", "verb", "adv"):
        end += 1
    end += reading.tag(end) == "prep" and reading.tag(end + 1) in ("aux", "punct", "verb", "")
    words = wording(reading, kept(reading, start, end))
    return name(scene, words, scene.carried or "")


def in_which(scene: Scene) -> Named | None:
    """What happened in a time: "the four years in which no claim had been made"."""
    reading, at = scene.reading, scene.after
    at += reading.tag(at) == "prep"
    if reading.lower(at) not in ("which", "since") or scene.figure.kind != "duration":
        return None
    said = wording(reading, kept(reading, at + 1, past_clause(reading, at + 1)))
    return name(scene, said, scene.carried or "") if said else None


def done(scene: Scene) -> Named | None:
    """What is done to so much: "with 31 kilometres sealed", "40 acres planted"."""
    reading, at = scene.reading, scene.after
    led = scene.lead.preposition == "with" and reading.tag(at) == "verb"
    said = wording(reading, predicate_after(reading, at, SHARE_WORDS)) if led else ""
    return name(scene, said, scene.carried or "") if said else None


def phrase_after(scene: Scene) -> Named | None:
    """The prepositional phrase after a figure: "the £24 for a Band D property"."""
    end = phrases_end(scene.reading, scene.after)
    return name(scene, words_of(scene, Stretch(scene.after, end)))
