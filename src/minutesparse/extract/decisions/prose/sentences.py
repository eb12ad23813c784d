"""Decisions that a whole sentence makes: minutes, permissions, responses, terse outcomes, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.outcomes import IN_A_YEAR, is_reported, looks_forward
from minutesparse.extract.decisions.phrases import deciding_body
from minutesparse.extract.decisions.prose.made import above_list, of_statement
from minutesparse.extract.decisions.prose.signs import continues, is_aside, names_speaker
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import (
    any_of,
    exactly,
    says,
    source,
    values,
)
from minutesparse.text import Block

_MINUTES = frozenset({"minute", "minutes"})
_MOVED_AS = re.compile(
    r"\b(?:moved|proposed|taken)\s+as\s+(?:(?:an?|being)\s+)?(?:true|correct|accurate|fair)\b", re.I
)
_WISHED = re.compile(r"[\"'“‘]?That\b")
_ASIDE = re.compile(r",\s*(?:which|having)\b[^,]*,")
_BY_MOVERS = re.compile(
    r"\b(?:proposed|moved)\s+(?:by\s+)?[^.;]{2,60}?\bseconded\b[^.;]{2,60}?\band\s+"
    r"(?:\w+ly\s+)?$",
    re.I,
)
_SENT_OUT = re.compile(
    r"\bhad\s+(?:already\s+|previously\s+)?been\s+"
    r"(?:circulated|distributed|sent|issued|published)\b"
    r"[^.;]{0,60}?\band\b",
    re.I,
)
_BRACKET = re.compile(r"\([^()]*\)")
_LEAD_IN = re.compile(r"^[A-Z][a-z][^,:]{2,60},\s+")  # "Thereafter, the Committee:-"
_HAS = re.compile(r"\b(?:has|have)\s*:\s*[-–]?$")
_BY_SOMEBODY = re.compile(r"\s+by\b.*\b(?:was|were|is|are)\b", re.S)
_MOVED_THAT = re.compile(r"\b(?:moved|proposed|seconded)\b[^.;]{0,120}?\bthat\b", re.I)
_LONGEST_RESPONSE = 300
_LONGEST_TERSE = 200


def minutes_approved(statement: Statement, script: Script) -> Opening | None:
    """Read "The minutes of the last meeting were approved and signed."."""
    verb = _verb_of_minutes(statement, script)
    if verb is None or _WISHED.match(statement.text) is not None:
        return None
    before = _BRACKET.sub("", _ASIDE.sub(",", statement.text[: verb.start()]))
    before = _SENT_OUT.sub("", _BY_MOVERS.sub("", before))
    if any_of(script.lexicon, "decisions", "minutes_not_approved").search(before) is not None:
        return None
    if _SIGNED_LATER.match(statement.text) is not None:
        return None
    agreed = "agreed" if verb[0].lower() == "agreed" else "approved"
    return of_statement(statement, agreed, "resolution.minutes_approved")


def minutes_moved(statement: Statement, script: Script) -> Opening | None:
    """Read "These were moved as correct by A and B." under the title of the minutes."""
    if "minute" not in script.title.lower() or "as" not in script.words(statement.block):
        return None
    if _MOVED_AS.search(statement.text) is None or statement.lead:
        return None
    if any_of(script.lexicon, "decisions", "minutes_not_approved").search(
        _MOVED_AS.sub("", statement.text)
    ):
        return None
    return of_statement(statement, "approved", "resolution.minutes_moved")


def _verb_of_minutes(statement: Statement, script: Script) -> re.Match[str] | None:
    """Return the verb by which minutes are approved, or under their title what is "a record"."""
    words, patterns = script.words(statement.block), _patterns(script.lexicon)
    found = None
    if not words.isdisjoint(_MINUTES):
        found = patterns.minutes.search(statement.text)
    if found is None and "minute" in script.title.lower():
        found = patterns.pronoun.match(statement.text)
    titled = "minutes" in script.title.lower() or "notes" in words
    if found is None and "record" in words and titled:
        found = patterns.record.search(statement.text)
    return patterns.verb.match(statement.text, found.start("verb")) if found is not None else None


def permission(statement: Statement, script: Script) -> Opening | None:
    """Read "Planning permission was granted subject to conditions."."""
    lexicon, text = script.lexicon, statement.text
    if not script.holds(statement.block, "applied_for") or not script.holds(
        statement.block, "verdicts"
    ):
        return None
    found = _patterns(lexicon).verdict.search(text) or _patterns(lexicon).given.search(text)
    if found is None or exactly(lexicon, "decisions", "verdict_openers").match(text) is None:
        return None
    if exactly(lexicon, "decisions", "verdict_elsewhere").search(text) or IN_A_YEAR.search(text):
        return None
    if _MOVED_THAT.search(text, 0, found.start("verb")) is not None:
        return None
    verb = values(lexicon, "decisions", "verdicts")[found["verb"].lower()]
    return of_statement(statement, verb, "resolution.permission")


def planning_response(statement: Statement, script: Script) -> Opening | None:
    """Read "No objection.": the answer to a planning consultation."""
    lexicon = script.lexicon
    found = _patterns(lexicon).response.match(statement.text)
    if found is None or len(statement.text) > _LONGEST_RESPONSE:
        return None
    if not script.answers_application(statement):
        return None
    if says(lexicon, "decisions", "responses_told", statement.text[found.end() :]) is not None:
        return None
    aside = _patterns(lexicon).comment.search(statement.text)
    if aside is not None:
        cut = statement.start + aside.start()
        statement = statement._replace(end=cut, text=statement.text[: aside.start()])
    return of_statement(statement, "agreed", "resolution.planning_response")


_DECISION_TO = re.compile(
    r"(?:\bit\s+was\s+the\s+(?:(?:unanimous|general|majority|clear)\s+)?(?P<noun>decision|con[sc]ensus)|"
    r"^(?:board|council|committee|general|group)\s+con[sc]ensus(?:\s+was)?)\s+"
    r"(?:of\s+(?:(?:the|all)\s+)?(?:\w+\s+){1,2}(?:of\s+the\s+(?:\w+\s+){1,3})?)?(?P<step>to|that)\b",
    re.I,
)
_SIGNED_LATER = re.compile(
    r"These\s+minutes\b.*\bat\s+a\s+meeting\b|.*\b(?:on|dated?)\s*[_.…]{4}", re.S
)
"""A page's last words, by which the next meeting will confirm the minutes."""
_AGREED_BEHIND = re.compile(
    r"(?:It\s+was\s+)?(?P<who>[^.;:]{0,80}?\b)(?:proposed|suggested|moved)\b[^.;:]{0,60}?\s"
    r"(?P<step>that|to)\s[^.;:]{5,300}?,?\s+(?:which|and\s+(?:this|it|that))\s+was\s+"
    r"(?:(?:then|also|duly|\w+ly)\s+)?(?P<verb>agreed|approved|accepted)"
    r"(?:\s+(?:by|unanimously|nem)\b[^.;:]{0,40})?[\s.]*"
)
_WITH_SOMEBODY = re.compile(r"\s+with\s+(?:[A-Z][\w'’-]+|him|her|them)\b(?!\s+[a-z])")
_PROMISES = re.compile(r"to\s+(?!(?:be|the|an?|our|next)\b)[a-z]")


