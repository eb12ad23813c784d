"""The page as a layout: front matter, agenda items with their blocks, what stands after them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesparse.lexicons import Lexicon
from minutesparse.segment.blocks import BlockBuilder, wrapping
from minutesparse.segment.furniture import furniture_lines
from minutesparse.segment.headings import Heading, find_headings
from minutesparse.segment.headings.cut_short import full_text_links, within_links
from minutesparse.segment.headings.excluded import closes_page
from minutesparse.segment.headings.weighing import RuleSurveyor, Surveyor
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import closed_up, scan_lines
from minutesparse.segment.margin import Note, column_heads, margin_notes
from minutesparse.segment.titles import without_stop
from minutesparse.segment.zones import assign_zones
from minutesparse.text import Block, ItemLayout, Layout, Line, Text, blanked

_BACK = re.compile(
    r"\(?\s*(?:(?:The|This)\s+)?(?:meeting|proceedings|business)\s+(?:was\s+|then\s+)*(?:declared\s+)?"
    r"(?:closed|ended|finished|concluded|terminated|adjourned|commenced|started|rose)\b|"
    r"(?:CHAIR(?:MAN|PERSON)?|Chair(?:man|person)?|MAYOR|Mayor)\s*[.…_]*$|"
    r"(?:Signed|SIGNED)\b|Publication\s+date:|Date\s+of\s+decision:|Decided\s+at\s+meeting:|"
    r"(?:There\s+being\s+no\s+(?:further|other))|"
    r"\(?The\s+[Oo]fficer\s+who\s+(?:has\s+)?produced\s+these\s+minutes\b|Press\s+enquiries\s+to\b|"
    r"direct\s+line\s+\(?\d|Dated?\s*[.…_]{3,}|\(?\s{0,3}Duration\s+of\s+(?:the\s+)?meeting"
)


_CLOSES = re.compile(
    r"\bclosed\s+the\s+meeting\b|\bmeeting\s+(?:was\s+)?(?:declared\s+)?closed\b", re.I
)
_SIGNING = re.compile(
    r"[.…_]{4,}|\b(?:signed|signature|initials)\b|^(?:CHAIR(?:MAN|PERSON)?|Chair(?:man|person)?|MAYOR|Mayor)\W*$",
    re.I,
)
_ASKED_ON_LINE = re.compile(
    r"(?:(?:supplementary|written)\s+)?(?:question|reply|response|answer)\s*\d{0,2}\s+(?:from|by)\s+"
    r"[A-Z](?:[^:.?]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bCllr)\.){2,80}?"
    r"(?::\s+(?=\S)|\s[–-]\s+(?=[\"“]?[A-Z].{12,}[.?!][\"”]?$))",
    re.I,
)
_LABEL_ALONE = re.compile(r"[A-Z][a-z]+:?")
_NEXT_MEETING = re.compile(
    r"(?:DATE|TIME|DATES|DATE\s+AND\s+(?:TIME|VENUE))\s+OF\s+(?:THE\s+)?NEXT\s+MEETINGS?\W*"
)
_LONGEST_NOTICE = 6
_BACK_SENTENCE = re.compile(r"\b(?:was|were|had|that|be|RESOLVED|AGREED|noted|agreed)\b|[:;]$")


def lay_out(text: Text, lexicon: Lexicon, surveyor: Surveyor | None = None) -> Layout:
    """Return the layout of a page: its items and, under each, its blocks with depth and zone.

    Args:
        text: The page.
        lexicon: The words that the rules know.
        surveyor: Tells which lines are headings; the rules alone by default.
    """
    notes = margin_notes(text.clean)
    beside = tuple((note.start, note.end) for note in notes)
    heads = column_heads(text.clean)
    clean = blanked(text.clean, [*beside, *heads])
    lines = closed_up(list(scan_lines(clean)))
    links = full_text_links(lines)
    closing = sorted(end for _, end in links)
    furniture = {line.start for line in furniture_lines(lines)}
    lines = [line for line in lines if line.start not in furniture or not line.text.strip()]
    headings = within_links(
        find_headings(lines, lexicon, surveyor or RuleSurveyor()), links, lines, lexicon
    )
    builder = BlockBuilder(clean, wrapping(lines), lexicon)
    first = headings[0].line if headings else len(lines)
    front = tuple(replace(block, zone="front") for block in builder.build(lines[:first]))
    items: list[ItemLayout] = []
    back: tuple[Block, ...] = ()
    for heading, after in _stretches(headings, len(lines)):
        last = heading is headings[-1]
        stretch = _with_run_in(heading, lines[heading.body : after], lines)
        stretch = [part for line in stretch for part in _split_label(line, lexicon)]
        stop = _back_matter(stretch) if last else len(stretch)
        if last:
            back = tuple(builder.build(stretch[stop:]))
        item = _item(heading, stretch[:stop], lines, builder, notes, lexicon)
        until = lines[after].start if after < len(lines) else len(clean)
        items.append(item if last and stop < len(stretch) else _closed(item, closing, until))
    return Layout(front, tuple(items), back, beside, heads)


def _closed(item: ItemLayout, closing: Sequence[int], until: int) -> ItemLayout:
    """Return an item with the link to its full text, if one stands between it and the next."""
    place = bisect_right(closing, until) - 1
    found = place >= 0 and closing[place] > item.end
    return replace(item, end=closing[place]) if found else item


def _stretches(headings: Sequence[Heading], end: int) -> Iterator[tuple[Heading, int]]:
    """Yield each heading with the index of the line at which the next item begins."""
    for index, heading in enumerate(headings):
        after = headings[index + 1].line if index + 1 < len(headings) else end
        yield heading, after


def _with_run_in(heading: Heading, stretch: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Return the lines of an item's body, led by what runs in on the heading's own line."""
    if heading.rest is None:
        return list(stretch)
    line = lines[max(heading.line, heading.body - 1)]
    words = line.text[heading.rest - line.start :]
    column = line.indent + heading.rest - line.start
    return [Line(heading.rest, line.end, column, 0, words), *stretch]


