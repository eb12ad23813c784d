"""Measures: an amount with the currency before it or the unit after it, and ranges of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from minutesparse.extract.quantities.model import Amount, Kind, Measure
from minutesparse.extract.quantities.numbers import amount_at, scaled
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES

_SIGNS = DASHES | {"+"}
_COINS = frozenset("£€$")
_SPACED_SUFFIXES = frozenset(["m", "bn", "k", "mn"])
_FEWEST_SECONDS = 5  # "two second homes" are no time
_MOST_VISITORS = 100  # a glued "m" after more is metres: "500m from the school"
_NEAR = 6  # tokens within which a word for money makes "0.4m" a sum
_LENDABLE = Decimal(1000)  # "£1.2-1.5m": a lower end below this takes the multiplier


def measure_at(reading: Reading, at: int) -> Measure | None:
    """Return the measure that begins at a token, the whole range where it is one."""
    if at not in reading.measures:
        reading.measures[at] = _measure_at(reading, at)
    return reading.measures[at]


def _measure_at(reading: Reading, at: int) -> Measure | None:
    first = _single_at(reading, at)
    if first is None:
        return None
    joint = _range_joint(reading, first)
    if joint is None:
        return first
    second = _single_at(reading, joint, first.unit if first.kind == "money" else None)
    if second is None or (second.unit is None and _unqualified(reading, first.start) == "by"):
        return first
    return _joined(reading, first, second) or first


def _single_at(reading: Reading, at: int, money: str | None = None) -> Measure | None:
    """Return one measure; ``money`` is the currency that a bare amount is taken to be in."""
    negative, start = _sign(reading, at), at
    at += negative is not None
    coin = reading.words.tables["currencies"].after(reading, at)
    amount = amount_at(reading, coin[1] if coin else at)
    if amount is None or (negative is not None and amount.style != "digits"):
        return None
    if coin and amount.style == "fraction":
        return None
    if negative:
        amount = amount._replace(value=-amount.value)
    if coin is None:
        amount = amount if amount.start == start else amount._replace(start=start)
        measure = _with_unit(reading, amount)
        if money is None or measure.kind == "money":
            return measure
    amount = _with_spaced_suffix(reading, amount)
    code = coin[0] if coin else money
    code = reading.dollar if code == "USD" else code
    return Measure(start, amount.end, amount.value, None, code, "money", amount)


def _sign(reading: Reading, at: int) -> bool | None:
    """Return whether a sign glued to what follows is a minus; None where there is no sign."""
    if reading.lower(at) not in _SIGNS or not reading.glued(at + 1):
        return None
    if reading.glued(at) and reading.lower(at - 1) not in _COINS | {"("}:
        return None
    return reading.lower(at) != "+"


def _with_spaced_suffix(reading: Reading, amount: Amount) -> Amount:
    """Return an amount of money with the multiplier that a space parts from it: "£5 m"."""
    if reading.lower(amount.end) not in _SPACED_SUFFIXES or amount.grouped:
        return amount
    factor = reading.words.suffixes[reading.lower(amount.end)]
    return amount._replace(end=amount.end + 1, value=scaled(amount.value, factor), grouped=True)


def _with_unit(reading: Reading, amount: Amount) -> Measure:
    amount = _metres(reading, amount)
    for place in _unit_places(reading, amount):
        if reading.lower(place) not in reading.words.measuring:
            continue
        for rule in _UNITS:
            found = rule(reading, amount, place)
            if found is not None:
                return found
    return Measure(amount.start, amount.end, amount.value, None, None, None, amount)


def _unit_places(reading: Reading, amount: Amount) -> list[int]:
    """Return where the unit may stand: next, past a hyphen, past "more" or "further"."""
    at = amount.end
    if amount.style == "fraction":
        return _past_of_an(reading, at)
    if reading.lower(at) in DASHES and reading.glued(at) and reading.glued(at + 1):
        at += 1
    return [at, at + 1] if reading.listed(at, "more") else [at]


def _past_of_an(reading: Reading, at: int) -> list[int]:
    """Return where the unit of a fraction may stand: "half an hour", "a quarter of a mile"."""
    at += reading.lower(at) == "of"
    if reading.lower(at) in ("a", "an"):
        return [at + 1]
    at += reading.lower(at) in DASHES
    return [at] if reading.lower(at) in ("hour", "mile", "%") else []


def _metres(reading: Reading, amount: Amount) -> Amount:
    """Undo a million that is metres: "a 5m wide verge"; "2m visitors" stays a million."""
    last = amount.end - 1
    if (
        reading.raw(last) == "mm"
        and last > amount.start
        and not near_finance(reading, amount.start)
    ):
        value = amount.value / reading.words.suffixes["mm"]
        return amount._replace(end=last, value=value, grouped="," in reading.lower(last - 1))
    if reading.raw(last) != "m" or last == amount.start or not reading.glued(last):
        return amount
    value = amount.value / reading.words.suffixes["m"]
    visitors = reading.tag(amount.end) == "noun" and not reading.listed(amount.end, "lengths")
    if (visitors and value < _MOST_VISITORS) or near_finance(reading, amount.start):
        return amount
    return amount._replace(end=last, value=value, grouped=False)


def near_finance(reading: Reading, at: int) -> bool:
    """Return whether the words before a number speak of money: "a deficit of 0.4m"."""
    return any(reading.listed(at - back, "finance") for back in range(1, _NEAR))


def age(reading: Reading, amount: Amount, at: int) -> Measure | None:
    """An age: "14 years old", "55 year olds"."""
    return _found(reading, amount, at, "ages", "age")


def share(reading: Reading, amount: Amount, at: int) -> Measure | None:
    """A share or a difference of shares: "75%", "2.5 percentage points"."""
    return _found(reading, amount, at, "shares", "share")


def pence(reading: Reading, amount: Amount, at: int) -> Measure | None:
    """Hundredths of a currency: "10p", "50 pence"."""
    if reading.lower(at) == "p" and not reading.glued(at):
        return None
    small = amount._replace(value=amount.value / 100)
    return _found(reading, small, at, "hundredths", "money")


def currency_word(reading: Reading, amount: Amount, at: int) -> Measure | None:
    """A currency in words: "500 euros", "two million pounds"."""
    return _found(reading, amount, at, "currency_words", "money")


def unit(reading: Reading, amount: Amount, at: int) -> Measure | None:
    """Time, place and the rest: "20 working days", "three miles", "9 hectares"."""
    found = reading.words.tables["units"].after(reading, at)
    if found is None or (reading.lower(at) == "second" and amount.value < _FEWEST_SECONDS):
        return None
    return _found(reading, amount, at, "units", reading.words.unit_kinds[found[0]])


_UNITS: tuple[Callable[[Reading, Amount, int], Measure | None], ...] = (
    age,
    share,
    pence,
    currency_word,
    unit,
)


def _found(reading: Reading, amount: Amount, at: int, table: str, kind: Kind) -> Measure | None:
    found = reading.words.tables[table].after(reading, at)
    if found is None:
        return None
    return Measure(amount.start, found[1], amount.value, None, found[0], kind, amount)


def _range_joint(reading: Reading, first: Measure) -> int | None:
    """Return where the upper end of a range may begin, past the word or dash that joins it."""
    joint = reading.lower(first.end)
    if joint in DASHES:
        return first.end + 1
    if joint == "to" and not _tells_change(reading, first):
        return first.end + 1
    if joint == "and" and _unqualified(reading, first.start) == "between":
        return first.end + 1
    small = first.low <= 20 and first.low == int(first.low)
    return first.end + 1 if joint == "or" and small else None


def _unqualified(reading: Reading, at: int) -> str:
    """Return the word before a measure and before what softens it."""
    return reading.lower(before_qualifier(reading, at) - 1)


def before_qualifier(reading: Reading, at: int) -> int:
    """Return the first token of a measure with what stands before it: "about", "no more than"."""
    found = qualifier_before(reading, at)
    return found[1] if found else at


def qualifier_before(reading: Reading, at: int) -> tuple[str, int] | None:
    """Return what the words before a measure say of it, and the first of them."""
    found = reading.words.tables["qualifiers"].before(reading, at)
    if found is None:
        return None
    if reading.lower(found[1]) == "up" and reading.listed(found[1] - 1, "lifting"):
        return None
    circa = reading.lower(found[1]) == "c"
    if circa and (reading.capital(found[1]) or reading.lower(found[1] - 1) == "/"):
        return None
    return found


def _tells_change(reading: Reading, first: Measure) -> bool:
    """Return whether "A to B" is a movement: "rose from 8 to 10"; "aged from 8 to 10" is not."""
    at = before_qualifier(reading, first.start)
    if reading.lower(at - 1) == "from":
        return not reading.listed(at - 2, "spreads")
    if reading.lower(at - 1) == "by":
        return first.unit is not None
    return reading.listed(at - 1, "moves")


def _joined(reading: Reading, first: Measure, second: Measure) -> Measure | None:
    """Return the range of two measures, the unit and multiplier of one lent to the other."""
    if first.unit != second.unit and first.unit is not None:
        return None
    low, high = first.low, second.low
    if low == 1 and first.unit is None and first.last.style == "words" and high > _FEWEST_SECONDS:
        return None
    if second.last.grouped and not first.last.grouped and low < _LENDABLE:
        low = _lent(low, high)
    if second.kind == "money" and first.unit is None:
        if reading.lower(second.start) in _COINS or second.last.value != second.low:
            return None
        low = low / 100 if reading.lower(second.end - 1) in ("p", "pence") else low
    if low >= high:
        return None
    return Measure(first.start, second.end, low, high, second.unit, second.kind, second.last)


def _lent(low: Decimal, high: Decimal) -> Decimal:
    factors = (Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1000))
    return next(
        (scaled(low, factor) for factor in factors if factor <= high and low * factor < high), low
    )
