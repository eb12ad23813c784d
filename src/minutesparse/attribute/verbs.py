"""Reporting verbs found in the tokens of a sentence, by their act and their form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from minutesparse.lexicons import Lexicon
from minutesparse.naming import tokenise

Act = Literal["ask", "answer", "state", "comment", "present", "propose", "undertake", "procedural"]
Form = Literal["past", "present", "base", "gerund"]
ACTS: tuple[Act, ...] = (
    "ask", "answer", "state", "comment", "present", "propose", "undertake", "procedural",
)  # fmt: skip


class ReportingVerb(NamedTuple):
    """A reporting verb in a sentence: which act, in which form, over which tokens."""

    act: Act
    lemma: str
    form: Form
    first: int
    after: int


class VerbPhrase(NamedTuple):
    """A verb with the words that belong to it: its rank, the words behind the verb, its sense."""

    rank: int
    rest: tuple[str, ...]
    act: Act
    lemma: str
    form: Form


@dataclass(frozen=True, eq=False)
class VerbWords:
    """Verb phrases by their first word and their second, and the small words around them.

    Of phrases that begin alike the longest ranks first; a verb alone has no second word.
    """

    by_first_word: dict[str, dict[str, list[VerbPhrase]]]
    adverbs: frozenset[tuple[str, ...]]
    lead_ins: frozenset[tuple[str, ...]]
    small_openers: frozenset[str]


def find_verbs(lowers: Sequence[str], lexicon: Lexicon) -> Iterator[ReportingVerb]:
    """Yield the reporting verbs among a sentence's words, in order, each phrase at its longest."""
    table = verb_words(lexicon).by_first_word
    after = 0
    for index in [place for place, word in enumerate(lowers) if word in table]:
        found = _phrase_at(lowers, index, table[lowers[index]]) if index >= after else None
        if found is None:
            continue
        if found.lemma in _PUTS and _object(lowers, found.after):
            found = found._replace(act="ask", lemma="question")
        if not _is_polite(lowers, found, table):
            yield found
            after = found.after


def _is_polite(
    lowers: Sequence[str],
    found: ReportingVerb,
    table: Mapping[str, Mapping[str, Sequence[VerbPhrase]]],
) -> bool:
    """Tell whether a verb only introduces another: "was pleased to advise"."""
    if found.lemma not in _POLITE or found.after + 1 >= len(lowers):
        return False
    following = lowers[found.after + 1]
    if following in _LEARNS:
        return False
    alone = table.get(following, {}).get("", ())
    says = any(verb.form == "base" and verb.act in _SAYING for verb in alone)
    return lowers[found.after] == "to" and says


def _phrase_at(
    lowers: Sequence[str], index: int, phrases: Mapping[str, Sequence[VerbPhrase]]
) -> ReportingVerb | None:
    seconds = ("", *_words_next(lowers, index + 1))
    for phrase in sorted(phrase for word in seconds for phrase in phrases.get(word, ())):
        after = _phrase_end(lowers, index, phrase.rest)
        if after is not None:
            return ReportingVerb(phrase.act, phrase.lemma, phrase.form, index, after)
    return None


def _phrase_end(lowers: Sequence[str], index: int, rest: Sequence[str]) -> int | None:
    """Return where the rest of a phrase ends, small words between; None where it lacks."""
    place, size = index + 1, len(lowers)
    for word in rest:
        while place < size and place - index <= _MOST_INSIDE and lowers[place] in _INSIDE:
            if lowers[place] == word:
                break
            place += 1
        if place >= size or lowers[place] != word:
            return None
        place += 1
    return place


def _words_next(lowers: Sequence[str], place: int) -> Sequence[str]:
    """Return the words that a phrase may go on with: the first, and those behind small ones."""
    end = place
    while end < len(lowers) and end - place < _MOST_INSIDE and lowers[end] in _INSIDE:
        end += 1
    return lowers[place : end + 1]


def _object(lowers: Sequence[str], after: int) -> bool:
    """Tell whether questions are what a verb has as its object: "raised a number of queries"."""
    for place, word in enumerate(lowers[after : after + 6]):
        if word in _QUESTIONS:
            return True
        if word not in _BEFORE_QUESTIONS and place:
            return False
    return False


_SAYING = frozenset({"state", "answer", "present"})
_LEARNS = frozenset({"hear", "read", "note", "see", "learn"})
_POLITE = frozenset({"be pleased", "be happy", "be delighted", "be glad"})
_PUTS = frozenset({"raise", "put", "pose", "have", "make"})
_QUESTIONS = frozenset("question questions query queries enquiry enquiries".split())
_BEFORE_QUESTIONS = frozenset(
    """a an the some several further number of two three four five six other more related
    series""".split()
)
_MOST_INSIDE = 4
_INSIDE = frozenset(
    "also further then very rather quite particularly again therefore some not a".split()
)


@cache
def verb_words(lexicon: Lexicon) -> VerbWords:
    """Return the verb lexicon made ready for looking up, made once a lexicon."""
    table: dict[str, list[tuple[tuple[str, ...], Act, str, Form]]] = {}
    forms = lexicon.table("verbs", "forms")
    for act in ACTS:
        for phrase in lexicon.phrases("verbs", act):
            first, *rest = (token.lower for token in tokenise(phrase))
            for word, form in _inflected(first, forms):
                table.setdefault(word, []).append((tuple(rest), act, phrase, form))
    adverbs, lead_ins = _phrases(lexicon, "adverbs"), _phrases(lexicon, "lead_ins")
    return VerbWords(
        {word: _by_second(found) for word, found in table.items()},
        adverbs,
        lead_ins,
        frozenset(one[0] for one in adverbs | lead_ins),
    )


def _by_second(
    phrases: Sequence[tuple[tuple[str, ...], Act, str, Form]],
) -> dict[str, list[VerbPhrase]]:
    """Return phrases of one verb by the word behind it, ranked by their length."""
    found: dict[str, list[VerbPhrase]] = {}
    for rank, phrase in enumerate(sorted(phrases, key=lambda phrase: -len(phrase[0]))):
        found.setdefault(next(iter(phrase[0]), ""), []).append(VerbPhrase(rank, *phrase))
    return found


def _inflected(base: str, forms: object) -> list[tuple[str, Form]]:
    if base == "be":
        return [("was", "past"), ("were", "past"), ("is", "present"), ("are", "present")]
    known = forms.get(base) if hasattr(forms, "get") else None
    past, present, gerund = known or _regular(base)
    inflected: list[tuple[str, Form]] = [(past, "past"), (present, "present"), (gerund, "gerund")]
    return [*inflected, (base, "base")] if base != past else inflected


def _regular(base: str) -> tuple[str, str, str]:
    if base.endswith("e"):
        return base + "d", base + "s", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied", base[:-1] + "ies", base + "ing"
    suffix = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return base + "ed", base + suffix, base + "ing"


def _phrases(lexicon: Lexicon, section: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(token.lower for token in tokenise(phrase))
        for phrase in lexicon.phrases("verbs", section)
    )
