"""The part that each word plays, told from closed lists, endings and the word before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from minutesparse.extract.quantities.reading import Reading, Tag
from minutesparse.extract.quantities.tokens import DASHES, cut
from minutesparse.extract.quantities.vocabulary import Vocabulary

_ABBREVIATIONS = frozenset(
    [
        "cllr",
        "cllrs",
        "mr",
        "mrs",
        "ms",
        "dr",
        "rev",
        "no",
        "nos",
        "st",
        "approx",
        "sq",
        "vs",
        "prof",
    ]
)
_SHARE_SIGNS = frozenset("%£€$")


def read(text: str, words: Vocabulary, asked: str | None = None) -> Reading:
    """Return a text as tagged tokens, the tags given from left to right.

    Args:
        text: The passage.
        words: The vocabulary to read it with.
        asked: The unit that a question before the passage asks for, if one does.
    """
    reading = Reading(text, cut(text, words.splitting), words)
    tags: list[Tag] = []
    for at, token in enumerate(reading.tokens):
        if token.kind == "word":
            tags.append(_word_tag(reading, tags[-1] if tags else "", at))
        elif token.kind == "number" or token.lower in _SHARE_SIGNS:
            tags.append("num")
        else:
            tags.append(_sign_tag(reading, at))
    return replace(
        reading, tags=tuple(tags), dollar=_dollar(reading), asked=asked, asked_from=_asked(reading)
    )


def _asked(reading: Reading) -> int:
    """Return where the passage first asks how many."""
    openings = reading.words.tables["answer_openings"]
    places = (at for at in range(len(reading)) if openings.after(reading, at))
    return next(places, reading.asked_from)


def _dollar(reading: Reading) -> str:
    """Return whose dollar a bare "$" is, by the first word that tells."""
    hints = reading.words.dollar_hints
    spelt = (reading.raw(at) for at in range(len(reading))) if "$" in reading.text else ()
    return next((hints[word] for word in spelt if word in hints), "USD")


def _sign_tag(reading: Reading, at: int) -> Tag:
    sign = reading.lower(at)
    if sign in DASHES or sign == "/":
        return "glue" if reading.glued(at) and reading.glued(at + 1) else "punct"
    if sign in "'’":
        return "glue" if reading.glued(at) else "punct"
    if sign == "&":
        return "glue"
    short = sign == "." and reading.lower(at - 1) in _ABBREVIATIONS
    return "glue" if short else "punct"


def _word_tag(reading: Reading, before: Tag, at: int) -> Tag:
    word = reading.lower(at)
    if reading.words.tables["compound_prepositions"].after(reading, at):
        return "prep"
    for section, tag in _CLOSED:
        if word in reading.words.sets[section]:
            chosen = _CHOICES.get(section)
            return chosen(reading, before, at) if chosen else tag
    if word in ("and", "or", "nor"):
        return "conj"
    if reading.glued(at) and reading.number(at - 1) and word in reading.words.suffixes:
        return "num"
    behind = at - 2 if before == "adv" else at - 1
    if reading.listed(behind, "modals") and reading.tag(behind) != "noun" and before != "noun":
        return "verb"
    if reading.lower(at - 1) == "to" and reading.listed(at - 2, "infinitive_after"):
        return "verb"
    if word in reading.words.cardinals or word in reading.words.scales:
        return "pron" if word == "one" else "num"
    if word.endswith("ed") and len(word) > 4:
        return _past(reading, before, at)
    adverb = word.endswith("ly") and word not in reading.words.sets["nouns_ly"]
    return "adv" if adverb else "noun"


def _noun_like(reading: Reading, at: int) -> bool:
    """Return whether a token could go on a noun phrase, by its word alone."""
    return (
        reading.word(at)
        and reading.lower(at) not in ("and", "or")
        and not any(reading.listed(at, section) for section, _ in _CLOSED)
        and not (reading.lower(at).endswith("ly"))
    )


def _determiner(reading: Reading, before: Tag, at: int) -> Tag:
    if reading.lower(at) == "that" and before not in ("prep", "conj"):
        return "sub"
    plain = reading.lower(at) in ("the", "a", "an", "its", "their", "his", "her")
    if plain or _noun_like(reading, at + 1) or reading.number(at + 1):
        return "det"
    return "pron" if reading.listed(at, "pronouns") else "det"


def _verb(reading: Reading, before: Tag, at: int) -> Tag:
    """A listed verb form; after a determiner or preposition it is a noun or an adjective."""
    if before == "prep":
        return "verb" if reading.lower(at - 1) == "to" else "noun"
    if before == "num":
        return "noun" if _noun_like(reading, at + 1) else "verb"
    return "noun" if before == "det" else "verb"


def _past(reading: Reading, before: Tag, at: int) -> Tag:
    """A word in -ed: a verb after an auxiliary or a noun, an adjective before a noun."""
    if f"{reading.lower(at)} {reading.lower(at + 1)}" in reading.words.sets["compounds"]:
        return "noun"
    if before in ("aux", "adv"):
        return "verb"
    if reading.listed(at, "nouns_ed"):
        return "noun"
    leads_on = _noun_like(reading, at + 1)
    if before in ("noun", "pron", "num"):
        after_head = before == "pron" or plural(reading, at - 1)
        return "verb" if after_head or not leads_on else "noun"
    return "noun" if leads_on else "verb"


def _preposition(reading: Reading, before: Tag, at: int) -> Tag:
    """A preposition; "looked after children" is one noun phrase."""
    del before
    pair = f"{reading.lower(at - 1)} {reading.lower(at)}"
    return "noun" if pair in reading.words.sets["compounds"] else "prep"


_CLOSED: tuple[tuple[str, Tag], ...] = (
    ("auxiliaries", "aux"),
    ("determiners", "det"),
    ("pronouns", "pron"),
    ("subordinators", "sub"),
    ("prepositions", "prep"),
    ("verbs", "verb"),
    ("adverbs", "adv"),
)
_CHOICES: dict[str, Callable[[Reading, Tag, int], Tag]] = {
    "determiners": _determiner,
    "verbs": _verb,
    "prepositions": _preposition,
}


def plural(reading: Reading, at: int) -> bool:
    """Return whether a token is, by its form, a plural noun."""
    word = reading.lower(at)
    if word in reading.words.sets["plurals"]:
        return True
    if not reading.word(at) or not word.endswith("s") or len(word) < 3:
        return False
    return word[-2] not in "sui'" and word not in reading.words.sets["singulars"]
