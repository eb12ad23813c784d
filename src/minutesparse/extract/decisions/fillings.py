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


_CALLS_ROWS = re.compile(
    r"\bfollowing(?:\s+(?:[\w-]+\s+){0,3}?(?:grant|award|donation|allocation|tender|fee|charge|rate|"
    r"contribution)s?)?(?:\s+be\s+\w+)?\s*[:–-]+\s*$",
    re.I,
)
_TELLS = re.compile(r"\b(?:was|were|is|are|had|has|said|asked|be|been)\b")
_LONGEST_ROW = 90
_PAYS = re.compile(r"\bpa(?:y|id|yments?)\b", re.I)  # rows of payments are no clause's words
_FEWEST_ROWS = 2


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
    rows = _rows_end(lead, index, script)
    if rows - index >= _FEWEST_ROWS:
        words = " ".join(block.text for block in script.blocks[index + 1 : rows + 1])
        return replace(lead, end=script.blocks[rows].end, text=f"{lead.text} {words}"), rows
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


def _rows_end(lead: Part, index: int, script: Script) -> int:
    """Return the index of the last row below "to award the following grants:"."""
    if _CALLS_ROWS.search(lead.text) is None or _PAYS.search(lead.text) is not None:
        return index
    while index + 1 < len(script.blocks) and script.minuted(index + 1):
        block = script.blocks[index + 1]
        if block.marker is not None or block.speech or not _is_row(block.text):
            break
        if ends_decision(block, script.lexicon):
            break
        index += 1
    return index


def _is_row(text: str) -> bool:
    """Tell whether a line is a row of figures, and tells nothing."""
    figures = len(text) <= _LONGEST_ROW and any(map(str.isdigit, text))
    return figures and _TELLS.search(text) is None


def _goes_on(block: Block, script: Script, *, named: bool) -> bool:
    """Tell whether a line names what is called for, or corrects earlier minutes."""
    if block.marker is not None or block.speech or ends_decision(block, script.lexicon):
        return False
    return named or says(script.lexicon, "decisions", "corrections", block.text) is not None


__all__ = ["filled"]
