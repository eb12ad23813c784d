"""What is no figure: dates, times, references, names and votes.

Each filter looks at a token where a number begins, and returns the first token after what it
knows to be no figure, or None. Their order is their precedence.
"""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.extract.quantities.codes import glued_after, glued_before, telephone
from minutesparse.extract.quantities.dates import date, year, year_span
from minutesparse.extract.quantities.phrases import counted_noun
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.times import clock_time
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import measure_at

_JOINTS = DASHES | {",", "and", "to", "&", "/", "or", "of"}
_NEAR = 6  # tokens that a filter looks around for a telling word
_FAR = 14  # tokens from "submissions" to "seven against"
_YEARS = 14  # "the year 11 pupils" are of that year; "in the year 96 complaints" are counted
_DIALLED = frozenset(["101", "111", "999", "911"])
_SPEEDS = frozenset(range(20, 80, 10))  # "a 20 zone"; "14 zones" are counted
_NOT_REFERRED = frozenset(["%", "per", "percent"])


def past_non_figure(reading: Reading, at: int) -> int | None:
    """Return the first token after a number that is no figure; None where it may be one."""
    for rule in _FILTERS:
        end = rule(reading, at)
        if end is not None:
            return max(end, at + 1)
    return None


def dotted(reading: Reading, at: int) -> int | None:
    """Paragraph numbers, dates with dots: "1.6.11", "10.03.21"."""
    return at + 1 if reading.lower(at).count(".") > 1 else None


def file_size(reading: Reading, at: int) -> int | None:
    """The size of an attachment: "PDF 116 KB"."""
    return at + 2 if reading.listed(at + 1, "file_sizes") else None


def numbered(reading: Reading, at: int) -> int | None:
    """A number that is called one: "No. 9", "number 45", "Nos. 3 and 4", "#5"."""
    before = at - 2 if reading.lower(at - 1) == "." else at - 1
    if not reading.listed(before, "numbered"):
        return None
    denies = reading.raw(at - 1) == "no" and counted_noun(reading, at + 1) is not None
    return None if denies else past_list(reading, at)


def base_of_rate(reading: Reading, at: int) -> int | None:
    """What a rate is for: the 1,000 of "9.7 per 1,000 population"."""
    return at + 1 if reading.lower(at - 1) == "per" else None


def reference(reading: Reading, at: int) -> int | None:
    """A number that is a name: "item 5", "Section 106", "Wards 3 and 4", "Phase two"."""
    if _spelt_measure(reading, at):
        return None
    before = at - 1
    while reading.lower(before) in ("(", ".", "-", ":") and at - before < 3:
        before -= 1
    if reading.lower(at - 1) == "." and not reading.listed(before, "shortened"):
        return None
    if reading.listed(before, "references"):
        spoken = before == at - 1 and _timely(reading, before, at)
        return None if spoken else past_list(reading, at)
    named = reading.listed(before, "name_series") and before == at - 1 and reading.capital(before)
    return past_list(reading, at) if named and not reading.starts_sentence(before) else None


def _spelt_measure(reading: Reading, at: int) -> bool:
    """Return whether a small number word has a unit: "work on the hall two weeks earlier"."""
    if not (reading.word(at) and reading.raw(at).islower()):
        return False
    found = measure_at(reading, at)
    return found is not None and found.unit is not None


def _timely(reading: Reading, noun: int, at: int) -> bool:
    """Return whether the word before is a time or place, and the number counts what follows."""
    written = reading.lower(at)
    later = reading.lower(noun - 1) == "the" and (
        reading.word(at) or (written.isdigit() and int(written) > _YEARS)
    )
    if not reading.listed(noun, "timely") or not (
        later or reading.listed(noun - 1, "timely_before")
    ):
        return False
    found = measure_at(reading, at)
    if found is None:
        return False
    if reading.word(at) and reading.tag(found.end) in ("aux", "verb"):
        return True
    return found.unit is not None or counted_noun(reading, found.end) is not None


