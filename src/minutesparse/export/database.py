"""What the databases have in common: keys, views, and how a row's plain values are typed in SQL."""

from __future__ import annotations

from collections.abc import Mapping

from minutesparse.export.tables import PASSAGES, ROSTER_TABLES, TABLES, Column, Table, Type

DOCUMENT_TABLES: tuple[Table, ...] = (*TABLES, PASSAGES)
"""The tables of a database whose rows belong to documents."""

DATABASE_TABLES: tuple[Table, ...] = (*ROSTER_TABLES, *DOCUMENT_TABLES)
"""The tables of a database, each after those it refers to."""

VIEWS: Mapping[str, tuple[str, str]] = {
    "questions_and_answers": (
        "Who asked what, and was told what; a row an answer, or a question without one.",
        """
        SELECT asked.id AS question_id, replied.id AS answer_id, meetings.date AS date,
               meetings.council AS council, meetings.body AS body, items.title AS item,
               asked.speaker AS asked_by, asked.quote AS question,
               replied.speaker AS answered_by, replied.quote AS answer,
               meetings.uri AS uri, asked.page AS page,
               asked.span_start AS span_start, asked.span_end AS span_end,
               replied.span_start AS answer_start, replied.span_end AS answer_end,
               passages.passage AS passage
        FROM contributions AS asked
        JOIN passages ON passages.id = asked.id
        JOIN meetings ON meetings.id = asked.meeting
        JOIN items ON items.id = asked.item
        LEFT JOIN contributions AS replied ON replied.reply_to = asked.id
        WHERE asked.kind = 'question'
        """,
    ),
    "decisions": (
        "All decisions, with the body that took them, their movers and the vote.",
        """
        SELECT resolutions.id AS resolution_id, meetings.date AS date,
               meetings.council AS council, meetings.body AS body, items.number AS item_number,
               items.title AS item, resolutions.verb AS verb, resolutions.quote AS decision,
               resolutions.mover AS mover, resolutions.seconder AS seconder,
               votes.in_favour AS in_favour, votes.against AS against,
               votes.abstained AS abstained, votes.unanimous AS unanimous,
               resolutions.recommended_to AS recommended_to,
               meetings.uri AS uri, resolutions.page AS page,
               resolutions.span_start AS span_start, resolutions.span_end AS span_end,
               passages.passage AS passage
        FROM resolutions
        JOIN passages ON passages.id = resolutions.id
        JOIN meetings ON meetings.id = resolutions.meeting
        JOIN items ON items.id = resolutions.item
        LEFT JOIN votes ON votes.id = resolutions.vote
        """,
    ),
    "figures": (
        "Figures by subject, with the sentence they stand in and who gave them.",
        """
        SELECT statistics.id AS statistic_id, statistics.subject AS subject,
               statistics.quote AS figure, statistics.value AS value, statistics.low AS low,
               statistics.high AS high, statistics.unit AS unit, statistics.kind AS kind,
               statistics.period_text AS period, meetings.date AS date,
               meetings.council AS council, meetings.body AS body, items.title AS item,
               said.speaker AS given_by, statistics.context AS context,
               meetings.uri AS uri, statistics.page AS page,
               statistics.span_start AS span_start, statistics.span_end AS span_end,
               passages.passage AS passage
        FROM statistics
        JOIN passages ON passages.id = statistics.id
        JOIN meetings ON meetings.id = statistics.meeting
        JOIN items ON items.id = statistics.item
        LEFT JOIN contributions AS said ON said.id = statistics.contribution
        """,
    ),
    "members": (
        "Who of the roster took part in which meeting, with party and ward on the day.",
        """
        SELECT people.id AS person_id, meetings.date AS date, meetings.council AS council,
               meetings.body AS body, councillors.name AS councillor, people.name AS named,
               people.councillor_match AS matched, terms.party AS party, terms.ward AS ward,
               meetings.uri AS uri, people.span_start AS span_start, people.span_end AS span_end
        FROM people
        JOIN meetings ON meetings.id = people.meeting
        JOIN councillors ON councillors.id = people.councillor
        LEFT JOIN terms ON terms.id = (
            SELECT served.id FROM terms AS served
            WHERE served.councillor = councillors.id
              AND (served.start_date IS NULL OR served.start_date <= meetings.date)
              AND (served.end_date IS NULL OR served.end_date >= meetings.date)
            ORDER BY served.position DESC LIMIT 1
        )
        """,
    ),
}
"""The common questions, by name: what a row is, and the query, which every database here takes."""

_LOOKED_UP = frozenset({"document", "date", "exchange"})

PASSAGE = "passage"
"""The number of a passage in one database, which its search index goes by."""


def create_table(table: Table, types: Mapping[Type, str], number: str) -> str:
    """Return the statement that makes a table.

    Args:
        table: The table.
        types: The dialect's name for each type.
        number: The dialect's words for a key that counts by itself; passages have one.
    """
    key = [f"id {types['text']} PRIMARY KEY"]
    if table is PASSAGES:
        key = [f"{PASSAGE} {number}", f"id {types['text']} NOT NULL UNIQUE"]
    lines = [*key, *(_column(column, types) for column in table.columns[1:])]
    lines += [
        f"FOREIGN KEY ({column.name}) REFERENCES {column.refers} (id) DEFERRABLE INITIALLY DEFERRED"
        for column in table.columns
        if column.refers
    ]
    body = ",\n    ".join(lines)
    return f"CREATE TABLE {table.name} (\n    {body}\n)"


def indexes(table: Table) -> list[str]:
    """Return the statements that index what a table is looked up by."""
    return [
        f"CREATE INDEX {table.name}_by_{column.name} ON {table.name} ({column.name})"
        + ("" if column.required else f" WHERE {column.name} IS NOT NULL")
        for column in table.columns
        if column.refers or column.name in _LOOKED_UP
    ]


def _column(column: Column, types: Mapping[Type, str]) -> str:
    return f"{column.name} {types[column.type]}{' NOT NULL' if column.required else ''}"
