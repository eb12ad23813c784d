"""Wordings that decide the kind of a contribution, each a named test on one clause."""

from __future__ import annotations

import re

from minutesparse.attribute.frames import Frame

_NOTHING = re.compile(
    r"(?:\(?\s*)(?:There\s+(?:were|was|being|are|is)\s+(?:no(?:ne|thing)?\b|not\s+any)|None\b|Nil\b|"
    r"No(?:ne)?\s+(?:[\w'/-]+\s+){0,8}(?:were|was|had|have|business|declared|received|raised|made|"
    r"items?|questions?|reports?|declarations?|matters?|apologies|interests?|updates?)\b|"
    r"Nothing\s+(?:to|was|further)|N/?A\b|Not\s+applicable)",
    re.I,
)
_REPORT_NOTED = re.compile(
    r"(?:The\s+)?(?:report|update|position|presentation|information|item|verbal\s+update|matter)s?\s+"
    r"(?:was|were)\s+(?:duly\s+)?(?:noted|received)\.?$",
    re.I,
)
_DISSENT = re.compile(
    r"\b(?:votes?|voting|dissent|dissenting\s+vote|abstention|objection)\b.{0,60}\bbe\s+(?:recorded|minuted|noted)\b",
    re.I,
)
_ABSENT = re.compile(
    r"\b(?:was|were)\s+not\s+(?:present|in\s+attendance)\b|\bhad\s+(?:sent\s+word|been\s+delayed)\b|"
    r"\b(?:was|were|had\s+been)\s+unable\s+to\s+(?:attend|be\s+present)\b|\bdid\s+not\s+(?:attend|appear)\b"
)
_IN_PASSING = re.compile(
    r"Consideration\s+was\s+given\b|"
    r"(?:The\s+)?[\w' /-]{3,80}\b(?:report|update|paper|monitor|statement|programme|plan|strategy|minutes|schedule)\s+"
    r"(?:was|were)\s+considered\b|(?:The\s+)?(?:[\w'-]+\s+){1,5}?"
    r"(?:considered|discussed|debated|received|noted|had\s+before\s+(?:it|them)|"
    r"gave\s+consideration\s+to)\s+"
    r"(?:the|a|an|this|each|various|further|its|their|whether|how|in|details)\b"
)
_BUSINESS = re.compile(
    r"\b(?:webcast|recorded\s+(?:and|by)|being\s+(?:filmed|recorded|broadcast|live)|took\s+the\s+chair|"
    r"adjourned|reconvened|"
    r"welcomed\s+(?:everyone|all|those|members|councillors|attendees|.{0,80}\bto\s+(?:the|his|her|their|this)\s+"
    r"(?:first\s+)?(?:meeting|panel|committee|board|forum))|fire\s+(?:exits?|alarm|evacuation|drill)|"
    r"housekeeping|minute(?:'?s)?\s+silence|order\s+of\s+(?:the\s+)?(?:business|agenda|speaking)|"
    r"taken\s+(?:after|before|first|next|as)|brought\s+forward|"
    r"invited\s+(?:\w+\s+){0,3}(?:questions|comments|members|councillors|committee|the|those|any)|"
    r"opened\s+the\s+(?:meeting|floor|discussion|hearing)|closed\s+the\s+(?:hearing|debate)|"
    r"(?:outlined|explained)\s+the\s+procedure|summ(?:ed|ing)\s+up|no\s+(?:items|matters)\s+of\s+urgent|"
    r"requests?\s+to\s+speak|question\s+was\s+withdrawn|"
    r"public\s+hearing\s+(?:was|is)\s+(?:now\s+)?(?:open|closed)|read\b.{0,60}\bby\s+title|"
    r"opened\s+the\s+public\s+hearing|moment\s+of\s+silence|there\s+was\s+a\s+quorum|"
    r"that\s+(?:there\s+(?:were|was)\s+(?:none\b|nothing\s+to\b|no\s+(?:items?|business|questions?|further|other|"
    r"declarations?|apologies|matters?|urgent|petitions?|reports?|late|exempt)\b)|nothing\s+had\b|"
    r"no\s+\w+\s+had\s+been)|"
    r"declared\s+lobbying|(?:was|were)\s+recording|wishing\s+to\s+speak)\b",
    re.I,
)
_DISCUSSION = re.compile(
    r"(?:(?:There\s+(?:was|followed)|A|Some|Much|Further|Considerable|Lengthy|Detailed|General|An?)\s+(?:\w+\s+){0,4}?)?"
    r"(?:discussion|debate)\s+(?:was\s+(?:held|had)|ensued|followed|took\s+place|then|went\s+on|ranged|about|on|around|regarding|of|as\s+to|over|centred)\b",
    re.I,
)
_NO_SUPPLEMENTARY = re.compile(
    r"\b(?:no\s+supplementary|(?:did|does)\s+not\s+(?:have|wish\s+to\s+ask|ask)\s+(?:a|any)\s+supplementary)\b",
    re.I,
)
_BIDDEN = re.compile(
    r"\b(?:was|were)\s+(?:then\s+|also\s+)?(?:(?:asked|requested)\s+(?:to\b|(?:if|whether)\s+they\s+had\b)|invited|given\s+the\s+opportunity|thanked|welcomed)\b"
)
_THANKS_TO = re.compile(r"(?:Many\s+)?Thanks\s+(?:to|were|go)\b", re.I)
_VOTES_FOLLOW = re.compile(
    r"\bvot(?:es|ing|e)\s+(?:were|was|took\s+place)\b.{0,20}\bas\s+follows\b", re.I
)
_PURPOSE = re.compile(r"To\s+[a-z]+\b(?!.*\b(?:was|were|had|would|agreed|noted)\b)", re.S)
_MONEY_ROW = re.compile(r"[£$€]\s?\d|\d+\.\d\d\b")
_SAID_HOW = re.compile(
    r"\b(?:said|stated|commented)\b.{0,200}?,\s+(?:how|why|when|where|what)\s+(?:could|would|was|were|did|is|had|should|can|do|does)\b",
    re.S,
)
_THANKS = re.compile(
    r"\b(?:thank(?:ed|s)|expressed\s+(?:\w+\s+){0,3}(?:thanks|gratitude|appreciation)|paid\s+tribute)\b",
    re.I,
)
_PLAIN_THANKS = re.compile(
    r"thank(?:ed|s)\s+.{2,90}?\bfor\s+(?:(?:his|her|their|the|an?|such|this)\s+)?(?:\w+\s+){0,3}?"
    r"(?:reports?|presentations?|attendance|attending|updates?|coming|answers?|responses?|information)\b"
    r"[^,;]{0,60}$",
    re.I,
)
_REQUEST = re.compile(
    r"\b(?:asked|requested|requests|asks)\s+(?:that\b|for\s+(?:\w+\s+){1,8}to\s+be\b|"
    r"(?:the\s+|an?\s+|all\s+)?(?:[\w'-]+\s+){1,7}?to\s+(?!know|confirm|explain|clarify|comment|"
    r"elaborate|expand|say|tell|describe|provide|give|advise|outline|respond|share)[a-z]+)"
)
_ASK_FOR_WORDS = re.compile(
    r"\b(?:if|whether|what|when|where|why|how|who|which|about|regarding|for\s+(?:clarification|details|"
    r"information|an\s+update|more|further|assurance|confirmation|reassurance|an?\s+explanation|"
    r"the\s+(?:figure|number|cost|reason)s?))\b",
    re.I,
)
_ANY_QUESTIONS = re.compile(
    r"\b(?:if|whether|for)\s+(?:(?:there\s+(?:were|was)|they\s+had|members\s+had|anyone\s+had|anybody\s+had)\s+)?"
    r"(?:any\s+)?(?:further\s+|other\s+|more\s+|public\s+|urgent\s+)*(?:questions?|comments?|declarations?|disclosures?|interests|"
    r"apologies|volunteers|nominations|objections|amendments|corrections|matters\s+arising|business|speakers)"
    r"(?:\s+(?:from|or|and|on|of|to|in|for|regarding|relating)\b|\W*$)|\banyone\s+(?:wished|wanted)\s+to\b",
    re.I,
)
_NO_RECORD = re.compile(
    r"(?:Note:\s*)?(?:.{0,90}?\b(?:remained\s+in|left|withdrew\s+from|withdrew|re-?joined|joined|entered|returned\s+to|re-?entered|vacated)\s+"
    r"(?:the\s+)?(?:meeting|room|chamber|chair|call)\b|"
    r".{0,60}\b(?:arrived|departed)\s+(?:at\b|during|\()|"
    r".{0,160}\b(?:motion|amendment|proposal|vote|recommendation)s?\b.{0,80}?\b(?:declared|was|were|is|been)\s+"
    r"(?:therefore\s+|duly\s+|then\s+|also\s+)*(?:carried|lost|put|taken|recorded|defeated|not\s+carried|CARRIED|LOST|agreed|approved|seconded)\b|"
    r"(?:The\s+)?(?:Members?|Councillors?|Committee|Council|Cabinet|Panel|Board)\s+then\s+voted\b|"
    r"(?:Carried|Lost|CARRIED|LOST|Motion\s+(?:carried|lost)|MOTION\s+CARRIED|Passed|Vote|Voting)\W*$|"
    r"(?:and\s+)?it\s+was\W*$|A\s+vote\s+was\s+(?:then\s+)?taken|Upon\s+(?:being\s+put|a\s+vote)|On\s+being\s+put|"
    r"(?:The\s+)?(?:meeting|proceedings)\s+(?:was\s+|were\s+)?(?:then\s+)?(?:started|commenced|closed|ended|finished|concluded|"
    r"opened|adjourned|resumed|reconvened|declared)\b|"
    r"(?:Date|Time)\s+of\s+(?:the\s+)?next\s+meeting|(?:The\s+)?next\s+(?:\w+\s+){0,4}meeting\b.{0,40}\b(?:will|would|is|was|to)\s+be\b)",
    re.I | re.S,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|should|can|may|might|do|does|did|"
    r"\w+ed|went|came|made|took|gave|said|felt|got|saw|held|kept|left|led|put|set|met|paid|"
    r"need|needs|want|wants|remains?|come|comes|go|goes|stands?|shows?|keep|take|give|works?)\b",
    re.I,
)
_REFERENCE = re.compile(r"(?:\b[A-Z]{1,4}/?\d{2,4}/[\w/]{3,}|\b\d{2}/\d{4,5}[\w/]*)")
_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\b")


