"""Tasks in what is said, one reading each: undertakings, promises, requests, passives, replies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.extract.actions.meaning import (
    is_answered,
    is_asked,
    is_conditional,
    is_person,
    is_short_thing,
    is_thing,
    is_unlikely,
    made_of,
    merely_tells,
)
from minutesparse.extract.actions.owners import post_pattern, subject_of
from minutesparse.extract.actions.takers import (
    Utterance,
    clause_start,
    label_of,
    replies_for_body,
    speaking,
    taker,
)
from minutesparse.extract.actions.tasks import task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import says, source, word_set
from minutesparse.naming import Mention
from minutesparse.text import Sentence

Reading = Callable[[Sentence, Sequence[Utterance], AbstractSet[str], Lexicon], ActionFinding | None]

_IS = frozenset({"is", "are"})
_MODALS = frozenset({"would", "will", "shall", "could", "ll", "d"})
_READY = frozenset({"would", "will", "happy", "willing", "pleased"})
_WOULD = frozenset({"would", "will"})


def tasks_said(
    sentence: Sentence,
    said: Sequence[Utterance],
    words: AbstractSet[str],
    lexicon: Lexicon,
) -> Iterator[ActionFinding]:
    """Yield the first task that a sentence takes on, read in the order of how sure it is.

    Args:
        sentence: The sentence.
        said: The contributions in its block.
        words: The words of its block in lower case.
        lexicon: Verbs of tasks, and names.
    """
    for reading in READINGS:
        action = reading(sentence, said, words, lexicon)
        if action is not None:
            yield action
            return


def undertaking(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "The Clerk agreed to chase the County.", "... and undertook to ask the applicant."."""
    if words.isdisjoint(word_set(lexicon, "actions", "undertakings")) and "took" not in words:
        return None
    for found in task_patterns(lexicon).undertaking.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        _, boundary = clause_start(sentence.text, found.start(), lexicon)
        # what somebody else agreed to is no part of the question that the sentence tells of
        if boundary != "which" and is_asked(sentence, speaker, found.start(), lexicon):
            continue
        took = taker(sentence, found.start(), speaker, lexicon)
        if took is not None:
            return made_of(sentence, took, found.start("task"), "action.undertaking", lexicon)
    return None