def _split_label(line: Line, lexicon: Lexicon) -> list[Line]:
    """Set a label that text follows on its line ("Reasons: ...") apart from that text."""
    label = item_label(line.text, lexicon)
    if label is not None and not label.alone and label.role != "note":
        return _parted(line, label.end)
    asked = _ASKED_ON_LINE.match(line.text)
    return _parted(line, asked.end()) if asked else [line]


def _parted(line: Line, width: int) -> list[Line]:
    """Return a line's first characters and its rest as lines of their own."""
    words = line.text[:width].rstrip()
    first = line._replace(end=line.start + len(words), text=words)
    return [first, Line(line.start + width, line.end, line.indent, 0, line.text[width:])]


def _back_matter(stretch: Sequence[Line]) -> int:
    """Return the index of the first of the closing lines that belong to no item."""
    stop = _next_meeting(stretch, _signature_start(stretch))
    while stop > 1 and _is_closing(stretch[stop - 1].text):
        stop -= 1
    told = any(not _LABEL_ALONE.fullmatch(line.text) for line in stretch[:stop])
    return stop if told and (stop > 1 or not _is_closing(stretch[0].text)) else len(stretch)


def _next_meeting(stretch: Sequence[Line], stop: int) -> int:
    """Return where a heading in capitals opens the notice of the next meeting, if one does."""
    for place in range(max(1, stop - _LONGEST_NOTICE), stop):
        if _NEXT_MEETING.fullmatch(stretch[place].text):
            return place
    return stop


def _is_closing(text: str) -> bool:
    closing = _BACK.match(text) or _CLOSES.search(text)
    return len(text) < 200 and (closing is not None or closes_page(text))


def _signature_start(stretch: Sequence[Line]) -> int:
    """Return the index at which names and dotted lines for signing begin, if they do."""
    stop = len(stretch)
    signed = False
    while stop and len(stretch) - stop < 10:
        text = stretch[stop - 1].text
        if (
            len(text) > 70
            or (text.endswith(".") and not text.endswith(".."))
            or _BACK_SENTENCE.search(text)
        ):
            break
        signed = signed or _SIGNING.search(text) is not None
        stop -= 1
    return stop if signed and stop else len(stretch)


def _item(
    heading: Heading,
    stretch: Sequence[Line],
    lines: Sequence[Line],
    builder: BlockBuilder,
    notes: Sequence[Note],
    lexicon: Lexicon,
) -> ItemLayout:
    spoken = _speeches(builder.build(stretch))
    blocks = assign_zones([_beside(block, notes) for block in spoken], lexicon)
    heading_end = lines[max(heading.line, heading.body - 1)].end
    end = max([heading_end, *(line.end for line in stretch)])
    return ItemLayout(
        heading.number,
        without_stop(heading.title) if heading.title else None,
        heading.start,
        end,
        blocks,
        heading.rule,
    )


def _speeches(blocks: Sequence[Block]) -> list[Block]:
    """Hand a speech label that stands alone on to the block after it."""
    out: list[Block] = []
    announced: Block | None = None
    for block in blocks:
        if block.kind == "label":
            announced = block if block.speech else None
            out.append(block)
            continue
        handed = announced if block.speech is None else None
        if handed is not None:
            out.append(replace(block, speech=handed.speech, speech_number=handed.speech_number))
        else:
            out.append(block)
        announced = None
    return out


def _beside(block: Block, notes: Sequence[Note]) -> Block:
    """Return the block with what stands in the right-hand column beside its lines."""
    if not notes:
        return block
    beside = [note for note in notes if block.start <= note.beside < block.end + 1]
    if not beside:
        return block
    told = " ".join(note.text for note in beside)
    return replace(block, margin=told, margin_at=beside[-1].beside)
