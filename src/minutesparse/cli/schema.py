"""``minutesparse schema``."""

from __future__ import annotations

import click

from minutesparse.cli.streams import emit


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    from minutesparse.export.schema import schema_text

    emit(schema_text().removesuffix("\n"))
