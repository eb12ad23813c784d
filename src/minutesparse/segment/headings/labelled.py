"""Pages whose titles a label, an attachment or a purpose below them proves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.headings.excluded import is_no_title, is_person
from minutesparse.segment.headings.model import SENTENCE, Heading, can_be_title
from minutesparse.segment.labels import is_part_heading, item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import (
    clean_title,
    has_attachment,
    is_blurb,
    is_known_title,
    looks_like_title,
)
from minutesparse.text import Line

_NOT_PROVED = re.compile(
    r",\s*item\s+\w+|^(?:Note\s+)?No\.?\s+Item$|^\(.*\)$|[–-]$|;\s*(?:and|or)$|"
    r"^\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?|noon)*$",
    re.I,
)
_INTEREST = re.compile(
    r"(?:(?:personal|prejudicial|disclosable|(?:non-)?pecuniary|registrable|other|and)\s+)+interests?$",
    re.I,
)
_OF_ITEM = re.compile(r"(?:agenda\s+)?(?:item|minute)s?\s+\d", re.I)
_PURPOSE = re.compile(r"To\s+[a-z]+\s")
_APART, _MOST_WORDS = 2, 8
_OFTEN = 2
_SMALL = re.compile(r"\b[a-z]{4}")
_ITEMS_HEAD = re.compile(r"(?:(?:Note\s+)?No\.?\s+Item|Rhif\s+eitem)")
_PAGE_LABEL = re.compile(
    r"(?:Minutes|Decisions?|(?:Additional|Supporting)\s+documents)\s*:\s*$", re.I
)
_PART = re.compile(
    r"\(|(?:Options?|Questions?|KPI|Appendix|Annex|Table|Stage|Phase|Recommendations?)\s*[A-Z\d]{0,3}\b\s*"
    r"(?:[:.–-]|$)|(?:Item|Application)\s+No\b|(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b(?!.*\d[/.-]\d)|Conflicts?\s+of\s+interest\s+declared\b|(?:On\s+the\s+proposal|On\s+a\s+motion|Mover|Seconder|Proposer|Voting|Votes?\s+on)\b|.*:\s*[-–]*$",
    re.I,
)
_SPEECH = re.compile(
    r"(?:(?:the|written|verbal|supplementary|further|second)\s+)*(?:question|response|reply|answer)\s+"
    r"(?:(?:no\.?\s*)?\d{1,2}\s+)?(?:from|by|given|submitted|asked)\b",
    re.I,
)
_NOTHING_TO_TELL = re.compile(
    r"(?:There\s+(?:was|were)\s+no(?:ne|thing)?\b|None\b|Nil\b|No\s+\w+.{0,60}\b(?:were|was|had)\b).{0,60}$"
)


def labelled_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return titles that an attachment, a page label or a purpose proves; then their likes.

    On a page where some titles are proved, a line that stands as they stand (as far from the
    text above and below) and looks like a title is one too.
    """
    proved = [index for index, line in enumerate(lines) if _proved(lines, index, lexicon)]
    proved = _without_labels(lines, proved)
    if len(proved) < 2:
        proved = _purposed(lines, lexicon)
    if len(proved) < 2:
        return []
    likes = _alike(lines, proved, lexicon)
    headings = [title_at(lines, index) for index in sorted({*proved, *likes})]
    return [*_untitled(lines[: headings[0].line], "item.title_before_label"), *headings]


def _without_labels(lines: Sequence[Line], proved: Sequence[int]) -> list[int]:
    """Drop words that come again and again: they label the parts of several items."""
    words = Counter(line.text.casefold() for line in lines)
    return [
        index
        for index in proved
        if words[lines[index].text.casefold()] < _OFTEN or _labelled_below(lines, index + 1)
    ]


def _untitled(lines: Sequence[Line], rule: str) -> list[Heading]:
    """Return the item whose title is lost between the list's head and the first title."""
    heads = [index for index, line in enumerate(lines) if _ITEMS_HEAD.fullmatch(line.text)]
    first = heads[-1] + 1 if heads else len(lines)
    labels = [index for index in range(first, len(lines)) if _PAGE_LABEL.match(lines[index].text)]
    if not labels or not any(SENTENCE.search(line.text) for line in lines[labels[0] :]):
        return []
    return [Heading(first, first, lines[first].start, None, None, None, rule)]


def title_at(lines: Sequence[Line], index: int) -> Heading:
    """Return the heading that a whole line is."""
    title = clean_title(lines[index].text).rstrip(".")
    return Heading(
        index, index + 1, lines[index].start, None, title, None, "item.title_before_label"
    )


