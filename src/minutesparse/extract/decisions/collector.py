"""From where a decision opens to where it ends: its stem, its clauses, who moved it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesparse.extract.decisions.clauses import (
    Part,
    block_parts,
    clause_of,
    leading_number,
    nested,
    parent_of,
    split_numbers,
    unquoted,
    whole_part,
)
from minutesparse.extract.decisions.endings import (
    ends_decision,
    is_between,
    own_width,
    trailing_start,
)
from minutesparse.extract.decisions.fillings import filled
from minutesparse.extract.decisions.lists import ListReader, parts_in_turn
from minutesparse.extract.decisions.movers import (
    Movers,
    find_movers,
    line_pair,
    named_pair,
    pair_ahead,
)
from minutesparse.extract.decisions.numbering import is_first
from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.decisions.stems import calls_for_list, is_stem
from minutesparse.extract.decisions.steps import after_step, is_step
from minutesparse.extract.findings import ClauseFinding
from minutesparse.lexicons.patterns import says
from minutesparse.text import Block

_MOST_BETWEEN = 5
_LONGEST_STEM = 160
_ALIKE = frozenset({("that", "that"), ("that", "and"), ("to", "to")})
_COLON = re.compile(r":\s*[-–]?\s*$")
_GOES_ON = re.compile(r"(?:;|,)\s*(?:and|or)?\s*$")
_FIRST_WORD = re.compile(r"\W*(\w*)")
_SUM = re.compile(r"[£€$]\s?\d|\d\.\d\d\b")
_RESOLVED = frozenset({"RESOLVED", "Resolved"})
_PAID = re.compile(r"\b(?:payments?|accounts?|invoices?|cheques?|bills?|expenditure)\b", re.I)
_FIRST_POINT = re.compile(r"[:–-]\s+(?:1[.)]\s|(?:\d{1,2}\.\d{1,2}|[A-Za-z]|[ivx]{1,4})\.\W*$)")
"""The first number of a list that runs on ("RESOLVED to: 1. do"); a letter ends its sentence."""
_THAT_BODY = re.compile(r"that\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+|of\s+)?[A-Z]\w+){0,5}", re.I)
"""A stem that only names a body, without a mark behind it ("That the Board")."""
_THAT_BELOW = re.compile(r"[Tt]hat\b|THAT\b")
_OPENER_ONLY = re.compile(r"(?:that|to|as\s+follows)\s*[:–-]*", re.I)


@dataclass(slots=True)
class Collected:
    """What belongs to a decision.

    Attributes:
        clauses: Its clauses, nested.
        stem: Stretch of the words that every clause continues.
        end: Offset after its last character.
        block: Index of the last block that it takes words from.
        movers: Who moved and seconded it, where its own lines say so.
    """

    clauses: tuple[ClauseFinding, ...]
    stem: tuple[int, int] | None
    end: int
    block: int
    movers: Movers | None = None


def collect(opening: Opening, script: Script) -> Collected:
    """Return what belongs to a decision that opens at a place."""
    return _Collector(opening, script).collect()


def collect_headless(opening: Opening, script: Script) -> Collected:
    """Return the clauses that begin with a block and have no head words."""
    collector = _Collector(opening, script, headless=True)
    index = opening.statement.block
    if script.blocks[index].marker is not None:
        return collector.listed(index)
    return collector.plain(index)


class _Collector:
    """Gathers one decision: its own words, what stands below them, movers between and behind."""

    def __init__(self, opening: Opening, script: Script, *, headless: bool = False) -> None:
        self._headless = headless
        self._opening = opening
        self._script = script
        self._lexicon = script.lexicon
        self._index = opening.statement.block
        self._in_steps = opening.rule == "resolution.body_has"
        self._movers: Movers | None = None

    def collect(self) -> Collected:
        """Return the decision's clauses, and who is named right behind them as mover."""
        collected = self._gathered()
        if collected.movers is None:
            collected.movers = self._pair_behind(collected)
        return collected

    def _pair_behind(self, collected: Collected) -> Movers | None:
        """Read "(Cr A/Cr B)" behind the last clause, or "Mayor A/Councillor B" on the next line."""
        block = self._script.blocks[collected.block]
        after = block.text[collected.end - block.start :].lstrip(" .;")
        if after:
            start = block.end - len(after)
            pair = named_pair(after, start, self._lexicon)
            return pair or line_pair(after.rstrip(" ."), start, self._lexicon)
        below = collected.block + 1
        if below >= len(self._script.blocks) or not self._script.minuted(below):
            return None
        line = self._script.blocks[below]
        return line_pair(line.text, line.start, self._lexicon)

    def _gathered(self) -> Collected:
        """Return the decision's clauses, beginning with the words after its head."""
        own = self._own()
        if _OPENER_ONLY.fullmatch(own.text) and not self._list_follows(own, self._index):
            return self._below()
        if own.text and self._names_movers(own):
            return self._below()
        if own.text:
            return self._from(own, self._index)
        if self._opening.whole or (not self._opening.head and not self._opens_below()):
            return self._empty()
        return self._below()

    def _names_movers(self, own: Part) -> bool:
        """Take "Orr / Vane" behind a head as who moved what stands below ("THAT the plan")."""
        below = [block.text for block in self._script.blocks[self._index + 1 :][:1]]
        if not any(map(_THAT_BELOW.match, below)):
            return False
        pair = pair_ahead(own.text.rstrip(" .:"), own.start, self._lexicon)
        self._movers = self._movers or pair
        return pair is not None

    def listed(self, index: int) -> Collected:
        """Return the list that begins with a block."""
        return self._listed(None, [], index - 1)

    def plain(self, index: int) -> Collected:
        """Return the paragraph at an index with those that are built alike."""
        return self._from(self._trimmed(whole_part(self._script.blocks[index])), index)

    # ------------------------------------------------------------ the opening's own block

    def _own(self) -> Part:
        """Return what the opening's own block says after its head words."""
        block = self._script.blocks[self._index]
        opening = self._opening
        stop = opening.statement.end
        if opening.head and opening.statement.first:
            stop = own_width(block, opening.statement, self._lexicon)
        if _FIRST_POINT.search(block.text, 0, stop - block.start) is not None:
            stop = block.end
        words = block.text[opening.content - block.start : stop - block.start]
        inner = words.strip(" *_")
        start = opening.content + words.find(inner) if inner else stop
        rule = "clause.sentence" if opening.whole or not opening.head else "clause.single"
        part = Part(start, start + len(inner), inner, None, "", block.depth, rule)
        return self._trimmed(part)

    def _trimmed(self, part: Part) -> Part:
        """Take movers, counts and labels off the end of a clause."""
        part = unquoted(part)
        cut = trailing_start(part.text, self._lexicon)
        if cut is None:
            return part
        after = part.text[cut:]
        found = find_movers(after, part.start + cut, self._lexicon)
        found = found or named_pair(after, part.start + cut, self._lexicon)
        self._movers = self._movers or found
        text = part.text[:cut].rstrip(" (,;-–")
        return replace(part, end=part.start + len(text), text=text)

    def _empty(self) -> Collected:
        """Return the statement as its own clause; a bare "RESOLVED" takes up the text above."""
        statement = self._opening.statement
        if self._opening.verb == "resolved" and statement.text.strip(" .;:") in _RESOLVED:
            return Collected((), None, statement.end, self._index)
        begin, end, rule = self._opening.begin, statement.end, "clause.sentence"
        part = Part(begin, end, statement.text, None, "", 0, rule)
        return Collected((clause_of(part, self._lexicon),), None, end, self._index)

    def _opens_below(self) -> bool:
        """Tell whether what is decided stands below: after a mark, or where the line ends."""
        opening = self._opening
        if opening.statement.text.rstrip(" *_").endswith((":", "–", "-")):
            return True
        return opening.content >= opening.statement.end and (
            opening.label is not None or self._script.goes_on(self._index)
        )

    # ------------------------------------------------------------ from the first words on

    def _from(self, lead: Part, index: int) -> Collected:
        """Gather a decision whose first words are given."""
        parts = split_numbers(unquoted(lead), self._lexicon, self._label_below(lead, index))
        if len(parts) == 1:
            parts = [leading_number(lead)]
        if parts[0].label is not None:
            return self._listed(None, parts, index)
        if len(parts) > 1:
            return self._listed(parts[0], parts[1:], index)
        lead = parts[0]
        if self._list_follows(lead, index):
            return self._listed(lead, [], index)
        lettered = parts_in_turn(self._script, index + 1) if self._announces(lead, index) else []
        if len(lettered) > 1:
            return self._listed(lead, lettered, index + len(lettered))
        return self._plain(lead, index)

    def _label_below(self, lead: Part, index: int) -> str:
        """Return the number of the block below, where it goes on with a list in the words above."""
        if index + 1 >= len(self._script.blocks) or not self._last_of_block(lead, index):
            return ""
        below = self._script.blocks[index + 1]
        if not self._script.minuted(index + 1) or below.marker is None or self._is_sibling(below):
            return ""
        return below.marker.label

    def _list_follows(self, lead: Part, index: int) -> bool:
        """Tell whether the blocks below list what the words above announce."""
        if index + 1 >= len(self._script.blocks) or not self._last_of_block(lead, index):
            return False
        below = self._script.blocks[index + 1]
        if not self._script.minuted(index + 1) or below.marker is None or below.speech:
            return False
        if self._is_sibling(below) or (
            (self._opening.whole or _PAID.search(lead.text)) and _is_row(below)
        ):
            return False
        if calls_for_list(lead.text, self._lexicon) or self._tells_steps(index + 1):
            return True
        if below.marker.bullet and _THAT_BODY.fullmatch(lead.text):
            return True
        label = below.marker.label
        first = is_first(label) and not (lead.text.endswith(".") and "." in label)
        return first and len(lead.text) < _LONGEST_STEM and is_stem(lead.text, self._lexicon)

    def _tells_steps(self, index: int) -> bool:
        """Tell whether a list begins that says what was done, step by step ("NOTED it")."""
        if index >= len(self._script.blocks):
            return False
        block, opening = self._script.blocks[index], self._opening
        if block.marker is None or self._in_steps:
            return block.marker is not None
        may = opening.head and not (opening.bare or block.speech or self._is_sibling(block))
        first = block.marker.bullet or is_first(block.marker.label)
        return may and first and is_step(block.text)

    def _announces(self, lead: Part, index: int) -> bool:
        """Tell whether words are a stem with a mark behind it and nothing more in their block."""
        if not (self._last_of_block(lead, index) and is_stem(lead.text, self._lexicon)):
            return False
        block = self._script.blocks[index]
        return _COLON.search(block.text) is not None

    def _last_of_block(self, lead: Part, index: int) -> bool:
        block = self._script.blocks[index]
        return not block.text[lead.end - block.start :].strip(" .:;*_\"'”’)–-")

    def _is_sibling(self, block: Block) -> bool:
        """Tell whether a number only carries on the numbering of the paragraph that decides."""
        opening = self._script.blocks[self._opening.statement.block]
        own, marker = opening.marker, block.marker
        if self._headless or own is None or marker is None or own.style != marker.style:
            return False
        return bool(own.label) or block.depth == opening.depth

    def _plain(self, lead: Part, index: int) -> Collected:
        """Make one clause of the words, and clauses of paragraphs built like them."""
        steps = self._unmarked_steps(lead, index)
        if steps:
            found = tuple(clause_of(self._trimmed(part), self._lexicon) for part in steps)
            stem = (lead.start, lead.end)
            return Collected(found, stem, found[-1].end, index + len(steps), self._movers)
        lead = self._trimmed(lead)
        if self._last_of_block(lead, index) and not _PAID.search(lead.text):
            lead, index = filled(lead, index, self._script)
        clauses = [clause_of(lead, self._lexicon)]
        end = lead.end
        if self._opening.head:
            while (following := self._alike(lead, index)) is not None:
                index += 1
                part = self._trimmed(following)
                clauses.append(clause_of(part, self._lexicon))
                end = part.end
        return Collected(tuple(clauses), None, end, index, self._movers)

    def _unmarked_steps(self, lead: Part, index: int) -> list[Part]:
        """Return the paragraphs below a stem that lost their bullets ("Note the petition; and")."""
        if not (_COLON.search(lead.text) and is_stem(lead.text, self._lexicon)):
            return []
        parts: list[Part] = []
        for place in range(index + 1, len(self._script.blocks)):
            block = self._script.blocks[place]
            if not self._script.minuted(place) or block.marker is not None or block.speech:
                break
            if ends_decision(block, self._lexicon):
                break
            goes_on = bool(parts) and _GOES_ON.search(parts[-1].text) is not None
            if not goes_on and says(self._lexicon, "decisions", "steps_below", block.text) is None:
                break
            parts.append(whole_part(block))
        return parts

    def _alike(self, lead: Part, index: int) -> Part | None:
        """Return the next paragraph if it is a further clause ("That ...", "That ...")."""
        if index + 1 >= len(self._script.blocks) or not self._script.minuted(index + 1):
            return None
        block = self._script.blocks[index + 1]
        if block.marker is not None or block.speech or ends_decision(block, self._lexicon):
            return None
        words = (_first_word(lead.text), _first_word(block.text))
        return block_parts(block, self._lexicon)[0] if words in _ALIKE else None

    # ------------------------------------------------------------ what stands below

    def _below(self) -> Collected:
        """Gather a decision whose head words stand alone."""
        index, passed = self._index, 0
        numbered = self._opening.rule == "resolution.numbered"
        while index + 1 < len(self._script.blocks) and passed <= _MOST_BETWEEN:
            index += 1
            block = self._script.blocks[index]
            if not self._script.minuted(index) or block.speech:
                break
            if is_between(block, self._lexicon, numbered=numbered):
                self._note_movers(block)
                passed += 1
                continue
            if ends_decision(block, self._lexicon) and not self._tells_steps(index):
                break
            if block.marker is not None:
                return self._listed(None, [], index - 1)
            lettered = parts_in_turn(self._script, index)
            if len(lettered) > 1:
                return self._listed(None, lettered, index + len(lettered) - 1)
            part = self._trimmed(whole_part(block))
            if not part.text:
                break
            return self._from(after_step(part, self._lexicon), index)
        return self._empty()

    def _note_movers(self, block: Block) -> None:
        found = find_movers(block.text, block.start, self._lexicon)
        found = found or line_pair(block.text, block.start, self._lexicon)
        if found is not None and self._movers is None:
            self._movers = found
        elif found is not None and self._movers is not None and self._movers.seconder is None:
            self._movers = replace(self._movers, seconder=found.seconder)

    # ------------------------------------------------------------ lists

    def _listed(self, lead: Part | None, parts: Sequence[Part], index: int) -> Collected:
        """Gather a list below or within the opening's words."""
        steps = self._in_steps or (not parts and self._tells_steps(index + 1))
        reader = ListReader(self._script, self._is_sibling, steps=steps)
        last_block = reader.read(parts, index)
        placed = reader.placed
        if not any(part.text for _, part in placed):
            return self._plain(lead, index) if lead is not None else self._empty()
        if self._opening.bare and self._opening.rule == "resolution.heading":
            placed = [(depth, after_step(part, self._lexicon)) for depth, part in placed]
        depth, last = placed[-1]
        placed[-1] = (depth, self._trimmed(last))
        clauses = nested(placed, self._lexicon)
        if not clauses:
            return self._plain(lead, index) if lead is not None else self._empty()
        stem: tuple[int, int] | None = None
        if lead is not None and is_stem(lead.text, self._lexicon):
            stem = (lead.start, lead.end)
        elif lead is not None:
            clauses = (parent_of(clause_of(lead, self._lexicon), clauses),)
        end = max(clause.end for clause in clauses)
        return Collected(clauses, stem, end, last_block, self._movers)


def _is_row(block: Block) -> bool:
    """Tell whether a bullet is a row of payments and no clause."""
    return block.marker is not None and block.marker.bullet and _SUM.search(block.text) is not None


def _first_word(text: str) -> str:
    """Return the first word of a text in lower case."""
    found = _FIRST_WORD.match(text)
    return found[1].lower() if found is not None else ""
