"""Measures a parser against gold files: minutes with the right records marked inline.

``docs/evaluation.md`` describes the gold format, the measures, and how to read them.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from minutesparse.evaluate.case import Case
from minutesparse.evaluate.gold import Gold, Mark, gold_files, read_gold
from minutesparse.evaluate.measures import MEASURES, score_case
from minutesparse.evaluate.report import Evaluation, Failure, Scores
from minutesparse.evaluate.tally import Slip, Tally
from minutesparse.pipeline import parse as parse_text
from minutesparse.records import Meeting, SourceInfo, Span

__all__ = [
    "MEASURES",
    "Evaluation",
    "Failure",
    "Gold",
    "Mark",
    "Scores",
    "Slip",
    "Tally",
    "evaluate",
    "gold_files",
    "read_gold",
    "score",
]


def score(gold: Gold, meeting: Meeting) -> Scores:
    """Score one parsed document.

    Args:
        gold: The document with its right records.
        meeting: What a parser made of ``gold.text``.
    """
    return Scores(gold.name, score_case(Case(gold, meeting)))


def evaluate(folder: str | Path, *, parse: Callable[[str], Meeting] = parse_text) -> Evaluation:
    """Score a parser on every gold file of a folder.

    Args:
        folder: The folder; its files are read in the order of their names.
        parse: Makes a meeting of a raw text. An error that it raises is kept as a failure.

    Raises:
        GoldError: The folder holds no gold file, or one that is not well-formed.
    """
    documents: list[Scores] = []
    failures: list[Failure] = []
    for path in gold_files(folder):
        gold = read_gold(path)
        try:
            meeting = parse(gold.text)
        except Exception as error:  # whatever a parser does, the others still count
            failures.append(Failure(gold.name, f"{type(error).__name__}: {error}"))
            meeting = _nothing(gold.text)
        documents.append(score(gold, meeting))
    return Evaluation(tuple(documents), tuple(failures))


def _nothing(text: str) -> Meeting:
    """Return a meeting without records, which stands for one that could not be parsed."""
    return Meeting(
        span=Span(start=0, end=len(text)),
        rule="evaluate.failed",
        source=SourceInfo(
            sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), length=len(text)
        ),
        text=text,
    )
