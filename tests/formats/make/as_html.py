"""A sample as a web page: of a plain council site, and as Modern.gov publishes meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tests.formats.make.sample import Block, Sample, count_kind, runs

_SITE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title></head><body>
<div id="cookie-notice"><p>This site uses cookies.</p></div>
<nav class="main-menu"><ul><li><a href="/">Home</a></li>
<li><a href="/m">Meetings</a></li></ul></nav>
<main><article>
{body}
</article></main>
<footer><p>Privacy, accessibility, contact</p></footer>
</body></html>
"""
_MODERN_GOV = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<div id="page-header"><p>Find a councillor</p></div>
<div class="mgMenu"><ul class="menu-list"><li><a href="m.aspx">Committees</a></li></ul></div>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{title}</h1></div>
<div class="mgContent">
{front}
<table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide" scope="col">No.</th><th class="mgHide" scope="col">Item</th></tr>
{items}
</table></div></div>
<div id="page-footer"><p>Powered by a content system</p></div>
</body></html>
"""
_STEP = 36  # points that Word indents a level of a list by


def as_html(sample: Sample) -> str:
    """Return a page as a council's own site has it: headings, lists and tables of HTML."""
    body = list(_site_blocks(sample, sample.front))
    items = [block for item in sample.items for block in item]
    if sample.actions:
        body.append(
            _action_table(sample, [list(_site_blocks(sample, [one])) for one in items], items)
        )
    else:
        body += _site_blocks(sample, items)
    return _SITE.format(title=escape(sample.blocks[0].text), body="\n".join(body))


def as_modern_gov(sample: Sample) -> str:
    """Return a page as Modern.gov has it: a table of items, their text pasted from Word."""
    front = "\n".join(_word_blocks(sample, sample.front[1:]))
    items = "\n".join(_modern_item(sample, item) for item in sample.items)
    title = escape(sample.blocks[0].text)
    return _MODERN_GOV.format(title=title, front=front, items=items)


def _site_blocks(sample: Sample, blocks: Sequence[Block]) -> Iterator[str]:
    for kind, run in runs(blocks, "bullet", "clause", "row"):
        if kind == "row":
            yield _table([[escape(cell) for cell in block.cells] for block in run])
        elif kind in ("bullet", "clause"):
            yield _list(sample, run)
        else:
            yield _paragraph(run[0])


def _paragraph(block: Block) -> str:
    tag = {"title": "h1", "item": "h2"}.get(block.kind, "p")
    words = f"{block.number} {block.text}" if block.number else block.text
    return f"<{tag}>{escape(words)}</{tag}>"


def _list(sample: Sample, run: Sequence[Block]) -> str:
    """Return a list with the lists in it, each inside the item that it stands below."""
    opened, written = -1, []
    for block in run:
        while opened < block.level:
            opened += 1
            written.append(_list_tag(sample, run[0].kind, opened))
        while opened > block.level:
            opened -= 1
            written.append("</li></ol>" if block.kind == "clause" else "</li></ul>")
        if not written[-1].startswith(("<ol", "<ul")):
            written.append("</li>")
        written.append(f"<li>{escape(block.text)}")
    closing = "</li></ol>" if run[0].kind == "clause" else "</li></ul>"
    return "\n".join([*written, closing * (opened + 1)])


def _list_tag(sample: Sample, kind: str, level: int) -> str:
    return f'<ol type="{count_kind(sample.clauses[level])}">' if kind == "clause" else "<ul>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "\n</table>"


def _action_table(sample: Sample, cells: Sequence[Sequence[str]], blocks: Sequence[Block]) -> str:
    owners = [escape(block.owner) for block in blocks]
    rows = [["".join(cell), owner] for cell, owner in zip(cells, owners, strict=True)]
    return _table([["Item", escape(sample.actions)], *rows])


def _modern_item(sample: Sample, item: Sequence[Block]) -> str:
    head, *body = item
    if any(block.owner for block in body):
        words = _action_table(sample, [list(_word_blocks(sample, [one])) for one in body], body)
    else:
        words = "\n".join(_word_blocks(sample, body))
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI{head.number}"></a>'
        f'{head.number}</p></td>\n<td><p class="mgAiTitleTxt">{escape(head.text)}</p>\n'
        f'<div class="mgWordPara"><div class="WordSection1">\n{words}\n</div></div></td></tr>'
    )


def _word_blocks(sample: Sample, blocks: Sequence[Block]) -> Iterator[str]:
    for kind, run in runs(blocks, "row"):
        if kind == "row":
            yield _table([[escape(cell) for cell in block.cells] for block in run])
        else:
            yield _word_paragraph(run[0])


def _word_paragraph(block: Block) -> str:
    if block.text == "Minutes:":
        return '<p class="mgSubItemTitleTxt">Minutes:</p>'
    if block.kind not in ("bullet", "clause"):
        words = f"{block.number} {block.text}" if block.number else block.text
        return f'<p class="MsoNormal">{escape(words)}</p>\n<p class="MsoNormal">&nbsp;</p>'
    marker = "·" if block.kind == "bullet" else block.number
    indent = _STEP * (block.level + 1)
    return (
        f'<p class="MsoListParagraph" style="margin-left:{indent}.0pt;text-indent:-18.0pt;'
        f'mso-list:l0 level{block.level + 1} lfo1"><span>{marker}<span>{"&nbsp;" * 6}</span></span>'
        f"{escape(block.text)}</p>"
    )
