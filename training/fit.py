"""Learns the weights that the package ships.

    python -m training.fit [--out FILE] [--without BATCH]

A softmax regression over the facts of each clause (``docs/learning.md``). Facts that fewer than
five documents show are left out, and whatever may be a name. It needs the extras dev and train.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from minutesparse.attribute.weighing import weights
from minutesparse.attribute.weighing.labels import LABELS
from minutesparse.evaluate.gold import Gold
from training.cases import cases
from training.documents import documents
from training.lessons import Lesson, lessons_of

OUT = Path(weights.__file__).with_name(weights.FILE)
FEWEST_DOCUMENTS = 5
STRENGTH = 0.2  # the inverse of how strongly large weights are held down (scikit-learn's C)
LEAST = 2  # hundredths: a fact that weighs less for every label is left out
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = ("name", "speaker", "mover", "seconder", "council", "venue")


def main() -> None:
    """Fit, and write the file of weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=OUT, help="the file to write")
    options.add_argument("--without", action="append", default=[], help="a batch to leave out")
    given = options.parse_args()
    known = [document for document in documents() if document.batch not in given.without]
    taught = [*map(lessons_of, known), *(lessons_of(*told) for told in cases())]
    remark = f"Learned from {len(known)} documents by python -m training.fit; in hundredths."
    rows = fit(taught, names_in(document.gold for document in known))
    given.out.write_text(weights.written(tuple(LABELS), rows, remark), encoding="utf-8")


def fit(taught: Sequence[Sequence[Lesson]], names: frozenset[str]) -> dict[str, list[int]]:
    """Return the weights of each fact, in hundredths, in the order of the labels.

    Args:
        taught: The lessons of each document.
        names: Words of names in small letters: no fact with one of them is learned.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only who fits needs it
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - as above

    columns = {fact: column for column, fact in enumerate(_vocabulary(taught, names))}
    flat = [lesson for lessons in taught for lesson in lessons]
    cells = [
        (row, columns[fact])
        for row, lesson in enumerate(flat)
        for fact in sorted(lesson.facts)
        if fact in columns
    ]
    shape = (len(flat), len(columns))
    matrix = csr_matrix(([1.0] * len(cells), tuple(zip(*cells, strict=True))), shape=shape)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(matrix, [lesson.label for lesson in flat])
    order = [list(model.classes_).index(label) for label in LABELS]
    found = {
        fact: [round(weights.SCALE * float(model.coef_[place, column])) for place in order]
        for fact, column in columns.items()
    }
    base = [round(weights.SCALE * float(model.intercept_[place])) for place in order]
    found[weights.ALWAYS] = [sum(pair) for pair in zip(base, found[weights.ALWAYS], strict=True)]
    return {fact: row for fact, row in found.items() if max(map(abs, row)) >= LEAST}


def names_in(golds: Iterable[Gold]) -> frozenset[str]:
    """Return the words of persons' names, councils and places that no document uses otherwise."""
    named: set[str] = set()
    plain: set[str] = set()
    for gold in golds:
        for mark in gold.marks:
            told = (mark.get(key) or "" for key in _NAMED)
            named.update(word.lower() for words in told for word in _WORD.findall(words))
        plain.update(word for word in _WORD.findall(gold.text) if word.islower())
    return frozenset(named - plain)


def _vocabulary(taught: Sequence[Sequence[Lesson]], names: frozenset[str]) -> list[str]:
    """Return the facts that enough documents show, without names."""
    shown: Counter[str] = Counter()
    for lessons in taught:
        shown.update({fact for lesson in lessons for fact in lesson.facts})
    return sorted(
        fact
        for fact, count in shown.items()
        if count >= FEWEST_DOCUMENTS and names.isdisjoint(_WORD.findall(fact))
    )


if __name__ == "__main__":
    main()
