"""Where agenda items begin: one rule for each way of printing a page, tried in order of trust."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from minutesparse.lexicons import Lexicon
from minutesparse.segment.chains import Candidate, best_chain, number_key
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import is_break, read_marker
from minutesparse.segment.titles import (
    clean_title,
    cut_title,
    has_attachment,
    is_blurb,
    is_known_title,
    is_shouted,
    looks_like_title,
)
from minutesparse.text import Line

_NUMBER = r"(?:[A-Z]{1,4}[ /.-]?)?\d{1,4}(?:[./_-]\d{1,4}){0,3}(?:[/.]?[A-Z]{1,3})?[a-z]?"
_NUMBER_LINE = re.compile(rf"(?P<number>{_NUMBER})[.)]?$")
_NUMBER_TITLE = re.compile(
    rf"(?:(?:item|minute|agenda item)\s+(?:no\.?\s*)?)?(?P<number>{_NUMBER})(?P<close>[.):]?)"
    r"(?P<space>\s+|(?<=[.):]))(?:[-–]\s+)?(?P<title>[A-Z\"'(‘“].*)$",
    re.I | re.S,
)
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+\S")
_MEETING_LINE = re.compile(r"Meeting:\s*\d\d?/\d\d?/\d{4}\s*-\s*(?P<body>.*?)(?:\(Item\s+(?P<number>[\w./ ]+)\))?$")
_DECISION_LINE = re.compile(r"\d\d/\d\d/\d{4}\s+-\s+(?P<title>\S.*)$")
_AGENDA_ITEM = re.compile(r"(?:[·•-]\s*)?Agenda\s+item\s*\.?$", re.I)
_SENTENCE = re.compile(r"\b(?:was|were|had|has|have|be|been|is|are|that|would|asked|said)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one item.

    Attributes:
        line: Index of its first line.
        body: Index of the first line that is not heading any more.
        start: Offset of its first character.
        number: The number as printed, without closing punctuation.
        title: Its words.
        rest: Offset at which text runs in on the heading's own line, if it does.
        rule: Name of the rule that found it.
    """

    line: int
    body: int
    start: int
    number: str | None
    title: str | None
    rest: int | None
    rule: str


Scheme = Callable[[Sequence[Line], Lexicon], list[Heading]]


