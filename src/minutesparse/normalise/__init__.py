"""Source text in, plain text out, with the way back: one small function a repair.

Almost every repair swaps code points one for one, so that offsets stay what they are; the few
that change lengths (mojibake, zero-width characters) are carried by the offset map.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from minutesparse.normalise.wrapped import join_wrapped_lines
from minutesparse.text import ITEM_BREAK, OffsetMap, Source, Text, blanked, spaces

_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_SPACES += "\u205f\u3000"
_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029\x1c\x1e", "\n")
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("—―‒−", "–")
    | dict.fromkeys("‐‑", "-")
    | {"\x1d": " ", "\x00": " "}
)

_MOJIBAKE = {
    "â€™": "'", "â€˜": "'", "â€œ": '"', "â€\x9d": '"', "â€“": "–", "â€”": "–", "â€¢": "•",
    "â€¦": "…", "Â£": "£", "Â·": "·", "Â\xa0": " ", "Ã©": "é", "Ã¨": "è", "Ã¡": "á", "Ã­": "í",
    "Ã³": "ó", "Ãº": "ú", "Ã´": "ô", "Å·": "ŷ", "Åµ": "ŵ",
}  # fmt: skip
_LENGTH_CHANGING = re.compile(
    "|".join(map(re.escape, _MOJIBAKE)) + "|[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]"
)
_LEAK = re.compile(r"</?(?:AI\d{1,4}|[A-Z]+_[A-Z_]{3,40}|TITLE|TRAILER)>|\bFIELD_[A-Z]{3,20}\b")
_LINE_BREAK_TAG = re.compile(r"<[bB][rR] ?/?>")

_PIPE_HEADER = re.compile(r"^[ \t]*\|?[ \t]*No\.?[ \t]*\|[ \t]*Item\b", re.M)
_PIPE_RULE = re.compile(r"^[ \t|:-]*-{2,}[ \t|:-]*$", re.M)
_PIPE_ONLY = re.compile(r"^[ \t]*\|[ \t|]*$", re.M)
_PIPE_END = re.compile(r"\|[ \t]*$", re.M)
_PIPED_LABEL = re.compile(
    r"(^|[ ])((?:Minutes|Decisions?|(?:Additional|Supporting|Background) documents):)([ ]|$)", re.M
)
_PIPED_BLURB = re.compile(
    r"(?<=[A-Za-z)])[ ](?=(?:To (?:receive|consider|confirm|approve|note|agree|appoint|"
    r"determine|report|deal|authorise|discuss|review|sign|elect|answer|inform|provide|declare|"
    r"identify|advise|update|resolve)|Report of the|Members are|Report from)\b)"
)
_PIPED_BULLET = re.compile(r"(?<=\S)[ ](?=[·•] )")


def normalise(source: Source) -> Text:
    """Return the plain text of a source and the map back to it.

    Args:
        source: The document; its ``furniture`` stretches become blanks.

    Returns:
        The text with one kind of space, quote, dash and line end. Offsets in it go back to the
        source through ``Text.offsets``.
    """
    visible = blanked(source.text, source.furniture)
    plain, offsets, mended = _repair_lengths(visible)
    for repair in REPAIRS:
        plain = repair(plain)
    return Text(plain, offsets, mended)


def swap_characters(text: str) -> str:
    """Give every kind of space, quote, dash and line end one form."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_ONE_FOR_ONE)


def blank_template_leaks(text: str) -> str:
    """Put spaces over tags and field names that a document template left behind."""
    if "<" not in text and "FIELD_" not in text:
        return text
    text = _LINE_BREAK_TAG.sub(lambda tag: "\n".ljust(len(tag[0])), text)
    return _LEAK.sub(lambda leak: " " * len(leak[0]), text)


def open_pipes(text: str) -> str:
    """Turn a page of one table row an item into lines: labels apart, rows marked by a break."""
    if not _is_piped(text):
        return text
    text = _PIPE_RULE.sub(lambda rule: spaces(rule[0]), text)
    text = _PIPE_ONLY.sub(lambda row: ITEM_BREAK.ljust(len(row[0])), text)
    text = _PIPE_END.sub(lambda end: ITEM_BREAK.ljust(len(end[0])), text)
    text = text.replace("|", " ")
    text = _PIPED_LABEL.sub(_on_its_own_line, text)
    return _break_blurbs(_PIPED_BULLET.sub("\n", text))


REPAIRS: tuple[Callable[[str], str], ...] = (
    swap_characters,
    blank_template_leaks,
    join_wrapped_lines,
    open_pipes,
)
"""The repairs that keep every offset, in the order in which they are made."""


def _is_piped(text: str) -> bool:
    header = _PIPE_HEADER.search(text)
    if header is not None:
        return True
    ends = sum(1 for _ in _PIPE_END.finditer(text))
    return ends >= 4 and ends * 3 >= text.count("|")


def _on_its_own_line(found: re.Match[str]) -> str:
    before, label, after = found.groups()
    return before.replace(" ", "\n") + label + after.replace(" ", "\n")


def _break_blurbs(text: str) -> str:
    """Set the purpose of an item apart from its title, on the first line of each row."""
    rows = text.split(ITEM_BREAK)
    return ITEM_BREAK.join(_break_blurb(row) for row in rows)


def _break_blurb(row: str) -> str:
    start = len(row) - len(row.lstrip())
    end = row.find("\n", start)
    end = len(row) if end < 0 else end
    return row[:start] + _PIPED_BLURB.sub("\n", row[start:end], count=1) + row[end:]


def _repair_lengths(text: str) -> tuple[str, OffsetMap, tuple[tuple[str, int, int], ...]]:
    """Undo mojibake and drop invisible characters, carrying the offsets along."""
    parts: list[str] = []
    clean_starts: list[int] = []
    source_starts: list[int] = []
    mended: list[tuple[str, int, int]] = []
    done = length = 0
    for found in _LENGTH_CHANGING.finditer(text):
        better = _MOJIBAKE.get(found[0], "")
        parts += [text[done : found.start()], better]
        length += found.start() - done + len(better)
        if better:
            mended.append(("mojibake", length - len(better), length))
        done = found.end()
        if clean_starts and clean_starts[-1] == length:
            source_starts[-1] = done
        else:
            clean_starts.append(length)
            source_starts.append(done)
    if not clean_starts:
        return text, OffsetMap(), ()
    parts.append(text[done:])
    return "".join(parts), OffsetMap(tuple(clean_starts), tuple(source_starts)), tuple(mended)