def decision_to(statement: Statement, script: Script) -> Opening | None:
    """Read "it was the unanimous decision to advise the buyer"."""
    if script.words(statement.block).isdisjoint(("decision", "consensus", "concensus")):
        return None
    found = _DECISION_TO.search(statement.text)
    found = found or _decision_was(script.lexicon).match(statement.text)
    if found is None:
        return None
    if is_reported(statement.text[: found.start()], script.lexicon, script.words(statement.block)):
        return None
    start = statement.start + found.start("step")
    verb = "resolved" if (found["noun"] or "").lower() == "decision" else "agreed"
    if verb == "agreed" and not looks_forward(statement.text[found.end() :], script.lexicon):
        return None
    opening = of_statement(statement, verb, "resolution.it_was")
    return replace(opening, whole=False, content=start, opener=found["step"].lower())


def agreed_behind(statement: Statement, script: Script) -> Opening | None:
    """Read "Cllr Orr proposed that the lamp be moved, which was agreed"."""
    if script.words(statement.block).isdisjoint(("agreed", "approved", "accepted")):
        return None
    found = _AGREED_BEHIND.fullmatch(statement.text)
    if found is None:
        return None
    verb = "approved" if found["verb"] == "approved" else "agreed"
    opening = of_statement(statement, verb, "resolution.agreed_behind")
    content = statement.start + found.start("step")
    return replace(opening, whole=False, content=content, opener=found["step"])


