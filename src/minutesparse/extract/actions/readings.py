"""Tasks in what is said, one reading each: undertakings, promises, requests, passives, replies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.extract.actions.owners import post_pattern, subject_of
from minutesparse.extract.actions.takers import (
    Utterance,
    clause_start,
    label_of,
    replies_for_body,
    speaking,
    taker,
)
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says, source, word_set
from minutesparse.text import Sentence

Reading = Callable[[Sentence, Sequence[Utterance], AbstractSet[str], Lexicon], ActionFinding | None]

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll|\s+will)\b")
_FURTHER = re.compile(
    r";\s+(?!and\s+(?:to|that|would|will)\b)|,\s+and\s+(?:took|gave|made|went)\s|"
    r",?\s+(?:but\s+(?!would|will|undert|agreed)|although\s|though\s|however\b|"
    r"(?:and\s+)?(?:adding|noting|explaining|stressing|stating|saying)\s+(?:that\s)?|"
    r"and\s+(?:said|added|explained|noted|stated|confirmed|advised|asked|stressed|thanked)\s)"
)
_WRITTEN = re.compile(r"\s*(?:an?\s+)?(?:full\s+)?written\b", re.I)
_TWO_INITIALS = re.compile(r"[A-Z]{2}\.?")
_ADDS = re.compile(
    r"(?:add|put|raise|bring|provide)\s+(?:[a-z]+\s+){0,4}?(?:[£€$]\s?\d|\d[\d,.]*\s)", re.I
)
_MOST_WORDS = 8
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
    if words.isdisjoint(word_set(lexicon, "actions", "undertakings")):
        return None
    for found in task_patterns(lexicon).undertaking.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        if _is_asked(sentence, speaker, found.start(), lexicon):
            continue
        took = taker(sentence, found.start(), speaker, lexicon)
        if took is not None:
            return _made(sentence, took, found.start("task"), "action.undertaking", lexicon)
    return None


def promise(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "... that he would send the link", "Officers would check", "but would circulate it"."""
    if words.isdisjoint(_MODALS) or _is_conditional(sentence, words, lexicon):
        return None
    for found in task_patterns(lexicon).modal.finditer(sentence.text):
        speaker = speaking(said, sentence.start + found.start())
        if _is_asked(sentence, speaker, found.start(), lexicon):
            continue
        if _is_unlikely(sentence, found, lexicon) or _tells(sentence, found, lexicon):
            continue
        took = taker(sentence, found.start(), speaker, lexicon)
        if took is not None:
            return _made(sentence, took, found.start("task"), "action.promise", lexicon)
    return None


