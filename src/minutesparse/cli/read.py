"""``minutesparse read``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutesparse.cli.limits import limit_option
from minutesparse.cli.streams import emit, file_argument, load

if TYPE_CHECKING:
    from minutesparse.read.limits import Limits
    from minutesparse.text import Source


@click.command()
@file_argument
@limit_option
def read(file: str, limits: Limits) -> None:
    """Print the text of FILE with its page marks.

    This is the text that every offset counts in. FILE is a path, or - for standard input. Each
    page of a paged document follows a line "[page N]".
    """
    emit(marked(load(file, limits)))


def marked(source: Source) -> str:
    """Return a source's text with a line before every page."""
    if not source.pages:
        return source.text.removesuffix("\n")
    pages = (
        f"[page {page.number}]\n{source.text[page.start : page.end].rstrip()}"
        for page in source.pages
    )
    return "\n".join(pages)
