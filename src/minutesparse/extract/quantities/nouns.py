"""Subjects from the noun phrases beside a figure, or from the figure it is set against."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import (
    Stretch,
    predicate_after,
    stative,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import noun_group_end, past_base, phrases_end
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import Named, Scene, chain_before

SHARE_WORDS = 14  # words of what is said of a share
ACTIVE_WORDS = 8  # words of what counted people or things do
_NEAR = 8  # tokens between "from 139" and "to 96"
_FAR = 25  # tokens between a figure and the one it is held against
_SHORT_ROW = 4  # tokens between two figures in a row
_ROW_JOINTS = frozenset([",", "and", "&", "or", "to", "-"])
_SHORT_ASIDE = 5  # words of "fewer than in 2009"
_APART = frozenset([",", ":", "(", "-", "–", "="])


def name(scene: Scene, subject: str | None, noun: str | None = None) -> Named | None:
    """Return the figure with its subject; None where there are no words for one."""
    return Named(scene.figure, subject, noun or subject) if subject else None


def joined(*parts: str | None) -> str:
    """Return words with a space between, leaving out what is empty."""
    return " ".join(part for part in parts if part)


def words_of(scene: Scene, stretch: Stretch) -> str:
    """Return what is written in a stretch."""
    return wording(scene.reading, range(stretch.start, stretch.end))


def base_of(scene: Scene) -> str:
    """Return what a rate is for, after the figure: "per month", "a head"."""
    return words_of(scene, Stretch(scene.after, past_base(scene.reading, scene.after)))


def shared(scene: Scene) -> Named | None:
    """The subject of the figure before: "from 139 to 96", "250 lines instead of 140"."""
    if not scene.before or scene.reading.tag(scene.after) == "noun":
        return None
    last = scene.before[-1]
    between = range(last.figure.end, scene.figure.start)
    if len(between) > _FAR or any(scene.reading.ends_sentence(at) for at in between):
        return None
    if _compares(scene) or not _set_against(scene, last):
        return None
    said = wording(scene.reading, predicate_after(scene.reading, scene.after, ACTIVE_WORDS))
    words = joined(last.noun, said) if said else joined(last.subject, base_of(scene))
    return name(scene, words, last.noun)


def _set_against(scene: Scene, last: Named) -> bool:
    if scene.figure.rule == "statistic.held_against":
        return True
    at = scene.lead.end + bool(scene.lead.preposition)
    found = scene.reading.words.tables["versus"].before(scene.reading, at)
    if found is None:
        return False
    word, near = scene.reading.lower(found[1]), found[1] - last.figure.end < _NEAR
    if word == "to":
        return near and scene.reading.lower(last.figure.start - 1) == "from"
    if word == "or":
        return near
    return word not in ("from", "and", "not")


def comparator(scene: Scene) -> Named | None:
    """What another figure is held against: "a target of 28", "the London average of 91%"."""
    if not scene.before or not _compares(scene):
        return None
    words = words_of(scene, trimmed(scene.reading, scene.lead.noun))
    alone = " " not in words
    return name(scene, joined(words, _head(scene.carried) if alone else ""), scene.carried)


def _compares(scene: Scene) -> bool:
    """Return whether the noun before a figure is that of a figure held against another."""
    reading, lead = scene.reading, scene.lead
    noun = trimmed(reading, lead.noun)
    if not noun or not reading.listed(noun.end - 1, "comparators"):
        return False
    if lead.preposition == "":
        return noun.end == lead.softened and reading.lower(noun.start - 1) in _APART
    against = reading.words.tables["versus"].before(reading, lead.noun.start)
    return lead.preposition in ("of", "at") and against is not None


def _head(noun: str | None) -> str:
    """Return the head of a noun phrase: the last word before its first preposition."""
    words = (noun or "").split()
    cuts = (at for at, word in enumerate(words) if word in ("of", "in", "for", "on", "with", "per"))
    cut = next(cuts, len(words))
    return " ".join(words[max(0, cut - 1) : cut])


def share_of_count(scene: Scene) -> Named | None:
    """The share of a count, in brackets after it: "38 (79%) were on track"."""
    at = scene.figure.start - 1
    if not scene.before or scene.reading.lower(at) != "(":
        return None
    last = scene.before[-1]
    return name(scene, last.subject, last.noun) if last.figure.end == at else None


def listed(scene: Scene) -> Named | None:
    """One of several figures in a row: "delays of 30, 60 and 90 days"."""
    if not scene.before or scene.reading.tag(scene.after) == "noun":
        return None
    last = scene.before[-1]
    if last.figure.unit != scene.figure.unit:
        return None
    between = range(last.figure.end, scene.figure.start)
    row = 0 < len(between) < _SHORT_ROW and all(
        scene.reading.lower(at) in _ROW_JOINTS for at in between
    )
    return name(scene, last.subject, last.noun) if row else None


def one_more(scene: Scene) -> Named | None:
    """One more of what was spoken of: "291 children, 260 in aftercare", "£5 and £6 on deposit"."""
    if not _goes_on_from_last(scene):
        return None
    after = words_of(scene, Stretch(scene.after, phrases_end(scene.reading, scene.after)))
    return name(scene, joined(scene.carried, after), scene.carried)


def _goes_on_from_last(scene: Scene) -> bool:
    if scene.figure.rule == "statistic.also":
        return True
    last = scene.before[-1].figure if scene.before else None
    joint = scene.reading.lower(scene.lead.softened - 1) in ("and", ",")
    more = joint and last is not None and last.kind == scene.figure.kind
    return more and scene.reading.lower(scene.after) in ("in", "on", "for", "from", "at")


def modifier(scene: Scene) -> Named | None:
    """The noun after a measure: "28 day repairs", "three months' notice", "£25,000 campaign"."""
    reading, at = scene.reading, scene.after
    if reading.tag(at) != "noun" or reading.lower(at) == "time" or reading.listed(at, "dimensions"):
        return None
    return name(scene, words_of(scene, Stretch(at, noun_group_end(reading, at))))


def counted(scene: Scene) -> Named | None:
    """The noun after a number, with what is said of it: "11 audits had been finalised"."""
    if scene.reading.tag(scene.after) not in ("noun", "adv"):
        the = scene.reading.tag(scene.after) == "det" and scene.figure.kind == "ratio"
        if not the:
            return None
    return _group(scene, scene.after)


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
    said = predicate_after(reading, _past_ages(reading, end), most)
    noun = words_of(scene, Stretch(at, end))
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
    if scene.figure.kind in ("share", "money") and _complement(scene):
        about = words_of(scene, trimmed(reading, scene.lead.subject)) or scene.carried
        group = words_of(scene, Stretch(at, noun_group_end(reading, at)))
        return name(scene, joined(about, "of", group), about)
    return _group(scene, at) or _of_pronoun(scene, at)


def _complement(scene: Scene) -> bool:
    """Return whether a figure is what a linking verb says of its subject."""
    lead = scene.lead
    return bool(lead.verb) and not lead.noun and not lead.preposition and links(scene)


def links(scene: Scene) -> bool:
    """Return whether the verb before a figure says only that it is so much."""
    reading, verb = scene.reading, scene.lead.verb
    return all(
        reading.listed(at, "links") or reading.tag(at) in ("aux", "adv", "prep")
        for at in range(verb.start, verb.end)
    )


def _of_pronoun(scene: Scene, at: int) -> Named | None:
    """Name a part of what was spoken of before: "28 of these were with Legal Services"."""
    reading = scene.reading
    while reading.tag(at) in ("det", "num", "pron", "sub"):
        at += 1
    said = wording(reading, predicate_after(reading, at, SHARE_WORDS))
    return name(scene, joined(scene.carried, said), scene.carried) if said else None


def difference(scene: Scene) -> Named | None:
    """How far off a figure is: "500 fewer than in 2009", "£86k below budget"."""
    reading, at = scene.reading, scene.after
    if not reading.listed(at, "differences"):
        return None
    against = reading.lower(at) not in ("more", "additional", "extra")
    if reading.lower(at + 1) != "than" and not (against and scene.figure.rule != "statistic.count"):
        return None
    end = at + 1
    while end - at < _SHORT_ASIDE and reading.tag(end) in ("prep", "num", "noun", "det"):
        if reading.lower(end) == "of":
            break
        end += 1
    about = scene.carried
    if scene.lead.verb and not scene.lead.noun and links(scene):
        about = words_of(scene, trimmed(reading, scene.lead.subject)) or about
    return name(scene, joined(about, words_of(scene, Stretch(at, end))), about)


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
        end += 1
    return words_of(scene, Stretch(at, end))


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
    words = words_of(scene, trimmed(scene.reading, Stretch(start, colon)))
    return name(scene, words)


def phrase_after(scene: Scene) -> Named | None:
    """The prepositional phrase after a figure: "the £24 for a Band D property"."""
    end = phrases_end(scene.reading, scene.after)
    return name(scene, words_of(scene, Stretch(scene.after, end)))
