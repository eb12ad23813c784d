"""Lead-ins: sentences that announce a list and say what its points are."""

from __future__ import annotations

import re

from minutesparse.attribute.drafts import Lead
from minutesparse.attribute.frames import Frame
from minutesparse.naming import Mention

_COLON_END = re.compile(r"(?:[:;]|:\s*[-–]+)\s*$")
_ANSWERS = re.compile(
    r"\b(?:in\s+(?:response|answer|reply)\s+to\s+(?:[\w'’]+\s+){0,4}(?:questions?|quer(?:y|ies)|enquiries|comments)|"
    r"(?:following|responses?|answers?|replies|advice|clarification)\s+(?:were|was)\s+(?:given|provided|received)|"
    r"responded\s+(?:as\s+follows|to\s+(?:the\s+)?(?:questions|queries))|"
    r"questions?\s+(?:were|was)\s+(?:answered|responded\s+to))",
    re.I,
)
_QUESTIONS = re.compile(
    r"\b(?:following\s+(?:questions?|quer(?:y|ies))|questions?\s+(?:as\s+follows|including|on\s+the\s+following|"
    r"(?:were|was)\s+(?:asked|raised|put))|asked\s+(?:questions|about)\b)",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:points?|comments?|issues?|matters?|observations?|views?|concerns?|remarks?|areas?|topics?|"
    r"suggestions?|following|discussion)\b",
    re.I,
)
_DISCUSSION_NOUNS = re.compile(
    r"\b(?:discussion|debate|comments?|questions?|quer(?:y|ies)|issues?\s+(?:were\s+)?raised|"
    r"points?\s+(?:were\s+)?(?:raised|made)|raised|views?|concerns?|observations?)\b",
    re.I,
)


def is_lead_in(frame: Frame, last_of_block: bool, points_follow: bool) -> bool:
    """Tell whether a clause announces the list that follows it."""
    if not last_of_block or not points_follow:
        return False
    return _COLON_END.search(frame.text) is not None or (
        not frame.text.endswith((".", "?", "!")) and _POINTS.search(frame.text) is not None
    )


def lead_of(frame: Frame, speaker: Mention | None, depth: int, presenting: bool) -> Lead:
    """Return what a lead-in says of its points.

    Args:
        frame: The lead-in's frame.
        speaker: The speaker of the lead-in, stated or inherited.
        depth: Depth of the list that follows.
        presenting: True where that speaker brings the report.
    """
    if _ANSWERS.search(frame.text):
        named = speaker if frame.voice == "active" else None
        return Lead("answer", named, depth, answers=True)
    if presenting and not _QUESTIONS.search(frame.text):
        return Lead("presentation", speaker, depth)
    if _QUESTIONS.search(frame.text) and not re.search(r"\bpoints?\b|\bcomments?\b", frame.text, re.I):
        return Lead("question", _collective(speaker), depth)
    if _DISCUSSION_NOUNS.search(frame.text):
        return Lead("comment", _collective(speaker), depth)
    if speaker is not None and speaker.type != "group" and frame.voice == "active":
        return Lead("presentation" if presenting else "comment", speaker, depth)
    return Lead("comment", _collective(speaker), depth)


def _collective(speaker: Mention | None) -> Mention | None:
    return speaker
