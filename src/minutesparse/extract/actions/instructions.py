"""Bare instructions: "Clerk to write ...", "Action: ...", lists under "Actions"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from minutesparse.extract.actions.lists import (
    Columns,
    columns_of,
    listed_action,
    row_action,
    rules_off,
)
from minutesparse.extract.actions.marks import OwnerMark
from minutesparse.extract.actions.owners import (
    DOTTED,
    doer_named,
    is_certain,
    labelled_owner,
    names_owner,
    owner_behind,
    owner_only,
    says_nothing,
)
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, body_did, says, source, word_set
from minutesparse.text import Block, ItemLayout, Sentence

_BRACKETED_TASK = re.compile(r"\((?P<task>[^()]{3,60}?\sto\s+be\s+[^()]{3,80})\)")
_HEADS_NAMES = re.compile(r"[a-z-]+\s*:\s*$")  # "Officers to action:" stands over names
_MINUTES = re.compile(
    r"(?:The\s+)?(?:Draft\s+)?Minutes\b[^.;]*\bto\s+be\s+signed\b", re.I
)  # a title
_POINT = re.compile(r"\d{1,2}[.)]\s+")
_FRAMED = re.compile(r"\W{0,3}(?:ACTION|Action)S?\s*\((?P<task>[^()]{5,300})\)\W*")
_MARK = re.compile(r"[;,]\s+(?:and\s+)?(?=[A-Z]|the\s)")
_NEXT = 3
_TO_ACTION = re.compile(r"(?P<owner>[A-Z][^.;:]{1,50}?)\s+to\s+action\W*")
_ZONES = ("minutes", "decision", "reasons")
_LONGEST_TOLD = 120
_VERDICT = re.compile(r"(?:\s[–-]\s+|\()(?P<verdict>[A-Za-z]+)\)?\.?$")
_ACTION = frozenset({"action", "actions"})
_OWNED_LABEL = re.compile(
    r"[(\[]?(?:(?:ACTION|Action)S?(?:\s+(?:by|for|on))?\s+(?:\((?:by\s+)?)?(?P<owner>[A-Z][^:()–]{0,50}?)\)?"
    r"|(?P<before>[A-Z][^:()–]{0,50}?)\s+ACTION)\s*(?::|\s[–-])\s+(?=\S)"
)


def find_instructions(
    item: ItemLayout, marks: Sequence[OwnerMark], lexicon: Lexicon
) -> list[ActionFinding]:
    """Return the actions that stand alone: instructions, action lines, action lists.

    Args:
        item: The item's layout.
        marks: The marks of owners in it.
        lexicon: Verbs of tasks, and names.
    """
    of_task = {mark.task.start: mark for mark in marks if mark.task is not None}
    silent = {mark.start for mark in marks}
    found: list[ActionFinding] = []
    under, columns = False, None
    for block in item.blocks:
        if block.zone not in _ZONES:
            continue
        columns = columns_of(block, lexicon) or (columns if "|" in block.text else None)
        if columns is not None:
            found += _of_row(block, columns, lexicon)
            continue
        label = task_patterns(lexicon).label.match(block.text)
        if label is not None and label.end() == len(block.text):
            under = not label["number"]
        elif block.kind != "label":
            in_list = under and block.marker is not None
            actions = list(_of_block(block, of_task, silent, in_list, lexicon))
            one = listed_action(block, lexicon) if under and not actions else None
            found += actions or ([one] if one is not None else [])
            under = in_list or (under and bool(actions or one))
    return found


def _of_row(block: Block, columns: Columns, lexicon: Lexicon) -> list[ActionFinding]:
    """Return the action of a row below a table's head; the head itself and rules have none."""
    if columns_of(block, lexicon) is not None or rules_off(block):
        return []
    action = row_action(block, columns, lexicon)
    return [action] if action is not None else []


def _of_block(
    block: Block,
    marks: dict[int, OwnerMark],
    marked: set[int],
    in_list: bool,
    lexicon: Lexicon,
) -> Iterator[ActionFinding]:
    last: ActionFinding | None = None
    for sentence in block.sentences:
        if sentence.start in marked or _is_finished(sentence, lexicon):
            continue
        if last is not None and _says_again(sentence, last):
            last = replace(last, end=sentence.end)
            continue
        mark = marks.get(sentence.start)
        action = _labelled(sentence, block, lexicon)
        if action is None and "to" in sentence.words:
            action = _instruction(sentence, block, in_list, lexicon)
            action = action or _to_be_done(sentence, block, mark, lexicon)
        if action is not None:
            yield from () if last is None else (last,)
            last = action if mark is None else _owned(action, mark)
    yield from () if last is None else (last,)


