"""Motions and amendments: the passage that moves them, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from minutesparse.extract.decisions.endings import ends_decision
from minutesparse.extract.decisions.movers import Movers, find_movers
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.findings import MotionFinding, ResolutionFinding
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block

_MOVES = re.compile(
    r"\b(?:mov(?:ed|es|er)|propos(?:ed|er|es|al)|motion|prop\b|amendment|proposition|second(?:ed|er)?|sec\b)",
    re.I,
)
_AMENDS = re.compile(r"\bamendment\b", re.I)
_NAMES_MOTION = re.compile(
    r"\b(?:motion|amendment|moved|mover|proposer|on\s+the\s+propos(?:al|ition)|(?:proposed|prop\.?)\s*(?:by|:)|"
    r"second(?:ed|er)?|sec\.|proposed\s+(?:an?|that|accepting|to)\b)",
    re.I,
)
_GOES_ON = re.compile(r"(?::|:[-–]|–|-)\s*$")
_MOVED_TEXT = re.compile(r"[\"'“‘(]*(?:that|this\s+council|the\s+council|\(?[\divxa-h]{1,3}\))", re.I)
_RESULT = re.compile(
    r"\b(?P<result>not\s+carried|not\s+supported|carried|lost|defeated|fell|failed|withdrawn|rejected|passed|adopted)\b",
    re.I,
)
_RESULTS: dict[str, Literal["carried", "lost", "withdrawn"]] = {
    "carried": "carried", "passed": "carried", "adopted": "carried", "lost": "lost", "defeated": "lost",
    "fell": "lost", "failed": "lost", "not carried": "lost", "not supported": "lost", "rejected": "lost",
    "withdrawn": "withdrawn",
}  # fmt: skip
_OF_MOTION = re.compile(
    r"\b(?:motion|amendment|vote|voted|votes|declared|CARRIED|LOST|proposal|this\s+was|it\s+was|carried|division)\b"
)
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
    return [_with_result(motion, found, script, resolutions) for motion in found]


def _moved(
    script: Script, decided: Sequence[tuple[int, int]]
) -> Iterator[MotionFinding]:
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
    kind: Literal["motion", "amendment"] = "amendment" if _amends(text) else "motion"
    end = statement.end
    if statement.last and _GOES_ON.search(text) is not None:
        end = moved_end(script, statement.block, end)
    mover = _resolved(movers.mover, statement, script)
    return MotionFinding(begin, end, kind, mover, movers.seconder, None, "motion.moved")


def _amends(text: str) -> bool:
    found = _AMENDS.search(text)
    return found is not None and re.search(r"\bas\s+amended\b", text) is None


def _is_motion(text: str, movers: Movers) -> bool:
    return movers.seconder is not None or _NAMES_MOTION.search(text) is not None


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


def _with_result(
    motion: MotionFinding,
    motions: Sequence[MotionFinding],
    script: Script,
    resolutions: Sequence[ResolutionFinding],
) -> MotionFinding:
    """Add what became of a motion: said before the next motion, or shown by a decision."""
    stop = min((other.start for other in motions if other.start > motion.start), default=10**12)
    for block in script.blocks:
        if block.end <= motion.start or block.start >= stop:
            continue
        for sentence in block.sentences:
            if not motion.start <= sentence.start < stop:
                continue
            if sentence.end <= motion.end and sentence.start != motion.start:
                continue
            if (found := _RESULT.search(sentence.text)) and _OF_MOTION.search(sentence.text):
                return replace(motion, result=_RESULTS[" ".join(found["result"].lower().split())])
    if any(motion.end <= r.start < stop + 1 for r in resolutions):
        return replace(motion, result="carried")
    return motion
