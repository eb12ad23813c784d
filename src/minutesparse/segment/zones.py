"""Which part of an item a block belongs to: its purpose, the minute, the decision, documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.lexicons import Lexicon
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
_REPORTED = re.compile(
    r"\b(?:was|were|had|would|asked|said|advised|explained|noted|stated|agreed|reported|presented|"
    r"introduced|received|considered|resolved|RESOLVED|RESLOVED|AGREED|approved|thanked|confirmed|"
    r"declared|moved|seconded|queried|commented|welcomed|informed|outlined|proposed|raised|"
    r"responded|replied|highlighted|discussed|felt|deferred|submitted|referred|requested|sought|"
    r"expressed|provided|gave|took|opened|spoke|updated|attended|circulated|read|voted|"
    r"still\s+(?:being|awaited|outstanding|needed|waiting|to\s+be))\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|will|may|must|should|sets?\s+out|provides?|seeks?|describes?|presents?|outlines?|"
    r"asks?|invites?|requests?|recommends?|updates?|attached|enclosed|to\s+be)\b"
)
_ASKS = re.compile(
    r"\b(?:invited|asked|requested|required|reminded|attached|enclosed|herewith|agenda|public|"
    r"report|paper|(?:members|councillors)\s+(?:are|will|to|may|must|should))\b|:\s*$",
    re.I,
)
_OWNER_LINE = re.compile(r"(?:ACTION|Action)s?\b.{0,50}")
_PRESENT_PASSIVE = re.compile(r"\b(?:are|is|be)\s+(?:asked|requested|required|reminded|invited)\b")
_DECIDES = re.compile(
    r"(?:RESOLVED|AGREED|RECOMMENDED|NOTED|MOVED|Moved|Resolved|Resolution|It\s+was\s+(?:moved|proposed|agreed|resolved))\b"
)
_ORPHAN = re.compile(r"(?:That|To)\s")
_SPEAKS = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Members|Chair(?:man)?|Officers?|Committee|Council|Cabinet|Panel|Board)\b.{0,80}?"
    r"\b(?:asked|said|advised|explained|noted|stated|agreed|moved|proposed|thanked|queried|commented|resolved|considered)\b"
)
_LONGEST_HEAD = 5
_SPEAKS_OF_REPORT = re.compile(
    r"(?:The\s+)?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Members|Chair(?:man)?|Officers?|Committee|Council|Cabinet|Panel|Board|Forum|"
    r"Director|Head|Leader)\b.{0,80}?\b(?:asked|said|advised|explained|noted|stated|thanked|queried|commented|considered|"
    r"received|introduced|presented|discussed|reported|heard|were)\b"
)
_NOTHING = re.compile(
    r"(?:There\s+(?:were|was)|No\b|None\b|Nil\b|Noted|Agreed|Approved|Deferred|Withdrawn)", re.I
)
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
_CONTACT = re.compile(
    r"(?:officer\s+contact|contact\s+officer|report\s+contact|webcast|media)\b", re.I
)
_DOCUMENT_TAIL = re.compile(r",\s*item\s+[\w./]+\b|\b(?:PDF|DOCX?|XLSX?|PPTX?)\b")


def assign_zones(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return an item's blocks, each with the part of the item it stands in.

    A label decides for what follows it. Before the first label of minute or decision, and on
    pages that have lost their labels, the opening blocks are agenda text as long as they read
    like a purpose and not like a report of what happened.
    """
    labels = [
        item_label(block.text, lexicon) if block.kind == "label" else None for block in blocks
    ]
    labelled = any(label and label.role in ("minutes", "decision") for label in labels)
    zone: Zone = "agenda"
    main: Zone | None = None
    aside = 0
    contact = False
    listing = False
    out: list[Block] = []
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if label is not None and label.role in _ROLE_ZONES:
            main = zone if zone in ("minutes", "decision") else main
            contact = zone == "agenda" and main is None and _CONTACT.match(block.text) is not None
            zone = _ROLE_ZONES[label.role]
            aside = 0
        elif contact and aside:
            zone, contact = "agenda", False
        elif zone in ("agenda", "reasons") and main is not None and _leaves(zone, block, aside):
            zone = main
        elif zone == "reasons" and main is None and not labelled and aside and _is_told(block):
            zone = "minutes"
        elif zone == "reasons" and main is not None and aside and _heads_report(blocks, place):
            zone = main
        elif zone == "documents" and not _is_document(block):
            zone = "agenda" if labelled and not _minuted(labels[: len(out)]) else "minutes"
        if zone == "agenda" and not labelled and label is None:
            ahead = _is_agenda_text(block) or _is_foretold(block, announced=listing)
            zone = zone if ahead else "minutes"
        if zone == "agenda" and _TAKEN_UP.match(block.text) and not _minuted(labels[len(out) :]):
            zone = "minutes"
        aside += label is None
        listing = zone == "agenda" and (
            _ANNOUNCES.search(block.text) is not None or (listing and block.marker is not None)
        )
        out.append(block if block.zone == zone else replace(block, zone=zone))
    return tuple(out) if labelled else _told_after_all(out)


