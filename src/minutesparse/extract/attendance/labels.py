"""Labels of a list of names: "Present:", "APOLOGIES", "Officers in attendance -".

A label says by its words whether who follows was there, and it ends in a colon, a dash, a column
or the end of the line. A line may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutesparse.extract.attendance.announced import Label, classify, known
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords, Phrases
from minutesparse.naming import Token, tokenise

_CELL = re.compile(r"[^\S\n]{3,}|[^\S\n]*\|[^\S\n]*|\t+")
_TAIL = re.compile(r"(?:\s*[:;|–—-])*\s*")
_MARKER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]?\s+|\(?[a-z][.)]\s+|[·•▪●*–-]\s+)")
_VERBS = frozenset({"was", "were", "from", "by", "been", "for", "of"})
_TOLD = frozenset({"present", "absent"})  # last words of a label that may name its body first
_THERE = frozenset({"present", "attendance", "attending"})  # last words of "Also present"
_AWAY_WORDS = frozenset({"apologies", "absent"})
_DASHES = frozenset({"-", "–", "—"})
_MOST_WORDS = 30
_LONGEST_BODY = 8
_MOST_SHOUTED = 5


class Piece(NamedTuple):
    """A stretch of a line: a label, or what stands under one."""

    start: int
    end: int
    label: Label | None = None


def split_labels(line: str, words: AttendanceWords, *, active: bool) -> Iterator[Piece]:
    """Yield the labels of a line and what stands between them, in order.

    Args:
        line: One physical line.
        words: The attendance lexicon.
        active: Whether the line stands under a label already; then a class of people or a body
            alone on a line is a label too.
    """
    for start, end in _cells(line):
        yield from _Cell(line, start, end, words, active).pieces()


def _cells(line: str) -> Iterator[tuple[int, int]]:
    done = 0
    for gap in _CELL.finditer(line):
        if line[done : gap.start()].strip():
            yield done, gap.start()
        done = gap.end()
    if line[done:].strip():
        yield done, len(line)


class _Cell:
    """One column of a line."""

    def __init__(
        self, line: str, start: int, end: int, words: AttendanceWords, active: bool
    ) -> None:
        marker = _MARKER.match(line, start, end)
        self._start = marker.end() if marker else start + _white(line[start:end])
        self._end = end
        self._first = not line[:start].strip()
        self._further = bool(line[end:].strip(" |"))
        self._line = line
        self._words = words
        self._active = active
        self._tokens = tokenise(line, self._start, end)
        self._read = NameReader(self._tokens, words)

    def pieces(self) -> Iterator[Piece]:
        """Yield the cell's labels and the stretches between them."""
        if not self._tokens:
            return
        done = self._start
        opening = self._opening()
        if opening is not None:
            yield opening
            done = opening.end
            if opening.label is not None and opening.label.status is None:
                return
        for index, token in enumerate(self._tokens):
            if token.start >= done:
                inner = self._ending_at(index, done)
                if inner is not None:
                    yield from self._content(done, inner.start)
                    yield inner
                    done = inner.end
        yield from self._content(done, self._end)

    def _content(self, start: int, end: int) -> Iterator[Piece]:
        if self._line[start:end].strip(" .:;,|–—-"):
            yield Piece(start, end)

    # ------------------------------------------------------------ labels at the start

    def _opening(self) -> Piece | None:
        for reading in (self._closing, self._whole, self._dashed, self._run_in):
            piece = reading()
            if piece is not None:
                return piece
        return None

    def _closing(self) -> Piece | None:
        """Read a label that ends a list: "Venue:", "Circulation to all present plus:"."""
        colon = self._first_colon()
        width = self._phrase_at(0, self._words.closing)
        if not width or (colon is not None and classify(self._tokens[:colon], self._words)):
            return None
        if (colon is None or colon > 8) and (width < len(self._tokens) or not self._first):
            return None
        return Piece(self._start, self._end, Label(None))

    def _whole(self) -> Piece | None:
        """Read a label that fills its cell, "PRESENT", or "Governors" below one."""
        if len(self._tokens) > 9 or self._first_colon() is not None:
            return None
        tokens = [token for token in self._tokens if token.word]
        if self._marks_within() or any(token.text[0].isdigit() for token in self._tokens):
            return None
        label = classify(tokens, self._words, strict=True)
        if label is None:
            return None
        chair = label.role in ("Chair", "Vice-Chair") and self._further
        if not (label.main or self._active or chair or self._group_alone(tokens)):
            return None
        if not label.main and not self._first:
            return None
        return Piece(self._start, self._end, label)

    def _group_alone(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a class of people stands alone as a heading does."""
        phrase = tuple(token.lower for token in tokens)
        return phrase in self._words.members and phrase[0].endswith("s")

    def _dashed(self) -> Piece | None:
        """Read "Apologies - Cllr Hale", "In attendance; Mrs Orr", "PRESENT. Mr G Alder"."""
        for index, token in enumerate(self._tokens[:9]):
            if token.text == ":":
                return None
            dash = token.text in _DASHES or token.text in (";", ".")
            if not dash or index + 1 >= len(self._tokens):
                continue
            apart = token.text != "-" or token.start > self._tokens[index - 1].end
            told = self._tokens[index - 1].lower in _TOLD
            label = classify(self._tokens[:index], self._words, strict=not told) if apart else None
            classed = self._active and token.text != "."
            if label is None or not (label.main or (classed and label.role is None)):
                return None
            return Piece(self._start, self._tail(token.end), label)
        return None

    def _run_in(self) -> Piece | None:
        """Read a label without a mark before a name: "Present Cllrs Hale and Orr"."""
        for width in range(1, min(8, len(self._tokens))):
            before = self._tokens[width - 1]
            if not known(before, self._words) and before.text not in ("/", "&"):
                return self._presiding()
            if self._name_opens(width):
                label = classify(self._tokens[:width], self._words, strict=True)
                led = label is not None and (label.main or self._guests_alone(width, label))
                if led and before.lower not in _VERBS:
                    return Piece(self._start, self._tokens[width].start, label)
        return self._presiding()

    def _guests_alone(self, width: int, label: Label) -> bool:
        """Tell whether one word names those who attend besides members ("Staff", "Others")."""
        word = self._tokens[0].lower
        plural = word.endswith("s") or word == "staff"
        return width == 1 and plural and label.status == "in-attendance" and label.role is None

    def _name_opens(self, place: int) -> bool:
        """Tell whether a name with a title or initials begins at a word, and no title before it."""
        token = self._tokens[place]
        if not token.capital or self._read.plural_end(place - 1) > place - 1:
            return False
        if self._read.plural_end(place) > place or self._read.opens_title(place):
            return not known(token, self._words) or self._read.read(place) is not None
        initial = len(token.text) == 1 and token.word
        also = self._tokens[0].lower == "also" and self._tokens[place - 1].lower in _THERE
        near = place == 1 or also
        given = near and (self._given(place) or self._abbreviated(place))
        shouted = all(token.text.isupper() for token in self._tokens[:place])
        plain = place > 1 and shouted and not token.text.isupper() and not known(token, self._words)
        return (initial or given or plain) and self._read.read(place) is not None

    def _abbreviated(self, place: int) -> bool:
        """Tell whether the initials of two words or three stand behind them ("Ann Orr AO")."""
        texts = [token.text for token in self._tokens[place : place + 4]]
        heads = ["".join(text[0] for text in texts[:width]) for width in (2, 3)]
        return any(head == texts[len(head)] for head in heads if len(head) < len(texts))

    def _presiding(self) -> Piece | None:
        first = self._tokens[0]
        if first.lower != "presiding" or len(self._tokens) < 3 or not self._tokens[1].capital:
            return None
        if self._read.is_office(1, 2) and self._read.title_end(1) == 1:
            return None
        return Piece(self._start, self._tokens[1].start, Label("present", "Chair"))

    # ------------------------------------------------------------ labels before a colon or stop

    def _ending_at(self, index: int, done: int) -> Piece | None:
        """Read the label within a line that a colon, or a full stop behind capitals, ends."""
        mark = self._tokens[index].text
        if mark == ":" and not self._within_time(index):
            return self._before_colon(index, done)
        if mark.lower() in _AWAY_WORDS:
            return self._unmarked(index)
        return self._before_stop(index, done) if mark == "." else None

    def _unmarked(self, index: int) -> Piece | None:
        """Read "Apologies" that stands between names without a mark of its own."""
        after = index + 1
        if not 0 < index < len(self._tokens) - 2 or not self._tokens[index].capital:
            return None
        before = self._tokens[index - 1]
        parted = before.text in (")", ".") or (before.capital and not known(before, self._words))
        opens = self._name_opens(after) or self._given(after)
        if not parted or not opens or self._read.read(after, bare=True) is None:
            return None
        label = classify(self._tokens[index:after], self._words, strict=True)
        return Piece(self._tokens[index].start, self._tokens[after].start, label)

    def _given(self, place: int) -> bool:
        return self._tokens[place].lower in self._words.names.given_names

    def _before_stop(self, stop: int, done: int) -> Piece | None:
        """Read "ALSO PRESENT." between sentences."""
        first = stop
        while first and stop - first < _MOST_SHOUTED and self._shouted(first - 1, done):
            first -= 1
        if not first or first == stop or self._tokens[first - 1].text not in (".", ")", ";"):
            return None
        label = classify(self._tokens[first:stop], self._words, strict=True)
        if label is None or not label.main:
            return None
        return Piece(self._tokens[first].start, self._tail(self._tokens[stop].end), label)

    def _shouted(self, index: int, done: int) -> bool:
        token = self._tokens[index]
        return token.start >= done and len(token.text) > 1 and token.text.isupper()

    def _before_colon(self, colon: int, done: int) -> Piece | None:
        """Read the label that ends in a colon: as many words before it as a label can have."""
        first, furthest = colon, max(0, colon - _MOST_WORDS)
        while first > furthest and self._tokens[first - 1].start >= done:
            if not self._fits(first - 1, colon):
                break
            first -= 1
        while first < colon:
            label = classify(self._tokens[first:colon], self._words)
            if label is not None and self._opens(first, colon, label):
                return Piece(self._tokens[first].start, self._tail(self._tokens[colon].end), label)
            first += 1
            while first < colon and not self._tokens[first].capital:
                first += 1
        return self._linking(colon, done) or self._body_label(colon, done)

    def _linking(self, colon: int, done: int) -> Piece | None:
        """Read "were received from:" below a heading that said of what."""
        opens = self._tokens[0].start >= done and self._active and 0 < colon < _MOST_WORDS
        if not opens:
            return None
        tokens = self._tokens[:colon]
        mode = " ".join(token.lower for token in tokens) in self._words.modes
        lead = tokens[-1].lower in _VERBS and all(known(token, self._words) for token in tokens)
        if not (mode or lead):
            return None
        end = self._tail(self._tokens[colon].end)
        return Piece(self._start, end, Label("", organisation=""))

    def _fits(self, index: int, colon: int) -> bool:
        token, last = self._tokens[index], self._tokens[colon - 1]
        if token.text in ("&", "/", "'", "-", "(", ")"):
            return True
        if token.text[0].isdigit():
            return index > 0 and self._tokens[index - 1].lower in ("item", "items", "minute", "and")
        shouts = last.text.isupper() and len(last.text) > 2
        return token.word and known(token, self._words) and (not shouts or token.text.isupper())

    def _opens(self, first: int, colon: int, label: Label) -> bool:
        """Tell whether a label may begin at a word within a line."""
        before = self._tokens[first - 1] if first else None
        if before is None or before.start < self._start:
            return True
        if not self._tokens[first].capital:
            led = before.text in (",", ";", ".", "and") or self._tokens[first].lower == "with"
            return label.main and led
        if label.main or before.text in (".", ";", ",", ")", "]", "|"):
            return True
        return before.text != "/" and self._group_alone(self._tokens[first:colon])

    def _body_label(self, colon: int, done: int) -> Piece | None:
        """Read "DoE Planning Service: Ms S Adams" below a label: a body, or an unknown class."""
        opens = self._tokens[0].start >= done and 0 < colon <= _LONGEST_BODY
        if not self._active or not opens:
            return None
        tokens = self._tokens[:colon]
        if any(token.text in self._words.prose or token.text[0].isdigit() for token in tokens):
            return None
        if not tokens[0].capital or self._read.title_end(0):
            return None
        body = self._line[tokens[0].start : tokens[-1].end]
        end = self._tail(self._tokens[colon].end)
        return Piece(self._start, end, Label("", organisation=" ".join(body.split())))

    # ------------------------------------------------------------ places in the cell

    def _first_colon(self) -> int | None:
        return next(
            (
                index
                for index, token in enumerate(self._tokens[:_MOST_WORDS])
                if token.text == ":" and not self._within_time(index)
            ),
            None,
        )

    def _within_time(self, index: int) -> bool:
        end = self._tokens[index].end
        return self._line[end : end + 1].isdigit() or self._line[end : end + 2] == "//"

    def _marks_within(self) -> bool:
        return any(token.text in (",", ".", ";", ")") for token in self._tokens[:-1])

    def _phrase_at(self, place: int, phrases: Phrases) -> int:
        for width in (4, 3, 2, 1):
            phrase = tuple(token.lower for token in self._tokens[place : place + width])
            if len(phrase) == width and phrase in phrases:
                return width
        return 0

    def _tail(self, place: int) -> int:
        found = _TAIL.match(self._line, place, self._end)
        return found.end() if found else place


def _white(text: str) -> int:
    return len(text) - len(text.lstrip())
