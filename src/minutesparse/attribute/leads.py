"""Lead-ins: sentences that announce a list and say what its points are."""

from __future__ import annotations

import re

from minutesparse.attribute.drafts import Kind, Lead
from minutesparse.attribute.embedded import lists_questions
from minutesparse.attribute.frame import Frame
from minutesparse.naming import Mention
from minutesparse.text import Block

_REPLIES = re.compile(r"\b(?:responded|replied|answered)\b", re.I)
_BINDS = re.compile(r"\b(?:that|(?:s?he|they|it)\s+had)\s*:?\s*[-–]*$")
_COLON_END = re.compile(r"(?:[:;]|:\s*[-–]+|\s[–-])\s*$")
_FOLLOWS = re.compile(r"\b(?:the\s+following|as\s+follows)\b[^.]{0,60}\.$")
_ANSWERS = re.compile(
    r"\b(?:(?:in\s+(?:response|answer|reply)|responding|replying)\s+to\s+(?:[\w'’]+\s+){0,4}?"
    r"(?:questions?|quer(?:y|ies)|enquiries|comments|points|concerns|issues)|"
    r"^(?:Summary\s+of\s+)?(?:the\s+)?(?:responses|answers|replies)\s+to\s+(?:[\w'’]+\s+){0,4}?(?:questions|comments|queries)\b|"
    r"^(?:Further\s+to|Following|Arising\s+from)\s+(?:[\w'’]+\s+){0,4}?(?:questions?|queries)\b[^.:]{0,60}?,\s+it\s+was\b|"
    r"(?:following\s+)?(?:responses?|answers?|replies|advice|clarification)\s+(?:were|was)\s+(?:given|provided|received)|"
    r"^In\s+(?:response|reply)\b,?\s+it\s+was\b|"
    r"\b(?:arising|resulting)\s+from\s+(?:[\w'’]+\s+){0,3}?questions\b|"
    r"\bfollowing\s+(?:responses|answers|replies)\b|"
    r"responded\s+(?:as\s+follows|to\s+(?:the\s+)?(?:questions|queries))|"
    r"questions?\s+(?:were|was)\s+(?:answered|responded\s+to))",
    re.I,
)
_QUESTIONS = re.compile(
    r"\b(?:following\s+(?:questions?|quer(?:y|ies))|questions?\s+(?:as\s+follows|including|on\s+the\s+following|"
    r"(?:were|was)\s+(?:then\s+|also\s+)?(?:asked|raised|put))|asked\s+(?:questions|about)\b)",
    re.I,
)
_RAISED_BELOW = re.compile(
    r"Questions\s+(?:were|was)\s+(?:then\s+|also\s+)?(?:asked|raised|put)\b.{0,60}?\b(?:as\s+follows|below)\b"
)
_NOUNS = re.compile(
    r"\b(?:points?|comments?|issues?|matters?|observations?|views?|concerns?|remarks?|areas?|topics?|"
    r"suggestions?|following|discussion|highlights?|updates?)\b",
    re.I,
)
_DISCUSSION = re.compile(
    r"\b(?:discussion|debate|discussed|comments?|questions?|quer(?:y|ies)|"
    r"(?:issues?|points?|matters?)\s+(?:were\s+|was\s+)?(?:raised|made)|"
    r"raised|views?|concerns?|observations?)\b",
    re.I,
)


def announces_list(frame: Frame, closes_block: bool, block: Block, following: Block | None) -> bool:
    """Tell whether a clause announces the points in the blocks below it."""
    if not closes_block or following is None or not _is_point(block, following):
        return False
    if _COLON_END.search(frame.text) or _FOLLOWS.search(frame.text):
        return True
    return not frame.text.endswith((".", "?", "!")) and _NOUNS.search(frame.text) is not None


def lead_of(frame: Frame, speaker: Mention | None, depth: int, kind: Kind) -> Lead:
    """Return what a lead-in says of its points.

    Args:
        frame: The lead-in's frame.
        speaker: The speaker of the lead-in, stated or inherited.
        depth: Depth of the list that follows.
        kind: What the lead-in itself is.
    """
    if lists_questions(frame.text) is not None:
        return Lead("question", frame.target, depth)
    presenting = kind == "presentation"
    if kind == "question":
        return Lead("question", speaker, depth)
    if _RAISED_BELOW.match(frame.text):
        return Lead("question", speaker, depth)
    if answers_list(frame):
        return Lead("answer", speaker if frame.voice == "active" else None, depth, answers=True)
    if presenting and not _QUESTIONS.search(frame.text):
        return Lead("presentation", speaker, depth)
    points = re.search(r"\bpoints?\b|\bcomments?\b", frame.text, re.I)
    if _QUESTIONS.search(frame.text) and not points:
        return Lead("question", speaker, depth)
    return Lead("comment", speaker, depth)


def binds(frame: Frame) -> bool:
    """Tell whether every point of a lead-in's list ends its own sentence ("stated that:")."""
    return _BINDS.search(frame.text) is not None


def answers_list(frame: Frame) -> bool:
    """Tell whether a lead-in announces replies."""
    replies = _REPLIES.search(frame.text) and not _QUESTIONS.search(frame.text)
    return bool(_ANSWERS.search(frame.text) or replies)


def opens_discussion(frame: Frame) -> bool:
    """Tell whether a lead-in announces what was said in discussion, or in answer to questions."""
    return bool(_DISCUSSION.search(frame.text) or _ANSWERS.search(frame.text))


def _is_point(block: Block, following: Block) -> bool:
    """Tell whether the block below a clause can be the first point of its list."""
    if following.kind == "bullet":
        return block.kind != "bullet" or following.depth > block.depth
    return following.kind == "numbered" and (
        block.kind == "paragraph" or following.depth > block.depth or _letters(block, following)
    )


def _letters(block: Block, following: Block) -> bool:
    """Tell whether a numbered block is followed by the first of a lettered list."""
    number, letter = block.marker, following.marker
    if number is None or letter is None or not number.label[:1].isdigit():
        return False
    return letter.label in ("a", "A", "i")