def find_headings(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the headings of a page's items, by the first scheme that the page answers to."""
    for scheme in SCHEMES:
        found = scheme(lines, lexicon)
        if found:
            return found
    return []


def piped_rows(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """One table row an item: the heading opens the row."""
    found: list[Heading] = []
    number: str | None = None
    for first, after in _rows(lines):
        alone = _NUMBER_LINE.match(lines[first].text)
        if alone and after == first + 1:
            number = alone["number"]
            continue
        found.append(_row_heading(lines, first, number, lexicon))
        number = None
    return found


def numbers_on_their_own(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """A number alone on a line, the title on the next."""
    candidates = []
    for index in range(len(lines) - 1):
        alone = _NUMBER_LINE.match(lines[index].text)
        if alone and _can_be_title(lines[index + 1].text):
            key = number_key(alone["number"])
            score = 1.0 + is_known_title(lines[index + 1].text, lexicon)
            candidates.append(Candidate(index, key, lines[index].text[-1] == ".", score))
    chain = best_chain(candidates)
    if len(chain) < 2 and not (chain and _has_items_header(lines)):
        return []
    return [_two_line_heading(lines, candidate.index) for candidate in chain]


def one_item_page(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """A page of one agenda item, announced as such."""
    for index, line in enumerate(lines[:40]):
        if _AGENDA_ITEM.match(line.text) and index + 1 < len(lines):
            first = index + 1
            while first + 1 < len(lines) and _AGENDA_ITEM.match(lines[first].text):
                first += 1
            return [_single_heading(lines, first, lexicon, "item.agenda_item_page")]
    return []


def issue_meetings(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """An issue's history: a line that names the meeting, then the item."""
    found = []
    for index, line in enumerate(lines):
        meeting = _MEETING_LINE.match(line.text)
        if meeting and index + 1 < len(lines):
            found.append(_issue_heading(lines, index + 1, meeting["number"]))
    return found


def numbered_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """A number and a title on one line; numbers rise down the page."""
    candidates = []
    for index, line in enumerate(lines):
        found = _NUMBER_TITLE.match(line.text)
        if found is None or not _separated(found):
            continue
        score = _title_score(lines, index, found["title"], lexicon)
        if score > 0:
            number = found["number"]
            shape = re.sub(r"[A-Za-z]{2,}", "A", re.sub(r"\d+", "1", number.rstrip("abcdefgh")))
            candidates.append(Candidate(index, number_key(number), shape + found["close"], score))
    chain = best_chain(candidates)
    if len(chain) < 2 or sum(candidate.score for candidate in chain) < 3.0:
        return []
    return [_one_line_heading(lines, candidate.index, lexicon) for candidate in chain]


def labelled_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Titles whose numbers are lost: an attachment, a label or a purpose follows them."""
    found = []
    for index, line in enumerate(lines):
        if _opens_item(lines, index, lexicon):
            body = index + 1
            title = clean_title(line.text)
            found.append(Heading(index, body, line.start, None, title, None, "item.title_before_label"))
    return found if len(found) >= 2 else []


def shouted_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Standing titles or lines in capitals, each alone on its line."""
    found = [index for index, line in enumerate(lines) if _stands_as_title(lines, index, lexicon)]
    known = sum(is_known_title(lines[index].text, lexicon) for index in found)
    if known < 2:
        return []
    return [_title_only(lines, index, lexicon) for index in found]


def whole_page(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """No heading that tells: the page is one item, titled by its first line that can be a title."""
    decision = next((m for line in lines[:30] if (m := _DECISION_LINE.match(line.text))), None)
    if decision:
        title = clean_title(decision["title"])
        for index, line in enumerate(lines[:30]):
            if clean_title(line.text) == title or line.text == decision.string:
                return [Heading(index, index + 1, line.start, None, title, None, "item.decision_page")]
    for index, line in enumerate(lines[:12]):
        if is_break(line) or item_label(line.text, lexicon) or read_marker(line.text):
            continue
        if looks_like_title(line.text) and not _SENTENCE.search(line.text):
            return [_single_heading(lines, index, lexicon, "item.whole_page")]
        break
    return [Heading(0, 0, lines[0].start, None, None, None, "item.whole_page")] if lines else []


SCHEMES: tuple[Scheme, ...] = (
    piped_rows,
    numbers_on_their_own,
    one_item_page,
    issue_meetings,
    numbered_titles,
    labelled_titles,
    shouted_titles,
    whole_page,
)
"""The ways of printing a page, most telling first."""


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines between row ends; what precedes the first end is front."""
    first: int | None = None
    for index, line in enumerate(lines):
        if is_break(line):
            if first is not None and first < index:
                yield first, index
            first = index + 1
    if first is not None and first < len(lines) and not _MEETING_END.match(lines[first].text):
        yield first, len(lines)


_MEETING_END = re.compile(r"\(?\s*(?:The\s+)?(?:meeting|proceedings)\b|Chair(?:man|person)?\b", re.I)


def _row_heading(
    lines: Sequence[Line], first: int, number: str | None, lexicon: Lexicon
) -> Heading:
    line = lines[first]
    numbered = _NUMBER_TITLE.match(line.text)
    offset = 0
    if number is None and numbered and _separated(numbered):
        number, offset = numbered["number"], numbered.start("title")
    title = cut_title(line.text[offset:], lexicon)
    rest = None if title.rest is None else line.start + offset + title.rest
    return Heading(first, first + 1, line.start, number, title.text, rest, "item.table_row")


def _two_line_heading(lines: Sequence[Line], index: int) -> Heading:
    number = _NUMBER_LINE.match(lines[index].text)
    assert number is not None  # noqa: S101 - the caller matched it
    title = clean_title(lines[index + 1].text)
    start = lines[index].start
    return Heading(index, index + 2, start, number["number"], title, None, "item.number_line")


def _single_heading(lines: Sequence[Line], first: int, lexicon: Lexicon, rule: str) -> Heading:
    line = lines[first]
    if item_label(line.text, lexicon) or len(line.text) > 250:
        return Heading(first, first, line.start, None, None, None, rule)
    found = _NUMBER_TITLE.match(line.text)
    if found and _separated(found) and found["close"]:
        return Heading(
            first, first + 1, line.start, found["number"], clean_title(found["title"]), None, rule
        )
    return Heading(first, first + 1, line.start, None, clean_title(line.text), None, rule)


def _issue_heading(lines: Sequence[Line], index: int, number: str | None) -> Heading:
    line = lines[index]
    title = clean_title(line.text)
    found = _NUMBER_TITLE.match(line.text)
    if found and (number is None or found["number"] == number.strip()):
        number, title = found["number"], clean_title(found["title"])
    number = number.strip() if number else None
    return Heading(index, index + 1, line.start, number, title or None, None, "item.issue_meeting")


def _one_line_heading(lines: Sequence[Line], index: int, lexicon: Lexicon) -> Heading:
    line = lines[index]
    found = _NUMBER_TITLE.match(line.text)
    assert found is not None  # noqa: S101 - the caller matched it
    offset = found.start("title")
    title = cut_title(line.text[offset:], lexicon)
    body, words = index + 1, title.text
    if title.rest is None and _title_goes_on(lines, index):
        body, words = index + 2, clean_title(f"{line.text[offset:]} {lines[index + 1].text}")
    rest = None if title.rest is None else line.start + offset + title.rest
    return Heading(index, body, line.start, found["number"], words, rest, "item.numbered_title")


def _title_goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a title in capitals runs over to the next line."""
    if index + 1 >= len(lines):
        return False
    line, following = lines[index], lines[index + 1]
    return (
        following.gap == 0
        and is_shouted(line.text)
        and is_shouted(following.text)
        and len(line.text) > 30
        and read_marker(following.text) is None
        and not _NUMBER_TITLE.match(following.text)
    )


def _title_only(lines: Sequence[Line], index: int, lexicon: Lexicon) -> Heading:
    line = lines[index]
    title = cut_title(line.text, lexicon)
    rest = None if title.rest is None else line.start + title.rest
    return Heading(index, index + 1, line.start, None, title.text, rest, "item.title_line")


def _can_be_title(text: str) -> bool:
    return (
        any(map(str.isalpha, text))
        and len(text) <= 300
        and not _NUMBER_LINE.match(text)
        and not _NUMBERED.match(text)
        and (text[0].isupper() or not text[0].isalpha())
    )


def _has_items_header(lines: Sequence[Line]) -> bool:
    return any(re.fullmatch(r"(?:Note\s+)?No\.?\s+Item", line.text) for line in lines[:60])


def _separated(found: re.Match[str]) -> bool:
    """Tell whether number and title stand apart enough to be a number and a title."""
    number, title = found["number"], found["title"]
    if not found["close"] and len(found["space"]) < 2 and not title[:2].isupper():
        return number.isdigit() and len(number) <= 3 and title[0].isupper()
    return not re.fullmatch(r"(?:19|20)\d\d", number) or found["close"] != ""


def _title_score(lines: Sequence[Line], index: int, title: str, lexicon: Lexicon) -> float:
    """Return how much a numbered line is worth as an item's heading; 0 for none."""
    if not (title[0].isupper() or title[0] in "\"'("):
        return 0.0
    score = 0.0
    if is_known_title(title, lexicon):
        score += 2.0
    cut = cut_title(title, lexicon)
    if is_shouted(cut.text) and len(cut.text) > 3:
        score += 1.5
    elif looks_like_title(title):
        score += 0.8
    elif cut.rest is None:
        score += 0.1 if len(title) < 80 and not _SENTENCE.search(title) else -1.0
    if re.match(r"That\b|To\s+[a-z]|The\s+.*\bbe\b", title):
        score -= 1.0
    if lines[index].gap:
        score += 0.2
    return max(score, 0.0)


def _opens_item(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a line is a title by what stands around it."""
    line = lines[index]
    if index + 1 >= len(lines) or not _can_be_title(line.text):
        return False
    if item_label(line.text, lexicon) or read_marker(line.text) or len(line.text) > 200:
        return False
    if re.search(r",\s*item\s+\w+", line.text) or line.text.endswith((":", ";")):
        return False
    following = lines[index + 1]
    label = item_label(following.text, lexicon)
    if label is not None and label.role in ("minutes", "decision", "documents"):
        return not _SENTENCE.search(clean_title(line.text)) or has_attachment(line.text)
    if has_attachment(line.text) and line.gap:
        return True
    titled = looks_like_title(line.text) and not _SENTENCE.search(line.text)
    if titled and line.gap >= 2 and (is_blurb(following.text) or is_known_title(line.text, lexicon)):
        return following.gap > 0
    return False


def _stands_as_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    line = lines[index]
    if len(line.text) > 120 or line.text.endswith((",", ";")) or not line.text[0].isupper():
        return False
    if line.gap == 0 and index and not is_shouted(line.text):
        return False
    return is_known_title(line.text, lexicon) or (
        is_shouted(line.text) and len(line.text) > 8 and line.gap > 0
    )
