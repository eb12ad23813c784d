"""Openings as the rules of prose make them."""

from __future__ import annotations

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.phrases import Phrase
from minutesparse.extract.decisions.script import Statement


def of_phrase(
    statement: Statement,
    phrase: Phrase,
    rule: str,
    *,
    begin: int | None = None,
    whole: bool = False,
) -> Opening:
    """Return the opening of a decision by one deciding word.

    Args:
        statement: The statement that decides.
        phrase: Its deciding word.
        rule: Name of the rule that found it.
        begin: Index at which the decision begins; where the phrase begins if not given.
        whole: Whether the whole statement is the clause, and not only what follows the word.
    """
    shift = statement.start
    recipient = phrase.tail.recipient
    return Opening(
        statement,
        "resolved" if phrase.verb == "bare" else phrase.verb,
        shift + (phrase.begin if begin is None else begin),
        (shift + phrase.start, shift + phrase.end) if phrase.shouted else None,
        shift if whole else shift + phrase.tail.clause,
        phrase.tail.opener,
        rule,
        whole=whole,
        bare=phrase.verb == "bare",
        recipient=(shift + recipient[0], shift + recipient[1]) if recipient else None,
    )


def of_statement(statement: Statement, verb: str, rule: str) -> Opening:
    """Return the opening of a decision that is a whole statement."""
    return Opening(statement, verb, statement.start, None, statement.start, "", rule, whole=True)


def above_list(statement: Statement, verb: str, rule: str, *, bare: bool = False) -> Opening:
    """Return the opening of a decision whose clauses are the list below a statement."""
    start, end = statement.start, statement.end
    return Opening(statement, verb, start, None, end, "", rule, bare=bare, head=True)