def says_nothing(frame: Frame) -> bool:
    """Tell whether the clause only records that there was nothing ("There were none")."""
    return _NOTHING.match(frame.text) is not None and len(frame.text) < 160


def notes_report(frame: Frame) -> bool:
    """Tell whether the clause is "The report was noted" and no more."""
    return _REPORT_NOTED.match(frame.text) is not None


def records_dissent(frame: Frame) -> bool:
    """Tell whether somebody asks for their vote or dissent to be recorded."""
    return _DISSENT.search(frame.text) is not None


def tells_absence(frame: Frame) -> bool:
    """Tell whether the clause says why somebody who was to speak does not."""
    return _ABSENT.search(frame.text) is not None


def in_passing(frame: Frame) -> bool:
    """Tell whether the clause only records that a report was before the meeting."""
    return _IN_PASSING.match(frame.text) is not None


def runs_meeting(frame: Frame) -> bool:
    """Tell whether the clause is about the running of the meeting."""
    return frame.act == "procedural" or _BUSINESS.search(frame.text) is not None


def tells_of_discussion(frame: Frame) -> bool:
    """Tell whether the clause only says that there was discussion."""
    return _DISCUSSION.match(frame.text) is not None or _VOTES_FOLLOW.search(frame.text) is not None


def declines_supplementary(frame: Frame) -> bool:
    """Tell whether the clause says that nobody asks a supplementary question."""
    return _NO_SUPPLEMENTARY.search(frame.text) is not None


