"""Bare instructions: "Clerk to write ...", "Action: ...", lists under "Actions"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.extract.actions.owners import (
    OwnerMark,
    is_certain,
    labelled_owner,
    names_owner,
    owner_marks,
)
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, ItemLayout, Sentence

_ZONES = ("minutes", "decision", "reasons")
_INSTRUCTION = re.compile(
    r"(?:\(?\w{1,3}\)\s+)?(?:[^.;:–]{2,60}?(?::|\s[–-])\s+)?(?P<owner>(?:The\s+)?[A-Z][^.,;:]{0,70}?)\s+"
    r"(?:(?:is|are)\s+)?(?:(?:still|also|then|now|please)\s+)*to\s+(?:(?:also|then|please)\s+)?"
    r"(?P<task>(?!(?:be|note|receive|have|the|a|an|his|her|their|this|that|it|which|date|do\s+with)\b)[a-z-]+)\b"
)
_GROUPS_TOLD = re.compile(
    r"(?:members|councillors|the\s+(?:committee|council|board|panel|cabinet))\b", re.I
)
_FINITE = re.compile(
    r"\b(?:was|were|had|would|said|asked|noted|agreed|is|are|has|have|reported|advised|that)\b"
)


def find_instructions(item: ItemLayout, lexicon: Lexicon) -> list[ActionFinding]:
    """Return the actions that stand alone: instructions, action lines, action lists."""
    marks = {mark.task.start: mark for mark in owner_marks(item, lexicon) if mark.task is not None}
    marked = {mark.start for mark in owner_marks(item, lexicon)}
    found: list[ActionFinding] = []
    in_list = False
    for block in item.blocks:
        if block.zone not in _ZONES:
            continue
        label = task_patterns(lexicon).label.match(block.text)
        if label is not None and label.end() == len(block.text):
            in_list = not label["number"]
            continue
        if block.kind == "label":
            continue
        in_list = in_list and block.marker is not None
        found += _of_block(block, marks, marked, in_list, lexicon)
    return found


def _of_block(
    block: Block,
    marks: dict[int, OwnerMark],
    marked: set[int],
    in_list: bool,
    lexicon: Lexicon,
) -> Iterator[ActionFinding]:
    for sentence in block.sentences:
        if sentence.start in marked:
            continue
        action = _labelled(sentence, block, lexicon) or _instruction(
            sentence, block, in_list, lexicon
        )
        mark = marks.get(sentence.start)
        if action is None and mark is not None:
            action = _to_be_done(sentence, mark, lexicon)
        if action is not None:
            yield action if mark is None else _owned(action, mark)


def _owned(action: ActionFinding, mark: OwnerMark) -> ActionFinding:
    end = mark.end if mark.joined else action.end
    return ActionFinding(action.start, end, mark.owner, action.task, action.due, action.rule)


def _labelled(sentence: Sentence, block: Block, lexicon: Lexicon) -> ActionFinding | None:
    """Read "Action: Recovery plan to come in June (RG)"."""
    label = task_patterns(lexicon).label.match(sentence.text)
    if label is None or label.end() == len(sentence.text):
        return None
    words = sentence.text[label.end() :]
    if label["number"] and _INSTRUCTION.match(words) is None:
        return None
    if _FINITE.search(words) is not None and _INSTRUCTION.match(words) is None and len(words) > 120:
        return None
    owner = labelled_owner(words, block, lexicon)
    task = (sentence.start + label.end(), sentence.end)
    return ActionFinding(sentence.start, sentence.end, owner, task, due_of(words), "action.label")


def _instruction(
    sentence: Sentence, block: Block, in_list: bool, lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Clerk to write to the County."."""
    found = _INSTRUCTION.match(sentence.text)
    if found is None:
        return None
    owner = " ".join(found["owner"].split())
    if _opens_with_verb(owner, lexicon):
        return None
    if not in_list and (not names_owner(owner, lexicon) or _GROUPS_TOLD.match(owner)):
        return None
    if not in_list and not is_certain(owner, lexicon):
        task = task_patterns(lexicon).subjunctive.match(sentence.text, found.start("task") - 1)
        if task is None:
            return None
    alone = block.margin and len(block.sentences) == 1
    task = (sentence.start + found.start("task"), sentence.end)
    start = sentence.start + found.start("owner")
    return ActionFinding(
        start,
        sentence.end,
        block.margin if alone else owner,
        task,
        due_of(sentence.text),
        "action.instruction",
    )


def _opens_with_verb(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are no name but the first word of a sentence ("Undertook to", "Asks")."""
    first = words.split(maxsplit=1)[0].lower()
    return first in lexicon.phrases("actions", "undertakings") or first in lexicon.phrases(
        "actions", "not_owners"
    )


def _to_be_done(sentence: Sentence, mark: OwnerMark, lexicon: Lexicon) -> ActionFinding | None:
    """Read "Advert to go in the newsletter." where the owner stands behind it."""
    found = task_patterns(lexicon).to_be_done.match(sentence.text)
    if found is None or _FINITE.search(found["what"]) is not None:
        return None
    return ActionFinding(
        sentence.start, sentence.end, mark.owner, (sentence.start, sentence.end),
        due_of(sentence.text), "action.to_be_done",
    )  # fmt: skip
