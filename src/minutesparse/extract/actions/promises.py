"""Promises made while speaking: "he would send the link", "agreed to circulate it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from minutesparse.extract.actions.owners import (
    ZONES,
    OwnerMark,
    owner_marks,
    post_pattern,
    subject_of,
)
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block, ItemLayout, Sentence

_BOUNDARY = re.compile(
    r"\b(?:said|replied|responded|answered|advised|that|and|but|if|whether|when|how|why|as|because|which|who|so|unless|until|while|where)\b|[,;:–]",
    re.I,
)
_UNSURE = frozenset("if whether when how why which who because unless until as where".split())
_PRONOUNS = frozenset("he she they it i we".split())
_CONDITIONAL = re.compile(
    r"\b(?:if\s+(?:there|that|it|necessary\s+if|the\s+\w+\s+(?:was|were))|were\s+to)\b", re.I
)
_SUBJECTS = re.compile(
    r"(?:an?|the|this|it|these|those|further|more|copies|details|figures|information|that|any|all|both|written|answers?|responses?|"
    r"reports?|updates?|letters?|members)\b[^,;:.]{0,90}$",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll|\s+will)\b")
_FURTHER = re.compile(r";\s+(?!and\s+(?:to|that|would|will)\b)")
_WRITTEN = re.compile(
    r"\b(?:would|will)\s+(?:receive|get)\s+a\s+(?:full\s+)?(?:written\s+)?(?:response|reply|answer)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:had|has|have|having|previously)\s*$")
_ASKING = re.compile(
    r"\b(?:ask|asked|asks|queried|enquired|enquiry|questioned|wondered|whether|requested|if)\b|\?",
    re.I,
)
_LEAD_IN = re.compile(
    r"^(?:(?:however|that|therefore|accordingly|and|but|then|so|this|it\s+and)\s+)+|\s+(?:also|then|therefore|further)$",
    re.I,
)
_FINITE = re.compile(r"\b(?:was|were|had|has|have|is|are|did|said|explained|agreed)\b", re.I)
_TOLD = re.compile(
    r"\b(?:said|advised|confirmed|replied|responded|explained|stated|answered|added|commented|reported|agreed)\b(?:\s+that)?\s*$"
)
_IN_REPLY = re.compile(
    r"(?:In|By\s+way\s+of)\s+(?:response|reply|answer)\b|Respond|Reply|Following|Answering", re.I
)
_REPLY = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|answers?|figures|details|information|breakdown|briefing\s+note|cop(?:y|ies))\b",
    re.I,
)
_LONGEST_NAME = 12


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


def find_promises(
    item: ItemLayout, utterances: Sequence[Utterance], lexicon: Lexicon
) -> list[ActionFinding]:
    """Return what speakers undertake in what they say, and what owners' marks make tasks.

    Args:
        item: The item's layout.
        utterances: Its contributions; a pronoun's owner is the contribution's speaker.
        lexicon: Verbs of tasks.
    """
    marks = owner_marks(item, lexicon)
    silent = {mark.start for mark in marks}
    found: list[ActionFinding] = []
    for block in item.blocks:
        if block.zone not in ZONES or block.kind == "label":
            continue
        said = [u for u in utterances if u.start < block.end and u.end > block.start]
        before = len(found)
        for sentence in block.sentences:
            if sentence.start not in silent:
                found += _of_sentence(sentence, said, lexicon)
        if len(found) == before and block.margin and said:
            found.append(_beside(block, said))
    return [*found, *_marked(marks, found)]


def _of_sentence(
    sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon
) -> Iterator[ActionFinding]:
    """Yield the first task that a sentence takes on, read in the order of how sure it is."""
    for reading in (_undertaking, _promise, _asked, _passive, _written_reply):
        action = reading(sentence, said, lexicon)
        if action is not None:
            yield action
            return


# ---------------------------------------------------------------- readings


def _undertaking(
    sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon
) -> ActionFinding | None:
    """ "The Clerk agreed to chase the County.", "... and undertook to ask the applicant."."""
    for found in task_patterns(lexicon).undertaking.finditer(sentence.text):
        start = sentence.start + found.start()
        speaker = _speaking(said, start)
        if _is_asked(sentence, speaker, found.start()):
            continue
        at, owner = _taker(sentence, found.start(), speaker, lexicon)
        if at is not None:
            return _made(sentence, at, found.start("task"), owner, "action.undertaking")
    return None


def _promise(
    sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon
) -> ActionFinding | None:
    """ "... that he would send the link", "Officers would check", "but would circulate it"."""
    patterns = task_patterns(lexicon)
    if _CONDITIONAL.search(sentence.text) is not None and not _FIRST_PERSON.search(sentence.text):
        return None
    for found in patterns.modal.finditer(sentence.text):
        speaker = _speaking(said, sentence.start + found.start())
        if _is_asked(sentence, speaker, found.start()) or _is_unlikely(sentence, found, lexicon):
            continue
        at, owner = _taker(sentence, found.start(), speaker, lexicon)
        if at is not None:
            return _made(sentence, at, found.start("task"), owner, "action.promise")
    return None


def _asked(sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon) -> ActionFinding | None:
    """ "The Clerk was asked to write to the County."."""
    del said
    found = task_patterns(lexicon).asked.search(sentence.text)
    if found is None:
        return None
    words = sentence.text[_clause_start(sentence.text, found.start())[0] : found.start()]
    subject = subject_of(words, lexicon)
    if subject is None or post_pattern(lexicon).search(subject.label) is None:
        return None
    at = found.start() - len(words.lstrip())
    return _made(sentence, at, found.start("task"), subject.label, "action.asked")


def _passive(
    sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon
) -> ActionFinding | None:
    """ "A written reply would be sent." in an answer: a task without an owner."""
    if _CONDITIONAL.search(sentence.text) is not None:
        return None
    for found in task_patterns(lexicon).passive.finditer(sentence.text):
        speaker = _speaking(said, sentence.start + found.start())
        begin, boundary = _clause_start(sentence.text, found.start())
        words = sentence.text[begin : found.start()]
        if not _answers(speaker, sentence, words):
            continue
        if boundary in _UNSURE or _SUBJECTS.match(words.strip()) is None or _FINITE.search(words):
            continue
        owner = _label(speaker) if words.strip().lower() == "it" else None
        at = begin + len(words) - len(words.lstrip())
        return _made(sentence, at, at, owner, "action.passive")
    return None


def _answers(speaker: Utterance | None, sentence: Sentence, words: str) -> bool:
    """Tell whether something is promised in a reply, or is itself a reply to come."""
    if speaker is None or speaker.kind == "procedural":
        return re.match(r"\s*(?:an?\s+)?(?:full\s+)?written\b", words, re.I) is not None
    if speaker.kind == "answer":
        return True
    if speaker.kind == "question":
        return _ASKING.search(sentence.text) is None
    return speaker.kind == "comment" and _REPLY.search(words) is not None


def _written_reply(
    sentence: Sentence, said: Sequence[Utterance], lexicon: Lexicon
) -> ActionFinding | None:
    """ "Mr Orr would receive a written response."."""
    del said, lexicon
    found = _WRITTEN.search(sentence.text)
    return (
        None
        if found is None
        else _made(sentence, found.start(), found.start(), None, "action.reply")
    )


# ---------------------------------------------------------------- who takes it on


def _speaking(said: Sequence[Utterance], offset: int) -> Utterance | None:
    """Return the innermost contribution at an offset."""
    inside = [u for u in said if u.start <= offset < u.end]
    return min(inside, key=lambda u: u.end - u.start, default=None)


def _label(speaker: Utterance | None) -> str | None:
    """Return how the speaker of a contribution is named."""
    return speaker.speaker.label if speaker is not None and speaker.speaker is not None else None


def _is_asked(sentence: Sentence, speaker: Utterance | None, index: int) -> bool:
    """Tell whether words are part of a question and promise nothing."""
    asking = _ASKING.search(sentence.text, 0, index) is not None or sentence.text.endswith("?")
    return asking and (speaker is None or speaker.kind == "question")


def _is_unlikely(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether "could" only says what is possible."""
    could = found["modal"].strip().lower() == "could"
    passes_on = task_patterns(lexicon).informing.match(sentence.text, found.start()) is not None
    return could and not passes_on and not found["task"].lower().startswith("get")


