"""Counts in figures and words: "six in favour and three against", "by 6 votes to 3", "7/0"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import VoteWords, vote_words
from minutesparse.lexicons import Lexicon

_LEADS_TO_PAIR = re.compile(
    r"\b(?:by|of|voted|carried|carries|passed|passes|lost|defeated|failed|fails|adopted|approved|rejected)\s*"
    r"[,:(–-]?\s*$",
    re.I,
)
BARE_PAIR = re.compile(
    r"\W{0,2}\((?P<for>\d{1,2})(?:\s+to\s+(?P<against>\d{1,2})\)|\s?[-–]\s?(?P<nays>\d{1,2})\)\W*$)"
)
"""A count that a bracket gives and nothing else ("(5 to 1)", "(4-0)")."""


_PAIR_CUE = re.compile(
    r"\bvote[sd]?\b|\bmajority\b|"
    r"\b(?:carried|lost|defeated|passed|adopted|approved|agreed|rejected)\b[^.]{0,40}?\bby\b|"
    r"\b(?:resolved|recommended)\s*,?\s*\(?by\b|"
    r"^\W*(?:(?:the\s+)?(?:motion|amendment)\s+(?:was\s+)?)?"
    r"(?:carried|carries|lost|defeated|passed|passes|failed|fails)\b",
    re.I,
)
_DASH_CUE = re.compile(
    r"\b(?:vot\w+|carried|carries|passed|passes|lost|failed|fails|defeated|motion|unanimous\w*)\b|"
    r"\b(?:agreed|resolved|recommended)\s*[,:(–-]?\s*\d{1,2}\s?[-–]\s?\d{1,2}\b(?!\s*(?:am|pm))",
    re.I,
)
PAIR_LAST = re.compile(
    r"\b(?:approved|adopted|agreed)\s*[,:(–-]?\s*\d{1,2}(?:\s?[-–/]\s?\d{1,2}){1,2}\)?\W*$", re.I
)
"""A count right behind the outcome that ends the sentence ("Approved 6/0/1.")."""

_DASHED = re.compile(
    r"(?:\b(?:votes?(?:\s+of)?|voted|voting|carried|carries|passed|passes|fails|approved|adopted|lost|agreed|failed|"
    r"defeated|by|unanimous(?:ly)?)\b"
    r"(?:\s+(?:was|were|of|by|a|the|being|vote|result|with|at|tied)\b){0,4}[^\w\n]{0,200}|\()"
    r"(?<![\d/.-])(?P<a>\d{1,2})\s?[-–:/]\s?(?P<b>\d{1,2})(?:\s?[-–:/]\s?(?P<c>\d{1,2}))?"
    r"(?:\s?[-–:/]\s?\d{1,2})?(?![\d/.]*\d|\s*(?:am|pm|a\.m|p\.m))",
    re.I,
)
_VOTE_FOR = re.compile(
    r"\s*(?:[,.;)/]|$|and\b|with\b|-|–|\d{1,3}\s*(?:[-–]\s*|x\s+)?(?:against|oppos|abst|no\b|noes|nay|not\b|vot)|"
    r"the\s+(?:motion|amendment|proposal|recommendation|resolution))",
    re.I,
)
_PLAINLY_VOTE = re.compile(r"vot|favo|aye|yea", re.I)
_AGAIN = r"(?:\s*\(\d{1,3}\))?"
_UNITS_BEHIND = r"(?!\s*(?:pm|am|p\.m|%|years?|days?|weeks?|months?|hours?|miles?|goals?))"


@dataclass(frozen=True, eq=False)
class _Patterns:
    """Patterns of counts.

    Attributes:
        counted: A number and its side.
        answered: A number and what so many answered ("5 yes").
        pair: "6 votes to 3", "four (4) to one (1)", with abstentions behind it.
        sides: A side and its number, without a mark between.
        none: "with no abstentions", "none against".
        agreeing: "5 agreed", "4 members to refuse", right before another side.
        tied: "tied at four votes each".
        rivals: The counts of a motion and of an amendment voted on together.
    """

    counted: re.Pattern[str]
    answered: re.Pattern[str]
    pair: re.Pattern[str]
    sides: re.Pattern[str]
    none: re.Pattern[str]
    agreeing: re.Pattern[str]
    tied: re.Pattern[str]
    rivals: tuple[re.Pattern[str], ...]


def rival_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "The MOTION received 50 votes and the AMENDMENT 18": the latter are against."""
    for pattern in _patterns(lexicon).rivals:
        found = pattern.search(text)
        if found is not None:
            _settle(tally, found, vote_words(lexicon))
            return


