"""The words of a sentence that say somebody was there, or was not, or stood in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HAVE = r"(?:had|have|has|having)\s+"
_BE = r"(?:was|were|is|are|being)\s+"
_TITLED = (
    r"(?:(?:County|District|Borough|City|Town|Parish)\s+)?"
    r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Alderman)\b"
)
_HIS = r"(?:his|her|their)"
_SPEAKS = re.compile(
    r"\bin\s+attendance\s+to\b|\bpresent(?:ed)?\s+(?:to|the|a|an|his|her|their|that|and)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say somebody was there or not.

    Attributes:
        rule: The rule's name.
        status: What they say.
        pattern: The words.
        before: Whether the names stand before them; else after.
        anywhere: Whether they say so outside items about attendance too.
    """

    rule: str
    status: str
    pattern: re.Pattern[str]
    before: bool
    anywhere: bool


def _cue(rule: str, status: str, *parts: str, before: bool = True, anywhere: bool = False) -> Cue:
    """Make a cue of the alternatives of its pattern."""
    pattern = re.compile(rf"\b(?:{'|'.join(parts)})", re.I)
    return Cue(f"attendance.{rule}", status, pattern, before, anywhere)


_THE_MEETING = (
    r"(?:(?:at\s+)?(?:the|this)\s+"
    r"(?:meeting|committee|panel|board|forum|group|council|cabinet|authority)\s+)?"
)

SUBSTITUTES: tuple[Cue, ...] = (
    _cue(
        "substitute_sentence",
        "substitute",
        # was present as a substitute for, had been appointed as his alternate, substituted for
        rf"(?:{_BE}|{_HAVE}been\s+)?(?:also\s+)?(?:present|attending|attended|in\s+attendance|"
        r"acting|acted|appointed|there|named|nominated|sitting|sat|serving|served)?\s*"
        rf"{_THE_MEETING}(?:as\s+)?(?:(?:an?|the|{_HIS})\s+)?"
        r"(?:(?:named|nominated)\s+)?"
        r"(?:substitut(?:e|es|ed|ing)|alternate|reserve|proxy|stand-in|replacement)\b"
        r"(?!\s+(?:motion|amendment|by|on\s+.{3,80}\sby)\b)(?:\s+members?)?(?:\s+(?:for|on\s+behalf\s+of)\b)?",
        r"(?:(?:was|were)\s+)?deputis(?:ed|ing)\s+for\b",
        # attended in place of, was present on her behalf, was present for Mark Dunn
        rf"(?:{_BE}|{_HAVE}|would\s+be\s+|will\s+be\s+)?"
        r"(?:present|attend(?:ed|ing)|in\s+attendance|here)\s+"
        rf"{_THE_MEETING}(?:"
        rf"in\s+(?:(?:the|{_HIS})\s+)?(?:place|stead|lieu)(?:\s+of)?|in\s+{_HIS}\s+absence|on\s+{_HIS}\s+behalf|"
        rf"on\s+behalf\s+of|instead\s+of|for(?=\s+(?:{_TITLED}|(?-i:[A-Z][a-z]+\s+[A-Z]))))",
        r"(?:took|taking)\s+(?:up\s+)?the\s+place\s+of",
        rf"(?:was\s+|had\s+)?replac(?:ed|ing)(?=\s+{_TITLED})",
        r"in\s+(?:the\s+)?(?:place|stead)\s+of",
    ),
    _cue(
        "substituted_by",
        "substitute",
        rf"(?:who\s+)?{_BE}(?:substituted|replaced|represented|deputised)\s+"
        r"(?:for\s+|on\s+[^.;]{3,80}?\s)?by\s+",
        r"whose\s+(?:place\s+was\s+taken\s+by|substitute\s+was)\s+",
        before=False,
    ),
)
"""Cues for those who stood in, which also follow a list of apologies in one sentence."""

