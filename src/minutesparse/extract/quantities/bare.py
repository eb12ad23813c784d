"""Rules for a number without a unit: what stands around it makes it a figure, or nothing does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutesparse.extract.quantities.clauses import clause_start, tells_time
from minutesparse.extract.quantities.model import Figure, Kind, Measure
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.phrases import (
    counted_noun,
    noun_phrase_end,
    noun_phrase_start,
    past_softener,
)
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import (
    before_qualifier,
    measure_at,
    near_finance,
)

Rule = Callable[[Reading, Measure, Sequence[Figure]], Figure | None]

_FEWEST_DATED = 10  # a smaller number set off by commas may be a reference
_STARTS = frozenset(["from", "was", "is", "of", "at"])
_NUMBERED = 16  # tokens from "the number of" to the preposition before it
_LONGEST_ADJECTIVE = 2  # words before the conjunction of "three negative and two positive"
_WITHIN_REACH = 25  # tokens between two figures that are set against each other
_PARTING = frozenset([",", "and", "with", "plus", ";", "comprising", "including", "being"])
_LENDING = frozenset(["and", "or", "to", ",", "-", "–"])
_CLOSING = frozenset(["punct", "", "prep", "conj", "sub", "adv", "aux"])


def figure_of(
    measure: Measure, rule: str, kind: Kind | None = None, unit: str | None = None
) -> Figure:
    """Return a measure as an accepted figure."""
    return Figure(
        measure.start,
        measure.end,
        kind or measure.kind or "count",
        measure.low,
        measure.high,
        unit or measure.unit or "count",
        rule,
    )


def past_adverbs(reading: Reading, at: int) -> int:
    """Return the first token from here on that is no adverb."""
    while reading.tag(at) == "adv":
        at += 1
    return at


def closes(reading: Reading, at: int) -> bool:
    """Return whether a phrase may end before a token: at its stop, or where a time follows."""
    if reading.tag(at) in _CLOSING or reading.lower(at) in ("there", "it", "they", "he", "she"):
        return True
    dated = reading.listed(at, "when") or reading.tag(at) == "det"
    return dated and reading.listed(at + 1, "times")


def lent_unit(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number whose unit comes with a later one: "8 to 10 hours", "16 and 17 year olds"."""
    del before
    if measure.unit is not None or measure.high is not None:
        return None
    at = measure.end
    for _ in range(4):
        further = measure_at(reading, at + 1) if reading.lower(at) in _LENDING else None
        if further is None or further.last.style == "fraction" or further.last.grouped:
            return None
        if further.unit is not None:
            if reading.lower(at) == ",":
                return None
            lent = measure._replace(unit=further.unit, kind=further.kind)
            prefixed = further.kind == "money" and further.last.end == further.end
            return None if prefixed else figure_of(lent, "statistic.lent_unit")
        at = further.end
    return None


