"""The declarations lexicon, made into patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import cue_words

Interest = Literal["pecuniary", "non-pecuniary", "personal", "other"]


@dataclass(frozen=True, eq=False)
class DeclarationWords:
    """Patterns of ``declarations.yaml``.

    Attributes:
        cues: Words of which a sentence about a declaration has one, in any item.
        declares: A declaring verb and an interest: "declared a personal interest".
        declares_that: A declaring verb and what it is: "declared that her husband was".
        holds: A telling verb and an interest: "had a personal interest", for such items.
        tells: A telling verb, for items about declarations.
        passive: An interest and by whom it was declared.
        kinds: Kinds of interest with the words for them, in the order in which they are tried.
        kind_label: A kind of interest as a label before names ("Non-pecuniary: Cllr Orme").
    """

    cues: frozenset[str]
    declares: re.Pattern[str]
    declares_that: re.Pattern[str]
    holds: re.Pattern[str]
    tells: re.Pattern[str]
    passive: re.Pattern[str]
    kinds: tuple[tuple[Interest, re.Pattern[str]], ...]
    kind_label: re.Pattern[str]
    barring: re.Pattern[str]
    earlier: re.Pattern[str]
    leaving: re.Pattern[str]
    other_matters: re.Pattern[str]
    advising: re.Pattern[str]


@cache
def declaration_words(lexicon: Lexicon) -> DeclarationWords:
    """Return the patterns that the declaration rules use, made once a lexicon."""

    def any_of(section: str) -> str:
        return alternation(lexicon.phrases("declarations", section))

    def word(section: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_of(section)})\b", re.I)

    table = lexicon.table("declarations", "kinds")
    kinds = alternation(phrase for listed in table.values() for phrase in listed)
    small = "an?|the|his|her|their|and|or|both|but|not|also"
    described = rf"(?:[\s,'\"(/]{{1,4}}(?:{small}|{kinds}|non-\w+)\b){{0,9}}"
    noun = rf"[\s'\")]{{1,4}}(?:{any_of('interest_nouns')})\b"
    kind = rf"[\s,'\"(]{{1,4}}(?:{kinds})[\s'\")]{{1,4}}(?=in\b|for\b)"
    verbs = any_of("declaring_verbs")
    aside = r"(?:,\s(?:for|in)\s[^,.;]{3,60},)?"  # "declared, for openness, an interest"
    return DeclarationWords(
        cues=cue_words(lexicon, "declarations", "declaring_verbs")
        | cue_words(lexicon, "declarations", "interest_nouns")
        | {"declared", "disclosed", "declaration", "declarations", "recused"},
        declares=re.compile(
            rf"\b(?:also\s+)?(?:{verbs})\b{aside}{described}(?:{noun}|{kind})", re.I
        ),
        declares_that=re.compile(
            r"\b(?:also\s+)?(?:declared|disclosed)\s+that,?\s+(?:[^,]{1,60},\s+)?(?:he|she|they|his|her|their)\b",
            re.I,
        ),
        holds=re.compile(
            rf"\b(?:(?:(?!have\b)(?:{any_of('telling_verbs')})|wished\s+to\s+(?:declare|disclose))"
            rf"(?:\s+that\s+(?:he|she|they)\s+(?:also\s+)?(?:had|has|have))?|had|"
            rf"notified\s+(?:the\s+)?[\w-]{{1,20}}\s+of)\b{described}{noun}(?!\s+in\s+\w+ing\b)",
            re.I,
        ),
        tells=re.compile(rf"\b(?:also\s+)?(?:{any_of('telling_verbs')}|{verbs})\b", re.I),
        passive=re.compile(
            rf"\b(?:{any_of('interest_nouns')}|declarations?)\b(?:[^.;]|\bNo\.){{0,60}}?\b(?:declared|disclosed|made|submitted|received|registered|recorded|noted)\s+(?:by|from|for)\s*"
            r"(?:the\s+following\s+(?:members?|councillors?|persons?|officers?))?\s*:?\s*",
            re.I,
        ),
        kinds=tuple(
            (cast(Interest, kind), re.compile(rf"\b(?:{alternation(listed)})\b", re.I))
            for kind, listed in table.items()
        ),
        kind_label=re.compile(
            rf"(?:(?:and|or|{kinds})\s*)+(?:interests?)?\s*(?:[:–-]\s*|\s{{3,}})", re.I
        ),
        barring=word("barring_words"),
        earlier=re.compile(rf"\b(?:{any_of('earlier_words')})\s*$", re.I),
        leaving=word("leaving_words"),
        other_matters=word("other_matters"),
        advising=word("advising_roles"),
    )
