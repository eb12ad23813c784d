"""Noun groups after a figure: the noun phrase with its prepositions, clause and base."""

from __future__ import annotations

from minutesparse.extract.quantities.clauses import tells_time
from minutesparse.extract.quantities.dates import year_like
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.phrases import noun_phrase_end
from minutesparse.extract.quantities.reading import Reading

_LONGEST = 10  # tokens of a noun group
_LONGEST_CLAUSE = 9  # tokens of "who had left the finance team"
_LONGEST_PHRASES = 12  # tokens of the phrases after a figure
_BARRED = frozenset(
    ["by", "to", "than", "as", "instead", "against", "until", "since", "after", "before", "during",
     "following", "aged", "like", "including", "excluding", "despite", "via", "ago", "away", "up",
     "down", "minus", "plus", "out", "every"]
)  # fmt: skip
_TIMES_OFF = frozenset(["ago", "before", "earlier", "later", "previously"])


def noun_group_end(reading: Reading, at: int) -> int:
    """Return the token after a noun phrase with the phrases that belong to it."""
    head = end = noun_phrase_end(reading, at)
    while end > at and end - at < _LONGEST:
        further = _past_phrase(reading, end)
        if further == end or (further - at > _LONGEST and end > head):
            break
        end = further
    return end


def _past_phrase(reading: Reading, at: int) -> int:
    """Return the token after a phrase that goes on with a noun phrase; ``at`` where none does."""
    base = past_base(reading, at)
    if base > at:
        return base
    word = reading.lower(at)
    if word in ("who", "which", "that") and reading.tag(at + 1) in ("aux", "verb"):
        return at if reading.tag(at + 2) == "num" else past_clause(reading, at + 1)
    if word == "which" and reading.tag(noun_phrase_end(reading, at + 1)) in ("aux", "verb"):
        return past_clause(reading, at + 1)
    if word == "to" and reading.lower(at + 1) == "be" and reading.tag(at + 2) == "verb":
        return at + 3
    barred = word in _BARRED and not (word == "to" and reading.listed(at - 1, "leading_to"))
    if word in ("in", "with") and reading.words.tables["compound_prepositions"].after(reading, at):
        return at
    if reading.tag(at) != "prep" or barred or tells_time(reading, at, len(reading)):
        return at
    if reading.tag(at + 1) == "num":
        return at + 2 if word in ("under", "over") else at
    end = noun_phrase_end(reading, at + 1)
    return end if _object(reading, at + 1) and not _priced(reading, at) else at


def _priced(reading: Reading, at: int) -> bool:
    """Return whether a phrase begins another figure: "at a cost of £5", "in the sum of £20"."""
    if reading.lower(at) == "at" and reading.lower(at + 1) in ("a", "an"):
        return True
    end = noun_phrase_end(reading, at + 1)
    return reading.lower(end) == "of" and not reading.word(end + 1)


def _object(reading: Reading, at: int) -> bool:
    return noun_phrase_end(reading, at) > at + (reading.tag(at) == "det")


def past_base(reading: Reading, at: int) -> int:
    """Return the token after what a rate is for: "per 1,000 population", "a month", "each"."""
    short = reading.words.tables["short_bases"].after(reading, at)
    if short is not None:
        return short[1]
    word = reading.lower(at)
    if word == "per":
        at += 1 + (reading.tag(at + 1) == "num")
        return max(noun_phrase_end(reading, at), at)
    if word in ("a", "an", "each", "every", "/") and reading.listed(at + 1, "bases"):
        return at if reading.lower(at + 2) in _TIMES_OFF else at + 2
    if word == "each":
        return at + 1
    return at + 2 if word in ("a", "an") and _priced_by(reading, at) else at


def _priced_by(reading: Reading, at: int) -> bool:
    """Return whether a sum before an article is the price of one thing: "£3 a bag"."""
    one = reading.tag(at + 1) == "noun" and not plural(reading, at + 1)
    money = reading.tag(at - 1) == "num" and any(
        reading.lower(at - back) in ("£", "€", "$", "p") for back in (1, 2, 3, 4)
    )
    return (
        one and money and reading.tag(at + 2) in ("prep", "punct", "", "conj", "verb", "aux", "sub")
    )


def past_clause(reading: Reading, at: int) -> int:
    """Return the token after the clause that begins at a token."""
    end = at
    while end - at < _LONGEST_CLAUSE and reading.tag(end) not in ("punct", "sub", ""):
        if reading.tag(end) == "conj" and reading.tag(end + 1) not in ("noun", "verb"):
            break
        if reading.tag(end) == "prep" and tells_time(reading, end, len(reading)):
            break
        end += 1
    return end


def _counts(reading: Reading, at: int) -> bool:
    """Return whether a token is a number and no year."""
    if reading.tag(at) != "num" or year_like(reading, at):
        return False
    return not (reading.lower(at - 1) == "/" and year_like(reading, at - 2))


def phrases_end(reading: Reading, at: int) -> int:
    """Return the token after the prepositional phrases at a token: "from the Warm Homes fund"."""
    end = at
    while reading.tag(end) == "prep" and end - at < _LONGEST_PHRASES:
        if reading.lower(end) in _BARRED - {"to", "out"} or _priced(reading, end):
            break
        odd = reading.lower(end + 1) in ("them", "us", "what")
        if tells_time(reading, end, len(reading)) or not (odd or _object(reading, end + 1)):
            break
        further = noun_phrase_end(reading, end + 1)
        if reading.lower(end + 1) in ("them", "us") and reading.tag(end + 2) == "prep":
            further = end + 2
        if reading.lower(end + 1) == "what" and reading.tag(end + 2) in ("aux", "verb"):
            further = noun_phrase_end(reading, end + 3)
        if further <= end + 1 or any(_counts(reading, at) for at in range(end + 1, further)):
            break
        end = further
    return end
