"""What a figure counts, as words that can be compared: the noun phrase without its wording.

Two subjects are one where the same words are left of them once articles, plurals and other words
that change nothing are gone, and phrases that mean the same have one name. The order of the words
does not count. A word more or less does: "new foster carers" are not all foster carers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from minutesparse.lexicons import Lexicon

Key = tuple[str, ...]
"""The words that are left of a subject, sorted."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST_SLIP = 6  # letters; in a shorter word another letter soon makes another word
_SHORTEST_PLURAL = 4
_NO_PLURAL_ENDINGS = ("ss", "us", "is")


@dataclass(frozen=True, eq=False)
class SubjectWords:
    """The lexicon of subjects, made ready for looking phrases up.

    Attributes:
        phrases: What a phrase stands for, by its words in the singular; None for nothing.
        passing: Words that change nothing and may stand within a phrase.
        behind: Phrases that change nothing at the end of a subject.
        dangling: Words with which no subject ends.
        longest: Words of the longest phrase.
        singulars: Singular of a plural that does not end in -s.
        wholes: For a part, the wholes that it may be written behind.
        names: The names of phrases that mean the same.
        known: Every word of the lexicon.
    """

    phrases: Mapping[tuple[str, ...], str | None]
    passing: frozenset[str]
    behind: frozenset[tuple[str, ...]]
    dangling: frozenset[str]
    longest: int
    singulars: Mapping[str, str]
    wholes: Mapping[str, frozenset[str]]
    names: frozenset[str]
    known: frozenset[str]


@cache
def subject_words(lexicon: Lexicon) -> SubjectWords:
    """Return the words that subjects are compared by, made once a lexicon."""
    singulars = {
        plural: singular
        for singular, plurals in lexicon.table("subjects", "plurals").items()
        for plural in plurals
    }

    def plain(phrase: str) -> tuple[str, ...]:
        return tuple(_singular(word, singulars) for word in words_of(phrase))

    phrases: dict[tuple[str, ...], str | None] = {
        plain(phrase): None for phrase in lexicon.phrases("subjects", "ignored")
    }
    for name, same in lexicon.table("subjects", "same").items():
        phrases |= {plain(phrase): name for phrase in same}
    parts = lexicon.table("subjects", "parts")
    return SubjectWords(
        phrases,
        frozenset(lexicon.phrases("subjects", "passing")),
        frozenset(plain(one) for one in lexicon.phrases("subjects", "behind")),
        frozenset(lexicon.phrases("subjects", "dangling")),
        max(map(len, phrases)),
        singulars,
        {part: frozenset(wholes) for part, wholes in parts.items()},
        frozenset(name for name in phrases.values() if name is not None),
        frozenset(
            word
            for same in lexicon.table("subjects", "same").values()
            for phrase in same
            for word in words_of(phrase)
        ),
    )


def words_of(subject: str) -> list[str]:
    """Return the words of a subject in lower case, those with a hyphen apart.

    >>> words_of("Looked-After Children’s homes")
    ['looked', 'after', "children's", 'homes']
    """
    return [word.replace("’", "'") for word in _WORD.findall(subject.casefold())]


def key_of(words: Sequence[str], lexicon: SubjectWords) -> Key:
    """Return what is left of a subject's words once their wording is gone.

    Nothing is left of a subject that breaks off ("households on"): it does not say what is counted.

    Args:
        words: The words, as :func:`words_of` gives them.
        lexicon: The phrases that mean the same, or nothing.
    """
    if words and words[-1] in lexicon.dangling:
        return ()
    plain = [_singular(word, lexicon.singulars) for word in words if word not in lexicon.passing]
    left = set(_named(_without_place(plain, lexicon), lexicon))
    wholes = {whole for part in left for whole in lexicon.wholes.get(part, ())}
    return tuple(sorted(left - wholes))


def _without_place(words: Sequence[str], lexicon: SubjectWords) -> Sequence[str]:
    """Return words without a phrase at their end that changes nothing ("in the borough")."""
    ends = (end for end in lexicon.behind if tuple(words[-len(end) :]) == end)
    end = next(ends, ())
    return words[: len(words) - len(end)]


def _named(words: Sequence[str], lexicon: SubjectWords) -> Iterator[str]:
    """Yield names of phrases and single words, the longest phrase at each place."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + lexicon.longest), at, -1):
            phrase = tuple(words[at:end])
            if phrase in lexicon.phrases:
                name = lexicon.phrases[phrase]
                if name is not None:
                    yield name
                at = end
                break
        else:
            yield words[at]
            at += 1


def _singular(word: str, singulars: Mapping[str, str]) -> str:
    """Return a noun in the singular, as far as its form tells."""
    word = word.removesuffix("'s")
    if word in singulars:
        return singulars[word]
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL_ENDINGS):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


class Spelling:
    """Mends slips of one letter by the words that the whole archive uses.

    A word that stands in one meeting alone, and is one edit from a word of several, is a slip for
    it. Words that both stand in several meetings are two words, however near.

    Args:
        uses: In how many meetings each word stands.
        known: Words that are no slips wherever they stand.
    """

    def __init__(self, uses: Mapping[str, int], known: Iterable[str]) -> None:
        self._right = {word for word, meetings in uses.items() if meetings > 1} | set(known)
        self._near: dict[str, list[str]] = {}
        for word in sorted(self._right):
            if len(word) >= _SHORTEST_SLIP:
                for short in _shortened(word):
                    self._near.setdefault(short, []).append(word)

    def mended(self, word: str) -> str:
        """Return the word that a slip stands for, and every other word as it is."""
        if word in self._right or len(word) < _SHORTEST_SLIP or not word.isalpha():
            return word
        near = {one for short in _shortened(word) for one in self._near.get(short, ())}
        right = {one for one in near if one[0] == word[0] and OSA.distance(one, word) == 1}
        return right.pop() if len(right) == 1 else word


def _shortened(word: str) -> Iterator[str]:
    """Yield a word, and it without each of its letters: slips of one letter share one of these."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
