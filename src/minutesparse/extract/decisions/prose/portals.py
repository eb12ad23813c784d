"""Decisions as the portals of school boards print them: "Motion Passed:", what passed, by whom."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from minutesparse.extract.decisions.movers import find_movers
from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.prose.made import of_statement
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import source, values

_MOTION_FIELD = re.compile(r"Motion\s*:\s", re.I)
_PASSED = re.compile(
    r"(?:It\s+was\s+|Motion\s+(?:was\s+)?)?(?:moved|made|proposed)(?:\s+and|,)?\s+seconded,?\s+"
    r"(?:and\s+)?(?:unanimously\s+)?(?:passed|carried|approved|adopted)(?:\s+unanimously)?\.?",
    re.I,
)
_OF_PAPERS = re.compile(r"\bminutes\b|\b(?:approv\w+|adoption) of (?:the )?agenda\b", re.I)


def motion_passed(statement: Statement, script: Script) -> Opening | None:
    """Read "Order #7 - Motion Passed: Approval of the plan passed with a motion by A ..."."""
    if "motion" not in script.words(statement.block):
        return None
    label = _label(script.lexicon).match(statement.text)
    if label is None:
        return None
    rest = statement.start + label.end()
    movers = find_movers(statement.text[label.end() :], rest, script.lexicon)
    if movers is None or movers.mover is None:
        return None  # "Motion passed: 5-0" only counts
    opening = of_statement(statement, "approved", "resolution.motion_passed")
    return replace(opening, label=(statement.start, rest), content=rest)


def seconded_and_passed(statement: Statement, script: Script) -> Opening | None:
    """Read "Moved, seconded and carried.", where nobody is named who moved it."""
    if not statement.first or "seconded" not in script.words(statement.block):
        return None
    if _PASSED.fullmatch(statement.text.strip()) is None:
        return None
    block = script.blocks[statement.block]
    heading = f"{script.title} {statement.lead} {block.topic or ''}"
    verb = "approved" if _OF_PAPERS.search(heading) is not None else "agreed"
    return of_statement(statement, verb, "resolution.seconded_and_passed")


def _answers_field(statement: Statement, script: Script) -> bool:
    """Tell whether "Action: Approved" is the last field of a motion ("Motion:", "Moved by")."""
    above = script.blocks[max(statement.block - 2, 0) : statement.block]
    return any(_MOTION_FIELD.match(block.text) for block in above)


def action_taken(statement: Statement, script: Script) -> Opening | None:
    """Read "Action: Approved the purchase", as boards print what they did with an item."""
    if not statement.first or "action" not in script.words(statement.block):
        return None
    taken = _taken(script.lexicon).match(statement.text)
    if taken is None:
        return None
    rest = statement.start + taken.end("label")
    verb = values(script.lexicon, "decisions", "actions_taken")[taken["verb"].lower()]
    if _answers_field(statement, script):
        return None
    opening = of_statement(statement, verb, "resolution.action_taken")
    return replace(opening, label=(statement.start, rest), content=rest)


@cache
def _taken(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "Action: Approved", a word for the step taken behind the label."""
    verbs = "|".join(values(lexicon, "decisions", "actions_taken"))
    return re.compile(rf"(?P<label>Action(?:\s+taken)?\s*:\s*)(?P<verb>{verbs})\b", re.I)


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "Motion Passed:", the number of the order before it or not."""
    words = source(lexicon, "decisions", "passed_labels")
    number = r"(?:[A-Z][a-z]{2,11}\s*)?#\s?[\w.-]{1,12}\s*[-–:]\s*"
    return re.compile(rf"(?:{number})?(?:{words})\s*[:–-]\s+(?=\S)", re.I)
