"""The record contract: what a parse returns and what every export carries.

Every record is frozen, refuses unknown fields, and is anchored to its source: ``span`` counts
Unicode code points, half open, in :attr:`Meeting.text`. The JSON Schema of :class:`Meeting` is
committed as ``docs/schema.json``. This module imports nothing else of the package.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

ContributionKind = Literal["question", "answer", "comment", "presentation", "procedural"]
AttendanceStatus = Literal["present", "apologies", "absent", "in-attendance", "substitute"]
SpeakerType = Literal["person", "role", "group"]
MatchKind = Literal["exact", "alias", "fuzzy", "ambiguous"]
StatisticKind = Literal[
    "count", "share", "money", "duration", "age", "distance", "ratio", "rate", "other"
]
Qualifier = Literal["about", "at-least", "at-most", "over", "under"]
ResolutionVerb = Literal[
    "resolved", "recommended", "agreed", "noted", "deferred", "refused", "approved"
]
ResidueReason = Literal["furniture", "agenda-text", "heading", "unclassified"]


class _Value(BaseModel):
    """Base of everything here: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Value):
    """A stretch of the source text, in code points, ``start`` included and ``end`` excluded."""

    start: int = Field(ge=0, description="First code point of the stretch.")
    end: int = Field(ge=0, description="First code point after the stretch.")


class Spanned(Protocol):
    """Anything that stands somewhere in the source."""

    @property
    def span(self) -> Span:
        """Its stretch of the source."""


class Record(_Value):
    """A record that a named rule made from a stretch of the source."""

    span: Span = Field(description="Where the record stands in `Meeting.text`.")
    rule: str = Field(description="Stable name of the rule that made the record.")


class Page(_Value):
    """One page of a paged source."""

    number: int = Field(ge=1, description="Page number, counted from 1.")
    start: int = Field(ge=0, description="Offset in `Meeting.text` of the page's first code point.")
    end: int = Field(ge=0, description="Offset just after the page's last code point.")


class SourceInfo(_Value):
    """Where the text came from."""

    uri: str | None = Field(None, description="Path or address of the document, where known.")
    media_type: str = Field("text/plain", description="Media type that the content was read as.")
    sha256: str = Field(
        description="SHA-256 of the bytes read, or of the UTF-8 text where a string was parsed."
    )
    length: int = Field(ge=0, description="Length of `Meeting.text` in code points.")
    pages: tuple[Page, ...] = Field((), description="Pages of the source, where it has any.")


class Person(Record):
    """One person of the meeting, with every label that was resolved to them."""

    id: str = Field(description="Identifier, unique within the meeting.")
    name: str = Field(description="Fullest form of the name met, without titles.")
    title: str | None = Field(None, description="Councillor, Mr, Dr ... as written.")
    role: str | None = Field(None, description="Chair, Director of Housing ... where stated.")
    mentions: tuple[str, ...] = Field((), description="Every label met, in document order.")
    match: MatchKind = Field(
        "exact", description="The weakest kind of match by which a label was resolved."
    )


class Speaker(_Value):
    """Who is named as saying (or moving) something."""

    label: str = Field(description="The words that name the speaker, as written.")
    name: str | None = Field(None, description="The personal name within the label.")
    title: str | None = Field(None, description="The title within the label.")
    role: str | None = Field(None, description="The office named by the label or beside it.")
    type: SpeakerType = Field(description="A person, an office, or a group.")
    person: str | None = Field(None, description="`Person.id`, where the label was resolved.")
    attribution: Literal["stated", "inherited"] = Field(
        "stated", description="Named in this contribution, or carried over from an earlier one."
    )
    mention: Span | None = Field(
        None,
        description="Where the label stands; for an inherited speaker this lies further up.",
    )


