"""Sentences about presence: apologies received, substitutes, those in attendance, the absent.

A sentence is read cue by cue ("apologies ... from", "was present for", "were in attendance"). The
names stand after the cue or before it; what stands before must be names and nothing else, or the
sentence only talks about attendance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutesparse.extract.attendance.entry import Entry
from minutesparse.extract.attendance.lists import Listing, read_list
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.text import Sentence

_HAVE = r"(?:had|have|has|having)\s+"
_BE = r"(?:was|were|is|are|being)\s+"
_APOLOGIES = re.compile(
    r"\b(?:apolog(?:y|ies)|regrets|(?:requests?\s+for\s+)?leave\s+of\s+absence)\b"
)
_LINKER = re.compile(
    r"\b(?:on\s+behalf\s+of|from,?\s+and\s+(?:a\s+)?leave\s+of\s+absence\s+(?:be\s+)?granted\s+to\b,?|from|by|granted\s+to|(?:tendered|given|recorded|noted|accepted|submitted|received|sent)\s+for)\b\s*(?::\s*[-–]*\s*)?", re.I
)
_PLAIN_FOR = re.compile(r"\bfor\s+(?!(?:absence|lateness|inability|non|not|the|their|his|her|being|having|this|any|late|leaving)\b)", re.I)
_ABSENCE_OF = re.compile(r"\b(?:in|for|noted)\s+the\s+absence\s+of\s+", re.I)
_LATE = re.compile(r"\bfor\s+(?:late\b|lateness\b|arriving\s+late|early\s+departure|leaving\s+early|having\s+to\s+leave|late\s+arrival)", re.I)
_LATE_FROM = re.compile(r"(?:[;,]|\band)\s*(?:apologies\s+)?for\s+(?:late\b|lateness|late\s+arrival|early\s+departure)[\w\s]{0,30}$", re.I)
_FROM = re.compile(r"(?:,|;|\band)?\s*\b(?:were\s+|was\s+)?(?:also\s+)?(?:received\s+)?from\s+", re.I)
_SPEAKS = re.compile(r"\bin\s+attendance\s+to\b|\bpresent(?:ed)?\s+(?:to|the|a|an|his|her|their|that|and)\b", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say somebody was there or not.

    Attributes:
        rule: The rule's name.
        status: What they say.
        pattern: The words.
        before: Whether the names stand before them; else after.
        anywhere: Whether they say so outside items about attendance too.
    """

    rule: str
    status: str
    pattern: re.Pattern[str]
    before: bool
    anywhere: bool


def _cue(rule: str, status: str, pattern: str, *, before: bool, anywhere: bool = False) -> Cue:
    return Cue(f"attendance.{rule}", status, re.compile(pattern, re.I), before, anywhere)


