"""Finds what was asked, answered, reported and decided in an archive's database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from minutesparse.export.opening import opened
from minutesparse.export.query import fts5, parse_query

KINDS = ("question", "answer", "comment", "presentation", "procedural", "decision", "figure")
MARKS = ("\x02", "\x03")
"""Stand around the words that were found, in :attr:`Part.marked`."""

WEIGHTS = (8.0, 2.0, 2.0)
"""What a word counts for in the text, in what belongs to it, and in the item's title."""

_RANKED = """
SELECT coalesce(statistics.contribution, passages.id), passages.exchange,
       CASE WHEN statistics.contribution IS NULL THEN passages.kind END, rank
FROM passages_fts
CROSS JOIN passages ON passages.passage = passages_fts.rowid
CROSS JOIN meetings ON meetings.id = passages.meeting
LEFT JOIN statistics ON statistics.id = passages.id
WHERE passages_fts MATCH :query AND rank MATCH :ranking {more}
ORDER BY rank
"""
_FIGURES = """
SELECT passages.id, passages.id, passages.kind, rank
FROM passages_fts
CROSS JOIN passages ON passages.passage = passages_fts.rowid
CROSS JOIN meetings ON meetings.id = passages.meeting
WHERE passages_fts MATCH :query AND rank MATCH :ranking {more}
ORDER BY rank
"""
_FILTERS = {
    "speaker": r"AND passages.speaker LIKE :speaker ESCAPE '\'",
    "body": r"AND (meetings.body LIKE :body ESCAPE '\' OR meetings.title LIKE :body ESCAPE '\')",
    "kind": "AND passages.kind = :kind",
    "since": "AND meetings.date >= :since",
}
_CONTRIBUTIONS = """
SELECT id, kind, speaker, quote, page, span_start, span_end FROM contributions
WHERE id IN (SELECT value FROM json_each(:found))
   OR id IN (SELECT reply_to FROM contributions
             WHERE id IN (SELECT value FROM json_each(:found)))
   OR reply_to IN (SELECT value FROM json_each(:found))
ORDER BY position
"""
_DECISION = """
SELECT id, 'decision', mover, quote, page, span_start, span_end FROM resolutions WHERE id = :id
"""
_FIGURE = """
SELECT statistics.id, 'figure', said.speaker, statistics.context, statistics.page,
       statistics.span_start, statistics.span_end
FROM statistics LEFT JOIN contributions AS said ON said.id = statistics.contribution
WHERE statistics.id = :id
"""
_PLACE = """
SELECT meetings.council, meetings.body, meetings.title, meetings.date, items.number, items.title,
       meetings.uri
FROM passages
JOIN meetings ON meetings.id = passages.meeting
JOIN items ON items.id = passages.item
WHERE passages.id = :id
"""
_MARKED = """
SELECT passages.id, highlight(passages_fts, :column, :open, :close)
FROM passages_fts JOIN passages ON passages.passage = passages_fts.rowid
WHERE passages_fts MATCH :query AND passages_fts.rowid IN (
    SELECT passage FROM passages WHERE id IN (SELECT value FROM json_each(:shown))
)
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a hit: a question, one of its answers, a decision, or a figure's sentence.

    Attributes:
        id: Key of its row.
        kind: One of :data:`KINDS`.
        speaker: Who says or moved it, as written.
        words: The words of the source.
        marked: The same with :data:`MARKS` around what was found; None where nothing was.
        page: Page of the source, where it has pages.
        start: First code point in the text of the meeting.
        end: First code point after.
    """

    id: str
    kind: str
    speaker: str | None
    words: str
    marked: str | None
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, with what belongs to it.

    Attributes:
        score: How well it fits; the higher the better.
        council: The authority.
        body: The body that met, or where it is not told the title of the page.
        date: Day of the meeting, ``YYYY-MM-DD``.
        item_number: Number of the agenda item.
        item_title: Its title.
        uri: Place of the document.
        parts: A question with its answers, or what else was found, in document order.
    """

    score: float
    council: str | None
    body: str | None
    date: str | None
    item_number: str | None
    item_title: str | None
    uri: str | None
    parts: tuple[Part, ...]


def search(
    path: str | Path,
    text: str,
    *,
    speaker: str | None = None,
    body: str | None = None,
    kind: str | None = None,
    since: str | None = None,
    limit: int = 10,
) -> list[Hit]:
    """Return the best hits in an archive's database, best first.

    Hits of one exchange are one hit: a question stands with its answers, whichever was found.

    Args:
        path: The database that ``convert --to sqlite`` makes.
        text: What to look for, as :func:`minutesparse.export.query.parse_query` reads it.
        speaker: Words in the name of who says it.
        body: Words in the name of the body or the title of the page.
        kind: One of :data:`KINDS`.
        since: Earliest day of the meeting, ``YYYY-MM-DD``.
        limit: The most hits.

    Raises:
        ArchiveError: There is no such database.
        QueryError: The query names nothing to look for.
    """
    query = fts5(parse_query(text))
    asked = {"speaker": _like(speaker), "body": _like(body), "kind": kind, "since": since}
    filters = {name: value for name, value in asked.items() if value is not None}
    with closing(opened(Path(path))) as base:
        found = _best(_ranked(base, query, filters), limit)
        hits = [_hit(base, *one) for one in found]
        return _with_marks(base, query, hits)


def _like(words: str | None) -> str | None:
    """Return the LIKE pattern of texts that hold some words."""
    if words is None:
        return None
    escaped = words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"


_Found = tuple[str, str, str | None, float]


def _ranked(base: sqlite3.Connection, query: str, filters: Mapping[str, str]) -> Iterator[_Found]:
    """Yield key, exchange, kind and rank of what fits, best first (the rank is negative).

    A figure that somebody gave stands for what they said, unless figures were asked for.
    """
    ranked = _FIGURES if filters.get("kind") == "figure" else _RANKED
    statement = ranked.format(more=" ".join(_FILTERS[name] for name in filters))
    ranking = f"bm25({', '.join(map(str, WEIGHTS))})"
    return base.execute(statement, {"query": query, "ranking": ranking, **filters})


def _best(ranked: Iterable[_Found], limit: int) -> list[tuple[float, str | None, list[str]]]:
    """Return the best exchanges: score, kind, and what was found in each; ties by key."""
    scores: dict[str, tuple[float, str | None]] = {}
    found: dict[str, list[str]] = {}
    for record, exchange, kind, rank in ranked:
        if exchange not in scores:
            last = max((score for score, _ in scores.values()), default=rank)
            if len(scores) >= limit and rank > last:
                break
            scores[exchange] = (rank, kind)
        found.setdefault(exchange, []).append(record)
    best = sorted(scores, key=lambda exchange: (scores[exchange][0], exchange))[:limit]
    return [(-scores[one][0], scores[one][1], found[one]) for one in best]


def _hit(base: sqlite3.Connection, score: float, kind: str | None, found: list[str]) -> Hit:
    [place] = base.execute(_PLACE, {"id": found[0]})
    council, body, title, date, number, heading, uri = place
    parts = tuple(
        Part(one, what, speaker, words, None, page, start, end)
        for one, what, speaker, words, page, start, end in _rows(base, kind, found)
    )
    return Hit(score, council, body or title, date, number, heading, uri, parts)


def _rows(base: sqlite3.Connection, kind: str | None, found: list[str]) -> Iterable[Any]:
    if kind == "decision":
        return base.execute(_DECISION, {"id": found[0]})
    if kind == "figure":
        return base.execute(_FIGURE, {"id": found[0]})
    return base.execute(_CONTRIBUTIONS, {"found": json.dumps(found)})


def _with_marks(base: sqlite3.Connection, query: str, hits: list[Hit]) -> list[Hit]:
    """Return hits with the words marked that were found."""
    shown = [part for hit in hits for part in hit.parts]
    marked: dict[str, str] = {}
    for column, kinds in ((0, set(KINDS) - {"figure"}), (1, {"figure"})):
        ids = json.dumps([part.id for part in shown if part.kind in kinds])
        marks = {"column": column, "open": MARKS[0], "close": MARKS[1]}
        found = base.execute(_MARKED, {"query": query, "shown": ids, **marks})
        marked |= {record: words for record, words in found if MARKS[0] in words}
    return [
        replace(hit, parts=tuple(replace(one, marked=marked.get(one.id)) for one in hit.parts))
        for hit in hits
    ]
