"""A whole document: identification, votes, references, what only we can say, and the body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from lxml import etree

from minutesparse.export.akoma_ntoso.body import Body
from minutesparse.export.akoma_ntoso.references import SOFTWARE, References
from minutesparse.export.akoma_ntoso.vocabulary import Names, laid_out, make, make_ours, sound
from minutesparse.export.facts import facts_of, kind_of
from minutesparse.export.rows import meeting_id
from minutesparse.records import Meeting, Record, VoteEvent

UNKNOWN_COUNTRY = "xx"
UNKNOWN_DATE = "0001-01-01"
"""What stands where the standard wants a date and the minutes state none."""

_LANGUAGE = "eng"
_MEDIA_TYPE = "application/akn+xml"


def to_akoma_ntoso(meeting: Meeting, *, number: int = 1, country: str = UNKNOWN_COUNTRY) -> str:
    """Return a meeting as an Akoma Ntoso 3.0 document of the type ``debate``.

    The document holds all words of the source, once and in their order. What was made from a
    record bears its id, its place and its rule as attributes of a namespace of ours.

    Args:
        meeting: The meeting.
        number: Its place in its document, counted from 1, where that holds several.
        country: Code of the jurisdiction, ISO 3166-1 with two letters; minutes do not state it.

    Returns:
        XML with its declaration, to be written as UTF-8.
    """
    key = meeting_id(meeting, number)
    references = References(meeting, key, country)
    root = make(None, "akomaNtoso")
    debate = make(root, "debate", name="minutes")
    meta = make(debate, "meta")
    body = Body(meeting, references)
    body.write(debate)
    _identification(meta, meeting, key, country, references)
    _votes(meta, meeting, body, references)
    proprietary = _proprietary(meeting, key, body, references)
    references.write(meta)
    meta.append(proprietary)
    laid_out(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _identification(
    meta: etree._Element, meeting: Meeting, key: str, country: str, references: References
) -> None:
    section = make(meta, "identification", source=f"#{SOFTWARE}")
    day = meeting.date.isoformat() if meeting.date else UNKNOWN_DATE
    named = [(eid, name) for eid, name in _bodies(meeting) if name]
    authors = [references.organisation(eid, name) for eid, name in named]
    author = authors[0] if authors else references.agent(None)
    work = f"/akn/{country}/debate/{day}/{quote(key)}"
    expression = f"{work}/{_LANGUAGE}@"
    for level, uri, part, by in (
        ("FRBRWork", work, "/!main", author),
        ("FRBRExpression", expression, "/!main", author),
        ("FRBRManifestation", f"{expression}.akn", "/!main.akn", SOFTWARE),
    ):
        entry = make(section, level)
        make(entry, "FRBRthis", value=f"{uri.removesuffix('.akn')}{part}")
        make(entry, "FRBRuri", value=uri)
        make(entry, "FRBRdate", date=day, name="meeting" if meeting.date else "unknown")
        make(entry, "FRBRauthor", href=f"#{by}")
    make(section[0], "FRBRcountry", value=country)
    make(section[1], "FRBRlanguage", language=_LANGUAGE)
    make(section[2], "FRBRformat", value=_MEDIA_TYPE)


def _bodies(meeting: Meeting) -> Iterator[tuple[str, str | None]]:
    """Yield who met, the nearest first."""
    yield "body", meeting.body
    yield "council", meeting.council


def _votes(meta: etree._Element, meeting: Meeting, body: Body, references: References) -> None:
    """Add the votes whose numbers are printed; the schema has no others."""
    counted = [vote for vote in meeting.votes if any(True for _ in _counts(vote))]
    if not counted:
        return
    analysis = make(make(meta, "analysis", source=f"#{SOFTWARE}"), "parliamentary")
    names = Names()
    results = {motion.id: motion.result for motion in meeting.motions}
    for vote in counted:
        voting = make(analysis, "voting")
        names.name(voting)
        place = body.words.place_of(vote)
        if place:
            voting.set("href", f"#{place}")
        result = results.get(vote.motion or "")
        if result:
            voting.set("outcome", f"#{references.concept(result)}")
        for side, count in _counts(vote):
            concept = references.concept(side)
            names.name(make(voting, "count", value=str(count), refersTo=f"#{concept}"))


def _counts(vote: VoteEvent) -> Iterator[tuple[str, int]]:
    """Yield the sides of a vote with their numbers, where printed."""
    counts = (("for", vote.in_favour), ("against", vote.against), ("abstain", vote.abstained))
    return ((side, count) for side, count in counts if count is not None)


def _proprietary(meeting: Meeting, key: str, body: Body, references: References) -> etree._Element:
    """Return what the standard has no place for.

    That is the source, the ballots, the issues, and the records that lie across others.
    """
    section = make(None, "proprietary", source=f"#{SOFTWARE}")
    make_ours(section, "meeting", {"id": key, **facts_of(meeting)})
    make_ours(section, "source", facts_of(meeting.source))
    for vote in meeting.votes:
        for ballot in vote.votes:
            voter = references.person(ballot.voter, ballot.person)
            facts = {"vote": vote.id, "voter": ballot.voter, "option": ballot.option}
            make_ours(section, "ballot", {**facts, "by": f"#{voter}"})
    for record in _everything(meeting):
        if body.words.place_of(record) is None:
            element = make_ours(section, "record", {"type": kind_of(record), **facts_of(record)})
            element.text = sound(meeting.quote(record))
    for issue in meeting.issues:
        make_ours(section, "issue", facts_of(issue))
    return section


def _everything(meeting: Meeting) -> Iterator[Record]:
    """Yield every record that the body should hold."""
    return chain(
        meeting.attendance,
        meeting.items,
        meeting.contributions,
        meeting.statistics,
        meeting.motions,
        meeting.votes,
        meeting.resolutions,
        chain.from_iterable(one.every_clause for one in meeting.resolutions),
        meeting.declarations,
        meeting.actions,
        meeting.documents,
    )
