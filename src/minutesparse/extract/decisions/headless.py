"""Clauses whose head words are lost, told by their mood and by standing at an item's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.extract.decisions.clauses import operative_verb
from minutesparse.extract.decisions.collector import Collected, collect_headless
from minutesparse.extract.decisions.numbering import is_first
from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.phrases import deciding_body
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.findings import ResolutionFinding
from minutesparse.text import Block

RECORD_VERBS = {
    "note": "noted", "approve": "approved", "agree": "agreed", "recommend": "recommended",
    "refuse": "refused", "defer": "deferred",
}  # fmt: skip
"""The verb that a record takes by what its first clause does."""

_WISH = re.compile(
    r"\"?(?:That\b[^.]{0,500}?\b(?:be|is|are|notes?|agrees?|approves?|endorses?|recommends?|welcomes?|supports?|"
    r"thanks?|requests?|asks?|receives?|adopts?)\b|"
    r"The\s+(?:report|recommendations?|minutes|update|contents)\s+(?:of\s+the\s+report\s+)?be\s+\w+)"
)
_JUSSIVE = re.compile(
    r"[^.;]{3,400}?\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en)\b|set\b|made\b|held\b|sent\b|put\b)", re.I
)
_INDICATIVE = re.compile(
    r"\b(?:was|were|had|would|will|should|could|can|may|must|has|have|asked|said|to)\s*$|\b(?:was|were|had|would|will|said|asked|felt|noted\s+that)\b",
    re.I,
)
_TO_DO = re.compile(
    r"(?:to\s+)(?:note|approve|agree|adopt|receive|endorse|recommend|confirm|accept|grant|refuse|defer|support|appoint|delegate)\b",
    re.I,
)
_PRESENT = re.compile(
    r"\s*(?:notes?|agrees?|approves?|endorses?|recommends?|welcomes?|supports?|requests?|receives?|thanks?)\b",
    re.I,
)
_STATES = re.compile(
    r"[^.]{3,80}?(?=\s+(?:notes?|agrees?|approves?|endorses?|recommends?|receives?)\b)"
)
_DANGLING = re.compile(
    r"\b(?:moved|proposed|seconded)\b.*\band\s*(?:it\s+was\s*)?[:–-]?\s*$|\bit\s+was\s*[:–-]?\s*$",
    re.I | re.S,
)


def find_headless(
    script: Script, covered: Sequence[tuple[int, int]], *, lonely: bool
) -> list[ResolutionFinding]:
    """Return decisions that nothing but their clauses shows.

    Args:
        script: The item's blocks.
        covered: Stretches that are decisions or moved text already.
        lonely: Whether the item shows no other decision; then "That ..." counts anywhere in it,
            else only at the item's end.
    """
    return list(_found(script, covered, lonely))


def _found(
    script: Script, covered: Sequence[tuple[int, int]], lonely: bool
) -> Iterator[ResolutionFinding]:
    index = 0
    while index < len(script.blocks):
        after = index + 1
        if script.minuted(index) and not _stands_in(script.blocks[index], covered):
            rule = _rule(script, index, lonely)
            if rule is not None:
                opening = _opening(script, index, rule)
                collected = collect_headless(opening, script)
                yield _resolution(opening, collected, script)
                after = collected.block + 1
        index = after


def _stands_in(block: Block, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start < block.end and block.start < end for start, end in stretches)


def _rule(script: Script, index: int, lonely: bool) -> str | None:
    """Return the name of the rule by which a block is a clause without a head."""
    block = script.blocks[index]
    if block.speech:
        return None
    closing = script.closing(index)
    if _WISH.match(block.text) is not None and (lonely or closing):
        return "resolution.headless"
    if _states_decision(block, script) and (lonely or closing):
        return "resolution.headless"
    if index and _DANGLING.search(script.blocks[index - 1].text) and _is_jussive(block.text):
        return "resolution.after_motion"
    if index == 0 or not _told_before(script, index):
        return None
    listed = block.marker is not None and bool(block.marker.label) and is_first(block.marker.label)
    if listed and _is_jussive(block.text) and _ends_item(script, index):
        return "resolution.headless_list"
    if not closing:
        return None
    if _TO_DO.match(block.text) is not None and (listed or block.marker is None) and lonely:
        return "resolution.headless_to"
    return None


def _ends_item(script: Script, index: int) -> bool:
    """Tell whether the list that begins at a block is the last thing that its item says."""
    collected = collect_headless(_opening(script, index, ""), script)
    return script.closing(collected.block)


def _is_jussive(text: str) -> bool:
    """Tell whether words wish that something be done and report nothing."""
    found = _JUSSIVE.match(text)
    return found is not None and _INDICATIVE.search(found[0].rsplit(" be ", 1)[0]) is None


def _told_before(script: Script, index: int) -> bool:
    """Tell whether something is reported above, so that what follows cannot be the agenda's."""
    return any(
        script.minuted(place)
        and re.search(r"\b(?:was|were|had|would|\w+ed)\b", script.blocks[place].text)
        for place in range(max(0, index - 12), index)
    )


def _states_decision(block: Block, script: Script) -> bool:
    """Tell whether a block says in the present what a body decides ("The Panel notes ...")."""
    found = _STATES.match(block.text)
    if found is None or block.kind == "bullet":
        return False
    after = block.text[found.end() :]
    return deciding_body(found[0], script.lexicon) is not None and _PRESENT.match(after) is not None


# ---------------------------------------------------------------- the record


def _opening(script: Script, index: int, rule: str) -> Opening:
    block = script.blocks[index]
    statement = Statement(index, block.start, block.end, block.text, "", True, True)
    return Opening(
        statement, "resolved", block.start, None, block.start, "", rule, bare=True, head=True
    )


def _resolution(opening: Opening, collected: Collected, script: Script) -> ResolutionFinding:
    verb = operative_verb(opening.statement.text, script.lexicon)
    return ResolutionFinding(
        opening.begin,
        collected.end,
        None,
        RECORD_VERBS.get(verb or "", "resolved"),
        None,
        collected.clauses,
        opening.rule,
    )
