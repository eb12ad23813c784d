"""Numbers as lists display them."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def roman(number: int) -> str:
    """Return a number in small roman numerals, as digits outside 1 to 3999.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < 4000:
        return str(number)
    shown = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        shown += sign * count
    return shown


def letters(number: int) -> str:
    """Return a number in letters as spreadsheets and browsers do: a to z, aa, ab.

    >>> letters(28)
    'ab'
    """
    if number < 1:
        return str(number)
    shown = ""
    while number:
        number, letter = divmod(number - 1, 26)
        shown = chr(ord("a") + letter) + shown
    return shown


def doubled_letters(number: int) -> str:
    """Return a number in letters as Word does: a to z, aa, bb, cc.

    >>> doubled_letters(28)
    'bb'
    """
    if not 0 < number <= 780:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def ordinal(number: int) -> str:
    """Return a number with its ending.

    >>> ordinal(22)
    '22nd'
    """
    teens = 10 < number % 100 < 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spelled(number: int) -> str:
    """Return a number in words, as digits from a hundred on.

    >>> spelled(21)
    'twenty-one'
    """
    if not 0 < number < 100:
        return str(number)
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")
