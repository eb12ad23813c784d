"""Movers and seconders: who is named beside "moved", "proposed", "seconded"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise

_CUE = re.compile(r"\b(?:mov(?:ed?|er)|propos|prop\b|second|motion|nominat|sec\b|support)", re.I)
_MOVER_NOUNS = frozenset("moved proposed mover proposer prop proposal proposition motion propose nominated introduced".split())
_MOVER_VERBS = frozenset("moved proposed moves proposes nominated".split())
_SECONDER_NOUNS = frozenset("seconded seconder sec second supported".split())
_SECONDER_VERBS = frozenset("seconded seconds".split())
_SKIP_AFTER = frozenset(
    "by from of : - – . , was were and duly a the his her this that motion amendment formally then as made "
    "recommendation recommendations report being put forward both record true".split()
)
_MOTION_NOUN = re.compile(r"\b(?:motion|amendment)\b", re.I)


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded, and where the words that say so stand in the text."""

    mover: Mention | None
    seconder: Mention | None
    start: int
    end: int


def find_movers(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return who is named as moving and seconding in a sentence, or None.

    Args:
        text: The sentence.
        offset: Where it stands in the normalised text; the mentions' offsets count from there.
        lexicon: The lexicon that tells names and offices.
    """
    if _CUE.search(text) is None:
        return None
    tokens = tokenise(text)
    reader = MentionReader(text, tokens, lexicon)
    mover = seconder = None
    first = last = -1
    for index, token in enumerate(tokens):
        if seconder is None and token.lower in _SECONDER_NOUNS:
            seconder = _beside(tokens, reader, index, token.lower in _SECONDER_VERBS)
            first, last = _widened(first, last, index, seconder)
        elif mover is None and token.lower == "motion" and (brought := _brought(tokens, index)):
            mover = _before(tokens, reader, brought)
            first, last = _widened(first, last, index, mover)
        elif mover is None and token.lower in _MOVER_NOUNS:
            mover = _beside(tokens, reader, index, token.lower in _MOVER_VERBS)
            first, last = _widened(first, last, index, mover)
    if mover is None and seconder is None:
        return None
    mover, seconder = _split_pair(mover, seconder)
    start = min(tokens[first].start, *(m.start for m in (mover, seconder) if m))
    end = max(tokens[last].end, *(m.end for m in (mover, seconder) if m))
    return Movers(_at(mover, offset), _at(seconder, offset), offset + start, offset + end)


def _brought(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the verb in "presented her motion", or 0."""
    for place in range(max(1, index - 4), index):
        if tokens[place].lower in ("presented", "introduced", "made", "submitted", "brought", "tabled"):
            return place
    return 0


def _widened(first: int, last: int, index: int, mention: Mention | None) -> tuple[int, int]:
    if mention is None:
        return first, last
    return (index if first < 0 else min(first, index)), max(last, index)


def _beside(
    tokens: Sequence[Token], reader: MentionReader, index: int, verb: bool
) -> Mention | None:
    """Return who is named after a cue ("seconded by Y") or, for a verb, before it ("Y seconded")."""
    by_follows = any(token.lower in ("by", "from", "of", ":") for token in tokens[index + 1 : index + 5])
    if verb and not by_follows:
        before = _before(tokens, reader, index)
        if before is not None:
            return before
    place = index + 1
    while place < len(tokens) and place - index <= 7 and tokens[place].lower in _SKIP_AFTER:
        mention = reader.read_plain(place) if tokens[place].lower in ("the", "a") else None
        if mention is not None and mention.type != "group":
            return _single(mention)
        place += 1
    mention = reader.read_plain(place) if place < len(tokens) else None
    if mention is not None and mention.type in ("person", "role", "pronoun") and mention.start - tokens[index].end < 40:
        return _single(mention)
    return _before(tokens, reader, index) if verb else None


def _before(tokens: Sequence[Token], reader: MentionReader, index: int) -> Mention | None:
    for first in range(max(0, index - 24), index):
        if first and tokens[first - 1].lower not in (",", ";", ":", "and", "–", "-", "(", '"', ".", "but", "then", "when"):
            continue
        mention = reader.read(first)
        if mention is None or mention.type == "group":
            continue
        between = [token.lower for token in tokens[mention.after : index]]
        if all(word in _BETWEEN for word in between) or _seconded_aside(between):
            return mention
    return None


_BETWEEN = frozenset(", also then formally duly had therefore further and who was".split())


def _seconded_aside(words: Sequence[str]) -> bool:
    """Tell whether only ", seconded by Y," stands between a mover and the verb."""
    return len(words) > 2 and words[0] == "," and words[1] in ("seconded", "supported") and len(words) < 14


def _single(mention: Mention) -> Mention:
    return mention


def _split_pair(
    mover: Mention | None, seconder: Mention | None
) -> tuple[Mention | None, Mention | None]:
    """Split "Moved: A and B" style pairs where one mention swallowed the other."""
    if mover is not None and seconder is not None and mover.start == seconder.start and mover.end == seconder.end:
        return mover, None
    return mover, seconder


def speaks_of_motion(text: str) -> bool:
    """Tell whether a sentence names a motion or amendment as such."""
    return _MOTION_NOUN.search(text) is not None


def _at(mention: Mention | None, offset: int) -> Mention | None:
    return mention.shifted(offset) if mention is not None else None
