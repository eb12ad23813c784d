"""A sample as a Word file: headings, paragraphs and lists numbered by the numbering part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tests.formats.make.sample import Block, Sample, count_kind, runs
from tests.read.wordfile import OFFICE, definition, docx, level, paragraph, row, use

_FORMS = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman"}
_OUTLINE, _BULLETS, _CLAUSES = 0, 1, 2  # list definitions
_FIRST_USE = 3  # uses of the list of clauses, one each time it begins anew
_STEP = 720  # twentieths of a point that a level is indented by
_SPACED = '<w:spacing w:after="120"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def as_word(sample: Sample) -> bytes:
    """Return the Word file of a sample."""
    writer = _Writer(sample)
    body = "".join(writer.body()) + _section()
    return docx(
        body,
        styles=_styles(),
        numbering=writer.numbering(),
        header=paragraph(escape(sample.running)),
        footer='<w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    )


class _Writer:
    """Writes blocks, and remembers where lists of clauses began anew."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._uses = 0

    def body(self) -> Iterator[str]:
        """Yield the paragraphs and tables of the document."""
        items = [block for item in self._sample.items for block in item]
        yield from self._blocks(self._sample.front)
        if self._sample.actions:
            head = row(_cell("Item", 7600), _cell(self._sample.actions, 1600))
            rows = (
                row(_width(7600) + "".join(self._blocks([one])), _cell(one.owner, 1600))
                for one in items
            )
            yield _table([7600, 1600], [head, *rows], borders="")
        else:
            yield from self._blocks(items)

    def numbering(self) -> str:
        """Return the lists of the document, after its body has been written."""
        clauses = [
            level(at, _FORMS[count_kind(style)], style.replace(count_kind(style), f"%{at + 1}"), "")
            for at, style in enumerate(self._sample.clauses)
        ]
        bullets = [level(at, "bullet", mark) for at, mark in enumerate("•◦")]
        outline = [
            level(0, "decimal", "%1.", _style("Heading1"), start=self._sample.first),
            level(1, "decimal", "%1.%2"),
        ]
        kinds = ((_OUTLINE, outline, 0), (_BULLETS, bullets, _STEP), (_CLAUSES, clauses, _STEP))
        defined = "".join(
            definition(name, *(_indented(one, at, first) for at, one in enumerate(levels)))
            for name, levels, first in kinds
        )
        anew = "".join(
            use(_FIRST_USE + at, _CLAUSES, _restarted(len(clauses))) for at in range(self._uses)
        )
        return defined + use(1, _OUTLINE) + use(2, _BULLETS) + anew

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for kind, run in runs(blocks, "row", "clause"):
            if kind == "row":
                yield _grid(run)
            elif kind == "clause":
                self._uses += 1
                yield from map(self._paragraph, run)
            else:
                yield self._paragraph(run[0])

    def _paragraph(self, block: Block) -> str:
        return paragraph(escape(block.text, quote=False), self._properties(block))

    def _properties(self, block: Block) -> str:
        if block.kind == "title":
            return _style("Title", "p")
        if block.kind == "item":
            return _style("Heading1", "p")
        if block.kind == "numbered":
            return _reference(1, 1) + _SPACED
        if block.kind == "bullet":
            return _style("ListBullet", "p") + (_reference(2, block.level) if block.level else "")
        if block.kind == "clause":
            return _reference(_FIRST_USE + self._uses - 1, block.level) + _SPACED
        centred = '<w:jc w:val="center"/>' if block.kind == "head" else ""
        return _SPACED + centred


def _style(name: str, prefix: str = "p") -> str:
    return f'<w:{prefix}Style w:val="{name}"/>'


def _reference(number: int, at: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'


def _indented(written: str, at: int, first: int) -> str:
    """Give a level of a list its indent: text beside a number that hangs."""
    left = first + (_STEP * at if first else _STEP)
    hanging = _STEP if not first else _STEP // 2
    return written.replace(
        "</w:lvl>", f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _restarted(levels: int) -> str:
    return "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for at in range(levels)
    )


def _styles() -> str:
    font = '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>{}</w:rPr>'
    plain, bold = font.format('<w:sz w:val="22"/>'), font.format('<w:b/><w:sz w:val="24"/>')
    outline = (
        f'<w:pPr><w:keepNext/>{_reference(1, 0)}<w:spacing w:before="240" w:after="120"/></w:pPr>'
    )
    bullets = f'<w:pPr>{_reference(2, 0)}<w:spacing w:after="60"/></w:pPr>'
    styles = (
        ("Normal", "Normal", "", plain),
        ("Title", "Title", '<w:pPr><w:jc w:val="center"/><w:spacing w:after="240"/></w:pPr>', bold),
        ("Heading1", "heading 1", outline, bold),
        ("ListBullet", "List Bullet", bullets, plain),
    )
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{looks}{letters}'
        "</w:style>"
        for name, shown, looks, letters in styles
    )


def _section() -> str:
    """Return the page: A4, with the header and the footer that the file relates to."""
    return (
        f'<w:sectPr xmlns:r="{OFFICE}"><w:headerReference w:type="default" r:id="r2"/>'
        '<w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1340" w:bottom="1440" w:left="1340" w:header="700" '
        'w:footer="700"/></w:sectPr>'
    )


def _grid(rows: Sequence[Block]) -> str:
    width = 9200 // len(rows[0].cells)
    written = [row(*(_cell(cell, width) for cell in one.cells)) for one in rows]
    return _table([width] * len(rows[0].cells), written, _BORDERS)


def _table(widths: Sequence[int], rows: Sequence[str], borders: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    frame = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{frame}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>" + paragraph()


def _cell(text: str, width: int) -> str:
    return _width(width) + paragraph(escape(text, quote=False))


def _width(width: int) -> str:
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
