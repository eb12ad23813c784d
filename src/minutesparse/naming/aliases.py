"""Short forms that a document gives itself: "the Director of Midwifery (DOM)", later "the DOM"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from minutesparse.lexicons import Lexicon
from minutesparse.naming.words import NameWords, name_words

_DEFINED = re.compile(
    r"(?P<long>(?:[A-Z][\w'’-]{0,40}|of|for|and|the|to|&|in)(?:,?\s+(?:[A-Z][\w'’-]{0,40}|of|for|and|the|to|&|in)){1,9})"
    r"\s+\(\"?(?P<short>[A-Z][A-Za-z&]{1,6})\"?\)"
)
_NAMED_SHORT = re.compile(r"\b([A-Z][a-z]{3,})(?:\s+[A-Z&][\w'’-]*){1,4}\s+\(\"?\1\"?\)")
_SHORT = re.compile(r"\(\"?[A-Z][A-Za-z&]{1,6}\"?\)")
_AMID = frozenset("_'’-,&")  # marks between or within the words of a long form
_SHORT_NAME = re.compile(r"\(\"?[A-Z][a-z]{3,}\"?\)")
_NOBODY = frozenset(
    "Nobody Everyone Everybody Someone Somebody Anyone Others Another Neither None".split()
)
_BODIES = frozenset(
    "board partnership trust council panel committee forum authority service police agency "
    "association federation commission company group department ltd limited".split()
)


_INITIALS = 3
_SAYING = "asked|stated|said|advised|confirmed|noted|explained|queried|reported|responded|replied"
# Each letter that a title begins with stands first, so that the others are passed over unread.
_TITLED = re.compile(
    r"(?:M(?<!\wM)(?:rs?|s|iss|ayor|anager)|D(?<!\wD)(?:r|irector)|"
    r"C(?<!\wC)(?:ouncill?or|ouncilm\w+|ouncil\s+Member|ommissioner|llr|lr|r|hief)|"
    r"S(?<!\wS)(?:upervisor|electman)|A(?<!\wA)(?:lderman|ttorney)|P(?<!\wP)lanner|"
    r"T(?<!\wT)rustee|L(?<!\wL)ibrarian|E(?<!\wE)ngineer)\.?[^\S\n]+"
    r"(?:[A-Z](?:\.|[a-z]+)[^\S\n]+){0,2}([A-Z][a-z][\w'’-]+)"
)
_ALONE = re.compile(
    r"(?:^[ \t]*(?:[•·*o–-][ \t]*)?|[.?!”’)][ \t]+)([^\W\d_a-z][^\W\d_]{2,})"
    r"[ \t]+(?:also[ \t]+|then[ \t]+)?"
    r"(?:asked|said|felt|thought|replied|wondered|queried|enquired|inquired|commented|remarked|thanked|"
    r"asks|says|feels|thinks|replies|wonders|queries)\b",
    re.M,
)
_LOWER_WORD = re.compile(r"\b[^\W\d_]+\b")


@dataclass(frozen=True, slots=True)
class Aliases:
    """The short forms of one document.

    Attributes:
        offices: Short forms of offices.
        bodies: Short forms of bodies.
        surnames: Surnames that stand behind a title somewhere: later they may stand alone. So
            may the first and last names of those who attend.
        called: Words that ask, say or feel alone, and are no words of the page's prose.
    """

    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()

    def with_names(self, names: Iterable[str], lexicon: Lexicon) -> Aliases:
        """Return them with the first and last names of those who attend."""
        words = name_words(lexicon)
        ends = {end for name in names for end in (name.split()[0], name.split()[-1])}
        plain = {end for end in ends if _is_plain(end) and len(end) >= _INITIALS}
        alone = {end for end in plain - words.not_names if end.lower() not in words.role_heads}
        return replace(self, surnames=self.surnames | alone)


def find_aliases(text: str, lexicon: Lexicon) -> Aliases:
    """Return short forms in brackets behind what they stand for, and surnames behind titles."""
    words = name_words(lexicon)
    heads = words.role_heads
    offices: set[str] = set()
    bodies: set[str] = set()
    for found in _definitions(text):
        long = _abbreviated(found["long"].split(), found["short"])
        if not long:
            continue
        within = {word.strip(",").lower() for word in long}
        if within & heads:
            offices.add(found["short"])
        elif within & _BODIES or _speaks(found["short"], text):
            bodies.add(found["short"])
    if _SHORT_NAME.search(text):
        offices |= set(_NAMED_SHORT.findall(text))
    surnames = set(_TITLED.findall(text)) - words.not_names
    named = (name for name in surnames if name.lower() not in heads)
    return Aliases(frozenset(offices), frozenset(bodies), frozenset(named), _called(text, words))


def _definitions(text: str) -> Iterator[re.Match[str]]:
    """Yield each short form in brackets with the words before it that may be what it stands for."""
    for short in _SHORT.finditer(text):
        start = short.start()
        while start and _may_define(text[start - 1]):
            start -= 1
        found = _DEFINED.search(text, start, short.end())
        if found is not None:
            yield found


def _may_define(character: str) -> bool:
    return character.isalnum() or character in _AMID or character.isspace()


def _called(text: str, words: NameWords) -> frozenset[str]:
    """Return who is called by one word alone: "Jutta asked", "Lindqvist felt"."""
    alone = {name for name in _ALONE.findall(text) if name[1:].islower()}
    found = alone - words.not_names - _NOBODY
    if not found:
        return frozenset()
    prose = {word for word in _LOWER_WORD.findall(text) if word.islower()}
    return frozenset(
        name
        for name in found
        if (lower := name.lower()) not in prose
        and lower not in words.role_heads
        and lower not in words.body_nouns
        and lower not in words.pronouns
        and (lower,) not in words.groups
    )


def _is_plain(name: str) -> bool:
    """Tell whether a name is one word, or two that a hyphen joins ("Jo-Anne")."""
    return name.istitle() and name.replace("-", "").isalpha()


def _speaks(short: str, text: str) -> bool:
    """Tell whether a short form says something in the text."""
    if len(short) <= _INITIALS:
        return False
    return re.search(rf"\b{short}\s+(?:{_SAYING})\b", text) is not None


def _abbreviated(words: list[str], short: str) -> list[str]:
    """Return the last words whose initials make the short form, or an empty list."""
    letters = [letter.upper() for letter in short if letter.isalpha()]
    place = len(words)
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and words[place][0] != letter:
            if words[place][0].isupper() and words[place][0] not in letters:
                return _loosely(words, letters)
            place -= 1
        if place < 0:
            return _loosely(words, letters)
    return words[place:]


def _loosely(words: list[str], letters: list[str]) -> list[str]:
    """Accept a short form that counts small words too ("DOM": Director Of Midwifery)."""
    initials = [word[0].upper() for word in words]
    for start in range(len(words) - len(letters), -1, -1):
        if initials[start : start + len(letters)] == letters:
            return words[start:]
    return []
