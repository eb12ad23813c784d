"""The documentation says what is so: generated parts, examples, commands, links."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.places import CORPUS, ROOT

from minutesparse.cli import main
from minutesparse.errors import MinutesparseError
from minutesparse.evaluate import MEASURES

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
PAGES += [*sorted((ROOT / "docs").glob("*.md")), CORPUS / "README.md"]
PAGES += [ROOT / "tests" / "formats" / "README.md"]
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS = {"minutesparse": main} | {
    f"minutesparse {name}": command for name, command in main.commands.items()
}


def test_what_is_generated_is_up_to_date() -> None:
    """Covers the schema, the references, the score table, and the output of every example."""
    finished = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate"), "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert finished.returncode == 0, (
        f"run: python docs/generate\n{finished.stdout}{finished.stderr}"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"## {name}\n" in CLI
    section = re.split(r"^## ", CLI.partition(f"## {name}\n")[2], flags=re.MULTILINE)[0]
    assert len(section.partition("<!-- begin")[0].strip()) > 20, "the section says nothing itself"
    for parameter in COMMANDS[name].params:
        for word in parameter.opts if isinstance(parameter, click.Option) else ():
            assert word in section


def test_every_option_has_a_help_text() -> None:
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in COMMANDS.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_every_exit_code_is_documented() -> None:
    codes = {0, 1, 2} | {error.exit_code for error in MinutesparseError.__subclasses__()}
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.*?) \|$", CLI, flags=re.MULTILINE)
    assert {int(code) for code, _, _ in rows} == codes
    assert all(meaning for _, meaning, _ in rows)


def test_every_measure_is_described() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    section = page.partition("## The measures\n")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \| .+ \|$", section, flags=re.MULTILINE)) == MEASURES


def test_every_document_of_the_corpus_has_its_provenance() -> None:
    page = (CORPUS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \|", page, flags=re.MULTILINE)
    names = [path.name.removesuffix(".gold.xml") for path in sorted(CORPUS.glob("*.gold.xml"))]
    assert rows == names
    assert sorted(path.stem for path in CORPUS.glob("*.txt")) == names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)(?:#[\w-]*)?\)", text)
    dead = [
        target
        for target in targets
        if not target.startswith("https://") and not (page.parent / target).exists()
    ]
    assert dead == []


def test_the_readme_sets_up_in_two_commands_and_ci_runs_its_checks() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```sh\n(.*?)```", readme, flags=re.DOTALL)
    assert block is not None
    set_up = block[1].splitlines()
    assert len(set_up) == 2
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set_up[1].rpartition("pip ")[2] in ci
    assert "```sh\n./check\n```" in readme
    assert re.search(r"^\./check$", ci, flags=re.MULTILINE)