def past_list(reading: Reading, at: int) -> int:
    """Return the token after a list of references: "3, 4 and 6", "12 (3) (a)", "7 - 9"."""
    end = at + 1
    while (past := _past_link(reading, end)) is not None:
        end = past
    return end


def _past_link(reading: Reading, at: int) -> int | None:
    """Return the token after one further part of a list of references."""
    if reading.lower(at) == "(" and reading.lower(at + 2) == ")":
        return at + 3
    if reading.lower(at) in _JOINTS and _short_number(reading, at + 1):
        return at + 2
    if reading.lower(at) in DASHES and reading.glued(at) and reading.word(at + 1):
        return at + 2
    return at + 1 if reading.glued(at) and reading.word(at) else None


def _short_number(reading: Reading, at: int) -> bool:
    """Return whether a number could go on a list of references: short, and bare."""
    if not reading.number(at) or len(reading.lower(at)) > 4:
        return False
    bare = reading.lower(at + 1) not in _NOT_REFERRED
    return bare and counted_noun(reading, at + 1) is None


def service(reading: Reading, at: int) -> int | None:
    """The name of a telephone service: "999 calls", "rang 101"."""
    if not reading.listed(at, "services"):
        return None
    if reading.listed(at + 1, "service_after"):
        return at + 1
    if reading.lower(at - 1) == "the" and reading.lower(at - 2) == "of":
        return None
    if reading.lower(at - 1) == "to" and any(
        reading.lower(at - back) in ("call", "calls") for back in range(2, _NEAR)
    ):
        return at + 1
    back = at - 2 if reading.lower(at - 1) in ("to", "and", "or") else at - 1
    if reading.lower(at) not in _DIALLED and not reading.listed(back, "dialling"):
        return None
    called = reading.listed(back, "service_before") if back == at - 1 else _serves(reading, back)
    return at + 1 if called and counted_noun(reading, at + 1) is None else None


def _serves(reading: Reading, at: int) -> bool:
    return reading.listed(at, "service_after") or reading.listed(at, "services")


def address(reading: Reading, at: int) -> int | None:
    """The number of a house or a bus: "14 High Street", "the 25 bus"."""
    if not reading.number(at):
        return None
    if reading.listed(at + 1, "routes") and reading.lower(at) != "1":
        return at + 1
    place = at + 1
    if reading.lower(place) in _JOINTS and reading.number(place + 1):
        place += 2
    if reading.raw(place) == "The" and reading.capital(place + 1):
        return place + 1
    while reading.capital(place) and place - at < _NEAR:
        if reading.listed(place, "streets") and place > at + 1:
            return place + 1
        place += 1
    return None


def rule_of_the_road(reading: Reading, at: int) -> int | None:
    """A limit that is a name: "20mph zone", "a 40 limit", "a 300 word limit"."""
    found = measure_at(reading, at)
    if found is None:
        return None
    if found.unit in ("mile-per-hour", "kilometre-per-hour"):
        limit = any(reading.listed(found.end + step, "limits") for step in (0, 1))
        return found.end + 1 if limit else None
    after = reading.lower(found.end)
    speed = found.low in _SPEEDS or after == "limit"
    if found.unit is None and after in ("limit", "zone", "zones") and speed:
        return found.end + 1
    return found.end + 2 if after == "word" and reading.lower(found.end + 1) == "limit" else None


def vote(reading: Reading, at: int) -> int | None:
    """The count of a vote: "6 Members voting for", "2 abstentions", "For: 7", "7 votes to 3"."""
    found = reading.words.tables["voting_after"].after(reading, at + 1)
    if found is not None and not _held_against(reading, at):
        end = found[1]
        return end + 2 if reading.lower(end) == "to" and reading.number(end + 1) else end
    if (
        reading.lower(at).isdigit()
        and reading.lower(at + 1) == "for"
        and reading.lower(at + 2) in (",", ";", ")", ".", "", "and")
    ):
        return at + 2
    before = at - 2 if reading.lower(at - 1) in (":", "-", "–", "=", "(") else at - 1
    tied = reading.lower(at + 1) in ("to", "for") and reading.number(at + 2)
    if tied and reading.lower(at - 1) in ("voted", "votes", "vote"):
        return at + 3
    if reading.listed(at - 1, "voting_words"):
        return at + 1
    if not reading.listed(before, "voting_before"):
        return None
    tally = reading.lower(at + 1) in DASHES and reading.number(at + 2)
    if tally:
        return at + 3
    return at + 1 if before < at - 1 else None


