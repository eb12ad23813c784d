"""The count of one sentence: the readings in order, and words that say that all agreed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from minutesparse.extract.decisions.votes.apart import excepted, leaves_out, one_apart
from minutesparse.extract.decisions.votes.figures import (
    BARE_PAIR,
    PAIR_LAST,
    agreeing_counts,
    answer_counts,
    counted_sides,
    dashed_counts,
    empty_sides,
    paired_counts,
    rival_counts,
    side_counts,
    tied_counts,
)
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.voters import (
    called_roll,
    casting_voters,
    labelled_sides,
    names_behind,
    names_side,
    rolls,
    unmarked_sides,
)
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.lexicons import Lexicon

READINGS: tuple[Callable[[str, Tally, Lexicon], None], ...] = (
    rival_counts,
    paired_counts,
    dashed_counts,
    tied_counts,
    called_roll,
    casting_voters,
    labelled_sides,
    unmarked_sides,
    side_counts,
    answer_counts,
    counted_sides,
    agreeing_counts,
    one_apart,
    excepted,
    empty_sides,
    names_behind,
)
"""The ways to read a count, in order; a side that one has read stands."""

_CASTING = re.compile(r"\bcasting\s+vote\b", re.I)
_PRAISE = re.compile(r"\bunanimous\s+(?:in|support\s+for|view|feeling|praise)\b", re.I)
_ALL_IN_FAVOUR = re.compile(
    r"\ball\s+(?:(?:members|councillors|cllrs|those|trustees)\s+)?"
    r"(?:(?:present|at\s+the\s+meeting)\s+)?"
    r"(?:(?:were\s+|being\s+|voted\s+|voting\s+)?in\s+favou?r|vot(?:ed|ing)\s+(?:aye|yes))\b",
    re.I,
)
_APART_LABEL = re.compile(r"\W*(?:opposed|dissenting)\s*(?:\(\d{1,3}\)\s*)?[:–-]", re.I)
_AGREED_LAST = re.compile(r"[,;.–-]\s*(?P<last>[^,;.–-]{8,50})\W*$")
_TOLD_OF_BODY = re.compile(
    r"\b(?:stated|advised|said|reported|noted|explained|informed|recalled)\b[^.]*?"
    r"\b(?:commission|committee|board|council|panel|authority|members)\s+(?:had\s+)?(?:\w+ly\s+)?"
    r"(?:recommended|voted)\b",
    re.I,
)
_SCORE = re.compile(
    r"\W*(?P<ayes>\d{1,2})\s?[-–]\s?(?P<nays>\d{1,2})(?:\s?[-–]\s?(?P<rest>\d{1,2}))?(?=\W*$|,\s)"
)
_SHORT = 60
_BRACKET = re.compile(r"\([^()]{0,120}\d[^()]{0,120}\)")
_CARRIED = re.compile(r"(?<=[,;] )(?:carried|lost|passed|defeated)\s+(?:by|with)\b.*$", re.I | re.S)


def read_counts(
    text: str, offset: int, lexicon: Lexicon, *, announced: bool, moved: bool = False
) -> Iterator[Tally]:
    """Yield the count that a sentence gives, or the words that say it was unanimous.

    Args:
        text: The sentence.
        offset: Where it stands in the normalised text.
        lexicon: Words of votes.
        announced: Whether the words above say that votes follow.
        moved: Whether the sentence before moves something; then bare figures count ("4-0").
    """
    tally = Tally(offset, offset + len(text), casting=_CASTING.search(text) is not None)
    score = _SCORE.match(text) if moved else None
    if score is not None:
        tally.counts.update({"for": int(score["ayes"]), "against": int(score["nays"])})
        if score["rest"]:
            tally.count("abstain", int(score["rest"]))
    if (announced or score or _speaks_of_votes(text, lexicon)) and not _counted_elsewhere(
        text, lexicon
    ):
        for reading in READINGS:
            reading(text, tally, lexicon)
    all_agree, labelled = _unanimity(text, lexicon), tally.unanimous
    tally.unanimous = labelled or all_agree is not None
    if tally.counts or labelled or (tally.casting and all_agree is None):
        yield _narrowed(tally, text, offset, lexicon)
    elif all_agree is not None:
        start, end = all_agree.span()
        yield Tally(offset + start, offset + end, unanimous=True, casting=tally.casting)


def _narrowed(tally: Tally, text: str, offset: int, lexicon: Lexicon) -> Tally:
    """Return a count with the part of its sentence that gives it: a bracket, or what was carried.

    So it is with "RESOLVED (24 for, 5 against) THAT" and "Proposed by A, seconded by B, carried by
    three votes to two".
    """
    for part in (_BRACKET.search(text), _CARRIED.search(text)):
        if part is None or part.end() - part.start() == len(text):
            continue
        inner = Tally(offset + part.start(), offset + part.end(), casting=tally.casting)
        for reading in READINGS:
            reading(part[0], inner, lexicon)
        if inner.counts == tally.counts and inner.names == tally.names:
            inner.unanimous = tally.unanimous
            return inner
    return tally


def _speaks_of_votes(text: str, lexicon: Lexicon) -> bool:
    """Tell whether numbers and sides in a sentence can be those of a vote."""
    if vote_words(lexicon).strong.search(text) is not None or rolls(text, lexicon):
        return True
    if any(found is not None for found in (BARE_PAIR.match(text), _APART_LABEL.match(text))):
        return True
    if PAIR_LAST.search(text) is not None or names_side(text, lexicon):
        return True
    return len(text) <= _SHORT and re.search(r"\b(?:for|against)\b", text, re.I) is not None


def _counted_elsewhere(text: str, lexicon: Lexicon) -> bool:
    """Tell whether those for and against wrote letters, or voted in another body as it is told."""
    if _TOLD_OF_BODY.search(text) is not None:
        return True
    words = vote_words(lexicon)
    return words.elsewhere.search(text) is not None and words.taken.search(text) is None


def _all_agreed(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the words "all agreed" of a sentence that says that, and perhaps who did not."""
    found = vote_words(lexicon).all_agreed.match(text)
    if found is None or found.end() == len(text) or leaves_out(text, found.end(), lexicon):
        return found
    return None


def _agreed_last(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the words at the end of a line on movers that say that all agreed."""
    last = _AGREED_LAST.search(text)
    if last is None:
        return None
    return vote_words(lexicon).all_agreed.match(text, last.start("last"))


def _unanimity(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the words that say that a decision was unanimous; of praise they say nothing."""
    words = vote_words(lexicon)
    found = _all_agreed(text, lexicon) or _ALL_IN_FAVOUR.search(text)
    found = found or words.unanimous.search(text) or _agreed_last(text, lexicon)
    if found is None or _PRAISE.search(text) is not None:
        return None
    if leaves_out(text, found.end(), lexicon):
        return None
    return found if len(text) < _SHORT or words.deciding.search(text) is not None else None
