"""Names of people in a form in which the roster's and those of minutes can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from minutesparse.naming import NameWords

_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^()]{0,200}\)|\"[^\"]{0,200}\"")
_SHORTEST_SLIP = 5  # letters; "Hale" and "Hall" are two names
_MOST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name, folded: lower case, without accents, apostrophes and hyphens.

    Attributes:
        given: Given names and initials.
        family: The words of the surname.
        title: What stands before the name, as one text; empty for nothing.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    title: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name."""
        return self.given + self.family


def read_name(text: str, words: NameWords, family: str = "") -> Name | None:
    """Return a name as it can be compared, or None where no letter is left of it.

    Titles before the name and letters behind it are taken off, "Hale, Ann" is turned round,
    capitals without stops are initials ("JA Hale"), and what stands in brackets is left out.

    Args:
        text: The name as written.
        words: The words that names are read by.
        family: The surname, where the source gives it by itself.
    """
    plain = _turned(_ASIDE.sub(" ", text), words)
    parts = _without_letters_behind(_PART.findall(plain.replace(".", " ").replace("-", " ")), words)
    titles = _titles(parts, words)
    left = _folded([*_initials(parts[titles:-1]), *parts[titles:][-1:]])
    if not left:
        return None
    last = len(_folded(_PART.findall(family.replace("-", " ")))) or _surname_words(
        text, left, words
    )
    at = max(len(left) - last, 0)
    return Name(left[:at], left[at:], " ".join(_folded(parts[:titles])))


def fits(label: Name, known: Name) -> bool:
    """Tell whether a name can be a shorter form of a known one: "Hale", "A Hale", "Ann Hale"."""
    words, family = label.words, known.family
    if words == known.words[-len(words) :] and len(words) >= len(family):
        return True
    return words[-len(family) :] == family and _can_be_one(words[: -len(family)], known.given)


def slipped_surname(label: Name, known: Name) -> bool:
    """Tell whether a surname is one slip away from a known one, and no given name clashes."""
    size = min(len(known.family), len(label.words))
    last, given = "".join(label.words[-size:]), label.words[:-size]
    return _is_slip(last, "".join(known.family)) and _can_be_one(given, known.given)


def slipped_given_name(label: Name, known: Name) -> bool:
    """Tell whether the surname is right, and the first given name is one slip away."""
    given = label.words[: -len(known.family)]
    if not (same_surname(label, known) and given and known.given):
        return False
    return _is_slip(given[0], known.given[0])


def same_surname(label: Name, known: Name) -> bool:
    """Tell whether two names end in the same surname."""
    return label.words[-len(known.family) :] == known.family


def _can_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether no given name clashes with its counterpart; an initial fits what it begins."""
    return all(
        first[0] == second[0] if 1 in (len(first), len(second)) else first == second
        for first, second in zip(one, other, strict=False)
    )


def _is_slip(written: str, right: str) -> bool:
    if len(right) < _SHORTEST_SLIP or not written or written[0] != right[0]:
        return False
    return OSA.distance(written, right, score_cutoff=1) == 1


def _turned(text: str, words: NameWords) -> str:
    """Return "Hale, Ann" as "Ann Hale", and "Ann Hale, MBE" as "Ann Hale"."""
    letters = {one.casefold() for one in words.post_nominals}
    parts = [
        part
        for part in text.split(",")
        if not set(part.replace(".", "").casefold().split()) <= letters
    ]
    return " ".join([*parts[1:], *parts[:1]])


def _without_letters_behind(parts: list[str], words: NameWords) -> list[str]:
    """Return the parts of a name without "MBE" and the like at its end."""
    while len(parts) > 1 and parts[-1] in words.post_nominals:
        parts = parts[:-1]
    return parts


def _titles(parts: Sequence[str], words: NameWords) -> int:
    """Return how many words at the beginning are titles; the last word never is one."""
    lowered = [part.casefold() for part in parts]
    at = 0
    while at < len(parts) - 1:
        sizes = [size for size in (3, 2, 1) if tuple(lowered[at : at + size]) in words.titles]
        step = next((size for size in sizes if at + size < len(parts)), 0)
        if not step:
            break
        at += step
    return at


def _initials(parts: Sequence[str]) -> list[str]:
    """Return given names with capitals that stand together as single letters."""
    return [
        letter
        for part in parts
        for letter in (part if part.isupper() and len(part) <= _MOST_INITIALS else [part])
    ]


def _surname_words(text: str, left: Sequence[str], words: NameWords) -> int:
    """Return how many words the surname has: the last, with particles and what a hyphen joins."""
    hyphened = text.replace("–", "-").split("-")
    size = 1
    if len(hyphened) > 1 and _folded(_PART.findall(hyphened[-1])) == (left[-1],):
        size = 2
    particles = {one for phrase in words.particles for one in _folded([phrase])}
    while size < len(left) - 1 and left[-size - 1] in particles:
        size += 1
    return size


def _folded(parts: Sequence[str]) -> tuple[str, ...]:
    plain = (unicodedata.normalize("NFKD", part.casefold()) for part in parts)
    letters = ("".join(one for one in part if one.isalpha()) for part in plain)
    return tuple(part for part in letters if part)
