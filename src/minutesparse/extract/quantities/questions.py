"""The question that a passage answers: which unit it asks for, and what it asks about."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from minutesparse.extract.quantities.clauses import Stretch, kept, predicate_after, trimmed, wording
from minutesparse.extract.quantities.groups import noun_group_end
from minutesparse.extract.quantities.parts_of_speech import plural
from minutesparse.extract.quantities.phrases import noun_phrase_start, past_softener
from minutesparse.extract.quantities.reading import NOWHERE, Reading
from minutesparse.extract.quantities.scenes import chain_before
from minutesparse.extract.quantities.syntax import read
from minutesparse.extract.quantities.tokens import DASHES
from minutesparse.extract.quantities.vocabulary import Vocabulary

_REACH = 10  # tokens from "question" to "about"
_FAR = 20  # tokens that a question is followed
_LONGEST_LABEL = 7  # tokens of "Online and accommodation fraud –"
_FAR_NAMED = 40  # tokens back to what was named last
_DONE = 5  # words of "taken to vet new recruits"
_AGED = frozenset(["under", "over", "aged"])
_MOST = 12  # words of a topic


def asked_unit(context: str, words: Vocabulary) -> str | None:
    """Return the unit that a question asks for, ``count`` as a rule; None where it asks for none.

    Args:
        context: The question's words.
        words: The vocabulary to read it with.
    """
    if not context:
        return None
    question = _question(context, words)
    at = question.asked_from
    opening = words.tables["answer_openings"].after(question, at) if at < NOWHERE else None
    if opening is None:
        return None
    if question.lower(opening[1] - 1) in ("old", "age"):
        return "year"
    unit = words.tables["units"].after(question, opening[1])
    return unit[0] if unit else "count"


def topic_of(context: str, words: Vocabulary) -> str | None:
    """Return what a question asks about, as a figure's subject."""
    if not context:
        return None
    question = _question(context, words)
    return matter_before(matters_of(question), len(question)) or _of_inversion(question)


def things_in(context: str, words: Vocabulary) -> str | None:
    """Return the things that a question names last, which a bare count in a reply may count."""
    if not context:
        return None
    question = _question(context, words)
    return last_plural(question, len(question))


@lru_cache(maxsize=64)
def _question(context: str, words: Vocabulary) -> Reading:
    """Return a question as tagged tokens; the passages that answer it follow one another."""
    return read(context, words)


def matters_of(reading: Reading) -> list[tuple[int, str]]:
    """Return what a passage asks about or names as its matter, with where each begins."""
    found = []
    last = -_REACH
    tables = reading.words.tables
    telling = reading.words.telling
    for at in [at for at, word in enumerate(reading.lowers) if word in telling]:
        last = at if reading.listed(at, "matters") else last
        opening = tables["answer_openings"].after(reading, at)
        about = tables["topics"].after(reading, at) if at - last < _REACH else None
        words = _asked(reading, opening[1]) if opening else about and _phrase(reading, about[1])
        if reading.lower(at) == ":":
            words = _label(reading, at)
        elif at < _LONGEST_LABEL and reading.lower(at) in DASHES and not reading.glued(at):
            words = words or _topic(reading, at)
        if words:
            found.append((at, words))
    return found


def _label(reading: Reading, colon: int) -> str | None:
    """Return a label that names counted things: "Dog fouling fines: 14 issued"."""
    noun = chain_before(reading, colon)
    if not noun or not plural(reading, colon - 1) or not reading.starts_sentence(noun.start):
        return None
    return wording(reading, range(noun.start, noun.end))


def _topic(reading: Reading, dash: int) -> str | None:
    """Return the topic words that a passage opens with: "Theft from shop – up 22%"."""
    if reading.listed(0, "references"):
        return None
    plain = all(reading.tag(at) in ("noun", "prep", "det", "conj", "glue") for at in range(dash))
    return wording(reading, range(dash)) if plain and dash else None


def last_plural(reading: Reading, at: int) -> str | None:
    """Return the last things named before a token: "HGVs used the lane; she had counted 46"."""
    for back in range(at - 1, max(at - _FAR_NAMED, -1), -1):
        if not _names_several(reading, back):
            continue
        end = back + 1
        start = noun_phrase_start(reading, end)
        if reading.tag(start - 1) == "prep" and _names_several(reading, start - 2):
            end, start = start - 1, noun_phrase_start(reading, start - 1)
        noun = trimmed(reading, Stretch(start, end))
        if noun and reading.tag(start - 1) not in ("num", ""):
            return wording(reading, range(noun.start, noun.end))
    return None


def _names_several(reading: Reading, at: int) -> bool:
    named = plural(reading, at) and reading.tag(at) == "noun"
    return named and not reading.listed(at, "times")


def matter_before(matters: list[tuple[int, str]], at: int, floor: int = -1) -> str | None:
    """Return the last matter that a passage names between two tokens."""
    place = bisect_left(matters, (at,))
    return matters[place - 1][1] if place and matters[place - 1][0] > floor else None


def _asked(reading: Reading, at: int) -> str | None:
    if reading.lower(at) == "of":
        at = _past_whole(reading, at + 1)
    elif reading.tag(at) in ("aux", "verb") and reading.tag(at + 1) in ("aux", "verb", "adv"):
        return None
    end = at
    while end - at < _FAR and not _ends_asked(reading, end):
        if end > at and _inverts(reading, end):
            break
        end += 1
    places = kept(reading, at, end)[:_MOST]
    named = any(reading.tag(place) == "noun" for place in places)
    return wording(reading, places) if named else None


def _ends_asked(reading: Reading, at: int) -> bool:
    """Return whether what is asked ends before a token; an age goes on ("children under 12")."""
    if reading.tag(at) == "num":
        return reading.lower(at - 1) not in _AGED
    return reading.tag(at) in ("punct", "sub", "")


def _inverts(reading: Reading, at: int) -> bool:
    """Return whether a clause of its own begins: "how many beds would the shelter have"."""
    if reading.tag(at - 1) != "noun":
        return False
    clause = reading.tag(at) == "pron" and reading.tag(at + 1) == "aux"
    return clause or (reading.tag(at) == "aux" and reading.tag(at + 1) == "det")


def _past_whole(reading: Reading, at: int) -> int:
    """Return the token after the bare whole of "how many of these 61 were", else the same one."""
    end = at
    while reading.tag(end) in ("det", "num", "pron"):
        end += 1
    counted = reading.tag(end) == "noun" and reading.tag(end - 1) == "num"
    return end if counted or reading.tag(end) in ("aux", "verb") else at


def _of_inversion(reading: Reading) -> str | None:
    """Return what a question that begins with its verb is about: "Were the repairs done?"."""
    return _phrase(reading, 1) if reading.tag(0) == "aux" else None


def _phrase(reading: Reading, at: int) -> str | None:
    while reading.tag(at) in ("det", "num"):
        at += 1
    at = past_softener(reading, at)
    end = noun_group_end(reading, at)
    noun = trimmed(reading, Stretch(at, end))
    done = predicate_after(reading, end, _DONE) if _participle(reading, end) else []
    return wording(reading, [*range(noun.start, noun.end), *done]) or None


def _participle(reading: Reading, at: int) -> bool:
    """Return whether what was done follows a noun: the "taken" of "the time taken to vet"."""
    return reading.tag(at) == "verb" and reading.lower(at + 1) == "to"
