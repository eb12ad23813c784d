"""Which part of an item a block belongs to: its purpose, the minute, the decision, documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import source
from minutesparse.segment.labels import item_label
from minutesparse.segment.titles import has_attachment, is_blurb
from minutesparse.text import Block, Zone

_ROLE_ZONES: dict[str, Zone] = {
    "minutes": "minutes",
    "decision": "decision",
    "documents": "documents",
    "agenda": "agenda",
    "reasons": "reasons",
    "aside": "reasons",
}
_MINUTED = ("minutes", "decision")
_OWNER_LINE = re.compile(r"(?:ACTION|Action)s?\b.{0,50}")
_DECIDES = re.compile(
    r"(?:RESOLVED|AGREED|RECOMMENDED|NOTED|MOVED|Moved|Resolved|Resolution|It\s+was\s+(?:moved|proposed|agreed|resolved))\b"
)
_ORPHAN = re.compile(r"(?:That|To)\s")
_LONGEST_HEAD = 5
_TAKEN_UP = re.compile(
    r"(?:(?:MOVED|Moved|PROPOSED|Proposed)\b(?:\s*:|\s+by\b|\s+(?:Cllr|Councillor|Cr|Clr|Mr|Mrs|Ms)\b)|"
    r"(?:(?:COUNCIL|Council|COMMITTEE|Committee)\s+)?(?:RESOLUTION|Resolution)\s+(?:No\b|Number\b|number\b|\d)|"
    r"(?:RESOLVED|COUNCIL\s+(?:RESOLUTION|DECISION))\b)"
)
_FORETOLD = re.compile(
    r"\bwill\s+(?:ask\s+(?:the\s+following|a)\s+question|move\s*[:–-]|move\s+that)"
)
_ANNOUNCES = re.compile(r":\W*$|\bask(?:ed)?\s+to\s+(?:say|state)\W*$|\bwill\s+(?:ask|move)\b")
_ACTION = re.compile(r"\b(?:ACTION|Action)\s*[:–-]\s*[A-Z]")
_DECLARER = re.compile(
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms)\.?\s+[A-Z][^.;:]{1,60}?\s+(?:(?:in|with)\s+(?:relation|respect|regard)|regarding)\b"
)
_CONTACT = re.compile(
    r"(?:officer\s+contact|contact\s+officer|report\s+contact|webcast|media)\b", re.I
)
_DOCUMENT_TAIL = re.compile(r",\s*item\s+[\w./]+\b|\b(?:PDF|DOCX?|XLSX?|PPTX?)\b")


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """What the lexicon's words come to.

    Attributes:
        reported: A word that tells what happened.
        purpose: A word that tells what an item is for.
        asked: "are asked", of members: what is asked of them is no report.
        asks: A word by which an agenda asks for something.
        speaks: Somebody of the meeting and what they say or decide.
        speaks_of_report: The same at the beginning, and of a report.
        speaker_opens: Somebody of the cabinet at the beginning, and what they say or bring.
        nothing: An opening that says that there was nothing, or what became of it.
    """

    reported: re.Pattern[str]
    purpose: re.Pattern[str]
    asked: re.Pattern[str]
    asks: re.Pattern[str]
    speaks: re.Pattern[str]
    speaks_of_report: re.Pattern[str]
    speaker_opens: re.Pattern[str]
    nothing: re.Pattern[str]


_AMID = re.compile(
    r"(?:(?:Further|General|Open|Board|Council)\s+)?(?:Discussion|Debate)s?\W*", re.I
)
"""Labels that may stand in the middle of a minute, and say nothing of what stands above them."""


def assign_zones(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return an item's blocks, each with the part of the item it stands in.

    A label decides for what follows it. Before the first label of minute or decision, and on
    pages that have lost their labels, the opening blocks are agenda text as long as they read
    like a purpose and not like a report of what happened.
    """
    labels = [
        item_label(block.text, lexicon) if block.kind == "label" else None for block in blocks
    ]
    minuted = [
        at
        for at, label in enumerate(labels)
        if label and label.role in _MINUTED and _AMID.fullmatch(blocks[at].text) is None
    ]
    labelled = bool(minuted)
    decided_only = all(getattr(labels[at], "role", "") == "decision" for at in minuted)
    patterns = _patterns(lexicon)
    zone: Zone = "agenda"
    main: Zone | None = None
    aside = 0
    contact = False
    listing = False
    out: list[Block] = []
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if label is not None and label.role in _ROLE_ZONES:
            main = zone if zone in _MINUTED else main
            contact = zone == "agenda" and main is None and _CONTACT.match(block.text) is not None
            zone = _ROLE_ZONES[label.role]
            aside = 0
        elif contact and aside:
            zone, contact = "agenda", False
        elif zone in ("agenda", "reasons") and main and _leaves(zone, block, aside, patterns):
            zone = main
        elif zone == "reasons" and aside and _ends_reasons(blocks, place, main, labelled, patterns):
            zone = main or "minutes"
        elif zone == "documents" and not _is_document(block, patterns):
            zone = "agenda" if labelled and minuted[0] >= place else "minutes"
        unheaded = not labelled or (decided_only and place < minuted[0])
        if zone == "agenda" and unheaded and label is None:
            ahead = _is_agenda_text(block, patterns)
            ahead = ahead or _is_foretold(block, patterns, announced=listing)
            zone = zone if ahead else "minutes"
        comes = labelled and minuted[-1] >= place
        if zone == "agenda" and _TAKEN_UP.match(block.text) and not comes:
            zone = "minutes"
        aside += label is None
        listing = zone == "agenda" and (
            _ANNOUNCES.search(block.text) is not None or (listing and block.marker is not None)
        )
        out.append(block if block.zone == zone else replace(block, zone=zone))
    return tuple(out) if labelled else _told_after_all(out, patterns)


