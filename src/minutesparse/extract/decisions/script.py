"""An item's minute as decisions are read from it: one statement after another, in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from minutesparse.extract.decisions.lines import as_minuted
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, cue_words, says
from minutesparse.text import Block, ItemLayout, Stretches

ZONES = ("minutes", "decision")
_LEAD = re.compile(r"(?P<lead>[^.;:!?–—]{2,90}?)(?:\s+[–—-]\s+|:\s+)(?=\S)")
_LEAD_MARK = re.compile(r"[:–—-]\s")
_LED_TO = re.compile(r"[\"'“‘(]{0,4}(?:that|to)\b", re.I)
_SPEAKER = re.compile(
    r"(?:the|a|an|councillors?|cllrs?|mr|mrs|ms|miss|dr|members?|chair\w*)\b", re.I
)
_PERSON = re.compile(r"(?:[A-Z]{2,3}|Chair\w*|(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr)\b.*)$")
_SAYS = re.compile(r"(?:Noted|Agreed|Supported|Recommended)\s+(?:that|with|the|this|it|how)\b")
_APPLICATION = re.compile(r"\b[A-Z]{0,4}/?\d{2,4}/[\d/]{2,9}(?:/?[A-Z]{1,6})?\b|\b\d{6,7}\b", re.I)
_LIGHTEST, _LONGEST_LIGHT = 40, 400
_LONGEST_TOPIC = 12


class Statement(NamedTuple):
    """One sentence of a block, any topic words before it taken off.

    Attributes:
        block: Index of its block among the item's blocks.
        start: Offset of its first character in the normalised text.
        end: Offset after its last character.
        text: Its words.
        lead: Topic words that stand before it on its line ("Film Club – refused").
        first: True where it opens its block.
        last: True where it closes its block.
    """

    block: int
    start: int
    end: int
    text: str
    lead: str
    first: bool
    last: bool

    @property
    def whole(self) -> Statement:
        """The same sentence with its topic words."""
        if not self.lead:
            return self
        return self._replace(start=self.start - len(self.lead), text=self.lead + self.text, lead="")

    @property
    def alone(self) -> bool:
        """True where the block holds nothing else."""
        return self.first and self.last


class Script:
    """The blocks of an item with what the rules ask about a place."""

    def __init__(self, item: ItemLayout, lexicon: Lexicon) -> None:
        self.blocks: Sequence[Block] = as_minuted(item.blocks, lexicon)
        self.title = item.title or ""
        self.lexicon = lexicon
        self._statements: dict[int, tuple[Statement, ...]] = {}

    @cached_property
    def placed(self) -> Stretches[Block]:
        """The blocks by where they stand."""
        return Stretches(self.blocks)

    def block_at(self, place: int) -> Block | None:
        """Return the block in which a character stands."""
        return next(iter(self.placed.over(place, place + 1)), None)

    def minuted(self, index: int) -> bool:
        """Tell whether a block is part of what the minute says."""
        block = self.blocks[index]
        return block.zone in ZONES and block.kind != "label"

    def words(self, index: int) -> frozenset[str]:
        """Return the words of a block in lower case, for a quick look what can stand there."""
        return self.blocks[index].words

    def records(self, index: int) -> bool:
        """Tell whether a block has a word in it: numbers and single letters decide nothing."""
        return any(len(word) > 1 for word in self.words(index))

    def holds(self, index: int, section: str, file: str = "decisions") -> bool:
        """Tell whether a word of a section of the lexicon can stand in a block, by its words."""
        return not self.words(index).isdisjoint(cue_words(self.lexicon, file, section))

    def statements(self, index: int) -> Sequence[Statement]:
        """Return the statements of a block, in order."""
        if index not in self._statements:
            self._statements[index] = tuple(self._read(index))
        return self._statements[index]

    def _read(self, index: int) -> Iterator[Statement]:
        sentences = self.blocks[index].sentences
        for place, sentence in enumerate(sentences):
            width = lead_width(sentence.text, self.lexicon)
            yield Statement(
                index,
                sentence.start + width,
                sentence.end,
                sentence.text[width:],
                sentence.text[:width],
                place == 0,
                place == len(sentences) - 1,
            )

    def goes_on(self, index: int) -> bool:
        """Tell whether the next block can be what a line without a stop leads to."""
        if index + 1 >= len(self.blocks) or not self.minuted(index + 1):
            return False
        return _LED_TO.match(self.blocks[index + 1].text) is not None or (
            self.blocks[index + 1].marker is not None
        )

    def heads_decision(self, index: int) -> bool:
        """Tell whether a block opens with head words of a decision, or is its label."""
        if index >= len(self.blocks):
            return False
        if not self.minuted(index):
            return self.blocks[index].zone == "decision"
        return _decision_head(self.lexicon).match(self.blocks[index].text) is not None

    @cached_property
    def last_resolved(self) -> int:
        """The index of the last block with RESOLVED in it, -1 without one."""
        places = range(len(self.blocks) - 1, -1, -1)
        return next((at for at in places if "RESOLVED" in self.blocks[at].text), -1)

    @cached_property
    def planning(self) -> bool:
        """True in an item that answers applications."""
        return any_of(self.lexicon, "decisions", "planning_titles").search(self.title) is not None

    def answers_application(self, statement: Statement) -> bool:
        """Tell whether a statement stands where an application is answered."""
        block = self.blocks[statement.block]
        before = block.text[: statement.start - block.start]
        words = f"{block.topic or ''} {before} {statement.lead}"
        return self.planning or _names_application(words, self.lexicon)

    def closing(self, index: int) -> bool:
        """Tell whether only decisions, votes and notes follow a block in its item or part."""
        return self._closing[index]

    @cached_property
    def _closing(self) -> Sequence[bool]:
        flags = [True] * len(self.blocks)
        light = True
        for index in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[index]
            flags[index] = light
            if begins_part(block):
                light = True
            elif self.minuted(index):
                light = light and self._is_light(index)
        return flags

    def _is_light(self, index: int) -> bool:
        """Tell whether a block is short, or not long and with words of deciding or leaving."""
        text = self.blocks[index].text
        if len(text) < _LIGHTEST:
            return True
        if len(text) >= _LONGEST_LIGHT:
            return False
        return says(self.lexicon, "decisions", "light_words", text, self.words(index)) is not None

    def whole_block(self, index: int) -> Statement:
        """Return a block as one statement."""
        block = self.blocks[index]
        return Statement(index, block.start, block.end, block.text, "", True, True)

    @cached_property
    def minuted_blocks(self) -> int:
        """How many blocks say anything."""
        return sum(self.minuted(index) for index in range(len(self.blocks)))

    @cached_property
    def _outside(self) -> Sequence[bool]:
        """For every block, whether a lead-in above it says that others decided."""
        flags = []
        pattern = any_of(self.lexicon, "decisions", "titles_of_reported_decisions")
        everywhere = pattern.search(self.title) is not None
        depth: int | None = None
        for index, block in enumerate(self.blocks):
            opening = f"{block.topic or ''} {block.text[:60]}"
            told = block.topic or self.holds(index, "titles_of_reported_decisions")
            if (told and pattern.search(opening)) or _DECIDED_ELSEWHERE.match(opening.strip()):
                depth = block.depth
            elif depth is not None and not _hangs_under(block, depth, self.lexicon):
                depth = None
            flags.append(everywhere or depth is not None)
        return flags

    @cached_property
    def _recommended(self) -> frozenset[int]:
        """The blocks between "OFFICER RECOMMENDATION" and the head of what was decided on it."""
        found: set[int] = set()
        label: int | None = None
        for index, block in enumerate(self.blocks):
            if says(self.lexicon, "decisions", "recommending_labels", block.text) is not None:
                label = index
            elif label is not None and _decision_line(self.lexicon).match(block.text) is not None:
                found.update(range(label, index))
                label = None
        return frozenset(found)

    def recommended(self, index: int) -> bool:
        """Tell whether a block only says what was recommended before it was decided on."""
        return index in self._recommended

    def outside(self, index: int) -> bool:
        """Tell whether a block only reports what others decided ("Decisions notified")."""
        return self._outside[index]


_DECIDED_ELSEWHERE = re.compile(r"Decisions\W{1,4}(?=[A-Z]{0,4}/?\d)")
"""How a list opens of what the planning authority decided ("Decisions – 21/01987/LBC ...")."""


def _names_application(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words hold an application's reference or what is applied for."""
    if _APPLICATION.search(words) is not None:
        return True
    return any_of(lexicon, "decisions", "planning_works").search(words) is not None