def _held_against(reading: Reading, at: int) -> bool:
    """Return whether a number is no vote: "231 against a target of 226", "9 replies, 7 against"."""
    favour = reading.lower(at + 1) == "in" and reading.lower(at + 2) == "favour"
    if reading.lower(at + 1) != "against" and not favour:
        return False
    after = range(at + 2, at + _NEAR)
    if any(reading.listed(at - back, "responses") for back in range(1, _FAR)):
        return True
    if favour:
        return False
    return "." in reading.lower(at) or any(
        reading.listed(place, "comparators") or reading.number(place) for place in after
    )


def rule_of_the_meeting(reading: Reading, at: int) -> int | None:
    """How long someone may speak, how many make a quorum."""
    if any(reading.listed(at - back, "quorum") for back in range(1, _NEAR)):
        return at + 1
    found = measure_at(reading, at)
    if found is None or found.unit != "minute":
        return None
    if any(reading.lower(at - back) in ("speak", "speaking") for back in (1, 2, 3)):
        return found.end
    after = range(found.end, found.end + _NEAR)
    return found.end if any(reading.listed(place, "speaking") for place in after) else None


def proper_name(reading: Reading, at: int) -> int | None:
    """A number in a name or an idiom: "the Five Year Plan", "Three Spires", "zero tolerance"."""
    idiom = reading.words.tables["names"].after(reading, at)
    if idiom is not None:
        return idiom[1]
    after = at + 1
    while reading.lower(after) in DASHES and reading.glued(after):
        after += 1
    if not (reading.word(after) and reading.capital(after)):
        return None
    if reading.words.tables["units"].after(reading, after) is not None:
        return after + 1 if reading.capital(after + 1) else None
    spelt = reading.word(at) and reading.capital(at) and not reading.raw(after).isupper()
    if not spelt or reading.listed(after, "counted_capitals"):
        return None
    counted = counted_noun(reading, after) if reading.starts_sentence(at) else None
    return None if counted and counted > after + 1 else after + 1


def code(reading: Reading, at: int) -> int | None:
    """A number after an acronym that it belongs to: "ISA 260", "the HB 1234"."""
    letters = reading.raw(at - 1)
    acronym = letters.isupper() and 1 < len(letters) < 6 and reading.word(at - 1)
    if not (acronym and reading.number(at) and reading.lower(at).isdigit()):
        return None
    found = measure_at(reading, at)
    measured = found is not None and (found.unit is not None or found.last.grouped)
    counted = counted_noun(reading, at + 1)
    small = counted is not None and not reading.capital(at + 1)
    return None if measured or small else past_list(reading, at)


def list_number(reading: Reading, at: int) -> int | None:
    """The number of a paragraph or of a point in a list: "22.4 Councillor", "(1)", "3)"."""
    written = reading.lower(at)
    if not reading.number(at) or "," in written:
        return None
    if at == 1 and reading.lower(0) == "(" and reading.lower(2) == ")":
        return at + 2
    if at > 0 and reading.lower(at - 1) not in (".", ";", ":"):
        return None
    if reading.lower(at + 1) in (")", "]") and len(written) < 3:
        return at + 2
    stop = reading.lower(at + 1) == "."
    opens = reading.capital(at + 1 + stop)
    return at + 1 if at == 0 and not reading.asked and opens and (stop or "." in written) else None


_FILTERS: tuple[Callable[[Reading, int], int | None], ...] = (
    dotted,
    telephone,
    date,
    year_span,
    numbered,
    reference,
    glued_before,
    glued_after,
    clock_time,
    file_size,
    base_of_rate,
    service,
    address,
    rule_of_the_road,
    vote,
    rule_of_the_meeting,
    proper_name,
    code,
    year,
    list_number,
)
