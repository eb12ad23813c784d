"""Lines that name something and say nothing: papers, applications, days, rows of tables."""

from __future__ import annotations

import re

_MONEY_ROW = re.compile(r"[£$€]\s?\d|(?<!\d)\d+\.\d\d\b(?!\s?(?:%|per\s*cent|percentage))")
_REFERENCE = re.compile(r"(?:\b[A-Z]{1,4}/?\d{2,4}/[\w/]{3,}|\b\d{2}/\d{4,5}[\w/]*)")
_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\b")
_PAPER = re.compile(
    r"(?:Report\s+No|By-?[Ll]aw\s+No|Ordinance\s+(?:No|\d)|Resolution\s+(?:No|\d))\b|"
    r"(?:Recorded|Roll[- ][Cc]all|Named)\s+[Vv]ote\b|[A-Z]{1,4}[ -]?(?:19|20)\d\d-\d{1,4}$"
)
_APPLICATION = re.compile(
    r"(?:[A-Z]{1,5}/)?\d{2,4}/\d{2,5}(?:/[A-Z]{1,6})*\s+(?:[–-]\s+)?(?:\([^)]{1,40}\)\s*)?"
    r"(?:(?:Full|Outline|Retrospective|Reserved|Listed|Householder|Proposed|Planning)\b|Application|Erection|Change\s+of\s+use|Construction|Conversion|Demolition|Variation)"
)
_MINUTES_OF = re.compile(
    r"(?:Draft\s+)?[Mm]inutes\s+of\b(?!.*\b(?:was|were|be|been|are|had|to)\b)", re.S
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY_LINE = re.compile(
    rf"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}),?"
    rf"(?:\s+(?:19|20)\d\d)?(?=$|[,.;\s])|{_MONTH}\s+(?:19|20)\d\d$"
)
_ADDRESS = re.compile(r"[A-Z][^,:;]{3,40},\s+\d{1,5}\s+(?:[A-Z][\w.]*\s*){1,5}$")
_ABOUT = re.compile(r"[A-Z][^.:;]{2,160}\bre:\s+\S")
_SHORT_CAPITALS = 6


def names_matter(text: str) -> bool:
    """Tell whether a line stands over a matter: the minutes of a meeting, words in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    if _MINUTES_OF.match(text):
        return True
    return len(letters) > _SHORT_CAPITALS and text.isupper()


def names_paper(text: str) -> bool:
    """Tell whether a line without a verb names a paper ("Report No 12", "Budget re: grants")."""
    return _PAPER.match(text) is not None or _ABOUT.match(text) is not None


def names_application(text: str) -> bool:
    """Tell whether a line opens with an application's reference and what it is for."""
    return _APPLICATION.match(text) is not None


def is_row(text: str) -> bool:
    """Tell whether a verbless line is a row of a table, a heading or a list of papers."""
    if _DAY_LINE.match(text) or _ADDRESS.match(text):
        return True
    if _MONEY_ROW.search(text):
        return len(text) < 120
    if _REFERENCE.search(text) or _DATED.match(text):
        return True
    whole = text.endswith((".", ";", "!")) or any(map(str.isdigit, text))
    return not whole or len(text) < 8
