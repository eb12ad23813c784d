"""Blocks with what each of their sentences reports, other records' words left out."""

from __future__ import annotations

from typing import NamedTuple

from minutesparse.attribute.frame import Frame
from minutesparse.attribute.frames import FrameReader
from minutesparse.text import Block, Cover, Sentence

_SPEAKING_ZONES = ("minutes", "decision")
_AROUND = " ,;("
_LONGEST_END = 2
Stretch = tuple[int, int]


class ReadBlock(NamedTuple):
    """A block with the frames of what it says and no other record has claimed."""

    block: Block
    frames: tuple[Frame, ...]


def read_block(block: Block, claims: Cover, reader: FrameReader) -> ReadBlock:
    """Return a block with its frames; labels and agenda text say nothing."""
    if block.kind == "label" or block.zone not in _SPEAKING_ZONES:
        return ReadBlock(block, ())
    pieces = (piece for sentence in block.sentences for piece in _unclaimed(sentence, claims))
    return ReadBlock(block, tuple(frame for piece in pieces for frame in reader.read(piece)))


def _unclaimed(sentence: Sentence, claims: Cover) -> list[Sentence]:
    """Return the parts of a sentence that no other record has claimed."""
    pieces = [(sentence.start, sentence.end)]
    for start, end in claims.over(sentence.start, sentence.end):
        pieces += _without(pieces.pop(), start, end) if pieces else []
    whole = pieces == [(sentence.start, sentence.end)]
    if whole and not _is_aside(sentence.text):
        return [sentence] if _says_enough(sentence.text.strip(_AROUND), 1) else []
    return [made for piece in pieces if (made := _trimmed(sentence, piece))]


def _is_aside(text: str) -> bool:
    """Tell whether a sentence stands in brackets, and does not open with who speaks in them."""
    return text.startswith("(") and len(text) - text.find(")") <= _LONGEST_END


def _without(piece: Stretch, start: int, end: int) -> list[Stretch]:
    first, last = piece
    parts = ((first, min(last, start)), (max(first, end), last))
    return [part for part in parts if part[0] < part[1]]


def _trimmed(sentence: Sentence, piece: Stretch) -> Sentence | None:
    start, end = piece
    raw = sentence.text[start - sentence.start : end - sentence.start]
    inner = raw.strip(_AROUND)
    if not _says_enough(inner, 3):
        return None
    first = start + raw.index(inner)
    return Sentence(first, first + len(inner), inner)


def _says_enough(text: str, letters: int) -> bool:
    """Tell whether a text holds so many letters, or a digit."""
    if len(text) >= letters and text[:letters].isalpha():
        return True
    return sum(map(str.isalpha, text)) >= letters or any(map(str.isdigit, text))
