"""Who was present, who sent apologies, who stood in for whom."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutesparse.extract.attendance.again import (
    not_told_before,
    one_each,
    with_chair,
    without_second_roll,
)
from minutesparse.extract.attendance.announced import classify
from minutesparse.extract.attendance.classes import classes_alone
from minutesparse.extract.attendance.lists import read_list
from minutesparse.extract.attendance.register import Register
from minutesparse.extract.attendance.sentences import read_sentence
from minutesparse.extract.attendance.words import AttendanceWords, attendance_words
from minutesparse.extract.findings import AttendanceFinding
from minutesparse.lexicons import Lexicon
from minutesparse.naming import tokenise
from minutesparse.text import Block, ItemLayout, Layout, Sentence, Text

_TITLE = re.compile(
    r"\b(?:apolog|attendance|attendees|(?:those|also)\s+attending|present\b|substitut|membership|roll\s+call|call(?:ing)?\s+(?:of\s+)?the\s+roll|sederunt|"
    r"leave\s+of\s+absence|in\s+attendance|observers|absen(?:ce|t)|ymddiheuriadau)",
    re.I,
)
_OPENING = re.compile(r"\b(?:welcome|introductions?|call(?:ed)?\s+to\s+order|opening)\b", re.I)
_NOT_TITLE = re.compile(r"\bvote|\bpresentation|\bminutes\s+of\b|\bschool\s+attendance", re.I)
_AREA = re.compile(r"\s(?:Wards?|Division|Electorate)$")
_BALLOT = re.compile(r"(?:ayes?|nays?|noes|yeas?|yes|no|for|against|in\s+favou?r)\b\s*[:–-]", re.I)
_VOTING = re.compile(r"\b(?:voting|vot(?:e|es|ed)|for|against|abstain\w*|ayes|noes|nays)\b", re.I)
_LABEL_LINE = re.compile(
    r"^[^\S\n]*(?:[\w ,./()|-]{0,40}\b)?(?i:present|attendance|attending|apologies|sederunt|"
    r"presided|in\s+the\s+chair)\b|"
    r"\b(?i:present|in\s+attendance|attendees|absent)(?:\s+(?i:members))?\s*:|"
    r"\b(?:[Pp]resent|[Tt]hose\s+attending)\s+(?:was|were)\b",
    re.M,
)
_HEADING = re.compile(r"\b(?:minutes|meeting)\b", re.I)
_LONGEST_FRONT = 3000
_LONGEST_LABEL = 60
_MOST_OPENING = 12
_ALONE = re.compile(
    r"(?:list\s+of\s+)?(?:attendees|attendance(?:\s+list)?|present|participants|those\s+present)\s*:?",
    re.I,
)
_LONGEST_ALONE = 30
_MOST_BLOCKS = 400
_TOPIC_MARKS = 6
_INDENTED = re.compile(r"\n(?=[^\S\n]{2})")
_THERE = ("present", "in-attendance")
_LISTED = ("present", "in-attendance", "apologies", "substitute")  # "Absent" may be of a vote
_ZONES = ("minutes", "decision", "agenda")


def find_attendance(text: Text, layout: Layout, lexicon: Lexicon) -> list[AttendanceFinding]:
    """Return everybody whose presence or absence the page records, in document order."""
    words = attendance_words(lexicon)
    found: list[AttendanceFinding] = []
    for stretch in _stretches(text.clean, layout, words):
        register = Register(
            text.clean,
            words,
            status=stretch.status,
            front=stretch.front,
            passing=stretch.passing,
        )
        found += without_second_roll(register.read(stretch.start, stretch.end), found)
    found = [entry for entry in found if not _is_area(entry.name, words)]
    if not any(entry.status in _THERE for entry in found):
        found += _opening_roll(text.clean, layout, words)
    told = _told(text.clean, layout, words, sorted(entry.start for entry in found))
    found += not_told_before(told, found)
    return with_chair(one_each(_unique(found)), _opening_sentences(layout))


def _is_area(name: str, words: AttendanceWords) -> bool:
    """Tell whether a name is an area's ("Castle Ward") and nobody's ("Liam Ward")."""
    given = name.split(maxsplit=1)[0].lower() in words.names.given_names
    return not given and _AREA.search(name) is not None


def _opening_roll(clean: str, layout: Layout, words: AttendanceWords) -> list[AttendanceFinding]:
    """Return who stands under a label near the top of a page whose layout hides the list."""
    label = _LABEL_LINE.search(clean[:_LONGEST_FRONT])
    if label is None or "absent" in label[0].lower():
        return []
    numbered = (item.start for item in layout.items if item.number and item.blocks)
    end = next((start for start in numbered if start > label.start()), len(clean))
    start = clean.rfind("\n", 0, label.start() + 1) + 1
    return Register(clean, words).read(start, min(end, start + _LONGEST_FRONT))


_SPEAKS_TOO = re.compile(
    r"\b(?:was|were|attended)\b[^.;,]{3,50}?\band\s+(?:then\s+)?(?:presented|introduced|gave|outlined|updated|"
    r"summarised|advised|informed|explained|reported|spoke|said|told|addressed)\b"
)


def attendance_claims(
    findings: Sequence[AttendanceFinding], layout: Layout
) -> list[tuple[int, int]]:
    """Return the stretches that attendance takes from the discussion: whole sentences or lines.

    A sentence that goes on to say what somebody present did ("and introduced the report") is
    the discussion's too.
    """
    starts = sorted(finding.start for finding in findings)
    claims: list[tuple[int, int]] = []
    for item in layout.items:
        for block in item.blocks:
            for sentence in block.sentences:
                place = bisect_left(starts, sentence.start)
                named = place < len(starts) and starts[place] < sentence.end
                if named and _SPEAKS_TOO.search(sentence.text) is None:
                    claims.append((sentence.start, sentence.end))
    return claims


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the page that may hold lists of names.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        status: What the heading above it says of names without a label.
        front: Whether it is the front of the page.
        passing: Whether the item is about something else.
    """

    start: int
    end: int
    status: str | None = None
    front: bool = False
    passing: bool = False


