"""The lexicon's words, made ready once: sets to look up and phrases to match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Protocol

from minutesparse.extract.quantities.model import Direction, Kind
from minutesparse.extract.quantities.tokens import DASHES, cut
from minutesparse.lexicons import Lexicon
from minutesparse.text import words_of

_DIGIT = re.compile(r"[0-9½¼¾⅓⅔]")
_CLOSED = (
    "auxiliaries",
    "determiners",
    "pronouns",
    "subordinators",
    "prepositions",
    "verbs",
    "adverbs",
)
_DIRECTIONS: tuple[Direction, ...] = ("up", "down", "stable")
_MEASURING = ("ages", "shares", "hundredths", "currency_words", "units")
_OPENING_SIGNS = ("a", "an", "+", *DASHES)
_MARKED = ("and", "or", "nor", "one", "per", "cent", "percent")
_UNIT_KINDS: Mapping[str, Kind] = {
    "durations": "duration",
    "distances": "distance",
    "others": "other",
}


Row = tuple[tuple[str, ...], str]
Rows = tuple[Row, ...]


class Lowered(Protocol):
    """Whatever has its tokens in lower case, with a margin of empty words."""

    @property
    def lowers(self) -> Sequence[str]:
        """The tokens."""


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases with the name that each stands for; the longest one at a token wins."""

    by_first: Mapping[str, Rows]
    by_last: Mapping[str, Rows]

    def after(self, reading: Lowered, at: int) -> tuple[str, int] | None:
        """Return the name of the phrase that begins at a token, and the token after it."""
        lowers = reading.lowers
        return self.at(lowers, at) if lowers[at] in self.by_first else None

    def at(self, lowers: Sequence[str], at: int) -> tuple[str, int] | None:
        """Return the name of the phrase that begins at a word, and the word after it."""
        for words, name in self.by_first.get(lowers[at], ()):
            end = _matches(lowers, at, words)
            if end is not None:
                return name, end
        return None

    def before(self, reading: Lowered, at: int) -> tuple[str, int] | None:
        """Return the name of the longest phrase that ends before a token, and its first token."""
        lowers = reading.lowers
        for words, name in self.by_last.get(lowers[at - 1], ()):
            start = at - len(words)
            if start >= 0 and _matches(lowers, start, words) == at:
                return name, start
        return None

    def first_in(self, lowers: Sequence[str]) -> int | None:
        """Return the first word at which a phrase begins."""
        if self.by_first.keys().isdisjoint(lowers):
            return None
        places = (at for at, word in enumerate(lowers) if word in self.by_first)
        return next((at for at in places if self.at(lowers, at)), None)


def phrase_table(named: Mapping[str, Iterable[str]]) -> PhraseTable:
    """Return the table of some named phrases."""
    rows = [
        (tuple(map(str.lower, cut(phrase, ()).lowers)), name)
        for name, phrases in named.items()
        for phrase in phrases
    ]
    rows.sort(key=_length, reverse=True)
    return PhraseTable(_grouped(rows, 0), _grouped(rows, -1))


def _grouped(rows: list[Row], place: int) -> dict[str, Rows]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row[0][place], []).append(row)
    return {word: tuple(found) for word, found in grouped.items()}


def _length(row: Row) -> int:
    return len(row[0])


