"""Subjects taken over from the figure before: pairs, rows, shares of counts, differences."""

from __future__ import annotations

from minutesparse.extract.quantities.antecedents import last_resort
from minutesparse.extract.quantities.clauses import (
    Stretch,
    clause_start,
    predicate_after,
    trimmed,
    wording,
)
from minutesparse.extract.quantities.groups import past_base, phrases_end
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.scenes import (
    ACTIVE_WORDS,
    Named,
    Scene,
    base_of,
    before_preposition,
    first_subject,
    joined,
    links,
    name,
    words_of,
)
from minutesparse.extract.quantities.tokens import DASHES

_NEAR = 8  # tokens between "from 139" and "to 96"
_FAR = 25  # tokens between a figure and the one it is held against
_SHORT = 2  # words of "7 part-time"
_SHORT_ROW = 4  # tokens between two figures in a row
_SHORT_ASIDE = 5  # words of "fewer than in 2009"
_LONGEST_ROW = 14  # tokens of a row of payments
_HEAD = 2  # words of what a target is for
_BEYOND = frozenset(["above", "below", "over", "under", "beyond", "beating", "meeting"])
_BESIDE = frozenset(["at", "over", "for", "in", "within", "during", "inside"])
_PLACES = frozenset(["in", "on", "at", "from", "with", "to", "under", "by"])
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
    mark = trimmed(scene.reading, scene.lead.subject)
    told = scene.reading.lower(scene.lead.verb.end - 1) == "being"
    if told and scene.reading.listed(mark.end - 1, "targets"):
        words = joined(*before_preposition(last.noun or "").split()[-_HEAD:], words_of(scene, mark))
        return name(scene, words, last.noun)
    if _compares(scene) or not _set_against(scene, last):
        return None
    if scene.figure.start - last.figure.end < _SHORT_ROW and scene.lead.preposition == "of":
        return name(scene, last.noun)
    said = wording(scene.reading, predicate_after(scene.reading, scene.after, ACTIVE_WORDS))
    words = joined(last.noun, said) if said else _elsewhere(scene, last)
    return name(scene, words, last.noun)


def _elsewhere(scene: Scene, last: Named) -> str:
    """The last subject, where the figure against it was taken: "19% across the region"."""
    reading, at = scene.reading, scene.after
    place = words_of(scene, Stretch(at, phrases_end(reading, at)))
    if not place and reading.tag(at) == "prep" and reading.lower(at + 2) == "same":
        place = words_of(scene, Stretch(at, noun_phrase_end(reading, at + 1)))
    if not place or reading.lower(at) in ("of", "to"):
        return joined(last.subject, base_of(scene))
    return joined(before_preposition(last.subject or ""), place)


def _set_against(scene: Scene, last: Named) -> bool:
    if _has_own_subject(scene, last):
        return False
    if scene.figure.rule in ("statistic.held_against", "statistic.extreme"):
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


def _has_own_subject(scene: Scene, last: Named) -> bool:
    """Return whether a figure is told of something in a clause that follows the last figure."""
    lead = scene.lead
    if not lead.verb or lead.subject.start < last.figure.end:
        return False
    places = range(lead.subject.start, lead.subject.end)
    if any(scene.reading.listed(at, "comparators") for at in places):
        return False
    return any(scene.reading.tag(at) == "noun" for at in places)


def moved(scene: Scene) -> Named | None:
    """How far what was spoken of has moved: "a fee of £900, up 6% on last year"."""
    reading, at = scene.reading, scene.lead.softened
    if scene.carried and _moved_after(scene):
        end = noun_phrase_end(reading, scene.after + 2)
        end += reading.lower(end) in ("before", "earlier")
        tail = words_of(scene, Stretch(scene.after, end))
        last = scene.before[-1].subject if scene.before else None
        return name(scene, joined(last or scene.carried, tail), scene.carried)
    if reading.lower(at - 1) not in ("up", "down") or scene.lead.verb or not scene.carried:
        return None
    if reading.tag(scene.after) == "noun":
        return None
    after = scene.after
    if reading.lower(after) in ("on", "from") and reading.tag(after + 1) != "num":
        after = noun_phrase_end(reading, after + 1)
        after += reading.lower(after) in ("before", "earlier")
    tail = words_of(scene, Stretch(scene.after, after))
    return name(scene, joined(scene.carried, reading.raw(at - 1), tail), scene.carried)


def _moved_after(scene: Scene) -> bool:
    """Return whether "up on" or "down on" follows a figure set apart: ", 14% up on last year"."""
    reading, at = scene.reading, scene.after
    apart = reading.tag(scene.lead.softened - 1) == "punct" and scene.figure.kind == "share"
    return apart and reading.lower(at) in ("up", "down") and reading.lower(at + 1) in ("on", "from")