def terse(statement: Statement, script: Script) -> Opening | None:
    """Read "Report noted.", "£450 for heating agreed with no discussion."."""
    lexicon = script.lexicon
    headed = statement.last and script.heads_decision(statement.block + 1)
    if headed or len(statement.text) > _LONGEST_TERSE:
        return None
    if not script.holds(statement.block, "terse_verbs"):
        return None
    found = _patterns(lexicon).terse.match(statement.text)
    if (
        found is None
        or exactly(lexicon, "decisions", "finite_words").search(found["thing"]) is not None
    ):
        return None
    if names_speaker(found["thing"], lexicon) or is_aside(found["thing"], lexicon):
        return None
    by_others = _BY_SOMEBODY.search(statement.text, found.end("verb"))
    if by_others or _WITH_SOMEBODY.match(statement.text, found.end("verb")):
        return None
    word = " ".join(found["verb"].lower().split())
    if word == "received" and not statement.alone:
        return None
    after = statement.text[found.end("verb") :].lstrip()
    if any_of(lexicon, "decisions", "never_after_heads").match(after) is not None:
        return None
    if _PROMISES.match(after) is not None:
        return None
    return of_statement(
        statement, values(lexicon, "decisions", "terse_verbs")[word], "resolution.terse"
    )


def listed(statement: Statement, script: Script) -> Opening | None:
    """Read "The following resolutions were adopted on one roll call:" above a list."""
    if not continues(statement.text) or not _stands_above_list(statement, script):
        return None
    lexicon = script.lexicon
    found = _patterns(lexicon).listed.search(statement.text)
    if (
        found is None
        or any_of(lexicon, "decisions", "talk_listed").search(statement.text) is not None
    ):
        return None
    before = statement.text[: found.start()]
    if is_reported(before, lexicon, script.words(statement.block)):
        return None
    word = " ".join(found["verb"].lower().split())
    return above_list(
        statement, values(lexicon, "decisions", "listing_verbs")[word], "resolution.listed"
    )


def body_has(statement: Statement, script: Script) -> Opening | None:
    """Read "The Cabinet has: (a) endorsed the paper; ...": the step stands in the list."""
    if ":" not in statement.text[-4:] or not _has_steps(statement.text, script.lexicon):
        return None
    below = _stands_above_list(statement, script)
    if below is None:
        return None
    bare = below.text.lstrip(" \"'“‘(")
    if any_of(script.lexicon, "decisions", "steps_taken").match(bare) is None:
        return None
    return above_list(statement, "resolved", "resolution.body_has", bare=True)


