"""Votes: what was counted, who took which side, and what is no vote."""

from collections.abc import Iterator

import pytest
from tests.extract.decisions.cases import Case, cases

from minutesparse import parse
from minutesparse.records import VoteEvent

ALL = cases("decisions", "votes*.txt")
SIDES = ("for", "against", "abstain", "absent")


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.place, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in ALL])
def test_votes(case: Case) -> None:
    expected = [line for line in case.expected if line != "= nothing"]
    found = [line for vote in parse(case.page).votes for line in _lines(vote)]
    assert found == expected


def _lines(vote: VoteEvent) -> Iterator[str]:
    counts = zip(SIDES, (vote.in_favour, vote.against, vote.abstained), strict=False)
    parts = [f"{side} {count}" for side, count in counts if count is not None]
    parts += ["unanimous"] if vote.unanimous else []
    parts += ["casting"] if vote.casting_vote else []
    yield "= " + ", ".join(parts)
    for side in SIDES:
        names = [one.voter for one in vote.votes if one.option == side]
        if names:
            yield f"+ {side} " + ", ".join(names)
