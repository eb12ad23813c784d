"""What a bracket after a name says: an office, initials, times, whom the person stands in for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from minutesparse.extract.attendance.entry import Entry, chair_role, office
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_INITIALS = re.compile(
    r"(?:(?:Cllr|Cr|Mr|Mrs|Ms|Dr)\.?\s+)?(?P<letters>(?:[A-Z]\.?){2,4}|[A-Z][A-Za-z]{1,3})"
)
_ARRIVED = re.compile(
    r"\b(?:arrived|arriving|joined|joining|from|after|entered)\b\s*(?:the\s+meeting\s+)?(?:at\s+|during\s+)?(?P<when>.+?)(?=\s+(?:to|until|left|-|–)\s|[;,]?\s*$)",
    re.I | re.S,
)
_LEFT = re.compile(
    r"\b(?:left|until|to(?=\s+(?:\d|items?\b|minute|part\b|the\s+end))|up\s+to|departed|leaving|till)\b\s*(?:the\s+meeting\s+)?(?:at\s+|during\s+|after\s+)?(?P<when>.+)$",
    re.I | re.S,
)
_TIMED = re.compile(r"\d|\bitems?\b|\bminute\b|\bpart\b", re.I)
_SUBSTITUTE_FOR = re.compile(
    r"(?:(?:attend\w*|present|acting|here|appointed)\s+)?(?:as\s+)?(?:an?\s+)?(?:named\s+)?"
    r"(?:(?:sub(?:stitut(?:e|es|ing|ed|ion))?\.?|reserve|deputis(?:ing|ed)|alternate)(?:\s+member)?"
    r"(?:\s*[-–:]?\s*(?:for|of)\b\s*:?\s*(?P<who>.*))?|"
    r"(?:deputy\s+for|in\s+(?:the\s+)?(?:place|stead|lieu)(?:\s+of)?|replacing|standing\s+in(?:\s+for)?|vice|"
    r"(?:attending\s+)?on\s+behalf\s+of|for(?=\s+(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Cr)\b))\s+(?P<whom>.*))",
    re.I | re.S,
)
_SUBSTITUTED_BY = re.compile(
    r"(?:substitut(?:e|ed|ion)|sub|replaced|represented|deputy)\b\.?\s*(?:by\b|:|-|–|was\b|is\b|being\b)?\s*(?P<who>(?!for\b|of\b|by\b).+)|"
    r"(?:with\s+)?(?P<before>.+?),?\s+(?:substitut(?:ed|ing|e)|deputis(?:ed|ing)|attend(?:ed|ing)|present|"
    r"sub(?:bing)?|(?:acting\s+)?as\s+(?:(?:an?|the|his|her|their)\s+)?(?:named\s+)?substitutes?)"
    r"(?:\s+(?:in\s+(?:his|her|their)\s+(?:place|absence)|instead|as\s+(?:(?:an?|the|his|her|their)\s+)?"
    r"(?:substitute|alternate|deputy|reserve|replacement)(?:\s+member)?|for\s+(?:him|her|them)|respectively))?",
    re.I | re.S,
)
_LATE = re.compile(
    r"\b(?:late|lateness|late\s+arrival|early\s+departure|leaving\s+early|early\s+leave)\b", re.I
)
_FOR = re.compile(r"for\s+(?P<who>[A-Z][^,–-]{3,40}?)\s*(?:[,–-]|$)", re.S)
_JOINERS = frozenset({",", "and", "&"})
_PRONOUNS = frozenset({"him", "her", "them", ""})


@dataclass(frozen=True, slots=True)
class Aside:
    """A bracket's words, where they stand, and whether they say something about the name."""

    text: str
    start: int
    end: int


def with_aside(
    entry: Entry, aside: Aside, words: AttendanceWords
) -> tuple[Entry, tuple[Entry, ...]]:
    """Return the entry with what a bracket after it says, and whoever else the bracket names."""
    for reading in _READINGS:
        found = reading(entry, aside, words)
        if found is not None:
            return found
    return entry, ()


Found = tuple[Entry, tuple[Entry, ...]] | None
Reading = Callable[[Entry, Aside, AttendanceWords], Found]


