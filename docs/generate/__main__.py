"""Brings every generated part of the documentation up to date.

    python docs/generate           write what has changed
    python docs/generate --check   change nothing; exit 1 and name what is out of date

Generated are the JSON Schema, the reference of the records, the raw texts of the corpus, the
blocks between ``<!-- begin NAME -->`` and ``<!-- end NAME -->``, and in all pages the output
below ``$ command`` in a ``console`` block and below ``>>>`` in a ``python`` block.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click

from examples import run_examples
from minutesparse.cli import main as minutesparse
from minutesparse.evaluate import Evaluation, evaluate, gold_files, read_gold
from minutesparse.evaluate.gold import SUFFIX
from minutesparse.export.schema import schema_text
from reference import (
    arrow_columns,
    column_lists,
    exit_codes,
    record_reference,
    table_list,
    view_list,
)

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
PAGES = ("README.md", "CONTRIBUTING.md", "docs/*.md", "corpus/README.md")
HELP_WIDTH = 80
_BLOCK = re.compile(r"(<!-- begin ([^>]+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the generated files, or check them; return the exit code."""
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    stale = [(path, content) for path, content in generated() if _current(path) != content]
    for path, content in stale:
        print(f"{'out of date' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.write_text(content, encoding="utf-8", newline="")
    return 1 if stale and check else 0


def generated() -> Iterator[tuple[Path, str]]:
    """Yield every file that is generated in whole or in part, with what it should hold."""
    yield ROOT / "docs" / "schema.json", schema_text()
    yield ROOT / "docs" / "records.md", record_reference()
    for gold_file in gold_files(CORPUS):
        name = gold_file.name.removesuffix(SUFFIX)
        yield CORPUS / f"{name}.txt", read_gold(gold_file).text
    for pattern in PAGES:
        for page in sorted(ROOT.glob(pattern)):
            if page.name != "records.md":
                yield page, refreshed(page.read_text(encoding="utf-8"))


def refreshed(page: str) -> str:
    """Return a page with its blocks and the output of its examples as they should be."""
    return run_examples(_BLOCK.sub(_block, page), ROOT)


def _current(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def _block(found: re.Match[str]) -> str:
    kind, _, name = found[2].partition(" ")
    content = BLOCKS[kind](name)
    return f"{found[1]}{_with_its_date(content, found[0])}{found[3]}"


def _with_its_date(content: str, old: str) -> str:
    """Return a block with the date on which it last changed in place of ``{date}``."""
    before, dated, after = content.partition("{date}")
    unchanged = re.search(rf"{re.escape(before)}(\d{{4}}-\d\d-\d\d){re.escape(after)}", old)
    date = unchanged[1] if unchanged else datetime.date.today().isoformat()
    return f"{before}{date}{after}" if dated else content


def command_help(name: str) -> str:
    """Return the help of a command (of the whole programme for no name) as a block of text."""
    command: click.Command = minutesparse
    context = minutesparse.make_context(
        "minutesparse", [], resilient_parsing=True, terminal_width=HELP_WIDTH
    )
    if name:
        command = minutesparse.commands[name]
        context = click.Context(command, parent=context, info_name=name)
    return f"```text\n{command.get_help(context)}\n```\n"


def score_table(_name: str) -> str:
    """Return the figures of the parser on the corpus as a Markdown table."""
    figures = corpus_scores().total.figures()
    rows = [
        f"| {measure} | {_share(row['f1'])} | {_share(row['precision'])} | "
        f"{_share(row['recall'])} | {row['gold']} | {row['pred']} |"
        for measure, row in figures.items()
    ]
    return (
        f"Measured on the {len(corpus_scores().documents)} documents of `corpus/` on {{date}}.\n\n"
        "| measure | F1 | precision | recall | gold | found |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: |\n" + "\n".join(rows) + "\n"
    )


def recipe(name: str) -> str:
    """Return a program of ``docs/recipes`` as a block of Python."""
    program = (ROOT / "docs" / "recipes" / name).read_text(encoding="utf-8")
    return f"```python\n{program}```\n"


@cache
def corpus_scores() -> Evaluation:
    """Return the evaluation of the parser on the corpus."""
    return evaluate(CORPUS)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


BLOCKS: dict[str, Callable[[str], str]] = {
    "help": command_help,
    "scores": score_table,
    "exit-codes": lambda _name: exit_codes(),
    "tables": lambda _name: table_list(),
    "columns": lambda _name: column_lists(),
    "views": lambda _name: view_list(),
    "arrow": lambda _name: arrow_columns(),
    "recipe": recipe,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
