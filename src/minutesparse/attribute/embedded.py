"""Questions that a sentence only mentions: "In response to a question from X about Y, ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from minutesparse.naming import Mention

MentionAt = Callable[[int], Mention | None]

_NOUN = (
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|requests?|concerns?|comments?|"
    r"points?|issues?|suggestions?|observations?|challenges?)"
)
_VOICED = re.compile(r"(?:concerns?|comments?|points?|issues?|suggestions?|observations?)$", re.I)
_NOUN_WORD = re.compile(_NOUN, re.I)
_OPENER = (
    r"(?:(?:and|but)\s+)?(?:In\s+(?:response|answer|reply|relation)\s+to|"
    r"In\s+(?:responding|answering|replying)\s+to|Following(?:\s+on\s+from)?|Responding\s+to|"
    r"Answering|Replying\s+to|Further\s+to|(?:After|Upon|On|To)(?!\s+(?:question|query|request|comment|point|issue|challenge)\b))\s+"
)
_NO_VERB = r"(?!(?:asked|raised|posed|put|had|made|sought|expressed|submitted)\s+(?!by\b|from\b))"
_MENTIONED = re.compile(
    rf"(?!on\s+the\s+question,){_OPENER}(?P<matter>(?:{_NO_VERB}(?:[A-Z]\.|[^\s,;.]+)\s+){{0,7}}?{_NOUN}\b|(?:a\s+further\s+)?one(?=\s+(?:from|by)\b))",
    re.I,
)
_AFTER_REPORT = re.compile(
    rf"\b(?:in\s+(?:response|answer|reply)\s+to|following|after|responding\s+to)\s+(?P<matter>(?:[^\s,;.]+\s+){{0,4}}?{_NOUN})\b(?=\s+(?:from|by)\b)",
    re.I,
)
_ANSWERED_BY = re.compile(
    rf"(?P<matter>(?:[^\s,;.]+\s+){{0,7}}?(?P<noun>{_NOUN})\b[^.;]{{0,160}}?)\s+(?:was|were)\s+(?:then\s+|fully\s+)?"
    r"(?:answered|responded\s+to|replied\s+to|addressed|dealt\s+with)\s+by\b",
    re.I,
)
_WHO_ASKED = re.compile(
    r"(?:In\s+(?:response|answer|reply)\s+to|Responding\s+to|Answering|Replying\s+to)\s+(?P<who>(?:the\s+)?[A-Z])"
)
_WHO = re.compile(
    r",?\s+who\s+(?:had\s+)?(?:asked|queried|enquired|questioned|wondered|raised|wanted|sought)\b|"
    r"\s+(?:relative\s+to|as\s+to|regarding|about|on|concerning)\s+(?:whether|how|why|what|when|who)\b"
)
_RAISED = re.compile(
    r",?\s+who\s+(?:had\s+)?raised\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+|the\s+|some\s+)?"
    r"(?:concerns?|points?|issues?|objections?)\b"
)
_ASKED = re.compile(
    r"(?:When\s+|On\s+being\s+|Being\s+)?(?P<asked>[Aa]sked|[Qq]uestioned|[Qq]ueried|[Pp]ressed|[Cc]hallenged)\s+"
    r"(?:by\s+(?P<by>[^,]{3,60}?)\s+)?(?:if|whether|who|what|why|how|about|when|where|which|on)\b"
)
_MATTER = re.compile(
    r"\b(?:about|regarding|concerning|on|as\s+to|relating\s+to|in\s+relation\s+to|whether|if|over|"
    r"around|in\s+respect\s+of|with\s+regards?\s+to|in\s+regards?\s+to|of\s+whether|for|"
    r"surrounding|why|how|what|when|where|that|to(?!\s+(?:the\s+)?[A-Z]))\b"
)
_ASKER = re.compile(r"\b(?:from|by|of|put\s+by|raised\s+by|asked\s+by)\s+(?=\S)")
_OWNER = re.compile(
    r"(?P<owner>(?:(?:the|an?|one|another)\s+|(?=[A-Z]))[\w.' -]{2,60}?)(?:'s|s')\s+"
    r"(?:\w+\s+){0,3}$"
)
_RESPONDED = re.compile(
    rf"\b(?:responded|replied)\s+to\s+(?P<matter>(?:[^\s,;.]+\s+){{0,4}}?{_NOUN})\b"
    r"(?=\s+(?:(?:raised|asked|put)\s+)?(?:from|by)\b)"
)
_TELLS_THEN = re.compile(
    r",?\s+(?:and|by)\s+(?:stated|said|advised|confirmed|explained|clarified|assured|reported|noted|outlined|"
    r"stating|saying|advising|confirming|explaining|clarifying|outlining)\b"
)

_LISTED = re.compile(
    r"\b(?:responded|replied|answered|gave\s+(?:answers|responses|replies))\b[^.;:]{0,30}?\b(?:the\s+)?following\s+"
    r"(?:\w+\s+)?(?:questions|queries)\b(?:\s+(?:raised|asked|put|posed|submitted))?(?:\s+(?:by|from)\s+(?P<who>\S))?"
)


_TOPIC = re.compile(r"[^:–.]{1,50}(?: – |: )")
_ASKED_WORDS = frozenset("asked questioned queried pressed challenged".split())
_NOUNS = frozenset(
    """question questions query queries enquiry enquiries inquiry inquiries request requests concern
    concerns comment comments point points issue issues suggestion suggestions observation
    observations challenge challenges one who responding answering replying response answer
    reply""".split()
)
CUES = _NOUNS | _ASKED_WORDS
"""Words of which a sentence that mentions a question has one."""


class Embedded(NamedTuple):
    """A question that a sentence only mentions.

    Attributes:
        start: Offset of its first word.
        end: Offset after its last word.
        asker: Who asked it, where named.
        matter: True where it says what was asked.
        asks: True for a question, false for a concern, comment or point.
        apart: True where it is a clause beside the answer's, and no words within it.
    """

    start: int
    end: int
    asker: Mention | None
    matter: bool
    asks: bool = True
    apart: bool = False

    def shifted(self, offset: int) -> Embedded:
        """Return it with offsets counted from further up."""
        asker = self.asker.shifted(offset) if self.asker else None
        return self._replace(start=self.start + offset, end=self.end + offset, asker=asker)


def lists_questions(text: str) -> re.Match[str] | None:
    """Match "responded to the following questions from X:": what stands below are questions."""
    return _LISTED.search(text) if text.rstrip(" -–").endswith(":") else None


def find_embedded(
    text: str,
    words: frozenset[str],
    start: int,
    end: int,
    openers: Sequence[int],
    mention_at: MentionAt,
) -> Embedded | None:
    """Return the question that a clause mentions before it answers, or None.

    Args:
        text: The sentence.
        words: Its words in lower case.
        start: Where the clause begins in it.
        end: Where the clause ends in it.
        openers: Where the clause's reports begin: the mentioned question ends before them.
        mention_at: Reads the mention that begins at an offset.
    """
    if lists_questions(text[start:end]) is not None:
        return None
    for reading in (_was_asked,) if _NOUNS.isdisjoint(words) else _READINGS:
        found = reading(text, start, end, openers, mention_at)
        if found is not None and text[found.start : found.end].strip():
            return found
    return None


def _mentioned(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "a question from Councillor X about Y", "the Chair's query as to Z"."""
    found = _MENTIONED.match(text, start) or _behind_topic(text, start)
    if found is None:
        return None
    begin, noun_end = found.start("matter"), found.end()
    stop = _stop(text, noun_end, end, openers)
    asker = _owner(text, begin, noun_end, mention_at) or _source(text, noun_end, stop, mention_at)
    rest = text[noun_end if asker is None else max(noun_end, asker.end) : stop]
    asks = _VOICED.search(text, begin, noun_end) is None
    return Embedded(begin, stop, asker, _MATTER.search(rest) is not None, asks)


