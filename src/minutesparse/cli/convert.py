"""``minutesparse convert``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from minutesparse.cli.streams import emit, tell
from minutesparse.errors import FailedArchiveError, PartialArchiveError

if TYPE_CHECKING:
    from minutesparse.batch import Report

_STOPPED = 130


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", required=True, type=click.Path(), help="Folder of the archive.")
@click.option(
    "--to",
    "formats",
    type=click.Choice(["json", "jsonl", "csv", "parquet", "sqlite"]),
    multiple=True,
    default=["json"],
    show_default="json",
    help="What to make; may be given again.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes; by default one for each processor.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long one file may take.",
)
@click.option(
    "--base",
    type=click.Path(file_okay=False, exists=True),
    help="Folder that the places of the files are told from; by default the current one.",
)
@click.option("--prune", is_flag=True, help="Take out what the sources no longer hold.")
@click.option("--again", is_flag=True, help="Convert unchanged files too.")
@click.option(
    "--roster",
    type=click.Path(),
    help="List of the councillors (CSV or JSON) to resolve people by; kept until another is given.",
)
@click.option(
    "--dates",
    type=click.Path(),
    help="List of places and days (CSV or JSON) of meetings whose minutes state none; kept too.",
)
def convert(
    sources: tuple[str, ...],
    out: str,
    formats: tuple[str, ...],
    workers: int | None,
    timeout: float,
    base: str | None,
    prune: bool,
    again: bool,
    roster: str | None,
    dates: str | None,
) -> None:
    """Convert files into an archive of records.

    SOURCE is a file, a folder, a zip file, a pattern such as "minutes/**/*.pdf", or - for a list
    of these on standard input, a line each. Stopped at any moment and started again, the command
    goes on where it was. The exit code is 9 where some files failed and 10 where all did; the
    table at the end and report.json say why.
    """
    from minutesparse.batch import convert as convert_archive
    from minutesparse.cli.progress import shown

    try:
        with shown() as show:
            report = convert_archive(
                _named(sources),
                out,
                to=formats,
                workers=workers,
                timeout=timeout,
                base=base,
                prune=prune,
                again=again,
                roster=roster,
                dates=dates,
                tell=show,
            )
    except KeyboardInterrupt:
        tell("minutesparse: stopped. The same command goes on from here.")
        raise click.exceptions.Exit(_STOPPED) from None
    emit(report.table())
    _judge(report, out)


def _named(sources: Iterable[str]) -> Iterator[str]:
    """Yield the names that were given, with the list on standard input in the place of ``-``."""
    for source in sources:
        if source == "-":
            yield from _listed()
        else:
            yield source


def _listed() -> Iterator[str]:
    """Yield the names on standard input, one on a line or each before a NUL."""
    for line in sys.stdin.buffer:
        for name in line.rstrip(b"\r\n").split(b"\0"):
            if name.strip():
                yield name.decode(sys.getfilesystemencoding(), "surrogateescape")


def _judge(report: Report, out: str) -> None:
    """Raise what the exit code is to say about a run."""
    worked = report.converted + report.unchanged
    if worked + report.faults == 0:
        raise FailedArchiveError("the sources hold no file that a reader takes.")
    if worked == 0:
        raise FailedArchiveError(f"none of {report.faults} files worked; see {out}/report.json.")
    if report.faults:
        total = worked + report.faults
        raise PartialArchiveError(
            f"{report.faults} of {total} files did not work; see {out}/report.json."
        )
