"""Decisions in prose sentences: lists of named rules, tried in order on every deciding word."""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.phrases import Phrase, phrases
from minutesparse.extract.decisions.prose.bodies import (
    body_assents,
    body_decides,
    body_notes,
    it_was,
    moved_and_agreed,
    shouted,
)
from minutesparse.extract.decisions.prose.portals import (
    action_taken,
    motion_passed,
    seconded_and_passed,
)
from minutesparse.extract.decisions.prose.sentences import (
    agreed_behind,
    body_has,
    decision_to,
    listed,
    minutes_approved,
    minutes_moved,
    permission,
    planning_response,
    terse,
)
from minutesparse.extract.decisions.prose.things import (
    elected,
    it_was_noted,
    thing_noted,
    thing_put_off,
    thing_settled,
    this_agreed,
)
from minutesparse.extract.decisions.script import Script, Statement

PhraseRule = Callable[[Phrase, Statement, Script], Opening | None]
StatementRule = Callable[[Statement, Script], Opening | None]

PHRASE_RULES: tuple[PhraseRule, ...] = (
    it_was,
    moved_and_agreed,
    shouted,
    body_decides,
    body_assents,
    body_notes,
    thing_put_off,
    thing_settled,
    thing_noted,
    it_was_noted,
    elected,
)
"""The rules that look at one deciding word, in order of precedence."""

STATEMENT_RULES: tuple[StatementRule, ...] = (
    motion_passed,
    action_taken,
    this_agreed,
    seconded_and_passed,
    minutes_approved,
    minutes_moved,
    decision_to,
    agreed_behind,
    permission,
    planning_response,
    terse,
    listed,
    body_has,
)
"""The rules that look at a whole statement, in order of precedence; tried last."""


def prose_opening(statement: Statement, script: Script) -> Opening | None:
    """Return the decision that a sentence records, by the first rule that holds, or None."""
    if script.outside(statement.block):
        return None
    if script.holds(statement.block, "deciding"):
        for phrase in phrases(statement.text, script.lexicon):
            for rule in PHRASE_RULES:
                found = rule(phrase, statement, script)
                if found is not None:
                    return found
    for reading in STATEMENT_RULES:
        found = reading(statement, script)
        if found is not None:
            return found
    return None


__all__ = ["prose_opening"]
