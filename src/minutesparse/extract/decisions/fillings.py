"""Clauses that run on through the lines below them, which they call for."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesparse.extract.decisions.clauses import Part
from minutesparse.extract.decisions.endings import ends_decision
from minutesparse.extract.decisions.script import Script
from minutesparse.lexicons.patterns import says
from minutesparse.text import Block

_CALLS = re.compile(
    r"\bfollowing\s+(?:(?:minor\s+)?(?:amendment|correction|change|alteration|addition)s?|"
    r"(?P<named>(?:[\w-]+\s+){0,3}?(?:plan|application|inspection|site|document|case|permit)s?))\b"
    r"[^.;]{0,40}[:–-]+\s*$",
    re.I,
)


def filled(lead: Part, index: int, script: Script) -> tuple[Part, int]:
    """Let a clause that calls for more run on through what stands below it without a mark.

    "subject to the following amendments:" goes on through them, "the following plan:" through
    the line that names it.

    Args:
        lead: The clause as its own words give it.
        index: Index of its block.
        script: The item's blocks.

    Returns:
        The clause, and the index of the last block that it takes words from.
    """
    calls = _CALLS.search(lead.text)
    while calls is not None and index + 1 < len(script.blocks) and script.minuted(index + 1):
        block = script.blocks[index + 1]
        if not _goes_on(block, script, named=calls["named"] is not None):
            break
        lead = replace(lead, end=block.end, text=f"{lead.text} {block.text}")
        index += 1
        if calls["named"] is not None:
            break
    return lead, index


def _goes_on(block: Block, script: Script, *, named: bool) -> bool:
    """Tell whether a line names what is called for, or corrects earlier minutes."""
    if block.marker is not None or block.speech or ends_decision(block, script.lexicon):
        return False
    return named or says(script.lexicon, "decisions", "corrections", block.text) is not None


__all__ = ["filled"]