def _matches(lowers: Sequence[str], at: int, words: tuple[str, ...]) -> int | None:
    """Return the token after a phrase that begins at a token; a dash may join its words."""
    if lowers[at] != words[0]:
        return None
    at += 1
    for word in words[1:]:
        if word != "-" and lowers[at] in DASHES:
            at += 1
        if lowers[at] != word:
            return None
        at += 1
    return at


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Everything the rules look words up in.

    Attributes:
        cardinals: Number words and their values.
        scales: Words that multiply the number before them.
        suffixes: Letters that multiply the digits that they are glued to.
        fractions: Words for parts, with the number of parts.
        vulgar: Fractions that are one character.
        triggers: Words without which a text without digits holds no figure.
        splitting: First parts of hyphenated words that are cut off.
        unit_kinds: Unit name to the kind of quantity that it measures.
        tables: Phrases with the name they stand for, by their section.
        closed: Function words and verbs, with the section that each is read by.
        marked: Words that a rule for the part of speech looks at.
        openers: Words and signs that a figure may begin with.
        measuring: Words and signs that a unit may begin with.
        in_adverbials: Words of "in fact", "no longer", "by now".
        telling: Words and signs that may begin what a passage is about.
        sets: Plain lists, in lower case, by their section.
        directions: Words that say which way a figure moved.
        dollar_hints: Words that say whose dollar it is, with their currency code.
        dollar_hints_shared: The same, for words that a neighbouring country uses too.
        dollar_letters: Letters that say so.
    """

    cardinals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    vulgar: Mapping[str, Decimal]
    triggers: frozenset[str]
    splitting: frozenset[str]
    unit_kinds: Mapping[str, Kind]
    tables: Mapping[str, PhraseTable]
    closed: Mapping[str, str]
    marked: frozenset[str]
    openers: frozenset[str]
    measuring: frozenset[str]
    in_adverbials: frozenset[str]
    telling: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    directions: Mapping[str, Direction]
    dollar_hints: Mapping[str, str]
    dollar_hints_shared: Mapping[str, str]
    dollar_letters: Mapping[str, str]

    def may_hold_figure(self, text: str) -> bool:
        """Return whether a text holds a digit or a number word at all."""
        return bool(_DIGIT.search(text)) or not self.triggers.isdisjoint(words_of(text))


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Return the vocabulary of a lexicon; made once for each."""
    cardinals = _values(lexicon, "cardinals")
    scales = _values(lexicon, "scales")
    fractions = _values(lexicon, "fractions")
    numerals = frozenset([*cardinals, *scales, *fractions])
    units = {section: lexicon.table("units", section) for section in _UNIT_KINDS}
    closed = _closed(lexicon)
    joints = {phrase.split()[0] for phrase in lexicon.phrases("sentences", "compound_prepositions")}
    tables, sets, vulgar = _tables(lexicon), _sets(lexicon), _values(lexicon, "vulgar")
    return Vocabulary(
        cardinals=cardinals,
        scales=scales,
        suffixes=_values(lexicon, "suffixes"),
        fractions=fractions,
        vulgar=vulgar,
        triggers=numerals,
        splitting=numerals,
        unit_kinds={name: _UNIT_KINDS[section] for section in units for name in units[section]},
        tables=tables,
        closed=closed,
        marked=frozenset([*closed, *cardinals, *scales, *joints, *_MARKED]),
        openers=frozenset([*numerals, *vulgar, *tables["currencies"].by_first, *_OPENING_SIGNS]),
        measuring=frozenset(word for name in _MEASURING for word in tables[name].by_first),
        in_adverbials=_words_of(lexicon.phrases("sentences", "compound_adverbs")),
        telling=frozenset(
            [
                *sets["matters"],
                *tables["answer_openings"].by_first,
                *tables["topics"].by_first,
                ":",
                *DASHES,
            ]
        ),
        sets=sets,
        directions={word: way for way in reversed(_DIRECTIONS) for word in sets[way]},
        dollar_hints=_inverted(lexicon.table("units", "dollar_hints")),
        dollar_hints_shared=_inverted(lexicon.table("units", "dollar_hints_shared")),
        dollar_letters=_inverted(lexicon.table("units", "dollar_letters")),
    )


def _words_of(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in cut(phrase, ()).lowers)


def _inverted(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


def _values(lexicon: Lexicon, section: str) -> dict[str, Decimal]:
    inverted = _inverted(lexicon.table("numbers", section))
    return {word.lower(): Decimal(value) for word, value in inverted.items()}


def _tables(lexicon: Lexicon) -> dict[str, PhraseTable]:
    """Return every section as phrases: a table under its names, a list under its own name."""
    tables = {}
    for file in ("numbers", "units", "figures", "sentences"):
        for section, body in lexicon.files[file].items():
            named = {section: body} if isinstance(body, tuple) else body
            tables[section] = phrase_table(named)
    tables["units"] = phrase_table(
        {
            name: forms
            for section in _UNIT_KINDS
            for name, forms in lexicon.table("units", section).items()
        }
    )
    tables["shares"] = phrase_table(
        {
            "percent": lexicon.phrases("units", "percent"),
            "percentage-point": lexicon.phrases("units", "percentage_points"),
        }
    )
    return tables


def _sets(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    return {
        section: frozenset(map(str.lower, body))
        for file in ("units", "figures", "sentences")
        for section, body in lexicon.files[file].items()
        if isinstance(body, tuple)
    }


def _closed(lexicon: Lexicon) -> dict[str, str]:
    """Return every function word with its section; the first section that lists it counts."""
    return {
        word.lower(): section
        for section in reversed(_CLOSED)
        for word in lexicon.phrases("sentences", section)
    }