def _says_again(sentence: Sentence, last: ActionFinding) -> bool:
    """Tell whether "Clerk to action" only says again who is to do the task right before it."""
    again = _TO_ACTION.fullmatch(sentence.text)
    near = last.end <= sentence.start <= last.end + _NEXT
    return again is not None and near and again["owner"] == last.owner


def _owned(action: ActionFinding, mark: OwnerMark) -> ActionFinding:
    end = mark.end if mark.joined else action.end
    return ActionFinding(action.start, end, mark.owner, action.task, action.due, action.rule)


def _labelled(sentence: Sentence, block: Block, lexicon: Lexicon) -> ActionFinding | None:
    """Read "Action: Recovery plan to come in June (RG)"."""
    label = task_patterns(lexicon).label.match(sentence.text)
    if label is None:
        return _labelled_by_owner(sentence, lexicon)
    words = sentence.text[label.end() :]
    if not words or says_nothing(words, lexicon) or _tells_what_body_did(words, lexicon):
        return None
    told = len(words) > _LONGEST_TOLD and _tells(words, lexicon)
    if (label["number"] or told) and not _instructs(words, lexicon):
        return None
    owner, due = labelled_owner(words, block, lexicon), due_of(words, lexicon)
    task = (sentence.start + label.end(), sentence.end)
    return ActionFinding(sentence.start, sentence.end, owner, task, due, "action.label")


