"""When two values count as the same, whatever their case, punctuation or form of address."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation

_GAP = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_COUNCILLOR = re.compile(r"\b(?:cllrs?|councillors?|clr)\b")
_ASIDE = re.compile(r"[,(]")


def plain(text: str | None) -> str:
    """Return the words of a text in one case, with single spaces between.

    >>> plain("RESOLVED – that the  report be noted.")
    'resolved that the report be noted'
    """
    return _GAP.sub(" ", (text or "").casefold()).strip()


def same_words(one: str | None, other: str | None) -> bool:
    """Tell whether two texts have the same words; nothing equals nothing."""
    return plain(one) == plain(other)


def same_detail(right: str, found: str) -> bool:
    """Tell whether a detail of the meeting is right; a time may be given with its seconds.

    >>> same_detail("18:30", "18:30:00")
    True
    """
    return same_words(right, found) or plain(found).startswith(f"{plain(right)} 00")


def same_speaker(one: str | None, other: str | None) -> bool:
    """Tell whether two labels name one speaker.

    A leading article and the form of "Councillor" do not count, nor does what follows a comma or
    a bracket where the rest is more than one word.

    >>> same_speaker("Cllr Hale", "Councillor HALE")
    True
    >>> same_speaker("Maeve Keane, Managing Director", "Maeve Keane")
    True
    >>> same_speaker("Keane, Managing Director", "Keane")
    False
    """
    if _label(one) == _label(other):
        return True
    head = _label(_head(one))
    return " " in head and head == _label(_head(other))


def same_attendee(one: str | None, other: str | None) -> bool:
    """Tell whether two names of an attendance list are one; the shared title may be left out.

    >>> same_attendee("Councillor D Askew", "D Askew")
    True
    """
    return _untitled(one) == _untitled(other)


def number(value: str | int | Decimal | None) -> Decimal | str | None:
    """Return a number in its plainest form, and what is no number as it stands.

    >>> number("75.0") == number("75")
    True
    """
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return str(value)


def likeness(one: str | None, other: str | None) -> float:
    """Return how far two phrases share their words, from 0 to 1.

    >>> likeness("new foster carers", "foster carers")
    0.8
    """
    ours, theirs = plain(one).split(), plain(other).split()
    shared = (Counter(ours) & Counter(theirs)).total()
    return 2 * shared / (len(ours) + len(theirs)) if shared else 0.0


def _label(text: str | None) -> str:
    return _COUNCILLOR.sub("councillor", _ARTICLE.sub("", plain(text)))


def _head(text: str | None) -> str:
    return _ASIDE.split(text or "", maxsplit=1)[0]


def _untitled(text: str | None) -> list[str]:
    return _COUNCILLOR.sub("", plain(text)).split()