def asked(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "The Clerk was asked to write to the County.", "Clerk instructed to write"."""
    del said
    if words.isdisjoint(word_set(lexicon, "actions", "asking_for_deeds")):
        return None
    found = task_patterns(lexicon).asked.search(sentence.text)
    if found is None:
        return None
    begin, _ = clause_start(sentence.text, found.start(), lexicon)
    before = sentence.text[begin : found.start()]
    subject = subject_of(before, lexicon)
    if subject is None or post_pattern(lexicon).search(subject.label) is None:
        return None
    if found["was"] is None and begin + len(before) - len(before.lstrip()) > 0:
        return None
    took = (found.start() - len(before.lstrip()), subject.label)
    return _made(sentence, took, found.start("task"), "action.asked", lexicon)


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
    return _made(sentence, (0, subject.label), found.start("task"), "action.requested", lexicon)


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
    if boundary in word_set(lexicon, "actions", "unsure_openers") or not _is_thing(before, lexicon):
        return None
    if not _is_person(found["who"], lexicon):
        return None
    at = begin + len(before) - len(before.lstrip())
    owner = " ".join(found["who"].split())
    return _made(sentence, (at, owner), at, "action.done_by", lexicon)


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
        if boundary in word_set(lexicon, "actions", "unsure_openers") or not _is_thing(
            before, lexicon
        ):
            continue
        at = begin + len(before) - len(before.lstrip())
        return _made(sentence, (at, None), at, "action.to_come", lexicon)
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
        if not (_is_thing(before, lexicon) or (later and _is_short_thing(before, lexicon))):
            continue
        if not later and not _answers(speaker, sentence, before, lexicon):
            continue
        own = before.strip().lower() == "it" or replies_for_body(speaker, lexicon)
        owner = label_of(speaker) if own else None
        at = begin + len(before) - len(before.lstrip())
        return _made(sentence, (at, owner), at, "action.passive", lexicon)
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
        if took is not None and not _is_asked(sentence, speaker, found.start(), lexicon):
            return _made(sentence, took, found.start("task"), rule, lexicon)
    return None


def written_reply(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Mr Orr would receive a written response."."""
    del said
    found = says(lexicon, "actions", "replies_to_come", sentence.text, words)
    if found is None:
        return None
    return _made(sentence, (found.start(), None), found.start(), "action.reply", lexicon)


def will_do(
    sentence: Sentence, said: Sequence[Utterance], words: AbstractSet[str], lexicon: Lexicon
) -> ActionFinding | None:
    """Read "Cllr Orr will install it.": one person, and a job that needs no meeting."""
    del said
    found = _job(lexicon).match(sentence.text) if "will" in words else None
    if found is None or not _is_person(found["who"], lexicon):
        return None
    if says(lexicon, "actions", "conditions", sentence.text, words) is not None:
        return None
    took = (0, " ".join(found["who"].split()))
    return _made(sentence, took, found.start("task"), "action.will", lexicon)


READINGS: tuple[Reading, ...] = (
    undertaking,
    promise,
    asked,
    requested,
    done_by,
    passive,
    to_come,
    written_reply,
    will_do,
    outside_meeting,
    is_to,
)
"""The readings in order of how sure they are."""


# ---------------------------------------------------------------- what the readings ask


def _is_asked(sentence: Sentence, speaker: Utterance | None, index: int, lexicon: Lexicon) -> bool:
    """Tell whether words are part of a question and promise nothing."""
    if speaker is not None and speaker.kind != "question":
        return False
    asking = any_of(lexicon, "actions", "asking").search(sentence.text, 0, index) is not None
    return asking or "?" in sentence.text[:index] or sentence.text.endswith("?")


def _is_conditional(sentence: Sentence, words: AbstractSet[str], lexicon: Lexicon) -> bool:
    """Tell whether something would be done on a condition; "I will ... if" is a promise still."""
    if says(lexicon, "actions", "conditions", sentence.text, words) is None:
        return False
    return _FIRST_PERSON.search(sentence.text) is None


def _is_unlikely(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether "could" only says what is possible."""
    if found["modal"].strip().lower() != "could" or found["task"].lower().startswith("get"):
        return False
    return task_patterns(lexicon).informing.match(sentence.text, found.start()) is None


def _tells(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a task's words only say what will be ("would add 20 homes", "take up post")."""
    words = sentence.text[found.start("task") :]
    if _ADDS.match(words) is not None:
        return True
    return says(lexicon, "actions", "never_promised", words) is not None


def _is_person(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a person or a post, or are two initials; more stand for bodies."""
    if words.isupper():
        return _TWO_INITIALS.fullmatch(words) is not None
    subject = subject_of(words, lexicon)
    return subject is not None and subject.type in ("person", "role")


@cache
def _job(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for somebody at a sentence's beginning who "will mend" something."""
    jobs = source(lexicon, "actions", "jobs")
    return re.compile(
        rf"(?P<who>[A-Z][^.,;:]{{1,60}}?)\s+will\s+(?:(?:also|then|now)\s+)?(?P<task>(?:{jobs})\b)"
    )


def _is_thing(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a passive are a thing and no clause ("The figures")."""
    if _things(lexicon).match(words.strip()) is None:
        return False
    return any_of(lexicon, "actions", "finite").search(words) is None


def _is_short_thing(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a few words before a passive are a thing, however it begins ("Lighting")."""
    if not 0 < len(words.split()) <= _MOST_WORDS or "," in words:
        return False
    return any_of(lexicon, "actions", "finite").search(words) is None


def _answers(speaker: Utterance | None, sentence: Sentence, words: str, lexicon: Lexicon) -> bool:
    """Tell whether something is promised in a reply, or is itself a reply to come."""
    if speaker is None or speaker.kind == "procedural":
        return _WRITTEN.match(words) is not None
    if speaker.kind == "question":
        asking = any_of(lexicon, "actions", "asking").search(sentence.text) is not None
        return not asking and "?" not in sentence.text
    if speaker.kind == "comment":
        return any_of(lexicon, "actions", "replies").search(words) is not None
    return speaker.kind == "answer"


def _made(
    sentence: Sentence,
    took: tuple[int, str | None],
    task: int,
    rule: str,
    lexicon: Lexicon,
) -> ActionFinding:
    """Return the action that ends with its sentence, or where a further point begins."""
    start, owner = took
    cut = _FURTHER.search(sentence.text, task)
    end = sentence.end if cut is None else sentence.start + cut.start() + cut[0].startswith(";")
    due = due_of(sentence.text, lexicon)
    return ActionFinding(
        sentence.start + start, end, owner, (sentence.start + task, end), due, rule
    )


@cache
def _things(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{source(lexicon, 'actions', 'passive_subjects')})\b[^,;:.]{{0,90}}$", re.I
    )