def _has_steps(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words end in "has:", or are a body and a colon and no more."""
    if _HAS.search(text) is not None:
        return True
    bare = _LEAD_IN.sub("", text.rstrip(" :–-"))
    body = deciding_body(bare, lexicon)
    return body is not None and body[0] == 0


def _stands_above_list(statement: Statement, script: Script) -> Block | None:
    """Return the first block of the list right below a statement, or None."""
    after = statement.block + 1
    if not statement.last or after >= len(script.blocks):
        return None
    return script.blocks[after] if script.blocks[after].marker is not None else None


# ---------------------------------------------------------------- patterns


@dataclass(frozen=True, eq=False)
class _Patterns:
    """Patterns of whole sentences; ``verb`` in each is the deciding word.

    Attributes:
        minutes: Minutes that are approved.
        pronoun: "These were agreed", under the title of the minutes.
        record: What is approved "as a correct record".
        verb: Words by which minutes are approved.
        verdict: An application or permission with its verdict.
        given: Approval or consent that was given.
        response: How the answer to a consultation begins.
        comment: Where a remark begins that is no part of the answer.
        terse: A thing with a participle behind it.
        listed: A verb that leads to a list of what was adopted.
    """

    minutes: re.Pattern[str]
    pronoun: re.Pattern[str]
    record: re.Pattern[str]
    verb: re.Pattern[str]
    verdict: re.Pattern[str]
    given: re.Pattern[str]
    response: re.Pattern[str]
    comment: re.Pattern[str]
    terse: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    approving = _either_case(lexicon.phrases("decisions", "approving_minutes"))
    record = source(lexicon, "decisions", "approving_minutes")
    before = source(lexicon, "decisions", "before_approving_minutes")
    listing = alternation(values(lexicon, "decisions", "listing_verbs"))
    return _Patterns(
        minutes=re.compile(
            r"\b[Mm]inutes?\b[^.]{0,260}?\b(?:was|were|(?<!\bto\s)be|been|are|is|as|–|-)\s+"
            rf"(?:(?:{before})\s+)*(?P<verb>{approving})\b"
        ),
        pronoun=re.compile(
            r"(?:These|They|Those|The\s+same)\s+(?:had\s+(?:already\s+)?been\s+\w+\s+and\s+)?were\s+"
            rf"(?:(?:then|duly|both|all|unanimously)\s+)*(?P<verb>{approving})\b"
        ),
        record=re.compile(
            rf"\b(?<!\bto\sbe\s)(?P<verb>{record})\b[^.]{{0,30}}?\bas\s+(?:(?:a|an|the)\s+)?"
            r"(?:true|correct|accurate|fair)\b[^.]{0,24}\brecord\b",
            re.I,
        ),
        verb=re.compile(approving, re.I),
        verdict=_verdict(lexicon),
        given=re.compile(
            r"\b(?i:approval|permission|consent|authority|agreement)\s+was\s+"
            r"(?:(?:unanimously|duly|therefore|accordingly)\s+)?(?P<verb>given|granted)\b"
        ),
        response=_response(lexicon),
        comment=re.compile(
            r",?\s+(?:though|although|however|but)\s+"
            rf"(?:{source(lexicon, 'decisions', 'openers_of_comments')})\b",
            re.I,
        ),
        terse=_terse(lexicon),
        listed=re.compile(rf"\b(?:was|were)\b.*\b(?P<verb>{listing})\b", re.I | re.S),
    )


@cache
def _decision_was(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "The Panel's decision was to", "The decision of the Board was that"."""
    group = rf"(?:[A-Z][\w-]+\s+){{0,3}}?(?i:{source(lexicon, 'decisions', 'deciding_groups')})"
    return re.compile(
        rf"(?:The\s+)?(?:{group}['’]s?\s+)?(?:unanimous\s+)?(?P<noun>[Dd]ecision|[Cc]onsensus)\s+"
        rf"(?:(?:of|reached\s+by|made\s+by)\s+the\s+{group}\s+)?was\s+(?P<step>to(?!\s+be\b)|that)\b"
    )


def _verdict(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = _either_case(values(lexicon, "decisions", "verdicts"))
    applied = source(lexicon, "decisions", "applied_for")
    return re.compile(
        rf"\b(?i:{applied})\b[^.]{{0,160}}?\b(?:was|were|be|is)\s+"
        rf"(?:(?:unanimously|duly|therefore|accordingly)\s+)?(?P<verb>{verbs})\b"
    )


def _response(lexicon: Lexicon) -> re.Pattern[str]:
    council = r"(?:The\s+)?(?:(?:Parish|Town|Community)\s+)?Council"
    return re.compile(
        rf"(?:{council}\s+(?:(?:had|has|have|raised)\s+)?)?"
        rf"(?:{source(lexicon, 'decisions', 'responses')})(?!\w)",
        re.I,
    )


def _terse(lexicon: Lexicon) -> re.Pattern[str]:
    verbs, tails = (
        _either_case(values(lexicon, "decisions", "terse_verbs")),
        source(lexicon, "decisions", "terse_tails"),
    )
    return re.compile(
        rf"(?P<thing>[^.;:]{{3,110}}?)\s+(?P<verb>{verbs})"
        rf"(?:\s+(?:{tails})\b[^.]{{0,160}})?[.:]?$"
    )


def _either_case(words: Iterable[str]) -> str:
    """Return an alternation of words in small letters and in capitals."""
    known = tuple(words)
    return alternation([*known, *(word.upper() for word in known)])
