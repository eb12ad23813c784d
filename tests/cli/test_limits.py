"""``--limit`` as a value, as an exit code, and as a shell sees it."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.formats.places import MADE

from minutesparse.cli import main
from minutesparse.cli.limits import limit_names, limits_of
from minutesparse.read import Limits

PRINTED = MADE / "wallbrook-motions.libreoffice.pdf"
COMMANDS = ("parse", "explain", "read")
TOO_LOW = ["--limit", "max_pages=1"]


def test_no_option_gives_the_defaults() -> None:
    assert limits_of(()) == Limits()


def test_an_option_changes_one_limit_and_the_last_one_counts() -> None:
    given = ("max_pages=9", "max_bytes=1_000", "convert_seconds=0.5", "max_pages=10")
    assert limits_of(given) == Limits(max_pages=10, max_bytes=1000, convert_seconds=0.5)


def test_every_limit_may_be_given() -> None:
    assert limit_names() == [field.name for field in fields(Limits)]
    for name in limit_names():
        assert getattr(limits_of((f"{name}=7",)), name) == 7


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("max_page=3", "there is no limit 'max_page'; known: max_bytes, "),
        ("=3", "there is no limit ''; known: "),
        ("max_pages", "'max_pages' is not of the form NAME=VALUE with a whole number above 0"),
        ("max_pages=", "'max_pages=' is not of the form"),
        ("max_pages=many", "'max_pages=many' is not of the form"),
        ("max_pages=1.5", "a whole number above 0"),
        ("max_pages=0", "a whole number above 0"),
        ("max_pages=-1", "a whole number above 0"),
        ("convert_seconds=nan", "with a number above 0"),
        ("convert_seconds=inf", "with a number above 0"),
    ],
)
def test_a_wrong_limit_is_refused_with_what_would_be_right(given: str, message: str) -> None:
    with pytest.raises(click.BadParameter) as caught:
        limits_of((given,))
    assert message in caught.value.message


@pytest.mark.parametrize("command", COMMANDS)
def test_a_limit_that_is_exceeded_ends_with_6_and_names_the_option(command: str) -> None:
    result = CliRunner().invoke(main, [command, str(PRINTED), *TOO_LOW])
    assert (result.exit_code, result.stdout) == (6, "")
    [line] = result.stderr.splitlines()
    assert line.startswith(f"minutesparse: {PRINTED}: pages: 2 is above the limit of 1.")
    assert "--limit max_pages=... on the command line" in line


@pytest.mark.parametrize("command", COMMANDS)
def test_a_limit_that_holds_changes_nothing(command: str) -> None:
    plain = CliRunner().invoke(main, [command, str(PRINTED)])
    raised = CliRunner().invoke(main, [command, str(PRINTED), "--limit", "max_pages=2"])
    assert (raised.exit_code, raised.stdout) == (0, plain.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_limit_ends_with_2_and_lists_the_names(command: str) -> None:
    result = CliRunner().invoke(main, [command, str(PRINTED), "--limit", "pages=3"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(name in result.stderr for name in limit_names())


def test_the_help_lists_the_names() -> None:
    shown = CliRunner().invoke(main, ["read", "--help"]).stdout
    assert all(name in shown for name in limit_names())


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "minutesparse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "code"), [("max_pages=2", 0), ("max_pages=1", 6), ("max_pages", 2)]
)
def test_a_shell_sees_the_code_and_no_traceback(given: str, code: int) -> None:
    finished = run("read", PRINTED, "--limit", given)
    assert finished.returncode == code
    assert "Traceback" not in finished.stderr
    assert bool(finished.stdout) == (code == 0)
