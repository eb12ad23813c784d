"""The number grammar: digits, number words, multipliers and fractions, without their units."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from minutesparse.extract.quantities.model import Amount
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES

_HALF = Decimal("0.5")
_DOZEN = Decimal(12)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_LONGEST = 25  # digits; a longer run is no figure
_PLACES = Decimal("0.001")  # to which thirds, sixths and sevenths are given

Rule = Callable[[Reading, int], Amount | None]


def amount_at(reading: Reading, at: int) -> Amount | None:
    """Return the number that begins at a token, read as far as it goes."""
    for rule in _RULES:
        amount = rule(reading, at)
        if amount is not None:
            return amount
    return None


def slashed(reading: Reading, at: int) -> Amount | None:
    """A fraction in digits: "2/3 of", "3/4 of"."""
    part, whole = reading.lower(at), reading.lower(at + 2)
    if reading.lower(at + 1) != "/" or reading.lower(at + 3) != "of":
        return None
    if not (part.isdigit() and whole.isdigit() and len(whole) == 1 and 0 < int(part) < int(whole)):
        return None
    return Amount(at, at + 3, _parts(Decimal(part), Decimal(whole)), "fraction")


def digits(reading: Reading, at: int) -> Amount | None:
    """Digits with separators: "1,242.72", "37", with the multiplier after them."""
    written = reading.lower(at)
    if not reading.number(at) or written.count(".") > 1 or len(written) > _LONGEST:
        return None
    whole, _, part = written.partition(".")
    value, end = Decimal(written.replace(",", "")), at + 1
    if reading.lower(end) in reading.words.vulgar:
        value, end = value + reading.words.vulgar[reading.lower(end)], end + 1
    amount = Amount(at, end, value, "digits", "," in whole, len(part))
    return _with_half(reading, _scaled(reading, amount))


def vulgar_fraction(reading: Reading, at: int) -> Amount | None:
    """A fraction that is one character: "½"."""
    value = reading.words.vulgar.get(reading.lower(at))
    return None if value is None else Amount(at, at + 1, value, "fraction")


def half_scale(reading: Reading, at: int) -> Amount | None:
    """Half of a multiplier: "half a million", "half a dozen"."""
    if reading.lower(at) != "half" or reading.lower(at + 1) != "a":
        return None
    scale = reading.words.scales.get(reading.lower(at + 2))
    return None if scale is None else Amount(at, at + 3, _HALF * scale, "words", True)


def fraction(reading: Reading, at: int) -> Amount | None:
    """A fraction in words: "half", "a third", "three quarters", "two-thirds"."""
    first = reading.lower(at)
    if first == "half":
        return Amount(at, at + 1, _HALF, "fraction")
    part = Decimal(1) if first in ("a", "an") else reading.words.cardinals.get(first)
    end = at + 2 if reading.lower(at + 1) in DASHES else at + 1
    whole = reading.words.fractions.get(reading.lower(end))
    if part is None or whole is None or not 0 < part <= whole:
        return None
    return Amount(at, end + 1, _parts(part, whole), "fraction")


def _parts(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(_PLACES).normalize()


def cardinal(reading: Reading, at: int) -> Amount | None:
    """Number words: "nine", "twenty-three", "a hundred and forty-two", "two and a half"."""
    if _short_form(reading, at):
        return None
    state, place, end = _Count(), at, at
    if reading.lower(at) in ("a", "an") and reading.lower(at + 1) in reading.words.scales:
        state, place = _Count(chunk=Decimal(1), room=Decimal(0)), at + 1
    while (counted := _counted(state, reading, place)) is not None:
        state, end = counted, place + 1
        place = _past_joint(reading, state, end)
    if end == at:
        return None
    amount = Amount(at, end, state.total + state.chunk, "words", state.total > 0)
    return _with_digits(reading, _with_half(reading, amount))


def _short_form(reading: Reading, at: int) -> bool:
    """Return whether a word in capitals is a short form: "the TEN was for one night"."""
    beside = (reading.raw(at - 1), reading.raw(at + 1))
    alone = not any(word.isupper() or not word.isalpha() for word in beside)
    return alone and len(reading.raw(at)) > 1 and reading.raw(at).isupper()


def _with_digits(reading: Reading, amount: Amount) -> Amount:
    """Return an amount in words with the same in digits in brackets: "six hundred (600)"."""
    at = amount.end
    if reading.lower(at) != "(" or reading.lower(at + 2) != ")":
        return amount
    again = digits(reading, at + 1)
    same = again is not None and again.value == amount.value and again.end == at + 2
    return amount._replace(end=at + 3) if same else amount


class _Count(NamedTuple):
    """A number in words as far as it has been read; the next word's value must be below room."""

    total: Decimal = Decimal(0)
    chunk: Decimal = Decimal(0)
    room: Decimal = _THOUSAND


def _counted(state: _Count, reading: Reading, at: int) -> _Count | None:
    """Return the count with one word more, or None where the word begins something else."""
    value = reading.words.cardinals.get(reading.lower(at))
    if value is not None:
        if value >= state.room or (value == 0 and state != _Count()):
            return None
        room = Decimal(10) if value >= 20 else Decimal(0)
        return state._replace(chunk=state.chunk + value, room=room)
    scale = reading.words.scales.get(reading.lower(at))
    return None if scale is None or not state.chunk else _times(state, scale)


def _times(state: _Count, scale: Decimal) -> _Count | None:
    """Return the count with its last words multiplied: "two" to "two hundred"."""
    if scale <= _HUNDRED:
        room = Decimal(0) if scale == _DOZEN else _HUNDRED
        return state._replace(chunk=state.chunk * scale, room=room) if state.chunk < 100 else None
    if state.total and state.total % (scale * _THOUSAND):
        return None
    return _Count(state.total + state.chunk * scale)


def _past_joint(reading: Reading, state: _Count, at: int) -> int:
    """Return the place of the next number word, past a hyphen or an "and" that joins it."""
    if reading.lower(at) in DASHES and reading.glued(at) and reading.glued(at + 1):
        return at + 1
    wide = state.room == _HUNDRED or not state.chunk
    if reading.lower(at) == "and" and wide and reading.lower(at + 1) in reading.words.cardinals:
        return at + 1
    return at


def _with_half(reading: Reading, amount: Amount) -> Amount:
    lowers, at = reading.lowers, amount.end
    if lowers[at] != "and" or lowers[at + 1] != "a" or lowers[at + 2] != "half":
        return amount
    halved = amount._replace(end=amount.end + 3, value=amount.value + _HALF)
    return _scaled(reading, halved)


def _scaled(reading: Reading, amount: Amount) -> Amount:
    """Return the amount with the multiplier after it: "3.2 million", "52k"."""
    glued = reading.glued(amount.end)
    table = reading.words.suffixes if glued else reading.words.scales
    factor = table.get(reading.lower(amount.end))
    if factor is None:
        return amount
    return amount._replace(end=amount.end + 1, value=scaled(amount.value, factor), grouped=True)


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """Return a product without the zeros after the point that the factor leaves."""
    product = value * factor
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


_RULES: tuple[Rule, ...] = (slashed, digits, vulgar_fraction, half_scale, fraction, cardinal)