CUES: tuple[Cue, ...] = (
    _cue(
        "substitute_sentence",
        "substitute",
        rf"\b(?:(?:{_BE}|{_HAVE}been\s+)?(?:also\s+)?(?:present|attending|attended|in\s+attendance|acting|appointed|there|named|nominated|sitting|sat|serving|served)?\s*"
        r"(?:at\s+(?:the|this)\s+meeting\s+)?(?:as\s+)?(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:named\s+|nominated\s+)?(?:substitut(?:e|es|ed|ing)|alternate|reserve|proxy|stand-in|replacement)\b(?!\s+(?:motion|amendment|member\w*\s+scheme))(?:\s+members?)?(?:\s+(?:for|on\s+behalf\s+of)\b)?|"
        r"(?:(?:was|were)\s+)?deputis(?:ed|ing)\s+for\b|"
        rf"(?:{_BE}|{_HAVE})?(?:present|attend(?:ed|ing)|in\s+attendance|here)\s+(?:at\s+the\s+meeting\s+)?(?:in\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:place|stead|lieu)(?:\s+of)?|on\s+(?:his|her|their)\s+behalf|on\s+behalf\s+of|instead\s+of|for(?=\s+(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|(?-i:[A-Z][a-z]+\s+[A-Z]))))|"
        r"(?:took|taking|took\s+up)\s+the\s+place\s+of|(?:was\s+|had\s+)?replac(?:ed|ing)(?=\s+(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)|"
        r"in\s+(?:the\s+)?(?:place|stead)\s+of)",
        before=True,
    ),
    _cue(
        "substituted_by",
        "substitute",
        r"\b(?:who\s+)?(?:was|were|is|being)\s+(?:substituted|replaced|represented|deputised)\s+(?:for\s+)?by\s+|\bwhose\s+(?:place\s+was\s+taken\s+by|substitute\s+was)\s+",
        before=False,
    ),
    _cue(
        "apologies_sent",
        "apologies",
        rf"\b(?:{_HAVE})?(?:sent|submitted|gave|given|tendered|offered|intimated|conveyed|presented|forwarded)\s+(?:in\s+)?(?:his\s+|her\s+|their\s+|an?\s+|through\s+)?(?:written\s+|advance\s+)?apolog(?:y|ies)\b",
        before=True,
    ),
    _cue(
        "unable_to_attend",
        "apologies",
        rf"\b(?:{_BE}|{_HAVE}been\s+)?unable\s+to\s+(?:attend|be\s+present)|\basked\s+to\s+be\s+excused|\b(?:was|were)\s+on\s+leave\s+of\s+absence|\bhad\s+apologised\b(?!\s+for\s+the)",
        before=True,
    ),
    _cue(
        "absent_sentence",
        "absent",
        r"\b(?:was|were)\s+(?:absent|not\s+(?:present|in\s+attendance)|excused)(?!\s+(?:for|from|during|when|at\s+the\s+(?:time|vote)))",
        before=True,
    ),
    _cue(
        "in_attendance_inverted",
        "in-attendance",
        r"\b(?:also\s+)?(?:in\s+attendance|present|attending)(?:\s+(?:at|for)\s+(?:part\s+of\s+)?(?:the|this)\s+(?:meeting|item))?\s+(?:was|were)\s*:?\s+(?!(?:that|not|also|no|told|advised|reminded)\b)",
        before=False,
    ),
    _cue(
        "attended_item",
        "in-attendance",
        r"\b(?:attended|joined\s+the\s+meeting|were\s+present|was\s+present|were\s+in\s+attendance|was\s+in\s+attendance|(?:was|were)\s+also\s+(?:present|in\s+attendance))\s+(?:the\s+meeting\s+)?(?:for|during)\s+(?:this|the|that|agenda|part\s+of\s+this)\s+(?:agenda\s+)?(?:item|matter|discussion|meeting|part)\b",
        before=True,
        anywhere=True,
    ),
    _cue(
        "in_attendance_sentence",
        "in-attendance",
        r"\b(?:(?:(?:was|were)\s+)?(?:also\s+)?(?:present|in\s+attendance|attending)|(?:also\s+)?attended(?:\s+the\s+meeting)?|in\s+attendance)(?=\s*(?:[.,;]|$|with\b|by\b|via\b|remotely\b|as\s+an?\b|representing\b|at\s+the\s+(?:start|beginning|meeting)|from\b|until\b|throughout\b|on\s+behalf\b|\())",
        before=True,
    ),
)
_CHAIRED = re.compile(
    r"\b(?:(?:was|were)\s+in\s+the\s+chair|in\s+the\s+chair|chaired\s+the\s+meeting|presided(?:\s+over\s+the\s+meeting)?|(?:took|occupied)\s+the\s+chair|presiding)\b(?P<with>(?:,|\s+and)?\s+with\b[,:]?)?",
    re.I,
)
_PRESENT_LIST = re.compile(
    r"\b(?:(?:the\s+)?(?:following|other)\s+(?:\w+\s+){0,3}(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance)|"
    r"(?:those|members|councillors|the\s+members)\s+(?:who\s+were\s+)?(?:present|attending|in\s+attendance)\s+(?:were|was|included)|"
    r"^present\s+(?:were|was)|answered\s+(?:the\s+roll(?:\s+call)?|present)|roll\s+call\s+(?:was\s+taken\s+)?(?:with|showed))\b\s*(?:as\s+follows)?\s*[:,–-]*\s*",
    re.I,
)
_FOR = re.compile(r"\s*(?:for|of|on\s+behalf\s+of)?\s*", re.I)
_WHOM = re.compile(r"\bfor\s+whom\s+", re.I)


