"""The command line: the product on standard output, everything else on standard error.

Commands import what they need when they run, so that ``--help`` stays quick.
"""

from __future__ import annotations

from typing import Any

import click

from minutesparse import __version__
from minutesparse.cli.convert import convert
from minutesparse.cli.evaluate import evaluate
from minutesparse.cli.explain import explain
from minutesparse.cli.export import export
from minutesparse.cli.load import load
from minutesparse.cli.parse import parse
from minutesparse.cli.read import read
from minutesparse.cli.schema import schema
from minutesparse.cli.search import search
from minutesparse.cli.series import series
from minutesparse.cli.streams import tell
from minutesparse.errors import MinutesparseError

__all__ = ["main"]


class _House(click.Group):
    """A group whose commands may raise any error of the package."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, turning errors of the package into their exit codes."""
        try:
            return super().invoke(ctx)
        except MinutesparseError as error:
            tell(f"minutesparse: {' '.join(str(error).split())}")
            raise click.exceptions.Exit(error.exit_code) from error


@click.group(cls=_House, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="minutesparse", message="%(prog)s %(version)s")
def main() -> None:
    """Turn raw council minutes into validated, source-anchored records."""


_COMMANDS = (parse, explain, read, export, convert, search, series, load, evaluate, schema)

for command in _COMMANDS:
    main.add_command(command)
