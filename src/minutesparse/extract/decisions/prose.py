"""Decisions in prose sentences: a list of named rules, tried in order on every deciding word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.outcomes import is_reported, is_view, looks_forward
from minutesparse.extract.decisions.phrases import Phrase, phrases
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons import Lexicon, alternation

_STEPS = frozenset({"resolved", "agreed", "recommended"})
_SETTLED = frozenset({"approved", "refused", "agreed"})
_OBJECT = re.compile(
    r"\s*(?:(?:unanimously|both|all|in\s+principle)\s+)?(?:the|this|these|a|an|its|their|both|all|recommendations?|option|"
    r"[A-Z£\d\"“])",
)
_RECOMMENDED = re.compile(r"\s*(?:it\s+be|refusal|approval|the\s+\w+[^.]*\bbe\b)", re.I)
_BODY_WORDS = frozenset(
    "agreed agrees agree resolved resolves resolve decided decides recommended recommends recommend approved "
    "approves endorsed endorses adopted adopts ratified ratifies accepted accepts voted refused rejected "
    "granted deferred authorised authorized supported".split()
)
_ALSO_DECIDES = re.compile(
    r"\band\s+(?:\w+ly\s+)?(?:agreed|resolved|RESOLVED|AGREED|decided|approved)\b"
)
_BARE_OBJECT = re.compile(r"\s*(?:(?:and|to)\s+\w+\s+)?(?:the|this|these|its|all|both|[A-Z])", re.I)
_CONTINUES = re.compile(r"(?::|[:;][-–]|–|-)\s*$")


def prose_opening(statement: Statement, script: Script) -> Opening | None:
    """Return the decision that a sentence records, by the first rule that holds, or None."""
    if script.outside(statement.block):
        return None
    for phrase in phrases(statement.text, script.lexicon):
        for rule in PHRASE_RULES:
            found = rule(phrase, statement, script)
            if found is not None:
                return found
    for reading in STATEMENT_RULES:
        found = reading(statement, script)
        if found is not None:
            return found
    return None


def _opening(
    statement: Statement,
    phrase: Phrase,
    rule: str,
    *,
    begin: int | None = None,
    verb: str | None = None,
    whole: bool = False,
) -> Opening:
    label = (statement.start + phrase.start, statement.start + phrase.end)
    content = phrase.tail.clause
    recipient = phrase.tail.recipient
    shift = statement.start
    return Opening(
        statement,
        verb or ("resolved" if phrase.verb == "bare" else phrase.verb),
        shift + (phrase.begin if begin is None else begin),
        label if phrase.shouted else None,
        shift if whole else shift + content,
        phrase.tail.opener,
        rule,
        whole=whole,
        bare=phrase.verb == "bare",
        recipient=(shift + recipient[0], shift + recipient[1]) if recipient else None,
    )


# ---------------------------------------------------------------- by a deciding word


def it_was(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "It was resolved that ...", "it was AGREED to ..."."""
    voted = phrase.word == "voted" and phrase.tail.opener != ""
    if phrase.subject != "it" or phrase.word == "carried":
        return None
    if phrase.verb not in _STEPS and not voted:
        return None
    before, rest = statement.text[: phrase.begin], statement.text[phrase.tail.clause :]
    if not phrase.shouted and is_reported(before, script.lexicon):
        return None
    if not _leads_on(phrase, statement):
        return None
    if not phrase.shouted and phrase.verb == "agreed" and _is_talk(rest, statement, script):
        return None
    return _opening(statement, phrase, "resolution.it_was")


