"""What became of motions: said after them, shown by a decision, or counted in a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from minutesparse.extract.decisions.script import Script
from minutesparse.extract.findings import MotionFinding, ResolutionFinding, VoteFinding
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, values

Result = Literal["carried", "lost", "withdrawn"]
Kind = Literal["motion", "amendment"]
_OPPOSITE: dict[str, Result] = {"carried": "lost", "lost": "carried"}
_RESULTS: tuple[Result, ...] = ("carried", "lost", "withdrawn")
_KINDS: tuple[Kind, ...] = ("amendment", "motion")
_REACH = 700
_RIGHT_BEHIND = 3
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
    results: dict[int, Result] = {}
    for start, end, words in _verdicts(script):
        at = _spoken_of(motions, results, (start, end), words, script.lexicon)
        result = result_in(words, script.lexicon)
        if at is not None and result is not None:
            results[at] = result
            _settle_rival(motions, results, at, words)
    for at, motion in enumerate(motions):
        if at not in results and _assented(motion, script):
            results[at] = "carried"
    for resolution in resolutions:
        before = _last_motion_before(motions, resolution.start)
        if before is not None and before not in results:
            results[before] = "carried"
        for at, motion in enumerate(motions):
            gap = motion.start - resolution.end
            if 0 <= gap <= _RIGHT_BEHIND and _stands_behind(motion, resolution.end, script):
                results.setdefault(at, "carried")
    return [replace(motion, result=results.get(at)) for at, motion in enumerate(motions)]


def with_votes(
    motions: Sequence[MotionFinding], votes: Sequence[VoteFinding], script: Script
) -> list[MotionFinding]:
    """Give motions of which nothing is said the result of the vote that follows them."""
    out: list[MotionFinding] = []
    for at, motion in enumerate(motions):
        far = motion.end + _REACH
        until = min(motions[at + 1].start, far) if at + 1 < len(motions) else far
        taken = [vote for vote in votes if motion.start <= vote.start < until]
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
    for index, block in enumerate(script.blocks):
        if block.start <= motion.start < motion.end < block.end:
            after = next((one for one in script.statements(index) if one.start >= motion.end), None)
            words = after.text.strip(" .;)") if after is not None else ""
            return any_of(script.lexicon, "decisions", "bare_assent").fullmatch(words) is not None
    return False


def _on_rivals(vote: VoteFinding, script: Script) -> bool:
    """Tell whether a count sets the motion against the amendment: its "for" is for the motion."""
    words = " ".join(b.text for b in script.blocks if b.start < vote.end and b.end > vote.start)
    return all(_naming(kind).search(words) for kind in _KINDS) and bool(_RIVALS.search(words))


def _stands_behind(motion: MotionFinding, end: int, script: Script) -> bool:
    """Tell whether movers stand behind a decision: in its paragraph, or on the line below it."""
    for block in script.blocks:
        if block.start <= motion.start < block.end:
            below = block.gap == 0 and _PROPOSED.match(block.text) is not None
            return motion.end <= block.end and (block.start < end or below)
    return False


def result_in(words: str, lexicon: Lexicon) -> Result | None:
    """Return what words say became of a motion ("fell for lack of a seconder": lost), or None."""
    found = _result(lexicon).search(words)
    if found is None:
        return None
    said = values(lexicon, "decisions", "results")[" ".join(found[0].lower().split())]
    return next(result for result in _RESULTS if result == said)


def _last_motion_before(motions: Sequence[MotionFinding], place: int) -> int | None:
    """Return the index of the last motion that begins before a place, amendments left out."""
    before = [at for at, one in enumerate(motions) if one.start < place and one.kind == "motion"]
    return before[-1] if before else None


def _settle_rival(
    motions: Sequence[MotionFinding], results: dict[int, Result], at: int, words: str
) -> None:
    """Let the one of motion and amendment fall that a vote took against the other."""
    if results[at] != "carried" or not all(_naming(kind).search(words) for kind in _KINDS):
        return
    if motions[at].kind == "motion":
        fallen = [other for other in range(at + 1, len(motions)) if other not in results]
    else:
        fallen = [other for other in range(at) if _RIVALS.search(words) and other not in results][
            -1:
        ]
    for other in fallen:
        if motions[other].kind != motions[at].kind:
            results[other] = "lost"


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


def _spoken_of(
    motions: Sequence[MotionFinding],
    results: Mapping[int, Result],
    place: tuple[int, int],
    words: str,
    lexicon: Lexicon,
) -> int | None:
    """Return the index of the motion that a sentence at a place speaks of, or None."""
    start, end = place
    undecided = [
        at
        for at, motion in enumerate(motions)
        if motion.start < end and at not in results and not motion.start < start < motion.end
    ]
    kinds = _kinds_named(words, lexicon)
    named = [at for at in undecided if kinds and motions[at].kind == kinds[0]]
    if kinds == ["amendment"] and not named:
        return None
    chosen = named or undecided
    return chosen[-1] if chosen else None


@cache
def _result(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(values(lexicon, 'decisions', 'results'))})\b", re.I)
