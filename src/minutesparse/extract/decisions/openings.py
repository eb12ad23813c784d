"""Head words that open a decision: "RESOLVED:", "AGREED that", "Resolution No. 12", with slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import OSA

from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.decisions.tails import Tail, read_tail
from minutesparse.lexicons import Lexicon, alternation

_CAPITALS = re.compile(r"[\"'“(\[*_]{0,3}(?P<word>[A-Z]{5,12})(?![A-Za-z])")
_SLIPS = ("RESOLVED", "RECOMMENDED", "AGREED", "APPROVED", "DEFERRED")
_NOT_SLIPS = frozenset(
    "REVOLVED RESERVED RESOLVE RELATED REMOVED GREED AGREE PROVED IMPROVED PREFERRED REFERRED".split()
)
_BEFORE = (
    r"(?:[A-Z]{0,4}\.?\d[\w./-]{0,12}\s+(?=[A-Z]{5}))?[\"'“(\[*_]{0,3}(?P<whole>"
    r"(?:(?i:further|also|unanimously|it\s+was|and|thereupon|accordingly)\s+){0,2}"
)
_GOES_ON = re.compile(
    r"(?:as|by|with|without|after|following|to\s+the|at|until|till|pending|subject|unanimously|in|on|for|due|at|not|and|the|this|these|a|an|all|no|accept\w*)\b"
)
_PLAIN_VERBS = ("deferred", "refused", "approved", "noted", "agreed")
_WHOLE_VERBS = ("deferred", "refused", "approved")
_ALONE = re.compile(r"[\s.:;,–—*_\]\")-]*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a decision opens and how it goes on.

    Attributes:
        statement: The statement that it opens in.
        verb: The verb that the record takes.
        begin: Offset at which the decision begins.
        label: Stretch of the head words, if there are any.
        content: Offset at which what is decided begins.
        opener: "that" or "to" where one opens it, else empty.
        rule: Name of the rule that found it.
        whole: True where the whole statement is the clause.
        bare: True where the words of the clause tell the verb.
        head: True for head words, after which a list or paragraphs may follow.
        recipient: Stretch of the body that it is recommended to.
    """

    statement: Statement
    verb: str
    begin: int
    label: tuple[int, int] | None
    content: int
    opener: str
    rule: str
    whole: bool = False
    bare: bool = False
    head: bool = False
    recipient: tuple[int, int] | None = None


def head_opening(statement: Statement, script: Script) -> Opening | None:
    """Return the decision that a statement opens with head words, or None."""
    for reading in (_numbered_head, _spelled_head, _misspelt_head):
        found = reading(statement, script)
        if found is not None:
            return found
    return None


def _numbered_head(statement: Statement, script: Script) -> Opening | None:
    """Read "Resolution number AB/2015/98", alone or before what was resolved."""
    found = _numbered(script.lexicon).match(statement.text)
    if found is None:
        return None
    tail = read_tail(statement.text, found.end(), script.lexicon)
    if not (
        _ends(statement.text, tail)
        or tail.opener == "that"
        or tail.marked
        or _moves(statement.text, tail)
    ):
        return None
    return _opening(statement, "resolved", found, tail, "resolution.numbered")


def _spelled_head(statement: Statement, script: Script) -> Opening | None:
    for verb, pattern in _patterns(script.lexicon):
        found = pattern.match(statement.text)
        if found is None:
            continue
        tail = read_tail(
            statement.text, found.end("word"), script.lexicon, recommends=verb == "recommended"
        )
        opening = _opening(statement, verb, found, tail, "resolution.heading")
        if (
            verb in _WHOLE_VERBS
            and tail.opener != "that"
            and not tail.marked
            and not _ends(statement.text, tail)
        ):
            opening = replace(opening, content=statement.start + found.start("whole"), whole=True)
        if found["word"].isupper():
            return opening if _holds_in_capitals(statement, found, tail) else None
        return opening if _holds(statement, verb, found, tail, script) else None
    return None