def paired_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "by 6 votes to 3 with one abstention", "carried 4 to 1"."""
    bare = BARE_PAIR.match(text)
    if tally.counts or (bare is None and _PAIR_CUE.search(text) is None):
        return
    if bare is not None:
        _set(tally, int(bare["for"]), int(bare["against"] or bare["nays"]), lost=False)
        return
    words = vote_words(lexicon)
    for found in _patterns(lexicon).pair.finditer(text):
        led = _LEADS_TO_PAIR.search(text, 0, found.start()) is not None
        if "vote" in found[0].lower() or led:
            _settle(tally, found, words, lost=words.lost.search(text) is not None)
            return


def dashed_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "CARRIED 7/0", "passed 5-2-1"."""
    if tally.counts or not (_DASH_CUE.search(text) or PAIR_LAST.search(text)):
        return
    found = _DASHED.search(text)
    if found is not None:
        lost = vote_words(lexicon).lost.search(text) is not None
        _set(tally, int(found["a"]), int(found["b"]), lost=lost)
        if found["c"] is not None and not _tells_absent(text):
            tally.count("abstain", int(found["c"]))


def _tells_absent(text: str) -> bool:
    """Tell whether the third of three figures counts the absent: they are named, none abstains."""
    lowered = text.lower()
    return "absent" in lowered and "abst" not in lowered


def tied_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "The vote was tied at four votes each"."""
    found = _patterns(lexicon).tied.search(text)
    value = vote_words(lexicon).number_of(found["n"]) if found else None
    if not tally.counts and value is not None:
        tally.counts.update({"for": value, "against": value})


def side_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "For 6 Against 3", "for the motion 13, and against 6"."""
    words = vote_words(lexicon)
    found = list(_patterns(lexicon).sides.finditer(text))
    if tally.counts or len({words.side_of(pair["side"]) for pair in found}) < 2:
        return
    if re.search(r"\d\s*(?:members?|votes?)?\s*[-–]?\s*$", text[: found[0].start()], re.I):
        return
    for pair in found:
        tally.count(words.side_of(pair["side"]), words.number_of(pair["n"]) or 0)


def answer_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "5 yes, 1 no"."""
    words = vote_words(lexicon)
    found = list(_patterns(lexicon).answered.finditer(text))
    if len({pair["side"].lower() for pair in found}) < 2:
        return
    for pair in found:
        tally.count(words.side_of(pair["side"]), int(pair["n"]))


def counted_sides(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "six in favour, three against and one abstention"."""
    words = vote_words(lexicon)
    for found in _patterns(lexicon).counted.finditer(text):
        value, side = words.number_of(found["n"]), words.side_of(found["side"])
        if value is not None and (side != "for" or _is_vote_for(text, found)):
            tally.count(side, value)


