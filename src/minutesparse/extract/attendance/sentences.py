"""Sentences about presence: apologies received, substitutes, those in attendance, the absent.

A sentence is read cue by cue ("apologies ... from", "was present for", "were in attendance"). The
names stand after the cue or before it; what stands before must be names and nothing else, or the
sentence only talks about attendance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from minutesparse.extract.attendance.announced import classify
from minutesparse.extract.attendance.apologies import apology_stretches, list_start, whom_place
from minutesparse.extract.attendance.cues import (
    CHAIRED,
    CUES,
    PRESENT_LIST,
    SUBSTITUTES,
    Cue,
    next_cue,
)
from minutesparse.extract.attendance.entry import Entry, finding
from minutesparse.extract.attendance.guests import with_staff
from minutesparse.extract.attendance.lists import Listing, read_list
from minutesparse.extract.attendance.posts import holders
from minutesparse.extract.attendance.signing import votes
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.naming import tokenise
from minutesparse.text import Sentence

_LONGEST = 6000
_FOR = re.compile(r"\s*(?:for|of|on\s+behalf\s+of)?\s*", re.I)
_NEAR = 120
_LEAD = 25  # characters of a title that several share
_MEMBER = re.compile(r"(?:Cllr|Councillor|Cr|Clr|Ald|Councilm)", re.I)
_SEAT = re.compile(r"chair|mayor|president|member|councillor|leader", re.I)
_SEATS = re.compile(
    r"\s*(?:in\s+(?:the\s+)?Council\s+Chambers?|electronically|virtually|online)\b", re.I
)
_MEMBERS = re.compile(
    r"[\s,]*(?:and\s+)?(?:the\s+)?"
    r"(?:(?:Deputy\s+)?Mayor\s+(?:[\w.]+\s+){1,3}and\s+)?"
    r"(?:(?:County|District|Borough|City|Town)\s+(?=\w+s\b))?"
    r"(?:Councillors?|Cllrs?|Crs?|Commissioners?|Trustees?|Members|Aldermen|Councilm\w+)\b",
    re.I,
)
_GUESTS = re.compile(r"\b(?:officers?|staff|officials|also)\b", re.I)
_WHO = re.compile(r",?\s+who\s*$", re.I)
_NAMED = re.compile(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Alderman|Sir)\b")
_RELATIVE_END = re.compile(r"\b(?:who|which|whom|that)\s*$", re.I)
_ADVERB = re.compile(r"\s+(?:also|both|each|all|then)\s*$", re.I)
_CLAUSE = re.compile(
    r"(?:[;:,]|\b(?:and\s+that|whilst|while|with|but|noting\s+that|that)\b|"
    r",\s+and\b(?=\s+\S+\s+\S+\s*$))\s*",
    re.I,
)
_OPENERS = re.compile(
    r"\s*(?:also|in\s+addition|and|additionally|NB|note)\b[\s,:.]*|[\s,.:]+", re.I
)
_TELLING = frozenset(
    """apology apologies apologises regrets leave attended attending attendance present
    joined""".split()
)
"""Words of which a sentence about presence has one wherever it stands."""

_ANY_CUE = re.compile(
    r"substit|alternate|reserve|proxy|stand-in|replac|deputis|represent|present|attend|\bhere\b|place\b|"
    r"stead\b|apolog|unable|excused|absen|joined|\broll\b",
    re.I,
)
_LONGEST_LABEL = 60
_MOST_CLAUSES = 8


def read_sentence(
    sentence: Sentence, words: AttendanceWords, *, titled: bool, listed: bool = False
) -> list[AttendanceFinding]:
    """Return whose presence or absence a sentence tells of.

    Args:
        sentence: One sentence of the page.
        words: The attendance lexicon.
        titled: Whether it stands on the front page or in an item about attendance.
        listed: Whether a list that was read stands in it.
    """
    if (not titled and _TELLING.isdisjoint(sentence.words)) or votes(sentence.text):
        return []
    short = len(sentence.text) < _LONGEST_LABEL and not sentence.text.endswith(".")
    if short and classify(tokenise(sentence.text), words, strict=True) is not None:
        return []
    reader = _SentenceReader(sentence, words, titled, listed)
    for reading in _READINGS:
        found = reading(reader)
        if found:
            return found
    return []


class _SentenceReader:
    """Reads one sentence."""

    def __init__(
        self, sentence: Sentence, words: AttendanceWords, titled: bool, listed: bool
    ) -> None:
        self._listed = listed
        self._text = sentence.text[:_LONGEST]
        self._offset = sentence.start
        self._words = words
        self._titled = titled

    # ------------------------------------------------------------ the readings

    def apologies(self) -> list[AttendanceFinding]:
        """Read "Apologies were received from A and B", with who came instead of them."""
        start = list_start(self._text)
        if start is None:
            return []
        entries = [
            entry
            for first, last in apology_stretches(self._text, start)
            for entry in self._after(first, last).entries
        ]
        out = [finding(entry, "apologies", "attendance.apologies_sentence") for entry in entries]
        taken = {entry.start for entry in entries}
        return out and out + [one for one in self._instead(start) if one.start not in taken]

    def chaired(self) -> list[AttendanceFinding]:
        """Read "Mayor Hale chaired the meeting with A, B and C in attendance"."""
        found = CHAIRED.search(self._text) if self._titled else None
        entries = self._before(0, found.start()) if found else ()
        if found is None or len(entries) != 1:
            return []
        chair = entries[0]._replace(role=entries[0].role or "Chair")
        out = [finding(chair, "present", "attendance.chaired")]
        if not found["with"]:
            return out + list(self._by_cues(found.end(), CUES))
        listed = self._after(found.end(), len(self._text)).entries
        return out + [finding(one, _beside_chair(one), "attendance.chaired") for one in listed]

    def present_list(self) -> list[AttendanceFinding]:
        """Read "Those present were A, B and C"."""
        found = PRESENT_LIST.search(self._text) if self._titled else None
        if found is None:
            return []
        status = "in-attendance" if _GUESTS.search(found[0]) else "present"
        listed = with_staff(self._after(found.end(), len(self._text)).entries, self._words)
        return [finding(entry, status, "attendance.present_sentence") for entry in listed]

    def cued(self) -> list[AttendanceFinding]:
        """Read the sentence cue by cue."""
        if _ANY_CUE.search(self._text) is None:
            return []
        cues = CUES if self._titled else tuple(cue for cue in CUES if cue.anywhere)
        return list(self._by_cues(0, cues))

    def labelled(self) -> list[AttendanceFinding]:
        """Read "Staff in attendance: A and B", a label and its list in a sentence."""
        colon = self._text.find(":", 0, _LONGEST_LABEL) if self._titled else -1
        if colon < 0 or self._listed:
            return []
        label = classify(tokenise(self._text[:colon]), self._words, strict=True)
        if label is None or not label.main or label.status is None:
            return []
        listing = read_list(self._text[colon + 1 :], self._offset + colon + 1, self._words)
        return [finding(entry, label.status, "attendance.roll") for entry in listing.entries]

    # ------------------------------------------------------------ cue by cue

    def _instead(self, place: int) -> list[AttendanceFinding]:
        """Read who came instead of those who sent apologies."""
        whom = whom_place(self._text, place)
        if whom is None:
            return list(self._by_cues(place, SUBSTITUTES))
        listing = read_list(self._text[whom:], self._offset + whom, self._words)
        entries = sorted({*listing.before, *listing.entries}, key=lambda entry: entry.start)
        return [finding(e, "substitute", "attendance.substitute_sentence") for e in entries]

    def _by_cues(self, place: int, cues: Sequence[Cue]) -> Iterator[AttendanceFinding]:
        """Take the cues of the sentence from left to right, each with its names."""
        done = place
        while (hit := next_cue(self._text, done, cues)) is not None:
            cue, found = hit
            if cue.before:
                alone = not place or done > place
                entries = self._before(done, found.start(), alone=alone)
                if not entries and cue in SUBSTITUTES:
                    entries = self._relative(done, found.start())
                if not entries and cue.rule == "attendance.in_attendance_sentence":
                    text = _ADVERB.sub("", self._text[done : found.start()])
                    entries = holders(text, self._offset + done, self._words)
                replaced = self._replaced(found.end()) if cue.status == "substitute" else ()
                whom = replaced[0] if replaced else None
                before, after = self._text[done : found.start()], self._text[found.end() :]
                status = _seated(cue, found[0], before, after)
                pairs = replaced if len(replaced) == len(entries) else [whom] * len(entries)
                for entry, other in zip(entries, pairs, strict=True):
                    yield finding(_for(entry, other), status, cue.rule)
                done = max(found.end(), whom.end - self._offset if whom else 0)
            else:
                entries = self._after(found.end(), len(self._text)).entries
                yield from (finding(entry, cue.status, cue.rule) for entry in entries)
                done = max([found.end(), *(entry.end - self._offset for entry in entries)])

    def _replaced(self, place: int) -> tuple[Entry, ...]:
        """Return those whom substitutes stand in for: the names straight after the cue."""
        lead = _FOR.match(self._text, place)
        start = lead.end() if lead else place
        listing = read_list(self._text[start : start + _NEAR], self._offset + start, self._words)
        named = (*listing.entries, *listing.before)
        return named if named and named[0].start - self._offset - start <= _LEAD else ()

    # ------------------------------------------------------------ names after, names before

    def _after(self, start: int, end: int) -> Listing:
        """Read the names after a cue, up to the verb that tells something of the last of them."""
        listing = read_list(self._text[start:end], self._offset + start, self._words, bare=True)
        kept = [entry for entry in listing.before if entry is not listing.subject]
        return listing._replace(entries=(*listing.entries, *kept), before=())

    def _before(self, start: int, end: int, *, alone: bool = True) -> tuple[Entry, ...]:
        """Read the names that are a cue's subject: names alone from where a clause begins.

        Args:
            start: Where what belongs to the cue may begin.
            end: Where the cue begins.
            alone: Whether all that stands before belongs to the cue; else its last name does.
        """
        text = _ADVERB.sub("", self._text[start:end])
        if _RELATIVE_END.search(text):
            return ()
        starts = _clause_starts(text)
        for first in starts if alone else reversed(starts):
            listing = read_list(text[first:], self._offset + start + first, self._words)
            if listing.clean and listing.entries and ":" not in text[first:]:
                return listing.entries if alone or first else listing.entries[-1:]
        return ()

    def _relative(self, start: int, end: int) -> tuple[Entry, ...]:
        """Read the name that a relative clause is about: "Cllr Ash, who was substituting"."""
        text = self._text[start:end]
        who = _WHO.search(text)
        if who is None:
            return ()
        for title in reversed([found.start() for found in _NAMED.finditer(text[: who.start()])]):
            listing = read_list(
                text[title : who.start()], self._offset + start + title, self._words
            )
            if listing.clean and len(listing.entries) == 1:
                return listing.entries
        return ()


_READINGS: tuple[Callable[[_SentenceReader], list[AttendanceFinding]], ...] = (
    _SentenceReader.apologies,
    _SentenceReader.labelled,
    _SentenceReader.chaired,
    _SentenceReader.present_list,
    _SentenceReader.cued,
)


def _clause_starts(text: str) -> list[int]:
    """Return where the clause may begin that ends a stretch of a sentence, the longest first."""
    ends = {found.end() for found in _CLAUSE.finditer(text) if found.end() < len(text) - 3}
    bracket = text.rfind("(") + 1
    if bracket and ")" not in text[bracket:]:
        ends.add(bracket)
    starts = [0, *sorted(ends - {0})[-_MOST_CLAUSES:]]
    opened = (_opened(text, start) for start in starts)
    return [start for start in opened if start < len(text)]


def _opened(text: str, start: int) -> int:
    opener = _OPENERS.match(text, start)
    return opener.end() if opener else start


def _for(entry: Entry, whom: Entry | None) -> Entry:
    return entry._replace(substitute_for=entry.substitute_for or (whom.name if whom else None))


def _seated(cue: Cue, said: str, before: str, after: str) -> str:
    """Return what a cue says of those before it: members who "were present" are no guests."""
    member = _MEMBERS.match(before) is not None and "also" not in said.lower()
    there = "present" in said.lower() or cue.rule == "attendance.attended_remotely"
    seats = there or _SEATS.match(after) is not None
    return "present" if cue.status == "in-attendance" and seats and member else cue.status


def _beside_chair(entry: Entry) -> str:
    """Return whether somebody named beside the chair is a member or an officer."""
    officer = bool(entry.role) and not _SEAT.search(entry.role or "")
    return "in-attendance" if officer and not _MEMBER.match(entry.name) else "present"
