"""Promises made while speaking: "he would send the link", "agreed to circulate it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.actions.marks import ZONES, OwnerMark, owner_marks
from minutesparse.extract.actions.readings import tasks_said
from minutesparse.extract.actions.takers import Utterance
from minutesparse.extract.actions.tasks import due_of
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, ItemLayout, Sentence, Stretches

_SEVERAL = 2
_ONE = re.compile(r"(?:but\s+)?s?he\s", re.I)
_TO_DO = re.compile(
    r"\b(?:would|will|should|could|shall|to\s+be|(?:is|are|was|were|still|yet|asked|agreed|offered|volunteered|"
    r"undertook|advised|needs?|wants?)\s+to\s+[a-z])",
    re.I,
)
_DECIDED = re.compile(r"It\s+(?:was|is)\s+(?:\w+ly\s+)?(?:agreed|resolved|hoped|expected)\b", re.I)
_MODAL = re.compile(r"(?:would|will|could|shall)\b")


def find_promises(
    item: ItemLayout,
    utterances: Sequence[Utterance],
    instructed: Sequence[ActionFinding],
    lexicon: Lexicon,
) -> list[ActionFinding]:
    """Return what speakers undertake in what they say, and what owners' marks make tasks.

    Args:
        item: The item's layout.
        utterances: Its contributions; a pronoun's owner is the contribution's speaker.
        instructed: Its bare instructions, to which an owner in the right-hand column may belong.
        lexicon: Verbs of tasks.
    """
    marks = owner_marks(item, lexicon)
    silent = {mark.start for mark in marks}
    found: list[ActionFinding] = []
    said = Stretches(utterances)
    for block in item.blocks:
        if block.zone in ZONES and block.kind != "label":
            named = any(block.start <= one.start < block.end for one in instructed)
            here = _of_block(block, said.over(block.start, block.end), silent, lexicon)
            found += [one for one in here if not (named and one.rule == "action.margin")]
    return [*found, *_marked(marks, found, lexicon)]


def _of_block(
    block: Block, said: Sequence[Utterance], silent: set[int], lexicon: Lexicon
) -> list[ActionFinding]:
    """Return the tasks of a block's sentences, or what its owner in the margin makes of it."""
    found = [
        action
        for sentence in block.sentences
        if sentence.start not in silent
        for action in tasks_said(sentence, said, block.words, lexicon)
    ]
    found = [_in_column(_by_who_spoke(action, block, said), block) for action in found]
    return found or ([_beside(block, said)] if block.margin and said else [])


def _by_who_spoke(action: ActionFinding, block: Block, said: Sequence[Utterance]) -> ActionFinding:
    """Return a task that "he" or "she" takes on with who spoke last, where none else is meant."""
    if action.owner is not None or _ONE.match(block.text, action.start - block.start) is None:
        return action
    before = (one for one in reversed(said) if one.end <= action.start and one.speaker)
    last = next(before, None)
    if last is None or last.speaker is None or last.speaker.type not in ("person", "role"):
        return action
    return replace(action, owner=last.speaker.label)


def _in_column(action: ActionFinding, block: Block) -> ActionFinding:
    """Return an action with the owner that the right-hand column names beside its last line."""
    at = block.margin_at
    if at is None or block.margin is None or not action.start < at <= action.end + 1:
        return action
    named = re.findall(r"\w+", action.owner or "")
    if any(word in re.findall(r"\w+", block.margin) for word in named):
        return action  # beside two lines stand the owners of two
    return replace(action, owner=block.margin)


def _beside(block: Block, said: Sequence[Utterance]) -> ActionFinding:
    """Make the action whose owner stands in the right-hand column."""
    task = _on_the_line(block)
    if task is not None:
        start, end = task.start, task.end
        return ActionFinding(start, end, block.margin, (start, end), None, "action.margin")
    end = max(block.end, said[-1].end)
    return ActionFinding(block.start, end, block.margin, (block.start, end), None, "action.margin")


def _on_the_line(block: Block) -> Sentence | None:
    """Return the sentence whose line the column's owner stands beside, if it may be a task."""
    at = block.margin_at
    if at is None or len(block.sentences) < _SEVERAL:
        return None
    beside = next((one for one in block.sentences if one.start < at <= one.end + 1), None)
    if beside is None or _DECIDED.match(beside.text) is not None:
        return None
    return beside if _TO_DO.search(beside.text) is not None else None


def _marked(
    marks: Sequence[OwnerMark], found: Sequence[ActionFinding], lexicon: Lexicon
) -> Iterator[ActionFinding]:
    """Yield the tasks that only an owner behind them makes actions ("Bin empty. FT Action.")."""
    for mark in marks:
        task = mark.task
        if task is None:
            continue
        inner = [one for one in found if task.start <= one.start and one.end <= task.end + 1]
        start = inner[0].start if inner and _opens_clause(inner[0], mark, task) else task.start
        end = mark.end if mark.joined else task.end
        due = due_of(task.text, lexicon)
        yield ActionFinding(start, end, mark.owner, (start, task.end), due, "action.marked")


def _opens_clause(action: ActionFinding, mark: OwnerMark, task: Sentence) -> bool:
    """Tell whether a task has a subject of its own in its sentence ("... and AB would check")."""
    return mark.joined or _MODAL.match(task.text, action.start - task.start) is None