def agreeing_counts(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "5 agreed" and "4 to object" beside the count of another side."""
    if not tally.counts or "for" in tally.counts:
        return
    found = _patterns(lexicon).agreeing.search(text)
    value = vote_words(lexicon).number_of(found["n"]) if found else None
    if value:
        tally.count("for", value)


def empty_sides(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "with no abstentions", "none against" beside another count."""
    if not tally.counts and re.search(r"\babst", text, re.I) is None:
        return
    for found in _patterns(lexicon).none.finditer(text):
        tally.count(vote_words(lexicon).side_of(found["side"]), 0)


def _is_vote_for(text: str, found: re.Match[str]) -> bool:
    """Tell a vote "for" from any other "for" after a number ("two for the price of one")."""
    if _PLAINLY_VOTE.search(found[0]) is not None:
        return True
    return _VOTE_FOR.match(text, found.end()) is not None


def _settle(tally: Tally, found: re.Match[str], words: VoteWords, *, lost: bool = False) -> None:
    for_, against = words.number_of(found["for"]), words.number_of(found["against"])
    if for_ is None or against is None:
        return
    _set(tally, for_, against, lost=lost)
    abstained = words.number_of(found.groupdict().get("abstain"))
    if abstained is not None:
        tally.count("abstain", abstained)


def _set(tally: Tally, for_: int, against: int, *, lost: bool) -> None:
    """Set a pair; of something that was lost the smaller number is the one in favour."""
    if lost and for_ > against:
        for_, against = against, for_
    tally.counts.update({"for": for_, "against": against})


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = vote_words(lexicon)
    number, side = words.number, words.side
    voters = (
        rf"(?:(?:of\s+the\s+)?(?:{words.voters})\s+)?"
        r"(?:\([^)]{0,240}\)\s*|,\s*(?-i:[A-Z]{2,4}),\s*)?"
        r"(?:(?:being|were|was|had|having|who)\s+)?(?:vot(?:ed|ing|es?)\s+|cast\s+|recorded\s+)?"
    )
    abstained = rf"(?:[\s,]+(?:with|and)?\s*(?P<abstain>{number})\s+abst\w+)?"
    return _Patterns(
        counted=re.compile(rf"(?P<n>{number})\s*(?:x\s+|[-–]\s*)?{voters}(?P<side>{side})\b", re.I),
        answered=re.compile(r"\b(?P<n>\d{1,2})\s*(?:[-–]\s*)?(?P<side>yes|no)\b(?!\.\s*\d)", re.I),
        pair=re.compile(
            rf"(?P<for>{number}){_AGAIN}\s+(?:votes?,?\s+|members?\s+)?(?:for\s+)?to\s+"
            rf"(?P<against>{number}){_AGAIN}{_UNITS_BEHIND}(?:\s+(?:votes?|against))?{abstained}",
            re.I,
        ),
        sides=re.compile(
            rf"(?:^|(?<=[\s(,;:]))(?P<side>{side}|yes|no)(?:\s+{words.motion})?\s+"
            r"(?:(?:were|was)\s+)?(?P<n>\d{1,3})(?![\d/.,]*\d)\b",
            re.I,
        ),
        none=re.compile(
            rf"\b(?:no\s+(?:(?:one|{words.voters})\s+)?(?:vot(?:ed|ing)\s+)?"
            r"|none\s+|nobody\s+|no-one\s+)"
            rf"(?P<side>{side})\b",
            re.I,
        ),
        agreeing=re.compile(
            rf"\b(?P<n>{number})\s+(?:(?:{words.voters})\s+)?"
            r"(?:agreed|(?:voted\s+|voting\s+)?to\s+[a-z]+|supported\s+it)\s*(?:,|;|and|with)\s*(?:and\s+|with\s+)?"
            rf"(?:{number})\b",
            re.I,
        ),
        tied=re.compile(
            rf"\b(?:tied|equal\w*)\b[^.]{{0,40}}?(?P<n>{number})\s+(?:votes?\s+)?each\b", re.I
        ),
        rivals=_rivals(number),
    )


def _rivals(number: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the counts of a motion and of an amendment, whichever comes first."""
    voted = r"(?:\s+(?:members?|votes?))?(?:\s+(?:voted|voting))?"
    motion = rf"(?P<for>{number}){voted}\s+for\s+the\s+motion"
    amendment = rf"(?P<against>{number}){voted}\s+for\s+the\s+amendment"
    joined = r"\s*[,;]?\s*(?:and\s+)?"
    return (
        re.compile(
            rf"\bmotion\s+(?:had\s+)?received\s+(?P<for>{number})(?:\s+votes?)?.{{0,40}}?"
            rf"\bamendment\s+(?:had\s+)?(?:received\s+)?(?P<against>{number})(?:\s+votes?)?",
            re.I,
        ),
        re.compile(motion + joined + amendment, re.I),
        re.compile(amendment + joined + motion, re.I),
        re.compile(
            rf"\bmotion\s*[–:-]?\s*(?P<for>{number})(?:\s+votes?)?{joined}(?:for\s+the\s+)?"
            rf"amendment\s*[–:-]?\s*(?P<against>{number})",
            re.I,
        ),
    )
