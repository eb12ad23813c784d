"""Motions and amendments: the passage that moves them, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from minutesparse.extract.decisions.movers import Movers, find_movers
from minutesparse.extract.findings import MotionFinding, ResolutionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, Sentence

_RESULT = re.compile(
    r"\b(?P<result>carried|lost|defeated|fell|not\s+carried|withdrawn|not\s+supported|rejected|passed)\b", re.I
)
_RESULTS: dict[str, Literal["carried", "lost", "withdrawn"]] = {
    "carried": "carried", "passed": "carried", "lost": "lost", "defeated": "lost", "fell": "lost",
    "not carried": "lost", "not supported": "lost", "rejected": "lost", "withdrawn": "withdrawn",
}  # fmt: skip
_MOVES = re.compile(
    r"\b(?:mov(?:ed|es|er)|MOVED|propos(?:ed|er|es)|PROPOSED|motion|prop\b|amendment|proposition|second(?:ed|er)?)\b", re.I
)
_AMENDS = re.compile(r"\bamendment\b", re.I)
_MOTION_WORDS = re.compile(
    r"\b(?:motion|amendment|moved|MOVED|mover|proposer|on\s+the\s+proposal|(?:proposed|prop\.?)\s*(?:by|:)|second(?:ed|er)?|SECONDED|sec\.|proposed\s+an?\s+\w+)\b", re.I
)


def find_motions(
    blocks: Sequence[Block], resolutions: Sequence[ResolutionFinding], lexicon: Lexicon
) -> list[MotionFinding]:
    """Return what was moved in an item, in document order, with results.

    A sentence that itself decides ("proposed by A, seconded by B and AGREED") is the decision's
    own and makes no motion.
    """
    found: list[MotionFinding] = []
    decided = [(r.start, r.end) for r in resolutions]
    for index, block in enumerate(blocks):
        if block.zone not in ("minutes", "decision") or _MOVES.search(block.text) is None:
            continue
        for sentence in block.sentences:
            if _within(sentence, decided):
                continue
            motion = _motion(blocks, index, sentence, lexicon)
            if motion is None:
                continue
            if found and motion.mover is None and motion.seconder is not None and found[-1].seconder is None:
                found[-1] = replace(found[-1], seconder=motion.seconder, end=max(found[-1].end, sentence.end))
            elif motion.mover is not None:
                found.append(motion)
    return [_with_result(motion, found, blocks, resolutions) for motion in found]


def _within(sentence: Sentence, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= sentence.start < end for start, end in stretches)


def _motion(
    blocks: Sequence[Block], index: int, sentence: Sentence, lexicon: Lexicon
) -> MotionFinding | None:
    movers = find_movers(sentence.text, sentence.start, lexicon)
    if movers is None or not _is_motion(sentence.text, movers):
        return None
    kind: Literal["motion", "amendment"] = "amendment" if _AMENDS.search(sentence.text) else "motion"
    end = sentence.end
    if sentence.text.rstrip().endswith((":", ":-", "–", "-")):
        end = _quoted_end(blocks, index, end)
    return MotionFinding(sentence.start, end, kind, movers.mover, movers.seconder, None, "motion.moved")


def _is_motion(text: str, movers: Movers) -> bool:
    if movers.mover is not None and movers.seconder is not None:
        return True
    if movers.seconder is not None:
        return True
    return _MOTION_WORDS.search(text) is not None


def _quoted_end(blocks: Sequence[Block], index: int, end: int) -> int:
    """Return where the moved text in the blocks below ends."""
    for block in blocks[index + 1 : index + 12]:
        if block.kind == "label":
            break
        if not (block.text.startswith(('"', "'")) or block.marker is not None or block.text.startswith("That ")):
            break
        end = block.end
        if block.text.rstrip().endswith('"'):
            break
    return end


def _with_result(
    motion: MotionFinding,
    motions: Sequence[MotionFinding],
    blocks: Sequence[Block],
    resolutions: Sequence[ResolutionFinding],
) -> MotionFinding:
    """Add what became of a motion: said before the next motion, or shown by a decision."""
    following = [other.start for other in motions if other.start > motion.start]
    stop = min(following, default=10**12)
    for block in blocks:
        for sentence in block.sentences:
            if not motion.start <= sentence.start < stop or sentence.end <= motion.end and sentence.start != motion.start:
                continue
            if (found := _RESULT.search(sentence.text)) and _is_result(sentence.text):
                return replace(motion, result=_RESULTS[" ".join(found["result"].lower().split())])
    if any(motion.end <= r.start < stop + 1 for r in resolutions):
        return replace(motion, result="carried")
    return motion


def _is_result(text: str) -> bool:
    return re.search(r"\b(?:motion|amendment|vote|declared|CARRIED|LOST|it\s+was|proposal|this\s+was|carried|was\s+not)\b", text) is not None
