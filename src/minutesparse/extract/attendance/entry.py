"""One name of a list, with what stands beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutesparse.extract.findings import AttendanceFinding

AWAY = ("apologies", "absent")
"""What is recorded of those who did not come."""
_CHAIR = re.compile(
    r"(?:(?:in\s+)?the\s+)?(?:an\s+)?(?:acting\s+|interim\s+|meeting\s+|independent\s+|co-?|committee\s+|"
    r"board\s+|joint\s+)*"
    r"(?:chair(?:man|person|woman)?|convenor|convener|cathaoirleach|cadeirydd|presiding(?:\s+\w+)?)"
    r"(?:\s+of\s+.*|\s+in\s+the\s+chair|\s+for\s+.*|\s+presiding)?",
    re.I | re.S,
)
_VICE = re.compile(
    r"(?:the\s+)?(?:(?:acting|joint)\s+)?(?:vice|deputy|leas)[\s-]*(?:chair|chath|conven)\w*"
    r"(?:\s+of\s+.*|\s+in\s+the\s+chair)?",
    re.I | re.S,
)


class Entry(NamedTuple):
    """One name of a list.

    Attributes:
        start: Offset of its first character in the normalised text.
        end: Offset after the name and the office or initials beside it.
        name: The name as written, white space folded.
        titled: True where a title of its own opens it.
        status: What stands beside it about its presence, if anything does.
        late: True where only a late coming or an early going is excused.
    """

    start: int
    end: int
    name: str
    titled: bool = False
    role: str | None = None
    organisation: str | None = None
    substitute_for: str | None = None
    arrived: str | None = None
    left: str | None = None
    initials: str | None = None
    status: str | None = None
    late: bool = False


def chair_role(words: str) -> str | None:
    """Return "Chair" or "Vice-Chair" where words name that office, else None.

    Example:
        >>> chair_role("in the Chair"), chair_role("Deputy Chairperson"), chair_role("Clerk")
        ('Chair', 'Vice-Chair', None)
    """
    if _VICE.fullmatch(words):
        return "Vice-Chair"
    return "Chair" if _CHAIR.fullmatch(words) else None


def office(words: str) -> str:
    """Return an office as it is recorded: chairs in one form, others as written.

    Example:
        >>> office("Vice Chairman"), office("the Town Clerk")
        ('Vice-Chair', 'Town Clerk')
    """
    folded = " ".join(words.split()).strip(" ,;:.-–")
    plain = re.sub(r"^(?:the|a|an|our)\s+", "", folded, flags=re.I)
    return chair_role(plain) or plain


def finding(entry: Entry, status: str, rule: str) -> AttendanceFinding:
    """Return a name of a list as a finding; what stands beside it goes before the list's status.

    Who is named with those who did not come is no guest.
    """
    beside = None if status in AWAY and entry.status == "in-attendance" else entry.status
    return AttendanceFinding(
        entry.start,
        entry.end,
        entry.name,
        beside or status,
        rule,
        entry.role,
        entry.substitute_for,
        entry.organisation,
        entry.arrived,
        entry.left,
        entry.initials,
    )