class Attendance(Record):
    """One person's presence or absence."""

    name: str = Field(description="The name, as written.")
    status: AttendanceStatus = Field(description="In what way the person attended or not.")
    role: str | None = Field(None, description="Chair, Vice-Chair, or an officer's title.")
    substitute_for: str | None = Field(None, description="Whom the person stands in for.")
    organisation: str | None = Field(None, description="Body that the person speaks for.")
    arrived: str | None = Field(None, description="Time or item of arrival, as written.")
    left: str | None = Field(None, description="Time or item of departure, as written.")
    person: str | None = Field(None, description="`Person.id`.")


class Contribution(Record):
    """What one speaker says within one paragraph or one bullet."""

    id: str = Field(description="Identifier, unique within the meeting.")
    kind: ContributionKind = Field(description="What the speaker does.")
    speaker: Speaker | None = Field(None, description="Who says it; None where nobody can tell.")
    text: str = Field(description="The words, exactly as in the source.")
    supplementary_to: str | None = Field(
        None, description="`Contribution.id` of the question that this one follows up."
    )
    answers: tuple[Contribution, ...] = Field(
        (), description="Replies to this contribution, of whatever kind, in document order."
    )


class Period(_Value):
    """The time that a figure speaks of; an interval, never an invented day."""

    start: datetime.date | None = Field(None, description="First day, where it can be told.")
    end: datetime.date | None = Field(None, description="Last day, where it can be told.")
    text: str = Field(description="The words that give the time.")


class Comparison(_Value):
    """How a figure stands to another of the same passage."""

    relation: Literal["versus", "from", "to", "target", "average"] = Field(
        description="What the other figure is to this one."
    )
    statistic: str = Field(description="`Statistic.id` of the other figure.")


class Statistic(Record):
    """One quantity expression with what it counts."""

    id: str = Field(description="Identifier, unique within the meeting.")
    text: str = Field(description="The quantity expression, exactly as in the source.")
    kind: StatisticKind = Field(description="What sort of quantity it is.")
    value: Decimal | None = Field(None, description="The number; None for a range.")
    low: Decimal | None = Field(None, description="Lower end of a range.")
    high: Decimal | None = Field(None, description="Upper end of a range.")
    unit: str = Field(
        description="`count`, `percent`, `percentage-point`, a currency code or a singular noun."
    )
    subject: str | None = Field(None, description="What is counted or measured.")
    qualifier: Qualifier | None = Field(None, description="How exact the figure claims to be.")
    period: Period | None = Field(None, description="The time that the figure speaks of.")
    comparison: Comparison | None = Field(None, description="The figure it is set against.")
    direction: Literal["up", "down", "stable"] | None = Field(
        None, description="The movement that the text states."
    )
    status: Literal["actual", "estimate", "target"] = Field(
        "actual", description="Reported as fact, as an estimate, or as an aim."
    )
    contribution: str | None = Field(None, description="`Contribution.id` of who said it.")


class Motion(Record):
    """What was moved."""

    id: str = Field(description="Identifier, unique within the meeting.")
    kind: Literal["motion", "amendment"] = Field(description="A motion or an amendment to one.")
    mover: Speaker | None = Field(None, description="Who moved it.")
    seconder: Speaker | None = Field(None, description="Who seconded it.")
    text: str = Field(description="The passage that moves it, exactly as in the source.")
    result: Literal["carried", "lost", "withdrawn"] | None = Field(
        None, description="What became of it."
    )


class Vote(_Value):
    """One printed vote of a recorded vote."""

    voter: str = Field(description="The voter's name, as written.")
    option: Literal["for", "against", "abstain", "absent"] = Field(description="How they voted.")
    person: str | None = Field(None, description="`Person.id`.")


class VoteEvent(Record):
    """A vote that was taken."""

    id: str = Field(description="Identifier, unique within the meeting.")
    in_favour: int | None = Field(None, ge=0, description="Votes for.")
    against: int | None = Field(None, ge=0, description="Votes against.")
    abstained: int | None = Field(None, ge=0, description="Abstentions.")
    unanimous: bool = Field(False, description="True where the text says so.")
    casting_vote: bool = Field(False, description="True where a casting vote decided.")
    votes: tuple[Vote, ...] = Field((), description="Votes by name, where names are printed.")
    motion: str | None = Field(None, description="`Motion.id` of what was voted on.")
    text: str = Field(description="The passage, exactly as in the source.")


