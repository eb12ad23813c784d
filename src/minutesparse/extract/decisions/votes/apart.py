"""Votes of single members who are named beside a count: "5 in favour and Mr Orr against"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.lexicons import Lexicon, alternation


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
def _apart(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(word.title() for word in lexicon.phrases("speakers", "titles"))
    return re.compile(
        rf"(?:\band|[,;])\s+(?P<name>(?:{titles})\.?\s+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}})"
        r"\s+(?:(?:being|voting|voted)\s+)?(?P<side>against|opposed|dissenting|abstaining)\b"
    )
