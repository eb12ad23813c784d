"""What a verdict is, and the rule that gives one."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind

Verdict = tuple[Kind, Draft | None, str]
"""Kind of a contribution, what it replies to, name of the rule; the kind ``skip`` makes none."""
Rule = Callable[[Context], Verdict | None]
_DONE = frozenset(
    """had has have attended visited met went represented inspected cleared contacted collected
    completed arranged organised walked ordered bought fixed repaired checked sent wrote chased
    planted painted replaced obtained""".split()
)
_SIDE = r"speaking\s+(?:in\s+(?:opposition|favou?r|support|objection)|against|for)\b"
_TAKES_SIDE = re.compile(rf"(?:,\s[^,]{{2,60}})?,?\s+{_SIDE}")
_FOR_PARTY = re.compile(
    rf"(?:,\s[^,]{{2,60}})?,?\s+(?:{_SIDE}|on\s+behalf\s+of\s+(?!(?:the\s+)?(?:members|council|committee|board|panel)\b)|"
    r"(?:representing|(?:the\s+)?(?:agent|attorney|solicitor|counsel|barrister|representative)\s+(?:for|of))\s+(?:the\s+)?"
    r"(?:applicants?|appellants?|objectors?|licence\s+holder|residents)\b|"
    r"\(?(?:(?:the|an?)\s+)?(?:(?:applicants?|appellants?|objectors?)['’]?s?['’]?\s+"
    r"(?:agent|architect|solicitor|representative|barrister|consultant|planning\s+\w+)|"
    r"(?:planning\s+)?agent|applicant|appellant|objector|supporter)\b)",
    re.I,
)
SKIP: Verdict = ("skip", None, "")
OPENING = frozenset({"report", "report back", "announce", "update"})
"""Verbs that open a matter, whatever stands before."""


def takes_side(seen: Context) -> bool:
    """Tell whether a speaker is said to speak for or against something."""
    return _behind_name(seen, _TAKES_SIDE)


def speaks_for_party(seen: Context) -> bool:
    """Tell whether a speaker is said to take a side, or to act for a party."""
    if not _behind_name(seen, _FOR_PARTY):
        return False
    return seen.parties.holds_public_role(seen.speaker) or not seen.parties.is_member(seen.speaker)


def _behind_name(seen: Context, said: re.Pattern[str]) -> bool:
    mention = seen.frame.mention
    if mention is None or mention.type != "person" or seen.inherited:
        return False
    return said.match(seen.frame.text, mention.end - seen.frame.start) is not None


def tells_deed(seen: Context) -> bool:
    """Tell whether a clause tells what its subject did ("JT had met the ecologist")."""
    frame = seen.frame
    if frame.act is not None or frame.mention is None or seen.inherited:
        return False
    following = frame.text[frame.mention.end - frame.start :].split(None, 1)[:1]
    single = frame.mention.type in ("person", "role") and not frame.mention.plural
    return single and bool(following) and following[0] in _DONE
