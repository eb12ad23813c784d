"""Decisions of an item: by head words, in prose, by a label, or by clauses without a head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from minutesparse.extract.decisions.clauses import operative_verb
from minutesparse.extract.decisions.collector import Collected, collect
from minutesparse.extract.decisions.headless import RECORD_VERBS, find_headless
from minutesparse.extract.decisions.lines import RECOMMENDATION
from minutesparse.extract.decisions.motions import read_motion
from minutesparse.extract.decisions.movers import (
    Movers,
    find_movers,
    line_pair,
    named_alone,
    named_pair,
)
from minutesparse.extract.decisions.openings import Opening, head_opening, head_within
from minutesparse.extract.decisions.prose import prose_opening
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.extract.findings import ClauseFinding, ResolutionFinding
from minutesparse.lexicons.patterns import any_of, says
from minutesparse.text import Block, Cover

_LEADS_ON = re.compile(r"(?::|:\s*[-–])\s*$")
_WISHES = re.compile(r"(?:that|to)\b", re.I)
_ORDERS = re.compile(r"\b(?:be|has:|have:)\b")
_FINITE = re.compile(r"\b(?:was|were|has|have|had|is|are)\b")
_MOTION_HEAD = re.compile(r"(?:motion|moved|movers?)\s*[:–-]?\s*(?=\(|[A-Z])", re.I)

_SIGNED = re.compile(
    r"(?:Approved|Confirmed|Signed|Adopted|Agreed|Accepted)\b[^.;]{0,80}\brecord\b"
)
_TO_SIGN = re.compile(
    r"(?:Chair\w*|Mayor|Presid\w+|Convener|Clerk|Secretary|Sign\w*|Name|Date\w*)\b[^._…]{0,40}"
    r"(?:[._…]{3,}.{0,60}|:?\s*)|[\s._…]{3,}"
)
_MOST_SUBHEADS = 4
_LONGEST_SUBHEAD = 80


def find_resolutions(script: Script, moved: Sequence[tuple[int, int]]) -> list[ResolutionFinding]:
    """Return an item's decisions in document order.

    Args:
        script: The item's blocks.
        moved: Stretches of moved text, which decides nothing.
    """
    found = list(_read(script, Cover(moved)))
    covered = Cover([*moved, *((one.start, one.end) for one in found)])
    found += find_headless(script, covered, lonely=not found)
    return sorted(found, key=lambda one: one.start)


_FOLLOWING = re.compile(
    r"\bthe\s+following\s+resolutions?\b.{0,60}?\b(?:adopted|passed|approved|offered|carried)\b",
    re.I,
)
_FARTHEST_BELOW = 8  # blocks of what it was resolved for


def _read(script: Script, moved: Cover) -> Iterator[ResolutionFinding]:
    """Yield decisions by their labels, head words and sentences."""
    index, done = 0, -1
    while index < len(script.blocks):
        labelled = _labelled(script, index)
        if labelled is not None:
            yield labelled[0]
            index, done = labelled[1] + 1, labelled[0].end
            continue
        last = index
        told = script.minuted(index) and script.records(index)
        for statement in script.statements(index) if told else ():
            if statement.start < done or _within(statement, moved) or last > index:
                continue
            found = _opened(statement, script)
            if found is not None:
                yield found[0]
                last, done = max(last, found[1].block), max(done, found[1].end, found[0].end)
        index = max(index + 1, last)


def _opened(statement: Statement, script: Script) -> tuple[ResolutionFinding, Collected] | None:
    """Return the decision that opens in a statement with what belongs to it, or None."""
    opening = opening_of(statement, script)
    if opening is None or _answers_motion(statement, script):
        return None
    announced = _announced(opening, script) or opening
    collected = collect(announced, script)
    if announced is not opening and collected.movers is None:
        collected.movers = find_movers(statement.text, statement.start, script.lexicon)
    if _points_below(collected, script) or _heads_nothing(announced, collected, script):
        return None
    resolution = _resolution(announced, collected, script)
    begin = min(opening.begin, resolution.start, *(clause.start for clause in collected.clauses))
    return replace(resolution, start=begin), collected


def _heads_nothing(opening: Opening, collected: Collected, script: Script) -> bool:
    """Tell whether a head has nothing of its own, and another follows ("Agreed:")."""
    below = opening.statement.block + 1
    empty = opening.head and collected.block == opening.statement.block
    if not empty or not opening.statement.alone or below >= len(script.blocks):
        return False
    if opening.content < opening.statement.end or not opening.statement.text.rstrip().endswith(":"):
        return False
    return script.heads_decision(below)


def _points_below(collected: Collected, script: Script) -> bool:
    """Tell whether the only clause points at what stands below, and no list of it was found."""
    if len(collected.clauses) != 1 or collected.clauses[0].clauses:
        return False
    only = collected.clauses[0]
    block = script.blocks[collected.block]
    words = block.text[max(0, only.start - block.start) : only.end - block.start]
    return says(script.lexicon, "decisions", "pointing_below", words) is not None


def _answers_motion(statement: Statement, script: Script) -> bool:
    """Tell whether a bare "Agreed." only says what became of what was moved right before it."""
    if (
        statement.first
        or any_of(script.lexicon, "decisions", "bare_assent").fullmatch(
            statement.text.strip(" .;)")
        )
        is None
    ):
        return False
    statements = script.statements(statement.block)
    before = bisect_left(statements, statement.start, key=attrgetter("start")) - 1
    return read_motion(statements[before], script) is not None


def _signs_off(statement: Statement, script: Script) -> bool:
    """Tell whether "Confirmed as a true record" ends the page, for the chair to sign below."""
    if not statement.alone or _SIGNED.match(statement.text) is None:
        return False
    below = script.blocks[statement.block + 1 :]
    signed = bool(below) and all(_TO_SIGN.fullmatch(block.text.strip()) for block in below)
    return signed or (not below and "minute" not in script.title.lower())


def opening_of(statement: Statement, script: Script) -> Opening | None:
    """Return the decision that opens in a statement, or None.

    A statement is read with the topic words before it first, then without them.
    """
    if script.recommended(statement.block) or _signs_off(statement, script):
        return None
    readings = (statement.whole, statement) if statement.lead else (statement,)
    block = script.blocks[statement.block]
    head = _first(head_opening(reading, script) for reading in readings)
    if head is not None and _quoted(statement, script):
        return None
    loud = head is not None and _shouts(head, script)
    if head is not None and (loud or not block.speech):
        own = loud and head.verb in ("resolved", "agreed", "recommended")
        return None if script.outside(statement.block) and not own else head
    if block.speech:
        return None
    prose = _first(prose_opening(reading, script) for reading in readings)
    if prose is not None or script.outside(statement.block):
        return prose
    return head_within(statement, script)


def _first(openings: Iterable[Opening | None]) -> Opening | None:
    return next((opening for opening in openings if opening is not None), None)


def _announced(opening: Opening, script: Script) -> Opening | None:
    """Return the decision that a bare head only announces ("CONCLUSION:", then "It was agreed")."""
    below = opening.statement.block + 1
    if _FOLLOWING.search(opening.statement.text) is not None:
        return _adopted_below(opening, script)
    if opening.verb == "resolved" and not opening.bare:
        return _decided_further_down(opening, script)
    announces = opening.bare and opening.rule == "resolution.heading"
    if not announces or not opening.statement.alone or below >= len(script.blocks):
        return None
    if opening.content < opening.statement.end or not script.minuted(below):
        return None
    if _lists_steps(script, below):
        return None
    first = next(iter(script.statements(below)), None)
    return opening_of(first, script) if first is not None else None


def _adopted_below(opening: Opening, script: Script) -> Opening | None:
    """Return the resolution that is printed below "the following resolution was adopted:"."""
    first = opening.statement.block + 1
    for place in range(first, min(first + _FARTHEST_BELOW, len(script.blocks))):
        for statement in script.statements(place) if script.minuted(place) else ():
            found = head_opening(statement, script)
            if found is not None and found.verb == "resolved":
                return replace(found, begin=opening.begin)
    return None


def _decided_further_down(opening: Opening, script: Script) -> Opening | None:
    """Return the decision below a head alone and a paragraph on what was weighed first."""
    place = opening.statement.block + 1
    if not opening.statement.alone or opening.content < opening.statement.end:
        return None
    while place < len(script.blocks) and script.minuted(place) and _weighs(script, place):
        place += 1
    if place == opening.statement.block + 1 or place >= len(script.blocks):
        return None
    first = next(iter(script.statements(place)), None)
    found = opening_of(first, script) if first is not None and script.minuted(place) else None
    if found is None or found.rule != "resolution.body":
        return None
    return replace(found, verb=opening.verb, begin=opening.begin, label=opening.label)


def _weighs(script: Script, index: int) -> bool:
    """Tell whether a paragraph says what a body weighed before it decided."""
    text, words = script.blocks[index].text, script.words(index)
    if says(script.lexicon, "decisions", "weighing", text, words) is None:
        return False
    return not any(opening_of(statement, script) for statement in script.statements(index))


def _lists_steps(script: Script, index: int) -> bool:
    """Tell whether a list of several decisions begins at a block ("1. Noted the report.")."""
    if index + 1 >= len(script.blocks) or not script.minuted(index + 1):
        return False
    first, second = script.blocks[index].marker, script.blocks[index + 1].marker
    return first is not None and second is not None and first.style == second.style


def _quoted(statement: Statement, script: Script) -> bool:
    """Tell whether a decision of another meeting is quoted ("... as follows:- "RESOLVED ...")."""
    if statement.text[:1] not in ('"', "“") or not statement.first or statement.block == 0:
        return False
    return _LEADS_ON.search(script.blocks[statement.block - 1].text) is not None


def _shouts(opening: Opening, script: Script) -> bool:
    if opening.label is None:
        return False
    block = script.blocks[opening.statement.block]
    return block.text[opening.label[0] - block.start : opening.label[1] - block.start].isupper()


def _within(statement: Statement, taken: Cover) -> bool:
    over = taken.over(statement.start, statement.end)
    return any(start <= statement.start and statement.end <= end for start, end in over)


# ---------------------------------------------------------------- the record


def _resolution(opening: Opening, collected: Collected, script: Script) -> ResolutionFinding:
    movers = collected.movers or _own_movers(opening, script)
    begin = opening.begin
    if movers is not None and opening.statement.start <= movers.start < begin:
        begin = opening.statement.start
    end = max(collected.end, _statement_end(opening, collected, script))
    to = opening.recipient
    return ResolutionFinding(
        begin,
        end,
        opening.label,
        _verb(opening, collected, script),
        collected.stem,
        collected.clauses,
        opening.rule,
        movers.mover if movers else None,
        movers.seconder if movers else None,
        recommended_to=_words(to, script) if to else None,
    )


def _words(stretch: tuple[int, int], script: Script) -> str | None:
    block = script.block_at(stretch[0])
    if block is None:
        return None
    return " ".join(block.text[stretch[0] - block.start : stretch[1] - block.start].split())


def _own_movers(opening: Opening, script: Script) -> Movers | None:
    """Return who is named as mover in the statement that decides, or in a bracket."""
    statement = opening.statement.whole
    found = find_movers(statement.text, statement.start, script.lexicon)
    if found is None and opening.label is not None:
        after = statement.text[opening.label[1] - statement.start :]
        found = named_pair(after, opening.label[1], script.lexicon)
        found = found or named_alone(after, opening.label[1], script.lexicon)
    return found or _pair_above(statement, script)


def _pair_above(statement: Statement, script: Script) -> Movers | None:
    """Return the movers of a line of two names right above ("Cr A / Cr B", "Motion (A/B)")."""
    if statement.block == 0 or not statement.first or not script.minuted(statement.block - 1):
        return None
    line = script.blocks[statement.block - 1]
    head = _MOTION_HEAD.match(line.text)
    at = head.end() if head is not None else 0
    text, start = line.text[at:], line.start + at
    bracket = named_pair(text, start, script.lexicon)
    return bracket or line_pair(text, start, script.lexicon)


def _statement_end(opening: Opening, collected: Collected, script: Script) -> int:
    """Return the end of the statement where a decision lies in it whole, movers and all."""
    if collected.block != opening.statement.block:
        return collected.end
    return opening.statement.end if collected.end <= opening.statement.end else collected.end


def _verb(opening: Opening, collected: Collected, script: Script) -> str:
    if not opening.bare or not collected.clauses:
        return opening.verb
    first = collected.clauses[0]
    verb = first.verb
    if verb is None and collected.stem is not None:
        verb = operative_verb(_words(collected.stem, script) or "", script.lexicon)
    if verb is None:
        verb = operative_verb(_before_clause(first, script), script.lexicon)
    if verb is None:
        verb = next((clause.verb for clause in collected.clauses if clause.verb), None)
    return RECORD_VERBS.get(verb or "", opening.verb)


def _before_clause(clause: ClauseFinding, script: Script) -> str:
    """Return the words before a clause in its block ("The Board agreed")."""
    block = script.block_at(clause.start)
    return block.text[: clause.start - block.start] if block is not None else ""


# ---------------------------------------------------------------- labels


def _labelled(script: Script, index: int) -> tuple[ResolutionFinding, int] | None:
    """Read what a bare label "Decision:" heads, where no head word follows it."""
    block = script.blocks[index]
    if block.kind != "label" or block.zone != "decision" or index + 1 >= len(script.blocks):
        return None
    index = _past_subheads(script, index)
    below = script.blocks[index + 1]
    if not script.minuted(index + 1) or below.zone != "decision" or not below.sentences:
        return None
    if any(opening_of(statement, script) for statement in script.statements(index + 1)):
        return None
    if says(script.lexicon, "decisions", "no_outcomes", below.text) is not None or not _decides(
        below, script
    ):
        return None
    statement = script.whole_block(index)
    verb = "recommended" if RECOMMENDATION.fullmatch(block.text) else "resolved"
    opening = Opening(
        statement, verb, block.start, (block.start, block.end), statement.end, "",
        "resolution.decision_label", bare=verb == "resolved", head=True,
    )  # fmt: skip
    collected = collect(opening, script)
    if collected.block == index:
        return None
    return _resolution(opening, collected, script), collected.block


def _past_subheads(script: Script, index: int) -> int:
    """Return the index of the last of the short lines that head a list below "Decision:"."""
    for place in range(index + 1, min(index + 1 + _MOST_SUBHEADS, len(script.blocks) - 1)):
        block = script.blocks[place]
        if block.marker is not None and script.blocks[place - 1].marker is None:
            return place - 1
        if block.marker is not None or len(block.text) > _LONGEST_SUBHEAD:
            break
        if block.text.rstrip()[-1:] in (".", ":"):
            break
        if any(opening_of(statement, script) for statement in script.statements(place)):
            break
    return index


def _decides(block: Block, script: Script) -> bool:
    """Tell whether words under "Decision:" decide: an order, a wish, or a step taken."""
    text = block.text
    if _WISHES.match(text) is not None or _ORDERS.search(text) is not None:
        return True
    if _FINITE.search(text) is not None:
        return any_of(script.lexicon, "decisions", "outcomes").search(text) is not None
    return operative_verb(text, script.lexicon) is not None


__all__ = ["find_resolutions", "opening_of"]