def _stretches(clean: str, layout: Layout, words: AttendanceWords) -> Iterator[_Stretch]:
    """Yield what may hold lists of names: the front, and items about attendance."""
    items = layout.items
    whole = _whole_page(clean, layout, words)
    if whole is not None:
        yield whole
        return
    if layout.front:
        told = (item for item in items if item.blocks or item.number)
        end = next((item.start for item in told if not _names_one(item, words)), len(clean))
        start = min(layout.front[0].marker_start, end)
        last = layout.front[-1].end if not items else end
        yield _Stretch(start, max(start, min(last, end)), front=True)
    for item in items:
        yield from _in_item(item, words)
    yield from _at_the_end(clean, layout, words)


def _names_one(item: ItemLayout, words: AttendanceWords) -> bool:
    """Tell whether a row that was taken for an item is one of a table of names."""
    if item.rule != "item.table_row" or item.number or not item.title:
        return False
    listing = read_list(item.title, 0, words)
    return listing.clean and len(listing.entries) == 1


def _at_the_end(clean: str, layout: Layout, words: AttendanceWords) -> Iterator[_Stretch]:
    """Yield the list below the last item where "Attendees" stands alone and none heads the page."""
    if not layout.items:
        return
    first, last = layout.items[0], layout.items[-1]
    titles = " ".join(item.title or "" for item in layout.items)
    if _LABEL_LINE.search(clean[: first.start]) or _PRESENT.search(titles):
        return
    blocks = [*last.blocks, *layout.back]
    for place, block in enumerate(blocks[:-1]):
        if len(block.text) < _LONGEST_ALONE and _ALONE.fullmatch(block.text):
            label = classify(tokenise(block.text), words, strict=True)
            if label is not None and label.status == "present" and label.main:
                yield _Stretch(block.start, blocks[-1].end)
                return
        if place > _MOST_BLOCKS:
            return


def _whole_page(clean: str, layout: Layout, words: AttendanceWords) -> _Stretch | None:
    """Return the page where no heading parts the front from its items, and names are listed."""
    if len(layout.items) != 1 or layout.items[0].rule != "item.whole_page":
        return None
    front = clean[:_LONGEST_FRONT]
    if _LABEL_LINE.search(front) is None and not classes_alone(front, words):
        return None
    return _Stretch(0, max(layout.items[0].end, 0), front=True)


def _in_item(item: ItemLayout, words: AttendanceWords) -> Iterator[_Stretch]:
    blocks = [block for block in item.blocks if block.zone in _ZONES]
    if not blocks:
        return
    start = blocks[0].marker_start
    if _about_attendance(item) or _row_of_people(item, words):
        yield _Stretch(start, blocks[-1].end, _title_status(item.title or "", words))
        return
    for block, below in itertools.zip_longest(blocks, blocks[1:]):
        if _labelled(block, words) and not (below is not None and _BALLOT.match(below.text)):
            yield _Stretch(block.marker_start, blocks[-1].end, passing=True)
            return


def _labelled(block: Block, words: AttendanceWords) -> bool:
    """Tell whether a block within an item opens a list ("Officers attending: ...")."""
    head = block.text[:_LONGEST_LABEL]
    if len(block.text) < _LONGEST_ALONE and ":" not in head:
        alone = classify(tokenise(block.text), words, strict=True)
        return alone is not None and alone.main and alone.status in _LISTED
    if ":" not in head or _VOTING.search(head[: head.index(":")]):
        return False
    label = classify(tokenise(head[: head.index(":")]), words, strict=True)
    return label is not None and label.main and label.status in _LISTED


