"""Noun phrases: where one that begins or ends at a token has its other end."""

from __future__ import annotations

from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.reading import Reading
from minutesparse.extract.quantities.tokens import DASHES

_REACH = 12  # tokens that a noun phrase without its prepositions may have


def noun_phrase_end(reading: Reading, at: int) -> int:
    """Return the token after the noun phrase that begins at a token; ``at`` where none does."""
    end = at + (reading.tag(at) == "det")
    has_plural = False
    while end - at < _REACH:
        if reading.tag(end) == "noun":
            has_plural = has_plural or plural(reading, end)
        elif reading.tag(end) == "conj":
            if not _adds_noun(reading, end, has_plural or reading.tag(at) == "det"):
                break
        elif not _goes_on(reading, end, has_plural):
            break
        end += 1
    while end > at and reading.tag(end - 1) in ("glue", "conj", "adv", "det", "num"):
        if reading.tag(end - 1) == "num" and reading.capital(end - 2):
            break
        end -= 1
    return end


def _adds_noun(reading: Reading, at: int, complete: bool) -> bool:
    """Return whether a conjunction joins one more noun, and no clause of its own."""
    return reading.tag(at + 1) == "noun" and not (complete and _clause_follows(reading, at + 1))


def _goes_on(reading: Reading, at: int, has_plural: bool) -> bool:
    """Return whether a token that is no noun stands inside a noun phrase."""
    tag, after = reading.tag(at), reading.tag(at + 1)
    if tag == "glue":
        return True
    if tag == "adv":
        return not has_plural and after in ("noun", "glue")
    if tag == "num" and reading.capital(at - 1) and after in ("verb", "aux", "punct"):
        return reading.tag(at - 1) == "noun" and len(reading.lower(at)) < 3
    inside = tag == "num" and not has_plural and reading.lower(at) != "%"
    return inside and after in ("noun", "glue")


def _clause_follows(reading: Reading, at: int) -> bool:
    """Return whether the noun phrase at a token is the subject of a clause of its own."""
    end = at
    while reading.tag(end) in ("noun", "glue") and end - at < _REACH:
        end += 1
    return reading.tag(end) in ("aux", "verb")


def counted_noun(reading: Reading, at: int) -> int | None:
    """Return the token after the plural that a number before a token counts."""
    at = past_softener(reading, at)
    if reading.tag(at) == "det" and reading.lower(at) not in ("such", "other"):
        return None
    for place in reversed(range(at, noun_phrase_end(reading, at))):
        if reading.tag(place) != "noun":
            continue
        if plural(reading, place) or _acronym(reading, place):
            return place + 1
    return None


def past_softener(reading: Reading, at: int) -> int:
    """Return the token after "or so", "-odd" or "no." where one of them follows a number."""
    if reading.lower(at) in DASHES and reading.lower(at + 1) in ("odd", "plus"):
        return at + 2
    found = reading.words.tables["qualifiers_after"].after(reading, at)
    if found and (reading.lower(at) != "+" or reading.glued(at)):
        at = found[1]
    if reading.lower(at) == "no" and reading.lower(at + 1) == ".":
        return at + 2
    return past_share_aside(reading, at)


def past_share_aside(reading: Reading, at: int) -> int:
    """Return the token after a share in brackets: "38 (79%)"."""
    if reading.lower(at) != "(":
        return at
    for sign in (at + 2, at + 3):
        if reading.lower(sign) in ("%", "cent", "percent") and reading.lower(sign + 1) == ")":
            return sign + 2
    return at


def _acronym(reading: Reading, at: int) -> bool:
    raw = reading.raw(at)
    return len(raw) > 1 and raw.isupper() and raw.isalpha()


def noun_phrase_start(reading: Reading, at: int) -> int:
    """Return the first token of the noun phrase that ends before a token; ``at`` where none."""
    start = at
    if reading.tag(at - 1) not in ("noun", "glue"):
        return at
    while at - start < _REACH and reading.tag(start - 1) in ("noun", "glue", "num", "conj", "adv"):
        if reading.tag(start - 1) in ("conj", "adv") and reading.tag(start - 2) != "noun":
            break
        if reading.lower(start - 1) == "%":
            break
        start -= 1
    while start < at and reading.tag(start) in ("glue", "conj", "adv"):
        start += 1
    if all(reading.tag(place) != "noun" for place in range(start, at)):
        return at
    return start - (reading.tag(start - 1) == "det")
