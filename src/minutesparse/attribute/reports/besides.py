"""Replies that hang on their question ("..., with officers confirming that")."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.attribute.reports.model import Report
from minutesparse.attribute.reports.nouns import noun_act
from minutesparse.naming import Token

_HANGS = ("with", "which")
_REPLIES = ("state", "answer", "undertake")
_LONGEST_SPEAKER = 16  # tokens
_BEING = frozenset("was were is are remained felt seemed became".split())
_LONGEST_PREDICATE = 5  # tokens


def tells_besides(place: int, tokens: Sequence[Token]) -> bool:
    """Tell whether ", with" or ", which" stands right before a place."""
    return place > 1 and tokens[place - 1].lower in _HANGS and tokens[place - 2].lower == ","


def accompanies(end: int, tokens: Sequence[Token]) -> bool:
    """Tell whether words that end at a place follow ", with" ("..., with the Manager saying")."""
    for place in range(end - 1, max(1, end - _LONGEST_SPEAKER), -1):
        if tokens[place - 1].lower == "with":
            return tokens[place - 2].lower == ","
        if not tokens[place].word:
            return False
    return False


def past_predicate(place: int, verb: int, tokens: Sequence[Token]) -> int:
    """Return the token behind "was sympathetic, and" before a verb; the place itself without one.

    Args:
        place: The token behind a subject.
        verb: The verb that may share the subject.
        tokens: The tokens of the sentence.
    """
    between = tokens[place:verb]
    if not 2 < len(between) <= _LONGEST_PREDICATE + 1 or between[-1].lower != "and":
        return place
    plain = all(token.word and not token.capital for token in between[:2])
    return verb if between[0].lower in _BEING and plain else place


def answers_besides(report: Report, first: Report, tokens: Sequence[Token]) -> bool:
    """Tell whether a report behind ", with" replies to the question that opens the sentence."""
    act = first.verb.act
    if first.impersonal and tokens[first.first].lower != "it":
        act = noun_act(tokens, first) or act
    replies = report.verb.act in _REPLIES and report.mention is not None
    past = tokens[report.verb.first - 1].lower != "had"
    raised = act == "ask" or (act == "comment" and first.impersonal)
    return report is not first and raised and replies and past


def may_stand(report: Report, first: Report, tokens: Sequence[Token]) -> bool:
    """Tell whether a report is one: what hangs on another is none, save a reply to it."""
    if tells_besides(report.first, tokens):
        return answers_besides(report, first, tokens)
    named = report.verb.form == "gerund" and report.mention is not None
    return not named or tokens[report.verb.first - 1].lower == "by"
