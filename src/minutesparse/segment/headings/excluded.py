"""Lines that look like titles and are none: outcomes, captions, who acts, labels of people."""

from __future__ import annotations

import re

from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import somewhere, word_set

_OUTCOME_OR_CAPTION = somewhere(
    "clmaynrshpdu",
    r"(?:(?:CARRIED|LOST|(?<!NOTICE OF )(?<!NOTICES OF )MOTION|AYES?|YEAS|NOES|NAYS|RESULT|"
    r"RECOMMENDED\s+(?:ITEMS?|TO)|MOVER|SECONDER|MOVED|SECONDED|AMENDMENT|ABSENT|RESOLVED|"
    r"(?!(?-i:Agreed [A-Z][a-z]))AGREED|ADJOURN(?:ED|S|ING)|RESUME\w*|SUBJECT\s+TO)\b|"
    r"(?:COUNCIL\b.*\bMEETING|MEETING\b.*\bCOUNCIL|MINUTES\s+OF\s+(?:THE|A)(?!\s+(?:LAST|PREVIOUS|PRECEDING)\b)|MEETING\s+HELD|"
    r"HELD\s+(?:ON|AT|IN)|PART\s+[A-Z12I]+|CONFIRMATION\s+AT|DRAFT|UNCONFIRMED|CONFIRMED)\b)",
    any_case=True,
)
_CAPTION_ENDS = (":", ":\n")
_OPENING = re.compile(
    r"actions?\s*[:–-]|(?:now,?\s+)?therefore,?\s+be\b|whereas\b|respectfully\s+submitted\b|"
    r"(?:minutes\s+)?(?:prepared|recorded|submitted|typed)\s+by\b|(?:subsequently|thereafter|however|following|then)\b|"
    # "M I N U T E S O F" heads the page.
    r"(?-i:(?:[A-Z]\s){6})|"
    r"(?:HELD\s+)?(?:ON\s+)?(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,?\s+.{0,30}\d{4}\b"
    r"(?:,?\s+(?:AT\s+)?\d{1,2}(?:[.:]\d{2})?\s*(?:[AP]\.?M\.?|NOON|HOURS|HRS)?)?$",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:present|in\s+attendance|also\s+present|attendance|as\s+required|absent|"
    r"members?(?!')|officers|officials|staff|gallery|visitors|guests)\b.{0,20}$",
    re.I,
)
_PEOPLE_LISTED = re.compile(
    r"(?:(?:[a-z]+\s+){0,3}(?:members?|officers|officials|staff|visitors|guests|attendees|alternates?)"
    r"(?:\s+of\s+the\s+\w+)?(?:\s+(?:present|absent|in\s+attendance))?|(?:also\s+)?(?:present|attending|absent)|in\s+attendance)"
    r"\s*:",
    re.I,
)
_ASKED_BY = re.compile(
    r"(?i:(?:\(?\d{1,2}[.)]?\s+)?(?:supplementary\s+)?question\s+(?:\w+\s+)?(?:from|by))\s+"
    r"(?:the\s+)?[A-Z]|"
    r"(?:From|FROM)\s+(?:Councillors?|Cllrs?|Crs?|Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Rev)\b\.?\s+"
    r"[A-Z][^.:;]{2,60}?\s+(?:to|TO)\s+(?:the\s+)?[A-Z]"
)
_CONCLUSION = re.compile(r"\W{0,20}(?:CONCLUSION|CLOSE)\s+OF\s+(?:THE\s+)?BUSINESS\W*$", re.I)
_PERSON = re.compile(
    r"(?P<given>[A-Z][a-z'-]+)\s(?:[A-Z]\.?\s)?[A-Z][\w'-]+(?:\s*[-–,(]\s*[A-Za-z].*)?"
)


def is_no_title(text: str) -> bool:
    """Tell whether words speak of an outcome, of the page or of its date, and so head nothing."""
    if text.endswith(_CAPTION_ENDS) or _OPENING.match(text) is not None:
        return True
    return _OUTCOME_OR_CAPTION.search(text) is not None


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is a person's name, an office or a reason behind it or not."""
    found = _PERSON.fullmatch(text)
    return found is not None and found["given"].casefold() in word_set(
        lexicon, "names", "masculine", "feminine", "either"
    )


def lists_people(text: str) -> bool:
    """Tell whether a line opens a list of people ("Guests: A Orr, B Vane")."""
    return _PEOPLE_LISTED.match(text) is not None


def tells_asker(text: str) -> bool:
    """Tell whether a line heads one question ("Question by Mr Orr", "From Mr Orr to the Mayor")."""
    return _ASKED_BY.match(text) is not None


def closes_page(text: str) -> bool:
    """Tell whether a line only says that the business is over."""
    return _CONCLUSION.match(text) is not None


def is_label_of_people(text: str) -> bool:
    """Tell whether words head a list of people ("Present", "Officers in attendance")."""
    return _PEOPLE.match(text) is not None
