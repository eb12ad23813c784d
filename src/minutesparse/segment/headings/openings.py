"""Pages whose paragraphs open with their titles: "APOLOGIES were received", "Finance: none"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import SENTENCE, Heading, is_dense
from minutesparse.segment.headings.unnumbered import title_lines
from minutesparse.segment.labels import item_label, speech_label
from minutesparse.segment.titles import is_known_title, is_standing_title
from minutesparse.text import Line

_SHOUTED = re.compile(
    r"(?P<title>[A-Z][A-Z&']{2,}"
    r"(?:(?:[ ,/-]+|\s[&–-]\s)(?:[A-Z&']{2,}|\d{1,4}(?:/\d{1,4}){0,2}\b)){0,9})"
    r"(?:(?P<mark>\s*[:–]|\.\s*[:–]|\s-)(?:\s+(?=\S)|$)|\.?\s+(?=[a-z]|[A-Z\"(][a-z]|[A-Z]\s[a-z]|\([a-z]\)))"
)
_CAPITALS_AND_COLON = re.compile(r"[A-Z][A-Z&' ,/-]{4,60}:")
_BEFORE_MARK = re.compile(
    r"(?P<title>[A-Z][^.:;?!–]{2,60}?)(?P<mark>\s*:|\s+[–-](?=\s+[A-Z]))(?:\s+(?=\S)|$)"
)
_BEFORE_STOP = re.compile(r"(?P<title>[A-Z][^.:;?!–]{2,60}?)(?P<mark>\.)\s+(?=[A-Z])")
_OF_MEETING = re.compile(r"(?:THE\s+)?MINUTES\s+of\s+(?:the|an?)\s+(?:\w+\s+){0,3}meeting\s+of\b")
_OF_VOTE = re.compile(r"(?:roll[ -]call|recorded)\s+votes?", re.I)
_SPEAKER = re.compile(r"(?:Cllrs?|Councillors?|Crs?|Mrs?|Ms|Miss|Dr)\b")
_LABEL_TOO = re.compile(r"apologies|matters\s+arising|attendance|minutes", re.I)
_FEWEST = 4
_LONGEST_TITLE = 90
_FEWEST_SHOUTED = 5
_KNOWN = 3
_SHARE = 0.6


def opening_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the titles that paragraphs open with, in capitals or before a colon or a dash.

    Several must be standing titles; one will do where nearly every paragraph opens with a title
    of its own and a mark.
    """
    shouted = _openings(lines, _SHOUTED, lexicon)
    known = _known(shouted, lexicon)
    if len(shouted) >= _FEWEST and known >= _KNOWN:
        return _with_lone(lines, [heading for heading, _ in shouted], lexicon)
    marked = [one for one in shouted if one[1]]
    if known and len(marked) >= _FEWEST_SHOUTED and _prevail(marked, lines):
        return [heading for heading, _ in marked]
    named = _openings(lines, _BEFORE_MARK, lexicon)
    if len(named) >= _FEWEST and _known(named, lexicon) >= _KNOWN and _prevail(named, lines):
        return [heading for heading, _ in named]
    stopped = _openings(lines, _BEFORE_STOP, lexicon)
    if len(stopped) >= _FEWEST and _known(stopped, lexicon) >= _KNOWN and _prevail(stopped, lines):
        return [heading for heading, _ in stopped]
    return []


def _with_lone(lines: Sequence[Line], found: Sequence[Heading], lexicon: Lexicon) -> list[Heading]:
    """Add the lines in capitals that stand alone between titles that text runs on behind."""
    taken = {one.line for one in found}
    alone = [
        one
        for one in title_lines(lines, lexicon)
        if one.line not in taken and one.rest is None and is_shouted(one.title or "")
        and lines[one.line].gap and found[0].line < one.line < found[-1].line
    ]  # fmt: skip
    return sorted([*found, *alone], key=lambda one: one.line)


def colon_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return lines of their own that a colon closes, where several are standing titles.

    Numbers on such a page count the parts of an item ("Consent Agenda:", then "1) ...").
    """
    alone = [
        heading
        for heading, _ in _openings(lines, _BEFORE_MARK, lexicon)
        if lines[heading.line].text.endswith(":")
    ]
    standing = sum(_stands_for_item(one.title or "", lexicon) for one in alone)
    if standing < _KNOWN or len(alone) < len(opening_titles(lines, lexicon)):
        return []
    return alone


def _stands_for_item(title: str, lexicon: Lexicon) -> bool:
    """Tell whether words are a standing title, and no label above items or within one."""
    return is_standing_title(title, lexicon) and _LABEL_TOO.match(title) is None


def _openings(
    lines: Sequence[Line], pattern: re.Pattern[str], lexicon: Lexicon
) -> list[tuple[Heading, bool]]:
    """Return the headings that open paragraphs, with whether a mark closes their title."""
    found = []
    dense = is_dense(lines)
    for index, line in enumerate(lines):
        opening = pattern.match(line.text) if _opens(lines, index, dense=dense) else None
        if opening is None or not _can_open(line.text, opening["title"], lexicon):
            continue
        end = len(line.text) if _is_whole_title(line.text, opening) else opening.end()
        title = (line.text if end > opening.end() else opening["title"]).rstrip(" .:-–")
        rest = line.start + end
        heading = Heading(index, index + 1, line.start, None, title, rest, "item.title_line")
        found.append((heading, opening["mark"] is not None))
    times = Counter(heading.title for heading, _ in found)
    return [one for one in found if times[one[0].title] == 1]


def _is_whole_title(text: str, opening: re.Match[str]) -> bool:
    """Tell whether a second colon closes the title: "REPORTS: County Councillor Hale:"."""
    whole = opening["mark"] is not None and text.endswith(":") and len(text) <= _LONGEST_TITLE
    return whole and "." not in text


def _opens(lines: Sequence[Line], index: int, *, dense: bool) -> bool:
    """Tell whether a paragraph begins: below a blank line, or on a page of few where one ended.

    On such a page capitals before a colon begin one whatever stands above them.
    """
    if lines[index].gap or not index:
        return True
    if dense and _CAPITALS_AND_COLON.match(lines[index].text):
        return True
    return dense and lines[index - 1].text.endswith((".", "!", "?", ")"))


def _can_open(text: str, title: str, lexicon: Lexicon) -> bool:
    """Tell whether an opening can be a title: no label, no speaker, no words about the page."""
    if (
        _OF_MEETING.match(text)
        or _OF_VOTE.fullmatch(title)
        or is_no_title(title)
        or is_label_of_people(title)
    ):
        return False
    if _SPEAKER.match(title) or SENTENCE.search(title):
        return False
    if title == "MINUTES":
        return True
    return item_label(text, lexicon) is None and speech_label(text, lexicon) is None


def _known(found: Sequence[tuple[Heading, bool]], lexicon: Lexicon) -> int:
    return sum(is_known_title(heading.title or "", lexicon) for heading, _ in found)


def _prevail(found: Sequence[tuple[Heading, bool]], lines: Sequence[Line]) -> bool:
    """Tell whether most paragraphs from the first title to the end open with one."""
    paragraphs = sum(line.gap > 0 for line in lines[found[0][0].line :])
    return len(found) >= _SHARE * paragraphs
