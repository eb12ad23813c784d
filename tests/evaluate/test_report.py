import json

import pytest

from minutesparse.evaluate import MEASURES, Evaluation, Scores, Slip, Tally

NOTHING = dict.fromkeys(MEASURES, Tally())


def document(name: str, **tallies: Tally) -> Scores:
    return Scores(name, {**NOTHING, **tallies})


@pytest.fixture
def evaluation() -> Evaluation:
    misses = (Slip("one", "4 Bins"), Slip("one", "5 Roads"))
    return Evaluation(
        (
            document("one", items=Tally(2, 4, 2, misses=misses)),
            document("two", items=Tally(1, 1, 2, alarms=(Slip("two", "9 Cats"),))),
        )
    )


def test_the_total_is_of_the_counts_and_no_mean_of_shares(evaluation: Evaluation) -> None:
    items = evaluation.total.tallies["items"]
    assert (items.hits, items.gold, items.predicted) == (3, 5, 4)
    assert items.precision == 0.75
    assert items.recall == 0.6
    assert items.f1 == pytest.approx(2 / 3)


def test_nothing_to_count_is_no_figure() -> None:
    assert Tally().f1 is Tally().precision is Tally().recall is None
    assert Tally(gold=3).f1 == 0.0


def test_the_table_has_a_row_a_measure(evaluation: Evaluation) -> None:
    head, *rows = evaluation.table().splitlines()
    assert head.split() == ["measure", "F1", "prec", "recall", "gold", "found"]
    assert [row.split()[0] for row in rows] == list(MEASURES)
    assert rows[2].split() == ["items", "0.667", "0.750", "0.600", "5", "4"]
    assert rows[0].split() == ["meeting", "-", "-", "-", "0", "0"]


def test_documents_tell_what_they_have(evaluation: Evaluation) -> None:
    assert evaluation.per_document() == "one items=0.67\ntwo items=0.67"


def test_slips_are_listed_up_to_the_limit(evaluation: Evaluation) -> None:
    assert evaluation.misses(0) == ""
    assert evaluation.misses(1) == "items - [one] 4 Bins\nitems + [two] 9 Cats"
    assert len(evaluation.misses(9).splitlines()) == 3


def test_json_has_the_figures(evaluation: Evaluation) -> None:
    figures = json.loads(evaluation.to_json())
    assert list(figures) == list(MEASURES)
    assert figures["items"] == {
        "f1": pytest.approx(2 / 3),
        "precision": 0.75,
        "recall": 0.6,
        "gold": 5,
        "pred": 4,
    }
    by_document = json.loads(evaluation.to_json(per_document=True))
    assert by_document["total"] == figures
    assert by_document["documents"]["one"]["items"]["recall"] == 0.5


def test_a_floor_is_reached_or_named(evaluation: Evaluation) -> None:
    assert evaluation.shortfalls({"items": 0.6}) == ()
    floors = {"items": 0.7, "votes": 0.1}
    assert evaluation.shortfalls(floors) == (
        "items: 0.667 is below 0.7",
        "votes: 0.000 is below 0.1",
    )
