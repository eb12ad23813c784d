"""``minutesparse parse``."""

from __future__ import annotations

import click

from minutesparse.cli.streams import emit, emit_outline, file_argument, load

WIDTH = 120


@click.command()
@file_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "text"]),
    default="json",
    show_default=True,
    help="The full record as JSON, or an outline to read.",
)
def parse(file: str, form: str) -> None:
    """Parse minutes and print the meeting.

    FILE is a path, or - for standard input.
    """
    from minutesparse.export.outline import outline
    from minutesparse.pipeline import parse as parse_source

    meeting = parse_source(load(file))
    if form == "json":
        emit(meeting.model_dump_json(indent=2))
    else:
        emit_outline((line, line.shown(WIDTH)) for line in outline(meeting))
