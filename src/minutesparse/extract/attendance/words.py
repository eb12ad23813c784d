"""The attendance lexicon, made ready for looking words up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.naming import NameWords, name_words

Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class AttendanceWords:
    """Sets of lower-case words and phrases of ``attendance.yaml``, and the words of names.

    Attributes:
        names: Titles, offices and the like, from ``speakers.yaml``.
        presence: Status and phrases, in the order in which a label is tried.
        guests: Phrases for people who attend without being members.
        members: Phrases for members.
        label_words: Every lower-case word that a label can hold.
        offices: Words that offices are made of, and no first word of a person's name.
        bodies: Words that bodies are made of, and no part of a person's name.
        heading_words: Words that the titles of items are made of.
    """

    names: NameWords
    presence: tuple[tuple[str, Phrases], ...]
    guests: Phrases
    members: Phrases
    label_words: frozenset[str]
    closing: Phrases
    signatures: Phrases
    none: Phrases
    crowd: Phrases
    prose: frozenset[str]
    relative: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    office_parts: frozenset[str]
    given_too: frozenset[str]
    surnames_too: frozenset[str]
    member_offices: frozenset[str]
    heads: frozenset[str]
    short_offices: frozenset[str]
    post_nominals: frozenset[str]
    parties: frozenset[str]
    qualifiers: frozenset[str]
    titles: Phrases
    plural_titles: Phrases
    addressed: Phrases
    present_marks: frozenset[str]
    guest_marks: Phrases
    numbers: frozenset[str]
    participles: frozenset[str]
    crowd_nouns: frozenset[str]
    chairs: frozenset[str]
    abbreviations: frozenset[str]
    standing_in: frozenset[str]
    coming: frozenset[str]
    modes: frozenset[str]
    heading_words: frozenset[str]


@cache
def attendance_words(lexicon: Lexicon) -> AttendanceWords:
    """Return the words that the attendance rules look up, made once a lexicon."""
    names = name_words(lexicon)

    def words(section: str) -> frozenset[str]:
        return frozenset(lexicon.phrases("attendance", section))

    def phrases(section: str) -> Phrases:
        return _split(lexicon.phrases("attendance", section))

    groups = lexicon.table("attendance", "groups")
    return AttendanceWords(
        names=names,
        presence=tuple(
            (status, _split(listed))
            for status, listed in lexicon.table("attendance", "presence").items()
        ),
        guests=_split(groups["guests"]),
        members=_split(groups["members"]),
        label_words=words("lead_in_words") | _single_words(lexicon) | _words_of(phrases("modes")),
        closing=phrases("closing_labels"),
        signatures=phrases("signatures"),
        none=phrases("none_forms"),
        crowd=phrases("crowd_words"),
        prose=words("prose_words"),
        relative=words("relative_words"),
        bodies=words("organisation_words"),
        offices=words("office_words") | names.role_openers,
        office_parts=words("office_words") | names.role_openers | names.role_heads,
        given_too=words("given_names_too"),
        surnames_too=words("surnames_too"),
        member_offices=words("member_offices"),
        heads=names.role_heads | words("further_heads"),
        short_offices=words("short_offices"),
        post_nominals=words("post_nominals") | names.post_nominals,
        parties=words("parties"),
        qualifiers=words("name_qualifiers"),
        titles=names.titles | phrases("further_titles"),
        plural_titles=phrases("plural_titles"),
        addressed=phrases("addressed_offices"),
        present_marks=words("present_marks"),
        guest_marks=phrases("guest_marks"),
        numbers=words("numbers"),
        participles=words("participles"),
        crowd_nouns=words("crowd_nouns"),
        chairs=words("chair_words"),
        abbreviations=words("abbreviations"),
        standing_in=words("standing_in_words"),
        coming=words("coming_words"),
        modes=words("modes"),
        heading_words=frozenset(
            word for title in lexicon.phrases("headings", "item_titles") for word in title.split()
        ),
    )


def _words_of(phrases: Phrases) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase)


def _single_words(lexicon: Lexicon) -> frozenset[str]:
    """Return every word of the phrases that a label's meaning turns on."""
    tables = (lexicon.table("attendance", name) for name in ("presence", "groups"))
    phrases = (phrase for table in tables for listed in table.values() for phrase in listed)
    return frozenset(word for phrase in phrases for word in phrase.split())


def _split(listed: Iterable[str]) -> Phrases:
    return frozenset(tuple(phrase.split()) for phrase in listed)
