"""What commands read and where they write."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutesparse.export.outline import LineKind, OutlineLine
    from minutesparse.read.limits import Limits
    from minutesparse.text import Source

_COLOURS: dict[LineKind, str] = {
    "meeting": "bright_white",
    "attendance": "white",
    "item": "bright_cyan",
    "said": "green",
    "figure": "yellow",
    "decision": "magenta",
    "entry": "blue",
    "issue": "red",
    "residue": "bright_black",
}

file_argument = click.argument("file", type=click.Path(allow_dash=True))


def load(file: str, limits: Limits) -> Source:
    """Read the document that a command was given.

    Args:
        file: A path, or ``-`` for standard input.
        limits: What to refuse.

    Raises:
        MinutesparseError: It cannot be read, or is nothing that a reader takes.
    """
    from minutesparse.read import read

    return read(file, limits=limits)


def emit(text: str) -> None:
    """Write a product to standard output, as UTF-8 wherever that is not a terminal."""
    if sys.stdout.isatty():
        click.echo(text)
    else:
        click.echo(f"{text}\n".encode("utf-8", "surrogatepass"), nl=False)


def tell(message: str) -> None:
    """Write a line for the person at the terminal to standard error."""
    click.echo(message, err=True)


def emit_outline(lines: Iterable[tuple[OutlineLine, str]]) -> None:
    """Write the lines of an outline, coloured where a person looks on.

    Args:
        lines: The lines, each with its text.
    """
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    emit("\n".join(_painted(line, text) if colour else text for line, text in lines))


def _painted(line: OutlineLine, text: str) -> str:
    indent, label = "  " * line.depth, line.label
    rest = text.removeprefix(indent + label)
    return f"{indent}{click.style(label, fg=_COLOURS[line.kind], bold=line.depth == 0)}{rest}"
