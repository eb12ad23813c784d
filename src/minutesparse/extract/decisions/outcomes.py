"""Whether words decide something or only speak of it."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.lexicons import Lexicon, alternation

_FORWARD = re.compile(r"\b(?:be|should|would|will|shall|must|could|may)\b", re.I)
_INDICATIVE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|did|does|do|needed|needs|looked|seemed|remained|wasn['’]t|isn['’]t)\b",
    re.I,
)
_REPORTED_BEFORE = re.compile(
    r"\b(?:that|which|whether|if|when|as|where|what|because|until|once|since|who|after|before|had|previously|"
    r"last\s+(?:month|year|meeting)|how|why|while|whilst|although|unless)\s*,?\s*$",
    re.I,
)
_OTHER_MEETING = re.compile(
    r"\b(?:at|from)\s+(?:its|their|the|a)\s+(?:\w+\s+){0,4}?(?:last|previous|earlier|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b|\b(?:previously|last\s+(?:month|year|meeting)|in\s+(?:19|20)\d\d|"
    r"earlier\s+(?:this|in\s+the)\s+year)\b|\b(?:meeting|held)\s+(?:of|on)\s+(?:the\s+)?\d",
    re.I,
)
_MINUTES = re.compile(r"(?:the\s+)?(?:draft\s+|public\s+)?(?:action\s+)?(?:minutes?|notes)\b", re.I)
_PREAMBLE = re.compile(
    r"\W*(?:Having|After|Following|Upon|On|Given|Further\s+to|In\s+view|Noting|Mindful)\b"
)
_TALK = re.compile(
    r"^(?:with\b|this\s+(?:was|is|had|has)\b|the\s+(?:point|importance|need|issue|comment|principle|concerns?|suggestion|views?|sentiments?)\b|"
    r"it\s+(?:was|is)\b|there\s+(?:was|were|is|are)\b)",
    re.I,
)

_STATED = re.compile(r"(?:this|it|there|that)\s+(?:was|were|is|are|had|has)\b", re.I)


def looks_forward(words: str) -> bool:
    """Tell whether words say what is to be done, as decisions do, and not how things are."""
    stripped = words.lstrip(" ,:–-").lower()
    if stripped.startswith("to ") or _FORWARD.search(words) is not None:
        return True
    return _INDICATIVE.search(words) is None


def is_view(words: str) -> bool:
    """Tell whether what follows "agreed" is a view shared and no step taken."""
    stripped = re.sub(r"^that\s+", "", words.lstrip(" ,:–-"), flags=re.I)
    found = _TALK.match(stripped)
    if found is None:
        return False
    return _STATED.match(stripped) is not None or not _FORWARD.search(stripped[:160])


def is_reported(before: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a decision put it into someone's mouth or another time."""
    if _REPORTED_BEFORE.search(before[-40:]) is not None:
        return True
    if _OTHER_MEETING.search(before) is not None and _MINUTES.match(before) is None:
        return True
    if _PREAMBLE.match(before) is not None and before.rstrip().endswith(","):
        return False
    teller = _tellers(lexicon).search(before)
    return teller is not None and re.search(r"\b(?:and|but|;)\s*$", before[-12:]) is None


@cache
def _tellers(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "tellers"))
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s+){{0,4}}?(?:that|how|if|whether)\b", re.I)