def _told_after_all(blocks: Sequence[Block], patterns: _Patterns) -> tuple[Block, ...]:
    """Take for the minute what alone stands under a title and asks nobody for anything.

    A clerk may tell how things stand in the present tense ("The site is nearly ready").
    """
    texts = [
        block
        for block in blocks
        if block.kind != "label" and _OWNER_LINE.fullmatch(block.text) is None
    ]
    alone = texts and all(block.zone == "agenda" for block in texts)
    if not alone or any(
        patterns.asks.search(block.text) or is_blurb(block.text) for block in texts
    ):
        return tuple(blocks)
    return tuple(replace(block, zone="minutes") for block in blocks)


def _leaves(zone: Zone, block: Block, count: int, patterns: _Patterns) -> bool:
    """Tell whether a block in mid-minute no longer belongs to the label above it.

    What a label of the agenda's or of reasons heads is at least one block, unless it is somebody
    who speaks: cabinets minute their debate below "Reasons for decision". It goes on with lists
    and with text that reports nothing, and ends where somebody speaks, moves or resolves.
    """
    if _DECIDES.match(block.text):
        return True
    if count == 0:
        return zone == "reasons" and patterns.speaker_opens.match(block.text) is not None
    if block.marker is not None or _ORPHAN.match(block.text):
        return False
    return zone == "agenda" or patterns.speaks.search(block.text) is not None


def _ends_reasons(
    blocks: Sequence[Block], place: int, main: Zone | None, labelled: bool, patterns: _Patterns
) -> bool:
    """Tell whether the minute goes on behind reasons: a report is told, or a few words head one."""
    if main is not None:
        return _heads_report(blocks, place, patterns)
    # On a page that has lost its labels.
    block = blocks[place]
    return not labelled and block.marker is None and not _is_agenda_text(block, patterns)


def _heads_report(blocks: Sequence[Block], place: int, patterns: _Patterns) -> bool:
    """Tell whether a few words stand over a report: "Scrutiny Considerations", "Debate"."""
    block = blocks[place]
    if block.marker is not None or place + 1 >= len(blocks) or block.text.endswith((".", ";", ",")):
        return False
    short = len(block.text.split()) <= _LONGEST_HEAD and block.text[:1].isupper()
    return short and patterns.speaks_of_report.match(blocks[place + 1].text) is not None


def _is_document(block: Block, patterns: _Patterns) -> bool:
    return (
        has_attachment(" " + block.text)
        or _DOCUMENT_TAIL.search(block.text) is not None
        or (block.kind == "bullet" and not patterns.reported.search(block.text))
    )


def _is_agenda_text(block: Block, patterns: _Patterns) -> bool:
    """Tell whether a block reads like the purpose of an item.

    What a label announces as speech, and what somebody in the column beside it is to act upon, is
    of the minute.
    """
    if block.kind == "label" or (block.marker is not None and block.marker.label):
        return block.kind == "label" and block.speech is None
    if block.speech is not None or block.margin is not None:
        return False
    if patterns.nothing.match(block.text) or _ACTION.search(block.text):
        return False
    if _DECLARER.match(block.text):
        return False
    first = block.sentences[0].text if block.sentences else block.text
    if is_blurb(first):
        return not re.search(r"\b(?:was|were)\s+(?:noted|agreed|approved|received)\b", block.text)
    told = patterns.reported.search(patterns.asked.sub("", block.text))
    return told is None and patterns.purpose.search(block.text) is not None


def _is_foretold(block: Block, patterns: _Patterns, *, announced: bool) -> bool:
    """Tell whether a block is a point or a question that the agenda text above it announces."""
    if _DECIDES.match(block.text) or _ORPHAN.match(block.text):
        return False
    if _FORETOLD.search(block.text):
        return True
    pointed = block.marker is not None and patterns.reported.search(block.text) is None
    return announced and (pointed or block.text.endswith("?"))


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    def words(*sections: str) -> str:
        return f"(?:{source(lexicon, 'layout', *sections)})"

    asked, somebody = words("asked_of_members"), words("meeting_speakers")
    whoever = words("meeting_speakers", "report_speakers")
    return _Patterns(
        reported=re.compile(rf"\b{words('reported')}\b"),
        purpose=re.compile(rf"\b{words('purposes')}\b"),
        asked=re.compile(rf"\b(?:are|is|be)\s+{asked}\b"),
        asks=re.compile(
            rf"\b(?:{asked}|{words('agenda_words')}|"
            r"(?:members|councillors)\s+(?:are|will|to|may|must|should))\b|:\s*$",
            re.I,
        ),
        speaks=re.compile(rf"\b{somebody}\b.{{0,80}}?\b{words('speaking', 'deciding')}\b"),
        speaks_of_report=re.compile(
            rf"(?:The\s+)?{whoever}\b.{{0,80}}?\b{words('speaking', 'taking_reports')}\b"
        ),
        speaker_opens=re.compile(
            rf"(?:The\s+)?{words('cabinet_speakers')}\b[^.]{{0,90}}?"
            rf"\b{words('speaking', 'cabinet_speaking')}\b"
        ),
        nothing=re.compile(rf"{words('nothing_told')}\b", re.I),
    )
