"""Figures over meetings: known series among decoys, and the rules one by one."""

import datetime
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from tests.across.archives import database, texts_of
from tests.across.forty_meetings import KNOWN, Told, make
from tests.casefiles import Case, line_cases
from tests.places import ROOT

from minutesparse.across.figures import Figure
from minutesparse.across.series import Series, all_series, find_series
from minutesparse.across.table import SERIES, series_csv, series_rows
from minutesparse.errors import ArchiveError, QueryError

SEEDS = ROOT.parent / "shared" / "seeds"
LEAST_PRECISION, LEAST_RECALL = 0.99, 0.94
POUNDS = 1_000  # the archive tells sums in thousands


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Told]]:
    folder = tmp_path_factory.mktemp("forty")
    told = make(folder)
    return database(folder, texts_of(folder)), told


def gold(told: list[Told], asked: str, unit: str) -> Counter[tuple[str, Decimal]]:
    factor = POUNDS if unit == "GBP" else 1
    return Counter(
        (one.document, Decimal(one.value * factor)) for one in told if one.asked == asked
    )


def points(found: Series) -> Iterator[tuple[str, Decimal]]:
    for point in found.points:
        assert point.uri
        assert point.value is not None
        yield point.uri, point.value


def test_known_series_are_found_among_decoys(forty: tuple[Path, list[Told]]) -> None:
    path, told = forty
    hits = found = right = 0
    for known in KNOWN:
        of_unit = [one for one in find_series(path, known.asked).series if one.unit == known.unit]
        values = Counter(pair for one in of_unit for pair in points(one))
        expected = gold(told, known.asked, known.unit)
        hits += (values & expected).total()
        found += values.total()
        right += expected.total()
    assert hits / found >= LEAST_PRECISION
    assert hits / right >= LEAST_RECALL


def test_listed_series_do_not_mix_known_ones(forty: tuple[Path, list[Told]]) -> None:
    """Of every two figures that are listed as one series, both are of one known one or of none."""
    path, told = forty
    pairs = mixed = 0
    for one in all_series(path):
        known = Counter(owner(point, told) for point in one.points)
        pairs += known.total() ** 2
        mixed += known.total() ** 2 - sum(number**2 for number in known.values())
    assert pairs > len(told)
    assert mixed / pairs <= 1 - LEAST_PRECISION


def owner(point: Figure, told: list[Told]) -> str:
    """Return the known series that a figure belongs to, by the sentence that gives it."""
    sentence = " ".join(point.sentence.split())
    for one in told:
        if one.document == point.uri and one.sentence.strip("• ") in sentence:
            return one.asked if str(one.value) in point.words.replace(",", "") else ""
    return ""


def test_no_series_has_two_units_or_kinds(forty: tuple[Path, list[Told]]) -> None:
    for one in all_series(forty[0], least=1):
        assert {(point.unit, point.kind) for point in one.points} == {(one.unit, one.kind)}


def test_meetings_are_in_the_order_of_their_days(forty: tuple[Path, list[Told]]) -> None:
    for one in all_series(forty[0]):
        days = [point.date for point in one.points]
        assert days == sorted(days, key=str)


@pytest.mark.parametrize("case", line_cases("levels"))
def test_levels(case: Case, tmp_path: Path) -> None:
    path = database(tmp_path, {"page.txt": f"1. Report\n\nMembers heard this. {case.text}\n"})
    values = [value for one in all_series(path, least=1) for _, value in points(one)]
    assert (", ".join(format(one, "f") for one in values) or "-") == case.expected[0]


def page(council: str, day: str, text: str) -> str:
    return f"{council}\n\nMinutes of the meeting held on {day}\n\n1. Report\n\n{text}\n"


