"""Clauses whose head words are lost, told by their mood and by standing at an item's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from minutesparse.extract.decisions.clauses import operative_verb
from minutesparse.extract.decisions.collector import Collected, collect_headless
from minutesparse.extract.decisions.movers import surnames_below
from minutesparse.extract.decisions.numbering import is_first
from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.phrases import deciding_body
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.findings import ClauseFinding, ResolutionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import says, source
from minutesparse.text import Block, Cover

RECORD_VERBS = {
    "note": "noted", "approve": "approved", "agree": "agreed", "recommend": "recommended",
    "refuse": "refused", "defer": "deferred",
}  # fmt: skip
"""The verb that a record takes by what its first clause does."""

_JUSSIVE = re.compile(
    r"[^.;]{3,400}?\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en)\b|set\b|made\b|held\b|sent\b|put\b)", re.I
)
_TOLD = re.compile(r"\b(?:was|were|had|would|\w+ed)\b")
_DANGLING = re.compile(
    r"\b(?:moved|proposed|seconded)\b.*\band\s*(?:it\s+was\s*)?[:–-]?\s*$|\bit\s+was\s*[:–-]?\s*$",
    re.I | re.S,
)
_REACH = 12


def find_headless(script: Script, covered: Cover, *, lonely: bool) -> list[ResolutionFinding]:
    """Return decisions that nothing but their clauses shows.

    Args:
        script: The item's blocks.
        covered: What is a decision or moved text already.
        lonely: Whether the item shows no other decision; then "That ..." counts anywhere in it,
            else only at the item's end.
    """
    return list(_found(script, covered, lonely))


def _found(script: Script, covered: Cover, lonely: bool) -> Iterator[ResolutionFinding]:
    index = 0
    while index < len(script.blocks):
        after = index + 1
        block = script.blocks[index]
        if script.minuted(index) and not covered.touches(block.start, block.end):
            rule = _rule(script, index, lonely)
            if rule is not None:
                opening = _opening(script, index, rule)
                collected = collect_headless(opening, script)
                yield _resolution(opening, collected, script)
                after = collected.block + 1
        index = after


def _rule(script: Script, index: int, lonely: bool) -> str | None:
    """Return the name of the rule by which a block is a clause without a head."""
    block = script.blocks[index]
    if block.speech or script.recommended(index):
        return None
    closing = script.closing(index)
    if (lonely or closing) and (_wishes(block, script) or _states_decision(block, script)):
        return "resolution.headless"
    if closing and lonely and index and _wishes_below(block, script):
        return "resolution.headless"
    if index == 0:
        return None
    jussive = _is_jussive(block.text, script.lexicon)
    if jussive and _DANGLING.search(script.blocks[index - 1].text) is not None:
        return "resolution.after_motion"
    listed = block.marker is not None and bool(block.marker.label) and is_first(block.marker.label)
    if listed and jussive and _told_before(script, index) and _ends_item(script, index):
        return "resolution.headless_list"
    if not (closing and lonely and (listed or block.marker is None)):
        return None
    to_do = says(script.lexicon, "decisions", "steps_to_take", block.text) is not None
    return "resolution.headless_to" if to_do and _told_before(script, index) else None


def _wishes(block: Block, script: Script) -> bool:
    """Tell whether a block opens with a wish ("That the report be noted")."""
    return _wish(script.lexicon).match(block.text) is not None


def _wishes_below(block: Block, script: Script) -> bool:
    """Tell whether a paragraph of its own opens with a wish whose head is lost."""
    if block.marker is not None or not block.text.startswith("that "):
        return False
    return _wish(script.lexicon).match("T" + block.text[1:]) is not None


def _ends_item(script: Script, index: int) -> bool:
    """Tell whether the list that begins at a block is the last thing that its item says."""
    collected = collect_headless(_opening(script, index, ""), script)
    return script.closing(collected.block)


def _is_jussive(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words wish that something be done and report nothing."""
    found = _JUSSIVE.match(text)
    if found is None:
        return False
    return _indicative(lexicon).search(found[0].rsplit(" be ", 1)[0]) is None


def _told_before(script: Script, index: int) -> bool:
    """Tell whether something is reported above, so that what follows cannot be the agenda's."""
    return any(
        script.minuted(place) and _TOLD.search(script.blocks[place].text) is not None
        for place in range(max(0, index - _REACH), index)
    )


def _states_decision(block: Block, script: Script) -> bool:
    """Tell whether a block says in the present what a body decides ("The Panel notes ...")."""
    if block.kind == "bullet":
        return False
    found = _states(script.lexicon).match(block.text)
    return found is not None and deciding_body(found[0], script.lexicon) is not None


# ---------------------------------------------------------------- the record


def _opening(script: Script, index: int, rule: str) -> Opening:
    statement, start = script.whole_block(index), script.blocks[index].start
    return Opening(statement, "resolved", start, None, start, "", rule, bare=True, head=True)


def _resolution(opening: Opening, collected: Collected, script: Script) -> ResolutionFinding:
    verb = operative_verb(opening.statement.text, script.lexicon)
    below = collected.block + 1
    line = script.blocks[below] if below < len(script.blocks) and script.minuted(below) else None
    movers = surnames_below(line.text, line.start) if line is not None else None
    return ResolutionFinding(
        opening.begin,
        collected.end,
        None,
        RECORD_VERBS.get(verb or "", "resolved"),
        None,
        _own_numbers(collected.clauses),
        opening.rule,
        movers.mover if movers else None,
        movers.seconder if movers else None,
    )


def _own_numbers(clauses: tuple[ClauseFinding, ...]) -> tuple[ClauseFinding, ...]:
    """Return clauses without the number of the paragraph ("5.8") that a single one is."""
    if len(clauses) == 1 and "." in (clauses[0].number or ""):
        return (replace(clauses[0], number=None),)
    return clauses


@cache
def _wish(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "That the plan be approved" and "The report be noted"."""
    verbs, things = (
        source(lexicon, "decisions", "wished_verbs"),
        source(lexicon, "decisions", "wished_things"),
    )
    return re.compile(
        rf"\"?(?:That\b[^.]{{0,500}}?\b(?:{verbs})\b|"
        rf"The\s+(?:{things})\s+(?:of\s+the\s+report\s+)?be\s+\w+)"
    )


@cache
def _states(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the words before a verb in the present ("The Panel" before "notes")."""
    return re.compile(rf"[^.]{{3,80}}?(?=\s+(?:{source(lexicon, 'decisions', 'present_steps')})\b)")


@cache
def _indicative(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words that report, or stand right before "be" as in "would be"."""
    reporting, before = (
        source(lexicon, "decisions", "reporting_verbs"),
        source(lexicon, "decisions", "before_be"),
    )
    return re.compile(rf"\b(?:{before})\s*$|\b(?:{reporting})\b", re.I)
