"""``minutesparse export``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutesparse.cli.limits import limit_option
from minutesparse.cli.streams import emit, load

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from minutesparse.export.standards import Standard
    from minutesparse.read.limits import Limits
    from minutesparse.records import Meeting

_COUNTRY = re.compile(r"[A-Za-z]{2}")


def _country(_ctx: click.Context, _option: click.Parameter, given: str) -> str:
    if not _COUNTRY.fullmatch(given):
        raise click.BadParameter(f"{given!r} is not a code of two letters.")
    return given.lower()


def _base(_ctx: click.Context, _option: click.Parameter, given: str) -> str:
    if not given.startswith(("https://", "http://")):
        raise click.BadParameter(f"{given!r} does not begin with https:// or http://.")
    return given


def _time_zone(_ctx: click.Context, _option: click.Parameter, given: str | None) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(given) if given else None
    except (LookupError, ValueError, OSError):
        raise click.BadParameter(f"there is no time zone {given!r}.") from None


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE..."
)
@click.option(
    "--to",
    "standard",
    type=click.Choice(["akoma-ntoso", "popolo", "oparl"]),
    required=True,
    help="The standard.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    help="Folder to write a file for each meeting to; without it one meeting is printed.",
)
@click.option(
    "--country",
    default="xx",
    show_default=True,
    metavar="CODE",
    callback=_country,
    help="Akoma Ntoso: ISO 3166 code of the jurisdiction.",
)
@click.option(
    "--base",
    default="https://minutesparse.invalid/",
    show_default=True,
    metavar="URL",
    callback=_base,
    help="OParl: address that identifiers begin with.",
)
@click.option(
    "--time-zone",
    metavar="NAME",
    callback=_time_zone,
    help="Popolo and OParl: where the clock stood, such as Europe/London.",
)
@limit_option
def export(
    files: tuple[str, ...],
    standard: Standard,
    out: str | None,
    country: str,
    base: str,
    time_zone: ZoneInfo | None,
    limits: Limits,
) -> None:
    """Export meetings to Akoma Ntoso, Popolo or OParl.

    FILE is a path, or - for standard input. The page of an issue may hold several meetings; each is
    exported alone. The first file that cannot be read ends the command; what was written before
    stays.
    """
    from minutesparse.export.standards import standard_text

    text = partial(
        standard_text, standard=standard, country=country, base=base, time_zone=time_zone
    )
    meetings = _meetings(files, limits)
    if out is None:
        emit(_only(meetings, text).removesuffix("\n"))
    else:
        emit(f"{_written(meetings, text, Path(out), standard):,} documents")


def _meetings(files: tuple[str, ...], limits: Limits) -> Iterator[tuple[Meeting, int]]:
    """Yield the meetings of all files, each with its place in its document."""
    from minutesparse.pipeline import parse_all

    for file in files:
        for number, meeting in enumerate(parse_all(load(file, limits)), 1):
            yield meeting, number


def _only(meetings: Iterator[tuple[Meeting, int]], text: Callable[..., str]) -> str:
    """Return the text of the one meeting there is."""
    first, *others = islice(meetings, 2)
    if others:
        raise click.UsageError("there are several meetings: give --out FOLDER for a file of each.")
    meeting, number = first
    return text(meeting, number=number)


def _written(
    meetings: Iterator[tuple[Meeting, int]],
    text: Callable[..., str],
    folder: Path,
    standard: Standard,
) -> int:
    """Write a file for each meeting, and return how many."""
    from minutesparse.export.files import meeting_file, write_whole
    from minutesparse.export.rows import meeting_id
    from minutesparse.export.standards import ENDINGS

    count = 0
    for meeting, number in meetings:
        key = meeting_id(meeting, number)
        path = folder / meeting_file(meeting.source.uri, key, ENDINGS[standard])
        try:
            write_whole(path, text(meeting, number=number).encode())
        except OSError as error:
            raise click.FileError(str(path), error.strerror) from error
        count += 1
    return count