def _misspelt_head(statement: Statement, script: Script) -> Opening | None:
    """Read a head word in capitals that is one slip away from a known one."""
    found = _CAPITALS.match(statement.text)
    if found is None or found["word"] in _NOT_SLIPS or found["word"] in _SLIPS:
        return None
    near = [word for word in _SLIPS if OSA.distance(found["word"], word, score_cutoff=1) <= 1]
    if not near:
        return None
    tail = read_tail(
        statement.text, found.end("word"), script.lexicon, recommends=near[0] == "RECOMMENDED"
    )
    return _opening(statement, near[0].lower(), found, tail, "resolution.misspelt")


def _opening(
    statement: Statement, verb: str, found: re.Match[str], tail: Tail, rule: str
) -> Opening:
    group = "word" if "word" in found.re.groupindex else 0
    offset = statement.start
    begin = found.start("whole") if "whole" in found.re.groupindex else found.start(group)
    shift = tuple(offset + end for end in tail.recipient) if tail.recipient else None
    return Opening(
        statement,
        "resolved" if verb == "bare" else verb,
        offset + begin,
        (offset + begin, offset + found.end(group)),
        offset + tail.clause,
        tail.opener,
        rule,
        whole=False,
        bare=verb == "bare",
        head=True,
        recipient=(shift[0], shift[1]) if shift else None,
    )


def _holds_in_capitals(statement: Statement, found: re.Match[str], tail: Tail) -> bool:
    """Tell whether capitals decide rather than head something ("AGREED ACTIONS", "ORDER BOOK")."""
    if tail.opener or tail.marked or _ends(statement.text, tail):
        return True
    following = statement.text[found.end("word") :].lstrip(" ,;*_")
    if found["word"].split()[-1] in ("RESOLVED", "RECOMMENDED"):
        return True
    return following[:1].islower() or following.startswith("(")


def _holds(
    statement: Statement, verb: str, found: re.Match[str], tail: Tail, script: Script
) -> bool:
    """Tell whether a head word in small letters decides rather than opens a sentence."""
    block = script.blocks[statement.block]
    listed = block.kind == "bullet" and statement.first and not statement.lead
    if found["word"][0].islower() and not statement.lead:
        return False
    if found["word"].lower() == "voted":
        return tail.opener != "" and statement.text[tail.clause :].startswith(("that", "to", "To"))
    if tail.marked:
        return not (listed and verb in ("noted", "agreed") and block.depth > 0)
    if _ends(statement.text, tail):
        return verb != "bare" or statement.alone
    if verb == "bare":
        return tail.opener == "that"
    if tail.opener:
        return not (listed and verb in ("noted", "agreed"))
    following = statement.text[found.end("word") :].lstrip(" ,")
    return (
        verb in _PLAIN_VERBS
        and not listed
        and len(statement.text) < 200
        and _GOES_ON.match(following) is not None
        and not following.startswith(("with the view", "with this", "with cllr", "with Cllr"))
    )


def _ends(text: str, tail: Tail) -> bool:
    return _ALONE.match(text, min(tail.clause, len(text))) is not None


def _moves(text: str, tail: Tail) -> bool:
    return re.match(r"(?:moved|proposed)\b", text[tail.clause :], re.I) is not None


@cache
def _patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern for every verb's head words, the longest words first."""
    rows = [
        (word, verb)
        for verb, words in lexicon.table("decisions", "heads").items()
        for word in words
    ]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple((verb, _head_pattern(words)) for verb, words in _grouped(rows))


def _grouped(rows: list[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield runs of words of one verb, in the order of the rows."""
    run: list[str] = []
    for index, (word, verb) in enumerate(rows):
        run.append(word)
        if index + 1 == len(rows) or rows[index + 1][1] != verb:
            yield verb, run
            run = []


def _head_pattern(words: list[str]) -> re.Pattern[str]:
    upper = alternation(word.upper() for word in words)
    small = alternation([word.capitalize() for word in words] + words)
    return re.compile(rf"{_BEFORE}(?P<word>(?:{upper})(?![A-Z])|(?:{small})(?![\w]|-\w)))")


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "numbered_heads"))
    return re.compile(
        rf"(?P<whole>(?P<word>(?i:{words})\s*(?i:(?:no|number|nos|ref)\b\.?:?\s*|#\s*)?[\w/.()-]*\d[\w/.()-]*))"
    )