CUES: tuple[Cue, ...] = (
    _cue(
        "substitute_sentence",
        "substitute",
        rf"(?:attended|{_BE}(?:present|in\s+attendance|attending))\s+(?:the\s+meeting\s+)?as\s+"
        r"(?:(?:an?|the|named)\s+){0,2}(?:substitutes?|reserves?|alternates?)"
        r"(?:\s+(?:members?|councillors?))?(?:\s+(?:for|on\s+behalf\s+of)\b)?",
        anywhere=True,
    ),
    *SUBSTITUTES,
    _cue(
        "apologies_sent",
        "apologies",
        rf"(?:{_HAVE})?(?:also\s+)?(?:sent|submitted|gave|given|tendered|offered|intimated|conveyed|presented|"
        rf"forwarded)\s+(?:in\s+)?(?:(?:{_HIS}|an?|through)\s+)?(?:(?:written|advance)\s+)?"
        r"apolog(?:y|ies)\b(?!\s+for\s+(?:late|lateness|arriving|the\s+delay|leaving))",
    ),
    _cue(
        "unable_to_attend",
        "apologies",
        rf"(?:{_BE}|{_HAVE}been\s+)?unable\s+to\s+(?:attend|be\s+present)",
        r"asked\s+to\s+be\s+excused",
        r"(?:was|were)\s+on\s+leave\s+of\s+absence",
        r"had\s+apologised\b(?!\s+for\s+the)",
    ),
    _cue(
        "absent_sentence",
        "absent",
        r"(?:was|were)\s+(?:absent|not\s+(?:present|in\s+attendance)|excused)"
        r"(?!\s+(?:for|from|during|when|at\s+the\s+(?:time|vote)))",
    ),
    _cue(
        "present_sentence",
        "present",
        r"(?:all\s+)?(?:answered|responded\s+to|answering)\s+(?:(?:to\s+)?the\s+)?roll(?:[\s-]call)?\b(?!\s*[:\w])",
        r"answered\s+(?:[\"“]?present|[\"“]?here)\b(?=[\"”]?\s*(?:[.,;]|$))",
    ),
    _cue(
        "absent_inverted",
        "absent",
        r"(?<!\S\s)absent\s+(?:was|were)\s*:?\s+(?!(?:that|not|also|no)\b)",
        before=False,
    ),
    _cue(
        "in_attendance_inverted",
        "in-attendance",
        r"(?:also\s+)?(?:in\s+attendance|present|attending)"
        r"(?:\s+(?:at|for)\s+(?:part\s+of\s+)?(?:the|this)\s+(?:meeting|item))?\s+(?:was|were)\s*:?"
        r"\s+(?!(?:that|not|also|no|told|advised|reminded)\b)",
        before=False,
    ),
    _cue(
        "attended_item",
        "in-attendance",
        r"(?:attended|joined\s+the\s+meeting|(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance))"
        r"\s+(?:the\s+meeting\s+)?(?:for|during)\s+"
        r"(?:this|the|that|agenda|part\s+of\s+this)\s+(?:agenda\s+)?"
        r"(?:item|matter|discussion|meeting|part)\b",
        anywhere=True,
    ),
    _cue(
        "attended_remotely",
        "in-attendance",
        r"(?:attended|joined|(?:was|were)\s+(?:present\s+at|attending))\s+(?:the\s+meeting\s+)?"
        r"(?:online|remotely|virtually|by\s+(?:phone|telephone|video)|"
        r"via\s+(?:Zoom|Teams|Microsoft\s+Teams|MS\s+Teams|video|telephone))\b",
    ),
    _cue(
        "in_attendance_sentence",
        "in-attendance",
        r"(?:(?:(?:was|were)\s+)?(?:also\s+)?(?:present|in\s+attendance|attending)|"
        r"(?:also\s+)?attended(?:\s+the\s+meeting)?)"
        r"(?=\s*(?:[.,;(]|$|with\b|by\b|via\b|remotely\b|as\s+an?\b|representing\b|"
        r"electronically\b|virtually\b|online\b|"
        r"in\s+(?:person\b|(?:the\s+)?Council\s+Chambers?\b)|for\s+(?:minutes?|items?)\s+\d|at\s+the\s+(?:start|beginning|meeting)|from\b|until\b|throughout\b|for\s+(?:part|most|the\s+(?:first|last)\s+part)\s+of\b|on\s+behalf\b))",
    ),
)
"""Every cue, in the order in which those at one place are tried."""

CHAIRED = re.compile(
    r"\b(?:(?:(?:was|were)\s+)?in\s+the\s+chair|chaired\s+the\s+meeting|"
    r"presided(?:\s+over\s+the\s+meeting)?|(?:took|occupied)\s+the\s+chair|presiding)\b"
    r"(?P<with>(?:,|\s+and)?\s+(?:with|plus)\b[,:]?)?",
    re.I,
)
"""Words that say who was in the chair, and whether those with them follow."""

PRESENT_LIST = re.compile(
    r"\b(?:(?:the\s+)?(?:following|other)\s+(?:\w+\s+){0,3}(?:were|was)\s+(?:also\s+)?"
    r"(?:present|in\s+attendance)|"
    r"(?:those|(?:the\s+)?members|councill?ors|council\s?members|commissioners|trustees|aldermen)\s+"
    r"(?:who\s+were\s+)?"
    r"(?:present|attending|in\s+attendance)\s+(?:at\s+(?:the\s+meeting|(?:the\s+)?roll\s+call)\s+)?(?:were|was|included)|"
    r"^(?:members\s+)?present\s+(?:at\s+the\s+meeting\s+)?(?:(?:besides|with|in\s+addition\s+to)\s+\S+\s+\S+\s+)?"
    r"(?:were|was)|answered\s+(?:the\s+roll(?:\s+call)?|present)|"
    r"roll\s+call\s+(?:was\s+taken\s+)?(?:with|showed))\b\s*(?:as\s+follows)?\s*[:,–-]*\s*",
    re.I,
)
"""Words that those present are listed after."""


def next_cue(text: str, place: int, cues: Sequence[Cue]) -> tuple[Cue, re.Match[str]] | None:
    """Return the cue that comes first from a place on; of two at one, the one tried first."""
    hits = [(cue, found) for cue in cues if (found := cue.pattern.search(text, place))]
    told = [(cue, found) for cue, found in hits if not _SPEAKS.match(text, found.start())]
    return min(told, key=lambda hit: hit[1].start(), default=None)
