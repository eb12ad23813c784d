"""Words that stand beside movers and seconders, made once from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import values


@dataclass(frozen=True, eq=False)
class MoverWords:
    """Words around the names of movers and seconders, in lower case; marks count as words.

    Attributes:
        movers: Words beside which a mover is named.
        seconders: Words beside which a seconder is named.
        cue: One of these that needs no other beside it.
        verbs: Those before which the name may stand ("Cllr Orr moved").
        nouns: Those after which "by" leads to the name ("motion by Cllr Orr").
        before_by: What may stand between such a noun and "by".
        skipped: What may stand between a cue and the name after it.
        between: What may stand between a name and the verb after it.
        separators: What stands before a name that a verb follows.
        bringing: Verbs by which somebody brings a motion ("presented her motion").
        titles: Words that are titles only before a name ("Member J Orr").
        not_movers: Capitalised words that are no surnames.
        honorifics: Titles of members.
        plural: A title of several.
        decided: Words that say what was decided ("and RESOLVED").
    """

    movers: frozenset[str]
    seconders: frozenset[str]
    cue: re.Pattern[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    before_by: frozenset[str]
    skipped: frozenset[str]
    between: frozenset[str]
    separators: frozenset[str]
    bringing: frozenset[str]
    titles: frozenset[str]
    not_movers: frozenset[str]
    honorifics: frozenset[str]
    plural: re.Pattern[str]
    decided: frozenset[str]


@cache
def mover_words(lexicon: Lexicon) -> MoverWords:
    """Return the words of a lexicon, made once."""
    beside = {
        name: frozenset(words)
        for name, words in lexicon.table("decisions", "beside_movers").items()
    }
    movers = frozenset(lexicon.phrases("decisions", "movers"))
    seconders = frozenset(lexicon.phrases("decisions", "seconders"))
    cues = alternation((movers | seconders) - beside["never_alone"])
    return MoverWords(
        movers=movers,
        seconders=seconders,
        cue=re.compile(rf"\b(?:{cues})\b", re.I),
        verbs=beside["verbs"],
        nouns=beside["nouns"],
        before_by=beside["before_by"],
        skipped=beside["skipped"],
        between=beside["between"],
        separators=beside["separators"],
        bringing=beside["bringing"],
        titles=beside["titles"],
        not_movers=frozenset(lexicon.phrases("decisions", "not_movers")),
        honorifics=frozenset(lexicon.phrases("decisions", "member_titles")),
        plural=re.compile(
            rf"(?:{alternation(lexicon.phrases('decisions', 'plural_titles'))})\.?\s+", re.I
        ),
        decided=frozenset(values(lexicon, "decisions", "deciding")) | {"unanimously"},
    )
