"""Who takes a task on: the subject before its verb, a pronoun's speaker, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol

from minutesparse.extract.actions.owners import SHORT_OFFICE, subject_of
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says, source, word_set
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Sentence

_MARKS = "[,;:–]"
_PRONOUNS = frozenset("he she they it i we".split())
_BEGINS_WITHOUT_SUBJECT = frozenset({"and", "but", ",", ";"})
_HAS = re.compile(r"\s+(?:has|have)(?:\s+(?:also|now|kindly))?\s*$")
_RELEVANT = re.compile(
    r"(?:the\s+)?(?:relevant|appropriate|council)\s+(?:officers?|staff|team)", re.I
)
_OBJECT = re.compile(
    r"\b(?:advised|assured|encouraged|informed|reminded|told)\s+(?:[a-zA-Z]+\s+){1,4}?that\s*$"
)
_PARALLEL = re.compile(r"\bthat\s+(?P<subject>[^,;:]{2,80}?)\s+(?:would|will|shall)\s[^,;:]*$")
_MODAL = re.compile(r"would|will|shall", re.I)
_AGREED = re.compile(r"(?:.*\s)?agreed\s+(?=\S)")
_TELL_OF_UNDERTAKING = frozenset({"as", "which"})
_WINDOW = 160
_LONGEST_NAME = 12
_SHORTEST_NAME = 2


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


class Taker(NamedTuple):
    """Who takes a task on.

    Attributes:
        start: Index in the sentence at which the action begins.
        owner: How they are named, if they are.
    """

    start: int
    owner: str | None


def speaking(said: Sequence[Utterance], offset: int) -> Utterance | None:
    """Return the innermost contribution at an offset."""
    inside = [u for u in said if u.start <= offset < u.end]
    return min(inside, key=lambda u: u.end - u.start, default=None)


def label_of(speaker: Utterance | None) -> str | None:
    """Return how the speaker of a contribution is named."""
    return speaker.speaker.label if speaker is not None and speaker.speaker is not None else None


def replies_for_body(speaker: Utterance | None, lexicon: Lexicon) -> bool:
    """Tell whether an officer or a guest replies, who sees to what "would be sent".

    Members and chairs leave it to others.
    """
    named = speaker.speaker if speaker is not None and speaker.kind == "answer" else None
    if named is None or named.type not in ("person", "role"):
        return False
    elected = any_of(lexicon, "speakers", "member_titles", "chair_roles")
    return elected.search(named.label) is None


def clause_start(text: str, end: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return where the clause that ends at an index begins, and the word before it."""
    last: re.Match[str] | None = None
    for found in _boundary(lexicon).finditer(text, max(0, end - _WINDOW), end):
        if not (found[0].lower() == "and" and _joins_names(text, found)):
            last = found
    return (last.end(), last[0].lower()) if last is not None else (max(0, end - _WINDOW), "")


def taker(
    sentence: Sentence, index: int, speaker: Utterance | None, lexicon: Lexicon
) -> Taker | None:
    """Return who takes on the task whose verb stands at an index, or None where nobody does."""
    text = sentence.text
    begin, boundary = clause_start(text, index, lexicon)
    words = text[begin:index]
    if boundary in word_set(lexicon, "actions", "unsure_openers"):
        return _undertaken_for(sentence, index, boundary, lexicon)
    if _has_agreed(text, index, words, lexicon):
        words = _HAS.sub("", words)
    if _after_have(lexicon).search(words) is not None:
        return None
    label = label_of(speaker)
    bare = _lead_in(lexicon).sub("", words.strip())
    if not bare:
        return _elided(sentence, index, boundary, label, lexicon)
    bare = _behind_agreed(bare)
    together = _together(text, begin, index, lexicon) if boundary == "and" else None
    if together is not None:
        return together
    at = begin + words.index(bare)
    if bare.lower() in _PRONOUNS:
        verb = begin + len(words) - len(words.lstrip())
        return _meant(bare, text, (at, verb), speaker, lexicon)
    subject = subject_of(bare, lexicon)
    if subject is not None and _acts(subject, bare):
        return Taker(at, subject.label)
    if _names_taker(bare, text, index, lexicon):
        return Taker(at, bare)
    mention = _mention_before(text, index, lexicon)
    return Taker(mention.start, mention.label) if mention is not None else None