def read_sentence(
    sentence: Sentence, words: AttendanceWords, *, titled: bool
) -> list[AttendanceFinding]:
    """Return whose presence or absence a sentence tells of.

    Args:
        sentence: One sentence of the page.
        words: The attendance lexicon.
        titled: Whether it stands on the front page or in an item about attendance.
    """
    for reading in _READINGS:
        found = reading(sentence, words, titled)
        if found:
            return found
    return []


Reading = Callable[[Sentence, AttendanceWords, bool], list[AttendanceFinding]]


# ---------------------------------------------------------------- apologies ... from


def _apologies(
    sentence: Sentence, words: AttendanceWords, titled: bool
) -> list[AttendanceFinding]:
    """Read "Apologies were received from A and B", with whatever follows in the sentence."""
    found = _APOLOGIES.search(sentence.text.lower())
    if found is None:
        return []
    start = _list_start(sentence.text, found.end())
    if start is None:
        return []
    entries: list[Entry] = []
    whom = _WHOM.search(sentence.text, start)
    for first, last in _parts(sentence.text, start, whom.start() if whom else None):
        entries += _after(sentence, first, last, words).entries
    out = [_finding(entry, "apologies", "attendance.apologies_sentence") for entry in entries]
    if not out:
        return []
    taken = {entry.start for entry in entries}
    more = _further(sentence, start, words, titled)
    return out + [finding for finding in more if finding.start not in taken]


def _list_start(text: str, place: int) -> int | None:
    """Return where the names begin after "apologies": behind "on behalf of", "from", "by"."""
    near = text[: place + 160]
    absence = _ABSENCE_OF.search(near, place)
    behalf = next((hit for hit in _LINKER.finditer(near, place) if "behalf" in hit[0].lower()), None)
    linker = behalf or absence or _LINKER.search(near, place) or _PLAIN_FOR.search(near, place)
    if linker is None or re.search(r"\bto\s+(?:attend|the)\b.*\bfor\b", near[place : linker.start()]):
        return None
    if _LATE.search(near, place, linker.start()) and " absence" not in near[place : linker.start()]:
        return None
    return linker.end()


def _parts(text: str, start: int, limit: int | None) -> Iterator[tuple[int, int]]:
    """Yield the stretches of names that sent apologies for absence, not for coming late."""
    text = text[:limit]
    late_next = False
    place = start
    for found in [*_FROM.finditer(text, start), None]:
        stop = found.start() if found else len(text)
        late_own = _LATE.search(text, place, stop)
        tail = _LATE_FROM.search(text[place:stop])
        own = late_own is not None and (tail is None or late_own.start() < place + tail.start())
        if not late_next and not own:
            yield place, place + tail.start() if tail else stop
        late_next = tail is not None
        if found:
            place = found.end()


def _further(
    sentence: Sentence, place: int, words: AttendanceWords, titled: bool
) -> list[AttendanceFinding]:
    """Read what a sentence goes on to say after its list: who came instead."""
    whom = _WHOM.search(sentence.text, place)
    if whom is not None:
        listing = read_list(sentence.text[whom.end() :], sentence.start + whom.end(), words)
        entries = sorted({*listing.before, *listing.entries}, key=lambda entry: entry.start)
        return [_finding(e, "substitute", "attendance.substitute_sentence") for e in entries]
    return list(_by_cues(sentence, words, titled, place, CUES[:2]))