def _behind_topic(text: str, start: int) -> re.Match[str] | None:
    """Match behind a topic: "Bulky waste – In response to a question from ..."."""
    topic = _TOPIC.match(text, start)
    return _MENTIONED.match(text, topic.end()) if topic is not None else None


def _who_asked(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "In answer to Councillor X, who asked how ..., the Director ..."."""
    found = _WHO_ASKED.match(text, start)
    asker = mention_at(found.start("who")) if found else None
    if found is None or asker is None or _WHO.match(text, asker.end) is None:
        return None
    begin = found.start("who")
    later = [opener for opener in openers if opener > asker.end + 12]
    asks = _RAISED.match(text, asker.end) is None
    return Embedded(begin, _stop(text, asker.end + 12, end, later), asker, True, asks)


def _was_asked(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "Asked who would be paying, X replied", "Pressed by Councillor Y on it, X said"."""
    found = _ASKED.match(text, start)
    if found is None or not any(opener > found.end() for opener in openers):
        return None
    asker = mention_at(found.start("by")) if found["by"] else None
    stop = _stop(text, found.end(), end, openers)
    return Embedded(found.start("asked"), stop, asker, True, apart=True)


def _answered_by(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "The Chair's question about pay was answered by the Director, who said ..."."""
    found = _ANSWERED_BY.match(text, start, end)
    if found is None:
        return None
    begin, noun_end = found.start("matter"), found.end("noun")
    stop = found.end("matter")
    asker = _owner(text, begin, noun_end, mention_at) or _source(text, noun_end, stop, mention_at)
    asks = _VOICED.search(text, begin, noun_end) is None
    return Embedded(begin, stop, asker, True, asks) if asker is not None else None


def _responded(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "X responded to a question from Councillor Y on pay and said that ..."."""
    found = _RESPONDED.search(text, start, end)
    if found is None or not any(opener < found.start() for opener in openers):
        return None
    asker = _source(text, found.end(), end, mention_at)
    tells = _TELLS_THEN.search(text, asker.end, end) if asker is not None else None
    if tells is None:
        return None
    asks = _VOICED.search(text, found.start("matter"), found.end()) is None
    return Embedded(found.start("matter"), tells.start(), asker, True, asks)


def _inserted(
    text: str, start: int, end: int, openers: Sequence[int], mention_at: MentionAt
) -> Embedded | None:
    """Read "X confirmed, in response to a question from Councillor Y, that ..."."""
    found = _AFTER_REPORT.search(text, start, end)
    if found is None or not any(opener < found.start() for opener in openers):
        return None
    asker = _source(text, found.end(), end, mention_at)
    if asker is None:
        return None
    comma = text.find(",", asker.end, end)
    stop = comma if comma > 0 else len(text[:end].rstrip(" ."))
    return Embedded(found.start("matter"), stop, asker, False)


def _stop(text: str, after: int, end: int, openers: Sequence[int]) -> int:
    """Return where the mentioned question ends: before the report, or at the last comma."""
    for opener in openers:
        if opener > after:
            return len(text[:opener].rstrip(" ,").removesuffix(", that"))
    comma = text.rfind(",", after, end)
    return comma if comma > 0 else min(end, len(text.rstrip(" .")))


def _owner(text: str, begin: int, noun_end: int, mention_at: MentionAt) -> Mention | None:
    noun = _NOUN_WORD.search(text, max(begin, noun_end - 14), noun_end)
    if noun is None:
        return None
    owner = mention_at(begin)
    if owner is not None and text[owner.end : noun.start()].isspace():
        return owner
    return owner if _OWNER.match(text[begin : noun.start()]) else None


def _source(text: str, noun_end: int, stop: int, mention_at: MentionAt) -> Mention | None:
    source = _ASKER.search(text, noun_end, stop)
    if source is None or source.start() - noun_end > 40:
        return None
    return mention_at(source.end())


_READINGS = (_who_asked, _mentioned, _was_asked, _answered_by, _inserted, _responded)
