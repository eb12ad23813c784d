"""``series``, ``--roster`` and ``--dates``: values, exit codes, and the programme as it runs."""

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.across.archives import database

from minutesparse.cli import main
from minutesparse.cli.series import sparkline

PROGRAMME = [sys.executable, "-m", "minutesparse"]
PAGE = (
    "LOXDALE COUNCIL\n\nCABINET\n\n{day}\n\n1. Homes\n\nThe Head of Housing presented the report. "
    "There were {homes} empty homes. There were {new} new homes. {share}% of homes were let.\n"
)
YEARS = {
    "a.txt": PAGE.format(day="1 March 2020", homes="about 1,210", new=5, share=80),
    "b.txt": PAGE.format(day="1 March 2021", homes="1,180", new=7, share=81),
    "c.txt": PAGE.format(day="", homes="1,150", new=9, share=82),
}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database(tmp_path_factory.mktemp("years"), YEARS)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], prog_name="minutesparse")


@pytest.mark.parametrize(
    ("values", "bars"),
    [([], ""), ([3], ""), ([3, 3], "▁▁"), ([1, 8], "▁█"), ([0, 7, 3, 1], "▁█▄▂"), ([-1, 1], "▁█")],
)
def test_a_sparkline(values: list[int], bars: str) -> None:
    assert sparkline([Decimal(one) for one in values]) == bars


def test_a_series_is_a_table_with_its_words(years: Path) -> None:
    result = run("series", years, "number of empty homes")
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0] == "LOXDALE COUNCIL | empty homes, count: 3 meetings  █▁"
    assert lines[1] == "2020-03-01  ~1,210  The Head of Housing, CABINET"
    assert lines[2] == '"There were about 1,210 empty homes."'
    assert lines[3].startswith("[a.txt, characters ")
    assert [line.split()[:2] for line in lines[4::3]] == [["2021-03-01", "1,180"], ["no", "date"]]
    assert "documents without a date: 1" in result.stderr
    assert "\x1b" not in result.stdout


def test_what_is_near_is_told_on_the_side(years: Path) -> None:
    result = run("series", years, "homes")
    assert "not counted in: " in result.stderr
    assert "empty homes" in result.stderr.split("not counted in: ")[1]


def test_every_unit_is_a_series_of_its_own_and_can_be_chosen(years: Path) -> None:
    every = json.loads(run("series", years, "--json").stdout)
    assert sorted((one["series"], one["unit"]) for one in every) == [
        ("empty homes", "count"),
        ("homes let", "percent"),
        ("new homes", "count"),
    ]
    shares = json.loads(run("series", years, "--json", "--unit", "Percent").stdout)
    assert [one["series"] for one in shares] == ["homes let"]
    assert [point["value"] for point in shares[0]["points"]] == ["80", "81", "82"]


def test_without_a_subject_the_series_are_listed(years: Path) -> None:
    lines = run("series", years).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["3", "3", "3"]
    assert "~1,210 -> 1,150" in next(line for line in lines if "empty homes" in line)
    assert run("series", years, "--least", "4").stdout == ""
    assert len(run("series", years, "--body", "cabinet").stdout.splitlines()) == 3
    assert run("series", years, "--body", "planning").stdout == ""


def test_csv_can_be_read_back(years: Path) -> None:
    result = run("series", years, "empty homes", "--csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [(row["date"], row["value"], row["qualifier"]) for row in rows] == [
        ("2020-03-01", "1210", "about"),
        ("2021-03-01", "1180", ""),
        ("", "1150", ""),
    ]
    for row in rows:
        page = YEARS[row["uri"]]
        assert page[int(row["span_start"]) : int(row["span_end"])] == row["quote"]


def test_nothing_found_is_no_error(years: Path) -> None:
    result = run("series", years, "xylophones")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "minutesparse: nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["series", "missing.db"], 11),
        (["series", "{db}", "the"], 14),
        (["series", "{db}", "homes", "--least", "0"], 2),
        (["series"], 2),
        (["convert", "{db}", "--out", "{out}", "--roster", "gone.csv"], 3),
        (["convert", "{db}", "--out", "{out}", "--roster", "{csv}"], 15),
        (["convert", "{db}", "--out", "{out}", "--dates", "{csv}"], 15),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(
    arguments: list[str], code: int, years: Path, tmp_path: Path
) -> None:
    places = {"{db}": years, "{out}": tmp_path / "out", "{csv}": tmp_path / "colours.csv"}
    (tmp_path / "colours.csv").write_text("colour,size\nred,3\n", encoding="utf-8")
    result = run(*(places.get(one, one) for one in arguments))
    assert (result.exit_code, result.stdout) == (code, "")
    assert len(result.stderr.splitlines()) == (1 if code != 2 else len(result.stderr.splitlines()))
    assert not (tmp_path / "out").exists(), "nothing is begun"


def test_roster_and_dates_reach_the_archive_and_stay_with_it(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("name,party\nAnn Hale,Unity\nRuth Orme,\n", "utf-8")
    (tmp_path / "dates.csv").write_text("file,date\nc.txt,2022-03-01\n", "utf-8")
    said = "Councillor Hale said there were 9 empty homes. Councillor Orm asked why.\n"
    (tmp_path / "c.txt").write_text(f"1. Homes\n\n{said}", "utf-8")
    convert: list[str | Path] = [
        "convert",
        tmp_path / "c.txt",
        "--out",
        tmp_path / "out",
        "--to",
        "sqlite",
    ]
    first = run(*convert, "--roster", tmp_path / "roster.csv", "--dates", tmp_path / "dates.csv")
    assert first.exit_code == 0
    shown = run("series", tmp_path / "out" / "minutes.db", "empty homes").stdout
    assert "2022-03-01  9  Ann Hale" in shown
    assert {"on the roster       1", "  exact             1", "dated by the list   1"} <= set(
        first.stdout.splitlines()
    )
    again = run(*convert)
    assert again.stdout.splitlines()[-6:] == first.stdout.splitlines()[-6:]
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["people"] == {"exact": 1, "none": 1}
    (tmp_path / "roster.csv").write_text("name\nRuth Orme\n", "utf-8")
    run(*convert, "--roster", tmp_path / "roster.csv")
    shown = run("series", tmp_path / "out" / "minutes.db", "empty homes").stdout
    assert "2022-03-01  9  Councillor Hale" in shown


def test_the_programme_prints_utf_8_and_ends_in_order(years: Path) -> None:
    finished = subprocess.run(
        [*PROGRAMME, "series", str(years), "empty homes"], capture_output=True, check=False
    )
    assert finished.returncode == 0
    assert "█▁" in finished.stdout.decode("utf-8")
    broken = subprocess.run([*PROGRAMME, "series", "missing.db"], capture_output=True, check=False)
    assert (broken.returncode, broken.stdout) == (11, b"")
    [line] = broken.stderr.decode().splitlines()
    assert line.startswith("minutesparse: missing.db")
