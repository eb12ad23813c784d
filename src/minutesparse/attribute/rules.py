"""Wordings that decide the kind of a contribution, each a named test on one clause."""

from __future__ import annotations

import re

from minutesparse.attribute.frames import Frame

_NOTHING = re.compile(
    r"(?:\(?\s*)(?:There\s+(?:were|was|being|are|is)\s+(?:no(?:ne|thing)?\b|not\s+any)|None\b|Nil\b|No(?:ne)?\s+"
    r"(?:[\w'’/-]+\s+){0,8}(?:were|was|had|have|business|declared|received|raised|made|items?|questions?|reports?|"
    r"declarations?|matters?|apologies|interests?|updates?)\b|Nothing\s+(?:to|was|further)|N/?A\b|Not\s+applicable|"
    r"No\s+(?:further\s+)?(?:business|questions|items|comments|matters|report|update|interests|declarations|apologies)\b)",
    re.I,
)
_IN_PASSING = re.compile(
    r"(?:The\s+(?:report|update|position|presentation|information|item|verbal\s+update)\s+(?:was|were)\s+(?:duly\s+)?(?:noted|received)\.?$|"
    r"Consideration\s+was\s+given\b|(?:The\s+)?(?:\w+\s+){0,4}?(?:considered|discussed|debated|received|noted|had\s+before\s+(?:it|them)|gave\s+consideration\s+to)\s+"
    r"(?:the|a|an|this|each|various|further|its|their|and|whether|how|in|details)\b)",
)
_BUSINESS = re.compile(
    r"\b(?:left\s+the\s+(?:meeting|room|chamber)|withdrew\s+from|joined\s+the\s+meeting|entered\s+the|returned\s+to\s+the|took\s+the\s+chair|in\s+the\s+chair|"
    r"adjourned|reconvened|resumed|webcast|recorded\s+(?:and|by)|being\s+(?:filmed|recorded)|"
    r"welcomed\s+(?:everyone|all|those|members|councillors|attendees|\w+.{0,80}to\s+(?:the|his|her|their|this)\s+(?:first\s+)?(?:meeting|panel|committee|board|forum))|"
    r"to\s+the\s+meeting\b|fire\s+(?:exits?|alarm|evacuation|drill)|housekeeping|minute(?:'s|s)?\s+silence|"
    r"order\s+of\s+(?:the\s+)?(?:business|agenda|speaking)|taken\s+(?:after|before|first|next|as)|brought\s+forward|invited\s+(?:questions|comments|members|councillors|committee|the|those|any)|"
    r"opened\s+the\s+(?:meeting|floor|discussion|hearing)|closed\s+the\s+(?:meeting|hearing|debate)|"
    r"outlined\s+the\s+(?:procedure|order)|explained\s+the\s+procedure|sum(?:med|ming)\s+up|"
    r"no\s+(?:items|matters)\s+of\s+urgent|request(?:s)?\s+to\s+speak)\b",
    re.I,
)
_THANKS = re.compile(r"\b(?:thank(?:ed|s)|expressed\s+(?:thanks|gratitude|appreciation)|paid\s+tribute)\b", re.I)
_PLAIN_THANKS = re.compile(
    r"thank(?:ed|s)\s+.{2,90}?\b(?:for\s+(?:(?:his|her|their|the|an?|such|this)\s+)?(?:\w+\s+){0,3}?"
    r"(?:reports?|presentations?|attendance|attending|updates?|time|work|contributions?|input|hard\s+work|answers?|responses?|information))\b[^,;]{0,60}$",
    re.I,
)
_REQUEST = re.compile(
    r"\b(?:asked|requested|requests|asks)\s+(?:that\b|for\s+(?:\w+\s+){1,8}to\s+be\b|(?:the\s+|an?\s+|all\s+)?(?:[\w'’-]+\s+){1,7}?to\s+(?!know|confirm|explain|clarify|comment|elaborate|expand|say|tell|describe|provide|give|advise|outline|respond|share)[a-z]+)",
)
_ASK_FOR_WORDS = re.compile(
    r"\b(?:if|whether|what|when|where|why|how|who|which|about|regarding|for\s+(?:clarification|details|information|an\s+update|more|further|assurance|confirmation|reassurance|an?\s+explanation|the\s+(?:figure|number|cost|reason)s?))\b",
    re.I,
)
_ANY_QUESTIONS = re.compile(
    r"\b(?:if|whether|for)\s+(?:(?:there\s+(?:were|was)|they\s+had|members\s+had|anyone\s+had)\s+)?any(?:one|body)?\s*(?:further\s+|other\s+|had\s+)*(?:any\s+)?(?:questions?|comments?|declarations?|wished|items?|apologies|volunteers|nominations)\b",
    re.I,
)


def says_nothing(frame: Frame) -> bool:
    """Tell whether the clause only records that there was nothing ("There were none")."""
    return _NOTHING.match(frame.text) is not None and len(frame.text) < 160


def in_passing(frame: Frame) -> bool:
    """Tell whether the clause only records that a report was before the meeting."""
    return _IN_PASSING.match(frame.text) is not None


def runs_meeting(frame: Frame) -> bool:
    """Tell whether the clause is about the running of the meeting."""
    return frame.act == "procedural" or _BUSINESS.search(frame.text) is not None


def gives_thanks(frame: Frame) -> bool:
    """Tell whether the clause thanks or pays tribute."""
    return _THANKS.search(frame.text) is not None


def only_thanks(frame: Frame) -> bool:
    """Tell whether the clause thanks for a report or attendance and says no more."""
    return _PLAIN_THANKS.search(frame.text.rstrip(". ")) is not None


def invites_questions(frame: Frame) -> bool:
    """Tell whether the clause asks the meeting for questions rather than asking one."""
    return _ANY_QUESTIONS.search(frame.text) is not None


def only_requests(frame: Frame) -> bool:
    """Tell whether "asked" here asks for a deed and not for an answer."""
    request = _REQUEST.search(frame.text)
    if request is None:
        return False
    before_request = _ASK_FOR_WORDS.search(frame.text, 0, request.end())
    return before_request is None or before_request.start() > request.start() + 40
