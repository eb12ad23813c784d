"""What the clauses behind one tell of it: odds, outlooks, and an item that is heard again."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.attribute.weighing import WeighingJudge
from minutesparse.attribute.weighing.labels import LABELS
from minutesparse.attribute.weighing.prospects import (
    Prospects,
    odds_of,
    outlooks,
    shipped_prospects,
)
from minutesparse.pipeline import Parser
from minutesparse.weights import ALWAYS, Weights

_LABELS = tuple(LABELS)
_NOTHING = [0] * len(_LABELS)
_PAGE = "Agenda item\n\nGrounds\n\nMinutes:\n\n{}\n"
_SAID = "Cllr Ash asked if the pond was safe. The Warden said that it was."
sums = st.lists(st.integers(-9000, 9000), min_size=len(_LABELS), max_size=len(_LABELS))


def _towards(label: str, weight: int = 900) -> list[int]:
    return [weight * (one == label) for one in _LABELS]


def _own() -> dict[str, list[int]]:
    """Return rows by which each label's own likelihood speaks for it alone."""
    return {f"own={label}": _towards(label, 100) for label in _LABELS} | {
        ALWAYS: _NOTHING,
        "last": _NOTHING,
    }


@given(sums)
def test_odds_sum_to_one_and_keep_the_order_of_the_sums(told: list[int]) -> None:
    odds = odds_of(told)
    assert math.isclose(sum(odds), 1)
    assert odds.index(max(odds)) == told.index(max(told))


@given(st.lists(sums, max_size=6))
def test_an_outlook_is_the_next_clause_and_the_mean_of_all_that_follow(
    told: list[list[int]],
) -> None:
    odds = [odds_of(one) for one in told]
    found = outlooks(odds)
    assert len(found) == len(odds)
    for place, outlook in enumerate(found):
        behind = odds[place + 1 :]
        if outlook is None:
            assert not behind
            continue
        after, rest = outlook
        means = [sum(column) / len(behind) for column in zip(*behind, strict=True)]
        assert after == behind[0]
        assert rest == pytest.approx(means)


def test_the_likelihood_of_a_clause_alone_decides_where_nothing_else_weighs() -> None:
    prospects = Prospects(_own(), _LABELS)
    odds = odds_of(_towards("comment"))
    assert _LABELS[prospects.best(odds, None)] == "comment"
    assert _LABELS[prospects.best(odds, (odds_of(_towards("question")),) * 2)] == "comment"


def test_what_follows_a_clause_can_change_what_it_is() -> None:
    weights = Weights(_LABELS, {f"rules={one}": _towards(one) for one in _LABELS})
    lead_in = _own() | {"next=answer>": _towards("procedural", 2000)}
    assert _kinds(WeighingJudge(weights)) == ["question", "answer"]
    assert _kinds(WeighingJudge(weights, Prospects(_own(), _LABELS))) == ["question", "answer"]
    assert _kinds(WeighingJudge(weights, Prospects(lead_in, _LABELS)))[0] == "procedural"


def test_the_shipped_prospects_hold_that_a_reply_follows_a_question() -> None:
    prospects = shipped_prospects()
    unsure = odds_of(
        [
            max(pair)
            for pair in zip(_towards("question", 200), _towards("presentation", 200), strict=True)
        ]
    )
    reply, report = odds_of(_towards("answer>")), odds_of(_towards("presentation"))
    assert _LABELS[prospects.best(unsure, (reply, reply))] == "question"
    assert _LABELS[prospects.best(unsure, (report, report))] == "presentation"


def _kinds(judge: WeighingJudge) -> list[str]:
    return [one.kind for one in Parser(judge=judge).parse(_PAGE.format(_SAID)).contributions]
