"""What weights are learned from, and that they learn it."""

from __future__ import annotations

import importlib.util
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.places import ROOT

if not (ROOT / "training").is_dir():
    pytest.skip("training is not in this distribution", allow_module_level=True)

from training.documents import BATCHES, GOLD, READINGS, Document, documents
from training.fit import CLAUSES, SUBJECTS, TABLES, learned, names_in
from training.lessons import lessons_of
from training.readings import readings_of
from training.subjects import subject_lessons

from minutesparse.attribute.weighing.labels import LABELS
from minutesparse.evaluate.gold import Gold, Mark
from minutesparse.records import Span
from minutesparse.weights import Weights

_FEW = 12
_TEXT = (
    "Agenda item\n\nParks\n\nMinutes:\n\nCllr Ash asked if the pond was safe. The Warden said so.\n"
)
needs_sklearn = pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="needs the extra 'train'"
)


def _few() -> list[Document]:
    """Return the first documents of the corpus: those that join the others do not shift them."""
    corpus = {path.name.partition(".")[0] for path in GOLD[0].glob("*.gold.xml")}
    return [one for one in documents() if one.gold.name in corpus][:_FEW]


def _gold() -> Gold:
    asked, told = _TEXT.index("Cllr"), _TEXT.index("The Warden")
    marks = (
        Mark("c", Span(start=asked, end=told - 1), {"id": "1", "kind": "question"}),
        Mark("c", Span(start=told, end=len(_TEXT) - 1), {"id": "2", "kind": "comment"}),
    )
    return Gold("ash", _TEXT, marks)


def test_every_reading_and_batch_is_of_a_document() -> None:
    known = {path.name.split(".")[0] for folder in GOLD for path in folder.glob("*.gold.xml")}
    batches = tomllib.loads(BATCHES.read_text(encoding="utf-8"))
    listed = [name for names in batches.values() for name in names]
    assert len(listed) == len(set(listed))
    assert set(listed) <= known
    assert {path.stem for path in READINGS.glob("*.tsv")} <= set(listed)


def test_readings_lie_in_their_documents() -> None:
    for document in documents():
        ends = [0] + [reading.end for reading in document.readings]
        assert all(one.start < one.end for one in document.readings)
        assert max(ends) <= len(document.gold.text)
        assert {one.label.rstrip(">") for one in document.readings} <= {*LABELS, "answer"}


def test_a_lesson_has_the_label_of_the_marks_whatever_the_rules_say() -> None:
    lessons = lessons_of(Document(_gold(), "new", ()))
    assert [lesson.label for lesson in lessons] == ["question", "comment"]
    assert {"act=ask", "word=asked"} <= lessons[0].facts
    assert any(fact.startswith("after=question") for fact in lessons[1].facts)


def test_the_verdict_is_a_fact_only_where_the_document_was_read_new() -> None:
    gold = _gold()
    without = lessons_of(Document(gold, "new", ()))
    read_new = lessons_of(Document(gold, "new", tuple(readings_of(gold))))
    assert not any(fact.startswith("rules=") for lesson in without for fact in lesson.facts)
    assert "rules=question" in read_new[0].facts
    assert "rules=answer>" in read_new[1].facts


def test_readings_are_what_the_rules_say() -> None:
    assert [one.label for one in readings_of(_gold())] == ["question", "answer>"]


def test_the_command_writes_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pond.gold.xml").write_text(f"<minutes>{_TEXT}</minutes>", encoding="utf-8")
    monkeypatch.setattr("training.documents.READINGS", tmp_path)
    monkeypatch.setattr(sys, "argv", ["readings", str(tmp_path / "pond.gold.xml")])
    monkeypatch.delitem(sys.modules, "training.readings")
    runpy.run_module("training.readings", run_name="__main__")
    rows = (tmp_path / "pond.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[2] for row in rows] == ["question", "answer>"]


def test_a_name_is_a_word_of_names_that_nobody_uses_otherwise() -> None:
    marks = (Mark("attendee", Span(start=0, end=1), {"name": "Cllr Ash Pondwright"}),)
    gold = Gold("one", "The ash by the pond. Cllr Ash Pondwright", marks)
    assert names_in([gold]) == {"cllr", "pondwright"}


@needs_sklearn
def test_what_is_learned_is_right_on_what_it_was_learned_from() -> None:
    some = [one for one in documents() if one.readings][:_FEW]
    taught = [lessons_of(document) for document in some]
    weights = Weights(tuple(LABELS), learned(CLAUSES, taught, names_in(one.gold for one in some)))
    lessons = [lesson for lessons in taught for lesson in lessons]
    right = sum(weights.best(lesson.facts) == lesson.label for lesson in lessons)
    ruled = sum(f"rules={lesson.label}" in lesson.facts for lesson in lessons)
    assert right > ruled
    assert right >= 0.95 * len(lessons)


def test_a_word_is_in_the_marked_subject_where_it_stands_nearest() -> None:
    text = "Agenda item\n\nParks\n\nMinutes:\n\nOf ponds and more ponds, 14 ponds were dry.\n"
    place = text.index("14")
    mark = Mark(
        "stat",
        Span(start=place, end=place + 2),
        {"value": "14", "unit": "count", "subject": "dry ponds"},
    )
    lessons = subject_lessons(Document(Gold("dry", text, (mark,)), "new", ()))
    within = [lesson.facts for lesson in lessons if lesson.label == "in"]
    assert len(lessons) == len("Of ponds and more ponds ponds were dry".split())
    assert [{"word=ponds", "word=dry"} & facts for facts in within] == [
        {"word=ponds"},
        {"word=dry"},
    ]
    assert any(fact.startswith("step=0 R") for fact in within[0])


@needs_sklearn
def test_words_that_are_learned_are_taken() -> None:
    some = _few()
    taught = [subject_lessons(document) for document in some]
    weights = Weights(("in",), learned(SUBJECTS, taught, names_in(one.gold for one in some)))
    lessons = [lesson for lessons in taught for lesson in lessons]
    right = sum((weights.sums(one.facts)[0] > 0) == (one.label == "in") for one in lessons)
    assert right >= 0.9 * len(lessons)


@needs_sklearn
@pytest.mark.parametrize("table", TABLES)
def test_the_command_writes_a_table(table: str, tmp_path: Path) -> None:
    out = tmp_path / "weights.tsv"
    command = [sys.executable, "-m", "training.fit", table, "--out", str(out)]
    batches = tomllib.loads(BATCHES.read_text(encoding="utf-8"))
    without = [word for batch in batches for word in ("--without", batch)]
    done = subprocess.run(
        [*command, *without], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert out.read_text(encoding="utf-8").startswith("# Learned from ")
