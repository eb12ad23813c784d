"""The tables, as data: CSV, Parquet, SQL and the documentation are all made from these.

A column is either read from a field of the record, and then takes its type and meaning from that
field, or it is known to whoever walks the meeting (:mod:`minutesparse.export.rows`): keys, the
position, the page and the quoted words. Every row tells where it stands in the source.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from minutesparse import records

TABLES_VERSION = 2
"""Changes whenever a table or a column does; an archive of another version is made anew."""

Type = Literal["text", "integer", "decimal", "boolean", "date", "list"]

_TYPES: dict[type, Type] = {
    str: "text",
    int: "integer",
    Decimal: "decimal",
    bool: "boolean",
    datetime.date: "date",
    tuple: "list",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name, a word that no SQL dialect reserves.
        type: ``list`` is a list of texts.
        meaning: What it holds, in a sentence.
        path: Field of the record that it is read from, dotted; empty where the walk knows it.
        refers: The table whose ``id`` it holds, if any.
        required: Whether every row has a value.
    """

    name: str
    type: Type
    meaning: str
    path: str = ""
    refers: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a row for each record of a kind.

    Attributes:
        name: Its name, in the plural.
        meaning: What a row is, in a sentence.
        columns: The columns in order; the first is ``id``, the primary key.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]

    def names(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def _field(record: type[BaseModel], path: str, *, name: str = "", refers: str = "") -> Column:
    """Return the column that a field of a record fills."""
    hint: Any = record
    required, meaning = True, ""
    for part in path.split("."):
        meaning = hint.model_fields[part].description or ""
        hint, optional = without_none(get_type_hints(hint)[part])
        required = required and not optional
    column = name or path.replace(".", "_")
    return Column(column, type_of(hint), meaning, path, refers or None, required=required)


def type_of(hint: Any) -> Type:
    """Return the type of a field that holds one value, by its annotation."""
    return _TYPES.get(get_origin(hint) or hint, "text")


def without_none(hint: Any) -> tuple[Any, bool]:
    """Return an annotation without ``None``, and whether it allowed it."""
    given = get_args(hint)
    if NoneType not in given:
        return hint, False
    return next(one for one in given if one is not NoneType), True


def _fields(record: type[BaseModel], names: str) -> tuple[Column, ...]:
    """Return a column for each of several fields."""
    return tuple(_field(record, name) for name in names.split())


def _person(record: type[BaseModel], name: str, *, at_length: bool = False) -> tuple[Column, ...]:
    """Return the columns of a speaker within a record: the words as written, and the person."""
    parts = "name title role type attribution" if at_length else ""
    return (
        _field(record, f"{name}.label", name=name),
        *_fields(record, " ".join(f"{name}.{part}" for part in parts.split())),
        _field(record, f"{name}.person", refers="people"),
    )


_ID = Column("id", "text", "Key of the row, the same after every conversion.", required=True)
_MEETING = Column("meeting", "text", "The meeting.", refers="meetings", required=True)
_ITEM = Column("item", "text", "The agenda item.", refers="items", required=True)
_POSITION = Column(
    "position", "integer", "Place among the meeting's rows of this table, from 1.", required=True
)
_RULE = Column("rule", "text", "Name of the rule that made the record.", "rule", required=True)
_PLACE = (
    Column(
        "span_start",
        "integer",
        "Where the words begin in `meetings.text`, in code points.",
        "span.start",
        required=True,
    ),
    Column("span_end", "integer", "Where they end, not included.", "span.end", required=True),
    Column("page", "integer", "Page on which the words begin, where the source has pages."),
    Column("quote", "text", "The words of the source, exactly.", required=True),
)
_ANCHOR = (_RULE, *_PLACE)
_WITHIN_MEETING = (_ID, _MEETING, _POSITION)
_WITHIN_ITEM = (_ID, _MEETING, _ITEM, _POSITION)

COUNCILLORS = Table(
    "councillors",
    "A person of the roster that the archive was converted with.",
    (
        _ID,
        Column("roster_id", "text", "What the roster calls the person by, where it has ids."),
        Column("name", "text", "The latest name on the roster, without titles.", required=True),
        Column("title", "text", "Title on the roster."),
        Column("aliases", "list", "Other names on the roster, former ones too.", required=True),
    ),
)
TERMS = Table(
    "terms",
    "A time for which a councillor served; no start or no end is none that the roster knows.",
    (
        _ID,
        Column("councillor", "text", "Who served.", refers="councillors", required=True),
        Column("position", "integer", "Place among the councillor's terms, from 1.", required=True),
        Column("name", "text", "Name that the roster gives for the term.", required=True),
        Column("party", "text", "Party or group."),
        Column("ward", "text", "Ward or division."),
        Column("start_date", "date", "First day."),
        Column("end_date", "date", "Last day."),
    ),
)
ROSTER_TABLES: tuple[Table, ...] = (COUNCILLORS, TERMS)
"""The tables of an archive's roster; they are empty where it has none."""

MEETINGS = Table(
    "meetings",
    "A meeting, with the whole text that its records point into.",
    (
        _ID,
        Column("document", "text", "Key of the document, made of its `uri`.", required=True),
        Column("number", "integer", "Which meeting of the document, from 1.", required=True),
        *_fields(records.Meeting, "council body title date"),
        Column(
            "dated_by", "text", "Who gives the date: the `minutes`, or the `list` of `--dates`."
        ),
        *_fields(records.Meeting, "start_time end_time venue status"),
        _field(records.Meeting, "source.uri", name="uri"),
        _field(records.Meeting, "source.media_type", name="media_type"),
        _field(records.Meeting, "source.sha256", name="sha256"),
        Column("pages", "integer", "Pages of the source; 0 where it has none.", required=True),
        _field(records.Meeting, "schema_version"),
        _RULE,
        *_PLACE[:2],
        _field(records.Meeting, "text"),
    ),
)
PEOPLE = Table(
    "people",
    "A person of one meeting, with every label that was resolved to them.",
    (
        *_WITHIN_MEETING,
        *_fields(records.Person, "name title role mentions match"),
        Column("councillor", "text", "Who that is on the roster.", "", "councillors"),
        Column(
            "councillor_match",
            "text",
            "How that was told: `exact`, `alias`, `fuzzy`, or `ambiguous` and so not at all.",
        ),
        Column(
            "candidates",
            "list",
            "Keys of the councillors that an ambiguous name may stand for.",
            required=True,
        ),
        *_ANCHOR,
    ),
)
ATTENDANCE = Table(
    "attendance",
    "A person's presence or absence.",
    (
        *_WITHIN_MEETING,
        *_fields(records.Attendance, "name status role substitute_for organisation arrived"),
        _field(records.Attendance, "left", name="departed"),
        _field(records.Attendance, "person", refers="people"),
        *_ANCHOR,
    ),
)
ITEMS = Table(
    "items",
    "An agenda item.",
    (*_WITHIN_MEETING, *_fields(records.AgendaItem, "number title public"), *_ANCHOR),
)
CONTRIBUTIONS = Table(
    "contributions",
    "What one speaker says within one paragraph or one bullet.",
    (
        *_WITHIN_ITEM,
        _field(records.Contribution, "kind"),
        *_person(records.Contribution, "speaker", at_length=True),
        Column("reply_to", "text", "The contribution that this one answers.", "", "contributions"),
        Column(
            "exchange",
            "text",
            "The contribution that opened the exchange; its own `id` where nothing came before.",
            "",
            "contributions",
            required=True,
        ),
        _field(records.Contribution, "supplementary_to", refers="contributions"),
        *_ANCHOR,
    ),
)
STATISTICS = Table(
    "statistics",
    "A quantity expression with what it counts; `quote` is the expression itself.",
    (
        *_WITHIN_ITEM,
        *_fields(records.Statistic, "kind value low high unit subject qualifier"),
        *_fields(records.Statistic, "period.start period.end period.text"),
        _field(records.Statistic, "comparison.relation"),
        _field(records.Statistic, "comparison.statistic", refers="statistics"),
        *_fields(records.Statistic, "direction status"),
        _field(records.Statistic, "contribution", refers="contributions"),
        Column("context", "text", "The sentence that the figure stands in.", required=True),
        *_ANCHOR,
    ),
)
MOTIONS = Table(
    "motions",
    "What was moved.",
    (
        *_WITHIN_ITEM,
        _field(records.Motion, "kind"),
        *_person(records.Motion, "mover"),
        *_person(records.Motion, "seconder"),
        _field(records.Motion, "result"),
        *_ANCHOR,
    ),
)
VOTES = Table(
    "votes",
    "A vote that was taken.",
    (
        *_WITHIN_ITEM,
        *_fields(records.VoteEvent, "in_favour against abstained unanimous casting_vote"),
        _field(records.VoteEvent, "motion", refers="motions"),
        *_ANCHOR,
    ),
)
BALLOTS = Table(
    "ballots",
    "How one member voted, where names are printed; it quotes the whole vote.",
    (
        *_WITHIN_ITEM,
        Column("vote", "text", "The vote.", refers="votes", required=True),
        *_fields(records.Vote, "voter option"),
        _field(records.Vote, "person", refers="people"),
        *(Column(one.name, one.type, one.meaning, "", None, one.required) for one in _ANCHOR),
    ),
)
RESOLUTIONS = Table(
    "resolutions",
    "A decision.",
    (
        *_WITHIN_ITEM,
        *_fields(records.Resolution, "label verb"),
        *_person(records.Resolution, "mover"),
        *_person(records.Resolution, "seconder"),
        _field(records.Resolution, "vote", refers="votes"),
        *_fields(records.Resolution, "recommended_to stem reasons"),
        *_ANCHOR,
    ),
)
CLAUSES = Table(
    "clauses",
    "A clause of a decision.",
    (
        *_WITHIN_ITEM,
        Column("resolution", "text", "The decision.", refers="resolutions", required=True),
        Column("parent", "text", "The clause that this one is nested in.", "", "clauses"),
        Column("depth", "integer", "1 for a clause of the decision itself.", required=True),
        *_fields(records.Clause, "number verb delegated_to"),
        *_ANCHOR,
    ),
)
DECLARATIONS = Table(
    "declarations",
    "A member's declaration of interest.",
    (
        *_WITHIN_ITEM,
        _field(records.Declaration, "name"),
        _field(records.Declaration, "person", refers="people"),
        _field(records.Declaration, "interest"),
        _field(records.Declaration, "item", name="concerns"),
        _field(records.Declaration, "withdrew"),
        *_ANCHOR,
    ),
)
ACTIONS = Table(
    "actions",
    "Something that someone is to do after the meeting.",
    (*_WITHIN_ITEM, *_fields(records.Action, "owner task due"), *_ANCHOR),
)
DOCUMENTS = Table(
    "documents",
    "A supporting document that the page lists.",
    (*_WITHIN_ITEM, *_fields(records.Document, "title size"), *_ANCHOR),
)
ISSUES = Table(
    "issues",
    "Something that the parser could not settle or had to mend.",
    (*_WITHIN_MEETING, *_fields(records.Issue, "code severity message"), *_PLACE),
)

TABLES: tuple[Table, ...] = (
    MEETINGS,
    PEOPLE,
    ATTENDANCE,
    ITEMS,
    CONTRIBUTIONS,
    STATISTICS,
    MOTIONS,
    VOTES,
    BALLOTS,
    RESOLUTIONS,
    CLAUSES,
    DECLARATIONS,
    ACTIONS,
    DOCUMENTS,
    ISSUES,
)
"""Every table of records; what a table refers to comes before it."""

PASSAGES = Table(
    "passages",
    "What can be searched: every contribution, decision and figure, in one ranking.",
    (
        Column("id", "text", "Key of the contribution, decision or figure.", required=True),
        _MEETING,
        _ITEM,
        Column(
            "kind",
            "text",
            "`decision`, `figure`, or the kind of the contribution.",
            required=True,
        ),
        Column(
            "exchange",
            "text",
            "Hits of one exchange are shown together: its first contribution, or the row itself.",
            required=True,
        ),
        Column("speaker", "text", "Who says it, or moved it, as written."),
        Column("text", "text", "The words of the source.", required=True),
        Column(
            "beside",
            "text",
            "What belongs to it: the answers of a question, the question of an answer, what a "
            "figure counts and the sentence around it.",
            required=True,
        ),
        Column("heading", "text", "Title of the item.", required=True),
    ),
)
"""The table that the search indexes stand on; it is part of databases only."""
