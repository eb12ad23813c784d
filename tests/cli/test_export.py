"""``minutesparse export``: its values, its exit codes, and the programme as a shell sees it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from tests.places import CORPUS, ROOT

from minutesparse import Meeting, parse, read_file, to_akoma_ntoso, to_oparl, to_popolo
from minutesparse.cli import main
from minutesparse.cli.export import _only, _written

HISTORY = ROOT / "tests" / "read" / "html_pages" / "modern-gov-issue.html"
DOCUMENT = CORPUS / "fenmarsh-performance-nested-bullets.txt"
STANDARDS = ("akoma-ntoso", "popolo", "oparl")
every_standard = pytest.mark.parametrize("standard", STANDARDS)


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(
        main, ["export", *map(str, arguments)], input=given, prog_name="minutesparse"
    )


def numbered(*meetings: Meeting) -> Iterator[tuple[Meeting, int]]:
    return iter([(meeting, number) for number, meeting in enumerate(meetings, 1)])


def shown(meeting: Meeting, *, number: int) -> str:
    return f"{number} {meeting.text}\n"


def test_one_meeting_is_its_text() -> None:
    assert _only(numbered(parse("Bins")), shown) == "1 Bins\n"


def test_several_meetings_need_a_folder() -> None:
    with pytest.raises(click.UsageError, match="--out FOLDER"):
        _only(numbered(parse("Bins"), parse("Salt")), shown)


def test_each_meeting_has_a_file(tmp_path: Path) -> None:
    meetings = numbered(parse("Bins"), parse("Salt"))
    assert _written(meetings, shown, tmp_path / "new", "akoma-ntoso") == 2
    contents = {path.read_text(encoding="utf-8") for path in (tmp_path / "new").glob("*.xml")}
    assert contents == {"1 Bins\n", "2 Salt\n"}


def test_a_document_is_printed() -> None:
    meeting = parse(read_file(DOCUMENT))
    result = run(DOCUMENT, "--to", "akoma-ntoso", "--country", "GB")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == to_akoma_ntoso(meeting, country="gb")


def test_objects_are_printed() -> None:
    meeting = parse(read_file(DOCUMENT))
    assert json.loads(run(DOCUMENT, "--to", "popolo").stdout) == to_popolo(meeting)
    made = to_oparl(meeting, base="https://example.org/")
    given = run(DOCUMENT, "--to", "oparl", "--base", "https://example.org/").stdout
    assert json.loads(given) == made


def test_a_time_zone_gives_moments() -> None:
    given = b"Minutes of the Hall Committee held on 4 May 2021 at 7.00 pm\n\n1. Bins\n\nNoted.\n"
    result = run("-", "--to", "popolo", "--time-zone", "Europe/London", given=given)
    assert json.loads(result.stdout)["events"][0]["start_date"] == "2021-05-04T19:00:00+01:00"


@every_standard
def test_a_page_of_several_meetings_gives_a_file_of_each(standard: str, tmp_path: Path) -> None:
    result = run(HISTORY, DOCUMENT, "--to", standard, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "3 documents\n", "")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    ending = "xml" if standard == "akoma-ntoso" else "json"
    assert [name.rpartition("-")[2] for name in names] == [
        f"1.{ending}",
        f"1.{ending}",
        f"2.{ending}",
    ]


def test_a_second_run_writes_the_same(tmp_path: Path) -> None:
    run(DOCUMENT, "--to", "akoma-ntoso", "--out", tmp_path)
    [first] = tmp_path.iterdir()
    before = first.stat().st_mtime_ns
    run(DOCUMENT, "--to", "akoma-ntoso", "--out", tmp_path)
    assert [first] == list(tmp_path.iterdir())
    assert first.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([DOCUMENT], "Missing option '--to'"),
        (["--to", "popolo"], "Missing argument 'FILE...'"),
        ([DOCUMENT, "--to", "rdf"], "'rdf' is not one of"),
        ([DOCUMENT, "--to", "oparl", "--base", "example.org"], "does not begin with https://"),
        ([DOCUMENT, "--to", "akoma-ntoso", "--country", "gbr"], "is not a code of two letters"),
        ([DOCUMENT, "--to", "popolo", "--time-zone", "Europe/Loxmere"], "there is no time zone"),
        ([DOCUMENT, "--to", "popolo", "--time-zone", "../London"], "there is no time zone"),
        ([DOCUMENT, "--to", "popolo", "--out", DOCUMENT], "is a file"),
        ([HISTORY, "--to", "popolo"], "there are several meetings"),
    ],
)
def test_a_wrong_command_line_ends_with_2(arguments: list[str | Path], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, 3), (bytes(range(256)), 4), (b"", 5)],
    ids=["none", "binary", "empty"],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    content: bytes | None, code: int, tmp_path: Path
) -> None:
    path = tmp_path / "minutes"
    if content is not None:
        path.write_bytes(content)
    result = run(path, "--to", "popolo")
    assert (result.exit_code, result.stdout) == (code, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("minutesparse: ")


def test_a_file_that_cannot_be_read_ends_the_run_and_leaves_what_is_written(tmp_path: Path) -> None:
    result = run(DOCUMENT, tmp_path / "gone", DOCUMENT, "--to", "popolo", "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run(DOCUMENT, "--to", "popolo", "--out", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Could not open file")


@every_standard
def test_two_runs_print_the_same_bytes(standard: str) -> None:
    command = [sys.executable, "-m", "minutesparse", "export", str(DOCUMENT), "--to", standard]
    first, second = (subprocess.run(command, capture_output=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    if standard == "akoma-ntoso":
        assert etree.QName(etree.fromstring(first.stdout)).localname == "akomaNtoso"
    else:
        assert json.loads(first.stdout)