def _told_after_all(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take for the minute what alone stands under a title and asks nobody for anything.

    A clerk may tell how things stand in the present tense ("The site is nearly ready").
    """
    texts = [
        block
        for block in blocks
        if block.kind != "label" and _OWNER_LINE.fullmatch(block.text) is None
    ]
    alone = texts and all(block.zone == "agenda" for block in texts)
    if not alone or any(_ASKS.search(block.text) or is_blurb(block.text) for block in texts):
        return tuple(blocks)
    return tuple(replace(block, zone="minutes") for block in blocks)


def _leaves(zone: Zone, block: Block, count: int) -> bool:
    """Tell whether a block in mid-minute no longer belongs to the label above it.

    What a label of the agenda's or of reasons heads is at least one block; it goes on with lists
    and with text that reports nothing, and ends where somebody speaks, moves or resolves.
    """
    if _DECIDES.match(block.text):
        return True
    if count == 0:
        return False
    if block.marker is not None or _ORPHAN.match(block.text):
        return False
    return zone == "agenda" or _SPEAKS.search(block.text) is not None


def _is_told(block: Block) -> bool:
    """Tell whether a paragraph reports what happened, on a page that has lost its labels."""
    return block.marker is None and not _is_agenda_text(block)


def _heads_report(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a few words stand over a report: "Scrutiny Considerations", "Debate"."""
    block = blocks[place]
    if block.marker is not None or place + 1 >= len(blocks) or block.text.endswith((".", ";", ",")):
        return False
    short = len(block.text.split()) <= _LONGEST_HEAD and block.text[:1].isupper()
    return short and _SPEAKS_OF_REPORT.match(blocks[place + 1].text) is not None


def _minuted(labels: Sequence[object]) -> bool:
    return any(getattr(label, "role", "") in ("minutes", "decision") for label in labels)


def _is_document(block: Block) -> bool:
    return (
        has_attachment(" " + block.text)
        or _DOCUMENT_TAIL.search(block.text) is not None
        or (block.kind == "bullet" and not _REPORTED.search(block.text))
    )


def _is_agenda_text(block: Block) -> bool:
    """Tell whether a block reads like the purpose of an item.

    What a label announces as speech, and what somebody in the column beside it is to act upon, is
    of the minute.
    """
    if block.kind == "label" or (block.marker is not None and block.marker.label):
        return block.kind == "label" and block.speech is None
    if block.speech is not None or block.margin is not None:
        return False
    if _NOTHING.match(block.text) or _ACTION.search(block.text):
        return False
    first = block.sentences[0].text if block.sentences else block.text
    if is_blurb(first):
        return not re.search(r"\b(?:was|were)\s+(?:noted|agreed|approved|received)\b", block.text)
    told = _REPORTED.search(_PRESENT_PASSIVE.sub("", block.text))
    return told is None and _PRESENT.search(block.text) is not None


def _is_foretold(block: Block, *, announced: bool) -> bool:
    """Tell whether a block is a point or a question that the agenda text above it announces."""
    if _DECIDES.match(block.text) or _ORPHAN.match(block.text):
        return False
    if _FORETOLD.search(block.text):
        return True
    pointed = block.marker is not None and _REPORTED.search(block.text) is None
    return announced and (pointed or block.text.endswith("?"))
