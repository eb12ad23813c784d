"""What the words of a label announce: a presence, an office, a class of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutesparse.extract.attendance.entry import chair_role, office
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords, Phrases
from minutesparse.naming import Token

_VOTES = frozenset({"vote", "votes"})  # a roll called for a vote ends the list of those present
_MOST_WORDS = 30
_MOST_UNKNOWN = 4


class Label(NamedTuple):
    """What a label announces.

    Attributes:
        status: Whether those after it were there; None where the label ends a list.
        role: The office that it names ("Clerk:").
        main: True where its words say whether somebody was there, false for a class of people.
        organisation: A body that it names and no more.
    """

    status: str | None
    role: str | None = None
    main: bool = False
    organisation: str | None = None


def known(token: Token, words: AttendanceWords) -> bool:
    """Tell whether a label can hold a word."""
    lowered = token.lower.removesuffix("'s")
    return lowered in words.label_words or (
        token.capital
        and (
            lowered in words.names.role_heads
            or lowered in words.offices
            or lowered in words.bodies
            or lowered in words.short_offices
        )
    )


def classify(
    tokens: Sequence[Token], words: AttendanceWords, *, strict: bool = False
) -> Label | None:
    """Return what the words of a label announce, or None where they are no label.

    Args:
        tokens: The label's words, its mark left out.
        words: The attendance lexicon.
        strict: Whether every word must be known; else a few capital words may be a body's name.
    """
    lettered = [token for token in tokens if token.word]
    if len(tokens) == 1 and not strict and tokens[0].lower in ("panel", "board", "forum", "group"):
        return Label("present")
    if not lettered or len(lettered) > _MOST_WORDS:
        return None
    unknown = 0 if strict else _MOST_UNKNOWN
    for token in lettered:
        if not known(token, words):
            unknown -= 1
            if unknown < 0 or not token.capital:
                return None
    lowered = [token.lower.removesuffix("'s") for token in lettered]
    runs = frozenset(_runs(lowered))
    return (
        _announced(lowered, runs, words)
        or _office_label(tokens, words)
        or _class(guests=_holds(runs, words.guests), members=_holds(runs, words.members))
    )


def _announced(lowered: Sequence[str], runs: Phrases, words: AttendanceWords) -> Label | None:
    """Return a label that says in so many words whether somebody was there."""
    if not _VOTES.isdisjoint(lowered):
        return Label(None, main=True)
    guests, members = _holds(runs, words.guests), _holds(runs, words.members)
    if "without" in lowered and _holds(runs, dict(words.presence)["apologies"]):
        return Label("absent", main=True)
    if "lateness" in lowered and "absence" not in lowered:
        return Label(None, main=True)  # who came late was there, and is listed there
    if "public" in lowered and lowered[0] == "members":
        return Label("in-attendance", main=True)
    for status, phrases in words.presence:
        if _holds(runs, phrases):
            return Label(_settled(status, lowered, guests, members), main=True)
    return None


def _class(*, guests: bool, members: bool) -> Label | None:
    """Return a label that names a class of people."""
    if guests:
        return Label("in-attendance")
    return Label("present") if members else None


def _settled(status: str, lowered: Sequence[str], guests: bool, members: bool) -> str:
    """Settle what "present" and "in attendance" mean by the class of people named with them."""
    apart = {"also", "other", "others", "non", "non-members"} & set(lowered)
    if status == "present" and "item" in lowered:
        return "in-attendance"  # "Attending for this item were:"
    if status == "present" and guests:
        return "present" if members and apart == {"other"} else "in-attendance"
    if status == "in-attendance" and members and not guests and not apart:
        return "present"
    return status


def _office_label(tokens: Sequence[Token], words: AttendanceWords) -> Label | None:
    text = " ".join(token.text for token in tokens if token.word)
    role = chair_role(text)
    if role is not None:
        return Label("present", role)
    reader = NameReader(tokens, words)
    if not tokens[0].capital or not _turns_on_head(tokens, reader) or not reader.is_office(0):
        return None
    if text.lower() in words.names.chair_roles:
        return Label("present", office(text))
    return Label("in-attendance", office(text))


def _turns_on_head(tokens: Sequence[Token], reader: NameReader) -> bool:
    """Tell whether an office's head ends a label, or opens it ("Head of Finance")."""
    opens = len(tokens) > 2 and tokens[1].lower in ("of", "for") and reader.is_head(tokens[0])
    return opens or reader.is_head(tokens[-1])


def _runs(lowered: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every one, two and three words of a label that follow one another."""
    for width in (1, 2, 3):
        yield from (
            tuple(lowered[place : place + width]) for place in range(len(lowered) - width + 1)
        )


def _holds(runs: Phrases, phrases: Phrases) -> bool:
    return not runs.isdisjoint(phrases)
