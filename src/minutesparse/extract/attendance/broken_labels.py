"""Labels that a table breaks in two ("Staff", below it "Present:"), or that print has damaged."""

from __future__ import annotations

import re

_BROKEN = re.compile(
    r"^[^\S\n]*(?P<whose>(?i:Staff|Officers|Officials|Members|Others|Guests)|Also)(?P<gap>(?:[^\S\n]+(?i:in))?[^\S\n]+)"
    r"(?=[A-Z])[^:\n,;(]{4,40}[,;(][^:\n]*\n[^\S\n]*"
    r"(?P<what>(?:[Ii]n\s+)?(?:Present|PRESENT|[Aa]ttendance|ATTENDANCE|Attending)[^\S\n]*:)",
    re.M,
)

_LOST = re.compile(r"\bPRESE/T\b")  # fonts that print a capital N as a stroke
_GLUED = re.compile(r"(?<=[a-z])-(?=(?:Vice[ -])?Chair(?:man|person|woman)?\b)")
"""What joins an office to a surname: "Mrs R Orr-Chair"."""
_COUNTED = re.compile(r"\b(?P<label>(?i:present|members))(?P<many> ?\([^()\n]{2,30}\))(?=\s?:)")
"""How many came, in a bracket within a label: "PRESENT (three Members):"."""


def _blank(found: re.Match[str]) -> str:
    """Return a label with as many spaces behind it as its bracket has characters."""
    return found["label"] + " " * len(found["many"])


def mended(text: str, start: int, end: int) -> str:
    r"""Return the text with the halves of each broken label together, all offsets as they were.

    The mark goes straight behind the first half; the second half is left out. What remains of
    both lines is one list.

    Args:
        text: The normalised text of the page.
        start: Where the stretch begins that is read.
        end: Where it ends.

    Example:
        >>> mended("Staff Ann Orr, Clerk;\nPresent: Ben Hay, Engineer", 0, 50)
        'Staff:Ann Orr, Clerk;\n         Ben Hay, Engineer'
    """
    part = _LOST.sub("PRESENT", text[start:end])
    part = _GLUED.sub(" ", _COUNTED.sub(_blank, part))
    text = text[:start] + part + text[end:]
    for found in reversed(list(_BROKEN.finditer(text, start, end))):
        mark, (first, last) = found.end("whose"), found.span("what")
        gap = ":" + " " * (found.end("gap") - mark - 1)
        text = (
            text[:mark] + gap + text[found.end("gap") : first] + " " * (last - first) + text[last:]
        )
    return text
