"""A sample as printed pages: by LibreOffice from its Word file, and by ReportLab on its own."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from tests.formats.make.sample import Block, Sample, runs

OFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
_MARGIN = 64.0
_INDENT = 18.0
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=7)
_TITLE = ParagraphStyle("title", _BODY, fontName="Helvetica-Bold", fontSize=13, leading=17)
_ITEM = ParagraphStyle("item", _BODY, fontName="Helvetica-Bold", spaceBefore=7)


def as_office_pdf(word: bytes) -> bytes:
    """Return the PDF that LibreOffice makes of a Word file."""
    if OFFICE is None:
        raise SystemExit("LibreOffice is not installed (no soffice on the path).")
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "sample.docx"
        given.write_bytes(word)
        command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(given)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return given.with_suffix(".pdf").read_bytes()


def as_reportlab_pdf(sample: Sample) -> bytes:
    """Return pages in a sans-serif face, with a running head and page numbers."""
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written, pagesize=A4, invariant=1, title=sample.blocks[0].text,
        leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=80, bottomMargin=70,
    )  # fmt: skip
    edge = partial(_edge, sample)
    document.build(list(_flowables(sample)), onFirstPage=edge, onLaterPages=edge)
    return written.getvalue()


def _edge(sample: Sample, canvas: Any, document: Any) -> None:
    """Draw the running head and the page number of a page."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, A4[1] - 45, sample.running)
    canvas.drawCentredString(A4[0] / 2, 40, str(document.page))


def _flowables(sample: Sample) -> Iterator[Any]:
    items = [block for item in sample.items for block in item]
    yield from _blocks(sample.front)
    if sample.actions:
        head = [Paragraph("Item", _ITEM), Paragraph(escape(sample.actions), _ITEM)]
        rows = [[list(_blocks([one])), Paragraph(escape(one.owner), _BODY)] for one in items]
        yield Table([head, *rows], colWidths=[390, 70], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    else:
        yield from _blocks(items)


def _blocks(blocks: Sequence[Block]) -> Iterator[Any]:
    for kind, run in runs(blocks, "row"):
        if kind == "row":
            cells = [[Paragraph(escape(cell), _BODY) for cell in block.cells] for block in run]
            yield Table(cells, colWidths=[460 / len(run[0].cells)] * len(run[0].cells))
        else:
            yield _paragraph(run[0])


def _paragraph(block: Block) -> Any:
    style = {"title": _TITLE, "item": _ITEM}.get(block.kind, _BODY)
    marker = {"bullet": "•"}.get(block.kind, block.number)
    if marker:
        left = _INDENT * (block.level + 1) + (12.0 if block.kind == "numbered" else 0.0)
        style = ParagraphStyle(
            "listed", style, leftIndent=left, bulletIndent=_INDENT * block.level,
            bulletFontName=style.fontName, bulletFontSize=style.fontSize,
        )  # fmt: skip
    return Paragraph(escape(block.text, quote=False), style, bulletText=marker or None)
