"""Clauses: where the one around a figure begins, what is said of a noun phrase, what says when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from minutesparse.extract.quantities.dates import is_month, year_like
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.units import measure_at

_ASIDE = 8  # tokens of an aside in commas
_SHORT_TIME = 6  # tokens of the time that a single word keeps ("Income for the month")
_FAR = 40  # tokens that a clause is followed back
_STOPS = frozenset('.,;:?!-–—()"|•·')
_KEPT_ADVERBS = frozenset(["not", "never", "up", "down", "further"])
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being"])
_OPENING = frozenset(["det", "adv", "conj", "prep", "punct", "sub", "glue"])
_CLOSING = frozenset(["prep", "det", "conj", "adv", "glue", "aux", "sub", "punct", "num", "pron"])
_HANGING = frozenset(["prep", "det", "conj", "adv", "glue", "sub"])
_TIMELESS = frozenset(["for", "within", "of", "per", "under", "than", "past", "beyond"])


class Stretch(NamedTuple):
    """Tokens from ``start`` up to ``end``; false where there are none."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start


def wording(reading: Reading, places: Iterable[int]) -> str:
    """Return some tokens as one line of text, spaced as they are written."""
    line = ""
    last = -2
    for at in places:
        tight = at == last + 1 and reading.glued(at)
        line += ("" if tight or not line else " ") + reading.raw(at)
        last = at
    return line


def clause_start(reading: Reading, at: int) -> int:
    """Return the first token of the clause that reaches up to a token."""
    start = at
    while start > 0 and at - start < _FAR:
        aside = _aside_before(reading, start)
        if aside is None and _opens_clause(reading, start, at):
            break
        start = start - 1 if aside is None else aside
    return start


def _aside_before(reading: Reading, at: int) -> int | None:
    """Return where the aside in brackets begins that ends before a token: "Fires (ADFs)"."""
    if reading.lower(at - 1) != ")":
        return None
    for start in range(at - 3, at - _ASIDE, -1):
        if reading.lower(start) == "(" and reading.tag(start - 1) in ("noun", "num"):
            return start
        if reading.tag(start) in ("verb", "aux", "punct", ""):
            return None
    return None


def _opens_clause(reading: Reading, start: int, at: int) -> bool:
    """Return whether the clause that reaches up to ``at`` begins at ``start``."""
    before = start - 1
    tag = reading.tag(before)
    if tag == "punct":
        return reading.lower(before) in _STOPS
    if tag == "conj":
        if reading.lower(before) == "or" and reading.tag(before - 1) == "verb":
            return False
        return reading.tag(start) in ("verb", "aux") or _verb_between(reading, before)
    if tag == "verb" and reading.listed(before, "reporting") and start < at:
        if reading.listed(before, "telling") and reading.tag(start) in ("det", "pron", "num"):
            return True
        passive = reading.lower(before - 1) in _BE
        return not passive and reading.tag(start) not in ("prep", "verb", "aux")
    return tag == "sub"


def _verb_between(reading: Reading, at: int) -> bool:
    """Return whether the words before a conjunction are a clause and not one more noun."""
    back = at - 1
    while back >= 0 and at - back < _FAR and reading.tag(back) not in ("punct", "sub"):
        if reading.tag(back) == "aux" or (
            reading.tag(back) == "verb" and not reading.listed(back, "reporting")
        ):
            return True
        back -= 1
    return False


def trimmed(reading: Reading, stretch: Stretch) -> Stretch:
    """Return a noun phrase without its article, its count and the time that it ends in."""
    start, end = _past_time(reading, stretch.start, stretch.end), stretch.end
    if reading.lower(start) == "there":
        start += 1
        while start < end and reading.tag(start) in ("aux", "adv"):
            start += 1
    while start < end:
        if (reading.tag(start) == "num" and not _modifies(reading, start)) or (
            reading.tag(start) in _OPENING and not reading.listed(start, "kept_first")
        ):
            start += 1
        else:
            break
    if reading.listed(start, "counting") and reading.lower(start + 1) == "of":
        return trimmed(reading, Stretch(start + 2, end))
    for at in range(start + 1, end):
        if reading.tag(at) == "sub" and reading.tag(at - 1) == "noun":
            end = at
            break
        figured = reading.tag(at + 1) == "num" and not _modifies(reading, at + 1)
        if reading.tag(at) in ("prep", "det") and tells_time(reading, at, end):
            end = end if at == start + 1 and end - at < _SHORT_TIME else at
            break
        aged = reading.lower(at) == "aged"
        if (
            reading.tag(at) in ("prep", "det")
            and figured
            and not (aged or counts_noun(reading, at + 1, end))
        ):
            end = at
            break
    aside = next((at for at in range(start + 1, end) if reading.lower(at) == "("), end)
    end = aside if reading.tag(aside - 1) in ("noun", "num") else end
    while end > start and reading.tag(end - 1) in _CLOSING:
        end -= 1
    return Stretch(start, end)


