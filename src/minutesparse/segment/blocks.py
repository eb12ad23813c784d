"""Lines that belong together, joined into blocks before any sentence is read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesparse.lexicons import Lexicon
from minutesparse.segment.columns import told_by_column
from minutesparse.segment.depth import Nesting
from minutesparse.segment.enumerations import split_enumeration
from minutesparse.segment.labels import (
    Label,
    is_part_heading,
    item_label,
    lettered_reply,
    speech_label,
)
from minutesparse.segment.lines import is_break, read_marker
from minutesparse.segment.lost_bullets import with_lost_bullets, with_topics
from minutesparse.segment.sentences import Sentences
from minutesparse.segment.topics import is_title_case, topic_width
from minutesparse.text import Block, BlockKind, Line, Marker

_OPEN_END = re.compile(r"(?:[a-z0-9,’'\-–&(/]|\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|No)\.)$")
_TITLE_END = re.compile(r"\b(?:Cllrs?\.?|Councillors?|Mrs?\.?|Ms\.?|Dr\.?|the)$")
_REFERENCE_END = re.compile(
    r"\b(?:items?|minutes?|paragraphs?|para|pages?|no|nos|number|section|rule|regulation|clause|"
    r"appendix|of|the|to|and|at|in|by|for|was|were|from|with|than|over|about|some|policy)$|\b(?:no|nos|para)\.$",
    re.I,
)
_LONGEST_END = 16  # characters within which the last word of those stands
_FULL, _FEWEST_FULL, _WIDEST = 60, 5, 110
_DASHES = ("-", "–")
_SHOUTED_WORD = re.compile(r"(?:UNANIMOUSLY\s+)?[A-Z]{6,12}(?:\s*[:–-]|\s+that\b|\s+to\b|$)")
_HOUR = re.compile(r"\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?|hrs)\s*[–-]\s+(?=[A-Z])")
_SPEAKER_LABEL = re.compile(
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s[^:.]{2,40}|[A-Z]{2,3})\s*:(?:\s|$)"
)
_SIDE_LINE = re.compile(
    r"(?:For|FOR|In\s+favou?r|IN\s+FAVOU?R|Against|AGAINST|Abst(?:ained|aining|entions?)|ABST[A-Z]+|"
    r"Ayes|AYES|Noes|NOES)\W{0,3}"
)
"""A side of a recorded vote on a line of its own, above the names."""
_ATTENDANCE_LABEL = re.compile(
    r"(?:present|apologies|absent|in attendance|also present|officers|police|public|chair|clerk|"
    r"members|councillors|visitors|guests|substitutes?|proposed|seconded|proposer|seconder|mover|"
    r"moved by|for|against|abstain(?:ed|ing)?|abstentions?|ayes|noes|nays|carried|action|vote|"
    r"resolved|agreed|venue|contact|reason|reasons)\b[^.]{0,40}:",
    re.I,
)

_PHRASE_OPENS = re.compile(r"(?:In|Following|Responding|Replying|With|On|At|To|As)\s")
_ENDS_IN_CAPITALS = re.compile(r"\b[A-Z][a-z'’-]*$")
_NAME_AND_VERB = re.compile(r"(?:[A-Z][\w'’-]+\s){1,3}(?:said|[a-z]{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page breaks its lines: at a fixed width, or only where paragraphs end.

    Attributes:
        width: Width at which lines are broken, in columns; None where they are not.
    """

    width: int | None

    def joins(self, line: Line, following: Line) -> bool:
        """Tell whether the second of two lines without a blank between continues the first."""
        if _SHOUTED_WORD.match(following.text) and not line.text.isupper():
            return False
        if _SIDE_LINE.fullmatch(line.text) or _SIDE_LINE.fullmatch(following.text):
            return False
        if following.text[0].islower() or _leads_to_reference(line.text):
            return True
        if _TITLE_END.search(line.text):
            return True
        if self.width is None:
            breaks = line.text.endswith(",") or _runs_over(line.text, following.text)
            return breaks and len(line.text) > 60
        first_word = following.text.split(None, 1)[0]
        filled = line.indent + len(line.text) + 1 + len(first_word) > self.width - 2
        if line.text.count("(") > line.text.count(")"):
            return True
        return filled or (bool(_OPEN_END.search(line.text)) and len(line.text) > 0.75 * self.width)


