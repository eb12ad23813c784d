"""The cases of ``tests/cases/attribution`` as documents: facts that the rules hold by heart.

What the rules say of them is what is right (the cases are the tests of the rules), so that it tells
nothing of how far rules are to be trusted: they teach what words and places mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tests.attribute.test_cases import page_of
from tests.casefiles import Case, cases_in

from minutesparse.attribute.weighing import RuleJudge
from minutesparse.evaluate.gold import Gold, Mark
from minutesparse.pipeline import Parser
from minutesparse.records import Contribution
from training.documents import Document


def cases() -> Iterator[list[Document]]:
    """Yield the cases of each file that are right, a document each."""
    for _, of_file in groupby(cases_in("attribution"), lambda case: case.path):
        yield [_document(case) for case in of_file if "xfail" not in case.settings]


def _document(case: Case) -> Document:
    text = page_of(case)
    meeting = Parser(extract=False, judge=RuleJudge()).parse(text)
    marks = [mark for item in meeting.items for one in item.contributions for mark in _marks(one)]
    return Document(Gold(case.where, text, tuple(marks)), "cases", ())


def _marks(said: Contribution, to: str | None = None) -> Iterator[Mark]:
    told = {"id": said.id, "kind": said.kind} | ({"to": to} if to is not None else {})
    yield Mark("c", said.span, told)
    for answer in said.answers:
        yield from _marks(answer, said.id)
