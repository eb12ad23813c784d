"""``minutesparse parse``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import click

from minutesparse.cli.limits import limit_option
from minutesparse.cli.streams import emit, emit_outline, file_argument, load, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutesparse.read.limits import Limits
    from minutesparse.records import Meeting

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
@click.option(
    "--all",
    "each",
    is_flag=True,
    help="Print every meeting of a page that holds several; as JSON, one object a line.",
)
@limit_option
def parse(file: str, form: str, each: bool, limits: Limits) -> None:
    """Parse minutes and print the meeting.

    FILE is a path, or - for standard input. The page of an issue may hold several meetings:
    without --all their items stand in one record, and a line on standard error says so.
    """
    from minutesparse.pipeline import parse as parse_source
    from minutesparse.pipeline import parse_all

    source = load(file, limits)
    meetings = parse_all(source) if each else (parse_source(source),)
    if form == "text":
        _emit_outlines(meetings)
    else:
        emit("\n".join(one.model_dump_json(indent=None if each else 2) for one in meetings))
    if not each:
        _tell_of_others(file, meetings[0])


def _emit_outlines(meetings: Sequence[Meeting]) -> None:
    from minutesparse.export.outline import outline

    lines = chain.from_iterable(map(outline, meetings))
    emit_outline((line, line.shown(WIDTH)) for line in lines)


def _tell_of_others(file: str, meeting: Meeting) -> None:
    """Say on standard error where a record stands for several meetings."""
    from minutesparse.pipeline import SEVERAL_MEETINGS

    for issue in meeting.issues:
        if issue.code == SEVERAL_MEETINGS:
            tell(f"minutesparse: {file}: {issue.message}")