class Clause(Record):
    """One clause of a resolution."""

    number: str | None = Field(None, description="As printed, without closing punctuation.")
    text: str = Field(description="The clause without its number, exactly as in the source.")
    verb: str | None = Field(None, description="note, approve, agree, delegate, recommend ...")
    delegated_to: str | None = Field(None, description="Whom the clause gives power or work to.")
    clauses: tuple[Clause, ...] = Field((), description="Clauses nested under this one.")


class Resolution(Record):
    """A decision with its clauses."""

    id: str = Field(description="Identifier, unique within the meeting.")
    label: str | None = Field(None, description="The heading words, as written.")
    verb: ResolutionVerb = Field(description="What the deciding words say.")
    mover: Speaker | None = Field(None, description="Who moved it.")
    seconder: Speaker | None = Field(None, description="Who seconded it.")
    vote: str | None = Field(None, description="`VoteEvent.id` of the vote that carried it.")
    recommended_to: str | None = Field(None, description="Body that it is recommended to.")
    stem: str | None = Field(None, description="Words that every clause continues.")
    clauses: tuple[Clause, ...] = Field((), description="The clauses, in document order.")
    reasons: tuple[str, ...] = Field((), description="Reasons printed with the decision.")
    text: str = Field(description="The whole decision, exactly as in the source.")

    @property
    def every_clause(self) -> Iterator[Clause]:
        """Every clause, each before those nested in it."""
        waiting = list(reversed(self.clauses))
        while waiting:
            clause = waiting.pop()
            yield clause
            waiting.extend(reversed(clause.clauses))


class Declaration(Record):
    """One member's declaration of interest."""

    name: str = Field(description="Who declares it, as written.")
    person: str | None = Field(None, description="`Person.id`.")
    interest: Literal["pecuniary", "non-pecuniary", "personal", "other"] = Field(
        description="The kind of interest."
    )
    item: str | None = Field(None, description="The item it concerns, as written.")
    withdrew: bool = Field(False, description="True where the member left for the item.")
    text: str = Field(description="The passage, exactly as in the source.")


class Action(Record):
    """Something that someone is to do after the meeting."""

    id: str = Field(description="Identifier, unique within the meeting.")
    owner: str | None = Field(None, description="Who is to do it, as written.")
    task: str = Field(description="What is to be done.")
    due: str | None = Field(None, description="By when, as written.")
    text: str = Field(description="The passage, exactly as in the source.")


class Document(Record):
    """A supporting document that the page lists."""

    title: str = Field(description="Name of the document, as written.")
    size: str | None = Field(None, description="File type and size, as written.")


class AgendaItem(Record):
    """One agenda item with everything minuted under it."""

    id: str = Field(description="Identifier, unique within the meeting.")
    number: str | None = Field(None, description="As printed, without closing punctuation.")
    order: int = Field(ge=1, description="Place in the document, counted from 1.")
    title: str | None = Field(None, description="The heading, without its attachments.")
    public: bool = Field(True, description="False where press and public were excluded.")
    contributions: tuple[Contribution, ...] = Field((), description="What was said, nested.")
    statistics: tuple[Statistic, ...] = Field((), description="Figures, in document order.")
    motions: tuple[Motion, ...] = Field((), description="Motions and amendments.")
    votes: tuple[VoteEvent, ...] = Field((), description="Votes taken.")
    resolutions: tuple[Resolution, ...] = Field((), description="Decisions.")
    declarations: tuple[Declaration, ...] = Field((), description="Declarations of interest.")
    actions: tuple[Action, ...] = Field((), description="Actions.")
    documents: tuple[Document, ...] = Field((), description="Documents listed.")


