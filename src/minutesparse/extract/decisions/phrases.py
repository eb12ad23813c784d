"""Deciding words in a sentence, each with who or what stands before it and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from minutesparse.extract.decisions.tails import Tail, read_tail
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import says, source, values

Subject = Literal["opens", "it", "moved", "body", "thing", "perfect", "other"]

_WINDOW = 240
_IT = re.compile(r"\b(?P<it>it\s+(?:was|is|were|has\s+been))\s*[,:–-]*\s*$", re.I)
_BE = re.compile(
    r"\b(?:was|were|is|are|(?P<had>had\s+been)|(?:has|have)\s+been)(?:\s+[a-z]+ed\s+and)?\s*$", re.I
)
_HAVE = re.compile(r"\b(?P<have>has|have|had)\s*$", re.I)
_JOINED = re.compile(r"(?:,|\band\b|&|[–-])\s*(?:was\s+|were\s+|then\s+)?$", re.I)
_CONJOINED = re.compile(r"(?:\band|\bthen|,)\s*$", re.I)
_MOVED = re.compile(
    r"\b(?P<begin>(?:it\s+(?:was|is|has\s+been)\s+(?:[a-z]+\s+){0,2})?"
    r"(?:proposed|moved|prop\b|(?:up)?on\s+the\s+(?:proposal|proposition|motion)|on\s+a\s+motion|a\s+motion))",
    re.I,
)
_ACTS = re.compile(
    r"(?P<name>[^.;,]{3,100}?)\s+(?:then\s+|also\s+)?(?:[a-z]+ed|heard|took|gave|had)\b"
)
_PROPOSED = re.compile(r"\b(?:proposed|moved)\b", re.I)
_SECONDED = re.compile(r"\b(?:second(?:ed|er|ing)?|sec)\b", re.I)


class Phrase(NamedTuple):
    """One deciding word with its surroundings.

    Attributes:
        word: The word in lower case.
        verb: The verb that a record takes by it; "bare" where its words are to tell.
        shouted: True where it stands in capitals.
        subject: What stands before it: nothing, "it was", movers, a deciding body, a thing that
            is decided on, or something else.
        begin: Index at which the words that decide begin.
        start: Index of the deciding word.
        end: Index after it.
        tail: How it leads to what is decided.
        past: True where "had" takes it out of the meeting.
    """

    word: str
    verb: str
    shouted: bool
    subject: Subject
    begin: int
    start: int
    end: int
    tail: Tail
    past: bool = False


def phrases(text: str, lexicon: Lexicon) -> Iterator[Phrase]:
    """Yield the deciding words of a sentence in order."""
    for found in _deciding(lexicon).finditer(text):
        yield _phrase(text, found, lexicon)


def _phrase(text: str, found: re.Match[str], lexicon: Lexicon) -> Phrase:
    word = " ".join(found[0].lower().split())
    verb = values(lexicon, "decisions", "deciding")[word]
    subject, begin, past = _subject(text, found.start(), lexicon)
    if subject == "other" and found[0].isupper():
        at = _body_anywhere(text, found.start(), lexicon)
        subject, begin = (subject, begin) if at is None else ("body", at)
    tail = read_tail(text, found.end(), lexicon, recommends=verb == "recommended")
    return Phrase(
        word, verb, found[0].isupper(), subject, begin, found.start(), found.end(), tail, past
    )


def _subject(text: str, start: int, lexicon: Lexicon) -> tuple[Subject, int, bool]:
    """Return what stands before a deciding word, where it begins, and whether "had" is in it."""
    bare = before_adverbs(text, start, lexicon)
    left = text[max(0, bare - _WINDOW) : bare]
    shift = bare - len(left)
    if not left.strip(" \"'([*_–-"):
        return "opens", start if not left.strip() else bare - len(left.strip()), False
    if (it := _IT.search(left)) is not None:
        return "it", shift + it.start("it"), False
    if (moved := _movers_before(text, bare)) is not None:
        return "moved", moved, False
    if (body := deciding_body(left, lexicon)) is not None:
        return "body", shift + body[0], body[1]
    if (alone := _sole_decider(left, text[start:], lexicon)) is not None:
        return "body", shift + alone, False
    if (be := _BE.search(left)) is not None:
        return "thing", 0, be["had"] is not None
    if (
        _CONJOINED.search(left) is not None
        and (start_of := opening_body(text, bare, lexicon)) is not None
    ):
        return "body", start_of, False
    if (have := _HAVE.search(left)) is not None:
        return "perfect", 0, have["have"].lower() == "had"
    return "other", start, False


def before_adverbs(text: str, end: int, lexicon: Lexicon) -> int:
    """Return the index before the adverbs that end at an index."""
    pattern = _adverbs_before(lexicon)
    for _ in range(5):
        found = pattern.search(text, max(0, end - 40), end)
        if found is None or not text[: found.start()].strip():
            break
        end = found.start()
    return len(text[:end].rstrip())


def _movers_before(text: str, end: int) -> int | None:
    """Return where words that move and second begin, if they lead up to an index."""
    if _JOINED.search(text, max(0, end - 20), end) is None:
        return None
    left = text[:end]
    if _SECONDED.search(left) is None and _PROPOSED.search(left) is None:
        return None
    begun = list(_MOVED.finditer(left))
    return begun[-1].start("begin") if begun else None


def deciding_body(left: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Return where the body's name begins that words end in, and whether "had" follows it."""
    found = _body(lexicon).search(left)
    if found is None:
        return None
    return found.start("body"), (found["have"] or "").lower() == "had"