def promise(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "... that he would send the link", "Officers would check", "but would circulate it"."""
    if words.isdisjoint(_MODALS) or is_conditional(sentence, words, lexicon):
        return None
    for found in task_patterns(lexicon).modal.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        if is_asked(sentence, speaker, found.start(), lexicon):
            continue
        if is_unlikely(sentence, found, lexicon) or merely_tells(sentence, found, lexicon):
            continue
        took = taker(sentence, found.start(), speaker, lexicon)
        if took is not None:
            return made_of(sentence, took, found.start("task"), "action.promise", lexicon)
    return None


def asked(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "The Clerk was asked to write to the County.", "Clerk instructed to write"."""
    del said
    if words.isdisjoint(word_set(lexicon, "actions", "asking_for_deeds")):
        return None
    patterns = task_patterns(lexicon)
    found = patterns.asked.search(sentence.text) or patterns.tasked.search(sentence.text)
    if found is None:
        return None
    begin, _ = clause_start(sentence.text, found.start(), lexicon)
    before = sentence.text[begin : found.start()]
    subject = subject_of(before, lexicon)
    if subject is None or not _may_be_asked(subject, found["task"], lexicon):
        return None
    if found["was"] is None and begin + len(before) - len(before.lstrip()) > 0:
        return None
    took = (found.start() - len(before.lstrip()), subject.label)
    return made_of(sentence, took, found.start("task"), "action.asked", lexicon)


def _may_be_asked(subject: Mention, task: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody was asked for work and not for words at the meeting.

    A post is asked for work; a member may be asked to speak, so that the task must be none that
    is done by speaking.
    """
    if post_pattern(lexicon).search(subject.label) is not None:
        return True
    named = subject.titled and subject.type == "person"
    return named and task.lower() not in word_set(lexicon, "actions", "asked_to_say")


def requested(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "The Chairman asked the Clerk to investigate.", "requested that the Clerk write"."""
    if words.isdisjoint(word_set(lexicon, "actions", "asking_for_deeds")):
        return None
    found = task_patterns(lexicon).requested.search(sentence.text)
    if found is None or word_set(lexicon, "actions", "perfect") & set(
        sentence.text[: found.start()].split()
    ):
        return None
    speaker = speaking(said, sentence.start + found.start())
    if speaker is None and not said and found.start() == 0:
        return None
    if speaker is not None and speaker.kind == "question":
        return None
    subject = subject_of(found["owner"], lexicon)
    if subject is None or post_pattern(lexicon).search(subject.label) is None:
        return None
    return made_of(sentence, (0, subject.label), found.start("task"), "action.requested", lexicon)


def agreed_for(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "It was agreed for the Clerk to write to the County."."""
    if "agreed" not in words or "for" not in words:
        return None
    found = task_patterns(lexicon).agreed_for.search(sentence.text)
    if found is None or not is_person(found["owner"], lexicon):
        return None
    speaker = speaking(said, sentence.start + found.start())
    if is_asked(sentence, speaker, found.start(), lexicon):
        return None
    took = (found.start("owner"), " ".join(found["owner"].split()))
    return made_of(sentence, took, found.start("task"), "action.agreed_for", lexicon)


def done_by(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "A letter would be sent by the Clerk.": who is to do it is named behind."""
    if words.isdisjoint(_WOULD) or "by" not in words:
        return None
    found = task_patterns(lexicon).done_by.search(sentence.text)
    if found is None or says(lexicon, "actions", "conditions", sentence.text, words) is not None:
        return None
    speaker = speaking(said, sentence.start + found.start())
    begin, boundary = clause_start(sentence.text, found.start(), lexicon)
    before = sentence.text[begin : found.start()]
    if speaker is not None and speaker.kind == "question":
        return None
    if boundary in word_set(lexicon, "actions", "unsure_openers") or not is_thing(before, lexicon):
        return None
    if not is_person(found["who"], lexicon):
        return None
    at = begin + len(before) - len(before.lstrip())
    owner = " ".join(found["who"].split())
    return made_of(sentence, (at, owner), at, "action.done_by", lexicon)


def to_come(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "A report will be forwarded to the County.": "will", where minutes else say "would"."""
    if "will" not in words or "be" not in words:
        return None
    for found in task_patterns(lexicon).to_come.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        begin, boundary = clause_start(sentence.text, found.start(), lexicon)
        before = sentence.text[begin : found.start()]
        if speaker is None or speaker.kind in ("question", "procedural"):
            continue
        if boundary in word_set(lexicon, "actions", "unsure_openers") or not is_thing(
            before, lexicon
        ):
            continue
        at = begin + len(before) - len(before.lstrip())
        return made_of(sentence, (at, None), at, "action.to_come", lexicon)
    return None


def passive(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "A written reply would be sent." in an answer: a task without an owner."""
    if words.isdisjoint(_WOULD) or "be" not in words:
        return None
    for found in task_patterns(lexicon).passive.finditer(sentence.text):
        if says(lexicon, "actions", "conditions", sentence.text, words) is not None:
            return None
        speaker = speaking(said, sentence.start + found.start())
        begin, boundary = clause_start(sentence.text, found.start(), lexicon)
        before = sentence.text[begin : found.start()]
        after = says(lexicon, "actions", "after_meetings", sentence.text[found.end() :])
        later = after is not None and (speaker is None or speaker.kind != "question")
        if boundary in word_set(lexicon, "actions", "unsure_openers"):
            continue
        if not (is_thing(before, lexicon) or (later and is_short_thing(before, lexicon))):
            continue
        if not later and not is_answered(speaker, sentence, before, lexicon):
            continue
        own = before.strip().lower() == "it" or replies_for_body(speaker, lexicon)
        owner = label_of(speaker) if own else None
        at = begin + len(before) - len(before.lstrip())
        return made_of(sentence, (at, owner), at, "action.passive", lexicon)
    return None


def outside_meeting(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "She would discuss it with him outside the meeting.": any deed, put off till then."""
    if "meeting" not in words or words.isdisjoint(_READY):
        return None
    if says(lexicon, "actions", "outside_meetings", sentence.text, words) is None:
        return None
    return _taken_on(task_patterns(lexicon).deed, sentence, said, "action.outside_meeting", lexicon)


def is_to(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "It was noted that the Clerk is to chase the invoice.", "He is to meet with both."."""
    if words.isdisjoint(_IS):
        return None
    return _taken_on(task_patterns(lexicon).is_to, sentence, said, "action.is_to", lexicon)


def _taken_on(
    pattern: re.Pattern[str],
    sentence: Sentence,
    said: Sequence[Utterance],
    rule: str,
    lexicon: Lexicon,
) -> ActionFinding | None:
    """Return the first task of a pattern that somebody takes on whom nobody asked about it."""
    for found in pattern.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        took = taker(sentence, found.start(), speaker, lexicon)
        if took is not None and not is_asked(sentence, speaker, found.start(), lexicon):
            return made_of(sentence, took, found.start("task"), rule, lexicon)
    return None


def written_reply(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Mr Orr would receive a written response."."""
    del said
    found = says(lexicon, "actions", "replies_to_come", sentence.text, words)
    if found is None:
        return None
    return made_of(sentence, (found.start(), None), found.start(), "action.reply", lexicon)


def will_do(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Cllr Orr will install it.": one person or two, and a job that needs no meeting."""
    del said
    found = _job(lexicon).match(sentence.text) if "will" in words else None
    if found is None or not is_person(found["who"], lexicon):
        return None
    if says(lexicon, "actions", "conditions", sentence.text, words) is not None:
        return None
    took = (0, " ".join(found["who"].split()))
    return made_of(sentence, took, found.start("task"), "action.will", lexicon)


READINGS: tuple[Reading, ...] = (
    undertaking,
    promise,
    asked,
    requested,
    agreed_for,
    done_by,
    passive,
    to_come,
    written_reply,
    will_do,
    outside_meeting,
    is_to,
)
"""The readings in order of how sure they are."""


@cache
def _job(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for somebody at a sentence's beginning who "will mend" something."""
    jobs = source(lexicon, "actions", "jobs")
    return re.compile(
        rf"(?P<who>[A-Z][^.,;:]{{1,60}}?)\s+will\s+(?:(?:also|then|now)\s+)?(?P<task>(?:{jobs})\b)"
    )