def rate(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """So many for each of something: "61 per 100,000 collections", "1.4 per journey"."""
    del before
    at = measure.end
    each = reading.lower(at) in ("per", "/") or (
        reading.lower(at) in ("a", "an", "each", "every") and reading.listed(at + 1, "bases")
    )
    return figure_of(measure, "statistic.rate", "rate") if each else None


def counted(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number and the noun that it counts: "291 looked after children", "nine roads"."""
    del before
    if measure.last.style == "fraction":
        return None
    end = counted_noun(reading, measure.end)
    if end is not None:
        per = reading.lower(end) == "per"
        return figure_of(measure, "statistic.count", "rate" if per else "count")
    single = measure.low == 1 and reading.tag(measure.end) == "noun"
    lone = single and not reading.capital(measure.end) and not _named_before(reading, measure)
    return figure_of(measure, "statistic.count") if lone else None


def _named_before(reading: Reading, measure: Measure) -> bool:
    """Return whether the word before a number could be what it numbers: "Room 1"."""
    return reading.tag(measure.start - 1) in ("noun", "glue", "num")


def capacity(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """What something is for or holds: "a 60 bed care home", "a 100 place school"."""
    del before
    at = measure.end + (reading.lower(measure.end) in DASHES)
    held = reading.listed(at, "held") and reading.tag(at + 1) == "noun"
    article = reading.lower(measure.start - 1) in ("a", "an", "the", "new")
    return figure_of(measure, "statistic.capacity") if held and article else None


def shared_head(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number whose noun comes with the next one: "three negative and two positive results"."""
    del before
    at = measure.end
    while reading.tag(at) == "noun" and at - measure.end < _LONGEST_ADJECTIVE:
        at += 1
    if at == measure.end or reading.tag(at) != "conj" or reading.capital(measure.end):
        return None
    further = measure_at(reading, at + 1)
    if further is None or further.unit is not None or measure.last.decimals:
        return None
    counts = counted_noun(reading, further.end) is not None
    return figure_of(measure, "statistic.shared_head") if counts else None


def part(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number of a whole that is named: "11 of the 24", "19 of which", "two of these"."""
    del before
    at = measure.end
    if reading.lower(at) == "out":
        at += 1
    if reading.lower(at) != "of" or measure.last.style == "fraction":
        return None
    whole = reading.tag(at + 1) in ("det", "pron", "num", "sub")
    return figure_of(measure, "statistic.part") if whole else None


def definite(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Those that a clause tells of: "the 64 who had signed", "the two that might close"."""
    del before
    if measure.last.style == "fraction":
        return None
    det = reading.lower(measure.start - 1) in ("the", "those", "these", "all")
    relative = reading.lower(measure.end) in ("who", "that", "which", "whose")
    told = reading.tag(measure.end + 1) in ("aux", "verb", "adv")
    contact = reading.tag(measure.end) in ("det", "pron") and reading.lower(measure.end) != "that"
    end = noun_phrase_end(reading, measure.end + 1)
    placed = reading.listed(measure.end, "places") and reading.tag(end) in ("aux", "verb")
    the = reading.lower(measure.start - 1) == "the" and end > measure.end + 1
    known = det and ((relative and told) or contact or (placed and the))
    return figure_of(measure, "statistic.definite") if known else None


def held_against(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A bare figure set against the one before it: "49.6 days (41.2 in Q4)", "a target of 28"."""
    if not before or measure.start - before[-1].end > _WITHIN_REACH:
        return None
    last = before[-1]
    if any(reading.ends_sentence(at) for at in range(last.end, measure.start)):
        return None
    if not closes(reading, measure.end) or not _set_against(reading, measure, last):
        return None
    if not _of_one_unit(reading, measure, last):
        return figure_of(measure, "statistic.held_against")
    lent = measure._replace(unit=last.unit, kind=last.kind)
    return figure_of(lent, "statistic.held_against")


def _of_one_unit(reading: Reading, measure: Measure, last: Figure) -> bool:
    """Return whether two figures share a unit; "by 4% to 61,300" tells a change and a level."""
    if last.unit == "percentage-point" or last.kind == "ratio":
        return False
    before_last = reading.lower(before_qualifier(reading, last.start) - 1)
    level = reading.lower(before_qualifier(reading, measure.start) - 1) == "to"
    rises_to = level and last.kind in ("share", "duration") and before_last not in _STARTS
    return before_last != "by" and not rises_to


def _set_against(reading: Reading, measure: Measure, last: Figure) -> bool:
    """Return whether the words before a number hold it against the last figure."""
    at = before_qualifier(reading, measure.start)
    at -= reading.tag(at - 1) == "det"
    if reading.lower(at - 1) == "(":
        timed = tells_time(reading, measure.end, len(reading))
        plain = at == measure.start and reading.lower(measure.end) == ")"
        return (at - 1 == last.end or timed) and not plain
    if reading.lower(at - 1) == "of" and at - last.end < 3 and last.unit == "count":
        return True
    found = reading.words.tables["versus"].before(reading, at)
    return _compared(reading, at) or (found is not None and _opposes(reading, found[1], last.end))


def _compared(reading: Reading, at: int) -> bool:
    """Return whether a target or an average leads to a number: "a target of 28", "target 4"."""
    if reading.lower(at - 1) in ("of", "was", "is", "being"):
        return any(reading.listed(place, "comparators") for place in range(at - 4, at - 1))
    return reading.listed(at - 1, "comparators")


def _opposes(reading: Reading, at: int, floor: int) -> bool:
    """Return whether the phrase at a token opposes two figures, the first ending at ``floor``."""
    if reading.lower(at) == "and":
        return False
    moved = reading.lower(at - 1) in ("up", "down") or at - floor < 2
    return moved or reading.lower(at) != "from"


def also(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """One more of what was counted before: "291 children, 260 in aftercare", "and 3 from"."""
    opens = measure.start == 0 and not measure.last.decimals
    after_count = bool(before) and before[-1].unit == "count"
    joint = reading.lower(measure.start - 1)
    joined = after_count and joint in _PARTING
    joined = joined or (joint in (":", "–", "-") and plural(reading, measure.start - 2))
    to = reading.lower(measure.end) == "to" and reading.tag(measure.end + 1) == "noun"
    placed = (reading.listed(measure.end, "places") and (opens or joined)) or (to and joined)
    described = joined and not measure.last.decimals and _described(reading, measure.end)
    told = placed or described or (joined and _takes_side(reading, measure.end))
    return figure_of(measure, "statistic.also") if told else None


def _takes_side(reading: Reading, at: int) -> bool:
    """Return whether it is told how those counted saw something: "27 in favour and 22 against"."""
    favour = reading.lower(at) == "in" and reading.lower(at + 1) == "favour"
    end = at + 1 + favour
    return (favour or reading.lower(at) == "against") and reading.tag(end) in ("punct", "", "conj")


def dated(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number set off with its time: "up again, 412 as of Friday, 388 this time last year"."""
    del before
    if measure.last.style != "digits" or measure.last.decimals or measure.low < _FEWEST_DATED:
        return None
    apart = reading.lower(measure.start - 1) in (",", ";", ":", "–") and measure.start > 1
    when = tells_time(reading, measure.end, len(reading)) or reading.listed(measure.end, "when")
    return figure_of(measure, "statistic.dated") if apart and when else None


def _described(reading: Reading, at: int) -> bool:
    """Return whether one or two words and the end of a phrase follow: "8 red", "7 part-time"."""
    if reading.tag(at) not in ("noun", "verb") or reading.capital(at):
        return False
    if reading.tag(at) == "verb":
        return reading.tag(at + 1) in ("punct", "") or reading.lower(at).endswith("ing")
    end = at + 1 + (reading.tag(at + 1) == "noun")
    return reading.tag(end) in ("conj", "punct", "")


def lost_sign(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A sum that has lost its sign: "a deficit of 0.4m"."""
    del before
    glued = measure.last.grouped and reading.glued(measure.end - 1)
    if not glued or not reading.word(measure.end - 1) or not near_finance(reading, measure.start):
        return None
    unit = reading.dollar if "$" in reading.text else "GBP"
    return figure_of(measure, "statistic.lost_sign", "money", unit)


def large_number(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number with separators or a multiplier is no reference: "1,275", "1.2 million"."""
    del before
    return figure_of(measure, "statistic.large_number") if measure.last.grouped else None


def altogether(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A sum of what was counted: "so 126 in all", "making 48 altogether"."""
    del before
    summed = reading.words.tables["altogether"].after(reading, measure.end)
    return figure_of(measure, "statistic.altogether") if summed else None


def difference(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """So many more or fewer: "500 fewer than in 2009", "three more"."""
    del before
    at = past_softener(reading, measure.end)
    compared = reading.listed(at, "differences") and reading.tag(at) != "prep"
    return figure_of(measure, "statistic.difference") if compared else None


def rest(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """What is left or added: "the other two", "a further 12", "the remaining six"."""
    del before
    left = reading.listed(measure.start - 1, "rests") and closes(
        reading, past_adverbs(reading, measure.end)
    )
    left = left or (
        reading.listed(measure.start - 1, "rests") and reading.tag(measure.end) == "verb"
    )
    return figure_of(measure, "statistic.rest") if left else None


def subject_of_verb(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that does or is something: "57 were signed up", "22 had gone missing"."""
    del before
    if measure.last.decimals and measure.unit is None and not measure.last.grouped:
        return None
    at = past_adverbs(reading, past_softener(reading, measure.end))
    if reading.tag(at) not in ("aux", "verb"):
        return None
    start = before_qualifier(reading, measure.start)
    if _after_fronted_whole(reading, start) and not measure.last.decimals:
        return figure_of(measure, "statistic.subject")
    free = reading.tag(start - 1) in ("punct", "", "conj", "sub", "adv", "pron", "det")
    told = reading.listed(start - 1, "reporting") or start < measure.start
    return figure_of(measure, "statistic.subject") if free or told else None


def _after_fronted_whole(reading: Reading, at: int) -> bool:
    """Return whether the clause opens with what a number is part of: "Of those tested four had"."""
    start = clause_start(reading, at)
    start += reading.lower(start) == "out"
    return reading.lower(start) == "of" and start < at


def measured_by_verb(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that a verb or "of" gives: "reached 14,870", "was down by 312", "a base of 45"."""
    del before
    if measure.last.style == "fraction" or not (
        closes(reading, measure.end) or reading.tag(measure.end) == "det"
    ):
        return None
    at = before_qualifier(reading, measure.start)
    while reading.tag(at - 1) == "adv" or reading.lower(at - 1) in ("a", "the", "between"):
        at = before_qualifier(reading, at - 1)
    return figure_of(measure, "statistic.verb") if _leads_to_number(reading, at - 1) else None


def _leads_to_number(reading: Reading, at: int) -> bool:
    """Return whether the words that end at a token announce a number."""
    word = reading.lower(at)
    if word == "for":
        return _holds(reading, at)
    named = at - 2 if reading.lower(at - 1) == "," else at - 1
    if word == "from" and plural(reading, named) and reading.lower(at + 2) == "to":
        return True
    if word in ("to", "at", "by", "from", "than", "as") and _of_number(reading, at):
        return True
    if word in ("to", "at", "by", "from", "than"):
        return any(_moves_or_links(reading, at - back) for back in range(1, 5))
    if word == "of":
        start = noun_phrase_start(reading, at)
        if reading.listed(at - 1, "times") and reading.tag(start - 1) == "prep":
            at = start - 1  # "a target for the year of 40"
        group = reading.lower(start) in ("a", "an") and start < at
        return group or reading.listed(at - 1, "totals")
    if reading.listed(at, "links") and reading.tag(at) in ("verb", "aux", "noun"):
        return True
    return reading.tag(at) == "verb" and not reading.listed(at, "reporting")


def _of_number(reading: Reading, at: int) -> bool:
    """Return whether a clause tells of the number of something: "cut the number of bays to"."""
    if reading.lower(at - 1) == "both":
        at -= 1
    places = range(max(clause_start(reading, at), at - _NUMBERED), at - 1)
    return any(
        reading.lower(place) in ("number", "numbers") and reading.lower(place + 1) == "of"
        for place in places
    )


def _holds(reading: Reading, at: int) -> bool:
    """Return whether "for" gives what something holds or makes up: "licensed for 60"."""
    composes = reading.words.tables["composes"].before(reading, at + 1)
    return composes is not None or reading.listed(at - 1, "capacities")


def _moves_or_links(reading: Reading, at: int) -> bool:
    return reading.listed(at, "moves") or (
        reading.listed(at, "links") and reading.tag(at) == "verb"
    )
