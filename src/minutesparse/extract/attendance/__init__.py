"""Who was present, who sent apologies, who stood in for whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minutesparse.extract.attendance.register import Register
from minutesparse.extract.attendance.sentences import read_sentence
from minutesparse.extract.attendance.words import AttendanceWords, attendance_words
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, ItemLayout, Layout, Text

_TITLE = re.compile(
    r"\b(?:apolog|attendance|attendees|present\b|substitut|membership|roll\s+call|sederunt|"
    r"leave\s+of\s+absence|in\s+attendance|absen(?:ce|t)|ymddiheuriadau)",
    re.I,
)
_NOT_TITLE = re.compile(r"\bvote|\bpresentation|\bminutes\s+of\b|\bschool\s+attendance", re.I)
_LABELLED = re.compile(
    r"(?:present|in\s+attendance|apologies|members\s+present|councillors\s+present|sederunt)\b\s*[:–-]",
    re.I,
)
_MOST_OPENING = 12
_MOST_BLOCKS = 40
_ZONES = ("minutes", "decision", "agenda")


def find_attendance(text: Text, layout: Layout, lexicon: Lexicon) -> list[AttendanceFinding]:
    """Return everybody whose presence or absence the page records, in document order."""
    words = attendance_words(lexicon)
    found: list[AttendanceFinding] = []
    for stretch in _stretches(layout, len(text.clean)):
        register = Register(text.clean, words, status=stretch[2], front=stretch[3])
        found += register.read(stretch[0], stretch[1])
    found += _told(layout, words)
    return _unique(found)


def attendance_claims(
    findings: Sequence[AttendanceFinding], layout: Layout
) -> list[tuple[int, int]]:
    """Return the stretches that attendance takes from the discussion: whole sentences or lines."""
    starts = sorted(finding.start for finding in findings)
    claims: list[tuple[int, int]] = []
    for item in layout.items:
        for block in item.blocks:
            for sentence in block.sentences:
                place = bisect_left(starts, sentence.start)
                if place < len(starts) and starts[place] < sentence.end:
                    claims.append((sentence.start, sentence.end))
    return claims


Stretch = tuple[int, int, str | None, bool]


def _stretches(layout: Layout, length: int) -> Iterator[Stretch]:
    """Yield what may hold lists of names: the front, and items about attendance."""
    if layout.front:
        end = layout.items[0].start if layout.items else length
        yield layout.front[0].marker_start, max(layout.front[-1].end, min(end, length)), None, True
    for item in layout.items:
        blocks = [block for block in item.blocks if block.zone in _ZONES]
        if not blocks:
            continue
        if _about_attendance(item):
            yield blocks[0].marker_start, blocks[-1].end, _title_status(item.title or ""), False
        elif any(_LABELLED.match(block.text) for block in blocks[:_MOST_OPENING]):
            last = blocks[min(len(blocks), _MOST_BLOCKS) - 1]
            yield blocks[0].marker_start, last.end, None, False


def _about_attendance(item: ItemLayout) -> bool:
    title = item.title or ""
    return _TITLE.search(title) is not None and _NOT_TITLE.search(title) is None


def _title_status(title: str) -> str | None:
    """Return what an item's title says of names that stand under it without a label."""
    for status, words in _TITLE_STATUS:
        if words.search(title):
            return status
    return None


_TITLE_STATUS = (
    ("present", re.compile(r"\b(?:attendance|present|attendees|sederunt|roll\s+call)\b", re.I)),
    ("apologies", re.compile(r"\bapolog|\bleave\s+of\s+absence|\babsence|ymddiheuriadau", re.I)),
    ("absent", re.compile(r"\babsent\b", re.I)),
)


def _told(layout: Layout, words: AttendanceWords) -> Iterator[AttendanceFinding]:
    """Yield what sentences tell, on the front page and in the items."""
    for block in layout.front:
        yield from _of_block(block, words, titled=True)
    for item in layout.items:
        titled = _about_attendance(item)
        for block in item.blocks:
            if block.zone in ("minutes", "decision"):
                yield from _of_block(block, words, titled=titled)


def _of_block(block: Block, words: AttendanceWords, *, titled: bool) -> Iterator[AttendanceFinding]:
    for sentence in block.sentences:
        yield from read_sentence(sentence, words, titled=titled)


def _unique(found: Sequence[AttendanceFinding]) -> list[AttendanceFinding]:
    """Return the findings in order, one for a stretch; a list's reading goes before a sentence's."""
    out: list[AttendanceFinding] = []
    for entry in sorted(found, key=lambda entry: (entry.start, entry.rule != "attendance.roll")):
        if not out or entry.start >= out[-1].end:
            out.append(entry)
    return out
