"""A sample as plain text: a line a paragraph, or wrapped where a right-hand column stands."""

from __future__ import annotations

from textwrap import wrap

from tests.formats.make.sample import Block, Sample, runs

_WIDTH, _COLUMN = 80, 86  # where lines wrap beside a right-hand column, and where it begins
_CELL = 28


def as_text(sample: Sample) -> str:
    """Return the text of a sample."""
    parts = [_run(sample, kind, blocks) for kind, blocks in runs(sample.blocks, *_TIGHT)]
    if sample.actions:
        parts.insert(_first_item(sample), f"{'Item':<{_COLUMN}}{sample.actions}")
    return "\n\n".join(parts) + "\n"


_TIGHT = ("head", "bullet", "row", "clause")


def _first_item(sample: Sample) -> int:
    return [kind for kind, _ in runs(sample.blocks, *_TIGHT)].index("item")


def _run(sample: Sample, kind: str, blocks: list[Block]) -> str:
    lines = (_row(block) if kind == "row" else _paragraph(sample, block) for block in blocks)
    return "\n".join(lines)


def _row(block: Block) -> str:
    return "".join(f"{cell:<{_CELL}}" for cell in block.cells).rstrip()


def _paragraph(sample: Sample, block: Block) -> str:
    marker = "• " if block.kind == "bullet" else f"{block.number} " if block.number else ""
    indent = "  " * block.level
    first = indent + marker + block.text
    if not sample.actions:
        return first
    first, *others = wrap(first, _WIDTH, subsequent_indent=indent + " " * len(marker))
    owned = f"{first:<{_COLUMN}}{block.owner}" if block.owner else first
    return "\n".join([owned, *others])
