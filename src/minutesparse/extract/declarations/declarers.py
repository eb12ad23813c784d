"""Who declares: the names before a verb, behind "by", or at the start of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesparse.extract.attendance.again import may_be_one
from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.kinds import is_common
from minutesparse.extract.attendance.lists import read_list
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.lexicons import Lexicon
from minutesparse.naming import MentionReader, tokenise
from minutesparse.text import Sentence

_START = re.compile(
    r"(?:^|[,:;(]\s{1,3}|\s[–-]\s|\bthat\s+|(?=\b(?:Councillors?|Cllrs?|Crs?|Clrs?|Mr|Mrs|Ms|Miss|Dr|Alderm[ae]n|Rev|Baillie|Sir)\b))"
)
_ADVERB = re.compile(
    r"(?<![\s,])(?:[\s,]*\b(?:also|then|each|all|both|therefore|duly)\s*$|[\s,]+$)", re.I
)
_OTHER = re.compile(r"\b(?:by|of|from|with|against|to)\s+(?:the\s+)?$", re.I)
_RELATIVE = re.compile(r",\s+who\s[^,;.]{1,80},\s*$")
_ROW_END = re.compile(
    r"\s*(?::|\||\s[–-]\s|[–-]\s|\s[–-]|\s{3,}|"
    r",\s+(?=item|minute|personal|pecuniary|disclosable|non-)|\(|"
    r"\s+(?=in\s+(?:relation\s+to|respect\s+of|regard\s+to|(?:agenda\s+)?item|minute)\b|"
    r"with\s+(?:regard|respect)\s+to\b|whose\b|as\s+(?:an?|the|his|her|their|he|she)\s|"
    r"because\b|being\b|(?:by|in)\s+virtue\b|by\s+reason\b|due\s+to\b|"
    r"(?:\d{1,4}/)?\d{1,4}\s+(?:\([^()]{1,12}\)\s+)?(?:personal|prejudicial|pecuniary|disclosable|non-)))",
    re.I,
)
_NATURE = re.compile(r"\s+(?:as|because|since|due|who|which)\s")
_INITIALS = re.compile(r"(?:^|[,.:]\s)(?:[A-Z]{2,4}(?:,\s|\sand\s|\s&\s)){0,20}[A-Z]{2,4}$")
_LETTERS = re.compile(r"[A-Z]{2,4}")
_LOOSE_END = re.compile(r"(?<![\s,;])[\s,;]*(?:\band)?\s*$")
_AND = re.compile(r"\s*(?:and\b|&)")
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\b")
_MOST_STARTS = 12
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Declarer:
    """Somebody who declares an interest.

    Attributes:
        name: As written, without a title that is shared.
        person: False where an office stands for the name.
    """

    name: str
    person: bool = True


def named_before(
    sentence: Sentence, end: int, words: AttendanceWords, lexicon: Lexicon
) -> list[Declarer]:
    """Return who is named directly before a verb.

    Args:
        sentence: The sentence.
        end: Where the verb begins in it.
        words: The words of names in lists.
        lexicon: Offices and titles.
    """
    text = _ADVERB.sub("", without_relative(sentence.text[:end]))
    together = _office_and_others(text, lexicon)
    if together:
        return together
    for start in _starts(text):
        listing = read_list(text[start:], sentence.start + start, words)
        if listing.clean and listing.entries and not listing.office:
            return _once(listing.entries)
    return _initials_before(text) or _office_before(text, lexicon) or _surname_before(text, words)


def _office_and_others(text: str, lexicon: Lexicon) -> list[Declarer]:
    """Return those of whom the first is named by an office ("The Chair and Councillor Orme")."""
    tokens = tokenise(text)
    reader = MentionReader(text, tokens, lexicon)
    first, whole = (reader.read_plain(0), reader.read(0)) if tokens else (None, None)
    if first is None or whole is None or first.type != "role" or whole.after < len(tokens):
        return []
    others = [Declarer(one.label, person=one.type == "person") for one in whole.others]
    return [Declarer(first.label, person=False), *others] if others else []


def _once(entries: Sequence[Entry]) -> list[Declarer]:
    """Return each declarer once, where a row's name is repeated before the verb."""
    kept: list[Entry] = []
    for entry in entries:
        if not any(_same(entry.name, one.name) for one in kept):
            kept.append(entry)
    return [Declarer(entry.name) for entry in kept]


def _same(name: str, other: str) -> bool:
    """Tell whether a name comes again; "Orme and Mrs Orme" are two."""
    courtesies = {bool(_COURTESY.match(one)) for one in (name, other)}
    return len(courtesies) == 1 and may_be_one(name, other)