# ---------------------------------------------------------------- cue by cue


def _cued(sentence: Sentence, words: AttendanceWords, titled: bool) -> list[AttendanceFinding]:
    cues = CUES if titled else tuple(cue for cue in CUES if cue.anywhere)
    return list(_by_cues(sentence, words, titled, 0, cues))


def _by_cues(
    sentence: Sentence,
    words: AttendanceWords,
    titled: bool,
    place: int,
    cues: Sequence[Cue],
) -> Iterator[AttendanceFinding]:
    """Take the cues of a sentence from left to right, each with the names that belong to it."""
    done = place
    while (hit := _next_cue(sentence.text, done, cues)) is not None:
        cue, found = hit
        if cue.before:
            alone = not place or done > place
            entries = _before(sentence, done, found.start(), words, alone=alone)
            whom = _whom(sentence, found.end(), words) if cue.status == "substitute" else None
            name = whom.name if whom else None
            status = _seated(cue, found[0], sentence.text[done : found.start()])
            yield from (_finding(_for(entry, name), status, cue.rule) for entry in entries)
            done = max(found.end(), whom.end - sentence.start if whom else 0)
        else:
            listing = _after(sentence, found.end(), len(sentence.text), words)
            yield from (_finding(entry, cue.status, cue.rule) for entry in listing.entries)
            ends = [entry.end - sentence.start for entry in listing.entries]
            done = max([found.end(), *ends])


def _next_cue(
    text: str, place: int, cues: Sequence[Cue]
) -> tuple[Cue, re.Match[str]] | None:
    """Return the cue that comes first; of two at one place, the one that is tried first."""
    hits = [(cue, found) for cue in cues if (found := cue.pattern.search(text, place))]
    hits = [(cue, found) for cue, found in hits if not _SPEAKS.match(text, found.start())]
    return min(hits, key=lambda hit: hit[1].start(), default=None)


def _seated(cue: Cue, said: str, before: str) -> str:
    """Return what a cue says of those before it: members who "were present" are no guests."""
    member = _MEMBERS.match(before) is not None and "also" not in said.lower()
    guests = cue.status == "in-attendance" and "present" in said.lower()
    return "present" if guests and member else cue.status


_MEMBERS = re.compile(
    r"[\s,]*(?:and\s+)?(?:the\s+)?(?:Councillors?|Cllrs?|Crs?|Commissioners?|Trustees?|Members|Aldermen|Councilm\w+)\b", re.I
)


def _for(entry: Entry, whom: str | None) -> Entry:
    return replace(entry, substitute_for=entry.substitute_for or whom)


def _whom(sentence: Sentence, place: int, words: AttendanceWords) -> Entry | None:
    """Return whom a substitute stands in for: the name straight after the cue."""
    lead = _FOR.match(sentence.text, place)
    start = lead.end() if lead else place
    near = sentence.text[start : start + 120]
    listing = read_list(near, sentence.start + start, words)
    named = [*listing.entries, *listing.before]
    return named[0] if named and named[0].start - sentence.start - start <= 4 else None


def _after(
    sentence: Sentence, start: int, end: int, words: AttendanceWords
) -> Listing:
    """Read the names after a cue, up to the verb that tells something of the last of them."""
    listing = read_list(sentence.text[start:end], sentence.start + start, words, bare=True)
    if listing.before:
        kept = tuple(entry for entry in listing.before if entry is not listing.subject)
        kept = kept if listing.subject is not None else listing.before
        return replace(listing, entries=(*listing.entries, *kept), before=())
    return listing


