"""Votes of single members: "Cllr Orr asked that her vote against be recorded"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.votes.names import names_before
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import says


def recorded_dissent(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "Councillors A and B wished to be recorded as having voted against"."""
    asked = None if tally.counts else says(lexicon, "votes", "recorded_votes", text)
    if asked is None:
        return
    names = names_before(text[: asked.start()].rstrip(" ,"), lexicon)
    found = _side(lexicon).search(text, asked.start())
    if found is None or not names:
        return
    side = vote_words(lexicon).side_of(found["side"])
    tally.recorded = True
    tally.count(side, len(names))
    tally.name(side, names)


def one_apart(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "5 being in favour and Mr Orr against": who stands apart is named, not counted."""
    if not tally.counts:
        return
    words = vote_words(lexicon)
    for found in _apart(lexicon).finditer(text):
        side = words.side_of(found["side"])
        if side not in tally.counts:
            tally.count(side, 1)
            tally.name(side, [" ".join(found["name"].split())])


@cache
def _side(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<side>{vote_words(lexicon).side})\b", re.I)


@cache
def _apart(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(word.title() for word in lexicon.phrases("speakers", "titles"))
    return re.compile(
        rf"(?:\band|[,;])\s+(?P<name>(?:{titles})\.?\s+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}})"
        r"\s+(?:(?:being|voting|voted)\s+)?(?P<side>against|opposed|dissenting|abstaining)\b"
    )