def counts_noun(reading: Reading, at: int, end: int) -> bool:
    """Return whether a bare number counts the noun after it: "of the 19 crews", "two or more"."""
    if reading.tag(at) != "num":
        return False
    noun = at + 3 if reading.slice(at + 1, at + 3).lower() == "or more" else at + 1
    return noun < end and reading.tag(noun) == "noun"


def spoken(reading: Reading, stretch: Stretch) -> list[int]:
    """Return the tokens of a noun phrase without the counts within it."""
    return [
        at
        for at in range(stretch.start, stretch.end)
        if not (
            (
                counts_noun(reading, at, stretch.end)
                and not _modifies(reading, at)
                and _free(reading, at)
            )
            or (reading.tag(at) == "det" and counts_noun(reading, at + 1, stretch.end))
        )
    ]


def _free(reading: Reading, at: int) -> bool:
    """Return whether a number stands after "of" or an article, so that it is no base or name."""
    return reading.tag(at - 1) == "det" or reading.lower(at - 1) in ("of", "for", "in")


def _past_time(reading: Reading, start: int, end: int) -> int:
    """Return the token after the time that a noun phrase begins with: "During May the ..."."""
    if reading.tag(start) != "prep" or not tells_time(reading, start, end):
        return start
    for at in range(start + 1, end):
        timely = reading.listed(at, "times") or is_month(reading, at) or reading.number(at)
        figured = reading.tag(at + 1) == "num" and not year_like(reading, at + 1)
        if timely and (reading.tag(at + 1) == "det" or figured):
            return at + 1
    return start


def _modifies(reading: Reading, at: int) -> bool:
    """Return whether a number is part of a name for something: "28 day repairs"."""
    found = measure_at(reading, at)
    if found is None or found.unit is None:
        return False
    if found.kind == "age" and reading.lower(found.end - 1) in ("olds", "old"):
        return True
    return reading.tag(found.end + (reading.lower(found.end) == "'")) == "noun"


def tells_time(reading: Reading, at: int, end: int) -> bool:
    """Return whether a phrase says when: "in the year to date", "for 2021/22", "last year"."""
    if reading.lower(at) in _TIMELESS and not year_like(reading, at + 1):
        return False
    if reading.lower(at + 1) == "time" and reading.lower(at) in ("on", "in"):
        return False
    after = at + 2 if reading.lower(at) == "as" else at + 1
    for place in range(after, min(end, at + 5)):
        if reading.listed(place, "times") or is_month(reading, place) or year_like(reading, place):
            return not _goes_on(reading, place + 1, end)
        if reading.lower(place) == "q" and reading.number(place + 1):
            return True
        if reading.tag(place) not in ("det", "noun", "num", "pron", "adv", "glue"):
            return False
    return False


def _goes_on(reading: Reading, at: int, end: int) -> bool:
    """Return whether a time only describes the noun after it: "in the 2025/26 budget"."""
    while at < end and reading.tag(at) in ("num", "glue"):
        at += 1
    return at < end and reading.tag(at) == "noun" and not reading.listed(at, "times")


def kept(reading: Reading, start: int, end: int) -> list[int]:
    """Return the tokens of a stretch that a table heading keeps, without auxiliaries."""
    start = _past_time(reading, start, end)
    places = [at for at in range(start, end) if _worth_keeping(reading, at)]
    while places and reading.tag(places[-1]) in ("det", "conj", "aux", "glue", "sub"):
        places.pop()
    while places and _loose_at_start(reading, places[0]):
        places.pop(0)
    return places


def _worth_keeping(reading: Reading, at: int) -> bool:
    tag = reading.tag(at)
    if tag in ("aux", "sub"):
        return False
    if tag == "adv":
        manner = reading.tag(at - 1) == "verb" and reading.lower(at).endswith("ly")
        return manner or reading.lower(at) in _KEPT_ADVERBS
    if reading.lower(at) == "than" and reading.tag(at + 1) == "num":
        return False
    return tag != "punct" or reading.lower(at) == "'"