def _before(
    sentence: Sentence, start: int, end: int, words: AttendanceWords, *, alone: bool = True
) -> tuple[Entry, ...]:
    """Read the names that are a cue's subject: names alone from where a clause begins.

    Args:
        sentence: The sentence.
        start: Where what belongs to the cue may begin.
        end: Where the cue begins.
        words: The attendance lexicon.
        alone: Whether all that stands before belongs to the cue; else only its last name does.
    """
    text = sentence.text[start:end]
    if _RELATIVE_END.search(text):
        return ()
    for first in _clause_starts(text):
        if first >= len(text):
            continue
        listing = read_list(text[first:], sentence.start + start + first, words)
        if listing.clean and listing.entries:
            return listing.entries if alone or first else listing.entries[-1:]
    return ()


_RELATIVE_END = re.compile(r"\b(?:who|which|whom|that)\s*$", re.I)
_CLAUSE = re.compile(
    r"(?:;|:|,|\b(?:and\s+that|whilst|while|with|but|noting\s+that|that)\b|,\s+and\b(?=\s+\S+\s+\S+\s*$))\s*",
    re.I,
)
_OPENERS = re.compile(r"\s*(?:also|in\s+addition|and|additionally|NB|note)\b[\s,:.]*|[\s,.:]+", re.I)
_MOST_CLAUSES = 8


def _clause_starts(text: str) -> list[int]:
    """Return where the clause may begin that ends a stretch of a sentence, the longest first."""
    ends = [found.end() for found in _CLAUSE.finditer(text) if found.end() < len(text) - 3]
    bracket = text.rfind("(") + 1
    starts = [0, *ends] + ([bracket] if bracket and ")" not in text[bracket:] else [])
    starts = sorted(set(starts))
    return [_opened(text, start) for start in starts[:1] + starts[1:][-_MOST_CLAUSES:]]


def _opened(text: str, start: int) -> int:
    opener = _OPENERS.match(text, start)
    return opener.end() if opener else start


# ---------------------------------------------------------------- chairs and lists of those present


def _chaired(sentence: Sentence, words: AttendanceWords, titled: bool) -> list[AttendanceFinding]:
    """Read "Mayor Hale chaired the meeting with A, B and C in attendance"."""
    found = _CHAIRED.search(sentence.text) if titled else None
    if found is None:
        return []
    entries = _before(sentence, 0, found.start(), words)
    if len(entries) != 1:
        return []
    role = entries[0].role or "Chair"
    out = [_finding(replace(entries[0], role=role), "present", "attendance.chaired")]
    if found["with"]:
        listing = _after(sentence, found.end(), len(sentence.text), words)
        out += [_finding(entry, _with(entry), "attendance.chaired") for entry in listing.entries]
        return out
    return out + list(_by_cues(sentence, words, titled, found.end(), CUES))


def _with(entry: Entry) -> str:
    """Return whether somebody named beside the chair is a member or an officer."""
    office = (entry.role or "").lower()
    officer = bool(office) and not re.search(r"chair|mayor|president|member|councillor|leader", office)
    return "in-attendance" if officer and not _MEMBER.match(entry.name) else "present"


_MEMBER = re.compile(r"(?:Cllr|Councillor|Cr|Clr|Ald|Councilm)", re.I)


def _present_list(
    sentence: Sentence, words: AttendanceWords, titled: bool
) -> list[AttendanceFinding]:
    """Read "Those present were A, B and C"."""
    found = _PRESENT_LIST.search(sentence.text) if titled else None
    if found is None:
        return []
    listing = _after(sentence, found.end(), len(sentence.text), words)
    guests = re.search(r"\b(?:officers?|staff|officials|also)\b", found[0], re.I)
    status = "in-attendance" if guests else "present"
    return [_finding(entry, status, "attendance.present_sentence") for entry in listing.entries]


_READINGS: tuple[Reading, ...] = (_apologies, _chaired, _present_list, _cued)


def _finding(entry: Entry, status: str, rule: str) -> AttendanceFinding:
    return AttendanceFinding(
        entry.start,
        entry.end,
        entry.name,
        entry.status or status,
        rule,
        entry.role,
        entry.substitute_for,
        entry.organisation,
        entry.arrived,
        entry.left,
        entry.initials,
    )
