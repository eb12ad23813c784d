"""The figures are those of the reference scorer, which knows nothing of our records."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import CORPUS, OUTSIDE
from tests.predict import Predictor

from minutesparse.evaluate import Gold, evaluate, gold_files, read_gold
from minutesparse.records import Meeting

REFERENCE = OUTSIDE / "score.py"

pytestmark = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference scorer is not beside this checkout"
)


@pytest.mark.parametrize("folder", [CORPUS, OUTSIDE / "dev"], ids=["corpus", "dev"])
@pytest.mark.parametrize(("noise", "seed"), [(0.0, 0), (0.1, 1), (0.25, 2), (0.25, 3), (0.6, 4)])
def test_every_figure_equals_the_reference(
    folder: Path, noise: float, seed: int, tmp_path: Path
) -> None:
    golds = [read_gold(path) for path in gold_files(folder)]
    meetings = {gold.text: Predictor(gold, noise, seed).meeting() for gold in golds}
    ours = evaluate(folder, parse=meetings.__getitem__)
    assert not ours.failures
    assert json.loads(ours.to_json()) == _reference(folder, golds, meetings, tmp_path)


def test_a_document_without_a_record_counts_as_the_reference_counts_it(tmp_path: Path) -> None:
    def refuse(text: str) -> Meeting:
        raise ValueError(text[:10])

    ours = evaluate(CORPUS, parse=refuse)
    assert len(ours.failures) == len(ours.documents)
    assert json.loads(ours.to_json()) == _reference(CORPUS, [], {}, tmp_path)


def _reference(
    folder: Path, golds: list[Gold], meetings: dict[str, Meeting], records: Path
) -> object:
    for gold in golds:
        record = meetings[gold.text].model_dump_json()
        (records / f"{gold.name}.json").write_text(record, encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(folder), str(records), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
