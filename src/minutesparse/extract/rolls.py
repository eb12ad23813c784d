"""Lists of names: commas, columns, brackets, shared titles, initials beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise

_COLUMNS = re.compile(r"\s{3,}|\s*\|\s*|\t+")
_CHAIR = re.compile(r"^(?:in\s+the\s+)?(?P<role>(?:acting\s+|deputy\s+|vice[- ]?)?(?:chair(?:man|person|woman)?|mayor|provost|convener|cathaoirleach)s?)(?:\s+of\s+.*|\s+in\s+the\s+chair)?$", re.I)
_ARRIVED = re.compile(r"\b(?:arrived|joined|from|arriving)\b\s*(?:at\s+)?(?P<when>.+)$", re.I)
_LEFT = re.compile(r"\b(?:left|until|to|departed|leaving)\b\s*(?:at\s+)?(?P<when>.+)$", re.I)
_SUBSTITUTE = re.compile(r"^(?:as\s+)?(?:sub(?:stitut(?:e|ing))?\.?|reserve|deputis(?:ing|ed)|in\s+place|in\s+lieu)\b\s*(?:member\s+)?(?:for|of|:)?\s*(?P<who>.*)$", re.I)
_SUBSTITUTED_BY = re.compile(r"^substitut(?:e|ed\s+by)\s*:\s*(?P<who>.+)$", re.I)
_STATUS = {
    "apologies": "apologies", "apology": "apologies", "absent": "absent", "apols": "apologies",
    "present": "present", "yes": "present", "in attendance": "in-attendance", "substitute": "substitute",
}  # fmt: skip
_ROLE_WORD = re.compile(
    r"\b(?:officer|director|manager|head|clerk|solicitor|chief|leader|lead|accountant|engineer|planner|treasurer|secretary|"
    r"adviser|advisor|assistant|auditor|executive|administrator|coordinator|co-ordinator|member|chair|governor|headteacher|consultant|superintendent|surveyor|warden|representative|services)\b",
    re.I,
)
_INITIALS = re.compile(r"^[A-Z][A-Za-z]{1,3}$|^[A-Z]{2,4}$")
_SPLIT_LOW = frozenset({"and", "&"})
_STOP_WORDS = frozenset(
    "members public press residents the other others were was who had item none also plus until following apologies absence from received minutes present meeting".split()
)


@dataclass(frozen=True, slots=True)
class Roll:
    """One name of a list, with what stands beside it."""

    start: int
    end: int
    name: str
    role: str | None = None
    organisation: str | None = None
    substitute_for: str | None = None
    arrived: str | None = None
    left: str | None = None
    initials: str | None = None
    status: str | None = None


def read_roll(text: str, offset: int, lexicon: Lexicon) -> list[Roll]:
    """Return the names of a list.

    Args:
        text: One line or the part of a sentence that lists names.
        offset: Where it stands in the normalised text.
        lexicon: Titles and offices.
    """
    rolls: list[Roll] = []
    for start, end in _cells(text):
        rolls = _read_cell(text, start, end, offset, lexicon, rolls)
    return rolls


def _cells(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for gap in _COLUMNS.finditer(text):
        if gap.start() > done:
            yield done, gap.start()
        done = gap.end()
    if done < len(text):
        yield done, len(text)


def _read_cell(
    text: str, start: int, end: int, offset: int, lexicon: Lexicon, rolls: list[Roll]
) -> list[Roll]:
    cell = text[start:end].strip(" .,;")
    if rolls and _INITIALS.match(cell) and " " not in rolls[-1].name[:0] and cell not in ("Mr", "Mrs", "Ms", "Dr", "Yes"):
        return [*rolls[:-1], _with(rolls[-1], initials=cell)]
    status = _STATUS.get(cell.lower())
    if rolls and status is not None:
        return [*rolls[:-1], _with(rolls[-1], status=status)]
    tokens = tokenise(text, start, end)
    reader = MentionReader(text, tokens, lexicon)
    found = list(_names(text, tokens, reader, offset, lexicon))
    if rolls and not found and _ROLE_WORD.search(cell) and rolls[-1].role is None:
        return [*rolls[:-1], _with(rolls[-1], role=cell)]
    return [*rolls, *found]


def _with(roll: Roll, **changes: str | None) -> Roll:
    return Roll(**{**{name: getattr(roll, name) for name in Roll.__slots__}, **changes})  # type: ignore[arg-type] # keys are the fields


def _names(
    text: str, tokens: Sequence[Token], reader: MentionReader, offset: int, lexicon: Lexicon
) -> Iterator[Roll]:
    index = 0
    shared: str | None = None
    while index < len(tokens):
        token = tokens[index]
        if token.text in (",", ";", ".", ":") or token.lower in _SPLIT_LOW or token.text in ("-", "–"):
            if token.text in (";",):
                shared = shared if token.text == ";" else None
            index += 1
            continue
        if token.lower in _STOP_WORDS and not token.capital or token.text[0].isdigit():
            index = _next_part(tokens, index)
            continue
        width = reader.title_width(index)
        if width and tokens[index].lower.rstrip("'") in _PLURALS:
            shared = token.text
            index += width
            if index < len(tokens) and tokens[index].text in (":", "."):
                index += 1
            continue
        roll, after = _one(text, tokens, reader, index, offset)
        if roll is not None:
            yield roll
        index = max(after, index + 1)


_PLURALS = frozenset("councillors councilors cllrs clrs crs messrs commissioners aldermen drs".split())


def _next_part(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].text not in (",", ";", "(") and tokens[index].lower not in _SPLIT_LOW:
        index += 1
    return index


def _one(
    text: str, tokens: Sequence[Token], reader: MentionReader, index: int, offset: int
) -> tuple[Roll | None, int]:
    """Read one name and what stands beside it; return it with the index after both."""
    start, end = reader.listed_name(index)
    if end == start:
        return None, _next_part(tokens, index) if tokens[index].text != "(" else _bracket_end(tokens, index)
    if tokens[start].lower in ("the",):
        return None, _next_part(tokens, index)
    name = " ".join(text[tokens[start].start : tokens[end - 1].end].split())
    roll = Roll(offset + tokens[start].start, offset + tokens[end - 1].end, name)
    place = end
    while place < len(tokens):
        if tokens[place].text == "(":
            close = _bracket_end(tokens, place)
            inner = text[tokens[place].end : tokens[close - 1].start] if close - 1 > place else ""
            roll = _aside(roll, " ".join(inner.split()), offset + tokens[close - 1].end)
            place = close
            continue
        role_end = _role_end(tokens, reader, place)
        if role_end > place:
            first = place + 1 if tokens[place].text in (",", "-", "–", ":") else place
            roll = _with(roll, role=" ".join(text[tokens[first].start : tokens[role_end - 1].end].split()))
            place = role_end
            continue
        break
    return roll, place


def _bracket_end(tokens: Sequence[Token], index: int) -> int:
    for place in range(index + 1, min(len(tokens), index + 40)):
        if tokens[place].text == ")":
            return place + 1
    return min(len(tokens), index + 2)


def _aside(roll: Roll, inner: str, end: int) -> Roll:
    """Take what a bracket after a name says: office, initials, times, whom it stands in for."""
    chair = _CHAIR.match(inner)
    if chair is not None:
        return _with(roll, role=_chair_word(inner))
    if _INITIALS.match(inner) and inner.isupper() and roll.initials is None:
        return _with(roll, initials=inner)
    by = _SUBSTITUTED_BY.match(inner)
    if by is not None:
        return roll
    substitute = _SUBSTITUTE.match(inner)
    if substitute is not None:
        who = substitute["who"].strip() or None
        return _with(roll, status="substitute", substitute_for=who)
    if inner.lower() in _STATUS:
        return _with(roll, status=_STATUS[inner.lower()])
    arrived, left = _ARRIVED.search(inner), _LEFT.search(inner)
    if (arrived or left) and re.search(r"\d|item|minute", inner):
        return _with(
            roll, arrived=arrived["when"] if arrived else None, left=left["when"] if left else None
        )
    if _ROLE_WORD.search(inner):
        return _with(roll, role=roll.role or inner)
    return _with(roll, organisation=roll.organisation or inner) if inner[:1].isupper() else roll


def _chair_word(inner: str) -> str:
    return " ".join(inner.split())


def _role_end(tokens: Sequence[Token], reader: MentionReader, index: int) -> int:
    """Return where an office after a name ends: ", Director of X", "- Chair", "Clerk"."""
    place = index
    if tokens[place].text in (",", "-", "–", ":"):
        place += 1
    if place >= len(tokens):
        return index
    end = reader.office_end(place)
    return end if end > place else index


def split_initials(mention: Mention) -> str:
    """Return the initials of a person's name, as clerks abbreviate it."""
    return "".join(word[0] for word in re.findall(r"[A-Z][\w'-]*", mention.name or ""))
