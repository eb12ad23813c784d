"""Digits within codes: references, postcodes, telephone numbers, scores."""

from __future__ import annotations

from minutesparse.extract.quantities.phrases import past_share_aside
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.units import measure_at

_CLOSING = frozenset('(),;"%')
_LOWER_AGE = frozenset(["under", "over"])


def telephone(reading: Reading, at: int) -> int | None:
    """A number that begins with 0, and the groups of digits after it: "01632 960222"."""
    written = reading.lower(at)
    if not (written.startswith("0") and written.isdigit() and len(written) > 1):
        return None
    end = at + 1
    while reading.number(end) and reading.lower(end).isdigit():
        end += 1
    return end


def glued_before(reading: Reading, at: int) -> int | None:
    """Digits that end a word or a code: "A46", "S106", "Covid-19", "DOV/22"."""
    if not (reading.number(at) and reading.glued(at)):
        return None
    before = reading.lower(at - 1)
    if reading.word(at - 1):
        fused = len(before) > 2 and _run_on(reading, at - 1)
        return None if fused else past_run(reading, at)
    if before in DASHES or before in "/._":
        return past_run(reading, at) if _ends_code(reading, at - 1) else None
    return past_run(reading, at) if before in "#'@\\=:" else None


def _ends_code(reading: Reading, at: int) -> bool:
    """Return whether a dash, stroke or stop glued to what is before it belongs to a code."""
    if not reading.glued(at):
        return False
    before = reading.lower(at - 1)
    if reading.lower(at) == ".":
        return len(before) < 4
    return before not in _LOWER_AGE | {"%", ")"} and before not in reading.words.cardinals


def glued_after(reading: Reading, at: int) -> int | None:
    """Digits that begin a code, an ordinal or a score: "13a", "21st", "22/0107", "7:7"."""
    if not (reading.number(at) and reading.glued(at + 1)):
        return None
    if reading.word(at + 1):
        return None if _unit_or_suffix(reading, at) else past_run(reading, at)
    sign = reading.lower(at + 1)
    if not reading.glued(at + 2):
        return None
    if sign in "/:":
        return None if sign == "/" and _divides(reading, at) else past_run(reading, at)
    if sign == "(":
        shared = past_share_aside(reading, at + 1) > at + 1
        return past_run(reading, at) if len(reading.lower(at + 2)) < 3 and not shared else None
    return _hyphened(reading, at) if sign in DASHES else None


def _hyphened(reading: Reading, at: int) -> int | None:
    """Return the end of "5-a-side", "555-123-4567"; None for "20-week" and "9-11"."""
    if reading.lower(at + 2) in ("odd", "plus") or reading.listed(at + 2, "held"):
        return None
    if reading.word(at + 2):
        found = measure_at(reading, at)
        return None if found and found.end > at + 2 else at + 3
    chained = reading.lower(at + 3) in DASHES and reading.glued(at + 3)
    chained = chained and reading.number(at + 4)
    return past_run(reading, at) if chained else None


def _divides(reading: Reading, at: int) -> bool:
    """Return whether a stroke divides ("2/3 of") or stands for "per" ("100/day")."""
    shared = reading.number(at + 2) and reading.lower(at + 3) == "of"
    return shared or reading.listed(at + 2, "bases")


def _unit_or_suffix(reading: Reading, at: int) -> bool:
    """Return whether the letters after the digits measure them or are a word run on."""
    found = measure_at(reading, at)
    if (found is not None and found.end > at + 1) or reading.raw(at + 1) == "no":
        return True
    if reading.listed(at + 1, "collective"):
        return True
    if reading.lower(at + 1) == "s":
        return reading.lower(at - 1 - (reading.lower(at - 1) in DASHES)) in _LOWER_AGE
    return _run_on(reading, at + 1) and reading.raw(at + 1).islower()


def _run_on(reading: Reading, at: int) -> bool:
    """Return whether a word is one that a lost space would run on: "6783.79was"."""
    closed = reading.tag(at) in ("prep", "aux", "sub", "conj", "pron")
    return closed and len(reading.lower(at)) > 1


def past_run(reading: Reading, at: int) -> int:
    """Return the token after the run without spaces that a token stands in."""
    at += 1
    while reading.glued(at):
        inner = reading.glued(at + 1) and reading.lower(at) not in _CLOSING
        if reading.kind(at) == "sign" and not inner:
            break
        at += 1
    return at
