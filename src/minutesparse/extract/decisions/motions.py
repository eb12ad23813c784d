"""Motions and amendments: the passage that moves them, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from minutesparse.extract.decisions.endings import ends_decision
from minutesparse.extract.decisions.movers import Movers, find_movers
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.findings import MotionFinding, ResolutionFinding, VoteFinding
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block

_MOVES = re.compile(
    r"\b(?:mov(?:ed|es|er)|propos(?:ed|er|es|al)|motion|prop\b|amendment|proposition|second(?:ed|er)?|sec\b)",
    re.I,
)
_AMENDS = re.compile(
    r"\b(?:amendments?|addendum|(?:additional|further|new|extra)\s+"
    r"(?:recommendations?|clauses?|conditions?|paragraphs?|resolutions?))\b",
    re.I,
)
_NAMES_MOTION = re.compile(
    r"\b(?:motion|amendment|moved|mover|proposer|proposal\s+(?:was|to|that)|on\s+the\s+propos(?:al|ition)|(?:proposed|prop\.?)\s*(?:by|:)|"
    r"second(?:ed|er)?|sec\.|proposed\s+(?:an?|the|that|accepting|to)\b)",
    re.I,
)
_NAMES_MOVED = re.compile(r"\b(?:motion|amendment|moved|mover|proposer)\b", re.I)
_GOES_ON = re.compile(r"(?::|:[-–]|–|-)\s*$")
_MOVED_TEXT = re.compile(
    r"[\"'“‘(]*(?:that|this\s+council|the\s+council|\(?[\divxa-h]{1,3}\))", re.I
)
_RESULT = re.compile(
    r"\b(?P<result>not\s+carried|not\s+supported|not\s+seconded|no\s+seconder|lack\s+of\s+a\s+second\w*|carried|lost|defeated|fell|failed|"
    r"lapsed|withdrawn|rejected|passed|adopted)\b",
    re.I,
)
_RESULTS: dict[str, Literal["carried", "lost", "withdrawn"]] = {
    "carried": "carried", "passed": "carried", "adopted": "carried", "lost": "lost", "defeated": "lost",
    "fell": "lost", "failed": "lost", "not carried": "lost", "not supported": "lost", "rejected": "lost",
    "withdrawn": "withdrawn", "not seconded": "lost", "no seconder": "lost", "lapsed": "lost",
}  # fmt: skip
_OF_MOTION = re.compile(
    r"\b(?:motion|amendment|vote|voted|votes|declared|proposal|this\s+was|it\s+was|carried|lost|division|recommendation)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"(?<!\bof\sthe\s)\b(?:last|previous|earlier)\s+(?:meeting|month|year|motion)\b|\bhad\s+(?:previously\s+)?(?:been\s+)?"
    r"(?:moved|proposed)\b",
    re.I,
)
_DIVIDES = re.compile(
    r"\bthere\s+voted\b|\b(?:voted|voting)\s+for\s+the\s+(?:motion|amendment)\b|"
    r"^(?:for|against)\s+the\s+(?:motion|amendment)\b|\bdivided\s+between\b",
    re.I,
)
_INTRODUCED = re.compile(
    r"\b(?:introduced|presented|spoke\s+(?:to|on))\s+(?:her|his|their|the)\s+(?:\w+\s+)?motion\b",
    re.I,
)
_REACH = 700
_PRONOUNS = frozenset({"he", "she", "they"})


def find_motions(script: Script, resolutions: Sequence[ResolutionFinding]) -> list[MotionFinding]:
    """Return what was moved in an item, in document order, with results.

    A sentence that itself decides ("proposed by A, seconded by B and AGREED") is the decision's
    own and makes no motion.
    """
    found: list[MotionFinding] = []
    for motion in _moved(script, [(r.start, r.end) for r in resolutions]):
        if motion.mover is not None:
            found.append(motion)
        elif found and found[-1].seconder is None:
            end = max(found[-1].end, motion.end)
            found[-1] = replace(found[-1], seconder=motion.seconder, end=end)
    moved = [one for one in found if one.seconder or one.rule != "motion.introduced"]
    return _with_results(moved, script, resolutions)


def _moved(script: Script, decided: Sequence[tuple[int, int]]) -> Iterator[MotionFinding]:
    """Yield every passage that names a mover or a seconder outside a decision."""
    for index, block in enumerate(script.blocks):
        if not script.minuted(index) or _MOVES.search(block.text) is None:
            continue
        for statement in script.statements(index):
            if any(start <= statement.start < end for start, end in decided):
                continue
            motion = read_motion(statement, script)
            if motion is not None:
                yield motion


def read_motion(statement: Statement, script: Script) -> MotionFinding | None:
    """Return the motion that a statement moves, or the seconder that it adds to one."""
    begin = statement.start - len(statement.lead)
    text = statement.lead + statement.text
    movers = find_movers(text, begin, script.lexicon)
    if movers is None or not _is_motion(text, movers):
        return None
    if _ELSEWHERE.search(text) is not None or _DIVIDES.search(text) is not None:
        return None
    rule = "motion.introduced" if _INTRODUCED.search(text) is not None else "motion.moved"
    kind: Literal["motion", "amendment"] = "amendment" if _amends(text) else "motion"
    end = statement.end
    if statement.last and (_GOES_ON.search(text) is not None or _lines_only(text, movers, begin)):
        end = moved_end(script, statement.block, end)
    mover = _resolved(movers.mover, statement, script)
    return MotionFinding(begin, end, kind, mover, movers.seconder, None, rule)


def _lines_only(text: str, movers: Movers, begin: int) -> bool:
    """Tell whether a line only names mover and seconder, so that what they move stands below."""
    return len(text) - (movers.end - begin) <= 14 and text.rstrip()[-1:] not in ".,)"


def _amends(text: str) -> bool:
    found = _AMENDS.search(text)
    return found is not None and re.search(r"\bas\s+amended\b", text) is None


def _is_motion(text: str, movers: Movers) -> bool:
    if movers.seconder is not None:
        return True
    offered = movers.mover is not None and movers.mover.type == "role"
    return (_NAMES_MOVED if offered else _NAMES_MOTION).search(text) is not None


def _resolved(mover: Mention | None, statement: Statement, script: Script) -> Mention | None:
    """Return whom a pronoun points back at: who is named first in the sentence before."""
    if mover is None or mover.type != "pronoun":
        return mover
    block = script.blocks[statement.block]
    for sentence in reversed(block.sentences):
        if sentence.end > statement.start:
            continue
        named = MentionReader(sentence.text, tokenise(sentence.text), script.lexicon).read_plain(0)
        if named is not None and named.type == "person":
            return named.shifted(sentence.start)
        if named is None or named.label.lower() not in _PRONOUNS:
            break
    return mover


def moved_end(script: Script, index: int, end: int) -> int:
    """Return where the moved text in the blocks below ends."""
    opened = False
    for block in script.blocks[index + 1 : index + 14]:
        if block.kind == "label" or block.speech or ends_decision(block, script.lexicon):
            break
        if not _is_moved_text(block, opened):
            break
        opened = opened or block.text.startswith(('"', "“"))
        end = block.end
        if opened and block.text.rstrip().endswith(('"', "”")):
            break
    return end


def _is_moved_text(block: Block, opened: bool) -> bool:
    return (
        opened
        or block.marker is not None
        or block.text.startswith(('"', "'", "“", "‘"))
        or _MOVED_TEXT.match(block.text) is not None
    )


def _with_results(
    motions: Sequence[MotionFinding], script: Script, resolutions: Sequence[ResolutionFinding]
) -> list[MotionFinding]:
    """Add what became of every motion: said after it, or shown by a decision that follows.

    What is said of "the amendment" belongs to the last amendment that is open, what is said of
    "the motion" to the last motion, and other words to whatever was moved last.
    """
    results: dict[int, Literal["carried", "lost", "withdrawn"]] = {}
    for start, end, words in _verdicts(script):
        at = _spoken_of(motions, results, start, end, words)
        found = _RESULT.search(words)
        if at is not None and found is not None:
            results[at] = _RESULTS.get(" ".join(found["result"].lower().split()), "lost")
            _settle_rival(motions, results, at, words)
    for resolution in resolutions:
        before = [
            at
            for at, motion in enumerate(motions)
            if motion.start < resolution.start and motion.kind == "motion"
        ]
        if before and before[-1] not in results:
            results[before[-1]] = "carried"
    return [replace(motion, result=results.get(at)) for at, motion in enumerate(motions)]


def _settle_rival(
    motions: Sequence[MotionFinding],
    results: dict[int, Literal["carried", "lost", "withdrawn"]],
    at: int,
    words: str,
) -> None:
    """Let an amendment fall that one vote took against the motion which it carried."""
    carried = results[at] == "carried" and motions[at].kind == "motion"
    if not carried or len(_kinds_named(words)) < 2:
        return
    for other, motion in enumerate(motions):
        if motion.kind == "amendment" and other > at and other not in results:
            results[other] = "lost"


def _kinds_named(words: str) -> list[str]:
    """Return which kinds a verdict names, the one nearest before the result first."""
    found = _RESULT.search(words)
    before = words[: found.start()].lower() if found is not None else words.lower()
    named = [kind for kind in ("amendment", "motion") if re.search(rf"\b{kind}\b", words, re.I)]
    return sorted(named, key=before.rfind, reverse=True)


def with_votes(
    motions: Sequence[MotionFinding], votes: Sequence[VoteFinding]
) -> list[MotionFinding]:
    """Give motions of which nothing is said the result of the vote that follows them."""
    out: list[MotionFinding] = []
    for at, motion in enumerate(motions):
        until = motions[at + 1].start if at + 1 < len(motions) else motion.end + _REACH
        taken = [
            vote for vote in votes if motion.start <= vote.start < min(until, motion.end + _REACH)
        ]
        result = motion.result or (_result_of(taken[-1]) if taken else None)
        out.append(replace(motion, result=result))
    return out


def _result_of(vote: VoteFinding) -> Literal["carried", "lost"] | None:
    """Return what a count comes to; a tie says nothing."""
    if vote.unanimous:
        return "carried"
    if vote.in_favour is None or vote.in_favour == (vote.against or 0):
        return None
    return "carried" if vote.in_favour > (vote.against or 0) else "lost"


def says_result(words: str) -> bool:
    """Tell whether words say what became of a motion."""
    return _RESULT.search(words) is not None


def _verdicts(script: Script) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences that say what became of something moved."""
    for index, block in enumerate(script.blocks):
        if script.minuted(index) and _RESULT.search(block.text) is not None:
            for sentence in block.sentences:
                if _RESULT.search(sentence.text) and _OF_MOTION.search(sentence.text):
                    yield sentence.start, sentence.end, sentence.text


def _spoken_of(
    motions: Sequence[MotionFinding],
    results: dict[int, Literal["carried", "lost", "withdrawn"]],
    start: int,
    end: int,
    words: str,
) -> int | None:
    """Return the index of the motion that a sentence speaks of, or None."""
    open_ = [
        at
        for at, motion in enumerate(motions)
        if motion.start < end and at not in results and not motion.start < start < motion.end
    ]
    kinds = _kinds_named(words)
    named = [at for at in open_ if kinds and motions[at].kind == kinds[0]]
    if kinds == ["amendment"] and not named:
        return None
    chosen = named or open_
    return chosen[-1] if chosen else None
