"""Wordings: turns of phrase written as a reader would, and looked for fast.

A wording is a list of phrases in a small notation, one sense each:

========== =====================================================================
``word``   the word, in any case; ``word*`` any word that begins so
``a|b|c``  one of several; ``_`` is a space within one of them
``(word)`` the word or nothing
``~3``     up to three words of any kind
``...``    anything, up to eighty characters
``^``      the phrase stands at the beginning
``$``      the phrase stands at the end
========== =====================================================================

Every phrase has words without which it cannot occur. A clause that has not those of any phrase is
never searched, which spares most searches.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from minutesparse.errors import LexiconError
from minutesparse.lexicons import Lexicon
from minutesparse.text import words_of

_COMMON = frozenset(
    """the a an was were is are had has have be been being to of in on at by for and or that
    there no not it they this his her their with as from any""".split()
)
Needs = tuple[frozenset[str], ...]
"""Sets of words; a phrase has a word of each."""

_WORD = re.compile(r"[\w'’/-]+\*?")


class _Phrase(NamedTuple):
    """One phrase.

    Attributes:
        source: The source of its pattern.
        opens: True where it stands at the beginning.
    """

    source: str
    opens: bool

    def find(self, text: str) -> re.Match[str] | None:
        """Return where the phrase stands in a text."""
        pattern = _compiled(self.source)
        return pattern.match(text) if self.opens else pattern.search(text)


@dataclass(frozen=True, eq=False)
class Wording:
    """The phrases of one sense.

    Attributes:
        cues: Words of which at least one stands in every match; None where there is no such set.
        needs: What the phrases that turn on a cue need, and which they are, by the cue.
        phrases: The phrases.
    """

    cues: frozenset[str] | None
    needs: Mapping[str, Sequence[tuple[Needs, int]]]
    phrases: Sequence[_Phrase]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrases as one pattern."""
        return _compiled("|".join(phrase.source for phrase in self.phrases))

    def find(self, text: str, words: Set[str] | None = None) -> re.Match[str] | None:
        """Return where the wording stands in a text: the first place, there the first phrase.

        Args:
            text: The text.
            words: Its words in lower case, or more; where they are given and hold no cue the text
                is not searched.
        """
        if words is None or self.cues is None:
            return self.pattern.search(text)
        if self.cues.isdisjoint(words):
            return None
        first: re.Match[str] | None = None
        for place in self._possible(words_of(text)):
            found = self.phrases[place].find(text)
            if found is not None and (first is None or found.start() < first.start()):
                first = found
        return first

    def _possible(self, words: frozenset[str]) -> list[int]:
        """Return the phrases that can stand among words, in order."""
        found: set[int] = set()
        for cue in words.intersection(self.cues or self.needs):
            for need, place in self.needs[cue]:
                if not any(map(words.isdisjoint, need)):
                    found.add(place)
        return sorted(found)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.I | re.S)


@cache
def wording(lexicon: Lexicon, section: str, file: str = "wordings") -> Wording:
    """Return a section of phrases, compiled once a lexicon.

    Args:
        lexicon: The lexicon.
        section: The section's name.
        file: The lexicon file that holds it.

    Raises:
        LexiconError: A phrase is not in the notation.
    """
    phrases = lexicon.phrases(file, section)
    compiled = [_phrase(f"{file}.yaml: {section}: '{phrase}'", phrase) for phrase in phrases]
    needs = _by_cue([needed for _, needed in compiled])
    cues = frozenset(needs) if all(needed for _, needed in compiled) else None
    made = [
        _Phrase(f"(?:{source})", phrase.startswith("^ "))
        for (source, _), phrase in zip(compiled, phrases, strict=True)
    ]
    return Wording(cues, needs, made)


@lru_cache(maxsize=64)
def sections_for(lexicon: Lexicon, words: frozenset[str], file: str = "wordings") -> Set[str]:
    """Return the sections of a file of wordings of which one may stand among words.

    A clause is held against dozens of sections, one after another; its words tell them all at
    once.
    """
    anywhere, by_word = _sections_by_word(lexicon, file)
    return anywhere.union(*[by_word[word] for word in words if word in by_word])


@cache
def _sections_by_word(
    lexicon: Lexicon, file: str
) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """Return the sections without cues, and those with, by each of their cues."""
    anywhere: set[str] = set()
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for section in lexicon.files[file]:
        cues = wording(lexicon, section, file).cues
        if cues is None:
            anywhere.add(section)
        for cue in cues or ():
            by_word[cue].add(section)
    return frozenset(anywhere), {word: frozenset(found) for word, found in by_word.items()}


def _by_cue(phrases: Sequence[Needs]) -> dict[str, list[tuple[Needs, int]]]:
    """Return what phrases need, and their places, by the words that rule each out most often."""
    found: dict[str, list[tuple[Needs, int]]] = {}
    for place, needs in enumerate(phrases):
        for cue in min(needs, key=lambda words: (len(words & _COMMON), len(words)), default=()):
            found.setdefault(cue, []).append((needs, place))
    return found


def _phrase(where: str, phrase: str) -> tuple[str, Needs]:
    """Return the source of a phrase's pattern and the words it cannot do without."""
    source = ""
    gap = ""
    cues: list[frozenset[str]] = []
    for term in phrase.split():
        if term == "^":
            source += r"\A\W{0,2}"
        elif term == "$":
            source += r"\W*\Z"
        elif term == "...":
            source, gap = source + r"\b.{0,80}?\b", ""
        elif term[0] == "~" and term[1:].isdigit():
            source, gap = source + gap + rf"(?:\S+\s+){{0,{term[1:]}}}?", ""
        elif term[0] == "(" and term[-1] == ")":
            source, gap = source + gap + rf"(?:{_choice(where, term[1:-1])}\s+)?", ""
        else:
            source, gap = source + gap + _choice(where, term), r"\s+"
            cues.append(_first_words(term))
    return source, tuple(cue for cue in cues if cue)


def _choice(where: str, term: str) -> str:
    choices = []
    for choice in term.split("|"):
        words = choice.split("_")
        if not all(_WORD.fullmatch(word) for word in words):
            raise LexiconError(f"{where}: '{term}' is not understood.")
        choices.append(r"\s+".join(_escaped(word) for word in words))
    return (
        rf"\b(?:{'|'.join(choices)})\b" if not term.endswith("*") else rf"\b(?:{'|'.join(choices)})"
    )


def _escaped(word: str) -> str:
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


def _first_words(term: str) -> frozenset[str]:
    """Return the rarest word of each choice; an empty set where one of them has none."""
    words = set()
    for choice in term.lower().split("|"):
        plain = [word for word in choice.split("_") if word.isalpha()]
        rare = [word for word in plain if word not in _COMMON] or plain
        if not rare:
            return frozenset()
        words.add(max(rare, key=len))
    return frozenset(words)
