"""Head words that open a decision: "RESOLVED:", "AGREED that", "Resolution No. 12", with slips."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import OSA

from minutesparse.extract.decisions.movers import find_movers
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.decisions.tails import Tail, read_tail
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, body_did, exactly, values, word_set

_IT_WAS = re.compile(r"\bit\s+was\b", re.I)
_CAPITALS = re.compile(r"[\"'“(\[*_]{0,3}(?P<word>[A-Z]{5,12})(?![A-Za-z])")
_BEFORE = (
    r"(?:[A-Z]{0,4}\.?\d[\w./-]{0,12}\s+(?=[A-Z]{5}))?[\"'“(\[*_]{0,3}(?P<whole>"
    r"(?:(?i:further|also|unanimously|it\s+was|and|thereupon|accordingly)\s+){0,2}?"
)
_PROPOSED = r"(?i:[a-z]+(?:['’]?s|s['’])?\s+recommendations?\s*(?:/|&|\band\b)\s*)?"
"""Words that head what was put and what was decided at once, where both are the same."""
_PLAIN_VERBS = frozenset({"deferred", "refused", "approved", "noted", "agreed"})
_WHOLE_VERBS = frozenset({"deferred", "refused", "approved"})
_ALWAYS_DECIDES = frozenset({"RESOLVED", "RECOMMENDED"})
_MOVED = re.compile(r"(?:moved|proposed)\b", re.I)
_WITHIN = re.compile(
    r"(?<=[\w)’'\",:;])\s+(?P<word>(?:RESOLVED|RESOLUTION|Resolved|AGREED|Agreed)"
    r"(?:\s*(?::|\s[–-])\s*(?=\S)|\s+(?=(?:that|to|That|To)\b)))"
)
_WORDS_WITHIN = frozenset({"resolved", "resolution", "agreed"})
_ALONE = re.compile(r"[\s.:;,–—*_\]\")-]*$")
_NAMED = re.compile(r"(?i:resolution\s+to)\s+[A-Z]|(?i:resolution\s+no\b)")  # a paper's name
_ON_DAY = re.compile(
    r"\W*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}|"
    r"[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4})\W*"
)
"""All that stands behind "Approved:" where a page says when its minutes were approved."""
_TO_VOTE = re.compile(r"\s+to\s+vote\b", re.I)  # "Declined to vote (2)" counts and decides nothing
_BEHIND_DASH = re.compile(r"\w\W*\s[–—-]\s*$")
_CLAUSE_BEHIND = re.compile(r"\W*(?:that|to|\d|[a-z][.)]|[ivx]+[.)])(?!\w)", re.I)
_COUNTED = re.compile(r"\b(?:for|against|in\s+favour)\b\W*\d", re.I)
_DECISION_OF = re.compile(
    r"(?:The\s+)?(?P<word>Decisions?|DECISIONS?)\s+(?:of|by|(?:taken|made)\s+by)\s+(?:the\s+)?"
    r"[A-Z][^.;:]{2,90}?\s*(?::\s*[-–]?)?\s*"
)
_ELSEWHERE = re.compile(
    r"by\s+(?:the\s+)?(?:(?!PC\b|TC\b|CC\b)[A-Z]{2,5}\b|County\b|(?:planning|local|highway)\s+authority)|"
    r"with\s+[A-Z][\w'’-]+\W*$"
)
"""How a line goes on that tells what another body decided, or with whom somebody agreed."""

_ACTIONS_ALONE = re.compile(r"(?P<word>Actions?|ACTIONS?)\s*:\s*")
_HEADING = "resolution.heading"
_LONGEST_PLAIN = 200


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
    for reading in (_numbered_head, _headed_by, _spelled_head, _head_of_actions, _misspelt_head):
        found = reading(statement, script)
        if found is not None:
            return found
    return None


def head_within(statement: Statement, script: Script) -> Opening | None:
    """Return the decision that a head opens in mid-line, where a stop was lost before it.

    "Plants were needed Resolved – to buy ten" is read from "Resolved" on.
    """
    if _WORDS_WITHIN.isdisjoint(script.words(statement.block)):
        return None
    found = _WITHIN.search(statement.text)
    if found is None or found.start() == 0:
        return None
    at = found.start("word")
    text = statement.text
    inner = statement._replace(
        start=statement.start + at,
        text=text[at:],
        lead=statement.lead + text[:at],
        first=False,
    )
    return head_opening(inner, script)


def _numbered_head(statement: Statement, script: Script) -> Opening | None:
    """Read "Resolution number AB/2015/98", alone or before what was resolved."""
    found = _numbered(script.lexicon).match(statement.text)
    if found is None:
        return None
    tail = read_tail(statement.text, found.end(), script.lexicon)
    moved = _moves(statement.text, tail)
    if not (_ends(statement.text, tail) or tail.opener == "that" or tail.marked or moved):
        return None
    opening = _opening(statement, "resolved", found, tail, "resolution.numbered")
    return _past_movers(opening, script.lexicon) if moved else opening


def _headed_by(statement: Statement, script: Script) -> Opening | None:
    """Read "Decision of the Cabinet Member" alone on a line above what was decided."""
    found = _DECISION_OF.fullmatch(statement.text) if statement.alone else None
    below = statement.block + 1
    if found is None or below >= len(script.blocks) or not script.minuted(below):
        return None
    tail = Tail(len(statement.text), "", marked=True)
    return _opening(statement, "bare", found, tail, _HEADING)


def _past_movers(opening: Opening, lexicon: Lexicon) -> Opening:
    """Let what is decided begin behind the movers ("Resolution 4/19 Moved: A Seconded: B That")."""
    text = opening.statement.text[opening.content - opening.statement.start :]
    movers = find_movers(text, opening.content, lexicon)
    if movers is None or movers.seconder is None:
        return opening
    after = opening.statement.text[movers.end - opening.statement.start :]
    return replace(opening, content=movers.end + len(after) - len(after.lstrip(" :;,.–-")))


def _spelled_head(statement: Statement, script: Script) -> Opening | None:
    """Read "RESOLVED that", "Agreed:", "DEFERRED to the next meeting"."""
    found = _heads(script.lexicon).match(statement.text)
    if found is None:
        return None
    text = statement.text
    if _NAMED.match(text, found.start("word")) or _ON_DAY.fullmatch(text, found.end("word")):
        return None
    if _TO_VOTE.match(text, found.end("word")):
        return None
    verb = values(script.lexicon, "decisions", "heads")[" ".join(found["word"].lower().split())]
    recommends = verb == "recommended"
    tail = read_tail(text, found.end("word"), script.lexicon, recommends=recommends)
    holds = _holds_in_capitals if found["word"].isupper() else _holds
    if not holds(statement, verb, found, tail, script):
        return None
    opening = _opening(statement, verb, found, tail, _HEADING)
    if _ends(text, tail) and _BEHIND_DASH.search(statement.lead):
        counted = _COUNTED.search(statement.lead) is not None
        line = statement.start + (-len(statement.lead) if counted else found.start("whole"))
        return replace(opening, begin=line, label=None, content=line, whole=True, head=False)
    if verb in _PLAIN_VERBS and _stands_alone(statement, found, script):
        return replace(opening, content=statement.end, whole=True, head=False)
    thing = tail.opener != "that" and not tail.marked and not _ends(text, tail)
    if verb in _WHOLE_VERBS and thing:
        return replace(opening, content=statement.start + found.start("whole"), whole=True)
    return opening


def _stands_alone(statement: Statement, found: re.Match[str], script: Script) -> bool:
    """Tell whether "Agreed." is all that was decided, and its block goes on with something else."""
    capital = found["word"][0].isupper() and not statement.lead
    if statement.last or not capital or statement.text[found.end("word") :].strip() != ".":
        return False
    block = script.blocks[statement.block]
    return _CLAUSE_BEHIND.match(block.text, statement.end - block.start) is None


def _head_of_actions(statement: Statement, script: Script) -> Opening | None:
    """Read "Actions: 1. The Forum noted the report.": what the body did, point by point."""
    found = _actions(script.lexicon).match(statement.text)
    if found is None and statement.last and _lists_what_body_did(statement.block + 1, script):
        found = _ACTIONS_ALONE.fullmatch(statement.text)
    if found is None:
        return None
    return _opening(statement, "bare", found, Tail(found.end(), "", marked=True), _HEADING)


def _lists_what_body_did(index: int, script: Script) -> bool:
    """Tell whether a block is a numbered point that says what the body did."""
    if index >= len(script.blocks) or script.blocks[index].marker is None:
        return False
    return body_did(script.lexicon).match(script.blocks[index].text) is not None


def _misspelt_head(statement: Statement, script: Script) -> Opening | None:
    """Read a head word in capitals that is one slip away from a known one."""
    found = _CAPITALS.match(statement.text)
    if found is None:
        return None
    verb = _near_head(found["word"].lower(), script.lexicon)
    if verb is None:
        return None
    recommends = verb == "recommended"
    tail = read_tail(statement.text, found.end("word"), script.lexicon, recommends=recommends)
    return _opening(statement, verb, found, tail, "resolution.misspelt")


@cache
def _actions(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "Actions:" above the first of what a body did, on one line."""
    did = body_did(lexicon).pattern
    return re.compile(rf"(?P<word>Actions?|ACTIONS?)\s*:\s*(?=1[.)]\s+{did})")


