"""Decisions linked with the motions that they carry and the votes that were taken on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutesparse.extract.decisions.results import result_in
from minutesparse.extract.findings import MotionFinding, ResolutionFinding, VoteFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block

_TALK = 24
_HEADED = frozenset(
    {
        "resolution.heading",
        "resolution.numbered",
        "resolution.misspelt",
        "resolution.decision_label",
        "resolution.headless",
        "resolution.headless_list",
        "resolution.after_motion",
    }
)
_MOST_BETWEEN = 3
_LONGEST_LINE = 120
_VOTE_REACH = 200


def with_movers(
    resolutions: Sequence[ResolutionFinding],
    motions: Sequence[MotionFinding],
    blocks: Sequence[Block],
    lexicon: Lexicon,
) -> list[ResolutionFinding]:
    """Give a decision the mover and seconder of the motion that it carries.

    That is the motion before it; or what follows it in the same paragraph ("... were approved.
    Proposed by A, seconded by B."), which then is part of the decision.
    """
    out: list[ResolutionFinding] = []
    before = 0
    for resolution in resolutions:
        carried = [one for one in motions if before <= one.start < resolution.start]
        out.append(_with_movers(resolution, carried, motions, blocks, lexicon))
        before = out[-1].end
    return out


def _with_movers(
    resolution: ResolutionFinding,
    before: Sequence[MotionFinding],
    motions: Sequence[MotionFinding],
    blocks: Sequence[Block],
    lexicon: Lexicon,
) -> ResolutionFinding:
    """Return a decision with the movers of the last of the motions before it, or behind it."""
    if resolution.mover is not None:
        return resolution
    if resolution.seconder is not None:
        return _with_its_mover(resolution, before)
    for place, motion in reversed(list(enumerate(before))):
        lost = motion.result == "lost" or not _stands_alone(motion, before[:place])
        if not lost and not _topic_between(motion, resolution, blocks, lexicon):
            return replace(resolution, mover=motion.mover, seconder=motion.seconder)
    return _with_trailing(resolution, motions, blocks)


def _with_its_mover(
    resolution: ResolutionFinding, before: Sequence[MotionFinding]
) -> ResolutionFinding:
    """Return a decision that names its seconder with the mover whom the line above names."""
    last = before[-1] if before else None
    if last is None or resolution.seconder is None:
        return resolution
    same = last.seconder is None or last.seconder.label == resolution.seconder.label
    return replace(resolution, mover=last.mover) if same else resolution


def _stands_alone(motion: MotionFinding, before: Sequence[MotionFinding]) -> bool:
    """Tell whether a motion is what a decision carries; an amendment that beat its motion is."""
    if motion.kind == "motion":
        return True
    beaten = bool(before) and before[-1].kind == "motion" and before[-1].result == "lost"
    return beaten and motion.result == "carried"


def _topic_between(
    motion: MotionFinding,
    resolution: ResolutionFinding,
    blocks: Sequence[Block],
    lexicon: Lexicon,
) -> bool:
    """Tell whether a new topic begins between what was moved and a decision.

    A paragraph that only comes to its decision at the end, or that tells it in a sentence without
    head words, is a topic of its own when the paragraph before has said what became of the motion.
    """
    if any(block.topic and motion.end <= block.start <= resolution.start for block in blocks):
        return True
    own = next((block for block in blocks if block.start <= resolution.start <= block.end), None)
    if own is None or motion.end > own.start:
        return False
    headed = resolution.rule in _HEADED or len(own.text) < _TALK
    if headed and resolution.start - own.start < _TALK:
        return False
    moved = next((block for block in blocks if block.start <= motion.start <= block.end), own)
    return result_in(moved.text[motion.end - moved.start :], lexicon) is not None


def _with_trailing(
    resolution: ResolutionFinding, motions: Sequence[MotionFinding], blocks: Sequence[Block]
) -> ResolutionFinding:
    """Return a decision with the movers that stand directly behind it, as part of it."""
    last = next((i for i, b in enumerate(blocks) if b.start < resolution.end <= b.end + 1), None)
    for motion in motions:
        gap = motion.start - resolution.end
        if last is not None and gap >= 0 and _directly_after(motion, gap, blocks, last):
            return replace(resolution, end=motion.end, mover=motion.mover, seconder=motion.seconder)
    return resolution


def _directly_after(motion: MotionFinding, gap: int, blocks: Sequence[Block], last: int) -> bool:
    """Tell whether movers stand behind a decision: in its paragraph, or on the very next line."""
    if motion.end <= blocks[last].end:
        return gap <= _MOST_BETWEEN
    if last + 1 >= len(blocks) or blocks[last + 1].gap > 0:
        return False
    line = blocks[last + 1]
    return line.start <= motion.start and motion.end <= line.end and len(line.text) < _LONGEST_LINE


def with_vote(resolution: ResolutionFinding, votes: Sequence[VoteFinding]) -> ResolutionFinding:
    """Link the vote inside a decision, or the one that stands directly before it."""
    inside = [vote for vote in votes if resolution.start <= vote.start < resolution.end]
    before = [vote for vote in votes if 0 <= resolution.start - vote.end < _VOTE_REACH]
    chosen = inside[:1] or before[-1:]
    return replace(resolution, vote=chosen[0]) if chosen else resolution


def is_in_clause(vote: VoteFinding, resolutions: Sequence[ResolutionFinding]) -> bool:
    """Tell whether what reads like a vote is only the words of a clause."""
    return not vote.unanimous and any(
        clause.start <= vote.start
        and vote.end <= clause.end
        and not vote.votes
        and vote.against is None
        for resolution in resolutions
        for clause in resolution.clauses
    )