def _runs_over(text: str, below: str) -> bool:
    """Tell whether a name runs over a lone break: "In reply the Open Spaces / Manager said"."""
    opens = _PHRASE_OPENS.match(text) is not None and _ENDS_IN_CAPITALS.search(text) is not None
    return opens and _NAME_AND_VERB.match(below) is not None


def wrapping(lines: Sequence[Line]) -> Wrapping:
    """Measure at what width a page breaks its lines, if it does."""
    tight = [
        line
        for line, following in itertools.pairwise(lines)
        if following.gap == 0 and not is_break(line) and not is_break(following)
    ]
    if len(tight) < 4:
        return Wrapping(None)
    widths = sorted(line.indent + len(line.text) for line in tight)
    width = widths[int(len(widths) * 0.9)]
    broken = sum(
        1
        for line, following in itertools.pairwise(lines)
        if following.gap == 0
        and following.text[0].islower()
        and not is_break(line)
        and read_marker(following.text) is None
    )
    longest = max(line.indent + len(line.text) for line in lines)
    if 40 <= width <= 140 and broken * 6 >= len(tight) and longest <= 2.2 * width:
        return Wrapping(width)
    return Wrapping(longest if longest <= _WIDEST and _full_lines_break(lines) else None)


def _full_lines_break(lines: Sequence[Line]) -> bool:
    """Tell whether the long lines of a page with many short ones break within sentences."""
    full = [
        following
        for line, following in itertools.pairwise(lines)
        if following.gap == 0 and len(line.text) >= _FULL and not is_break(following)
    ]
    broken = sum(1 for line in full if line.text[0].islower() and read_marker(line.text) is None)
    return len(full) >= _FEWEST_FULL and broken * 3 >= len(full)


@dataclass(slots=True)
class _Open:
    """A block that is still taking lines."""

    kind: BlockKind
    start: int
    end: int
    marker: Marker | None
    depth: int
    gap: int
    last: Line
    empty: bool
    speech: str | None = None
    speech_number: str | None = None


_OUTCOME_LINE = re.compile(r"(?:carried|lost|defeated|passed)\W*\d{1,2}\s*[-–/]\s*\d{1,2}\W*", re.I)
"""The outcome of a vote on a line of its own ("carried 4/3")."""