def _are_those_told(pronoun: str, before: str, speaker: Utterance | None) -> bool:
    """Tell whether "they" are those to whom one person speaks ("reminded Members that they")."""
    if pronoun.lower() != "they" or speaker is None or speaker.speaker is None:
        return False
    return not speaker.speaker.plural and _OBJECT.search(before) is not None


def _behind_agreed(words: str) -> str:
    """Return a subject without "It was agreed", which may leave "that" out before it."""
    agreed = _AGREED.match(words)
    if agreed is None or words[agreed.end() :].lower() in _PRONOUNS:
        return words
    return words[agreed.end() :]


def _meant(
    pronoun: str,
    text: str,
    places: tuple[int, int],
    speaker: Utterance | None,
    lexicon: Lexicon,
) -> Taker | None:
    """Return whom a pronoun means: who is said to say it, or who speaks.

    Args:
        pronoun: The pronoun.
        text: The sentence.
        places: Index of the pronoun, and of the words before the verb.
        speaker: The contribution that the sentence is part of.
        lexicon: Verbs of speech, and names.
    """
    at, before = places
    teller = _told(lexicon).search(text, 0, before)
    named = _mention_before(text, teller.start(), lexicon) if teller is not None else None
    if teller is None and _are_those_told(pronoun, text[:at], speaker):
        return None
    return Taker(at, named.label if named is not None else label_of(speaker))


def _together(text: str, begin: int, index: int, lexicon: Lexicon) -> Taker | None:
    """Return the two who take a task on together ("the Clerk and the Chair would write").

    They are the whole clause before the verb; in "Mr Orr told the Clerk and the Chair would
    write" only the last is.

    Args:
        text: The sentence.
        begin: Index behind the "and".
        index: Index of the verb.
        lexicon: Names.
    """
    outer, boundary = clause_start(text, begin - len("and"), lexicon)
    if boundary in word_set(lexicon, "actions", "unsure_openers"):
        return None
    bare = _lead_in(lexicon).sub("", text[outer:index].strip())
    subject = subject_of(bare, lexicon)
    if subject is None or not subject.others or not all(map(_has_office, subject.others)):
        return None
    return Taker(text.index(bare, outer), subject.label) if _has_office(subject) else None


def _has_office(subject: Mention) -> bool:
    """Tell whether somebody is named with a title or by an office."""
    return subject.titled and subject.type in ("person", "role")


def _has_agreed(text: str, index: int, words: str, lexicon: Lexicon) -> bool:
    """Tell whether a named person "has agreed to" do a job, which is yet to be done."""
    has = _HAS.search(words)
    if has is None or _agreed_job(lexicon).match(text, index) is None:
        return False
    subject = subject_of(words[: has.start()], lexicon)
    return subject is not None and subject.titled and subject.type == "person"


