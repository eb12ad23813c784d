"""The part that a word plays, told from closed lists, endings and the words around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from minutesparse.extract.quantities.reading import SHARE_SIGNS, Reading, Tag
from minutesparse.extract.quantities.vocabulary import Vocabulary

WordRule = Callable[[Reading, Tag, int], Tag | None]

_CONJUNCTIONS = frozenset(["and", "or", "nor"])
_JOINING = _CONJUNCTIONS | {"one"}
_OF_ITS_OWN = frozenset(["anything", "something", "so"])
_LEADING = frozenset(["adv", "aux", "pron"])
_SINGULAR = frozenset(["it", "he", "she"])
_NOMINATIVES = _SINGULAR | {"they", "we", "you", "i"}


def word_tag(reading: Reading, before: Tag, at: int) -> Tag:
    """Return the part that a word plays after a token of another part."""
    for rule in _rules_for(reading.lowers[at], reading.words):
        tag = rule(reading, before, at)
        if tag is not None:
            return tag
    return "noun"


@lru_cache(maxsize=1 << 15)
def _rules_for(word: str, words: Vocabulary) -> tuple[WordRule, ...]:
    """Return the rules that could ever speak of a word, in their order."""
    return tuple(rule for rule, may_apply in _WORD_RULES if may_apply(word, words))


def _may_be_plain(word: str, words: Vocabulary) -> bool:
    known = word in words.marked or word in words.sets["adverbial"]
    return not known and not word.endswith(("ed", "ly", "ing"))


def _plain(reading: Reading, before: Tag, at: int) -> Tag | None:
    """A word that no list and no ending speaks of, and no verb or "to" leads to: a noun."""
    if before in _LEADING or reading.tight[at]:
        return None
    last = reading.lowers[at - 1]
    led_to = last == "to" or last in reading.words.sets["modals"]
    return None if led_to else "noun"


def _of_compound(reading: Reading, before: Tag, at: int) -> Tag | None:
    """The first word of "subject to", "such as", "in line with"."""
    del before
    found = reading.words.tables["compound_prepositions"].after(reading, at)
    return None if found is None else "prep"


def _of_adverbial(reading: Reading, before: Tag, at: int) -> Tag | None:
    """A word of "in fact", "no longer", "by now"."""
    del before
    table, lowers = reading.words.tables["compound_adverbs"], reading.lowers
    for start in range(max(at - 2, 0), at + 1):
        found = table.at(lowers, start) if lowers[start] in table.by_first else None
        if found is not None and found[1] > at:
            return "adv"
    return None


def _of_number(reading: Reading, before: Tag, at: int) -> Tag | None:
    """Words that belong to a number: "per cent", the "m" of "£3m", "twelve"."""
    del before
    word = reading.lowers[at]
    if word == "percent" or (word == "per" and reading.lowers[at + 1] == "cent"):
        return "num"
    if word == "cent" and reading.lowers[at - 1] == "per":
        return "num"
    if reading.glued(at) and reading.number(at - 1) and word in reading.words.suffixes:
        return "num"
    spelt = word in reading.words.cardinals or word in reading.words.scales
    return "num" if spelt and word != "one" else None


def _after_modal(reading: Reading, before: Tag, at: int) -> Tag | None:
    """The verb after "would" or "did not"."""
    if reading.words.closed.get(reading.lowers[at], "verbs") != "verbs" or before == "noun":
        return None
    return "verb" if reading.listed(at - 2 if before == "adv" else at - 1, "modals") else None


def _infinitive(reading: Reading, before: Tag, at: int) -> Tag | None:
    """The verb of "expected to overspend"."""
    del before
    if reading.words.closed.get(reading.lowers[at], "verbs") != "verbs":
        return None
    if reading.lowers[at - 1] != "to":
        return None
    before_to = reading.listed(at - 2, "infinitive_after")
    known = reading.listed(at, "base_verbs")
    if reading.listed(at - 2, "before_to"):
        return "verb" if known and before_to else None
    return "verb" if before_to or known else None


def _after_nominative(reading: Reading, before: Tag, at: int) -> Tag | None:
    """The verb of "it belongs to", "they run from": what follows a pronoun in the nominative."""
    if before != "pron" or reading.lower(at - 1) not in _NOMINATIVES or at + 1 == len(reading):
        return None
    word = reading.lower(at)
    if word in reading.words.closed or not reading.word(at) or reading.capital(at):
        return None
    finite = word.endswith("s") == (reading.lower(at - 1) in _SINGULAR) and not word.endswith("ss")
    return "verb" if finite and not word.endswith(("ing", "ly", "ed")) else None


def _progressive(reading: Reading, before: Tag, at: int) -> Tag | None:
    """A word in -ing that goes on with a clause: "were travelling", "people living in"."""
    word = reading.lowers[at]
    if not word.endswith("ing") or len(word) < 5 or word in reading.words.closed:
        return None
    figured = reading.number(at + 1) or reading.lowers[at + 1] in SHARE_SIGNS
    if before == "aux" and (figured or not reading.listed(at, "nouns_ing")):
        return "verb"
    if before in ("verb", "noun") and figured and not reading.listed(at, "nouns_ing"):
        return "verb"
    if reading.listed(at, "nouns_ing") or reading.capital(at):
        return None
    if reading.lowers[at - 1] == "%":
        after = reading.words.closed.get(reading.lowers[at + 1])
        return "verb" if after == "prepositions" else None
    if before not in ("noun", "pron"):
        return None
    head = before == "pron" or plural(reading, at - 1) or reading.word(at + 1)
    return "verb" if head and not _noun_like(reading, at + 1) else None


def _unchanged(reading: Reading, before: Tag, at: int) -> Tag | None:
    """A participle like its noun: "was forecast to be"; and the "so" of "doing so"."""
    if (
        reading.lower(at) in _OF_ITS_OWN
        and reading.lower(at) != "so"
        and reading.lower(at + 1)
        in (
            "from",
            "between",
            "up",
            "like",
            "over",
        )
    ):
        return "adv"
    if reading.lower(at) == "so":
        return "adv" if reading.lower(at - 1) in ("do", "doing", "done", "did", "does") else None
    alike = before in ("aux", "adv") and reading.listed(at, "participles")
    led = reading.words.closed.get(reading.lower(at - 1 - (before == "adv"))) == "auxiliaries"
    return "verb" if alike and led else None


def _there(reading: Reading, before: Tag, at: int) -> Tag | None:
    """The "there" of a place: "two of the pupils there had", not "there had been two"."""
    if reading.lower(at) != "there" or before != "noun":
        return None
    had = reading.lower(at + 1) in ("had", "have", "has") and reading.lower(at + 2) != "been"
    had = had or reading.words.closed.get(reading.lower(at + 1)) == "verbs"
    return "adv" if had else None


def _closed(reading: Reading, before: Tag, at: int) -> Tag | None:
    """Words of the closed lists."""
    section = reading.words.closed.get(reading.lowers[at])
    if section is None:
        return None
    chosen = _CHOICES.get(section)
    return chosen(reading, before, at) if chosen else _CLOSED[section]


def _by_ending(reading: Reading, before: Tag, at: int) -> Tag | None:
    """Words in -ed and -ly, and "and"."""
    word = reading.lowers[at]
    if word in _CONJUNCTIONS:
        return "conj"
    if word == "one":
        return "pron"
    if word.endswith("ed") and len(word) > 4:
        return _past(reading, before, at)
    return "adv" if word.endswith("ly") and not reading.listed(at, "nouns_ly") else None


def _noun_like(reading: Reading, at: int) -> bool:
    """Return whether a token could go on a noun phrase, by its word alone."""
    return (
        reading.word(at)
        and reading.lowers[at] not in ("and", "or")
        and reading.lowers[at] not in reading.words.closed
        and not (reading.lowers[at].endswith("ly"))
    )


def _determiner(reading: Reading, before: Tag, at: int) -> Tag:
    if reading.lowers[at] == "that" and (before not in ("prep", "conj") or _opens(reading, at + 1)):
        return "sub"
    if reading.lowers[at] == "that" and reading.listed(at - 1, "particles"):
        return "sub" if reading.listed(at - 2, "reporting") else "det"
    if reading.lowers[at] == "a" and not (reading.word(at + 1) or reading.number(at + 1)):
        return "det" if reading.lowers[at + 1] in SHARE_SIGNS else "noun"
    if reading.lowers[at] in ("these", "those", "this") and _told_of(reading, at + 1):
        return "pron"
    plain = reading.lowers[at] in ("the", "a", "an", "its", "their", "his", "her")
    if plain or _noun_like(reading, at + 1) or reading.number(at + 1):
        return "det"
    return "pron" if reading.listed(at, "pronouns") else "det"


def _told_of(reading: Reading, at: int) -> bool:
    """Return whether a token is what is said of the word before: "these included", "those aged"."""
    word = reading.lowers[at]
    participle = word.endswith(("ed", "ing")) and not reading.listed(at, "nouns_ing")
    return participle and len(word) > 3 and not _noun_like(reading, at + 1)


def _opens(reading: Reading, at: int) -> bool:
    """Return whether a token opens a noun phrase, so that the word before it is no article."""
    counted = reading.number(at) or reading.lower(at) in reading.words.cardinals
    return counted or any(reading.listed(at, section) for section in ("determiners", "pronouns"))


def _auxiliary(reading: Reading, before: Tag, at: int) -> Tag:
    """An auxiliary; "had" before a noun phrase is a verb of its own."""
    del before
    if reading.lowers[at] == "may" and reading.capital(at) and not _verb_like(reading, at + 1):
        return "noun"
    own = at > 0 and reading.lowers[at] in ("had", "has", "have") and _opens(reading, at + 1)
    return "verb" if own and reading.lowers[at + 1] != "each" else "aux"


def _verb_like(reading: Reading, at: int) -> bool:
    """Return whether a token could follow a modal: "be", "not", "have"."""
    return reading.lower(at) in reading.words.closed or reading.listed(at, "base_verbs")


def _verb(reading: Reading, before: Tag, at: int) -> Tag:
    """A listed verb form; after a determiner or preposition it is a noun or an adjective."""
    if _in_compound(reading, at) or _of_that_name(reading, before, at):
        return "noun"
    if before == "prep":
        return "verb" if reading.lowers[at - 1] == "to" else "noun"
    if before == "num":
        return "noun" if _noun_like(reading, at + 1) else "verb"
    return "noun" if before == "det" else "verb"


def _of_that_name(reading: Reading, before: Tag, at: int) -> bool:
    """Return whether a word that could be a verb is a noun: "an average cost of", "unmet need"."""
    after = reading.lowers[at + 1]
    if not reading.listed(at, "nouns_too"):
        return False
    told = after == "per" or reading.words.closed.get(after) == "auxiliaries"
    return after == "of" or (told and before == "noun")


def _in_compound(reading: Reading, at: int) -> bool:
    """Return whether a word and the next are one noun or adjective: "waiting list"."""
    return f"{reading.lowers[at]} {reading.lowers[at + 1]}" in reading.words.sets["compounds"]


def _past(reading: Reading, before: Tag, at: int) -> Tag:
    """A word in -ed: a verb after an auxiliary or a noun, an adjective before a noun."""
    if _in_compound(reading, at):
        return "noun"
    relative = before == "sub" and reading.lowers[at - 1] in ("who", "which", "whom", "that")
    if before in ("aux", "adv") or relative:
        return "verb"
    if reading.listed(at, "nouns_ed"):
        return "noun"
    leads_on = _noun_like(reading, at + 1)
    if before in ("noun", "pron", "num"):
        after_head = before == "pron" or plural(reading, at - 1)
        return "verb" if after_head or not leads_on else "noun"
    return "noun" if leads_on else "verb"


def _preposition(reading: Reading, before: Tag, at: int) -> Tag:
    """A preposition; "looked after children" is one noun phrase, "as they had" a clause."""
    del before
    if reading.listed(at, "joining") and reading.lowers[at + 1] in _NOMINATIVES:
        return "sub"
    pair = f"{reading.lowers[at - 1]} {reading.lowers[at]}"
    return "noun" if pair in reading.words.sets["compounds"] else "prep"


_CLOSED: dict[str, Tag] = {
    "auxiliaries": "aux",
    "determiners": "det",
    "pronouns": "pron",
    "subordinators": "sub",
    "prepositions": "prep",
    "verbs": "verb",
    "adverbs": "adv",
}
_CHOICES: dict[str, Callable[[Reading, Tag, int], Tag]] = {
    "auxiliaries": _auxiliary,
    "determiners": _determiner,
    "verbs": _verb,
    "prepositions": _preposition,
}


def _may_be_unchanged(word: str, words: Vocabulary) -> bool:
    return word in _OF_ITS_OWN or word in words.sets["participles"]


def _may_be_verb(word: str, words: Vocabulary) -> bool:
    return words.closed.get(word, "verbs") == "verbs"


def _may_be_number(word: str, words: Vocabulary) -> bool:
    spelt = word in words.cardinals or word in words.scales or word in words.suffixes
    return spelt or word in ("percent", "per", "cent")


_WORD_RULES: tuple[tuple[WordRule, Callable[[str, Vocabulary], bool]], ...] = (
    (_plain, _may_be_plain),
    (_of_adverbial, lambda word, words: word in words.in_adverbials),
    (_of_compound, lambda word, words: word in words.tables["compound_prepositions"].by_first),
    (_of_number, _may_be_number),
    (_after_modal, _may_be_verb),
    (_infinitive, _may_be_verb),
    (_after_nominative, lambda word, words: word not in words.closed),
    (_progressive, lambda word, words: word.endswith("ing") and word not in words.closed),
    (_unchanged, _may_be_unchanged),
    (_there, lambda word, words: word == "there"),
    (_closed, lambda word, words: word in words.closed),
    (_by_ending, lambda word, words: word.endswith(("ed", "ly")) or word in _JOINING),
)


def plural(reading: Reading, at: int) -> bool:
    """Return whether a token is, by its form, a plural noun."""
    word = reading.lower(at)
    if word in reading.words.sets["plurals"]:
        return True
    if not reading.word(at) or not word.endswith("s") or len(word) < 3:
        return False
    return word[-2] not in "sui'" and word not in reading.words.sets["singulars"]