@cache
def _near_head(word: str, lexicon: Lexicon) -> str | None:
    """Return the head word that a word is one slip away from ("resloved"), or None."""
    heads = lexicon.phrases("decisions", "heads_with_slips")
    if word in heads or word in word_set(lexicon, "decisions", "words_like_heads"):
        return None
    near = (head for head in heads if OSA.distance(word, head, score_cutoff=1) <= 1)
    return next(near, None)


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


def _holds_in_capitals(
    statement: Statement, verb: str, found: re.Match[str], tail: Tail, script: Script
) -> bool:
    """Tell whether capitals decide rather than head something ("AGREED ACTIONS", "ORDER BOOK")."""
    del verb, script
    if tail.opener or tail.marked or _ends(statement.text, tail):
        return True
    following = statement.text[found.end("word") :].lstrip(" ,;*_")
    if found["word"].split()[-1] in _ALWAYS_DECIDES:
        return True
    return following[:1].islower() or following.startswith("(")


def _holds(
    statement: Statement, verb: str, found: re.Match[str], tail: Tail, script: Script
) -> bool:
    """Tell whether a head word in small letters decides rather than opens a sentence."""
    block = script.blocks[statement.block]
    listed = block.kind == "bullet" and statement.first and not statement.lead
    spoken = listed and verb in ("noted", "agreed")
    adverb = found["whole"].startswith("Unanimously")
    sole = statement.alone and _ends(statement.text, tail)
    joined = tail.marked and found["whole"].startswith(("And ", "and "))  # to the movers above
    if found["word"][0].islower() and not (statement.lead or adverb or sole or joined):
        return False
    if verb == "noted" and _IT_WAS.search(found["whole"]) is not None:
        return False
    if found["word"].lower() == "voted":
        return tail.opener != "" and statement.text[tail.clause :].startswith(("that", "to", "To"))
    if tail.marked:
        return not (spoken and block.depth > 0)
    if _ends(statement.text, tail):
        return verb != "bare" or statement.alone
    if verb == "bare":
        return tail.opener == "that"
    if tail.opener:
        return not spoken
    plain = verb in _PLAIN_VERBS and not listed and len(statement.text) < _LONGEST_PLAIN
    return plain and _goes_on(statement.text[found.end("word") :].lstrip(" ,"), script.lexicon)


