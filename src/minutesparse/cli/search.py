"""``minutesparse search``."""

from __future__ import annotations

import json
import os
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from minutesparse.cli.streams import emit, tell

if TYPE_CHECKING:
    from minutesparse.export.search import Hit, Part

_WIDTH = 96
_LONGEST = 600


@click.command()
@click.argument("db", type=click.Path())
@click.argument("query")
@click.option("--speaker", metavar="WORDS", help="Only what is said by who is called so.")
@click.option("--body", metavar="WORDS", help="Only meetings of the body that is called so.")
@click.option(
    "--kind",
    type=click.Choice(
        ["question", "answer", "comment", "presentation", "procedural", "decision", "figure"]
    ),
    help="Only records of this kind.",
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Only meetings on this day or later."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="The most hits.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def search(
    db: str,
    query: str,
    speaker: str | None,
    body: str | None,
    kind: str | None,
    since: object,
    limit: int,
    as_json: bool,
) -> None:
    """Search an archive's database.

    DB is the minutes.db that "convert --to sqlite" makes. QUERY is words, all of which are wanted;
    "a phrase", -unwanted, one OR another, and begin* work too. A question stands with its answers,
    whichever was found, and each with its place in the source.
    """
    from minutesparse.export.search import search as search_archive

    hits = search_archive(
        db,
        query,
        speaker=speaker,
        body=body,
        kind=kind,
        since=str(since)[:10] if since else None,
        limit=limit,
    )
    if as_json:
        emit(json.dumps([_plain(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        emit("\n\n".join("\n".join(_lines(place, hit)) for place, hit in enumerate(hits, 1)))
    else:
        tell("minutesparse: nothing found.")


def _plain(hit: Hit) -> dict[str, object]:
    told = asdict(hit)
    for part in told["parts"]:
        part["found"] = part.pop("marked") is not None
    return told


def _lines(place: int, hit: Hit) -> Iterator[str]:
    """Yield a hit as lines: where, then who says what and where that stands in the source."""
    where = (hit.council, hit.body, hit.date, _titled(hit))
    yield f"{place}. {' | '.join(filter(None, where))}"
    for part in hit.parts:
        indent = "      " if part.kind == "answer" and part is not hit.parts[0] else "   "
        who = part.speaker or "(not stated)"
        head = part.kind if part.kind in ("decision", "figure") else f"{part.kind}, {who}"
        yield from textwrap.wrap(
            f"{head}: {_shown(part)}", _WIDTH, initial_indent=indent, subsequent_indent=indent
        )
        page = f" page {part.page}," if part.page else ""
        yield f"{indent}[{hit.uri},{page} characters {part.start}-{part.end}]"


def _titled(hit: Hit) -> str:
    return " ".join(filter(None, (hit.item_number, hit.item_title)))


def _shown(part: Part) -> str:
    """Return the words of a part on one line, with what was found in bold on a terminal."""
    from minutesparse.export.search import MARKS

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    words = " ".join((part.marked or part.words).split())
    words = _cut(words, MARKS[0])
    for mark, code in zip(MARKS, ("\x1b[1m", "\x1b[0m"), strict=True):
        words = words.replace(mark, code if colour else "")
    return words


def _cut(words: str, mark: str) -> str:
    """Return long words around the first that was found."""
    if len(words) <= _LONGEST:
        return words
    start = max(0, min(words.find(mark) - _LONGEST // 3, len(words) - _LONGEST))
    start = words.rfind(" ", 0, start) + 1 if start else 0
    end = words.find(" ", start + _LONGEST)
    cut = words[start:] if end < 0 else f"{words[start:end]} ..."
    return f"... {cut}" if start else cut
