"""Decisions of an item: resolutions with clauses, motions with movers, votes with counts."""

from __future__ import annotations

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
from minutesparse.extract.findings import ItemFindings
from minutesparse.lexicons import Lexicon
from minutesparse.text import Cover, ItemLayout


def find_decisions(item: ItemLayout, lexicon: Lexicon) -> ItemFindings:
    """Return the resolutions, motions and votes of an item, linked to one another."""
    script = Script(item, lexicon)
    moves = read_moves(script)
    resolutions = find_resolutions(script, _texts_below(moves, script))
    decided = Cover((one.start, one.end) for one in resolutions)
    motions = with_results(motions_among(moves, decided), script, resolutions)
    votes = out_of_clauses(find_votes(script), resolutions)
    motions = with_votes(motions, votes, script)
    resolutions = with_movers(resolutions, motions, script)
    resolutions = with_votes_taken(resolutions, votes)
    return ItemFindings(resolutions=resolutions, motions=motions, votes=votes)


def _texts_below(moves: Sequence[Move], script: Script) -> list[tuple[int, int]]:
    """Return the stretches of moved text that stand in blocks below the words that move it."""
    kept = {motion.start for motion in motions_among(moves)}
    stretches = []
    for place, motion in moves:
        block = script.block_at(place)
        moved = motion.mover is None or motion.start in kept
        if moved and block is not None and motion.end > block.end:
            stretches.append((block.end, motion.end))
    return stretches


__all__ = ["find_decisions"]
