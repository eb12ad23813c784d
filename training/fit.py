"""Learns the weights that the package ships.

    python -m training.fit clauses|prospects|headings|subjects [--out FILE] [--without BATCH]

A softmax regression over the facts of each clause, of each line that may be a heading, or of each
word around a figure (``docs/learning.md``); for prospects, over how likely the weights of clauses
hold each to be what. Facts that fewer than five documents show are left out,
and whatever may be a name. It needs the extras dev and train.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from minutesparse import weights
from minutesparse.attribute import weighing as clause_weighing
from minutesparse.attribute.weighing.labels import LABELS
from minutesparse.attribute.weighing.prospects import FILE
from minutesparse.evaluate.gold import Gold
from minutesparse.extract.quantities import weighing as subject_weighing
from minutesparse.segment.headings import weighing as heading_weighing
from training.cases import cases
from training.documents import Document, documents
from training.headings import HEADING, TEXT, heading_lessons
from training.lessons import Lesson, examined, lessons_of
from training.prospects import Told, prospects_of
from training.subjects import IN, OUT, subject_lessons

FEWEST_DOCUMENTS = 5
LEAST = 2  # hundredths: a fact that weighs less for every label is left out
_OPPOSITES = 2
_PARTS = 6  # in which the documents are parted to be judged by weights that do not know them
_TRIALS = 4  # the same, to be gone over by them
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = ("name", "speaker", "mover", "seconder", "council", "venue")


Rows = dict[str, list[int]]
"""The weights of each fact, in hundredths, in the order of a table's columns."""


class Table(NamedTuple):
    """A table of weights that can be learned.

    Attributes:
        package: Where the file lies.
        choices: Its columns; of two, which stand in the order of the alphabet, the first alone, as
            the other is its opposite.
        strength: The inverse of how strongly large weights are held down (scikit-learn's C).
        learned: What it is learned from: a document's lessons.
        file: The name of its file.
    """

    package: ModuleType
    choices: tuple[str, ...]
    strength: float
    learned: Callable[[Document], list[Lesson]]
    file: str = weights.FILE

    @property
    def path(self) -> Path:
        """The file that the package ships."""
        return Path(str(self.package.__file__)).with_name(self.file)


CLAUSES = Table(clause_weighing, tuple(LABELS), 0.2, lessons_of)
SUBJECTS = Table(subject_weighing, (IN, OUT), 0.1, subject_lessons)
HEADINGS = Table(heading_weighing, (HEADING, TEXT), 0.2, heading_lessons)
PROSPECTS = CLAUSES._replace(file=FILE)
TABLES = {"clauses": CLAUSES, "prospects": PROSPECTS, "headings": HEADINGS, "subjects": SUBJECTS}