def _proved(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    line = lines[index]
    if index + 1 >= len(lines) or len(line.text) > 220:
        return False
    following = lines[index + 1]
    labelled = _PAGE_LABEL.match(following.text) is not None
    attached = has_attachment(line.text) and (line.gap > 0 or index == 0)
    purpose = is_blurb(following.text)
    apart = (line.gap >= 2 or not index) and following.gap > 0
    if not (labelled or attached or purpose or apart) or not _may_be_proved(line.text, lexicon):
        return False
    if labelled:
        return not line.text.endswith(".") or (
            len(line.text) < 60 and not SENTENCE.search(line.text)
        )
    if attached:
        return True
    if not looks_like_title(line.text) or SENTENCE.search(line.text):
        return False
    if purpose and _labelled_below(lines, index + 2):
        return True
    return apart and (purpose or is_known_title(line.text, lexicon))


def _may_be_proved(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line can be a title at all: no label, no point of a list, no purpose."""
    if not can_be_title(text) or item_label(text, lexicon) or read_marker(text):
        return False
    if text.endswith((":", ";")) or _NOT_PROVED.search(text) or is_blurb(text):
        return False
    return not is_part_heading(text, lexicon)


def _labelled_below(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and _PAGE_LABEL.match(lines[index].text) is not None


def _purposed(lines: Sequence[Line], lexicon: Lexicon) -> list[int]:
    """Return the titles of a page without blank lines, each with its purpose on the next line."""
    found = [
        index
        for index in range(len(lines) - 1)
        if is_blurb(lines[index + 1].text)
        and not is_blurb(lines[index].text)
        and can_be_title(lines[index].text)
        and (looks_like_title(lines[index].text) or is_known_title(lines[index].text, lexicon))
        and not SENTENCE.search(lines[index].text)
        and read_marker(lines[index].text) is None
        and not lines[index].text.endswith(":")
    ]
    known = sum(is_known_title(lines[index].text, lexicon) for index in found)
    return found if len(found) > 2 and known > 1 else []


def _alike(lines: Sequence[Line], proved: Sequence[int], lexicon: Lexicon) -> set[int]:
    """Return lines between the proved titles that stand and look as they do.

    Words that come again under other titles are labels of their parts, and no titles.
    """
    least = min(lines[index].gap for index in proved[1:])
    if least < 2:
        return set()
    apart = [
        index
        for index in range(proved[0] + 1, len(lines) - 1)
        if lines[index].gap >= least
        and lines[index + 1].gap > 0
        and item_label(lines[index - 1].text, lexicon) is None
        and not _NOT_PROVED.search(lines[index].text)
        and (_like_title(lines, index, lexicon) or _stands_alone(lines, index, lexicon))
    ]
    words = Counter(line.text.casefold() for line in lines)
    return {index for index in apart if words[lines[index].text.casefold()] == 1}


def _stands_alone(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a few words in small letters stand as far from the text below as from above."""
    text, below = lines[index].text, lines[index + 1]
    if below.gap < _APART or not below.text.endswith((".", ":")) or len(text.split()) > _MOST_WORDS:
        return False
    if not text[0].isupper() or not text[-1].isalpha() or " " not in text:
        return False
    if SENTENCE.search(text) or item_label(text, lexicon) or is_no_title(text) or is_blurb(text):
        return False
    plain = _PART.match(text) is None and read_marker(text) is None
    named = _OF_ITEM.match(text) or _OF_ITEM.match(below.text) or _SMALL.search(text) is None
    return plain and not named and not is_part_heading(text, lexicon)


def could_be_title(text: str, lexicon: Lexicon, following: str) -> bool:
    """Tell whether a line set apart can be a title: by its words, or by "There were none" below."""
    if len(text) > 100 or _PART.match(text) or read_marker(text) is not None:
        return False
    if _SPEECH.match(text):
        return False  # "Response from the Leader" gives the floor within an item
    if text.endswith("?") or is_person(text, lexicon):
        return False
    if is_part_heading(text, lexicon) or _OF_ITEM.match(text):
        return False
    if is_known_title(text, lexicon) and not SENTENCE.search(text):
        return text.count(" ") < 12
    if " " not in text or item_label(text, lexicon) or is_no_title(text) or is_blurb(text):
        return False
    if _NOTHING_TO_TELL.match(following) and text[0].isupper() and text[-1].isalpha():
        return True
    return looks_like_title(text) and not SENTENCE.search(text)


def _like_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a line that stands as titles do reads like one, a purpose among them."""
    text, before = lines[index].text, lines[index - 1].text
    if _INTEREST.match(text) or _OF_ITEM.match(lines[index + 1].text):
        return False
    if _PURPOSE.match(text) and before.endswith(".") and not text.endswith("."):
        return True
    return could_be_title(text, lexicon, lines[index + 1].text)