def _names_taker(words: str, text: str, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a subject that no rule of names reads is an office of staff or a first name.

    Letters stand for an office where they undertake something ("The HRM agreed to ask").
    """
    staff = words.lower() in word_set(lexicon, "actions", "offices_of_staff")
    if staff or _RELEVANT.fullmatch(words) or _is_first_name(words, lexicon):
        return True
    undertakes = _undertakes(lexicon).match(text, index) is not None
    return undertakes and SHORT_OFFICE.fullmatch(words) is not None


def _is_first_name(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a subject is a first name alone, as small bodies call their members."""
    named = words.istitle() and words.isalpha() and len(words) > _SHORTEST_NAME
    return named and words.lower() in word_set(lexicon, "names", "masculine", "feminine", "either")


def _undertaken_for(
    sentence: Sentence, index: int, boundary: str, lexicon: Lexicon
) -> Taker | None:
    """Return who took a task on behind a reason or a thing ("which the Clerk agreed to send")."""
    told = boundary in _TELL_OF_UNDERTAKING
    if not told or _undertakes(lexicon).match(sentence.text, index) is None:
        return None
    mention = _mention_before(sentence.text, index, lexicon)
    return Taker(mention.start, mention.label) if mention is not None else None


def _acts(subject: Mention, words: str) -> bool:
    """Tell whether a subject is somebody who can take a task on: a person, a post, officers."""
    return subject.type in ("person", "role") or _are_staff(words)


def _are_staff(words: str) -> bool:
    """Tell whether words name those who work for the body, several of them."""
    return words.lower().endswith(("officers", "staff"))


def _joins_names(text: str, found: re.Match[str]) -> bool:
    """Tell whether "and" stands between two capitalised words, as within an office's name."""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    return after[:1].isupper() and before.split(" ")[-1][:1].isupper()


def _elided(
    sentence: Sentence, index: int, boundary: str, label: str | None, lexicon: Lexicon
) -> Taker | None:
    """Return who takes on a task whose verb has no subject of its own ("..., and undertook to").

    That is the subject of the sentence, or in a list of what somebody said the speaker.
    """
    undertakes = boundary == "who" and _undertakes(lexicon).match(sentence.text, index) is not None
    if index > 0 and boundary not in _BEGINS_WITHOUT_SUBJECT and not undertakes:
        return None
    if boundary == "and" and _goes_on(sentence.text, index, lexicon):
        return None
    mention = MentionReader(sentence.text, tokenise(sentence.text[:index]), lexicon).read(0)
    if mention is not None and _may_undertake(mention):
        opens_clause = sentence.text[mention.end :].lstrip()[:1].islower()
        label = mention.label if opens_clause else label
    return Taker(index, label) if label is not None else None


def _goes_on(text: str, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb goes on about a thing ("that the works would begin and would take")."""
    found = _PARALLEL.search(text, 0, index) if _MODAL.match(text, index) is not None else None
    if found is None or found["subject"].split()[-1].lower() in _PRONOUNS:
        return False
    subject = subject_of(found["subject"], lexicon)
    return subject is None or not _acts(subject, found["subject"])


def _may_undertake(mention: Mention) -> bool:
    """Tell whether the subject that opens a sentence is somebody who may take a task on."""
    named = mention.titled and mention.type in ("person", "role")
    return named or (mention.type == "group" and _are_staff(mention.label))


def _mention_before(text: str, index: int, lexicon: Lexicon) -> Mention | None:
    """Return the person or office whose name ends right before a verb, wherever it begins."""
    tokens = tokenise(text[:index])
    reader = MentionReader(text, tokens, lexicon)
    replies = says(lexicon, "actions", "openings_of_replies", text) is not None
    if replies and (whole := _behind_comma(text, index, lexicon)) is not None:
        return whole
    places = range(max(0, len(tokens) - _LONGEST_NAME), len(tokens))
    for first in reversed(places) if replies else places:
        if first and (tokens[first - 1].capital or tokens[first - 1].lower in ("the", "a")):
            continue
        mention = reader.read(first)
        if mention is None or mention.after < len(tokens):
            continue
        if mention.type in ("person", "role"):
            return mention if mention.titled else None
    return None


def _behind_comma(text: str, index: int, lexicon: Lexicon) -> Mention | None:
    """Return who stands alone between a comma and a verb ("In reply, the Clerk and Cllr Orr")."""
    begin = text.rfind(",", 0, index) + 1
    subject = subject_of(text[begin:index], lexicon) if begin else None
    if subject is None or not _has_office(subject):
        return None
    begin += len(text[begin:index]) - len(text[begin:index].lstrip())
    return subject._replace(start=begin + subject.start, end=begin + subject.end)


# ---------------------------------------------------------------- patterns


@cache
def _boundary(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for what a clause begins after: a conjunction, a verb of speech, a mark."""
    words = source(lexicon, "actions", "clause_boundaries", "unsure_openers")
    return re.compile(rf"\b(?:{words})\b|{_MARKS}|\b(?-i:RESOLVED|AGREED)\b", re.I)


@cache
def _undertakes(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a word by which somebody takes a task on ("..., who undertook to")."""
    return re.compile(rf"(?:{source(lexicon, 'actions', 'undertakings')})\b")


@cache
def _agreed_job(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "agreed to" with a task or a job behind it."""
    verbs, jobs = (
        source(lexicon, "actions", "undertakings"),
        source(lexicon, "actions", "tasks", "jobs"),
    )
    return re.compile(rf"(?:{verbs})\s+to\s+(?:{jobs})\b")


@cache
def _lead_in(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words around a subject that are no part of it ("therefore he then")."""
    before, after = (
        source(lexicon, "actions", "before_subjects"),
        source(lexicon, "actions", "after_subjects"),
    )
    return re.compile(rf"^(?:(?:{before})\s+)+|\s+(?:{after})$", re.I)


@cache
def _told(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source(lexicon, 'actions', 'tellers')})\b(?:\s+that)?\s*$")


@cache
def _after_have(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon, 'actions', 'perfect').pattern}\s*$")
