"""Motions and amendments: the passage that moves them, who moves and seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Literal

from minutesparse.extract.decisions.endings import ends_decision
from minutesparse.extract.decisions.movers import Movers, find_movers
from minutesparse.extract.decisions.movers.names import whole_name
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.decisions.signed import signed_motions
from minutesparse.extract.findings import MotionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block, Cover

Move = tuple[int, MotionFinding]
"""A motion with the offset of the statement that moves it, topic words left out."""

_GOES_ON = re.compile(r"(?::|:[-–]|–|-)\s*$")
_DECIDED = re.compile(r"\b(?:resolved|agreed|decided|and)\W*$", re.I)
_MOVED_TEXT = re.compile(
    r"[\"'“‘(]*(?:that|this\s+council|the\s+council|\(?[\divxa-h]{1,3}\))", re.I
)
_RECITAL = re.compile(r"whereas\b", re.I)
_ENACTING = re.compile(
    r"whereas\b|(?:now,?\s+)?therefore,?\s+(?:let\s+it\s+)?be\b|(?:and\s+)?be\s+it\s+(?:further\s+)?"
    r"(?:resolved|ordained|enacted)\b|and\s+(?:be\s+it\s+)?(?:further\s+)?that\b",
    re.I,
)
"""How North American councils word what is moved; "be it resolved" there has decided nothing."""
_PAPER = re.compile(r"(?:AN?\s+)?(?:RESOLUTION|ORDINANCE)\b")
_AS_AMENDED = re.compile(r"\bas\s+amended\b")
_LABELLED = re.compile(r"\b(?:proposed|moved|prop\.?)\s*(?:by|:|\s[–-])|\bsec\.", re.I)
_ELSEWHERE = re.compile(
    r"(?<!\bof\sthe\s)\b(?:last|previous|earlier)\s+(?:meeting|month|year|motion)\b|"
    r"\bhad\s+(?:previously\s+)?(?:been\s+)?(?:moved|proposed)\b",
    re.I,
)
_VERB_FIRST = re.compile(r"(?:Proposed|PROPOSED|Moved|MOVED)\s+(?!by\b|and\b|[A-Z/(:–-])")
_AND_MOVED = re.compile(
    r"\b(?:said|stated|felt|considered|commented|asked|agreed|supported|was|had|noted|thanked)\b.{12,900}?"
    r"\band\s+(?:(?:also|then|therefore|so|he|she)\s+){0,2}(?P<moved>(?:proposed|moved)\s+(?:that|to|refusal|approval|deferral)\b)",
    re.S,
)
_CAPITAL = re.compile(r"\b[A-Z]")
_LONGEST_ABOVE = 120
_KIND_LABEL = re.compile(
    r"(?:first\s+|second\s+)?(?P<kind>motion|amendment)(?:\s+\d+)?\s*[:–-]?", re.I
)
_MOST_ABOVE = 4
_PRONOUNS = frozenset({"he", "she", "they"})
_QUOTES = ('"', "'", "“", "‘")
_MOST_BELOW = 13
_LONGEST_REST = 14
_ASIDE = re.compile(r"\s*(?:\([^()]{1,60})?\)\s*")
_NAMES_OFFICE = re.compile(r"\W*(?:moved|proposed|mover|proposer|prop\.?)\s*(?:by\s*)?:", re.I)
"""How a line begins that names an office as mover; in mid-sentence an office proposes much else."""


def read_moves(script: Script) -> list[Move]:
    """Return every passage of an item that names a mover or a seconder, in document order."""
    signed = [(one.start, one) for one in signed_motions(script)]
    written = Cover((one.start, one.end) for _, one in signed)
    moved = [move for move in _moves(script) if not written.touches(move[0], move[0] + 1)]
    return sorted([*signed, *moved], key=itemgetter(0))


def _moves(script: Script) -> Iterator[Move]:
    for index in range(len(script.blocks)):
        if not script.minuted(index) or not script.holds(index, "moving_words"):
            continue
        for statement in script.statements(index):
            motion = read_motion(statement, script)
            if motion is not None:
                yield statement.start, motion


def motions_among(moves: Sequence[Move], decided: Cover | None = None) -> list[MotionFinding]:
    """Return the motions of an item, each with the seconder that is named after it.

    A sentence that itself decides ("proposed by A, seconded by B and AGREED") is the decision's
    own and makes no motion.

    Args:
        moves: What the item's sentences move.
        decided: Where its decisions stand.
    """
    found: list[MotionFinding] = []
    for place, motion in moves:
        if decided is not None and decided.touches(place, place + 1):
            continue
        if motion.mover is not None:
            found.append(motion)
        elif found and found[-1].seconder is None:
            end = max(found[-1].end, motion.end)
            found[-1] = replace(found[-1], seconder=motion.seconder, end=end)
    return [one for one in found if one.seconder or one.rule != "motion.introduced"]


def read_motion(statement: Statement, script: Script) -> MotionFinding | None:
    """Return the motion that a statement moves, or the seconder that it adds to one."""
    begin = statement.start - len(statement.lead)
    text, lexicon = statement.lead + statement.text, script.lexicon
    movers = find_movers(text, begin, lexicon)
    unmoved = movers is None or movers.mover is None
    if unmoved and (spoken := _moved_besides(text, lexicon)) is not None:
        speaker, at = spoken
        seconder = movers.seconder if movers is not None else None
        movers = Movers(speaker.shifted(begin), seconder, begin + at, begin + at)
        begin, text = begin + at, text[at:]
    if movers is None and (above := _named_above(statement, script)) is not None:
        movers = Movers(above, None, begin, begin)
    if movers is None:
        return None
    if not (_is_motion(text, movers, lexicon) or _is_seconded_next(statement, script)):
        return None
    divides = says(lexicon, "decisions", "divisions", text) is not None
    if _ELSEWHERE.search(text) is not None or (divides and movers.seconder is None):
        return None
    introduced = says(lexicon, "decisions", "introductions_of_motions", text) is not None
    rule = "motion.introduced" if introduced else "motion.moved"
    amends = _amends(text, lexicon) or _labelled_amendment(statement.block, script)
    kind: Literal["motion", "amendment"] = "amendment" if amends else "motion"
    end = statement.end
    alone = statement.first and _lines_only(text, movers, begin)
    goes_on = alone or _GOES_ON.search(text) is not None
    if statement.last and goes_on and _DECIDED.search(text) is None:
        end = moved_end(script, statement.block, end)
    mover = _resolved(movers.mover, statement, script)
    if mover is None and (above := _named_above(statement, script)) is not None:
        mover, begin = above, above.start
    return MotionFinding(begin, end, kind, mover, movers.seconder, None, rule)


def _moved_besides(text: str, lexicon: Lexicon) -> tuple[Mention, int] | None:
    """Return who moves at the end of a speech, and where ("X said that ... and proposed that")."""
    found = _AND_MOVED.search(text)
    if found is None:
        return None
    speaker = MentionReader(text, tokenise(text), lexicon).read_plain(0)
    if speaker is None or speaker.type != "person" or not speaker.titled:
        return None
    return speaker, found.start("moved")


def _named_above(statement: Statement, script: Script) -> Mention | None:
    """Return the mover whose name ends the line above "Proposed that ...", none where it stops."""
    text = (statement.lead + statement.text).lstrip()
    if statement.block == 0 or not statement.first or _VERB_FIRST.match(text) is None:
        return None
    above = script.blocks[statement.block - 1]
    if len(above.text) > _LONGEST_ABOVE or not script.minuted(statement.block - 1):
        return None
    for found in _CAPITAL.finditer(above.text):
        mention = whole_name(above.text, found.start(), len(above.text), script.lexicon)
        person = mention is not None and mention.type == "person" and mention.titled
        if mention is not None and person and mention.end == len(above.text):
            return mention.shifted(above.start)
    return None


def _lines_only(text: str, movers: Movers, begin: int) -> bool:
    """Tell whether a line only names mover and seconder, so that what they move stands below."""
    if movers.start <= begin + 1 and _ASIDE.fullmatch(text, movers.end - begin) is not None:
        return text[:1] != "("
    return len(text) - (movers.end - begin) <= _LONGEST_REST and text.rstrip()[-1:] not in ".)"


def _amends(text: str, lexicon: Lexicon) -> bool:
    """Tell whether an amendment is moved ("an additional clause"), and nothing "as amended"."""
    return (
        says(lexicon, "decisions", "amendments", text) is not None
        and _AS_AMENDED.search(text) is None
    )


def _labelled_amendment(index: int, script: Script) -> bool:
    """Tell whether the nearest label above a block is "Amendment" ("Amendment 2")."""
    for block in reversed(script.blocks[max(0, index - _MOST_ABOVE) : index]):
        found = _KIND_LABEL.fullmatch(block.text.strip())
        if found is not None:
            return found["kind"].lower() == "amendment"
    return False


def _is_motion(text: str, movers: Movers, lexicon: Lexicon) -> bool:
    """Tell whether words move something: with a seconder, or with a word that says so."""
    if (
        movers.seconder is not None
        or any_of(lexicon, "decisions", "motion_words").search(text) is not None
    ):
        return True
    if movers.mover is not None and movers.mover.type == "role":
        return _NAMES_OFFICE.match(text) is not None
    return (
        says(lexicon, "decisions", "moving_phrases", text) is not None
        or _LABELLED.search(text) is not None
    )


def _is_seconded_next(statement: Statement, script: Script) -> bool:
    """Tell whether the next sentence only names who seconds ("This was seconded by Cllr Orr.")."""
    for other in script.statements(statement.block):
        if other.start >= statement.end:
            movers = find_movers(other.lead + other.text, 0, script.lexicon)
            return movers is not None and movers.mover is None and movers.seconder is not None
    return False


def _resolved(mover: Mention | None, statement: Statement, script: Script) -> Mention | None:
    """Return whom a pronoun points back at: who is named first in the sentence before."""
    if mover is None or mover.type != "pronoun":
        return mover
    block = script.blocks[statement.block]
    for sentence in reversed(block.sentences):
        if sentence.end > statement.start:
            continue
        named = MentionReader(sentence.text, tokenise(sentence.text), script.lexicon).read_plain(0)
        if named is not None and named.type == "person":
            return named.shifted(sentence.start)
        if named is None or named.label.lower() not in _PRONOUNS:
            break
    return mover


def moved_end(script: Script, index: int, end: int) -> int:
    """Return where the moved text in the blocks below ends."""
    opened = recited = False
    for block in script.blocks[index + 1 : index + 1 + _MOST_BELOW]:
        enacts = _ENACTING.match(block.text) is not None or (recited and _enacts_alone(block))
        recited = recited or _RECITAL.match(block.text) is not None
        if block.kind == "label" or block.speech:
            break
        if not enacts and ends_decision(block, script.lexicon):
            break
        if not (opened or enacts or _is_moved_text(block)):
            break
        opened = opened or block.text.startswith(('"', "“"))
        end = block.end
        if opened and block.text.rstrip().endswith(('"', "”")):
            break
    return end


def _enacts_alone(block: Block) -> bool:
    """Tell whether "RESOLVED, that ..." below "WHEREAS ..." is what is moved."""
    return block.text.startswith(("RESOLVED", "Resolved"))


def _is_moved_text(block: Block) -> bool:
    """Tell whether a block can be what is moved: in a list, in quotation marks, or "That ..."."""
    if block.marker is not None or block.text.startswith(_QUOTES):
        return True
    if _PAPER.match(block.text) is not None:
        return True
    return _MOVED_TEXT.match(block.text) is not None