def _row_of_people(item: ItemLayout, words: AttendanceWords) -> bool:
    """Tell whether a table's row was taken for an item that lists people ("Non Members: | ...")."""
    if item.rule != "item.table_row" or item.number or not item.title:
        return False
    return classify(tokenise(item.title), words, strict=True) is not None


def _about_attendance(item: ItemLayout) -> bool:
    title = item.title or ""
    return _TITLE.search(title) is not None and _NOT_TITLE.search(title) is None


def _title_status(title: str, words: AttendanceWords) -> str | None:
    """Return what an item's title says of names that stand under it without a label."""
    label = classify(tokenise(title), words)
    if label is not None and len(title) < _LONGEST_LABEL:
        mixed = _PRESENT.search(title) and label.status == "apologies"
        return "present" if mixed else label.status
    if _PRESENT.search(title):
        return "present"
    return "apologies" if _APOLOGIES.search(title) else None


_PRESENT = re.compile(
    r"\b(?:attendance|attending|present|attendees|sederunt|roll\s+call|call(?:ing)?\s+(?:of\s+)?the\s+roll)\b",
    re.I,
)
_APOLOGIES = re.compile(r"\bapolog|\bleave\s+of\s+absence|\babsence|ymddiheuriadau", re.I)


def _told(
    clean: str, layout: Layout, words: AttendanceWords, listed: Sequence[int]
) -> Iterator[AttendanceFinding]:
    """Yield what sentences tell, on the front page and in the items.

    Args:
        clean: The normalised text.
        layout: Its blocks and items.
        words: The attendance lexicon.
        listed: Where those stand whom lists name, in order.
    """
    for block in layout.front:
        starts = [sentence.start for sentence in block.sentences]
        yield from _of_block(clean, block, words, starts, titled=True)
    for item in layout.items:
        titled = _about_attendance(item) or _OPENING.search(item.title or "") is not None
        heads = item is layout.items[0] and _heads_page(item)
        for place, block in enumerate(item.blocks):
            if block.zone in ("minutes", "decision"):
                opens = heads and place < _MOST_OPENING * 2
                yield from _of_block(clean, block, words, listed, titled=titled or opens)


def _heads_page(item: ItemLayout) -> bool:
    """Tell whether the first item is the whole page, or has its heading or nothing for a title."""
    if item.rule == "item.whole_page" or not (item.title or item.number):
        return True
    return item.rule == "item.title_line" and _HEADING.search(item.title or "") is not None


def _opening_sentences(layout: Layout) -> Iterator[str]:
    """Yield the sentences of the front and of what the first items open with."""
    blocks = [block for item in layout.items for block in item.blocks]
    for block in [*layout.front, *blocks[:_MOST_OPENING]]:
        yield from (sentence.text for sentence in block.sentences)


def _of_block(
    clean: str, block: Block, words: AttendanceWords, listed: Sequence[int], *, titled: bool
) -> Iterator[AttendanceFinding]:
    for number, sentence in enumerate(block.sentences):
        if titled and sentence.start > _LONGEST_FRONT + block.start:
            titled = False
        whole = _with_topic(clean, block, sentence) if titled and not number else sentence
        whole = _with_line_ends(clean, whole)
        place = bisect_left(listed, whole.start)
        read = place < len(listed) and listed[place] < whole.end
        yield from read_sentence(whole, words, titled=titled, listed=read)


def _with_line_ends(clean: str, sentence: Sentence) -> Sentence:
    """Give a sentence back its line ends before an indent, which else parts it like a column."""
    if "   " not in sentence.text:
        return sentence
    ends = [end.start() for end in _INDENTED.finditer(clean, sentence.start, sentence.end)]
    text = list(sentence.text)
    for end in ends:
        text[end - sentence.start] = "\n"
    return replace(sentence, text="".join(text)) if ends else sentence


def _with_topic(clean: str, block: Block, sentence: Sentence) -> Sentence:
    """Give the first sentence back the words that were taken for its topic."""
    if not block.topic or sentence.start != block.start:
        return sentence
    width = len(block.topic) + _TOPIC_MARKS
    start = clean.rfind(block.topic, max(0, block.start - width), block.start)
    if start < 0:
        return sentence
    return Sentence(start, sentence.end, clean[start : sentence.end].replace("\n", " "))


def _unique(found: Sequence[AttendanceFinding]) -> list[AttendanceFinding]:
    """Return the findings in order, one for a stretch; a list goes before a sentence."""
    out: list[AttendanceFinding] = []
    for entry in sorted(found, key=lambda entry: (entry.start, entry.rule != "attendance.roll")):
        if not out or entry.start >= out[-1].end:
            out.append(entry)
    return out
