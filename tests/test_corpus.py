"""What holds for every parsed document, and the accuracy that no change may lose."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from tests.parsed import parsed
from tests.places import CORPUS, ROOT, gold_documents
from tests.promises import PROMISES, Promise, everything

from minutesparse.evaluate import MEASURES, Evaluation, evaluate, read_gold
from minutesparse.pipeline import parse
from minutesparse.records import Record

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text(encoding="utf-8"))
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
every_document = pytest.mark.parametrize("path", gold_documents(), ids=lambda path: path.name)


@cache
def text_of(path: Path) -> str:
    return read_gold(path).text


@cache
def scores() -> Evaluation:
    return evaluate(CORPUS)


@every_document
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_record_keeps_its_promises(path: Path, promise: Promise) -> None:
    assert list(promise(text_of(path), parsed(text_of(path)))) == []


@every_document
def test_the_same_text_gives_the_same_bytes(path: Path) -> None:
    text = text_of(path)
    assert parse(text).model_dump_json() == parsed(text_of(path)).model_dump_json()


@every_document
def test_every_rule_is_documented(path: Path) -> None:
    used = {
        record.rule for record in everything(parsed(text_of(path))) if isinstance(record, Record)
    }
    assert {rule for rule in used if f"| `{rule}` |" not in RULES} == set()


def test_every_measure_has_a_floor() -> None:
    assert tuple(FLOORS["f1"]) == MEASURES


@pytest.mark.parametrize("measure", MEASURES)
def test_no_measure_falls_below_its_floor(measure: str) -> None:
    assert not scores().failures
    assert scores().shortfalls({measure: FLOORS["f1"][measure]}) == ()