class BlockBuilder:
    """Joins lines to blocks; the text is the page's, with furniture already blank."""

    def __init__(self, text: str, wrap: Wrapping, lexicon: Lexicon) -> None:
        self._text = text
        self._wrap = wrap
        self._lexicon = lexicon

    def build(self, lines: Sequence[Line]) -> list[Block]:
        """Return the blocks of a stretch of lines, in order; zones are still to be told."""
        blocks: list[Block] = []
        nesting = Nesting()
        current: _Open | None = None
        for line in lines:
            if is_break(line):
                if current is not None and not current.empty:
                    blocks.append(self._closed(current))
                    current = None
                continue
            if current is not None and self._continues(current, line):
                current.end, current.last, current.empty = line.end, line, False
                continue
            if current is not None:
                blocks.append(self._closed(current))
            asked = bool(blocks) and blocks[-1].speech == "question"
            current = self._opened(line, nesting, asked)
            if current.empty and current.kind != "label":
                current.start = current.end
        if current is not None:
            blocks.append(self._closed(current))
        parts = [part for block in blocks for part in split_enumeration(block, self._lexicon)]
        found = with_topics(with_lost_bullets(parts, self._lexicon), self._lexicon)
        return told_by_column(found, lines)

    def _opened(self, line: Line, nesting: Nesting, asked: bool) -> _Open:
        label = item_label(line.text, self._lexicon)
        if (label is not None and label.alone) or is_part_heading(line.text, self._lexicon):
            nesting.clear()
            return _Open("label", line.start, line.end, None, 0, line.gap, line, False)
        speech = speech_label(line.text, self._lexicon)
        if speech is None and asked:
            speech = lettered_reply(line.text)
        if speech is not None:
            return self._labelled_speech(line, speech, nesting)
        marker = read_marker(line.text)
        if marker is None:
            depth = nesting.outside(line)
            return _Open("paragraph", line.start, line.end, None, depth, line.gap, line, False)
        depth = nesting.enter(marker, line)
        kind: BlockKind = "bullet" if marker.bullet else "numbered"
        start = min(line.start + marker.width, line.end)
        spoken = speech_label(line.text[marker.width :], self._lexicon)
        if spoken is not None and not spoken.alone:
            return _Open(
                "paragraph", start + spoken.end, line.end, marker, 0, line.gap, line, False,
                spoken.role, spoken.number,
            )  # fmt: skip
        return _Open(kind, start, line.end, marker, depth, line.gap, line, start >= line.end)

    def _labelled_speech(self, line: Line, label: Label, nesting: Nesting) -> _Open:
        nesting.clear()
        kind: BlockKind = "label" if label.alone else "paragraph"
        start = line.start if label.alone else line.start + label.end
        return _Open(
            kind, start, line.end, None, 0, line.gap, line, False, label.role, label.number
        )

    def _continues(self, current: _Open, line: Line) -> bool:
        if current.kind == "label":
            return False
        if self._runs_on(current, line):
            return True
        if self._opens_anew(line):
            return False
        if current.empty:
            current.start = line.start
            return True
        if line.gap:
            return _broken_over_blank(current.last, line)
        return self._wrap.joins(current.last, line)

    def _runs_on(self, current: _Open, line: Line) -> bool:
        """Tell whether a mark at a line's start only wrapped there ("see item / 9.2 below")."""
        marker = read_marker(line.text)
        if marker is None or line.gap or current.empty:
            return False
        if marker.style in _DASHES:
            return _bracket_open(self._text[current.start : current.end])
        return (
            marker.style in ("1.1", "1.")
            and marker.label[0].isdigit()
            and not _counts_on(current.marker, marker)
            and _leads_to_reference(current.last.text)
        )

    def _opens_anew(self, line: Line) -> bool:
        text = line.text
        return (
            read_marker(text) is not None
            or item_label(text, self._lexicon) is not None
            or speech_label(text, self._lexicon) is not None
            or is_part_heading(text, self._lexicon)
            or _SPEAKER_LABEL.match(text) is not None
            or _ATTENDANCE_LABEL.match(text) is not None
            or _OUTCOME_LINE.fullmatch(text) is not None
        )

    def _topic_width(self, opened: _Open, text: str) -> int:
        """Return how much of a block is topic words; only lists and numbered parts have them.

        The hour at which something was said or decided stands before any ("8.20pm – RESOLVED").
        """
        if opened.kind == "label":
            return 0
        hour = _HOUR.match(text)
        if hour is not None:
            return hour.end()
        width = topic_width(text, self._lexicon)
        listed = opened.kind in ("bullet", "numbered")
        return width if listed or is_title_case(text[:width]) else 0

    def _closed(self, opened: _Open) -> Block:
        text = self._text[opened.start : opened.end].replace("\n", " ")
        width = self._topic_width(opened, text)
        opened.start += width
        topic = None if _HOUR.match(text) else text[:width].strip(" –-") or None
        text = text[width:]
        sentences = Sentences(text, opened.start) if opened.kind != "label" else ()
        return Block(
            opened.kind,
            "minutes",
            opened.start,
            opened.end,
            text,
            opened.marker,
            opened.depth,
            opened.gap,
            opened.speech,
            opened.speech_number,
            None,
            topic,
            width,
            sentences,
        )


def _counts_on(before: Marker | None, marker: Marker) -> bool:
    """Tell whether a number is the next of the list that the block before stands in."""
    if before is None or before.style != marker.style or not before.label[-1:].isdigit():
        return False
    last, following = (label.rsplit(".", 1)[-1] for label in (before.label, marker.label))
    return following.isdigit() and last.isdigit() and 1 <= int(following) - int(last) <= 2


def _bracket_open(text: str) -> bool:
    """Tell whether a bracket waits for its end, so that a dash begins no point."""
    return text.count("(") > text.count(")")


def _broken_over_blank(last: Line, line: Line) -> bool:
    """Tell whether a sentence goes on after a blank line, as authors sometimes break it."""
    return (
        line.gap == 1
        and line.text[0].islower()
        and not last.text.endswith((".", ":", ";", "!", "?"))
        and bool(re.search(r"[a-z,]$", last.text))
        and len(last.text) > 40
    )


def _leads_to_reference(text: str) -> bool:
    """Tell whether a line ends with a word that a number or a name goes on from."""
    return _REFERENCE_END.search(text, max(0, len(text) - _LONGEST_END)) is not None
