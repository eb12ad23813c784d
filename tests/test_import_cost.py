"""What is loaded when, and how long the command line takes to say what it can do."""

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

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
RUNS = 5
MOST_FOR_IMPORT = 0.15
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


def test_importing_takes_less_than_150_ms_and_than_a_bare_click_program(bare: Path) -> None:
    ours, theirs = _medians(
        [sys.executable, "-c", "import minutesparse"], [sys.executable, str(bare), "--help"]
    )
    assert ours < min(theirs, MOST_FOR_IMPORT), (ours, theirs)


@pytest.mark.parametrize("command", [[], ["parse"], ["convert"]])
def test_help_takes_less_than_twice_a_bare_click_program(bare: Path, command: list[str]) -> None:
    ours, theirs = _medians(
        [sys.executable, "-m", "minutesparse", *command, "--help"],
        [sys.executable, str(bare), "--help"],
    )
    assert ours < 2 * theirs, (ours, theirs)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A programme of five commands that do nothing."""
    path = tmp_path / "bare.py"
    path.write_text(BARE, encoding="utf-8")
    return path


def _medians(ours: list[str], theirs: list[str]) -> tuple[float, float]:
    """Return the seconds of processor time of two commands, run in turn."""
    times = [(_seconds(ours), _seconds(theirs)) for _ in range(RUNS)]
    mine, others = zip(*times, strict=True)
    return median(mine), median(others)


def _seconds(command: list[str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