def _surname_before(text: str, words: AttendanceWords) -> list[Declarer]:
    """Read a surname alone that opens the sentence: "Orme declared an interest"."""
    tokens = tokenise(text)
    alone = len(tokens) == 1 and tokens[0].word and tokens[0].capital
    if not alone or is_common(tokens[0], words) or (tokens[0].lower,) in words.names.groups:
        return []
    return [Declarer(tokens[0].text)] if tokens[0].lower not in words.names.pronouns else []


def without_relative(text: str) -> str:
    """Leave out what words before a verb say of their last name: "Cllr Orme, who was ...,".

    Example:
        >>> without_relative("Cllr Orme, who was not a member of the panel, ")
        'Cllr Orme'
    """
    return _RELATIVE.sub("", text)


def clauses(
    sentence: Sentence, declares: re.Pattern[str], words: AttendanceWords
) -> Iterator[Sentence]:
    """Yield the clauses of a sentence in which one after another declares an interest.

    Args:
        sentence: The sentence.
        declares: Matches the verb and the interest.
        words: The words of names in lists.
    """
    text, begun, done = sentence.text[:_LONGEST], 0, 0
    for found in declares.finditer(text):
        names = _names_start(text, done, found.start(), words) if done else None
        if names is not None:
            yield _clause(sentence, begun, names)
            begun = names
        done = found.end()
    yield _clause(sentence, begun, len(text))


def _names_start(text: str, begin: int, end: int, words: AttendanceWords) -> int | None:
    """Return where names begin that stand directly before a verb, within a stretch."""
    before = _ADVERB.sub("", text[begin:end])
    for start in _starts(before):
        listing = read_list(before[start:], begin + start, words)
        if listing.clean and listing.entries:
            return listing.entries[0].start
    return None


def _clause(sentence: Sentence, start: int, end: int) -> Sentence:
    words = _LOOSE_END.sub("", sentence.text[start:end])
    return Sentence(sentence.start + start, sentence.start + start + len(words), words)


def _initials_before(text: str) -> list[Declarer]:
    """Read members named by their initials alone: "DR", "DR and BQ"."""
    found = _INITIALS.search(text)
    return [Declarer(letters) for letters in _LETTERS.findall(found[0])] if found else []


def _starts(text: str) -> Iterator[int]:
    """Yield where a clause that ends in names may begin, the longest first."""
    starts = sorted({found.end() for found in _START.finditer(text)})
    if text.startswith("(") and starts[0] == 0:
        starts = starts[1:]
    for start in starts[:1] + starts[-_MOST_STARTS:]:
        if _OTHER.search(text[:start]) is None:
            yield start


def _office_before(text: str, lexicon: Lexicon) -> list[Declarer]:
    """Read an office that stands alone before the verb: "The Chief Finance Officer"."""
    tokens = tokenise(text)
    reader = MentionReader(text, tokens, lexicon)
    opens = [0] + [i + 1 for i, token in enumerate(tokens) if token.text in (",", ":", "(", "–")]
    for place in opens:
        mention = reader.read(place) if place < len(tokens) else None
        if mention is None or mention.plural or mention.after < len(tokens):
            continue
        if mention.type in ("person", "role"):
            return [Declarer(mention.label, person=mention.type == "person")]
    return []


def named_after(
    sentence: Sentence, start: int, words: AttendanceWords, lexicon: Lexicon
) -> list[Declarer]:
    """Return who is named behind "declared by"."""
    named = _NATURE.split(sentence.text[start:], maxsplit=1)[0]
    tokens = tokenise(named)
    office = MentionReader(named, tokens, lexicon).read_plain(0) if tokens else None
    told = [Declarer(office.label, person=False)] if office and office.type == "role" else []
    listing = read_list(named, sentence.start + start, words)
    entries = [Declarer(entry.name) for entry in (*listing.entries, *listing.before)]
    joined = bool(told) and _AND.match(named, office.end if office else 0) is not None
    return told + entries if joined or not entries else entries


def opening_names(
    text: str, start: int, offset: int, words: AttendanceWords
) -> tuple[list[Declarer], int]:
    """Return who a row names at its start, and where the names end in its text."""
    ends = [found.start() for found in _ROW_END.finditer(text, start + 2)][:4]
    for end in ends or [len(text)]:
        listing = read_list(text[start:end], offset + start, words)
        if listing.clean and listing.entries and not listing.office:
            last = max(entry.end for entry in listing.entries) - offset
            if text[last:end].strip(" ,.)"):
                continue
            return [Declarer(entry.name) for entry in listing.entries], max(last, end)
    return [], start
