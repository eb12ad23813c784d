"""``minutesparse explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutesparse.cli.limits import limit_option
from minutesparse.cli.streams import emit_outline, file_argument, load

if TYPE_CHECKING:
    from minutesparse.export.outline import OutlineLine
    from minutesparse.read.limits import Limits
    from minutesparse.records import Meeting


@click.command()
@file_argument
@limit_option
def explain(file: str, limits: Limits) -> None:
    """Print the rule and words behind each record.

    FILE is a path, or - for standard input. Under each line of the outline stand the name of the
    rule that made the record, its place in the text (code points, end excluded; the page too,
    where there are pages), and its words there. Text that lies in no record is listed at the end,
    with the reason.
    """
    from minutesparse.export.outline import outline
    from minutesparse.pipeline import parse

    meeting = parse(load(file, limits))
    emit_outline((line, _explained(meeting, line)) for line in outline(meeting, everything=True))


def _explained(meeting: Meeting, line: OutlineLine) -> str:
    from minutesparse.export.outline import origin

    made = origin(meeting, line)
    return line.shown() if made is None else f"{line.shown()}\n{'  ' * line.depth}    {made}"