def _goes_on(following: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows "Approved" is how or when, or the thing ("as printed", "the")."""
    if exactly(lexicon, "decisions", "after_heads").match(following) is None:
        return False
    if _ELSEWHERE.match(following) is not None:
        return False
    return any_of(lexicon, "decisions", "never_after_heads").match(following) is None


def _ends(text: str, tail: Tail) -> bool:
    return _ALONE.match(text, min(tail.clause, len(text))) is not None


def _moves(text: str, tail: Tail) -> bool:
    return _MOVED.match(text, tail.clause) is not None


@cache
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for every head word, in capitals or with a capital or small letter."""
    words = values(lexicon, "decisions", "heads")
    upper = alternation(word.upper() for word in words)
    titled = [" ".join(part.capitalize() for part in word.split()) for word in words]
    bodies = [  # "Recommendation to Council"
        word.replace(" To ", " to ") for word in titled if word.startswith("Recommendation")
    ]
    small = alternation([*(word.capitalize() for word in words), *titled, *bodies, *words])
    return re.compile(
        rf"{_BEFORE}{_PROPOSED}(?P<word>(?:{upper})(?![A-Z])|(?:{small})(?![\w]|-\w)))"
    )


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "numbered_heads"))
    label = r"(?i:(?:no|number|nos|ref)\b\.?:?\s*|#\s*)?"
    number = r"(?:\([\w/.-]*\d[\w/.-]*\)|[\w/.-]*\d(?:[\w/.-]|\([\w/.-]*\))*)"
    of_year = r":\s+(?=[\w/.-]*\b(?:19|20)\d\d\b)[\w/.-]+"
    alone = r":\s+(?=[\w/.-]*\d\d[\w/.-]*\d[\w/.-]*\s*$)[\w/.-]+"
    return re.compile(
        rf"(?P<whole>{_PROPOSED}(?P<word>(?i:{words})\.?(?:\s*{label}{number}|{of_year}|{alone})))"
    )