def _sole_decider(left: str, words: str, lexicon: Lexicon) -> int | None:
    """Return where the name of one who decides alone begins, if what is said is a decision."""
    found = _deciders(lexicon).search(left)
    if found is None:
        return None
    decided = (
        words.startswith("DECIDED")
        or says(lexicon, "decisions", "sole_decisions", words) is not None
    )
    return found.start("body") if decided else None


def _body_anywhere(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Return where a body begins right before a word in capitals, whatever stands before it."""
    bare = before_adverbs(text, end, lexicon)
    left = text[max(0, bare - _WINDOW) : bare]
    at = max(left.rfind("the "), left.rfind("The "))
    if at < 0 or deciding_body(left[at:], lexicon) is None:
        return None
    return bare - len(left) + at


def opening_body(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Return 0 where a body opens the sentence and acts in it ("The Council heard ... and")."""
    found = _ACTS.match(text, 0, end)
    return 0 if found is not None and deciding_body(found["name"], lexicon) is not None else None


@cache
def _deciding(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(values(lexicon, "decisions", "deciding"))
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w|-\S|\s+by\s+the\s+time)", re.I)


@cache
def _adverbs_before(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "adverbs"))
    return re.compile(rf"(?:(?:^|(?<=[\s,–-]))(?:{words})\s*,?\s*)$", re.I)


@cache
def _deciders(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "deciders"))
    return re.compile(
        rf"(?:^|(?<=[.;:,–-]\s)|(?<=\band\s))"
        rf"(?P<body>[Tt]he\s+(?:[A-Z][\w'’-]*\s+){{0,3}}?(?i:{words})\b[^.;:]{{0,90}}?)[,:\s–-]*$"
    )


@cache
def _body(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a deciding body at the end of words, asides behind its name included.

    ``body`` is its name: "The Audit Committee", "PPC", "all members of the Board"; ``have`` the
    auxiliary behind it.
    """
    groups, members = (
        source(lexicon, "decisions", "deciding_groups"),
        source(lexicon, "decisions", "deciding_members"),
    )
    small = source(lexicon, "decisions", "words_in_body_names")
    name = rf"(?:[A-Z][\w'’&.-]*+,?\s++|(?:{small})\s++)"
    opens = "|".join(
        [r"^", r"(?<=[.;:,–\])-]\s)"]
        + [rf"(?<=\b{word}\s)" for word in lexicon.phrases("decisions", "before_bodies")]
    )
    council = r"[A-Z]{1,2}[PT]C|(?<=[Tt]he\s)[PTCB]C"
    of_place = rf"(?:\s+(?:of|for)\s+(?:the\s+)?{name}{{0,6}}?[A-Z][\w'’&-]*+)?"
    body = (
        rf"(?:(?:[Tt]he|[Tt]his|THE)\s+)?{name}{{0,12}}?(?:(?i:(?<!chief\s)(?:{groups}))|{council})\b"
        rf"{of_place}(?:\s*(?i:members)\b)?"
    )
    people = (
        rf"(?:(?:[Tt]he|[Aa]ll)\s+)?(?i:{members})"
        rf"(?:\s+(?:of|on)\s+the\s+{name}{{0,6}}?(?i:{groups}))?"
    )
    asides = (
        r"(?:\s*\([^()]{2,60}\))?(?:\s*,[^,]{1,140},|\s*,?\s+having\s+(?:[\w’'-]+\s+){0,11}?"
        r"[\w’'-]+(?=\s*$))?"
    )
    have = r"(?P<have>\b(?:has|have|had)\b)?\s*[:–-]*\s*$"
    return re.compile(rf"(?:{opens})(?P<body>{body}|{people}){asides}\s*{have}")