def alongside(scene: Scene) -> Named | None:
    """A second measure of the same: "rose by 27% over five years", "18 months at £9m a year"."""
    reading, lead = scene.reading, scene.lead
    preposition = lead.preposition
    if reading.lower(lead.softened) == "over":
        preposition = preposition or "over"
    if not scene.before or preposition not in _BESIDE:
        return None
    last = scene.before[-1]
    between = range(last.figure.end, lead.end)
    if last.figure.unit == scene.figure.unit or len(between) > _SHORT_ROW:
        return None
    if any(reading.tag(at) != "noun" for at in between) or reading.tag(scene.after) == "noun":
        return None
    return name(scene, joined(last.subject, base_of(scene)), last.noun)


def apposed(scene: Scene) -> Named | None:
    """The same in other words: "was £3.4m, or 0.03% of the fund", "£60, about £5 a head"."""
    reading = scene.reading
    if not scene.before or not _restates(scene):
        return None
    last = scene.before[-1]
    end = phrases_end(reading, past_base(reading, scene.after))
    if end == scene.after and reading.lower(end) == "of":
        end = noun_phrase_end(reading, end + 1)
    if reading.tag(end) in ("verb", "aux", "noun"):
        return None
    words = joined(last.subject, words_of(scene, Stretch(scene.after, end)))
    return name(scene, words, last.noun)


def _restates(scene: Scene) -> bool:
    """Return whether a comma or "or" sets a figure beside the last one, of another unit."""
    reading, last = scene.reading, scene.before[-1].figure
    at = scene.lead.softened
    if last.unit == scene.figure.unit or last.kind in ("age", "duration", "distance"):
        return False
    if reading.lower(at - 1) in ("or", "being"):
        return reading.lower(at - 2) in (",", "(") and at - last.end < _FAR
    if reading.lower(at - 1) != "," or scene.figure.kind != "share" or at - last.end > _NEAR:
        return False
    return reading.lower(scene.after) == "of" and reading.tag(scene.after + 1) not in (
        "pron",
        "sub",
    )


def comparator(scene: Scene) -> Named | None:
    """What another figure is held against: "a target of 28", "the London average of 91%"."""
    if not scene.before or not _compares(scene):
        return None
    noun = trimmed(scene.reading, scene.lead.noun)
    words = words_of(scene, noun)
    alone = " " not in words and scene.reading.listed(noun.end - 1, "marks")
    return name(scene, joined(_head(scene.carried) if alone else "", words), scene.carried)


def _compares(scene: Scene) -> bool:
    """Return whether the noun before a figure is that of a figure held against another."""
    reading, lead = scene.reading, scene.lead
    noun = trimmed(reading, lead.noun)
    if not noun or not reading.listed(noun.end - 1, "comparators"):
        return False
    if lead.preposition == "":
        return noun.end == lead.softened and reading.lower(noun.start - 1) in _APART
    if lead.preposition not in ("of", "at"):
        return False
    against = reading.words.tables["versus"].before(reading, lead.noun.start)
    return against is not None or reading.lower(lead.noun.start - 1) in _BEYOND


def _head(noun: str | None) -> str:
    """Return the head of a noun phrase: the last words before its first preposition."""
    return " ".join(before_preposition(noun or "").split()[-_HEAD:])


