"""PDF: the text layer of a document in reading order, with its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.errors import EmptyDocumentError
from minutesparse.lexicons import default_lexicon
from minutesparse.read.limits import Limits
from minutesparse.read.pdf.document import has_pictures, pages_of
from minutesparse.read.pdf.flow import Flow, owner_column, usual_distance
from minutesparse.read.pdf.grids import parted, printed_rows, stories
from minutesparse.read.pdf.margins import running_lines
from minutesparse.read.pdf.owners import with_owners
from minutesparse.read.pdf.words import Line, Page
from minutesparse.text import Source

_SPARSE = 25  # characters a page below which a document of pictures is a scan
_LEAST_READABLE = 0.5  # share of characters that have to be letters, digits and the like
_READABLE = re.compile(r"[\w!-~£€’‘“”–•]")


def read_source(content: bytes, *, where: str, limits: Limits) -> Source:
    """Read a PDF by its text layer.

    Lines stay as they are printed, paragraphs stand apart, lists keep their depth, tables become
    rows or items, and what stands in a right-hand column of actions goes to the end of its line.
    Running heads, feet and page numbers are reported as furniture.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        EmptyDocumentError: It is a scan without a text layer, or its text layer is no text.
        UnreadableFileError: The file is damaged or has a password.
        LimitExceededError: It has more pages, or a page more characters, than the limits allow.
    """
    pages = pages_of(content, where=where, limits=limits)
    _refuse_scans(pages, content, where)
    bare, furniture = _without_margins(pages)
    flow = _flow(bare)
    for page in bare:
        for line in furniture[page.number][0]:
            flow.aside(line, page.number)
        _write(flow, page)
        for line in furniture[page.number][1]:
            flow.aside(line, page.number)
    text, marks = flow.finished(pages)
    return Source(text=text, pages=marks, furniture=tuple(flow.furniture))


def _write(flow: Flow, page: Page) -> None:
    """Write the lines and tables of a page."""
    run: list[Line] = []
    for part in parted(page.lines):
        if isinstance(part, Line):
            run.append(part)
            continue
        flow.lines(run)
        run = []
        told = stories(part)
        for story in told:
            flow.story(story)
        if not told:
            flow.table(printed_rows(part), page.number)
    flow.lines(run)


def _without_margins(pages: Sequence[Page]) -> tuple[list[Page], dict[int, tuple[list[str], ...]]]:
    """Return the pages without running lines, and those lines by page: above and below."""
    running = running_lines(pages, default_lexicon().phrases("furniture", "page_lines"))
    bare: list[Page] = []
    furniture: dict[int, tuple[list[str], ...]] = {}
    for page in pages:
        sides: tuple[list[str], ...] = ([], [page.aslant] if page.aslant else [])
        kept: list[Line] = []
        for index, line in enumerate(page.lines):
            if (page.number, index) in running:
                sides[1 if kept else 0].append(line.text)
            else:
                kept.append(line)
        furniture[page.number] = sides
        bare.append(replace(page, lines=tuple(kept)))
    return with_owners(bare), furniture


def _flow(pages: Sequence[Page]) -> Flow:
    lines = [line for page in pages for line in page.lines]
    lefts = Counter(round(line.left) for line in lines)
    usual = [left for left, count in lefts.items() if count * 10 >= len(lines)]
    return Flow(usual_distance(pages), owner_column(lines), float(min(usual, default=0)))


def _refuse_scans(pages: Sequence[Page], content: bytes, where: str) -> None:
    text = "".join(word.text for page in pages for line in page.lines for word in line.words)
    if not text or (len(text) < _SPARSE * len(pages) and has_pictures(content)):
        raise EmptyDocumentError(
            f"{where}: {len(pages)} pages and no text layer: a scan. Make it searchable with "
            "OCRmyPDF (ocrmypdf in.pdf out.pdf) and read the result."
        )
    readable = len(_READABLE.findall(text))
    if readable < _LEAST_READABLE * len(text):
        raise EmptyDocumentError(
            f"{where}: the text layer of the PDF holds no readable characters. Make a new one "
            "with OCRmyPDF (ocrmypdf --force-ocr in.pdf out.pdf) and read the result."
        )
