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
from functools import cache, lru_cache

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


@dataclass(frozen=True, eq=False)
class Wording:
    """The phrases of one sense, compiled.

    Attributes:
        cues: Words of which at least one stands in every match; None where there is no such set.
        needs: What the phrases that turn on a cue need, by the cue.
        pattern: The phrases as one pattern.
        inside: Those that may stand further in, as one pattern; None where there are none.
    """

    cues: frozenset[str] | None
    needs: Mapping[str, Sequence[Needs]]
    pattern: re.Pattern[str]
    inside: re.Pattern[str] | None

    def find(self, text: str, words: Set[str] | None = None) -> re.Match[str] | None:
        """Return where the wording stands in a text.

        Args:
            text: The text.
            words: Its words in lower case, or more; where they are given and hold no cue the text
                is not searched.
        """
        if words is not None and not self._may_stand(text, words):
            return None
        if self.inside is self.pattern:
            return self.pattern.search(text)
        # Most phrases that stand at the beginning begin with a gap: they are tried there alone.
        return self.pattern.match(text) or (self.inside and self.inside.search(text))

    def _may_stand(self, text: str, words: Set[str]) -> bool:
        """Tell whether a text, or more than it, holds a cue and all that its phrase needs."""
        if self.cues is None:
            return True
        if self.cues.isdisjoint(words):
            return False
        own = words_of(text)
        phrases = (needs for cue in own.intersection(self.needs) for needs in self.needs[cue])
        return any(all(map(own.intersection, needs)) for needs in phrases)


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
    sources = [f"(?:{source})" for source, _ in compiled]
    further = [
        source for source, phrase in zip(sources, phrases, strict=True) if phrase[:2] != "^ "
    ]
    pattern = re.compile("|".join(sources), re.I | re.S)
    inside = pattern if further == sources else re.compile("|".join(further), re.I | re.S)
    return Wording(cues, needs, pattern, inside if further else None)


@lru_cache(maxsize=64)
def sections_for(lexicon: Lexicon, words: frozenset[str], file: str = "wordings") -> Set[str]:
    """Return the sections of a file of wordings of which one may stand among words.

    A clause is held against dozens of sections, one after another; its words tell them all at
    once.
    """
    anywhere, by_word = _sections_by_word(lexicon, file)
    return anywhere.union(*(by_word[word] for word in words if word in by_word))


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


def _by_cue(phrases: Sequence[Needs]) -> dict[str, list[Needs]]:
    """Return what phrases need by the words that rule each out most often."""
    found: dict[str, list[Needs]] = {}
    for needs in filter(None, phrases):
        for cue in min(needs, key=lambda words: (len(words & _COMMON), len(words))):
            found.setdefault(cue, []).append(needs)
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
