"""``convert``, ``search`` and ``load`` as a shell sees them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.checked_questions import CHECKED
from tests.places import CORPUS

import minutesparse.cli.progress
from minutesparse.batch import FORMATS, Progress
from minutesparse.cli import main
from minutesparse.cli.progress import shown

PROGRAMME = [sys.executable, "-m", "minutesparse"]
GOOD = CORPUS / "harlock-audit-pipes.txt"


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(
        main, [str(one) for one in arguments], input=given, prog_name="minutesparse"
    )


def table(result: Result) -> dict[str, str]:
    rows = (line.rpartition(" ") for line in result.stdout.splitlines())
    return {name.strip(): number for name, _, number in rows}


def test_all_that_worked_is_0(tmp_path: Path) -> None:
    result = run("convert", GOOD, "--out", tmp_path, "--workers", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert table(result)["converted"] == "1"
    assert table(result)["in archive"] == "1"
    assert len(list((tmp_path / "meetings").iterdir())) == 1


def test_some_that_failed_is_9(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").touch()
    result = run("convert", GOOD, tmp_path / "bad.txt", "--out", tmp_path / "out")
    assert result.exit_code == 9
    assert result.stderr.startswith("minutesparse: 1 of 2 files did not work; see ")
    assert f"failed: EmptyDocument: {tmp_path}/bad.txt: the file is empty" in result.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [one["code"] for one in report["failed"]] == ["EmptyDocument"]


@pytest.mark.parametrize("name", ["missing.txt", "missing/*.pdf", "."])
def test_nothing_that_worked_is_10(name: str, tmp_path: Path) -> None:
    result = run("convert", tmp_path / name, "--out", tmp_path / "out", "--base", tmp_path)
    assert result.exit_code == 10
    assert result.stderr.startswith("minutesparse: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_takes_too_long_is_listed(tmp_path: Path) -> None:
    result = run("convert", GOOD, "--out", tmp_path, "--workers", "1", "--timeout", "0.01")
    assert result.exit_code == 10
    assert "failed: TimedOut: " in result.stdout


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\0"])
def test_names_are_read_from_standard_input(separator: str, tmp_path: Path) -> None:
    names = separator.join([str(GOOD), "", str(CORPUS / "loxmere*.txt"), ""])
    result = run("convert", "-", "--out", tmp_path, given=names.encode())
    assert result.exit_code == 0
    assert table(result)["converted"] == "2"


def test_formats_may_be_given_again(tmp_path: Path) -> None:
    wanted = [word for name in FORMATS for word in ("--to", name)]
    assert run("convert", GOOD, "--out", tmp_path, *wanted).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".minutesparse",
        "meetings",
        "meetings.jsonl",
        "metadata.json",
        "minutes.db",
        "report.json",
        "tables",
    ]


def test_the_command_offers_the_formats_that_there_are() -> None:
    [option] = [one for one in main.commands["convert"].params if one.name == "formats"]
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)


def test_prune_and_again_reach_the_archive(tmp_path: Path) -> None:
    other = CORPUS / "loxmere-parish-runin-headings.txt"
    run("convert", GOOD, other, "--out", tmp_path)
    result = run("convert", GOOD, "--out", tmp_path, "--prune", "--again")
    assert table(result)["taken out"] == "1"
    assert table(result)["converted"] == "1"


def test_a_busy_archive_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / ".minutesparse" / "ledger.db"
    path.parent.mkdir()
    path.write_bytes(b"not a ledger" * 100)
    result = run("convert", GOOD, "--out", tmp_path)
    assert result.exit_code == 11
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_terminal_shows_a_bar(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - there is none on Windows

    outer, inner = pty.openpty()
    command = [*PROGRAMME, "convert", str(GOOD), "--out", str(tmp_path), "--workers", "1"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=inner, env=environment):
        os.close(inner)
        shown = b""
        try:
            while part := os.read(outer, 4096):
                shown += part
        except OSError:
            pass  # the other end is closed
    os.close(outer)
    assert "━".encode() in shown
    assert b"1/1" in shown
    assert b"a second" in shown


def test_elsewhere_lines_tell_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(minutesparse.cli.progress, "_EVERY", 0.0)
    with shown() as show:
        show(Progress(total=2_000, done=1_500, failed=3, stage="converting"))
    told = capsys.readouterr().err
    assert told.startswith("converting: 1,500 of 2,000 files, ")
    assert told.endswith(" a second, 3 failed\n")


def test_search_prints_question_and_answer_with_their_places(archive: Path) -> None:
    result = run("search", archive / "minutes.db", CHECKED[0].query, "--limit", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0].startswith("1. ")
    assert "question, (not stated): How many tenants were on notice for arrears." in lines
    assert any(line.startswith("answer, (not stated): 118.") for line in lines)
    assert sum(line.startswith("[castlegate-housing-scrutiny-kpi.txt, char") for line in lines) == 2
    assert "\x1b" not in result.stdout


def test_search_prints_json(archive: Path) -> None:
    result = run("search", archive / "minutes.db", "evictions", "--json")
    [hit] = json.loads(result.stdout)
    assert [part["found"] for part in hit["parts"]] == [False, True]
    assert hit["uri"] == "castlegate-housing-scrutiny-kpi.txt"


def test_every_option_of_search_narrows(archive: Path) -> None:
    found = run("search", archive / "minutes.db", "the", "--limit", "5000", "--json")
    everything = json.loads(found.stdout)
    for option in (
        ["--speaker", "chair"],
        ["--body", "cabinet"],
        ["--kind", "decision"],
        ["--since", "2022-01-01"],
        ["--limit", "5"],
    ):
        result = run("search", archive / "minutes.db", "the", "--json", "--limit", "5000", *option)
        assert 0 < len(json.loads(result.stdout)) < len(everything), option


def test_nothing_found_is_no_error(archive: Path) -> None:
    result = run("search", archive / "minutes.db", "xylophone")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "minutesparse: nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "missing.db", "bins"], 11),
        (["search", "{db}", "  "], 14),
        (["search", "{db}", "bins", "--since", "soon"], 2),
        (["search", "{db}", "bins", "--kind", "joke"], 2),
        (["load", "{db}", "--to", "mysql://x"], 2),
        (["load", "missing.db", "--to", "opensearch:x"], 11),
        (["convert"], 2),
        (["convert", "x", "--out", "y", "--workers", "0"], 2),
        (["convert", "x", "--out", "y", "--timeout", "0"], 2),
        (["convert", "x", "--out", "y", "--to", "xml"], 2),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(
    arguments: list[str], code: int, archive: Path
) -> None:
    result = run(*(one.replace("{db}", str(archive / "minutes.db")) for one in arguments))
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr


def test_a_query_may_not_be_run_as_sql(archive: Path) -> None:
    before = (archive / "minutes.db").read_bytes()
    run("search", archive / "minutes.db", "x'); DROP TABLE meetings; --", "--speaker", "' OR 1=1")
    assert (archive / "minutes.db").read_bytes() == before


def test_load_writes_bulk_files(archive: Path, tmp_path: Path) -> None:
    result = run("load", archive / "minutes.db", "--to", f"opensearch:{tmp_path}")
    assert result.exit_code == 0
    assert result.stdout.endswith(" documents\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bulk-0001.ndjson", "mapping.json"]


def test_a_missing_archive_leaves_no_folder(tmp_path: Path) -> None:
    result = run("load", tmp_path / "missing.db", "--to", f"opensearch:{tmp_path / 'bulk'}")
    assert result.exit_code == 11
    assert not list(tmp_path.iterdir())


def test_a_server_that_is_not_there_is_told_in_one_line(archive: Path, tmp_path: Path) -> None:
    result = run("load", archive / "minutes.db", "--to", f"postgresql:///x?host={tmp_path}")
    assert result.exit_code == 13
    assert len(result.stderr.splitlines()) == 1
