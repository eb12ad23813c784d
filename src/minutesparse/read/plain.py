"""Plain text and Markdown: decoded, and otherwise left exactly as it is."""

from __future__ import annotations

import codecs
import re

from minutesparse.read.limits import Limits, within
from minutesparse.text import PageMark, Source

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN_CONTROLS = {
    code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(128, 160)
}
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)


def decoded(content: bytes) -> str:
    """Return text from bytes: by its mark, else as UTF-8, else line by line UTF-8 or cp1252.

    Never fails: the bytes that cp1252 leaves undefined become the control characters of the same
    number, and an odd byte at the end of UTF-16 becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_decoded_line(line) for line in content.splitlines(keepends=True))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1").translate(_LATIN_CONTROLS)


def read_source(content: bytes, *, where: str, limits: Limits) -> Source:
    """Read text, with a page for each stretch between form feeds.

    Front matter between ``---`` lines is reported as furniture.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        LimitExceededError: The text is longer than the limits allow.
    """
    text = decoded(content)
    within(limits, "max_chars", len(text), f"{where}: characters of text")
    return Source(text=text, pages=_pages(text), furniture=_furniture(text))


def _pages(text: str) -> tuple[PageMark, ...]:
    if "\f" not in text.rstrip("\f\r\n "):
        return ()
    starts = [0, *(feed.end() for feed in re.finditer("\f", text))]
    ends = [*starts[1:], len(text)]
    return tuple(
        PageMark(number, start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
        if start < end
    )


def _furniture(text: str) -> tuple[tuple[int, int], ...]:
    matter = _FRONT_MATTER.match(text)
    return ((0, matter.end()),) if matter else ()
