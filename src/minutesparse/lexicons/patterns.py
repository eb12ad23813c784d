"""Sections of the lexicon as patterns, each made once a lexicon.

A section is named by its file and its name, as in :meth:`Lexicon.phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.wordings import wording
from minutesparse.text import words_of


def says(
    lexicon: Lexicon, file: str, section: str, text: str, words: AbstractSet[str] | None = None
) -> re.Match[str] | None:
    """Return where a text says what a section has phrases for, or None.

    Args:
        lexicon: The lexicon.
        file: The lexicon file that holds the section.
        section: A section in the notation of :mod:`minutesparse.lexicons.wordings`.
        text: The words in question.
        words: The words of the text, or of more, in lower case: a text without a cue is not
            searched.
    """
    return wording(lexicon, section, file).find(text, words)


@cache
def source(lexicon: Lexicon, file: str, *sections: str) -> str:
    """Return the source of a pattern for any word of some sections that are lists."""
    return alternation(word for name in sections for word in lexicon.phrases(file, name))


@cache
def any_of(lexicon: Lexicon, file: str, *sections: str) -> re.Pattern[str]:
    """Return a pattern for any word of some sections, as a whole word in any case."""
    return re.compile(rf"\b(?:{source(lexicon, file, *sections)})\b", re.I)


@cache
def exactly(lexicon: Lexicon, file: str, section: str) -> re.Pattern[str]:
    """Return a pattern for any word of a section as it is written there ("may", never "May")."""
    return re.compile(rf"\b(?:{source(lexicon, file, section)})\b")


def somewhere(letters: str, wordings: str, *, any_case: bool = False) -> re.Pattern[str]:
    """Return a pattern that tells whether one of some wordings begins at a word of a text.

    Searching passes over all but a few letters, at a third of the cost of a boundary that is asked
    for at every character. What is found is the first letter alone.

    Args:
        letters: Every letter that a wording begins with, small where any case will do.
        wordings: What may begin there, as the source of a pattern.
        any_case: Whether the case of the letters does not matter.
    """
    if any_case:
        # Without regard to case a long s is an s too.
        letters += letters.upper() + "\u017f" * ("s" in letters)
        wordings = f"(?i:{wordings})"
    return re.compile(rf"[{letters}](?<=\b.)(?<=(?={wordings}).)")


@cache
def word_set(lexicon: Lexicon, file: str, *sections: str) -> frozenset[str]:
    """Return the words of some sections that are lists."""
    return frozenset(word for name in sections for word in lexicon.phrases(file, name))


@cache
def values(lexicon: Lexicon, file: str, section: str) -> dict[str, str]:
    """Return a section that is a table as what every word stands for ("lapsed": "lost")."""
    table = lexicon.table(file, section)
    return {word: name for name in reversed(list(table)) for word in table[name]}


@cache
def cue_words(lexicon: Lexicon, file: str, section: str) -> frozenset[str]:
    """Return words of which a text that holds a word of a section has at least one.

    A list or a table serves; of "carried forward" the cue is "forward", its longest word.
    """
    found = lexicon.files[file][section]
    phrases = (
        found if isinstance(found, tuple) else [word for row in found.values() for word in row]
    )
    return frozenset(
        max(words_of(phrase), key=lambda word: (len(word), word)) for phrase in phrases
    )


@cache
def body_did(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a body and what it did, at a point's beginning ("The Forum noted")."""
    did = source(lexicon, "decisions", "done_by_bodies")
    return re.compile(rf"(?:The\s+)?[A-Z]\w+(?:\s+[A-Z][\w-]+){{0,4}}\s+(?:{did})\b")
