"""The figures of an archive's database, and which of them say how things stood at their meeting."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from minutesparse.lexicons import Lexicon, alternation

_BEFORE = 60  # characters before a figure that may say that it is a change
_FIGURES = """
SELECT statistics.id, statistics.subject, statistics.quote, statistics.value, statistics.low,
       statistics.high, statistics.unit, statistics.kind, statistics.qualifier,
       statistics.status, statistics.direction, statistics.period_text,
       statistics.comparison_relation, statistics.id IN (
           SELECT comparison_statistic FROM statistics
           WHERE comparison_relation IN ('versus', 'from', 'target', 'average')
       ),
       substr(meetings.text, max(1, statistics.span_start - :before + 1),
              min(:before, statistics.span_start)),
       statistics.context, statistics.page, statistics.span_start, statistics.span_end,
       meetings.id, meetings.date, meetings.dated_by, meetings.council,
       coalesce(meetings.body, meetings.title), meetings.uri, said.speaker, councillors.name
FROM statistics
JOIN meetings ON meetings.id = statistics.meeting
LEFT JOIN contributions AS said ON said.id = statistics.contribution
LEFT JOIN people ON people.id = said.speaker_person
LEFT JOIN councillors ON councillors.id = people.councillor
WHERE statistics.subject IS NOT NULL AND is_wanted(statistics.subject)
ORDER BY meetings.date IS NULL, meetings.date, meetings.uri, meetings.number, statistics.position
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its meeting, as the database holds them; names are those of its columns.

    Attributes:
        words: The quantity expression.
        set_against: Whether another figure is only compared with this one.
        before: The text before it.
        sentence: The sentence that it stands in.
        said_by: Who gave it, as written.
        councillor: Who that is on the roster.
    """

    id: str
    subject: str
    words: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: str
    qualifier: str | None
    status: str
    direction: str | None
    period: str | None
    relation: str | None
    set_against: bool
    before: str
    sentence: str
    page: int | None
    start: int
    end: int
    meeting: str
    date: str | None
    dated_by: str | None
    council: str | None
    body: str | None
    uri: str | None
    said_by: str | None
    councillor: str | None


def figures(base: sqlite3.Connection, is_wanted: Callable[[str], bool]) -> Iterator[Figure]:
    """Yield the figures of some subjects in the order of their meetings, those without a day last.

    Args:
        base: The database.
        is_wanted: Whether figures of a subject are wanted; of others nothing more is read.
    """
    base.create_function("is_wanted", 1, is_wanted, deterministic=True)
    for row in base.execute(_FIGURES, {"before": _BEFORE}):
        values = list(row)
        values[3:6] = (None if one is None else Decimal(str(one)) for one in values[3:6])
        values[13] = bool(values[13])
        yield Figure(*values)


def is_level(figure: Figure, lexicon: Lexicon) -> bool:
    """Tell whether a figure says how much there is, and not what was, is hoped for, or changed."""
    if figure.status != "actual" or figure.relation == "to" or figure.set_against:
        return False
    return not is_change(figure, lexicon)


def is_change(figure: Figure, lexicon: Lexicon) -> bool:
    """Tell whether a figure is a difference: "rose by 12", "a reduction of 9".

    The words for a change stand right before it, with at most two others ("by just over 12").
    """
    nouns, moved = _change_words(lexicon)
    before = figure.before.casefold()
    return bool(nouns.search(before) or (figure.direction and moved.search(before)))


def is_earlier(figure: Figure, lexicon: Lexicon) -> bool:
    """Tell whether a figure speaks of a time before the one that its meeting is told about."""
    period = " ".join((figure.period or "").casefold().split())
    return period in lexicon.phrases("subjects", "earlier")


@cache
def _change_words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    few = r"(?:[\w'’£€$-]{1,20}\s{1,3}){0,2}[£€$]?$"
    nouns = alternation(lexicon.phrases("subjects", "changes"))
    return (
        re.compile(rf"\b(?:{nouns})s?\s{{1,3}}of\s{{1,3}}{few}"),
        re.compile(rf"\b(?:by\s{{1,3}}{few}|(?:up|down)\s{{1,3}}[£€$]?$)"),
    )