def test_councils_are_apart_and_minutes_without_one_too(tmp_path: Path) -> None:
    texts = {
        "a.txt": page("LOXDALE BOROUGH COUNCIL", "1 March 2020", "There were 12 empty homes."),
        "b.txt": page("Loxdale Borough Council", "1 May 2020", "There were 14 empty homes."),
        "c.txt": page("MARLEY TOWN COUNCIL", "2 March 2020", "There were 90 empty homes."),
    }
    found = find_series(database(tmp_path, texts), "empty homes").series
    assert [[point.value for point in one.points] for one in found] == [[12, 14], [90]]
    del texts["c.txt"]
    texts["d.txt"] = "1. Report\n\nThere were 15 empty homes.\n"
    found = find_series(database(tmp_path / "one", texts), "empty homes").series
    assert [[point.value for point in one.points] for one in found] == [[12, 14, 15]]


def test_a_figure_told_twice_in_one_meeting_is_one_point(tmp_path: Path) -> None:
    text = "There were 12 empty homes. Members noted that there were 12 empty homes."
    path = database(tmp_path, {"a.txt": page("LOXDALE COUNCIL", "1 March 2020", text)})
    [one] = find_series(path, "empty homes").series
    assert [point.value for point in one.points] == [12]


def test_what_is_near_is_named_and_not_counted(tmp_path: Path) -> None:
    text = "There were 12 empty homes. There were 4 empty shops. There were 7 new empty homes."
    path = database(tmp_path, {"a.txt": page("LOXDALE COUNCIL", "1 March 2020", text)})
    found = find_series(path, "number of empty homes")
    assert [point.value for one in found.series for point in one.points] == [12]
    assert found.near == ("new empty homes",)


def test_who_said_it_is_told(tmp_path: Path) -> None:
    text = "Councillor Orr asked about homes. The Head of Housing replied that 12 homes were empty."
    path = database(tmp_path, {"a.txt": page("LOXDALE COUNCIL", "1 March 2020", text)})
    [one] = find_series(path, "empty homes").series
    assert [point.said_by for point in one.points] == ["The Head of Housing"]


@pytest.mark.parametrize("subject", ["", "the", "?", "homes in the"])
def test_a_subject_without_a_noun_is_refused(subject: str, tmp_path: Path) -> None:
    path = database(tmp_path, {"a.txt": "1. Report\n\nNothing.\n"})
    with pytest.raises(QueryError, match="what is counted"):
        find_series(path, subject)


def test_there_must_be_a_database(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        all_series(tmp_path / "minutes.db")


def test_csv_has_a_row_for_every_point(forty: tuple[Path, list[Told]]) -> None:
    found = find_series(forty[0], "rent arrears").series
    rows = list(series_rows(found))
    assert len(rows) == sum(len(one.points) for one in found)
    assert series_csv(found).count("\r\n") == len(rows) + 1
    for row in rows:
        told = dict(zip(SERIES.names(), row, strict=True))
        assert str(told["quote"]) in str(told["sentence"])
        for column in SERIES.columns:
            assert told[column.name] is not None or not column.required


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed pages are not beside this checkout")
def test_the_two_seeds_make_two_series(tmp_path: Path) -> None:
    dates = {
        "thurrock-2020-narrative.txt": datetime.date(2020, 11, 3),
        "thurrock-2022-bulleted.txt": datetime.date(2022, 11, 15),
    }
    path = database(tmp_path, texts_of(SEEDS), dates=dates)
    for asked, values, words in (
        (
            "looked after children",
            [300, 291],
            ["currently 300 looked after children", "291 Looked after Children"],
        ),
        ("children in care", [300, 291], ["300", "291"]),
        ("care leavers", [275, 260], ["275 were Care Leavers", "260 in aftercare"]),
        ("in aftercare", [275, 260], ["275", "260"]),
    ):
        [one] = find_series(path, asked).series
        assert [point.value for point in one.points] == values
        assert one.unit == "count"
        assert [point.date for point in one.points] == ["2020-11-03", "2022-11-15"]
        assert all(part in point.sentence for part, point in zip(words, one.points, strict=True))
