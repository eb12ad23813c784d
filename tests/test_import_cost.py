"""What is loaded when, and how long the command line takes to say what it can do."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from tests.places import CORPUS

HEAVY = {"spacy", "dateparser", "pydantic", "yaml", "rapidfuzz", "selectolax", "click", "asyncio"}
HEAVY |= {"pyarrow", "pandas", "psycopg", "rich", "multiprocessing", "sqlite3"}
BARE = """
import click

@click.group()
@click.version_option("1")
def main(): "A programme."

for name in ("one", "two", "three", "four", "five"):
    @main.command(name)
    @click.argument("file")
    @click.option("--flag", is_flag=True, help="A flag.")
    def command(file, flag): "A command."

main()
"""
RUNS = 9
DOCUMENT = CORPUS / "fenmarsh-performance-nested-bullets.txt"


def loaded(statement: str) -> set[str]:
    """Return the top-level packages that a statement loads in a fresh interpreter."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    return set(finished.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded("import minutesparse") & HEAVY


def test_the_command_line_loads_click_alone() -> None:
    assert loaded("import minutesparse.cli") & HEAVY == {"click"}


@pytest.mark.parametrize(
    "statement",
    [
        f"import minutesparse as m; m.parse(m.read_file({str(DOCUMENT)!r}))",
        "import minutesparse.evaluate",
        "import minutesparse.export.outline",
    ],
)
def test_spacy_is_loaded_by_its_component_alone(statement: str) -> None:
    assert "spacy" not in loaded(statement)


def test_help_takes_less_than_twice_a_bare_click_program(tmp_path: Path) -> None:
    bare = tmp_path / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(RUNS):
        theirs.append(_seconds([sys.executable, str(bare), "--help"]))
        ours.append(_seconds([sys.executable, "-m", "minutesparse", "--help"]))
    assert median(ours) < 2 * median(theirs), (ours, theirs)


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start
