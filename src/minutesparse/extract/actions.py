"""Actions: bare instructions, action lines, and promises made while answering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block, ItemLayout, Sentence

_DUE = re.compile(
    r"\b(?:by\s+(?:the\s+end\s+of\s+\w+(?:\s+\w+)?|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|next\s+\w+|the\s+next\s+meeting|\w+day)|"
    r"(?:for|before|at|to)\s+the\s+(?:next|following)\s+meeting|within\s+[\w-]+\s+(?:working\s+)?(?:days?|weeks?|months?)|as\s+soon\s+as\s+possible|in\s+due\s+course)\b",
    re.I,
)
_OWNER_TAIL = re.compile(r"[\s(\[]*(?:owner|action|lead)?\s*[:–-]?\s*\((?P<owner>[A-Z][^()]{1,60})\)\s*\.?\s*$")
_ACTION_BY = re.compile(r"^(?P<owner>[A-Z][^.:;]{1,60}?)\s*(?:[:–]|\s-\s|$)")


class Utterance(Protocol):
    """What the actions need to know of a contribution."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""

    @property
    def kind(self) -> str:
        """What the speaker does."""

    @property
    def speaker(self) -> Mention | None:
        """Who speaks."""


@dataclass(frozen=True, eq=False)
class _Patterns:
    instruction: re.Pattern[str]
    promise: re.Pattern[str]
    undertaking: re.Pattern[str]
    passive: re.Pattern[str]
    label: re.Pattern[str]


def find_instructions(item: ItemLayout, lexicon: Lexicon) -> list[ActionFinding]:
    """Return the actions that stand alone: "Clerk to write ...", "Action: ...", action lists."""
    found: list[ActionFinding] = []
    in_list = False
    patterns = _patterns(lexicon)
    for block in item.blocks:
        if block.zone not in ("minutes", "decision"):
            continue
        label = patterns.label.match(block.text)
        if label is not None and label.end() == len(block.text):
            in_list = True
            continue
        if label is not None:
            found.append(_labelled(block, label.end()))
            continue
        in_list = in_list and block.marker is not None
        for sentence in block.sentences:
            action = _instruction(sentence, block, patterns, lexicon, in_list)
            if action is not None:
                found.append(action)
    return found


def find_promises(
    item: ItemLayout, utterances: Sequence[Utterance], lexicon: Lexicon
) -> list[ActionFinding]:
    """Return what speakers undertake in what they say.

    Args:
        item: The item's layout.
        utterances: Its contributions; a pronoun's owner is the contribution's speaker.
        lexicon: Verbs of tasks.
    """
    found: list[ActionFinding] = []
    patterns = _patterns(lexicon)
    for block in item.blocks:
        if block.zone not in ("minutes", "decision"):
            continue
        said = [u for u in utterances if u.start < block.end and u.end > block.start]
        before = len(found)
        for sentence in block.sentences:
            speaker = _speaking(said, sentence)
            if speaker is not None:
                action = _promise(sentence, speaker, patterns)
            else:
                action = _unspoken(sentence, block, patterns, lexicon)
            if action is not None:
                found.append(action)
        if len(found) == before and block.margin and said:
            found.append(_beside(block, said))
    return found


def clause_actions(stretches: Iterable[tuple[int, int, str]], lexicon: Lexicon) -> list[ActionFinding]:
    """Return the clauses of decisions that give a named post a task ("that the Clerk write")."""
    out = []
    pattern = _clause_task(lexicon)
    for start, _end, text in stretches:
        found = pattern.match(text)
        if found is None:
            continue
        tokens = tokenise(text, found.end("that"))
        mention = MentionReader(text, tokens, lexicon).read_plain(0) if tokens else None
        if mention is None or mention.type not in ("role", "person"):
            continue
        verb = re.compile(rf"\s+(?:to\s+)?(?:{_task_words(lexicon)})\b").match(text, mention.end)
        if verb is not None:
            due = _DUE.search(text)
            out.append(
                ActionFinding(
                    start + mention.start, start + len(text), mention.label,
                    (start + verb.start() + 1, start + len(text)), due[0] if due else None, "action.clause",
                )  # fmt: skip
            )
    return out


# ---------------------------------------------------------------- instructions


def _labelled(block: Block, width: int) -> ActionFinding:
    text = block.text[width:]
    tail = _OWNER_TAIL.search(text)
    owner = block.margin or (" ".join(tail["owner"].split()) if tail else None) or _leading_owner(text)
    due = _DUE.search(text)
    return ActionFinding(
        block.start, block.end, owner, (block.start + width, block.end), due[0] if due else None, "action.label"
    )


def _leading_owner(text: str) -> str | None:
    to = re.match(r"(?P<owner>[A-Z][^.:;]{1,60}?)\s+(?:to|will|would)\s+[a-z]", text)
    if to is not None:
        return " ".join(to["owner"].split())
    named = _ACTION_BY.match(text)
    return " ".join(named["owner"].split()) if named and len(named["owner"].split()) <= 5 else None


def _instruction(
    sentence: Sentence, block: Block, patterns: _Patterns, lexicon: Lexicon, in_list: bool
) -> ActionFinding | None:
    found = patterns.instruction.match(sentence.text)
    if found is None:
        return None
    owner = found["owner"]
    if not in_list and not _names_owner(owner, lexicon):
        return None
    label = block.margin if block.margin and len(block.sentences) == 1 else " ".join(owner.split())
    due = _DUE.search(sentence.text)
    task = (sentence.start + found.start("task"), sentence.end)
    return ActionFinding(sentence.start, sentence.end, label, task, due[0] if due else None, "action.instruction")


