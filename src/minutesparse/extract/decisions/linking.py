"""Decisions linked with the motions that they carry and the votes that were taken on them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.decisions.results import result_in
from minutesparse.extract.decisions.script import Script, begins_part
from minutesparse.extract.findings import (
    ClauseFinding,
    MotionFinding,
    ResolutionFinding,
    VoteFinding,
)
from minutesparse.text import Block, Stretches

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
_MOVED_WORDS = re.compile(r"[\"“'‘]?(?:THAT|That)\s")
_COUNTED = re.compile(r"\bvotes?\b[^.]{0,30}\d", re.I)
_FOLLOWS = re.compile(
    r"(?:it\s+was\s+)?(?:therefore|accordingly|thereupon|consequently|thereafter)\b|"
    r"it\s+was\s+(?:therefore|accordingly|thereupon|then)\b",
    re.I,
)
"""How a paragraph begins that says what the vote above comes to."""
_MOST_BETWEEN = 3
_LONGEST_LINE = 120
_VOTE_REACH = 200


def with_movers(
    resolutions: Sequence[ResolutionFinding],
    motions: Sequence[MotionFinding],
    script: Script,
) -> list[ResolutionFinding]:
    """Give a decision the mover and seconder of the motion that it carries.

    That is the motion before it; or what follows it in the same paragraph ("... were approved.
    Proposed by A, seconded by B."), which then is part of the decision.
    """
    linker = _Linker(motions, script)
    out: list[ResolutionFinding] = []
    before = 0
    for resolution in resolutions:
        out.append(linker.with_movers(resolution, before))
        before = out[-1].end
    return out


class _Linker:
    """Finds the motion that a decision carries by where both stand.

    Args:
        motions: The motions of an item, in document order.
        script: The item's blocks.
    """

    def __init__(self, motions: Sequence[MotionFinding], script: Script) -> None:
        self._motions = motions
        self._starts = [motion.start for motion in motions]
        self._script = script
        self._parts = [block.start for block in script.blocks if begins_part(block)]
        self._topics = [block.start for block in script.blocks if block.topic]

    def with_movers(self, resolution: ResolutionFinding, after: int) -> ResolutionFinding:
        """Return a decision with the movers of the last motion before it, or behind it.

        Args:
            resolution: The decision.
            after: Offset from which on motions can be its own.
        """
        if resolution.mover is not None:
            return resolution
        before = self._between(after, resolution.start)
        if resolution.seconder is not None:
            return _with_its_mover(resolution, before)
        for place in range(len(before) - 1, -1, -1):
            motion = before[place]
            if motion.result in ("lost", "withdrawn") or not _stands_alone(motion, before, place):
                continue
            if motion.kind == "amendment" and self._as_amended(resolution):
                continue
            if self._topic_between(motion, resolution):
                break
            return replace(resolution, mover=motion.mover, seconder=motion.seconder)
        return self._with_trailing(resolution)

    def _between(self, start: int, end: int) -> Sequence[MotionFinding]:
        """Return the motions that begin in a stretch."""
        return self._motions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _topic_between(self, motion: MotionFinding, resolution: ResolutionFinding) -> bool:
        """Tell whether a new topic begins between what was moved and a decision.

        A paragraph that only comes to its decision at the end, or that tells it in a sentence
        without head words, is a topic of its own when the paragraph before has said what became
        of the motion.
        """
        own = self._around(resolution.start)
        if own is not None and _FOLLOWS.match(own.text) is not None:
            return False
        topic = bisect_right(self._topics, resolution.start) - 1
        if topic >= 0 and self._topics[topic] >= motion.end:
            return True
        if own is None or motion.end > own.start:
            return False
        if begins_part(own) and self._ends_part_above(motion):
            return True
        headed = (
            resolution.rule in _HEADED
            or len(own.text) < _TALK
            or _MOVED_WORDS.match(own.text) is not None
        )
        if headed and resolution.start - own.start < _TALK:
            return False
        moved = self._around(motion.start) or own
        words = moved.text[motion.end - moved.start :]
        if _COUNTED.search(words) is not None:
            return True
        return result_in(words, self._script.lexicon) is not None

    def _as_amended(self, resolution: ResolutionFinding) -> bool:
        """Tell whether a decision adopts what was before the meeting "as amended"."""
        own = self._script.placed.over(resolution.start, resolution.end)
        return any("as amended" in block.text for block in own)

    def _ends_part_above(self, motion: MotionFinding) -> bool:
        """Tell whether a motion is a line without a number under an earlier part of the item."""
        line = self._around(motion.start + 1)
        unmarked = line is not None and line.marker is None
        return unmarked and bool(self._parts) and self._parts[0] <= motion.start

    def _around(self, place: int) -> Block | None:
        """Return the first block that has a place in it or ends there."""
        return next(iter(self._script.placed.over(place - 1, place + 1)), None)

    def _with_trailing(self, resolution: ResolutionFinding) -> ResolutionFinding:
        """Return a decision with the movers that stand directly behind it, as part of it."""
        last = next(iter(self._script.placed.places(resolution.end - 2, resolution.end)), None)
        if last is None:
            return resolution
        for motion in self._behind(resolution.end, last):
            gap = motion.start - resolution.end
            if _directly_after(motion, gap, self._script.blocks, last):
                end, seconder = motion.end, motion.seconder
                return replace(resolution, end=end, mover=motion.mover, seconder=seconder)
        return resolution

    def _behind(self, place: int, index: int) -> Iterator[MotionFinding]:
        """Yield the motions that begin right behind a place, or in the block below its own."""
        yield from self._between(place, place + _MOST_BETWEEN + 1)
        for line in self._script.blocks[index + 1 : index + 2]:
            if len(line.text) < _LONGEST_LINE:
                yield from self._between(max(line.start, place), line.end)


def _with_its_mover(
    resolution: ResolutionFinding, before: Sequence[MotionFinding]
) -> ResolutionFinding:
    """Return a decision that names its seconder with the mover whom the line above names."""
    last = before[-1] if before else None
    if last is None or resolution.seconder is None:
        return resolution
    same = last.seconder is None or last.seconder.label == resolution.seconder.label
    return replace(resolution, mover=last.mover) if same else resolution


def _stands_alone(motion: MotionFinding, motions: Sequence[MotionFinding], place: int) -> bool:
    """Tell whether a motion is what a decision carries.

    So is an amendment that was carried against the motion above it, or with none above it.
    """
    if motion.kind == "motion":
        return True
    above = motions[place - 1] if place else None
    if above is None:
        return motion.result == "carried" and motion.seconder is not None
    return above.kind == "motion" and above.result == "lost" and motion.result == "carried"


def _directly_after(motion: MotionFinding, gap: int, blocks: Sequence[Block], last: int) -> bool:
    """Tell whether movers stand behind a decision: in its paragraph, or on the very next line."""
    if motion.end <= blocks[last].end:
        return gap <= _MOST_BETWEEN
    if last + 1 >= len(blocks) or blocks[last + 1].gap > 0:
        return False
    line = blocks[last + 1]
    return line.start <= motion.start and motion.end <= line.end and len(line.text) < _LONGEST_LINE


def with_votes_taken(
    resolutions: Sequence[ResolutionFinding], votes: Sequence[VoteFinding]
) -> list[ResolutionFinding]:
    """Link to each decision the vote inside it, or the one that stands directly before it."""
    placed = Stretches(votes)
    return [_with_vote(resolution, placed) for resolution in resolutions]


def _with_vote(resolution: ResolutionFinding, votes: Stretches[VoteFinding]) -> ResolutionFinding:
    start, end = resolution.start, resolution.end
    inside = [vote for vote in votes.over(start, end) if vote.start >= start]
    before = [vote for vote in votes.over(start - _VOTE_REACH, start) if vote.end <= start]
    chosen = inside[:1] or before[-1:]
    return replace(resolution, vote=chosen[0]) if chosen else resolution


def out_of_clauses(
    votes: Sequence[VoteFinding], resolutions: Sequence[ResolutionFinding]
) -> list[VoteFinding]:
    """Leave out what reads like a vote and is only the words of a clause."""
    clauses = Stretches(
        clause for one in resolutions for clause in one.clauses if clause.rule != "clause.sentence"
    )
    return [vote for vote in votes if not _is_in_clause(vote, clauses)]


def _is_in_clause(vote: VoteFinding, clauses: Stretches[ClauseFinding]) -> bool:
    if vote.unanimous or vote.votes or vote.against is not None:
        return False
    around = clauses.over(vote.start, vote.end)
    return any(one.start <= vote.start and vote.end <= one.end for one in around)
