"""What the readings of tasks ask: whether a question, a condition, a thing, a person is meant."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.extract.actions.owners import subject_of
from minutesparse.extract.actions.takers import Utterance
from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says, source, word_set
from minutesparse.text import Sentence

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
_SHORTEST_NAME = 2


def is_asked(sentence: Sentence, speaker: Utterance | None, index: int, lexicon: Lexicon) -> bool:
    """Tell whether words are part of a question and promise nothing."""
    if speaker is not None and speaker.kind != "question":
        return False
    asking = any_of(lexicon, "actions", "asking").search(sentence.text, 0, index) is not None
    return asking or "?" in sentence.text[:index] or sentence.text.endswith("?")


def is_conditional(sentence: Sentence, words: AbstractSet[str], lexicon: Lexicon) -> bool:
    """Tell whether something would be done on a condition; "I will ... if" is a promise still."""
    if says(lexicon, "actions", "conditions", sentence.text, words) is None:
        return False
    return _FIRST_PERSON.search(sentence.text) is None


def is_unlikely(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether "could" only says what is possible."""
    if found["modal"].strip().lower() != "could" or found["task"].lower().startswith("get"):
        return False
    return task_patterns(lexicon).informing.match(sentence.text, found.start()) is None


def merely_tells(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a task's words only say what will be ("would add 20 homes", "take up post")."""
    words = sentence.text[found.start("task") :]
    if _ADDS.match(words) is not None:
        return True
    return says(lexicon, "actions", "never_promised", words) is not None


def is_person(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a person or a post, or are two initials; more stand for bodies."""
    if words.isupper():
        return _TWO_INITIALS.fullmatch(words) is not None
    if words.lower() in word_set(lexicon, "names", "masculine", "feminine", "either"):
        return words.istitle() and len(words) > _SHORTEST_NAME
    subject = subject_of(words, lexicon)
    if subject is not None and subject.others:
        return all(one.type == "person" for one in subject.others)
    return subject is not None and subject.type in ("person", "role")


def is_thing(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a passive are a thing and no clause ("The figures")."""
    if _things(lexicon).match(words.strip()) is None:
        return False
    return any_of(lexicon, "actions", "finite").search(words) is None


def is_short_thing(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a few words before a passive are a thing, however it begins ("Lighting")."""
    if not 0 < len(words.split()) <= _MOST_WORDS or "," in words:
        return False
    return any_of(lexicon, "actions", "finite").search(words) is None


def is_answered(
    speaker: Utterance | None, sentence: Sentence, words: str, lexicon: Lexicon
) -> bool:
    """Tell whether something is promised in a reply, or is itself a reply to come."""
    if speaker is None or speaker.kind == "procedural":
        return _WRITTEN.match(words) is not None
    if speaker.kind == "question":
        asking = any_of(lexicon, "actions", "asking").search(sentence.text) is not None
        return not asking and "?" not in sentence.text
    if speaker.kind == "comment":
        return any_of(lexicon, "actions", "replies").search(words) is not None
    return speaker.kind == "answer"


def made_of(
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
