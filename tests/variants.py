"""One document in the renderings that the tools of publishing make of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from minutesparse.evaluate import Gold, Mark

Rendering = Callable[[Gold], str | None]
WIDTH = 70
_QUOTES = str.maketrans("'\"’‘“”", "’”''\"\"")
_GLYPHS = str.maketrans("·•-*", "•-*·")
_BULLET = re.compile(r"^([ \t\u00a0]*)([·•*-])(?=[ \t\u00a0])", re.M)
_AFTER_BULLET = re.compile(r"(?m)^([ ]*(?:[·•*o–-]|\d+[.)]|\([a-z0-9]+\)))([ ]+)(?=\S)")
_LABEL = re.compile(r"(?:Minutes|Decisions?)\s*:\s*$")
_LONE_NUMBER = re.compile(r"[ \t\u00a0]*\d{1,3}(?:\.\d{1,3})+[ \t\u00a0]*$")
_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_HEADER = re.compile(r"(?m)^No\. Item[ ]*$")


def spaces_and_quotes(gold: Gold) -> str:
    """Non-breaking spaces after bullets and numbers; straight for curly quotes, and back."""
    padded = _AFTER_BULLET.sub(lambda found: found[1] + "\u00a0" * len(found[2]), gold.text)
    return padded.translate(_QUOTES)


def other_bullets(gold: Gold) -> str | None:
    """Every bullet another glyph; two glyphs stay two."""
    text = _BULLET.sub(lambda found: found[1] + found[2].translate(_GLYPHS), gold.text)
    return text if text != gold.text else None


def windows_lines(gold: Gold) -> str:
    """Lines that end in carriage return and line feed."""
    return gold.text.replace("\n", "\r\n")


def hard_wrap(gold: Gold) -> str | None:
    """Every paragraph broken before the seventieth column, where paragraphs stand on one line.

    What breaks lines anew has folded white space before, so that no column gap is left to break at.
    """
    lines = gold.text.split("\n")
    if max(map(len, lines)) < 2 * WIDTH:
        return None
    return "\n".join(wrapped for line in lines for wrapped in _wrapped(line))


def without_labels(gold: Gold) -> str | None:
    """A page that has lost its labels, the numbers of its items and the lines without a letter.

    Two blank lines stand where something was lost and above every title; text that stood a blank
    line apart still does.
    """
    lines = list(_lines(gold))
    if not any(_LABEL.match(line) for _, line in lines):
        return None
    numbers, titles = _headings(gold)
    out: list[str] = []
    gap = 0
    for start, line in lines:
        blank = not line.strip()
        lost = start in numbers or _LABEL.match(line) or _LONE_NUMBER.match(line)
        if lost or blank:
            gap = 2 if lost or line else min(gap + 1, 2)
            continue
        out += [""] * (2 if start in titles else gap)
        out.append(line)
        gap = 0
    return "\n".join(out)


def rows_between_pipes(gold: Gold) -> str | None:
    """A page of one table row an item, each row one line."""
    return _rows(gold, _squeezed)


def rows_of_paragraphs(gold: Gold) -> str | None:
    """A page of one table row an item: the title runs into its purpose, paragraphs keep lines.

    Bullets run on, as list elements do; indents are lost.
    """
    return _rows(gold, _row_of_paragraphs)


def _rows(gold: Gold, row: Callable[[list[str]], str]) -> str | None:
    header = _HEADER.search(gold.text)
    items = gold.tagged("item")
    if header is None or len(items) < 3:
        return None
    numbers, _ = _headings(gold)
    rows = [f"{row(_words(gold, item, numbers))} |" for item in items]
    between = gold.text[header.end() : items[0].span.start].strip()
    after = gold.text[items[-1].span.end :].strip()
    front = gold.text[: header.start()] + "No. | Item |\n---|---|\n"
    return front + "\n".join([*([f"{between} |"] if between else []), *rows, after])


RENDERINGS: tuple[Rendering, ...] = (
    spaces_and_quotes,
    other_bullets,
    windows_lines,
    hard_wrap,
    without_labels,
    rows_between_pipes,
    rows_of_paragraphs,
)


def _wrapped(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    folded = _GAP.sub(" ", line)
    return textwrap.wrap(folded, WIDTH, break_long_words=False, break_on_hyphens=False) or [line]


def _lines(gold: Gold) -> Iterator[tuple[int, str]]:
    """Yield every line with the offset of its first character that is not blank."""
    offset = 0
    for line in gold.text.split("\n"):
        yield offset + len(line) - len(line.lstrip()), line
        offset += len(line) + 1


def _headings(gold: Gold) -> tuple[set[int], set[int]]:
    """Return where numbers stand alone above titles, and where titles stand alone."""
    numbers: set[int] = set()
    titles: set[int] = set()
    for item in gold.tagged("item"):
        opening = [
            (start, line.strip())
            for start, line in _lines(gold)
            if item.span.start <= start < item.span.end and line.strip()
        ][:2]
        if opening and opening[0][1].rstrip(".") == item.get("number"):
            numbers.add(opening.pop(0)[0])
        if opening and opening[0][1].startswith(item.get("title") or "\n"):
            titles.add(opening[0][0])
    return numbers, titles


def _words(gold: Gold, item: Mark, numbers: set[int]) -> list[str]:
    """Return an item's lines without its number, white space folded."""
    lines = (
        " ".join(line.split())
        for start, line in _lines(gold)
        if item.span.start <= start < item.span.end and start not in numbers
    )
    return [line for line in lines if line]


def _squeezed(lines: list[str]) -> str:
    return " ".join(lines)


def _row_of_paragraphs(lines: list[str]) -> str:
    labels = [place for place, line in enumerate(lines) if _LABEL.match(line)]
    opening = labels[0] + 1 if labels else 1
    out = [" ".join(lines[:opening])]
    labelled = True
    for line in lines[opening:]:
        if labelled or line[0] in "·•":
            out[-1] += f" {line}"
        else:
            out.append(line)
        labelled = _LABEL.match(line) is not None
    return "\n".join(out)
