"""Marks that do nothing but name an owner: "Action: Clerk", "FT Action.", "(JS to action)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutesparse.extract.actions.owners import (
    DOTTED,
    INITIALS,
    is_certain,
    names_owner,
    owner_only,
)
from minutesparse.extract.actions.tasks import task_patterns
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, ItemLayout, Sentence

ZONES = ("minutes", "decision")
_BEHIND = re.compile(r"(?P<owner>[A-Z][^.;:]{1,50}?)\s+(?:Action|ACTION)\s*\.?$")
_SHOUTED = re.compile(r"ACTIONS?(?:\s+(?:BY|FOR))?\s+(?P<owner>[A-Z][^.;:]{1,50})\s*\.?$")
_PLAIN = re.compile(
    rf"Actions?(?:\s+(?P<by>by|for))?\s+(?P<owner>{DOTTED}[A-Z][^.;:]{{1,50}})\s*\.?$"
)
_OWNER = re.compile(
    rf"(?:Owner|OWNER|Lead|LEAD)\s*[:–-]\s+(?P<owner>{DOTTED}[A-Z][^.;:]{{1,50}})\s*\.?$"
)
_ACTION = ("Action", "ACTION")
_IN_BRACKET = re.compile(
    r"\s*[(\[]\s*(?:actions?(?:\s+(?:by|for|point))?\s*[:–-]?\s*(?P<owner>[^()\[\]:]{2,50})|"
    r"(?P<told>[^()\[\]:]{2,50}?)\s+to\s+action)\s*[)\]]\s*\.?$|"
    r"(?:(?<=[.;)])|\s[–-]\s)\s*action(?:\s+[\d.]+)?\s*[:–-]\s*(?P<last>[^.:]{2,50})\.?$",
    re.I,
)
_NO_INITIALS = frozenset("OK AOB NFA NIL TBC FOR AYE AYES NAY NAYS NOES".split())
_TOPIC = re.compile(r"[A-Z][^.;:–]{2,60}?\s[–-]\s+(?=[a-z])")
_FRAMED = " ()[]"


@dataclass(frozen=True, slots=True)
class OwnerMark:
    """Words that do nothing but name the owner of what stands before them.

    Attributes:
        start: Offset of the first of them.
        end: Offset after the last.
        owner: The owner, as written.
        task: The sentence that is to be done, or None where none stands before.
        block: Index of the block in which it stands.
        joined: True where the mark is part of the action's passage ("FT Action.").
        alone: True where the mark is a sentence of its own.
    """

    start: int
    end: int
    owner: str
    task: Sentence | None
    block: int
    joined: bool
    alone: bool = True


def owner_marks(item: ItemLayout, lexicon: Lexicon) -> list[OwnerMark]:
    """Return the marks of an item: "Action: Clerk", "FT Action.", initials on a line alone."""
    return list(_marks(item, lexicon))


def _marks(item: ItemLayout, lexicon: Lexicon) -> Iterator[OwnerMark]:
    before: Sentence | None = None
    column = has_column(item)
    for index, block in enumerate(item.blocks):
        if block.zone not in ZONES or block.kind == "label":
            before = None
            continue
        for sentence in block.sentences:
            alone = column and len(block.sentences) == 1
            mark = _mark(sentence, before, index, alone or _ends(sentence, block), lexicon)
            if mark is not None:
                task = _without_topic(mark.task) if mark.task is not None else None
                yield replace(mark, task=task)
                continue
            before = sentence
            within = _mark_within(sentence, index, lexicon)
            if within is not None:
                yield within


def _ends(sentence: Sentence, block: Block) -> bool:
    """Tell whether initials stand behind the last sentence of a block, as a flat column does."""
    return len(block.sentences) > 1 and sentence is block.sentences[-1]


def _are_initials(text: str) -> bool:
    """Tell whether words are somebody's initials, and no answer or side of a vote."""
    return INITIALS.match(text) is not None and text.strip(" .") not in _NO_INITIALS


def _without_topic(sentence: Sentence) -> Sentence:
    """Take the topic off a sentence that goes on in small letters ("Footpath – in hand.")."""
    topic = _TOPIC.match(sentence.text)
    if topic is None:
        return sentence
    start = sentence.start + topic.end()
    return replace(sentence, start=start, text=sentence.text[topic.end() :])


def has_column(item: ItemLayout) -> bool:
    """Tell whether initials stand on lines of their own, as a flattened column leaves them."""
    return any(_are_initials(block.text) and block.marker is None for block in item.blocks)


def _mark(
    sentence: Sentence, before: Sentence | None, index: int, column: bool, lexicon: Lexicon
) -> OwnerMark | None:
    """Return the mark that a sentence is, or None.

    Args:
        sentence: The sentence.
        before: The sentence before it that is no mark.
        index: Index of its block.
        column: Whether it stands where a column of owners would.
        lexicon: Labels, and names.
    """
    text = sentence.text.strip(_FRAMED) if sentence.text[:1] in "([" else sentence.text
    owner, joined = None, False
    if "action" in text.lower():
        owner = _owner_told(text, sentence.text, lexicon)
        if owner is None and text.rstrip(" .").endswith(_ACTION):
            behind = _BEHIND.match(text)
            owner = owner_only(behind["owner"], lexicon) if behind is not None else None
            joined = True
    elif before is not None and (named := _OWNER.fullmatch(text)) is not None:
        # "ACTION: Send the figures. Owner: Clerk" is one passage in two sentences
        joined = task_patterns(lexicon).label.match(before.text) is not None
        owner = owner_only(named["owner"], lexicon) if joined else None
    elif column and _are_initials(text):
        owner = text.rstrip(".")
    if owner is None:
        return None
    return OwnerMark(sentence.start, sentence.end, owner, before, index, joined)


def _owner_told(text: str, framed: str, lexicon: Lexicon) -> str | None:
    """Return the owner behind the word "Action", with a mark, in capitals or in a bracket."""
    label = task_patterns(lexicon).label.match(text)
    if label is not None and label.end() < len(text):
        owner = owner_only(text[label.end() :], lexicon)
        if owner is not None and (not label["number"] or is_certain(owner, lexicon)):
            return owner
    shouted = _SHOUTED.match(text)
    if shouted is not None and (owner := owner_only(shouted["owner"], lexicon)) is not None:
        return owner
    plain = _PLAIN.match(text)
    if plain is not None and is_certain(plain["owner"], lexicon):
        return plain["owner"]
    if plain is not None and plain["by"] and names_owner(plain["owner"], lexicon):
        return plain["owner"]
    told = _IN_BRACKET.fullmatch(framed)
    return _told(told, lexicon) if told is not None else None


def _mark_within(sentence: Sentence, index: int, lexicon: Lexicon) -> OwnerMark | None:
    """Return the mark in brackets that ends a sentence ("It needs repair (JS to action)")."""
    found = _IN_BRACKET.search(sentence.text) if "action" in sentence.text.lower() else None
    owner = _told(found, lexicon) if found is not None else None
    if found is None or owner is None:
        return None
    start = sentence.start + found.start()
    task = replace(sentence, end=start, text=sentence.text[: found.start()])
    return OwnerMark(start, sentence.end, owner, task, index, joined=False, alone=False)


def _told(found: re.Match[str], lexicon: Lexicon) -> str | None:
    """Return the owner that a bracket names and nobody else."""
    return owner_only(found["owner"] or found["told"] or found["last"], lexicon)
