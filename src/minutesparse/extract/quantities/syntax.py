"""A passage read as tokens, each with the part that it plays in its sentence."""

from __future__ import annotations

from itertools import repeat
from operator import eq

from minutesparse.extract.quantities.model import Setting
from minutesparse.extract.quantities.money import dollar_of
from minutesparse.extract.quantities.parts_of_speech import word_tag
from minutesparse.extract.quantities.reading import MARGIN, NOWHERE, SHARE_SIGNS, Reading, Tag
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
_NO_TAG: Tag = ""
_NO_TAGS = (_NO_TAG,) * MARGIN
_NO_WORDS = ("",) * MARGIN
_LOOSE = (False,) * MARGIN
_STOPS = frozenset(".;?!")
_LONGEST_SUBJECT = 7  # tokens between "as" and its auxiliary
_OF_SUBJECT = frozenset(["det", "noun", "pron", "glue"])


def read(
    text: str, words: Vocabulary, asked: str | None = None, setting: Setting | None = None
) -> Reading:
    """Return a text as tokens, which are tagged by the sentence when one is looked at.

    Args:
        text: The passage.
        words: The vocabulary to read it with.
        asked: The unit that a question before the passage asks for, if one does.
        setting: What the passage takes from the page around it.
    """
    setting = setting or Setting()
    starts, ends, lowers, kinds = cut(text, words.splitting)
    tight = [False, *map(eq, ends, starts[1:]), *_LOOSE]
    lowers.extend(_NO_WORDS)
    asked_from = words.tables["answer_openings"].first_in(lowers)
    return Reading(
        text,
        starts,
        ends,
        lowers,
        (*kinds, *_NO_WORDS),
        tight,
        words,
        tags=[*repeat(None, len(starts)), *_NO_TAGS],
        tagger=_tag,
        dollar=setting.dollar or dollar_of(text, words) or "USD",
        asked=asked,
        asked_from=NOWHERE if asked_from is None else asked_from,
        setting=setting,
    )


def _tag(reading: Reading, at: int) -> None:
    """Tag the sentence around a token from left to right; none depends on another's tags."""
    tags, kinds, lowers = reading.tags, reading.kinds, reading.lowers
    start = at
    while start > 0 and not _stops(reading, start - 1):
        start -= 1
    before: Tag = "punct" if start else ""
    end = start
    size = len(reading)
    while end < size:
        if kinds[end] == "word":
            before = word_tag(reading, before, end)
        elif kinds[end] == "number" or lowers[end] in SHARE_SIGNS:
            before = "num"
        else:
            before = _sign_tag(reading, end)
        tags[end] = before
        end += 1
        if lowers[end - 1] in _STOPS and before == "punct":
            break
    _open_clauses(reading, start, end)


def _stops(reading: Reading, at: int) -> bool:
    """Return whether a token ends a sentence, so that the next one is tagged on its own."""
    return reading.lowers[at] in _STOPS and _sign_tag(reading, at) == "punct"


def _open_clauses(reading: Reading, start: int, stop: int) -> None:
    """Mark the words that open a clause and no phrase: "as the field would take 40"."""
    tags, joining = reading.tags, reading.words.sets["joining"]
    for at in range(start, stop):
        if tags[at] != "prep" or reading.lowers[at] not in joining:
            continue
        end = at + 1
        while end < stop and end - at < _LONGEST_SUBJECT and tags[end] in _OF_SUBJECT:
            end += 1
        if end > at + 1 and end < stop and tags[end] == "aux":
            tags[at] = "sub"


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
