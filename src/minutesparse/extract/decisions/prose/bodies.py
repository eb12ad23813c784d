"""Decisions by a deciding word that a body, "it was", movers or capitals stand before."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.outcomes import is_reported, is_view, looks_forward
from minutesparse.extract.decisions.phrases import Phrase
from minutesparse.extract.decisions.prose.made import above_list, of_phrase
from minutesparse.extract.decisions.prose.signs import (
    STEPS,
    continues,
    ends_open,
    is_decided,
    is_talk,
    leads_on,
    stands_in_list,
)
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons.patterns import any_of, says, word_set

_THIS = re.compile(r"this\b", re.I)
_IT_IS = re.compile(r"it\s+is\b", re.I)
_THING_WAS = re.compile(r"\b(?:was|were)(?:\s+(?:then|duly|also|\w+ly))?\s*$")
_LETTER = re.compile(r"\s*[A-Z]", re.I)
_NOTED_TOO = re.compile(r"\s+and\s+(?:noted|approved|adopted)\b")
_AND_ENDS = re.compile(r"\band\s*,?$")
_THE_FOLLOWING = re.compile(r"\s+the\s+following\s*:[-–]?\s*", re.I)
_MOVERS_FIRST = re.compile(r"(?:Proposed|Moved)\s+by\s+[^.;:]{2,120},\s+", re.I)
_MOTION = re.compile(r"\b(?:motion|amendment|proposal)\b", re.I)
_NOTED_FIRST = re.compile(r"[^.;,]{3,60}?\bnoted\s+(?:the|this|its|an?)\s[^.;]+\band\s+\w+ed\b")
_RESULTS = frozenset({"carried", "passed"})
_AGREED_LIKE = frozenset({"agreed", "recommended", "approved"})
_NOTED_LIKE = frozenset({"noted", "notes", "received"})


def it_was(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "It was resolved that ...", "it was AGREED to ..."."""
    if phrase.subject != "it" or phrase.word == "carried" or not _takes_step(phrase):
        return None
    if phrase.word == "recommended" and _IT_IS.match(statement.text, phrase.begin) is not None:
        return None
    if not leads_on(phrase, statement):
        return None
    if not phrase.shouted:
        before, rest = statement.text[: phrase.begin], statement.text[phrase.tail.clause :]
        if is_reported(before, script.lexicon, script.words(statement.block)):
            return None
        if phrase.verb == "agreed" and is_talk(rest, statement, script):
            return None
    return of_phrase(statement, phrase, "resolution.it_was")


def _takes_step(phrase: Phrase) -> bool:
    voted = phrase.word == "voted" and phrase.tail.opener != ""
    return phrase.verb in STEPS or voted


