"""Subjects taken over from the figure before: pairs, rows, shares of counts, differences."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import Stretch, predicate_after, trimmed, wording
from minutesparse.extract.quantities.groups import phrases_end
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    Named,
    Scene,
    base_of,
    joined,
    links,
    name,
    words_of,
)

_NEAR = 8  # tokens between "from 139" and "to 96"
_FAR = 25  # tokens between a figure and the one it is held against
_SHORT = 2  # words of "7 part-time"
_SHORT_ROW = 4  # tokens between two figures in a row
_SHORT_ASIDE = 5  # words of "fewer than in 2009"
_ROW_JOINTS = frozenset([",", "and", "&", "or", "to", "-"])
_APART = frozenset([",", ":", "(", "-", "–", "="])


def shared(scene: Scene) -> Named | None:
    """The subject of the figure before: "from 139 to 96", "250 lines instead of 140"."""
    if not scene.before or (scene.reading.tag(scene.after) == "noun" and not follows_time(scene)):
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
    if word == "from":
        return near and scene.reading.listed(found[1] - 1, "changes")
    return word not in ("and", "not")


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
    between = range(last.figure.end, at)
    beside = len(between) < _NEAR and all(
        scene.reading.tag(back) in ("noun", "aux", "verb", "adv") for back in between
    )
    return name(scene, last.subject, last.noun) if beside else None


def listed(scene: Scene) -> Named | None:
    """One of several figures in a row: "delays of 30, 60 and 90 days"."""
    if not scene.before or scene.reading.tag(scene.after) == "noun":
        return None
    last = scene.before[-1]
    if last.figure.unit != scene.figure.unit or scene.reading.listed(scene.after, "differences"):
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
    end = phrases_end(scene.reading, scene.after)
    while scene.reading.tag(end) in ("noun", "verb") and end < scene.after + _SHORT:
        end += 1
    after = words_of(scene, Stretch(scene.after, end))
    return name(scene, joined(scene.carried, after), scene.carried or "")


def _goes_on_from_last(scene: Scene) -> bool:
    if scene.figure.rule == "statistic.also":
        return True
    last = scene.before[-1].figure if scene.before else None
    joint = scene.reading.lower(scene.lead.softened - 1) in ("and", ",")
    more = joint and last is not None and last.kind == scene.figure.kind
    return more and scene.reading.lower(scene.after) in ("in", "on", "for", "from", "at", "to")


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
    if not about:
        return None
    return name(scene, joined(about, words_of(scene, Stretch(at, end))), about)


def follows_time(scene: Scene) -> bool:
    """Return whether a time follows the figure at once: "44% last year"."""
    at = scene.after
    return scene.reading.listed(at, "when") and scene.reading.listed(at + 1, "times")
