"""Rules for a bare number in a list, after a label, in brackets, or as an answer."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.quantities.bare import figure_of
from minutesparse.extract.quantities.model import Figure, Measure
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.phrases import past_share_aside
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.units import before_qualifier

_PENCE = 2  # decimals of a sum
_LONGEST_ROW = 5  # words of "missed bins 14"
_FEWEST_BRACKETED = 2  # "(46)" is a count where a passage has more of the kind
_COMPARED = 5  # tokens from "compared with" to the other figure
_LOOSE_JOINTS = frozenset(["and", "or", "to", "from", "not", "than", "v", "out"])
_WITHIN_REACH = 25  # tokens between two bracketed counts


def shared_out(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A count with its share: "23 (46%) amber"."""
    del before
    shared = past_share_aside(reading, measure.end) > measure.end
    return figure_of(measure, "statistic.shared_out") if shared else None


def column(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A sum in a column of payments: "BACS    Staff    Salaries    4,812.66"."""
    del before
    if (
        measure.last.decimals != _PENCE
        or measure.unit is not None
        or measure.last.style != "digits"
    ):
        return None
    last = measure.end == len(reading)
    cell = reading.apart(measure.start) and (last or reading.apart(measure.end))
    row = (
        reading.setting.ledger
        and reading.tag(measure.start - 1) == "noun"
        and (last or reading.capital(measure.end) or reading.ends_sentence(measure.end))
    )
    if not (cell or row):
        return None
    return figure_of(measure, "statistic.column", "money", reading.setting.money)


def after_noun(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Counts after their nouns, in a list: "trees 14, flooding 9, spillages 3"."""
    ends = reading.lower(measure.end) in (",", ";", ".", "and", "")
    if not (ends and _follows_noun(reading, measure)):
        return None
    listed = bool(before) and before[-1].rule == "statistic.after_noun"
    place = measure.end + 1
    while reading.tag(place) == "noun" and place - measure.end < _LONGEST_ROW:
        place += 1
    ahead = place > measure.end + 1 and reading.number(place)
    return figure_of(measure, "statistic.after_noun") if listed or ahead else None


def compared(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number set off and held against another: "Burglary – 11 compared with 17"."""
    del before
    if measure.last.style != "digits" or reading.tag(measure.start - 1) not in ("punct", ""):
        return None
    if reading.lower(measure.start - 1) in (".", ";", "?", "!", "(", ")"):
        return None
    found = reading.words.tables["versus"].after(reading, measure.end)
    if found is None or reading.lower(measure.end) in _LOOSE_JOINTS:
        return None
    ahead = range(found[1], found[1] + _COMPARED)
    held = any(reading.number(at) or reading.listed(at, "comparators") for at in ahead)
    return figure_of(measure, "statistic.compared") if held else None


def _follows_noun(reading: Reading, measure: Measure) -> bool:
    at = measure.start - 1
    plain = measure.last.style == "digits" and not measure.last.decimals
    return plain and reading.tag(at) == "noun" and not reading.capital(at)


def labelled(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number after its label: "Complaints received: 45", "Total 12"."""
    del before
    if reading.tag(measure.end) not in ("punct", "") or reading.lower(measure.end) == ")":
        return None
    at = measure.start - 1
    total = reading.listed(at, "totals") and measure.last.style == "digits"
    if reading.lower(at) not in (":", "=", "–", "-"):
        return figure_of(measure, "statistic.label") if total else None
    named = any(plural(reading, at - back) for back in (1, 2, 3)) or reading.listed(
        at - 1, "totals"
    )
    return figure_of(measure, "statistic.label") if named else None


def bracketed(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """Counts in brackets, several in a passage: "noise (32) and litter (29)"."""
    if reading.lower(measure.start - 1) != "(" or reading.lower(measure.end) != ")":
        return None
    if reading.tag(measure.start - 2) != "noun" or measure.last.style != "digits":
        return None
    others = sum(
        reading.lower(at - 1) == "(" and reading.lower(at + 1) == ")" and reading.number(at)
        for at in range(max(1, measure.start - _WITHIN_REACH), measure.start + _WITHIN_REACH)
    )
    beside = bool(before) and before[-1].unit == "count" and plural(reading, measure.start - 2)
    numbered = any(
        reading.lower(at) in ("number", "numbers") for at in range(measure.start - 6, measure.start)
    )
    near = beside and not any(
        reading.ends_sentence(at) for at in range(before[-1].end, measure.start)
    )
    listed = reading.capital(measure.end + 1) or (
        others < _FEWEST_BRACKETED and not near and not numbered
    )
    return None if listed else figure_of(measure, "statistic.bracketed")


def answer(reading: Reading, measure: Measure, before: Sequence[Figure]) -> Figure | None:
    """A number that is the whole answer to "how many": "118.", "About 40."."""
    del before
    start = before_qualifier(reading, measure.start)
    first = start == 0 and reading.asked is not None
    told = reading.listed(start - 1, "reporting") and reading.asked_from < start
    if not (first or told) or reading.tag(measure.end) not in ("punct", "", "prep", "conj", "adv"):
        return None
    return figure_of(measure, "statistic.answer", unit=reading.asked or "count")