def _hangs_under(block: Block, depth: int, lexicon: Lexicon) -> bool:
    """Tell whether a block goes on with the list that a block of a depth announced."""
    if block.marker is not None:
        return block.depth > depth or block.marker.bullet
    return _names_application(block.text, lexicon)


def begins_part(block: Block) -> bool:
    """Tell whether a block opens a part of an item that comes to an outcome of its own."""
    return block.marker is not None and "." in block.marker.label and block.depth == 0


def lead_width(text: str, lexicon: Lexicon) -> int:
    """Return how many characters of a sentence are topic words before what it says; 0 for none."""
    width = 0
    for _ in range(3) if _LEAD_MARK.search(text) else ():
        found = _LEAD.match(text, width)
        if found is None or not _is_topic(found["lead"], lexicon):
            break
        if _SPEAKER.match(found["lead"]) and not _short_forms(lexicon).match(text, found.end()):
            break
        if _PERSON.match(found["lead"]) and _SAYS.match(text, found.end()):
            break
        width = found.end()
    return width


def _is_topic(words: str, lexicon: Lexicon) -> bool:
    if len(words.split()) > _LONGEST_TOPIC or words.count("(") != words.count(")"):
        return False
    if _short_forms(lexicon).fullmatch(words) is not None:
        return False
    return _lead_verbs(lexicon).search(words) is None


@cache
def _decision_head(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.phrases("decisions", "next_heads")
    upper, small = (alternation(f(word) for word in words) for f in (str.upper, str.capitalize))
    return re.compile(rf"[\"'“(\[*_]{{0,3}}(?:(?:{upper})\b|(?:{small})\s*[:–-])")


@cache
def _decision_line(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a head alone on its line ("COUNCIL DECISION") or with a mark behind."""
    table = lexicon.table("decisions", "heads")
    words = alternation(word for listed in table.values() for word in listed)
    return re.compile(rf"\W{{0,3}}(?:{words})(?:\s+[\w/.-]*\d[\w/.-]*)?\s*(?:[:–-]|$)", re.I)


@cache
def _short_forms(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the words that a terse outcome begins with."""
    heads = {word for listed in lexicon.table("decisions", "heads").values() for word in listed}
    words = alternation(heads | set(lexicon.phrases("decisions", "responses")))
    return re.compile(rf"(?:{words})\b", re.I)


@cache
def _lead_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.table("decisions", "heads")
    heads = {word for listed in table.values() for word in listed}
    words = {*lexicon.phrases("decisions", "lead_verbs"), *heads}
    words |= {*lexicon.phrases("decisions", "movers"), *lexicon.phrases("decisions", "seconders")}
    return re.compile(rf"\b(?:{alternation(words)})\b", re.I)