def _names_owner(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before "to" are nothing but a name, an office or a group."""
    tokens = tokenise(words)
    if not tokens:
        return False
    reader = MentionReader(words, tokens, lexicon)
    mention = reader.read(0)
    if mention is not None and mention.after >= len(tokens):
        return mention.type != "pronoun"
    start, end = reader.listed_name(0)
    return end >= len(tokens) > start and len(tokens) <= 3


# ---------------------------------------------------------------- promises


def _speaking(said: Sequence[Utterance], sentence: Sentence) -> Utterance | None:
    inside = [u for u in said if u.start < sentence.end and u.end > sentence.start]
    return inside[-1] if inside else None


def _unspoken(
    sentence: Sentence, block: Block, patterns: _Patterns, lexicon: Lexicon
) -> ActionFinding | None:
    """Read "A agreed to do X" where it is the minute's own report and nobody's speech."""
    found = patterns.undertaking.search(sentence.text)
    if found is None:
        return None
    owner = sentence.text[: found.start()].strip(" ,")
    if not _names_owner(owner, lexicon):
        return None
    return _made(sentence.start, sentence, found.end("verb"), " ".join(owner.split()), "action.undertaking")


def _promise(sentence: Sentence, speaker: Utterance, patterns: _Patterns) -> ActionFinding | None:
    text = sentence.text
    undertaking = patterns.undertaking.search(text)
    label = speaker.speaker.label if speaker.speaker else None
    if undertaking is not None and speaker.kind != "question":
        start = sentence.start + undertaking.start("verb")
        mention = speaker.speaker
        if mention is not None and 0 <= start - mention.end <= 12 and mention.start >= sentence.start:
            start = mention.start
        return _made(start, sentence, undertaking.end("verb"), label, "action.undertaking")
    if speaker.kind not in ("answer", "comment"):
        return None
    promise = patterns.promise.search(text)
    if promise is not None:
        owner = label if _points_back(promise["who"]) else " ".join(promise["who"].split())
        return _made(sentence.start + promise.start("who"), sentence, promise.start("task"), owner, "action.promise")
    passive = patterns.passive.search(text) if speaker.kind == "answer" else None
    if passive is not None:
        owner = label if passive["what"].lower().startswith("it ") else None
        return _made(sentence.start + passive.start("what"), sentence, passive.start("what"), owner, "action.passive")
    return None


def _points_back(words: str) -> bool:
    return words.lower() in ("he", "she", "they", "it", "i", "we")


def _made(start: int, sentence: Sentence, task: int, owner: str | None, rule: str) -> ActionFinding:
    due = _DUE.search(sentence.text)
    return ActionFinding(
        start, sentence.end, owner, (sentence.start + task, sentence.end), due[0] if due else None, rule
    )


def _beside(block: Block, said: Sequence[Utterance]) -> ActionFinding:
    """Make the action whose owner stands in the right-hand column."""
    end = max(block.end, said[-1].end)
    return ActionFinding(block.start, end, block.margin, (block.start, end), None, "action.margin")


# ---------------------------------------------------------------- patterns


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    tasks = _task_words(lexicon)
    done = alternation(lexicon.phrases("actions", "done_tasks"))
    labels = alternation(lexicon.phrases("actions", "labels"))
    return _Patterns(
        instruction=re.compile(
            rf"(?:ACTION:?\s*|Action:?\s*)?(?P<owner>[A-Z][^.,;:]{{1,70}}?)\s+to\s+(?:also\s+|then\s+|please\s+)?(?P<task>(?:{tasks})\b)"
        ),
        promise=re.compile(
            rf"\b(?P<who>he|she|(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}|officers|the\s+(?:team|service|council|clerk|chair(?:man)?))\s+"
            rf"(?:would|will|could)\s+(?:also\s+|then\s+|therefore\s+|be\s+happy\s+to\s+|be\s+able\s+to\s+|try\s+to\s+|be\s+pleased\s+to\s+)?(?P<task>(?:{tasks})\b)"
        ),
        undertaking=re.compile(
            r"\b(?P<verb>undertook\s+to|offered\s+to|promised\s+to|agreed\s+to|volunteered\s+to|committed\s+to|has\s+agreed\s+to|was\s+happy\s+to)\s+"
            rf"(?:also\s+)?(?:{tasks})\b"
        ),
        passive=re.compile(
            rf"(?:(?<=that\s)|(?<=and\s)|(?<=but\s)|^)(?P<what>(?:an?|the|this|it|these|further|more|copies|details|figures|information|that)\b(?:\s+[\w'’/-]+){{0,8}}?\s+(?:would|will)\s+(?:also\s+|then\s+)?be\s+(?:{done})\b)",
            re.I,
        ),
        label=re.compile(rf"(?:{labels})(?:\s+\d+)?\s*(?:[:–-]+\s*|$)", re.I),
    )


@cache
def _task_words(lexicon: Lexicon) -> str:
    return alternation(lexicon.phrases("actions", "tasks"))


@cache
def _clause_task(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(r"(?P<that>(?:that\s+)?)(?=the\s+[A-Z]|[A-Z])", re.I)