def _tells_what_body_did(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a list of actions begins with a decision ("1. The Forum noted the report.")."""
    point = _POINT.match(words)
    return point is not None and body_did(lexicon).match(words, point.end()) is not None


def _labelled_by_owner(sentence: Sentence, lexicon: Lexicon) -> ActionFinding | None:
    """Read "ACTION JM: Request the figures.", where the label itself names the owner."""
    if _ACTION.isdisjoint(sentence.words):
        return None
    framed = _FRAMED.fullmatch(sentence.text)
    told = _instruction_pattern(lexicon).match(framed["task"]) if framed is not None else None
    if framed is not None and told is not None and names_owner(told["owner"], lexicon):
        task = (sentence.start + framed.start("task"), sentence.start + framed.end("task"))
        due = due_of(sentence.text, lexicon)
        return ActionFinding(sentence.start, sentence.end, told["owner"], task, due, "action.label")
    found = _OWNED_LABEL.match(sentence.text)
    owner = owner_only(found["owner"] or found["before"], lexicon) if found is not None else None
    if found is None or owner is None:
        return None
    task = (sentence.start + found.end(), sentence.end)
    due = due_of(sentence.text, lexicon)
    return ActionFinding(sentence.start, sentence.end, owner, task, due, "action.label")


def _instructs(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words behind a label say what is to be done, and report nothing."""
    if _instruction_pattern(lexicon).match(words) is not None:
        return True
    return task_patterns(lexicon).to_be_done.match(words) is not None


def _instruction(
    sentence: Sentence, block: Block, in_list: bool, lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Clerk to write to the County."."""
    pattern = _instruction_pattern(lexicon)
    found = pattern.match(sentence.text)
    if found is None or not _is_told(found, in_list, lexicon):
        found = _behind_a_report(sentence, pattern, lexicon)
    if found is None or not _is_told(found, in_list, lexicon):
        return None
    if _HEADS_NAMES.match(sentence.text, found.start("task")) is not None:
        return None
    alone = block.margin and len(block.sentences) == 1
    owner = block.margin if alone else " ".join(found["owner"].split())
    start, task = sentence.start + found.start("owner"), sentence.start + found.start("task")
    due = due_of(sentence.text, lexicon)
    return ActionFinding(
        start, sentence.end, owner, (task, sentence.end), due, "action.instruction"
    )


def _behind_a_report(
    sentence: Sentence, pattern: re.Pattern[str], lexicon: Lexicon
) -> re.Match[str] | None:
    """Return an instruction that ends a sentence ("The gate is broken; the Clerk to write.")."""
    for mark in _MARK.finditer(sentence.text):
        found = pattern.match(sentence.text, mark.end())
        if found is None or found.start("owner") != mark.end():
            continue
        task = task_patterns(lexicon).subjunctive.match(found.string, found.start("task") - 1)
        if task is not None and is_certain(" ".join(found["owner"].split()), lexicon):
            return found
    return None


def _is_told(found: re.Match[str], in_list: bool, lexicon: Lexicon) -> bool:
    """Tell whether the words before "to" name somebody who is told to do something.

    In a list of actions all do; elsewhere a name that might be none needs a verb of a task.
    """
    owner = " ".join(found["owner"].split())
    if _opens_with_verb(owner, lexicon):
        return False
    if in_list:
        return True
    if (
        not names_owner(owner, lexicon)
        or says(lexicon, "actions", "groups_told", owner) is not None
    ):
        return False
    if is_certain(owner, lexicon):
        return True
    task = task_patterns(lexicon).subjunctive.match(found.string, found.start("task") - 1)
    return task is not None


def _opens_with_verb(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are no name but the first word of a sentence ("Undertook to", "Asks")."""
    return words.split(maxsplit=1)[0].lower() in word_set(
        lexicon, "actions", "undertakings", "not_owners"
    )


def _to_be_done(
    sentence: Sentence, block: Block, mark: OwnerMark | None, lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Advert to go in the newsletter.", with the owner behind it or without one."""
    found = task_patterns(lexicon).to_be_done.match(sentence.text)
    if found is not None and found[0].count("(") > found[0].count(")"):
        return _noted_in_bracket(sentence, lexicon)
    if found is None or _tells(found["what"], lexicon) or _MINUTES.match(sentence.text):
        return None
    owner = mark.owner if mark is not None else owner_behind(sentence.text, lexicon)
    if owner is None and (block.margin or not _asks_nobody(found, lexicon)):
        return None
    owner = owner or doer_named(sentence.text, lexicon)
    rule = "action.to_be_done" if owner is not None else "action.unowned"
    whole = (sentence.start, sentence.end)
    return ActionFinding(*whole, owner, whole, due_of(sentence.text, lexicon), rule)


def _noted_in_bracket(sentence: Sentence, lexicon: Lexicon) -> ActionFinding | None:
    """Read the bracket of "She gave a talk (slides to be sent out)", no more of the sentence."""
    noted = _BRACKETED_TASK.search(sentence.text)
    if noted is None:
        return None
    whole = (sentence.start + noted.start("task"), sentence.start + noted.end("task"))
    return ActionFinding(*whole, None, whole, due_of(noted["task"], lexicon), "action.unowned")


def _asks_nobody(found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a thing is to be done and the whole sentence tells of nothing else."""
    behind = found.string[found.end() :]
    finite = any_of(lexicon, "actions", "finite", "undertakings")
    return bool(found["done"]) and not (_tells(behind, lexicon) or finite.search(found["what"]))


def _tells(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words report something and ask for nothing ("The sign to be sold was ...")."""
    return any_of(lexicon, "actions", "telling_verbs").search(words) is not None


def _is_finished(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a sentence ends by saying that it is done ("Clerk to write – done")."""
    text = sentence.text
    found = _VERDICT.search(text) if "(" in text or "-" in text or "–" in text else None
    return found is not None and found["verdict"].lower() in word_set(
        lexicon, "actions", "finished"
    )


@cache
def _instruction_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "Clerk to write": ``owner`` and ``task``, words before them passed."""
    between, no_tasks = (
        source(lexicon, "actions", "before_tasks_in_instructions"),
        source(lexicon, "actions", "never_instructed"),
    )
    return re.compile(
        r"(?:\(?\w{1,3}\)\s+)?(?:[^.;:–]{2,100}?(?::|\s[–-])\s+)?"
        rf"(?P<owner>(?:[A-Z]\.){{2,3}}|(?:[Tt]he\s+)?{DOTTED}[A-Z][^.,;:]{{0,70}}?(?:,\s[A-Z][^.,;:]{{0,40}}?)?)"
        r"\s+(?:(?:is|are)\s+)?"
        r"(?:(?:still|also|then|now|please)\s+)*to\s+"
        rf"(?:(?:{between})\s+)?(?P<task>(?!(?:{no_tasks})\b)[a-z-]+)\b"
    )
