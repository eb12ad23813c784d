"""Words of actions as patterns, made once from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.wordings import wording


def says(
    lexicon: Lexicon, section: str, text: str, words: AbstractSet[str] | None = None
) -> re.Match[str] | None:
    """Return where a text says what a section of ``actions.yaml`` has phrases for, or None.

    Args:
        lexicon: The lexicon.
        section: A section in the notation of :mod:`minutesparse.lexicons.wordings`.
        text: The words in question.
        words: The words of the text, or of more, in lower case: a text without a cue is not
            searched.
    """
    return wording(lexicon, section, "actions").find(text, words)


@cache
def source(lexicon: Lexicon, *sections: str) -> str:
    """Return the source of a pattern for any word of some sections that are lists."""
    return alternation(word for name in sections for word in lexicon.phrases("actions", name))


@cache
def any_of(lexicon: Lexicon, *sections: str) -> re.Pattern[str]:
    """Return a pattern for any word of some sections, as a whole word in any case."""
    return re.compile(rf"\b(?:{source(lexicon, *sections)})\b", re.I)


@cache
def word_set(lexicon: Lexicon, *sections: str) -> frozenset[str]:
    """Return the words of some sections that are lists."""
    return frozenset(word for name in sections for word in lexicon.phrases("actions", name))
