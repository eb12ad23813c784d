"""Each measure on small documents: what counts as found, and what does not."""

from pathlib import Path
from typing import Any

import pytest
from tests.places import CORPUS, gold_documents
from tests.predict import Predictor

from minutesparse.evaluate import MEASURES, Gold, Scores, evaluate, read_gold, score
from minutesparse.records import Meeting

PAGE = (
    '<minutes council="Loxmere" start_time="18:30">'
    '<item number="4" title="Bins"><c id="q" kind="question" speaker="Cllr Orr">'
    "Cllr Orr asked how many bins were missed.</c> "
    '<c id="a" kind="answer" speaker="The Clerk" to="q">The Clerk said '
    '<stat value="12" unit="count" subject="missed bins">12</stat> were.</c> '
    '<resolution verb="resolved" mover="Cllr Orr">RESOLVED: '
    '<clause number="1">that it be noted.</clause></resolution> '
    '<vote for="7" against="0">7 for, none against.</vote></item></minutes>'
)


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    path = tmp_path / "bins.gold.xml"
    path.write_text(PAGE, encoding="utf-8")
    return read_gold(path)


def scored(gold: Gold, **changed: Any) -> Scores:
    """Score the right meeting with fields of its only item, or of the meeting, changed."""
    meeting = Predictor(gold).meeting()
    item = meeting.items[0]
    of_item = {name: value for name, value in changed.items() if hasattr(item, name)}
    rest = {name: value for name, value in changed.items() if name not in of_item}
    item = item.model_copy(update=of_item)
    return score(gold, meeting.model_copy(update={"items": (item,), **rest}))


@pytest.mark.parametrize("path", gold_documents(), ids=lambda path: path.name)
def test_the_right_records_score_one_in_every_measure(path: Path) -> None:
    gold = read_gold(path)
    scores = score(gold, Predictor(gold).meeting())
    for measure, tally in scores.tallies.items():
        assert tally.f1 in (1.0, None), (measure, tally)
        assert tally.misses == tally.alarms == ()


def test_the_measures_come_in_their_order(gold: Gold) -> None:
    assert tuple(scored(gold).tallies) == MEASURES


def test_a_detail_that_is_not_stated_is_an_alarm(gold: Gold) -> None:
    tally = scored(gold, venue="Town Hall").tallies["meeting"]
    assert (tally.hits, tally.gold, tally.predicted) == (2, 2, 3)
    assert [slip.label for slip in tally.alarms] == ["venue=Town Hall"]


def test_a_title_must_be_close_and_a_number_the_same(gold: Gold) -> None:
    assert scored(gold, title="The Bins").tallies["items"].hits == 0
    assert scored(gold, number="4.").tallies["items"].hits == 1
    assert scored(gold, number="5").tallies["items"].hits == 0


def test_an_answer_outside_its_question_is_found_but_not_attributed(gold: Gold) -> None:
    [question] = Predictor(gold).meeting().items[0].contributions
    flat = (question.model_copy(update={"answers": ()}), *question.answers)
    tallies = scored(gold, contributions=flat).tallies
    assert tallies["contributions"].f1 == tallies["kinds"].f1 == tallies["speakers"].f1 == 1.0
    assert tallies["replies"].f1 == tallies["attributed"].f1 == 0.5


def test_a_wrong_kind_and_a_wrong_speaker_are_told_apart(gold: Gold) -> None:
    [question] = Predictor(gold).meeting().items[0].contributions
    comment = question.model_copy(update={"kind": "comment"})
    tallies = scored(gold, contributions=(comment,)).tallies
    assert tallies["kinds"].hits == tallies["attributed"].hits == 1
    assert tallies["speakers"].hits == tallies["replies"].hits == 2
    assert tallies["kinds"].misses[0].label.startswith("question: Cllr Orr asked")
    assert tallies["kinds"].alarms[0].label.startswith("comment: Cllr Orr asked")

    nobody = question.model_copy(update={"speaker": None})
    tallies = scored(gold, contributions=(nobody,)).tallies
    assert tallies["kinds"].hits == 2
    assert tallies["speakers"].hits == tallies["attributed"].hits == 1


def test_a_figure_needs_value_and_unit_and_its_subject_counts_apart(gold: Gold) -> None:
    [figure] = Predictor(gold).meeting().items[0].statistics

    def tallies(**fields: object) -> tuple[int, int]:
        found = scored(gold, statistics=(figure.model_copy(update=fields),)).tallies
        return found["statistics"].hits, found["subjects"].hits

    assert tallies(subject="bins missed in May") == (1, 1)
    assert tallies(subject="lorries") == (1, 0)
    assert tallies(value=13) == (0, 0)
    assert tallies(unit="percent") == (0, 0)


def test_a_decision_needs_its_verb_and_its_movers_count_apart(gold: Gold) -> None:
    [decision] = Predictor(gold).meeting().items[0].resolutions
    other = decision.model_copy(update={"verb": "noted", "mover": None})
    tallies = scored(gold, resolutions=(other,)).tallies
    assert tallies["resolutions"].hits == tallies["movers"].hits == 0
    assert tallies["clauses"].hits == tallies["movers"].gold == 1


def test_a_count_that_is_not_stated_spoils_a_vote(gold: Gold) -> None:
    [vote] = Predictor(gold).meeting().items[0].votes
    assert scored(gold, votes=(vote,)).tallies["votes"].hits == 1
    invented = vote.model_copy(update={"abstained": 0})
    assert scored(gold, votes=(invented,)).tallies["votes"].hits == 0


def test_a_parser_that_raises_is_a_failure_and_not_the_end() -> None:
    def parse(text: str) -> Meeting:
        raise RuntimeError("the sky fell")

    evaluation = evaluate(CORPUS, parse=parse)
    assert len(evaluation.failures) == len(evaluation.documents) > 0
    assert evaluation.failures[0].reason == "RuntimeError: the sky fell"
    assert evaluation.total.tallies["items"].recall == 0.0