class Issue(_Value):
    """Something that the parser could not settle or had to mend."""

    code: str = Field(description="Stable name of the kind of issue.")
    severity: Literal["info", "warning", "error"] = Field(description="How much it matters.")
    span: Span = Field(description="Where in `Meeting.text`.")
    message: str = Field(description="What was found, and what it means for the records.")


class Residue(_Value):
    """Source text that lies in no record."""

    span: Span = Field(description="Where in `Meeting.text`.")
    reason: ResidueReason = Field(description="Why it lies in no record.")


class Meeting(Record):
    """One meeting: the root of the records."""

    schema_version: str = Field(SCHEMA_VERSION, description="Version of this contract.")
    source: SourceInfo = Field(description="Where the text came from.")
    council: str | None = Field(None, description="The authority.")
    body: str | None = Field(None, description="The committee or other body that met.")
    title: str | None = Field(None, description="Heading of the page.")
    date: datetime.date | None = Field(None, description="Day of the meeting.")
    start_time: str | None = Field(None, pattern=r"^\d\d:\d\d$", description="`HH:MM`, 24 hours.")
    end_time: str | None = Field(None, pattern=r"^\d\d:\d\d$", description="`HH:MM`, 24 hours.")
    venue: str | None = Field(None, description="Where it met.")
    status: Literal["draft", "confirmed"] | None = Field(None, description="State of the minutes.")
    attendance: tuple[Attendance, ...] = Field((), description="Presence and apologies.")
    people: tuple[Person, ...] = Field((), description="Persons resolved within the meeting.")
    items: tuple[AgendaItem, ...] = Field((), description="Agenda items, in document order.")
    issues: tuple[Issue, ...] = Field((), description="What could not be settled.")
    unparsed: tuple[Residue, ...] = Field((), description="Source text in no record, with reasons.")
    text: str = Field(description="The source text, exactly as decoded or extracted.")

    def quote(self, record: Spanned) -> str:
        """Return the words of the source that a record stands on."""
        return self.text[record.span.start : record.span.end]

    def pages_of(self, record: Spanned) -> tuple[int, ...]:
        """Return the numbers of the pages that a record stands on, none for a source without."""
        start, end = record.span.start, max(record.span.end, record.span.start + 1)
        return tuple(p.number for p in self.source.pages if p.start < end and start < p.end)

    @property
    def contributions(self) -> Iterator[Contribution]:
        """Every contribution, replies included, in document order."""
        found = chain.from_iterable(_with_answers(item.contributions) for item in self.items)
        return iter(sorted(found, key=lambda said: (said.span.start, -said.span.end)))

    @property
    def questions(self) -> Iterator[Contribution]:
        """Every question, in document order."""
        return (said for said in self.contributions if said.kind == "question")

    @property
    def statistics(self) -> Iterator[Statistic]:
        """Every statistic, in document order."""
        return chain.from_iterable(item.statistics for item in self.items)

    @property
    def resolutions(self) -> Iterator[Resolution]:
        """Every resolution, in document order."""
        return chain.from_iterable(item.resolutions for item in self.items)

    @property
    def motions(self) -> Iterator[Motion]:
        """Every motion and amendment, in document order."""
        return chain.from_iterable(item.motions for item in self.items)

    @property
    def votes(self) -> Iterator[VoteEvent]:
        """Every vote, in document order."""
        return chain.from_iterable(item.votes for item in self.items)

    @property
    def actions(self) -> Iterator[Action]:
        """Every action, in document order."""
        return chain.from_iterable(item.actions for item in self.items)

    @property
    def declarations(self) -> Iterator[Declaration]:
        """Every declaration of interest, in document order."""
        return chain.from_iterable(item.declarations for item in self.items)

    @property
    def documents(self) -> Iterator[Document]:
        """Every listed document, in document order."""
        return chain.from_iterable(item.documents for item in self.items)


def _with_answers(contributions: tuple[Contribution, ...]) -> Iterator[Contribution]:
    """Yield contributions and, however deep, the replies to them."""
    waiting = list(reversed(contributions))
    while waiting:
        said = waiting.pop()
        yield said
        waiting.extend(reversed(said.answers))
