"""Decisions of an item: resolutions with clauses, motions with movers, votes with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutesparse.extract.decisions.motions import find_motions, says_result, with_votes
from minutesparse.extract.decisions.resolutions import find_resolutions
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes import find_votes
from minutesparse.extract.findings import (
    ItemFindings,
    MotionFinding,
    ResolutionFinding,
    VoteFinding,
)
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, ItemLayout

_TALK = 24


def find_decisions(item: ItemLayout, lexicon: Lexicon) -> ItemFindings:
    """Return the resolutions, motions and votes of an item, linked to one another."""
    script = Script(item, lexicon)
    moved = [(motion.start, motion.end) for motion in find_motions(script, ())]
    resolutions = find_resolutions(script, _texts_below(moved, item.blocks))
    motions = find_motions(script, resolutions)
    votes = [vote for vote in find_votes(script) if not _in_clause(vote, resolutions)]
    motions = with_votes(motions, votes)
    resolutions = _with_movers(resolutions, motions, item.blocks)
    resolutions = [_with_vote(resolution, votes) for resolution in resolutions]
    return ItemFindings(resolutions=resolutions, motions=motions, votes=votes)


def _texts_below(
    moved: Sequence[tuple[int, int]], blocks: Sequence[Block]
) -> list[tuple[int, int]]:
    """Return the stretches of moved text that stand in blocks below the words that move it."""
    stretches = []
    for start, end in moved:
        block = next((block for block in blocks if block.start <= start < block.end), None)
        if block is not None and end > block.end:
            stretches.append((block.end, end))
    return stretches


def _with_movers(
    resolutions: Sequence[ResolutionFinding],
    motions: Sequence[MotionFinding],
    blocks: Sequence[Block],
) -> list[ResolutionFinding]:
    """Give a decision the mover and seconder of the motion that it carries.

    That is the motion before it; or what follows it in the same paragraph ("... were approved.
    Proposed by A, seconded by B."), which then is part of the decision.
    """
    out: list[ResolutionFinding] = []
    before = 0
    for resolution in resolutions:
        carried = [
            motion
            for motion in motions
            if before <= motion.start < resolution.start
            and motion.result != "lost"
            and motion.kind == "motion"
            and not _topic_between(motion, resolution, blocks)
        ]
        if resolution.mover is None and resolution.seconder is None and carried:
            resolution = replace(resolution, mover=carried[-1].mover, seconder=carried[-1].seconder)
        elif resolution.mover is None and resolution.seconder is None:
            resolution = _with_trailing(resolution, motions, blocks)
        out.append(resolution)
        before = resolution.end
    return out


def _topic_between(
    motion: MotionFinding, resolution: ResolutionFinding, blocks: Sequence[Block]
) -> bool:
    """Tell whether a new topic begins between what was moved and a decision.

    A paragraph that only comes to its decision at the end is a topic of its own when the
    paragraph before has said what became of the motion.
    """
    if any(block.topic and motion.end <= block.start <= resolution.start for block in blocks):
        return True
    own = next((block for block in blocks if block.start <= resolution.start <= block.end), None)
    if own is None or motion.end > own.start or resolution.start - own.start < _TALK:
        return False
    moved = next((block for block in blocks if block.start <= motion.start <= block.end), own)
    return says_result(moved.text[motion.end - moved.start :])


def _with_trailing(
    resolution: ResolutionFinding, motions: Sequence[MotionFinding], blocks: Sequence[Block]
) -> ResolutionFinding:
    last = next((i for i, b in enumerate(blocks) if b.start < resolution.end <= b.end + 1), None)
    for motion in motions:
        gap = motion.start - resolution.end
        if last is not None and gap >= 0 and _directly_after(motion, gap, blocks, last):
            return replace(resolution, end=motion.end, mover=motion.mover, seconder=motion.seconder)
    return resolution


def _directly_after(motion: MotionFinding, gap: int, blocks: Sequence[Block], last: int) -> bool:
    """Tell whether movers stand behind a decision: in its paragraph, or on the very next line."""
    if motion.end <= blocks[last].end:
        return gap <= 3
    if last + 1 >= len(blocks) or blocks[last + 1].gap > 0:
        return False
    line = blocks[last + 1]
    return line.start <= motion.start and motion.end <= line.end and len(line.text) < 120


def _with_vote(resolution: ResolutionFinding, votes: Sequence[VoteFinding]) -> ResolutionFinding:
    """Link the vote inside a decision, or the one that stands directly before it."""
    inside = [vote for vote in votes if resolution.start <= vote.start < resolution.end]
    before = [vote for vote in votes if 0 <= resolution.start - vote.end < 200]
    chosen = (inside or before[-1:] or [None])[0]
    return replace(resolution, vote=chosen) if chosen else resolution


def _in_clause(vote: VoteFinding, resolutions: Sequence[ResolutionFinding]) -> bool:
    """Tell whether what reads like a vote is only the words of a clause."""
    return not vote.unanimous and any(
        clause.start <= vote.start
        and vote.end <= clause.end
        and not vote.votes
        and vote.against is None
        for resolution in resolutions
        for clause in resolution.clauses
    )


__all__ = ["find_decisions"]
