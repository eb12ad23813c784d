"""What parties and lawyers say of their own accord: it replies to nobody."""

from __future__ import annotations

import re

from minutesparse.attribute.context import Context
from minutesparse.attribute.verdicts.model import Verdict, speaks_for_party

_WARNING = frozenset({"caution", "advise", "warn", "remind"})
_LAWYERS = re.compile(r"\b(?:legal|solicitor|lawyer|barrister|counsel)\b", re.I)


def own_case(seen: Context) -> Verdict | None:
    """Summing up, reading a statement out and reminding reply to nobody."""
    opened = seen.state.open
    if seen.speaker is None:
        return None
    if seen.fresh and seen.waiting_question is None and _puts_case(seen):
        return "comment", None, "comment.own_case"
    if opened is None:
        return None
    if seen.wording.states_own_case(seen.frame):
        return "comment", None, "comment.own_case"
    if seen.frame.lemma == "remind" and opened.kind != "question":
        return "comment", None, "comment.reminder"
    if _warns(seen):
        return "comment", None, "comment.legal_advice"
    return None


def _warns(seen: Context) -> bool:
    """Tell whether the meeting's lawyer opens a paragraph with advice that nobody asked for."""
    role = seen.speaker.role or "" if seen.speaker is not None else ""
    unasked = seen.fresh and seen.waiting_question is None and not seen.frame.replying
    return unasked and seen.frame.lemma in _WARNING and _LAWYERS.search(role) is not None


def _puts_case(seen: Context) -> bool:
    """Tell whether somebody who acts for a party says something, and replies to nobody."""
    says = seen.frame.act in ("state", "answer", "comment", "propose")
    return says and not seen.frame.replying and speaks_for_party(seen)
