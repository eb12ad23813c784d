"""What a verdict is, and the rule that gives one."""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind

Verdict = tuple[Kind, Draft | None, str]
"""Kind of a contribution, what it replies to, name of the rule; the kind ``skip`` makes none."""
Rule = Callable[[Context], Verdict | None]
SKIP: Verdict = ("skip", None, "")
OPENING = frozenset({"report", "announce", "update"})
"""Verbs that open a matter, whatever stands before."""
