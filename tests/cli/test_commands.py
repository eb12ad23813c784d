"""What the commands print and with which code they end."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.meetings import MEETING
from tests.places import CORPUS, ROOT

import minutesparse.pipeline
from minutesparse import LexiconError, Meeting, MinutesparseError, __version__
from minutesparse.cli import main
from minutesparse.evaluate import MEASURES
from minutesparse.export.schema import schema_text
from minutesparse.pipeline import SEVERAL_MEETINGS

HISTORY = ROOT / "tests" / "read" / "html_pages" / "modern-gov-issue.html"
DOCUMENT = CORPUS / "fenmarsh-performance-nested-bullets.txt"


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(
        main, [str(one) for one in arguments], input=given, prog_name="minutesparse"
    )


def errors(kind: type[MinutesparseError] = MinutesparseError) -> Iterator[type[MinutesparseError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from errors(below)


@pytest.fixture
def parse_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Meeting | Exception], None]:
    """Let every parse end with the given meeting or error."""

    def settle(outcome: Meeting | Exception) -> None:
        def parse(_text: object, **_options: object) -> Meeting:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(minutesparse.pipeline, "parse", parse)

    return settle


def test_parse_prints_the_record_as_json() -> None:
    result = run("parse", DOCUMENT)
    assert (result.exit_code, result.stderr) == (0, "")
    meeting = Meeting.model_validate_json(result.stdout)
    assert meeting.text == DOCUMENT.read_bytes().decode("utf-8")
    assert meeting.source.uri == str(DOCUMENT)


def test_parse_reads_standard_input() -> None:
    result = run("parse", "-", given="Résumé of 3 £5 notes".encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["text"] == "Résumé of 3 £5 notes"


def test_parse_prints_an_outline(parse_to: Callable[[Meeting], None]) -> None:
    parse_to(MEETING)
    result = run("parse", "--format", "text", DOCUMENT)
    assert result.exit_code == 0
    assert "  question  Cllr Orr: Cllr Orr asked how many bins were missed.\n" in result.stdout
    assert "\x1b" not in result.stdout
    assert "unparsed" not in result.stdout


def test_parse_prints_every_meeting_of_a_page_as_json_lines() -> None:
    result = run("parse", "--all", HISTORY)
    assert (result.exit_code, result.stderr) == (0, "")
    days = [Meeting.model_validate_json(line).date for line in result.stdout.splitlines()]
    assert list(map(str, days)) == ["2024-09-25", "2024-06-26"]


def test_parse_prints_the_outline_of_every_meeting() -> None:
    shown = run("parse", "--all", "--format", "text", HISTORY).stdout
    assert re.findall(r"^Meeting  .*", shown, flags=re.M) == [
        "Meeting  Cabinet, 2024-09-25",
        "Meeting  Cabinet, 2024-06-26",
    ]


def test_parse_says_where_one_record_stands_for_several_meetings() -> None:
    result = run("parse", HISTORY)
    [line] = result.stderr.splitlines()
    assert line.startswith(f"minutesparse: {HISTORY}: The page holds 2 meetings;")
    assert "--all" in line
    meeting = Meeting.model_validate_json(result.stdout)
    assert [item.number for item in meeting.items] == ["20", "13"]
    [issue] = [issue for issue in meeting.issues if issue.code == SEVERAL_MEETINGS]
    assert issue.severity == "warning"
    assert meeting.text[issue.span.start : issue.span.end].startswith("13 Budget")


def test_a_page_of_one_meeting_is_one_line_with_all() -> None:
    result = run("parse", "--all", DOCUMENT)
    assert (result.exit_code, result.stderr, len(result.stdout.splitlines())) == (0, "", 1)
    one, alone = json.loads(result.stdout), json.loads(run("parse", DOCUMENT).stdout)
    assert one == alone


def test_explain_puts_the_rule_below_the_record(parse_to: Callable[[Meeting], None]) -> None:
    parse_to(MEETING)
    lines = run("explain", DOCUMENT).stdout.splitlines()
    place = lines.index("    answer  [The Clerk]: The Clerk said about 12 were.")
    assert lines[place + 1].strip() == "test.hand 73-102 'The Clerk said about 12 were.'"
    assert lines[-1] == "unparsed heading  LOXMERE PARISH COUNCIL"


def test_read_prints_the_text() -> None:
    result = run("read", DOCUMENT)
    assert result.exit_code == 0
    assert result.stdout.rstrip("\n") == DOCUMENT.read_text(encoding="utf-8").rstrip("\n")


def test_schema_prints_the_schema() -> None:
    assert run("schema").stdout == schema_text()


def test_version() -> None:
    assert run("--version").stdout == f"minutesparse {__version__}\n"


@pytest.fixture(scope="module")
def golds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every sixteenth gold file of the corpus: its figures are tested elsewhere."""
    folder = tmp_path_factory.mktemp("golds")
    for path in sorted(CORPUS.glob("*.gold.xml"))[::16]:
        shutil.copy(path, folder)
    return folder