def _clause_start(text: str, end: int) -> tuple[int, str]:
    """Return where the clause that ends at an index begins, and the word before it."""
    last: re.Match[str] | None = None
    for found in _BOUNDARY.finditer(text, max(0, end - 160), end):
        if not (found[0].lower() == "and" and _joins_names(text, found)):
            last = found
    return (last.end(), last[0].lower()) if last is not None else (max(0, end - 160), "")


def _joins_names(text: str, found: re.Match[str]) -> bool:
    """Tell whether "and" stands between two capitalised words, as within an office's name."""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    return after[:1].isupper() and before.split(" ")[-1][:1].isupper()


def _taker(
    sentence: Sentence, index: int, speaker: Utterance | None, lexicon: Lexicon
) -> tuple[int | None, str | None]:
    """Return where an action begins and who takes it on; (None, None) where nobody does."""
    text = sentence.text
    begin, boundary = _clause_start(text, index)
    words = text[begin:index]
    if boundary in _UNSURE or _PAST.search(words) is not None:
        return None, None
    label = _label(speaker)
    bare = _LEAD_IN.sub("", words.strip())
    at = begin + words.index(bare) if bare else index
    if bare.lower() in _PRONOUNS:
        teller = _TOLD.search(text, 0, begin + len(words) - len(words.lstrip()))
        named = _mention_before(text, teller.start(), lexicon) if teller is not None else None
        return at, named.label if named is not None else label
    if not bare:
        return _elided(sentence, index, boundary, label, lexicon)
    subject = subject_of(bare, lexicon)
    if subject is not None and (
        subject.type in ("person", "role") or bare.lower().endswith("officers")
    ):
        return at, label if label is not None and subject.label == label else subject.label
    mention = _mention_before(text, index, lexicon)
    return (mention.start, mention.label) if mention is not None else (None, None)