def _chair(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    role = chair_role(aside.text)
    return (entry._replace(role=role, end=aside.end), ()) if role else None


def is_late(text: str) -> bool:
    """Tell whether words excuse a late coming or an early going, and no absence."""
    return _LATE.search(text) is not None


def _late(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    return (entry._replace(late=True), ()) if is_late(aside.text) else None


def _initials(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    found = _INITIALS.fullmatch(aside.text)
    letters = found["letters"].replace(".", "") if found is not None else ""
    if letters and entry.initials == letters:
        return entry, ()  # told already, before an office behind the bracket
    if not letters or entry.initials or not abbreviates(letters, entry.name):
        return None
    return entry._replace(initials=letters, end=aside.end), ()


def _initials_first(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    """Read "(JF, Clerk)": initials, and an office or a body behind them."""
    letters, comma, rest = aside.text.partition(",")
    told = _initials(entry, Aside(letters, aside.start, aside.end), words) if comma else None
    if told is None or not rest.strip():
        return None
    behind = Aside(rest.strip(), aside.start + len(letters) + 1, aside.end)
    return with_aside(told[0], behind, words)


def abbreviates(letters: str, name: str) -> bool:
    """Tell whether letters are a name's initials, or begin like them ("CDu" for Colette Dunphy).

    Example:
        >>> abbreviates("CDu", "Colette Dunphy"), abbreviates("NHS", "Michael Cook")
        (True, False)
    """
    plain = letters.replace(".", "")
    heads = [word[0].upper() for word in re.findall(r"[^\W\d_][\w'’]*", name) if word[0].isupper()]
    capitals = [letter for letter in plain if letter.isupper()]
    place = 0
    for capital in capitals:
        while place < len(heads) and heads[place] != capital:
            place += 1
        if place == len(heads):
            return "".join(heads[-2:]).startswith(plain[:2].upper())
        place += 1
    return len(capitals) > 1 or len(heads) == 1


def status_word(text: str, words: AttendanceWords) -> str | None:
    """Return what a word beside a name says of its presence ("Absent", "here"), or None."""
    phrase = tuple(text.lower().split())
    for status, phrases in words.presence:
        if phrase in phrases:
            return status
    return "in-attendance" if phrase in words.guest_marks else None


def _status(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    status = status_word(aside.text, words)
    if status is not None:
        return entry._replace(status=status), ()
    return (entry, ()) if aside.text.lower() in words.modes else None


def _substituted_by(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    found = _SUBSTITUTED_BY.fullmatch(aside.text)
    if found is None:
        return None
    group = "who" if found["who"] else "before"
    offset = aside.start + found.start(group)
    other = _named(found[group], offset, words)
    if other is not None:
        return entry, (other._replace(status="substitute", substitute_for=entry.name),)
    several = _several(found[group], offset, words)
    return (entry, several) if several else None


def _several(text: str, offset: int, words: AttendanceWords) -> tuple[Entry, ...]:
    """Return those who share a title and stand in for several ("Councillors Pym and Khan")."""
    tokens = tokenise(text)
    reader, found = NameReader(tokens, words), []
    place = reader.plural_end(0) if tokens else 0
    while 0 < place < len(tokens):
        name = reader.read(place, bare=True)
        if name is None or name.start != place:
            return ()
        start, end = tokens[place].start, tokens[name.end - 1].end
        written = " ".join(text[start:end].split())
        found.append(Entry(offset + start, offset + end, written, True, status="substitute"))
        place = name.end
        while place < len(tokens) and tokens[place].text in _JOINERS:
            place += 1
    return tuple(found)


def _named(text: str, offset: int, words: AttendanceWords) -> Entry | None:
    tokens = tokenise(text)
    reader = NameReader(tokens, words)
    name = reader.read(0) if tokens else None
    if name is None:
        return None
    start, end = tokens[name.start].start, tokens[name.end - 1].end
    entry = Entry(offset + start, offset + end, " ".join(text[start:end].split()), name.titled)
    if name.end == len(tokens):
        return entry
    beside = tokens[name.end].text == "," and reader.is_office(name.end + 1)
    return entry._replace(role=office(text[tokens[name.end + 1].start :])) if beside else None


def _substitute_for(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    found = _SUBSTITUTE_FOR.fullmatch(aside.text)
    if found is None:
        return _for_somebody(entry, aside, words)
    who = " ".join((found["who"] or found["whom"] or "").split())
    if who[:1].islower() and who.lower() not in _PRONOUNS and not who.startswith(("the ", "for ")):
        return None
    whom = None if who.lower() in _PRONOUNS else who
    return entry._replace(status="substitute", substitute_for=whom, end=aside.end), ()


def _for_somebody(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    """Read "(for Dan Hale - Aldern City Council)": a first name behind "for" tells a person."""
    found = _FOR.match(aside.text)
    whom = _named(found["who"], 0, words) if found else None
    if found is None or whom is None:
        return None
    if found.end() == len(aside.text) and not _first(whom, words):
        return None
    return entry._replace(status="substitute", substitute_for=whom.name, end=aside.end), ()


def _first(whom: Entry, words: AttendanceWords) -> bool:
    return whom.name.split()[0].lower() in words.names.given_names


def _times(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    timed = with_times(entry, aside.text)
    return (timed, ()) if timed is not entry else None


def with_times(entry: Entry, text: str) -> Entry:
    """Return the entry with the coming and going that words tell of; the same where they do not."""
    if not _TIMED.search(text):
        return entry
    arrived, left = _ARRIVED.search(text), _LEFT.search(text)
    if arrived is None and left is None:
        return entry
    came = " ".join(arrived["when"].split()) if arrived else entry.arrived
    went = " ".join(left["when"].split()) if left else entry.left
    return entry._replace(arrived=came, left=went)


def _party(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    return (entry._replace(organisation=aside.text), ()) if aside.text in words.parties else None


def _office(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    tokens = tokenise(aside.text)
    if tokens and tokens[0].lower == "representing":
        body = aside.text.split(None, 1)[-1]
        return entry._replace(organisation=entry.organisation or body), ()
    if entry.role or not tokens or not NameReader(tokens, words).is_office(0, lower=True):
        return None
    return entry._replace(role=office(aside.text), end=aside.end), ()


def _organisation(entry: Entry, aside: Aside, words: AttendanceWords) -> Found:
    if not aside.text[:1].isupper() or entry.organisation:
        return None
    return entry._replace(organisation=aside.text, end=aside.end), ()


_READINGS: tuple[Reading, ...] = (
    _chair,
    _late,
    _substituted_by,
    _substitute_for,
    _status,
    _party,
    _initials,
    _initials_first,
    _times,
    _office,
    _organisation,
)