def bids_somebody(frame: Frame) -> bool:
    """Tell whether somebody is asked or invited to do something, by nobody named."""
    return frame.voice == "passive" and _BIDDEN.search(frame.text) is not None


def asks_while_saying(frame: Frame) -> bool:
    """Tell whether what is said ends in a question ("said given that ..., how could ...")."""
    return _SAID_HOW.search(frame.text) is not None


def gives_thanks(frame: Frame) -> bool:
    """Tell whether the clause thanks or pays tribute."""
    return _THANKS.search(frame.text) is not None or _THANKS_TO.match(frame.text) is not None


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
    words = _ASK_FOR_WORDS.search(frame.text, 0, request.end())
    return words is None or words.start() > request.start() + 40


def makes_no_record(frame: Frame) -> bool:
    """Tell whether the clause is of a kind that has no contribution: comings, goings, results."""
    if _PURPOSE.match(frame.text):
        return frame.act is None
    return _NO_RECORD.match(frame.text) is not None and frame.act not in ("ask", "answer")


def lacks_verb(frame: Frame) -> bool:
    """Tell whether the words are a heading, a name or a reference rather than a report."""
    return frame.act is None and _FINITE.search(frame.text) is None


def announces_rows(frame: Frame) -> bool:
    """Tell whether the clause only announces a table or list ("The following payments ...:")."""
    return (
        frame.text.rstrip(" -–").endswith(":")
        and re.match(r"The\s+following\b", frame.text) is not None
    )


def is_row(frame: Frame) -> bool:
    """Tell whether a verbless line is a row of a table, a heading or a list of papers."""
    text = frame.text
    if _MONEY_ROW.search(text):
        return len(text) < 120
    if _REFERENCE.search(text) or _DATED.match(text):
        return True
    whole = text.endswith((".", ";", "!")) or any(map(str.isdigit, text))
    return not whole or len(text) < 8