def _loose_at_start(reading: Reading, at: int) -> bool:
    if reading.listed(at, "kept_first"):
        return False
    return reading.tag(at) in ("det", "conj", "pron", "glue", "prep")


def predicate_after(reading: Reading, at: int, most: int) -> list[int]:
    """Return what is said of the noun phrase that ends before a token, in at most some words."""
    at = end = _past_aside(reading, at)
    still = at + (reading.lower(at) in ("still", "yet"))
    infinitive = reading.lower(still) == "to" and reading.tag(still + 1) in ("aux", "verb")
    end = still + 1 if infinitive else end
    while reading.tag(end) in ("aux", "adv"):
        end += 1
    if reading.tag(end) == "num":
        return []
    if reading.tag(end) != "verb" and not any(reading.tag(p) == "aux" for p in range(at, end)):
        return []
    while end - at < _FAR and not _ends_predicate(reading, end):
        end += 1
    places = [
        place
        for place in range(at, end)
        if _worth_keeping(reading, place) or (infinitive and place < still + 2)
    ]
    if places and not infinitive and reading.lower(places[0]) == "to":
        places = places[1:]
    return _unbroken(reading, places[:most])


def _past_aside(reading: Reading, at: int) -> int:
    """Return the token after an aside in commas that a verb follows: "45%, or 1,300 homes, had"."""
    if reading.lower(at) != ",":
        return at
    for end in range(at + 1, at + _ASIDE):
        if reading.lower(end) == ",":
            return end + 1 if reading.tag(end + 1) in ("aux", "verb") else at
        if reading.tag(end) in ("aux", "verb", "sub", "punct", ""):
            return at
    return at


def _ends_predicate(reading: Reading, at: int) -> bool:
    tag = reading.tag(at)
    if tag in ("", "punct") or (reading.lower(at) == "out" and reading.lower(at + 1) == "of"):
        return reading.tag(at + 2) in ("num", "det") or tag != "prep"
    if tag == "sub":
        return reading.lower(at) != "that"
    if reading.lower(at) in ("with", "against") and _figured(reading, at + 1):
        return True
    if reading.lower(at) == "given" and reading.tag(at - 1) in ("noun", "adv"):
        return True
    if tag == "conj":
        if reading.lower(at) == "or" and reading.lower(at + 1) in ("more", "fewer", "less"):
            return False
        verbs = reading.lower(at) == "or" and reading.tag(at + 1) == "verb"
        return not verbs and (reading.tag(at + 1) != "noun" or _new_clause(reading, at + 1))
    if reading.lower(at) in ("this", "last", "next"):
        return reading.listed(at + 1, "times")
    return tag == "prep" and tells_time(reading, at, len(reading))


def _figured(reading: Reading, at: int) -> bool:
    """Return whether a phrase holds a figure of its own: "against a target of 40km"."""
    end = noun_phrase_end(reading, at)
    held = reading.any_listed(at, end, "comparators") or reading.tag(end) == "num"
    return held or any(reading.tag(place) == "num" for place in range(at, end))


def _new_clause(reading: Reading, at: int) -> bool:
    return reading.tag(noun_phrase_end(reading, at)) in ("aux", "verb")


def _unbroken(reading: Reading, places: list[int]) -> list[int]:
    """Return the first words of a predicate, not broken off after a preposition."""
    while len(places) > 1 and (
        reading.tag(places[-1]) in _HANGING or _cut_short(reading, places[-1])
    ):
        led_on = reading.tag(places[-1] + 1) in ("det", "noun", "num")
        particle = reading.listed(places[-1], "particles") and not led_on
        if particle and reading.tag(places[-2]) == "verb":
            break
        places = places[:-1]
    return places


def _cut_short(reading: Reading, at: int) -> bool:
    """Return whether a number has been parted from what it counts."""
    return reading.tag(at) == "num" and reading.tag(at + 1) in ("num", "noun")


def stative(reading: Reading, at: int) -> bool:
    """Return whether the verb that begins at a token is a form of "be"."""
    while reading.tag(at) in ("aux", "adv"):
        if reading.lower(at) in _BE:
            return True
        at += 1
    return False