def share_of_count(scene: Scene) -> Named | None:
    """The share of a count, in brackets after it: "38 (79%) were on track"."""
    at = scene.figure.start - 1
    if not scene.before or scene.reading.lower(at) != "(":
        return None
    last = scene.before[-1]
    between = range(last.figure.end, at)
    beside = len(between) < _NEAR and all(
        scene.reading.tag(back) in ("noun", "aux", "verb", "adv", "prep", "det", "glue")
        for back in between
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
    words = joined(last.subject, base_of(scene))
    return name(scene, words, last.noun) if row else None


def row(scene: Scene) -> Named | None:
    """The cells before a sum in a column: "Staff    Salaries February    4,812.66"."""
    reading = scene.reading
    if scene.figure.rule != "statistic.column":
        prose = reading.tag(scene.figure.start - 1) in ("prep", "verb", "aux", "det")
        if prose or not reading.apart(scene.figure.start):
            return None
    start = max(0, scene.figure.start - _LONGEST_ROW)
    told: set[int] = set()
    for past in reversed(scene.before[-_SHORT_ROW:]):
        if past.figure.kind == "money":
            start = max(start, past.figure.end)
            break
        told.update(range(past.figure.start, past.figure.end))
    words = (at for at in range(start, scene.figure.start) if at not in told)
    return name(scene, wording(reading, [at for at in words if _names_payment(reading, at)]))


def paid_for(scene: Scene) -> Named | None:
    """The purpose after a sum between dashes: "Anglian Water - £15.56 - Water rates - March"."""
    reading, at = scene.reading, scene.figure.end
    dashed = _dash(reading, scene.figure.start - 1) and _dash(reading, at)
    if not dashed or scene.figure.start > _LONGEST_ROW:
        return None
    end = noun_phrase_end(reading, at + 1)
    while reading.tag(end) == "prep" and noun_phrase_end(reading, end + 1) > end + 1:
        end = noun_phrase_end(reading, end + 1)
    return name(scene, words_of(scene, trimmed(reading, Stretch(at + 1, end))))


def _dash(reading: Reading, at: int) -> bool:
    return reading.lower(at) in DASHES and reading.tag(at) == "punct"


def _names_payment(reading: Reading, at: int) -> bool:
    """Return whether a cell's token names a payee or a purpose, not the means of payment."""
    return reading.tag(at) not in ("num", "punct") and not reading.listed(at, "means_of_payment")


def one_more(scene: Scene) -> Named | None:
    """One more of what was spoken of: "291 children, 260 in aftercare", "£5 and £6 on deposit"."""
    if not _goes_on_from_last(scene):
        return None
    if _same_again(scene):
        last = scene.before[-1]
        base = base_of(scene)
        known = bool(base) and (last.subject or "").endswith(base)
        return name(scene, joined(last.subject, "" if known else base), last.noun)
    end = phrases_end(scene.reading, scene.after)
    while scene.reading.tag(end) in ("noun", "verb") and end < scene.after + _SHORT:
        end += 1
    after = words_of(scene, Stretch(scene.after, end))
    return name(scene, joined(scene.carried, after), scene.carried or "")


def _same_again(scene: Scene) -> bool:
    """Return whether a figure repeats the last one's preposition: "for 7 days and for 5 days"."""
    reading = scene.reading
    if not scene.before or not scene.lead.preposition or scene.lead.noun:
        return False
    last, at = scene.before[-1].figure, scene.lead.end
    joint = reading.lower(at - 1) in ("and", "or", "but", "then")
    return (
        joint
        and last.unit == scene.figure.unit
        and reading.lower(at) == reading.lower(last.start - 1)
    )


def _goes_on_from_last(scene: Scene) -> bool:
    if _same_again(scene):
        return True
    if scene.figure.rule == "statistic.also":
        return True
    if scene.figure.rule == "statistic.rest" and scene.reading.lower(scene.after) in _PLACES:
        return bool(scene.carried) and not scene.lead.verb
    last = scene.before[-1].figure if scene.before else None
    joint = scene.reading.lower(scene.lead.softened - 1) in ("and", ",")
    more = joint and last is not None and last.kind == scene.figure.kind
    return more and scene.reading.lower(scene.after) in ("in", "on", "for", "from", "at", "to")


def difference(scene: Scene) -> Named | None:
    """How far off a figure is: "500 fewer than in 2009", "£86k below budget"."""
    reading, at = scene.reading, scene.after
    if _off_the_mark(scene):
        return _by_how_much(scene)
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
    about = _differing(scene)
    if not about:
        end = phrases_end(reading, past_base(reading, at + 1))
        return name(scene, words_of(scene, Stretch(at, end))) if end > at + 1 else None
    return name(scene, joined(about, words_of(scene, Stretch(at, end))), about)


def _differing(scene: Scene) -> str | None:
    """Return what is so much more or less than something else."""
    reading, about = scene.reading, scene.carried
    of_last = bool(scene.before) and reading.lower(scene.lead.start - 1) == "which"
    placed = not about and scene.figure.kind == "distance"
    told = bool(scene.lead.verb) and not scene.lead.noun and (links(scene) or placed)
    if told and not of_last:
        subject = trimmed(reading, scene.lead.subject)
        about = words_of(scene, subject) if _nominal(reading, subject) else about
    if not about and reading.lower(scene.after + 1) == "than":
        return last_resort(scene)
    return about


def _nominal(reading: Reading, stretch: Stretch) -> bool:
    return any(reading.tag(at) == "noun" for at in range(stretch.start, stretch.end))


def _off_the_mark(scene: Scene) -> bool:
    """Return whether a figure is how far something is from its mark: "£340,000 over budget"."""
    reading, at = scene.reading, scene.after
    if reading.lower(at) not in ("over", "under", "above", "below", "within", "short", "off"):
        return False
    return any(reading.listed(at + step, "comparators") for step in (1, 2, 3))


def _by_how_much(scene: Scene) -> Named | None:
    reading, at = scene.reading, scene.after
    about = words_of(scene, trimmed(reading, scene.lead.subject)) if scene.lead.verb else ""
    about = about or scene.carried or ""
    if not about:
        return None
    return name(scene, joined(about, words_of(scene, Stretch(at, phrases_end(reading, at)))), about)


def lateness(scene: Scene) -> Named | None:
    """How far off its time something is: "the reply was three weeks late", "nine days early"."""
    reading, at = scene.reading, scene.after
    if scene.figure.kind != "duration" or not reading.listed(at, "off_time"):
        return None
    start = clause_start(reading, scene.lead.end)
    if reading.lower(start - 1) == ",":
        start = clause_start(reading, start - 1)
    about = words_of(scene, trimmed(reading, first_subject(reading, start, scene.lead.softened)))
    about = about or scene.carried or ""
    return name(scene, joined(about, reading.raw(at)), about) if about else None


def follows_time(scene: Scene) -> bool:
    """Return whether a time follows the figure at once: "44% last year"."""
    at = scene.after
    return scene.reading.listed(at, "when") and scene.reading.listed(at + 1, "times")
