"""Decisions in prose sentences, each form a named rule, tried in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADVERBS = r"(?:\s+(?:also|further|then|therefore|unanimously|subsequently|duly|accordingly|subsequently|formally|generally|thereupon|finally|consequently|hereby))*"
_BODY = (
    r"(?:(?:The\s+|the\s+)?(?:[A-Z][\w'’&-]+\s+(?:and\s+|of\s+|for\s+|&\s+)?){0,6}?(?:Committee|Council|Cabinet|Board|Panel|Forum|Executive|Commission|"
    r"Sub-Committee|Subcommittee|Authority|Group|Trust|CC|PC|TC|Assembly|Partnership|meeting)|Members|Councillors|All|Cllrs|Trustees|Governors)"
)
_IT_WAS = re.compile(
    rf"\b(?P<start>[Ii]t\s+was){_ADVERBS}\s+(?P<verb>resolved|agreed|decided|recommended|determined)(?:\s+unanimously|\s+by\s+\w+)?[\s,:–-]+(?=that\b|to\b|by\b|the\b|not\b|unanim)"
)
_BODY_DECIDES = re.compile(
    rf"(?:^|(?<=[.;:]\s)|(?<=,\s)|(?<=and\s))(?P<start>{_BODY}){_ADVERBS}\s+(?P<verb>resolved|agreed|decided|approved|recommended|endorsed|accepted|adopted|ratified|RESOLVED|AGREED|NOTED|APPROVED|RECOMMENDED|resolves|agrees|approves)\b(?P<rest>.*)",
    re.S,
)
_BODY_NOTES = re.compile(
    rf"^(?P<start>{_BODY}){_ADVERBS}\s+(?:considered\s+and\s+|received\s+and\s+)?(?P<verb>noted|notes|NOTED)\s+(?:and\s+(?:agreed|approved|accepted)\s+)?(?=the\b|this\b|these\b|its\b)(?P<rest>.*)",
    re.S,
)
_MINUTES = re.compile(
    r"\b[Mm]inutes\b.{0,260}?\b(?:was|were|be|been|having\s+been|are|is|–|-)\s*(?:then\s+|duly\s+|both\s+|all\s+|unanimously\s+|taken\s+as\s+read\s*,?\s*(?:and\s+)?)*"
    r"(?P<verb>approved|agreed|confirmed|accepted|adopted|signed|received|APPROVED|AGREED|CONFIRMED|ACCEPTED|ADOPTED|approve|agree|taken\s+as\s+read|noted)\b",
    re.S,
)
_DEFERRED = re.compile(
    r"^(?:(?:This|The|Consideration\s+of)\s+(?!questions?\b).{0,80}?\s*(?:was|were|be|is|has\s+been)\s+(?P<verb>deferred|withdrawn|postponed|adjourned)\b|(?P<alone>Deferred|DEFERRED|Postponed|Item\s+deferred|Deferred\s+item)\b)",
    re.I | re.S,
)
_PERMISSION = re.compile(
    r"\b(?:application|permission|consent|licen[cs]e|variation)s?\b[^.]{0,160}?\b(?:was|were|be)\s+(?:unanimously\s+)?(?P<verb>approved|refused|granted|APPROVED|REFUSED|GRANTED|deferred|DEFERRED|rejected)\b",
)
_RESPONSE = re.compile(
    r"^(?:(?:The\s+)?(?:Parish\s+|Town\s+|Community\s+)?Council\s+(?:has\s+|had\s+|have\s+)?)?(?P<verb>No\s+objections?|No\s+comments?|Objections?\b|Object\b|Support(?:ed)?\b|No\s+observations?|Comment:|Approve\b|Refuse\b|Recommend(?:ed)?\s+(?:approval|refusal)|Neutral\b|Strongly\s+object)",
    re.I,
)
_PASSED = re.compile(
    r"\b(?:unanimously|all\s+in\s+favou?r|and|was|were)\s+(?P<verb>approved|agreed|accepted|adopted|carried|appointed|elected|APPROVED|AGREED|CARRIED)\b\s*(?:unanimously)?\.?$"
)
_WAS_SHOUTED = re.compile(
    r"\b(?:was|were|is|are|be)\s+(?:duly\s+|unanimously\s+)?(?P<verb>AGREED|NOTED|APPROVED|ACCEPTED|ADOPTED|DEFERRED|REFUSED|RECEIVED)\b"
)
_NOTED_OUTCOME = re.compile(
    r"^(?!The\s+(?:report|position|item|presentation)\s+was)(?:The\s+[^.]{2,120}?|[A-Z][^.]{2,100}?|)\s*(?:was|were)\s+(?:duly\s+|received\s+and\s+)?(?P<verb>noted|received)\.?$"
)
_CLAUSE = re.compile(r"\b(?P<that>that|to)\b", re.I)
_VERBS = {
    "resolved": "resolved", "resolves": "resolved", "decided": "resolved", "determined": "resolved", "agreed": "agreed", "agrees": "agreed",
    "recommended": "recommended", "approved": "approved", "approves": "approved", "endorsed": "approved",
    "accepted": "approved", "adopted": "approved", "ratified": "approved", "confirmed": "approved",
    "signed": "approved", "granted": "approved", "noted": "noted", "notes": "noted",
    "received": "noted", "deferred": "deferred", "withdrawn": "deferred", "postponed": "deferred",
    "adjourned": "deferred", "refused": "refused", "rejected": "refused", "carried": "approved",
    "appointed": "resolved", "elected": "resolved", "approve": "approved", "agree": "agreed", "taken as read": "approved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prose:
    """A decision in a sentence.

    Attributes:
        verb: The verb that the record takes.
        start: Index at which the deciding words begin.
        clause: Index at which the clause begins.
        rule: Name of the rule that found it.
    """

    verb: str
    start: int
    clause: int
    rule: str


def prose_decision(text: str, *, planning: bool, outcome: bool) -> Prose | None:
    """Return the decision that a sentence records, or None.

    Args:
        text: The sentence.
        planning: True in an item that answers planning applications.
        outcome: True where the sentence is the last of its item or part.
    """
    for rule in (_it_was, _minutes_approved, _shouted, _body_decides, _deferred, _permission):
        found = rule(text)
        if found is not None:
            return found
    if planning and (found := _planning_response(text)) is not None:
        return found
    return _outcome(text) if outcome else None


def _it_was(text: str) -> Prose | None:
    found = _IT_WAS.search(text)
    if found is None or re.match(r"by\b", text[found.end() :]):
        return None
    clause = _CLAUSE.search(text, found.end())
    start = clause.start() if clause and clause.start() - found.end() < 60 else found.end()
    if re.search(r"\b(?:previously|had\s+been|when|whether|if|as)\s+$", text[: found.start()]):
        return None
    return Prose(_VERBS[found["verb"]], found.start("start"), start, "resolution.it_was")


def _minutes_approved(text: str) -> Prose | None:
    found = _MINUTES.search(text)
    if found is None or re.search(r"\b(?:would|asked|queried|when|had)\b", text[: found.start("verb")]):
        return None
    if re.search(r"\bbe\s*$", text[: found.start("verb")]) and re.search(r"\b(?:moved|proposed|seconded)\b", text):
        return None
    if found["verb"].lower() == "noted" and len(text) > 120:
        return None
    verb = _VERBS[" ".join(found["verb"].lower().split())]
    return Prose(verb, 0, 0, "resolution.minutes_approved")


def _shouted(text: str) -> Prose | None:
    found = _WAS_SHOUTED.search(text)
    if found is None:
        return None
    return Prose(_VERBS[found["verb"].lower()], 0, 0, "resolution.shouted")


def _body_decides(text: str) -> Prose | None:
    found = _BODY_DECIDES.search(text)
    if found is None:
        return None
    rest = found["rest"].lstrip(" ,:")
    verb = found["verb"].lower()
    if not re.match(r"(?:unanimously\s+)?(?:that|to|the|this|a|an|with\s+the\s+recommendation|both|all|recommendations?|in\s+principle)\b", rest, re.I):
        return None
    if verb in ("agreed", "accepted") and re.match(r"(?:with|this|the\s+(?:point|importance|need|issue|comment|principle))\b", rest):
        return None
    if verb in ("recommended", "accepted", "approved", "adopted", "endorsed") and re.match(r"that\s+(?:there|it\s+was|he|she|they)\b", rest):
        return None
    at = found.end() - len(rest)
    clause = at if re.match(r"(?:that|to)\b", rest) else found.start("start")
    return Prose(_VERBS[verb], found.start("start"), clause, "resolution.body")


def _deferred(text: str) -> Prose | None:
    found = _DEFERRED.match(text)
    return Prose("deferred", 0, 0, "resolution.deferred") if found and len(text) < 260 else None


def _permission(text: str) -> Prose | None:
    found = _PERMISSION.search(text)
    if found is None or not re.match(r"(?:That\b|The\b|Planning\b|It\b|Both\b|This\b|Application\b|Listed\b|Outline\b|Full\b)", text):
        return None
    if re.search(r"\b(?:previous(?:ly)?|had|appeal|would|last|if|should|could|in\s+(?:19|20)\d\d)\b", text):
        return None
    return Prose(_VERBS[found["verb"].lower()], 0, 0, "resolution.permission")


def _planning_response(text: str) -> Prose | None:
    return Prose("agreed", 0, 0, "resolution.planning_response") if _RESPONSE.match(text) and len(text) < 300 else None


def _outcome(text: str) -> Prose | None:
    noted = _BODY_NOTES.match(text)
    if noted is not None and not noted["rest"].lstrip().startswith("that"):
        return Prose("noted", 0, 0, "resolution.body_notes")
    plain = _NOTED_OUTCOME.match(text)
    if plain is not None:
        return Prose("noted", 0, 0, "resolution.noted")
    passed = _PASSED.search(text)
    if passed is not None and len(text) < 300:
        return Prose(_VERBS[passed["verb"].lower()], 0, 0, "resolution.passed")
    return None
