"""What became of motions: said after them, shown by a decision, or counted in a vote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from minutesparse.extract.decisions.floor import Floor, Kind, Result
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.findings import MotionFinding, ResolutionFinding, VoteFinding
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, values

_OPPOSITE: dict[str, Result] = {"carried": "lost", "lost": "carried"}
_RESULTS: tuple[Result, ...] = ("carried", "lost", "withdrawn")
_KINDS: tuple[Kind, ...] = ("amendment", "motion")
_REACH = 700
_RIGHT_BEHIND = 3
_THE_AMENDMENT = re.compile(r"\b(?:for|against|[Tt]he|[Tt]his)\s+(?:the\s+)?amendment\b")
_PROPOSED = re.compile(r"\W*(?:prop|moved)", re.I)
_RIVALS = re.compile(r"\breceived\b|\bfor\s+the\s+motion\b", re.I)


def with_results(
    motions: Sequence[MotionFinding], script: Script, resolutions: Sequence[ResolutionFinding]
) -> list[MotionFinding]:
    """Add what became of every motion: said after it, or shown by a decision that follows.

    What is said of "the amendment" belongs to the last amendment that is open, what is said of
    "the motion" to the last motion, and other words to whatever was moved last.
    """
    if not motions:
        return []
    ends = [*(motion.start for motion in motions[1:]), motions[-1].end + _REACH]
    motions = [_called_amendment(*pair, script) for pair in zip(motions, ends, strict=True)]
    floor = Floor(motions)
    for start, end, words in _verdicts(script):
        at = _spoken_of(floor, (start, end), words, script.lexicon)
        result = result_in(words, script.lexicon)
        if at is not None and result is not None:
            floor.settle(at, result)
            _settle_rival(floor, at, words)
    for at, motion in enumerate(motions):
        if floor.result(at) is None and _assented(motion, script):
            floor.settle(at, "carried")
    for resolution in resolutions:
        before = floor.last_motion_before(resolution.start)
        if before >= 0:
            floor.settle(before, "carried")
        for at in floor.beginning(resolution.end, resolution.end + _RIGHT_BEHIND + 1):
            if _stands_behind(motions[at], resolution.end, script):
                floor.settle(at, "carried")
    return [replace(motion, result=floor.result(at)) for at, motion in enumerate(motions)]


def _called_amendment(motion: MotionFinding, end: int, script: Script) -> MotionFinding:
    """Return a motion as the amendment that the words behind it, up to an offset, call it."""
    block = script.block_at(motion.start)
    if motion.kind == "amendment" or block is None or motion.end > block.end:
        return motion
    behind = block.text[motion.end - block.start : max(0, end - block.start)][:_REACH]
    called = _THE_AMENDMENT.search(behind) is not None and _naming("motion").search(behind) is None
    return replace(motion, kind="amendment") if called else motion


def with_votes(
    motions: Sequence[MotionFinding], votes: Sequence[VoteFinding], script: Script
) -> list[MotionFinding]:
    """Give motions of which nothing is said the result of the vote that follows them."""
    out: list[MotionFinding] = []
    starts = [vote.start for vote in votes]
    for at, motion in enumerate(motions):
        far = motion.end + _REACH
        until = min(motions[at + 1].start, far) if at + 1 < len(motions) else far
        taken = votes[bisect_left(starts, motion.start) : bisect_left(starts, until)]
        result = motion.result or (_result_of(taken[-1]) if taken else None)
        if (
            motion.result is None
            and motion.kind == "amendment"
            and taken
            and _on_rivals(taken[-1], script)
        ):
            result = _OPPOSITE.get(result or "")
            if out and out[-1].kind == "motion" and out[-1].result is None:
                out[-1] = replace(out[-1], result=_OPPOSITE.get(result or ""))
        out.append(replace(motion, result=result))
    return out


def _assented(motion: MotionFinding, script: Script) -> bool:
    """Tell whether a bare "Agreed." stands right behind what is moved."""
    for index in script.placed.places(motion.start, motion.start + 1):
        if motion.end < script.blocks[index].end:
            statements = script.statements(index)
            after = bisect_left(statements, motion.end, key=attrgetter("start"))
            words = statements[after].text.strip(" .;)") if after < len(statements) else ""
            return any_of(script.lexicon, "decisions", "bare_assent").fullmatch(words) is not None
    return False


def _on_rivals(vote: VoteFinding, script: Script) -> bool:
    """Tell whether a count sets the motion against the amendment: its "for" is for the motion."""
    words = " ".join(block.text for block in script.placed.over(vote.start, vote.end))
    return all(_naming(kind).search(words) for kind in _KINDS) and bool(_RIVALS.search(words))


def _stands_behind(motion: MotionFinding, end: int, script: Script) -> bool:
    """Tell whether movers stand behind a decision: in its paragraph, or on the line below it."""
    block = script.block_at(motion.start)
    if block is None:
        return False
    below = block.gap == 0 and _PROPOSED.match(block.text) is not None
    return motion.end <= block.end and (block.start < end or below)


def result_in(words: str, lexicon: Lexicon) -> Result | None:
    """Return what words say became of a motion ("fell for lack of a seconder": lost), or None."""
    found = _result(lexicon).search(words)
    if found is None:
        return None
    said = values(lexicon, "decisions", "results")[" ".join(found[0].lower().split())]
    return next(result for result in _RESULTS if result == said)


def _settle_rival(floor: Floor, at: int, words: str) -> None:
    """Let the one of motion and amendment fall that a vote took against the other."""
    if floor.result(at) != "carried" or not all(_naming(kind).search(words) for kind in _KINDS):
        return
    if floor.kind(at) == "motion":
        floor.settle_amendments_after(at)
    elif _RIVALS.search(words) is not None:
        other = floor.last_open(at)
        if other >= 0 and floor.kind(other) == "motion":
            floor.settle(other, "lost")


def _kinds_named(words: str, lexicon: Lexicon) -> list[Kind]:
    """Return which kinds a verdict names, the one nearest before the result first."""
    found = _result(lexicon).search(words)
    before = words[: found.start()].lower() if found is not None else words.lower()
    named = [kind for kind in _KINDS if _naming(kind).search(words) is not None]
    return sorted(named, key=before.rfind, reverse=True)


@cache
def _naming(kind: Kind) -> re.Pattern[str]:
    return re.compile(rf"\b{kind}\b", re.I)


def _result_of(vote: VoteFinding) -> Result | None:
    """Return what a count comes to; a tie says nothing."""
    if vote.unanimous:
        return "carried"
    if vote.in_favour is None or vote.in_favour == (vote.against or 0):
        return None
    return "carried" if vote.in_favour > (vote.against or 0) else "lost"


def _verdicts(script: Script) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences that say what became of something moved."""
    result, of_motion = (
        _result(script.lexicon),
        any_of(script.lexicon, "decisions", "words_of_motions"),
    )
    for index, block in enumerate(script.blocks):
        if not script.minuted(index) or not script.holds(index, "results"):
            continue
        for sentence in block.sentences:
            if result.search(sentence.text) and of_motion.search(sentence.text):
                yield sentence.start, sentence.end, sentence.text


def _spoken_of(floor: Floor, place: tuple[int, int], words: str, lexicon: Lexicon) -> int | None:
    """Return the index of the motion that a sentence at a place speaks of, or None."""
    kinds = _kinds_named(words, lexicon)
    if kinds:
        named = floor.spoken_of(place, kinds[0])
        if named is not None or kinds == ["amendment"]:
            return named
    return floor.spoken_of(place)


@cache
def _result(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(values(lexicon, "decisions", "results"))
    return re.compile(rf"\b(?!(?-i:Fell)\b)(?:{words})\b", re.I)  # "Mrs Fell" is a member
