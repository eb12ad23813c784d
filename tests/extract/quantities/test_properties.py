from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from minutesparse.extract.quantities import Passage, Quantity, find_quantities
from minutesparse.lexicons import default_lexicon

LEXICON = default_lexicon()
UNITS = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
UNITS += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
UNITS += ["eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

VOCABULARY = """
the of in and to from 5 12 1,200 3.5 % £ £2m per cent two hundred a half third in 2022 / 23 - –
( ) . , ; : ' " was were had residents days years one more than under over between against target
average which that not 19/01 4th Q3 999 calls ½ × é 10p km/h $ € no. item aged 16 year olds million
k bn at by for each every
"""
WORDS = st.sampled_from(VOCABULARY.split())
PHRASES = st.lists(WORDS, max_size=40).map(" ".join)
FUSED = st.lists(WORDS, max_size=20).map("".join)


def find(text: str, context: str = "") -> tuple[Quantity, ...]:
    return find_quantities(Passage(text, context), LEXICON)


def in_words(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return TENS[tens] + (f"-{UNITS[units]}" if units else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            whole, rest = divmod(number, size)
            joint = " and " if rest < 100 else " "
            return f"{in_words(whole)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError


def holds(text: str, quantities: tuple[Quantity, ...]) -> None:
    end = 0
    for quantity in quantities:
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]
        assert (quantity.value is None) == (quantity.low is not None)
        assert (quantity.low is None) == (quantity.high is None)
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low < quantity.high
        if quantity.comparison is not None:
            assert 0 <= quantity.comparison[1] < len(quantities)
        assert quantity.subject is None or quantity.subject.strip()


@given(st.text(), st.text())
def test_any_string_is_read(text: str, context: str) -> None:
    holds(text, find(text, context))


@settings(max_examples=400)
@given(PHRASES, PHRASES)
def test_any_row_of_figure_words_is_read(text: str, context: str) -> None:
    quantities = find(text, context)
    holds(text, quantities)
    assert quantities == find(text, context)


@settings(max_examples=300)
@given(FUSED)
def test_any_run_without_spaces_is_read(text: str) -> None:
    holds(text, find(text))


@given(st.integers(2, 999_999_999))
def test_number_words_give_their_value(number: int) -> None:
    text = f"There were {in_words(number)} residents."
    (quantity,) = find(text)
    assert quantity.value == number
    assert text[quantity.start : quantity.end] == in_words(number)


@given(st.integers(2, 10**12).filter(lambda number: not 1800 <= number < 2100))
def test_digits_give_their_value_with_and_without_separators(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        text = f"There were {written} residents."
        (quantity,) = find(text)
        assert quantity.value == number
        assert text[quantity.start : quantity.end] == written


@given(st.decimals("0.01", "999999.99", places=2))
def test_sums_give_their_value(amount: Decimal) -> None:
    for written in (f"£{amount}", f"£{amount:,}"):
        (quantity,) = find(f"The cost was {written}.")
        assert (quantity.value, quantity.unit) == (amount, "GBP")


@given(st.integers(1, 999), st.sampled_from(["k", "m", "bn", " million", " billion"]))
def test_multipliers_multiply(number: int, suffix: str) -> None:
    size = {"k": 3, "m": 6, "bn": 9, " million": 6, " billion": 9}[suffix]
    (quantity,) = find(f"The cost was £{number}{suffix}.")
    assert quantity.value == Decimal(number) * 10**size


@given(st.decimals("0.1", "100", places=1), st.sampled_from(["%", " %", " per cent", " percent"]))
def test_shares_give_their_value(share: Decimal, sign: str) -> None:
    (quantity,) = find(f"Collection was {share}{sign}.")
    assert (quantity.value, quantity.unit) == (share, "percent")


@given(st.integers(1, 60), st.integers(1, 60), st.sampled_from(["-", "–", " to ", " - "]))
def test_ranges_keep_both_ends(low: int, step: int, joint: str) -> None:
    (quantity,) = find(f"The works would take {low}{joint}{low + step} weeks.")
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(low + step))
    assert quantity.unit == "week"


@given(st.integers(2, 500))
def test_one_in_so_many_is_a_ratio(whole: int) -> None:
    (quantity,) = find(f"1 in {whole} homes was damp.")
    assert quantity.unit == "ratio"
    assert quantity.value is not None
    assert abs(quantity.value - Decimal(1) / whole) < Decimal("0.0005")