def test_evaluate_prints_a_row_a_measure(golds: Path) -> None:
    result = run("evaluate", golds)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [row.split()[0] for row in result.stdout.splitlines()[1:]] == list(MEASURES)


def test_evaluate_prints_json(golds: Path) -> None:
    figures = json.loads(run("evaluate", golds, "--json").stdout)
    assert list(figures) == list(MEASURES)
    both = json.loads(run("evaluate", golds, "--json", "--per-document").stdout)
    assert both["total"] == figures
    assert len(both["documents"]) == len(list(golds.glob("*.gold.xml")))


def test_evaluate_lists_documents_and_slips(golds: Path) -> None:
    plain = run("evaluate", golds).stdout.splitlines()
    told = run("evaluate", golds, "--errors", "1", "--per-document").stdout.splitlines()
    for path in golds.iterdir():
        name = path.name.removesuffix(".gold.xml")
        assert len([line for line in told if line.startswith(f"{name} ")]) == 1
    assert set(plain) <= set(told)


def test_a_floor_that_is_not_reached_ends_with_1(golds: Path) -> None:
    result = run("evaluate", golds, "--min", "items=1.5", "--min", "votes=0")
    assert result.exit_code == 1
    assert result.stdout.startswith("measure")
    [line] = result.stderr.splitlines()
    assert line.startswith("minutesparse: items: ")
    assert line.endswith(" is below 1.5")


def test_a_document_that_cannot_be_parsed_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_parser: object, _text: str) -> Meeting:
        raise ValueError("the sky fell")

    monkeypatch.setattr(minutesparse.pipeline.Parser, "parse", refuse)
    (tmp_path / "bins.gold.xml").write_text("<minutes>Bins</minutes>", encoding="utf-8")
    result = run("evaluate", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == "minutesparse: no records of bins: ValueError: the sky fell\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", str(DOCUMENT), "--format", "xml"],
        ["frobnicate"],
        ["evaluate", str(CORPUS), "--min", "bins=0.5"],
        ["evaluate", str(CORPUS), "--min", "items"],
        ["evaluate", str(CORPUS), "--min", "items=high"],
        ["evaluate", str(CORPUS), "--errors", "-1"],
    ],
)
def test_a_wrong_command_line_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", ["parse", "explain", "read"])
@pytest.mark.parametrize(
    ("content", "code"),
    [(None, 3), (bytes(range(256)), 4), (b"", 5), (b" \n\xc2\xa0\n", 5)],
    ids=["missing", "binary", "empty", "blank"],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    command: str, content: bytes | None, code: int, tmp_path: Path
) -> None:
    path = tmp_path / "minutes"
    if content is not None:
        path.write_bytes(content)
    result = run(command, path)
    assert (result.exit_code, result.stdout) == (code, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("minutesparse: ")
    assert str(path) in line


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = run("parse", tmp_path)
    assert result.exit_code == 3
    assert "a directory" in result.stderr


def test_standard_input_may_be_empty() -> None:
    result = run("parse", "-", given=b"")
    assert result.exit_code == 5
    assert result.stderr.startswith("minutesparse: ")


@pytest.mark.parametrize("kind", list(errors()), ids=lambda kind: kind.__name__)
def test_every_error_ends_with_its_code_and_one_line(
    kind: type[MinutesparseError], parse_to: Callable[[Exception], None]
) -> None:
    parse_to(kind("what was wrong,\n  and what to do."))
    result = run("parse", DOCUMENT)
    assert (result.exit_code, result.stdout) == (kind.exit_code, "")
    assert result.stderr == "minutesparse: what was wrong, and what to do.\n"


def test_no_two_errors_share_a_code() -> None:
    codes = [kind.exit_code for kind in errors()]
    assert len(codes) == len(set(codes))
    assert LexiconError.exit_code in codes
    assert not {0, 2} & set(codes)