def moved_and_agreed(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "It was proposed by A, seconded by B and agreed that ..."."""
    rule = "resolution.moved_and_agreed"
    if phrase.subject != "moved" or not (phrase.verb == "approved" or _takes_step(phrase)):
        return None
    after = statement.text[phrase.end :]
    if phrase.tail.opener or phrase.tail.marked or continues(after):
        return of_phrase(statement, phrase, rule)
    if statement.last and ends_open(phrase, statement) and script.goes_on(statement.block):
        return of_phrase(statement, phrase, rule)
    of_thing = _THING_WAS.search(statement.text, 0, phrase.begin) is not None
    if (not (after.strip(" .;)") or of_thing) and phrase.begin > 0) or phrase.word in _RESULTS:
        return None
    if statement.last and script.heads_decision(statement.block + 1):
        return None
    return of_phrase(statement, phrase, rule, begin=0, whole=True)


def shouted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The schedule was AGREED", "PPC AGREED to leave it": capitals decide."""
    if not _decides_in_capitals(phrase, statement):
        return None
    rest = statement.text[phrase.end :]
    if phrase.verb == "noted" and says(script.lexicon, "decisions", "attendance_noted", rest):
        return None
    acted = phrase.subject in ("body", "moved")
    if acted and (phrase.tail.opener or ends_open(phrase, statement)):
        return of_phrase(statement, phrase, "resolution.shouted")
    if phrase.tail.opener and phrase.subject == "thing" and phrase.verb in STEPS:
        return of_phrase(statement, phrase, "resolution.shouted")
    if _THE_FOLLOWING.fullmatch(rest) is not None:
        return above_list(statement, phrase.verb, "resolution.shouted")
    opening = of_phrase(statement, phrase, "resolution.shouted", begin=0, whole=True)
    if _MOVERS_FIRST.fullmatch(statement.text, 0, phrase.begin) is None:
        return opening
    return replace(opening, content=statement.start + phrase.begin)


def _decides_in_capitals(phrase: Phrase, statement: Statement) -> bool:
    """Tell whether a word in capitals decides: not in a line of capitals, nor of a motion."""
    if not phrase.shouted or phrase.past or statement.text.isupper():
        return False
    if phrase.subject in ("other", "perfect"):
        return False
    if phrase.subject == "opens" and (phrase.start == 0 or phrase.word == "note"):
        return False
    result = phrase.word in ("carried", "passed")
    return not (result and _MOTION.search(statement.text) is not None)


def body_decides(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The Committee agreed to ...", "Members resolved that ...", "The Board approved it"."""
    if phrase.subject != "body" or phrase.past:
        return None
    if phrase.word not in word_set(script.lexicon, "decisions", "body_verbs"):
        return None
    if phrase.word.endswith("s") and _THIS.match(statement.text, phrase.begin) is not None:
        return None
    if stands_in_list(phrase, statement, script) or not _is_step(phrase, statement, script):
        return None
    whole = not (phrase.tail.opener or phrase.tail.marked)
    opening = of_phrase(statement, phrase, "resolution.body", whole=whole)
    first = _NOTED_FIRST.match(statement.text) if whole and phrase.begin == 0 else None
    return replace(opening, verb="noted") if first is not None else opening


def _is_step(phrase: Phrase, statement: Statement, script: Script) -> bool:
    """Tell whether a body takes a step here, and neither reports one nor shares a view."""
    lexicon, rest = script.lexicon, statement.text[phrase.tail.clause :]
    before = statement.text[: phrase.begin]
    if is_reported(before, lexicon, script.words(statement.block)):
        return False
    if not is_decided(phrase, rest, lexicon) or is_view(rest, lexicon):
        return False
    if phrase.tail.opener == "that" and not looks_forward(rest, lexicon):
        return False
    return not (phrase.verb in _AGREED_LIKE and is_talk(rest, statement, script))


def body_notes(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The Forum noted the report.": a body that notes a thing as the outcome."""
    if phrase.subject != "body" or phrase.past or phrase.begin > 0:
        return None
    if phrase.verb != "noted" or phrase.word not in _NOTED_LIKE:
        return None
    if stands_in_list(phrase, statement, script) or not _is_outcome(statement, script):
        return None
    rest = statement.text[phrase.end :]
    if says(script.lexicon, "decisions", "attendance_noted", rest) is not None:
        return None
    if phrase.tail.opener == "that" or not _notes_thing(phrase, rest, statement, script):
        return None
    return of_phrase(statement, phrase, "resolution.body_notes", begin=0, whole=True)


def body_assents(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The Board agreed.", "The Board agreed with this approach" after what was suggested."""
    if phrase.subject != "body" or phrase.word != "agreed" or phrase.past or phrase.begin > 0:
        return None
    rest = statement.text[phrase.end :].strip(" .")
    if rest and says(script.lexicon, "decisions", "assented_to", rest) is None:
        return None
    before = [one for one in script.statements(statement.block) if one.end <= statement.start]
    if not before or says(script.lexicon, "decisions", "suggested", before[-1].text) is None:
        return None
    return of_phrase(statement, phrase, "resolution.body_assents", begin=0, whole=True)


def _is_outcome(statement: Statement, script: Script) -> bool:
    """Tell whether a sentence stands where an outcome does: alone, or last of all."""
    if script.blocks[statement.block].kind == "bullet":
        return False
    return statement.alone or (statement.last and script.closing(statement.block))


def _notes_thing(phrase: Phrase, rest: str, statement: Statement, script: Script) -> bool:
    """Tell whether a thing is noted and nothing more is decided in the sentence."""
    lexicon = script.lexicon
    if _LETTER.match(rest) is None or _AND_ENDS.search(rest) is not None:
        return False
    if says(lexicon, "decisions", "further_decisions", rest) is not None:
        return False
    if phrase.word == "received" and _NOTED_TOO.match(rest) is None:
        return False
    closing = script.closing(statement.block)
    return closing or any_of(lexicon, "decisions", "settled_things").search(rest[:80]) is not None