def main() -> None:
    """Fit, and write the file of weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("table", choices=TABLES, help="what is weighed")
    options.add_argument("--out", type=Path, help="the file to write; the package's by default")
    options.add_argument("--without", action="append", default=[], help="a batch to leave out")
    given = options.parse_args()
    table = TABLES[given.table]
    known = [document for document in documents() if document.batch not in given.without]
    rows = prospects(known) if table is PROSPECTS else fit(table, known)
    command = f"python -m training.fit {given.table}"
    remark = f"Learned from {len(known)} documents by {command}; in hundredths."
    columns = table.choices[:1] if len(table.choices) == _OPPOSITES else table.choices
    out = given.out or table.path
    out.write_text(weights.written(columns, rows, remark), encoding="utf-8")


def fit(table: Table, known: Sequence[Document]) -> Rows:
    """Return the weights that some documents teach, by fact."""
    taught = [table.learned(document) for document in known]
    if table is CLAUSES:
        return clauses(known, taught)
    return learned(table, taught, names_in(document.gold for document in known))


def clauses(known: Sequence[Document], taught: Sequence[Sequence[Lesson]]) -> Rows:
    """Return the weights that clauses teach, behind a right past and behind a likely one.

    At work, what stands behind a clause is what the weights have made of it, and they slip. So each
    document is also gone over by weights learned from others, and its clauses are taken down
    behind what those made of the clauses before.

    Args:
        known: The documents.
        taught: The lessons of each, behind a right past.
    """
    told = [lessons_of(*case) for case in cases()]
    names = names_in(document.gold for document in known)
    tried: list[list[Lesson]] = []
    for part in _parted(known, _TRIALS):
        others = [lessons for at, lessons in enumerate(taught) if at not in part]
        rows = learned(CLAUSES, [*others, *told], names)
        judging = weights.Weights(CLAUSES.choices, rows)
        tried += [examined(known[at], judging) for at in sorted(part)]
    return learned(CLAUSES, [*taught, *tried, *told], names)


def _parted(known: Sequence[Document], count: int) -> Iterator[frozenset[int]]:
    """Yield the places of the documents in parts; those of one batch are in one part."""
    batches = sorted({document.batch for document in known})
    for part in range(count):
        held = batches[part::count]
        if held:
            yield frozenset(at for at, one in enumerate(known) if one.batch in held)


def prospects(known: Sequence[Document]) -> Rows:
    """Return what the clauses behind one tell of it, each judged by weights that do not know it."""
    taught = [lessons_of(document) for document in known]
    told: list[tuple[Told, str]] = []
    for part in _parted(known, _PARTS):
        others = [at for at in range(len(known)) if at not in part]
        rows = clauses([known[at] for at in others], [taught[at] for at in others])
        judging = weights.Weights(CLAUSES.choices, rows)
        for at in sorted(part):
            told += prospects_of(taught[at], judging)
    return regression(PROSPECTS, [one for one, _ in told], [label for _, label in told])


def learned(table: Table, taught: Sequence[Sequence[Lesson]], names: frozenset[str]) -> Rows:
    """Return the weights of each fact that enough documents show.

    Args:
        table: What is learned.
        taught: The lessons of each document.
        names: Words of names in small letters: no fact with one of them is learned.
    """
    known = frozenset(_vocabulary(taught, names))
    flat = [lesson for lessons in taught for lesson in lessons]
    shown = [dict.fromkeys(sorted(known & lesson.facts), 1.0) for lesson in flat]
    rows = regression(table, shown, [lesson.label for lesson in flat])
    return {fact: row for fact, row in rows.items() if max(map(abs, row)) >= LEAST}


def regression(table: Table, shown: Sequence[Told], labels: Sequence[str]) -> Rows:
    """Return what each fact weighs for each choice.

    Args:
        table: What is learned.
        shown: The facts of each example, with their values.
        labels: What each example is.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only who fits needs it
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - as above

    facts = sorted({fact for facts in shown for fact in facts})
    columns = {fact: column for column, fact in enumerate(facts)}
    cells = [
        (row, columns[fact], value)
        for row, facts in enumerate(shown)
        for fact, value in facts.items()
    ]
    down, across, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (down, across)), shape=(len(shown), len(columns)))
    model = LogisticRegression(C=table.strength, max_iter=1000)
    model.fit(matrix, labels)
    # Of two choices scikit-learn weighs the second only.
    told = dict(zip(model.classes_, model.coef_, strict=False))
    bases = dict(zip(model.classes_, model.intercept_, strict=False))
    if len(model.classes_) == _OPPOSITES:
        first = model.classes_[0]
        told, bases = {first: -told[first]}, {first: -bases[first]}
    order = [choice for choice in table.choices if choice in told]
    found = {
        fact: [round(weights.SCALE * float(told[choice][column])) for choice in order]
        for fact, column in columns.items()
    }
    base = [round(weights.SCALE * float(bases[choice])) for choice in order]
    found[weights.ALWAYS] = [sum(pair) for pair in zip(base, found[weights.ALWAYS], strict=True)]
    return found


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
