"""Titles behind which the minute runs on without any mark, on pages that lost their line ends."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import source, word_set
from minutesparse.segment.titles import Title, clean_title, is_title_stretch

_LONGEST, _SHORTEST = 160, 4
_LONGEST_LINE = 240
_VERB = (
    r"(?:[a-z]+ly\s)?(?:said|was|were|had|has|is|gave|told|took|read|spoke|felt|made|left|began|"
    r"MOVED|SECONDED|[a-z]{3,}ed)\b"
)
_NAME = r"[A-Z][\w'.-]*"
_NAMED_REPORTER = re.compile(
    r"(?<=[rR]eport|REPORT|eports|EPORTS|[uU]pdate|UPDATE|emarks|EMARKS)\s+[-–—]\s+"
    rf"(?=(?P<given>[A-Z][\w'-]*)(?:\s{_NAME})?\s(?P<last>{_NAME})(?:\s\([^()]{{2,40}}\))?\s*$)"
)
_WHEN = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s\d"
_POINT = r"(?:[A-Z]{0,4}\d{1,4})?\(?[ai1]\)\s[A-Z]|1\.\s[A-Z]|\d{1,3}\.1\s[A-Z]|[·•]\s"
_DECISION = r"(?:Resolved|Agreed|Noted|Recommended|RESOLVED|AGREED|NOTED|RECOMMENDED)\s?[:–-]"
_FIELD = r"(?:Date|Time|Venue|Action|Present)\s?:\s"
_REFERENCE = r"(?!(?:19|20)\d\d/\d\d\s)[A-Z\d]{1,5}/\d{2,6}(?:/[A-Z]+)?\s[–-]\s"


def cut_run_in(text: str, lexicon: Lexicon) -> Title | None:
    """Cut a title from the minute behind it: who tells, a point, a decision, a day; None for none.

    Args:
        text: The line without its number.
        lexicon: Tells the titles and given names of persons.
    """
    names = word_set(lexicon, "names", "masculine", "feminine", "either")
    for opening in _openings(lexicon).finditer(text, 0, _LONGEST):
        given = opening["given"]
        if given and given.casefold() not in names:
            continue
        title = text[: opening.start()]
        if len(title) >= _SHORTEST and is_title_stretch(title, lexicon):
            return Title(clean_title(title), opening.start(), opening.end())
    return None


def cut_reporter(text: str, lexicon: Lexicon) -> Title | None:
    """Cut a title before a dash and who reports ("Treasurer's Report – J. Orr"); None for none."""
    found = _reporters(lexicon).search(text, 0, _LONGEST_LINE) or _named_reporter(text, lexicon)
    if found is None or found.start() < _SHORTEST:
        return None
    return Title(clean_title(text[: found.start()]), found.start())


def _named_reporter(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Find the dash before a given name and a surname, behind what is called a report."""
    found = _NAMED_REPORTER.search(text, 0, _LONGEST_LINE)
    given = word_set(lexicon, "names", "masculine", "feminine", "either")
    streets = word_set(lexicon, "figures", "streets")
    if found is None or found["given"].casefold() not in given:
        return None
    return None if found["last"].casefold() in streets else found


@cache
def _reporters(lexicon: Lexicon) -> re.Pattern[str]:
    called = rf"(?:[A-Z]\.\s?){{1,2}}|(?=[A-Z])(?i:{source(lexicon, 'speakers', 'titles')})\.?\s"
    office = r"(?:\s\([^()]{2,40}\))?"
    return re.compile(rf"\s+[-–—]\s+(?=(?:{called}){_NAME}(?:\s{_NAME}){{0,2}}{office}\s*$)")


@cache
def _openings(lexicon: Lexicon) -> re.Pattern[str]:
    titles = source(lexicon, "speakers", "titles", "chair_roles")
    titled = (
        rf"(?=[A-Z])(?:(?:County|District|Town|Parish|Borough|City)\s)?(?i:{titles})\.?\s"
        rf"(?:{_NAME}\s){{0,3}}{_VERB}"
    )
    named = rf"(?P<given>[A-Z][a-z'-]+)\s(?:[A-Z]\.\s)?{_NAME}\s{_VERB}"
    parts = (_POINT, _DECISION, _FIELD, _WHEN, _REFERENCE, titled, named)
    return re.compile(rf"(?<=\S)\s+(?=(?:{'|'.join(parts)}))")