def moved_and_agreed(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "It was proposed by A, seconded by B and agreed that ..."."""
    if phrase.subject != "moved" or phrase.verb not in (*_STEPS, "approved"):
        return None
    if phrase.tail.opener or phrase.tail.marked or _CONTINUES.search(statement.text[phrase.end :]):
        return _opening(statement, phrase, "resolution.moved_and_agreed")
    if statement.last and _ends_open(phrase, statement) and script.goes_on(statement.block):
        return _opening(statement, phrase, "resolution.moved_and_agreed")
    if statement.text[phrase.end :].strip(" .;)") == "" and phrase.begin > 0:
        return None
    if phrase.word == "carried":
        return None
    return _opening(statement, phrase, "resolution.moved_and_agreed", begin=0, whole=True)


def shouted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "The schedule was AGREED", "PPC AGREED to leave it": capitals in a sentence decide."""
    del script
    if (
        not phrase.shouted
        or phrase.past
        or statement.text.isupper()
        or phrase.subject in ("other", "perfect")
    ):
        return None
    if phrase.subject == "opens" and phrase.start == 0:
        return None
    if phrase.word in ("carried", "passed") and re.search(
        r"\b(?:motion|amendment)\b", statement.text, re.I
    ):
        return None
    if phrase.subject in ("body", "moved") and (
        phrase.tail.opener or _ends_open(phrase, statement)
    ):
        return _opening(statement, phrase, "resolution.shouted")
    if phrase.tail.opener and phrase.subject == "thing" and phrase.verb in _STEPS:
        return _opening(statement, phrase, "resolution.shouted")
    return _opening(statement, phrase, "resolution.shouted", begin=0, whole=True)


def body_decides(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "The Committee agreed to ...", "Members resolved that ...", "The Board approved the plan"."""
    if phrase.subject != "body" or phrase.past or phrase.word not in _BODY_WORDS:
        return None
    if phrase.word.endswith("s") and re.match(r"this\b", statement.text[phrase.begin :], re.I):
        return None
    if _states(phrase, statement, script):
        return None
    rest = statement.text[phrase.tail.clause :]
    if is_reported(statement.text[: phrase.begin], script.lexicon) or not _is_decided(phrase, rest):
        return None
    if (phrase.tail.opener == "that" and not looks_forward(rest)) or is_view(rest):
        return None
    if phrase.verb in ("agreed", "recommended", "approved") and _is_talk(rest, statement, script):
        return None
    if phrase.tail.opener or phrase.tail.marked:
        return _opening(statement, phrase, "resolution.body")
    return _opening(statement, phrase, "resolution.body", whole=True)


def body_notes(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "The Forum noted the report.": a body that notes a thing as the outcome."""
    if phrase.subject != "body" or phrase.past or phrase.verb != "noted":
        return None
    if _states(phrase, statement, script):
        return None
    rest = statement.text[phrase.end :]
    if phrase.tail.opener == "that" or not _BARE_OBJECT.match(rest):
        return None
    if (
        phrase.begin > 0
        or phrase.word not in ("noted", "notes", "received")
        or _ALSO_DECIDES.search(rest)
    ):
        return None
    if phrase.word == "received" and not re.match(r"\s+and\s+(?:noted|approved|adopted)\b", rest):
        return None
    if not (statement.alone or (statement.last and script.closing(statement.block))):
        return None
    if not script.closing(statement.block) and _reported(script.lexicon).search(rest[:80]) is None:
        return None
    if script.blocks[statement.block].kind == "bullet" or re.search(r"\band\s*,?$", rest):
        return None
    return _opening(statement, phrase, "resolution.body_notes", begin=0, whole=True)


def thing_settled(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "The payments were approved.", "The application was refused.": a thing and its outcome."""
    if phrase.subject != "thing" or phrase.past or phrase.verb not in _SETTLED:
        return None
    subject = statement.text[: phrase.start]
    if is_reported(subject, script.lexicon) or _aside(subject):
        return None
    if _settled_thing(script.lexicon).match(subject) is None:
        return None
    if re.match(r"the\s+vote\b", subject, re.I):
        return None
    if re.search(
        r"\b(?:reasons?|apolog\w+|by\s+(?:the\s+)?(?:Borough|District|County|City|SBC|[A-Z]{2,4}))\b",
        statement.text,
    ):
        return None
    after = statement.text[phrase.end :]
    if re.match(
        r"\s+(?:in|on|at|by|last|for)\s+(?:the\s+)?(?:\d|last|previous|January|February|March|April|May|June|July|August|September|October|November|December)",
        after,
    ):
        return None
    return _opening(statement, phrase, "resolution.thing_settled", begin=0, whole=True)


def thing_noted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "The monthly summary was noted.": all that an item or a part of it says in the end."""
    if phrase.subject != "thing" or phrase.past or phrase.verb != "noted" or phrase.tail.opener:
        return None
    subject = statement.text[: phrase.start]
    if (
        statement.text[phrase.end :].strip(" .;)")
        or _aside(subject)
        or is_reported(subject, script.lexicon)
    ):
        return None
    if not statement.alone or not script.closing(statement.block):
        return None
    if phrase.word == "received" and not re.search(r"\b(?:was|were)\s+(?:duly\s+)?$", subject):
        return None
    if re.match(r"(?:no|none|nil)\b", subject, re.I) or re.search(
        r"\bapolog|\bthanks\b|\bquestions?\b|\binterests?\b|\bcomments?\b", subject, re.I
    ):
        return None
    return _opening(statement, phrase, "resolution.thing_noted", begin=0, whole=True)


_ATTENDANCE = re.compile(r"\b(?:apolog\w+|attendance|substitut\w+)\b", re.I)


def it_was_noted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "It was noted that ...": a decision only where it is all that an item comes to."""
    if (
        phrase.subject not in ("it", "body")
        or phrase.verb != "noted"
        or phrase.tail.opener != "that"
    ):
        return None
    if phrase.shouted and phrase.subject == "it":
        return _opening(statement, phrase, "resolution.it_was_noted")
    if phrase.past or _ATTENDANCE.search(script.title) is not None:
        return None
    if phrase.begin > 0 or not statement.alone or statement.lead:
        return None
    block = script.blocks[statement.block]
    if block.marker is not None or block.topic or script.minuted_blocks > 1:
        return None
    return _opening(statement, phrase, "resolution.it_was_noted")


def thing_put_off(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "This item was deferred to the November meeting."."""
    if phrase.subject != "thing" or phrase.verb != "deferred" or phrase.past:
        return None
    subject = statement.text[: phrase.start]
    if is_reported(subject, script.lexicon) or _aside(subject) or len(statement.text) > 260:
        return None
    if phrase.word == "tabled" and not re.search(
        r"\b(?:motion|resolution|ordinance|item|bill|matter|application)\b", subject, re.I
    ):
        return None
    if not re.match(
        r"(?:this|the|consideration|that|it|item|application|both|all|resolution|ordinance|[A-Z]\S*\s+(?:was|were))\b",
        subject,
        re.I,
    ):
        return None
    if re.match(r"(?:the\s+)?(?:meeting|questions?)\b", subject, re.I) and phrase.word in (
        "adjourned",
        "withdrawn",
    ):
        return None
    if re.match(r"(?:the\s+)?(?:questions?|motions?|amendments?|call-?in)\b", subject, re.I):
        return None
    begin = (
        statement.text.rfind("and ", 0, phrase.start) + 4
        if re.search(r"\bfavou?r\b", subject)
        else 0
    )
    opening = _opening(statement, phrase, "resolution.deferred", begin=begin, whole=True)
    return opening if begin == 0 else _from(opening, begin)


def elected(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """ "Councillor Orr was duly elected Chairman."."""
    if (
        phrase.word not in ("elected", "appointed", "re-elected", "co-opted")
        or phrase.subject != "thing"
    ):
        return None
    if phrase.past or not re.search(
        r"\b(?:election|appointment|chair\w*|co-?option|vacanc\w+|mayor)\b", script.title, re.I
    ):
        return None
    if is_reported(statement.text[: phrase.start], script.lexicon):
        return None
    return _opening(statement, phrase, "resolution.elected", begin=0, whole=True)


PhraseRule = Callable[[Phrase, Statement, Script], Opening | None]
PHRASE_RULES: tuple[PhraseRule, ...] = (
    it_was,
    moved_and_agreed,
    shouted,
    body_decides,
    body_notes,
    thing_put_off,
    thing_settled,
    thing_noted,
    it_was_noted,
    elected,
)
"""The rules that look at one deciding word, in order of precedence."""


# ---------------------------------------------------------------- by the whole statement


_MINUTES = re.compile(
    r"\b[Mm]inutes?\b[^.]{0,260}?\b(?:was|were|be|been|are|is|as|–|-)\s+"
    r"(?:(?:then|duly|both|all|unanimously|taken\s+as\s+read,?(?:\s+and)?|correct|agreed\s+and|approved\s+and|read\s+and)\s+)*"
    r"(?P<verb>approved|agreed|confirmed|accepted|adopted|signed|APPROVED|AGREED|CONFIRMED|ACCEPTED|ADOPTED|"
    r"taken\s+as\s+read)\b",
)
_AS_RECORD = re.compile(
    r"\b(?P<verb>approved|agreed|confirmed|accepted|adopted|signed)\b[^.]{0,30}?\bas\s+(?:a\s+|an\s+|the\s+)?"
    r"(?:true|correct|accurate|fair)\b[^.]{0,24}\brecord\b",
    re.I,
)
_WISHED = re.compile(r"[\"'“‘]?That\b")
_MINUTES_BLOCKED = re.compile(
    r"\b(?:would|asked|queried|when|had|moved|proposed|if|until|once|whether|subject\s+to\s+the\s+minutes)\b",
    re.I,
)


def minutes_approved(statement: Statement, script: Script) -> Opening | None:
    """ "The minutes of the last meeting were approved and signed."."""
    found = _MINUTES.search(statement.text)
    if found is None and "minutes" in script.title.lower():
        found = _AS_RECORD.search(statement.text)
    if found is None or _WISHED.match(statement.text):
        return None
    if _MINUTES_BLOCKED.search(
        re.sub(r",\s*(?:which|having)\b[^,]*,", ",", statement.text[: found.start("verb")])
    ):
        return None
    verb = "agreed" if found["verb"].lower() == "agreed" else "approved"
    return _of_statement(statement, verb, "resolution.minutes_approved")


_VERDICT = re.compile(
    r"\b(?:application|permission|consent|licen[cs]e|variation|proposal)s?\b[^.]{0,160}?\b(?:was|were|be|is)\s+"
    r"(?:(?:unanimously|duly|therefore|accordingly)\s+)?"
    r"(?P<verb>approved|refused|granted|permitted|deferred|rejected|APPROVED|REFUSED|GRANTED|PERMITTED|DEFERRED)\b",
)
_VERDICT_BLOCKED = re.compile(
    r"^the\s+vote\b|^The\s+vote\b|\b(?:previous(?:ly)?|had|appeal\w*|would|last|if|should|could|may|in\s+(?:19|20)\d\d|recommend\w*|until|whether|"
    r"that\s+when|notified|by\s+(?:the\s+)?(?:Borough|District|County|City|Inspector))\b"
)
_VERDICT_OPENS = re.compile(
    r"(?:That|The|Planning|It|Both|This|Application|Listed|Outline|Full|Permission|Consent|Accordingly|Therefore|Following|After|Upon|On)\b"
)
_VERDICTS = {"refused": "refused", "rejected": "refused", "deferred": "deferred"}


def permission(statement: Statement, script: Script) -> Opening | None:
    """ "Planning permission was granted subject to conditions."."""
    del script
    found = _VERDICT.search(statement.text)
    if found is None or _VERDICT_OPENS.match(statement.text) is None:
        return None
    if _VERDICT_BLOCKED.search(statement.text) or statement.text.startswith("That "):
        return None
    verb = _VERDICTS.get(found["verb"].lower(), "approved")
    return _of_statement(statement, verb, "resolution.permission")


def planning_response(statement: Statement, script: Script) -> Opening | None:
    """ "No objection.": the answer to a planning consultation."""
    found = _response(script.lexicon).match(statement.text)
    if found is None or len(statement.text) > 300 or not script.answers_application(statement):
        return None
    if re.match(r"\s+(?:had|has|have|was|were|received|from)\b", statement.text[found.end() :]):
        return None
    aside = _COMMENTED.search(statement.text)
    if aside is not None:
        cut = statement.start + aside.start()
        statement = replace(statement, end=cut, text=statement.text[: aside.start()])
    return _of_statement(statement, "agreed", "resolution.planning_response")


_COMMENTED = re.compile(
    r",?\s+(?:though|although|however|but)\s+(?:it\s+was|there\s+was|concerns?\b|members|councillors|cllrs?\b)",
    re.I,
)


_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|that|to|who|which|said|asked|[Nn]one|[Nn]il|[Nn]o)\b"
)
_TERSE = re.compile(
    r"(?P<thing>[^.;:]{3,110}?)\s+(?P<verb>noted|agreed|approved|accepted|adopted|endorsed|ratified|deferred|refused|"
    r"declined|received|carried\s+forward|held\s+over)(?:\s+(?:with|by|to|until|subject|as|and\s+(?:signed|noted|approved)|for|without|pending|unanimously)\b[^.]{0,160})?\.?$"
)


def terse(statement: Statement, script: Script) -> Opening | None:
    """ "Report noted.", "£450 for heating agreed with no discussion.": a thing and a participle."""
    found = _TERSE.match(statement.text)
    if found is None or _FINITE.search(found["thing"]) or len(statement.text) > 200:
        return None
    if _names_speaker(found["thing"], script.lexicon) or _aside(found["thing"]):
        return None
    word = " ".join(found["verb"].lower().split())
    verb = {"accepted": "approved", "adopted": "approved", "endorsed": "approved", "ratified": "approved",
            "declined": "refused", "received": "noted", "carried forward": "deferred", "held over": "deferred"}.get(word, word)  # fmt: skip
    if word == "received" and not statement.alone:
        return None
    return _of_statement(statement, verb, "resolution.terse")


_LISTED = re.compile(
    r"\b(?:was|were)\b.*\b(?P<verb>adopted|approved|passed|agreed|resolved|received\s+and\s+noted)\b",
    re.I | re.S,
)


def listed(statement: Statement, script: Script) -> Opening | None:
    """ "The following resolutions were adopted on one roll call:" above a list."""
    after = statement.block + 1
    if not statement.last or not _CONTINUES.search(statement.text) or after >= len(script.blocks):
        return None
    found = _LISTED.search(statement.text)
    marker = script.blocks[after].marker
    if (
        found is None
        or marker is None
        or is_reported(statement.text[: found.start()], script.lexicon)
    ):
        return None
    if re.search(
        r"\b(?:points?|comments?|questions?|issues|observations|dates?|officers?)\b",
        statement.text,
        re.I,
    ):
        return None
    verb = "agreed" if found["verb"].lower() in ("agreed", "resolved") else "approved"
    return Opening(
        statement, verb, statement.start, None, statement.end, "", "resolution.listed", head=True
    )


_STEP_TAKEN = re.compile(
    r"\W*(?:endorsed|agreed|approved|noted|granted|authorised|delegated|adopted|recommended|accepted|awarded|appointed)\b",
    re.I,
)


def body_has(statement: Statement, script: Script) -> Opening | None:
    """ "The Cabinet has: (a) endorsed the paper; ...": the step stands in the list."""
    found = re.search(r"\b(?:has|have)\s*:\s*[-–]?$", statement.text)
    after = statement.block + 1
    if found is None or not statement.last or after >= len(script.blocks):
        return None
    below = script.blocks[after]
    if below.marker is None or _STEP_TAKEN.match(below.text) is None:
        return None
    return Opening(
        statement, "resolved", statement.start, None, statement.end, "", "resolution.body_has",
        bare=True, head=True,
    )  # fmt: skip


StatementRule = Callable[[Statement, Script], Opening | None]
STATEMENT_RULES: tuple[StatementRule, ...] = (
    minutes_approved,
    permission,
    planning_response,
    terse,
    listed,
    body_has,
)
"""The rules that look at a whole statement, in order of precedence; tried last."""


# ---------------------------------------------------------------- what the rules ask


def _of_statement(statement: Statement, verb: str, rule: str) -> Opening:
    return Opening(statement, verb, statement.start, None, statement.start, "", rule, whole=True)


def _from(opening: Opening, begin: int) -> Opening:
    """Return an opening whose clause begins later in the statement."""
    return replace(opening, content=opening.statement.start + begin)


def _leads_on(phrase: Phrase, statement: Statement) -> bool:
    """Tell whether what is decided follows: "that", "to", a mark, or a list below."""
    if phrase.tail.opener or phrase.tail.marked:
        return True
    rest = statement.text[phrase.end :]
    return phrase.shouted or re.match(r"\s+(?:the|not|unanim\w*|by)\b", rest) is not None


def _is_decided(phrase: Phrase, rest: str) -> bool:
    if phrase.tail.opener == "to" or (phrase.tail.marked and phrase.verb != "bare"):
        return True
    if phrase.verb == "bare":
        return phrase.tail.opener == "that"
    if phrase.verb == "recommended":
        return _RECOMMENDED.match(rest) is not None or phrase.tail.opener == "that"
    if phrase.tail.opener == "that":
        return phrase.verb in _STEPS or looks_forward(rest)
    return _OBJECT.match(rest) is not None and phrase.word not in ("carried", "passed", "received")


def _is_talk(rest: str, statement: Statement, script: Script) -> bool:
    """Tell whether agreement is to a view rather than to a step."""
    block = script.blocks[statement.block]
    if block.kind == "bullet" and not statement.lead:
        return is_view(rest) or not looks_forward(rest)
    if is_view(rest):
        return not (script.closing(statement.block) and statement.alone and block.marker is None)
    return not looks_forward(rest) and not (statement.last and script.closing(statement.block))


def _ends_open(phrase: Phrase, statement: Statement) -> bool:
    """Tell whether a deciding word ends its line, so that what is decided stands below."""
    rest = statement.text[phrase.tail.clause :].strip(" .;)*_")
    return not rest and (phrase.tail.marked or not statement.text.rstrip().endswith("."))


def _states(phrase: Phrase, statement: Statement, script: Script) -> bool:
    """Tell whether a numbered "The Panel notes ..." stands in a list of such clauses."""
    numbered = script.blocks[statement.block].marker is not None
    return numbered and statement.first and phrase.word.endswith("s") and phrase.subject == "body"


def _aside(words: str) -> bool:
    """Tell whether words before a verb hold a clause of their own ("which was approved")."""
    return (
        re.search(
            r"\b(?:which|who|that|if|when|until|once|whether|after|because|as\s+it)\b",
            words[-60:],
            re.I,
        )
        is not None
    )


def _names_speaker(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name those who speak: "Members", "Cllr Orr", "The Chair"."""
    return _speakers(lexicon).match(words.strip()) is not None


@cache
def _speakers(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(lexicon.phrases("speakers", "titles"))
    groups = alternation(
        [
            *lexicon.phrases("decisions", "groups"),
            *lexicon.phrases("decisions", "members"),
            "officers",
            "residents",
        ]
    )
    return re.compile(
        rf"(?:(?:the|all|some|other|several)\s+)*(?:(?:{titles})\.?\s+[A-Z]|(?:[A-Z]\w+\s+){{0,4}}(?:{groups})$|"
        rf"(?:[A-Z]\w+\s+){{0,3}}(?:clerk|chair\w*|mayor|leader|officer|director|manager|convener|secretary|treasurer)$|[A-Z]{{2,3}}$)",
        re.I,
    )


@cache
def _reported(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(lexicon.phrases('decisions', 'reported'))})\b", re.I)


@cache
def _settled_thing(lexicon: Lexicon) -> re.Pattern[str]:
    things = alternation(lexicon.phrases("decisions", "reported"))
    return re.compile(
        rf"(?:(?:Accordingly|Therefore|Following|After|Subject)[^,]{{0,80}},\s*)?"
        rf"(?:(?:the|this|these|both|all|a|an|[A-Z£\d])(?:[^.;]|\.(?=\d)){{0,160}}?)?\b(?:{things})\b(?:[^.;]|\.(?=\d)){{0,160}}$",
        re.I,
    )


@cache
def _response(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(lexicon.phrases("decisions", "responses"))
    return re.compile(
        rf"(?:(?:The\s+)?(?:(?:Parish|Town|Community)\s+)?Council\s+(?:ha[sd]\s+|raised\s+|have\s+)?)?(?:{words})(?!\w)",
        re.I,
    )
