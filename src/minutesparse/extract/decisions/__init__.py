"""Decisions of an item: resolutions with clauses, motions with movers, votes with counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from minutesparse.extract.decisions.linking import (
    out_of_clauses,
    with_movers,
    with_votes_taken,
)
from minutesparse.extract.decisions.motions import Move, motions_among, read_moves
from minutesparse.extract.decisions.resolutions import find_resolutions
from minutesparse.extract.decisions.results import with_results, with_votes
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.votes import find_votes
from minutesparse.extract.findings import ItemFindings, MotionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, Cover, ItemLayout


def find_decisions(item: ItemLayout, lexicon: Lexicon) -> ItemFindings:
    """Return the resolutions, motions and votes of an item, linked to one another."""
    script = Script(item, lexicon)
    moves = read_moves(script)
    resolutions = find_resolutions(script, _texts_below(motions_among(moves), moves, script))
    decided = Cover((one.start, one.end) for one in resolutions)
    motions = with_results(motions_among(moves, decided), script, resolutions)
    votes = out_of_clauses(find_votes(script), resolutions)
    motions = with_votes(motions, votes, script)
    resolutions = with_movers(resolutions, motions, script)
    resolutions = with_votes_taken(resolutions, votes)
    return ItemFindings(resolutions=resolutions, motions=motions, votes=votes)


def _texts_below(
    motions: Sequence[MotionFinding], moves: Sequence[Move], script: Script
) -> list[tuple[int, int]]:
    """Return the stretches of moved text that stand in blocks below the words that move it."""
    stretches = []
    places = [place for place, _ in moves]
    for motion in motions:
        block = _moving(motion, places, script)
        if block is not None and motion.end > block.end:
            stretches.append((block.end, motion.end))
    return stretches


def _moving(motion: MotionFinding, places: Sequence[int], script: Script) -> Block | None:
    """Return the block whose words move a motion: its mover may be named in the line above."""
    at = bisect_right(places, motion.start) - 1
    block = script.block_at(places[at]) if at >= 0 else None
    if block is not None and block.end >= motion.start:
        return block
    return script.block_at(places[at + 1]) if at + 1 < len(places) else None


__all__ = ["find_decisions"]
