"""Where the names stand in a sentence about apologies, and which of them were only late."""

from __future__ import annotations

import re
from collections.abc import Iterator

_APOLOGIES = re.compile(
    r"(?<!\bno )(?<!\bno formal )(?<![A-Za-z])(?:apolog(?:y|ies|ises(?=\s+(?:were|have|had)))|"
    r"regrets|leave\s+of\s+absence)\b",
    re.I,
)
_LINKER = re.compile(
    r"\b(?:on\s+behalf\s+of|"
    r"from,?\s+and\s+(?:a\s+)?leave\s+of\s+absence\s+(?:be\s+)?granted\s+to\b,?|"
    r"from(?-i:(?=[A-Z]))|from|by|granted\s+to|"
    r"(?:tendered|given|recorded|noted|accepted|submitted|received|sent)\s+for)(?:\b|(?-i:(?=[A-Z])))\s*"
    r"(?::\s*[-–]*\s*)?",
    re.I,
)
_PLAIN_FOR = re.compile(
    r"\bfor\s+(?!(?:absence|lateness|inability|non|not|the|their|his|her|being|having|this|any|"
    r"late|leaving)\b)",
    re.I,
)
_OF = re.compile(r"(?<=\w)\s+of\s+(?=(?!Members|Absence)[A-Z])")
_ABSENCE_OF = re.compile(r"\b(?:in|for|noted)\s+the\s+absence\s+of\s+", re.I)
_LATENESS = r"(?:late\b|lateness\b|late\s+arrival|early\s+departure|leaving\s+early)"
_LATE = re.compile(rf"\bfor\s+(?:{_LATENESS}|arriving\s+late|having\s+to\s+leave)", re.I)
_LATE_NEXT = re.compile(
    rf"(?:[;,]|\band)\s*(?:apologies\s+)?for\s+{_LATENESS}[\w\s]{{0,30}}$", re.I
)
_FROM = re.compile(
    r"(?:[,;]|\band)?\s*\b(?:(?:were|was)\s+)?(?:also\s+)?(?:received\s+)?from\s+", re.I
)
_MATTER = re.compile(
    r"\s+(?:in\s+respect\s+of|be\s+(?:accepted|received|noted|granted)|due\s+to)\b", re.I
)
_WITH = re.compile(
    r"(?<![,\s)])\s+with\s+(?=[A-Z][^.,;]{3,60}\s(?:substituting|deputising)\b)", re.I
)
_WHOM = re.compile(r"\bfor\s+whom\s+", re.I)
_NEAR = 160
_BEHIND_LABEL = 40


def list_start(text: str) -> int | None:
    """Return where the names begin in a sentence about apologies, None where it names nobody.

    Example:
        >>> text = "Apologies were submitted by the Clerk on behalf of Cllr Orme."
        >>> text[list_start(text):]
        'Cllr Orme.'
    """
    found = _APOLOGIES.search(text)
    if found is None:
        return None
    near, place = text[: found.end() + _NEAR], found.end()
    if text[place : place + 2].strip().startswith(":"):
        near = text[: place + _BEHIND_LABEL]
    linker = _behalf(near, place) or _first_linker(near, place)
    if linker is None:
        return None
    between = near[place : linker.start()]
    late_only = _LATE.search(between) and " absence" not in between
    return None if late_only else linker.end()


def _behalf(near: str, place: int) -> re.Match[str] | None:
    linkers = _LINKER.finditer(near, place)
    return next((linker for linker in linkers if "behalf" in linker[0].lower()), None)


def _first_linker(near: str, place: int) -> re.Match[str] | None:
    of = _OF.match(near, place)
    if of is not None:
        return of  # "the apologies of Cllr Hale be accepted"
    for pattern in (_ABSENCE_OF, _LINKER, _PLAIN_FOR):
        found = pattern.search(near, place)
        if found is not None:
            return found
    return None


def apology_stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of names that sent apologies for absence, not for coming late.

    Args:
        text: The sentence.
        start: Where its names begin.
    """
    ends = (pattern.search(text, start) for pattern in (_WHOM, _MATTER, _WITH))
    end = min(found.start() if found else len(text) for found in ends)
    late_next, place = False, start
    for found in [*_FROM.finditer(text, start, end), None]:
        stop = found.start() if found else end
        next_part = _LATE_NEXT.search(text[place:stop])
        own_end = place + next_part.start() if next_part else stop
        if not late_next and not _LATE.search(text, place, own_end):
            yield place, own_end
        late_next = next_part is not None
        place = found.end() if found else end


def whom_place(text: str, start: int) -> int | None:
    """Return where the substitutes begin after "for whom", None where nobody is so named."""
    found = _WHOM.search(text, start)
    return found.end() if found else None
