"""What a verdict is, and the rule that gives one."""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind

Verdict = tuple[Kind, Draft | None, str]
"""Kind of a contribution, what it replies to, name of the rule; the kind ``skip`` makes none."""
Rule = Callable[[Context], Verdict | None]
_DONE = frozenset(
    """had has have attended visited met went represented inspected cleared contacted collected
    completed arranged organised""".split()
)
SKIP: Verdict = ("skip", None, "")
OPENING = frozenset({"report", "announce", "update"})
"""Verbs that open a matter, whatever stands before."""


def tells_deed(seen: Context) -> bool:
    """Tell whether a clause tells what its subject did ("JT had met the ecologist")."""
    frame = seen.frame
    if frame.act is not None or frame.mention is None or seen.inherited:
        return False
    following = frame.text[frame.mention.end - frame.start :].split(None, 1)[:1]
    single = frame.mention.type in ("person", "role") and not frame.mention.plural
    return single and bool(following) and following[0] in _DONE