def _elided(
    sentence: Sentence, index: int, boundary: str, label: str | None, lexicon: Lexicon
) -> tuple[int | None, str | None]:
    """Return who takes on a task whose verb has no subject of its own ("..., and undertook to").

    That is the subject of the sentence, or in a list of what somebody said the speaker.
    """
    if boundary not in ("and", "but", ",", ";") and index > 0:
        return None, None
    mention = MentionReader(sentence.text, tokenise(sentence.text[:index]), lexicon).read(0)
    if mention is not None and mention.titled and mention.type in ("person", "role"):
        if sentence.text[mention.end :].lstrip()[:1].islower():
            return index, mention.label
    return (index, label) if label is not None else (None, None)


def _mention_before(text: str, index: int, lexicon: Lexicon) -> Mention | None:
    """Return the person or office whose name ends right before a verb, wherever it begins."""
    tokens = tokenise(text[:index])
    replies = _IN_REPLY.match(text) is not None
    places = range(max(0, len(tokens) - _LONGEST_NAME), len(tokens))
    for first in reversed(places) if replies else places:
        if first and (tokens[first - 1].capital or tokens[first - 1].lower in ("the", "a")):
            continue
        mention = MentionReader(text, tokens, lexicon).read(first)
        if (
            mention is not None
            and mention.after >= len(tokens)
            and mention.type in ("person", "role")
        ):
            return mention if mention.titled else None
    return None


# ---------------------------------------------------------------- the record


def _made(sentence: Sentence, start: int, task: int, owner: str | None, rule: str) -> ActionFinding:
    cut = _FURTHER.search(sentence.text, task)
    end = sentence.end if cut is None else sentence.start + cut.start() + 1
    return ActionFinding(
        sentence.start + start,
        end,
        owner,
        (sentence.start + task, end),
        due_of(sentence.text),
        rule,
    )


def _beside(block: Block, said: Sequence[Utterance]) -> ActionFinding:
    """Make the action whose owner stands in the right-hand column."""
    end = max(block.end, said[-1].end)
    return ActionFinding(block.start, end, block.margin, (block.start, end), None, "action.margin")


def _marked(marks: Sequence[OwnerMark], found: Sequence[ActionFinding]) -> Iterator[ActionFinding]:
    """Yield the tasks that only an owner behind them makes actions ("Salt bin empty. FT Action.")."""
    for mark in marks:
        task = mark.task
        if task is None:
            continue
        inner = [one for one in found if task.start <= one.start and one.end <= task.end + 1]
        start = inner[0].start if mark.joined and inner else task.start
        end = mark.end if mark.joined else task.end
        yield ActionFinding(
            start, end, mark.owner, (start, task.end), due_of(task.text), "action.marked"
        )
