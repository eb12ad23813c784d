"""Source text in, plain text out, with the way back: one small function a repair.

Almost every repair swaps code points one for one, so that offsets stay what they are; the few
that change lengths (mojibake, zero-width characters, blanks without end) are carried by the offset
map.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from minutesparse.normalise.inline import break_led_bullets, break_replies
from minutesparse.normalise.markdown import drop_markdown
from minutesparse.normalise.rows import open_pipes, open_slashes
from minutesparse.normalise.run_on import break_run_on_pages
from minutesparse.normalise.wrapped import join_wrapped_lines
from minutesparse.text import OffsetMap, Source, Text, blanked

_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_SPACES += "\u205f\u3000"
_ONE_FOR_ONE = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029\x1c\x1e", "\n")
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("—―‒−", "–")
    | dict.fromkeys("‐‑", "-")
    | {"\x1d": " ", "\x00": " "}
)
_SWAPPED = re.compile(f"[{re.escape(''.join(_ONE_FOR_ONE))}]")

_MOJIBAKE = {
    "â€™": "'", "â€˜": "'", "â€œ": '"', "â€\x9d": '"', "â€“": "–", "â€”": "–", "â€¢": "•",
    "â€¦": "…", "Â£": "£", "Â·": "·", "Â\xa0": " ", "Ã©": "é", "Ã¨": "è", "Ã¡": "á", "Ã­": "í",
    "Ã³": "ó", "Ãº": "ú", "Ã´": "ô", "Å·": "ŷ", "Åµ": "ŵ",
}  # fmt: skip
_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e"
_LONGEST_BLANK = 200
_BLANK = rf"\s\0{_INVISIBLE}"
_COLUMN = "    "  # a tab within a row stands for the gap before the next column
_LENGTH_CHANGING = re.compile(
    r"(?<=[\w:)])(?P<tab>\t)(?=[^\s\0])|"
    rf"(?<![{_BLANK}])(?P<blank>(?:[{_BLANK}]|Â\xa0){{{_LONGEST_BLANK + 1},}})|"
    + "|".join(map(re.escape, _MOJIBAKE))
    + f"|[{_INVISIBLE}]"
)
_DAMAGED = re.compile(rf"[{_INVISIBLE}{''.join(sorted({damaged[0] for damaged in _MOJIBAKE}))}]")
_LONG_BLANK = re.compile(rf"[{_BLANK}][{_BLANK}]{{{_LONGEST_BLANK}}}")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029\x1c\x1e]")
_LEAK = re.compile(r"</?(?:AI\d{1,4}|[A-Z]+_[A-Z_]{3,40}|TITLE|TRAILER)>|\bFIELD_[A-Z]{3,20}\b")
_LINE_BREAK_TAG = re.compile(r"<[bB][rR] ?/?>")


def normalise(source: Source) -> Text:
    """Return the plain text of a source and the map back to it.

    Args:
        source: The document; its ``furniture`` stretches become blanks.

    Returns:
        The text with one kind of space, quote, dash and line end. Offsets in it go back to the
        source through ``Text.offsets``.
    """
    visible = blank_template_leaks(blanked(source.text, source.furniture))
    plain, offsets, mended = _repair_lengths(visible)
    for repair in REPAIRS:
        plain = repair(plain)
    return Text(plain, offsets, mended)


def swap_characters(text: str) -> str:
    """Give every kind of space, quote, dash and line end one form."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _SWAPPED.sub(lambda found: _ONE_FOR_ONE[found[0]], text)


def blank_template_leaks(text: str) -> str:
    """Put spaces over tags and field names that a document template left behind."""
    if "<" not in text and "FIELD_" not in text:
        return text
    text = _LINE_BREAK_TAG.sub(lambda tag: "\n".ljust(len(tag[0])), text)
    return _LEAK.sub(lambda leak: " " * len(leak[0]), text)


REPAIRS: tuple[Callable[[str], str], ...] = (
    swap_characters,
    drop_markdown,
    break_run_on_pages,
    join_wrapped_lines,
    open_pipes,
    open_slashes,
    break_replies,
    break_led_bullets,
)
"""The repairs that keep every offset, in the order in which they are made."""


def _repair_lengths(text: str) -> tuple[str, OffsetMap, tuple[tuple[str, int, int], ...]]:
    """Undo mojibake, drop invisible characters, shorten blanks; carry the offsets along."""
    if not _needs_repair(text):
        return text, OffsetMap(), ()
    parts: list[str] = []
    clean_starts: list[int] = []
    source_starts: list[int] = []
    mended: list[tuple[str, int, int]] = []
    done = length = 0
    for found in _LENGTH_CHANGING.finditer(text):
        better = _better(found)
        parts += [text[done : found.start()], better]
        length += found.start() - done + len(better)
        if better and found["blank"] is None and found["tab"] is None:
            mended.append(("mojibake", length - len(better), length))
        done = found.end()
        for place in range(length - len(better) + 1, length) if found["tab"] else ():
            clean_starts.append(place)  # what a tab is given beyond its length ends with it
            source_starts.append(done)
        if clean_starts and clean_starts[-1] == length:
            source_starts[-1] = done
        else:
            clean_starts.append(length)
            source_starts.append(done)
    if not clean_starts:
        return text, OffsetMap(), ()
    parts.append(text[done:])
    return "".join(parts), OffsetMap(tuple(clean_starts), tuple(source_starts)), tuple(mended)


def _needs_repair(text: str) -> bool:
    if "\t" in text or (not text.isascii() and _DAMAGED.search(text)):
        return True
    return _LONG_BLANK.search(text) is not None


def _better(found: re.Match[str]) -> str:
    """Return what stands for something damaged, invisible or endlessly blank.

    A longer blank says no more than a long one, and a pattern that looks for the end of a blank
    from each of its characters would take the square of its length.
    """
    blank = found["blank"]
    if found["tab"]:
        return _COLUMN
    if blank is None:
        return _MOJIBAKE.get(found[0], "")
    ends = [end.end() for end in _LINE_END.finditer(blank)]
    behind = len(blank) - (ends[-1] if ends else 0)
    most = _LONGEST_BLANK // 2
    return "\n" * min(len(ends), most) + " " * min(behind, most)
