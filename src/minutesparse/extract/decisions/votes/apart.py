"""Votes of single members beside a count or all others: "5 in favour and Mr Orr against"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.votes.names import names_in
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


def excepted(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "All in favour except Cllr Orr, who abstained": only those excepted are counted."""
    found = None if tally.counts else _excepted(lexicon).search(text)
    if found is None:
        return
    words = vote_words(lexicon)
    names, side = names_in(found["names"], lexicon), words.side_of(found["side"])
    number = len(names) or words.number_of(found["names"].split()[0])
    if number:
        tally.count(side, number)
        tally.name(side, names)


def leaves_out(text: str, place: int, lexicon: Lexicon) -> bool:
    """Tell whether words that say that all agreed go on with who did not."""
    return _leaves_out(lexicon).match(text, place) is not None


@cache
def _leaves_out(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"[\s,;(–-]*(?:{alternation(lexicon.phrases('votes', 'exceptions'))})\b", re.I
    )


@cache
def _excepted(lexicon: Lexicon) -> re.Pattern[str]:
    exceptions = alternation(lexicon.phrases("votes", "exceptions"))
    return re.compile(
        rf"\b(?:{exceptions})\s+(?P<names>[^.;:]{{2,90}}?),?\s+(?:who\s+)?"
        rf"(?:(?:was|were|being|voted|voting)\s+)?(?P<side>{vote_words(lexicon).side})\b",
        re.I,
    )


@cache
def _apart(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(word.title() for word in lexicon.phrases("speakers", "titles"))
    chairs = alternation(word.title() for word in lexicon.phrases("speakers", "chair_roles"))
    return re.compile(
        rf"(?:\b(?:and|with)|[,;])\s+(?P<name>(?:{titles})\.?\s+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}}|"
        rf"[Tt]he\s+(?:{chairs}))"
        r"\s+(?:(?:being|voting|voted)\s+)?(?P<side>against|opposed|dissenting|abstaining)\b"
    )
