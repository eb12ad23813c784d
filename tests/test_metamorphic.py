"""The same document in another rendering gives the same records, but for what is truly lost.

``metamorphic.toml`` holds how many records of each type still differ, all documents of the corpus
together. They are ceilings: a test fails when more differ, and ``python -m tests.test_metamorphic``
brings the table down where fewer do.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.differences import differences
from tests.parsed import parsed
from tests.places import CORPUS
from tests.variants import RENDERINGS, Rendering

from minutesparse.evaluate import Gold, read_gold
from minutesparse.pipeline import parse

TABLE = Path(__file__).with_suffix("").with_name("metamorphic.toml")
LOST = {
    "without_labels": frozenset({"item numbers"}),
    "rows_between_pipes": frozenset({"item numbers", "paragraphs"}),
    "rows_of_paragraphs": frozenset({"item numbers"}),
}
every_rendering = pytest.mark.parametrize("rendering", RENDERINGS, ids=lambda made: made.__name__)


@cache
def documents() -> tuple[Gold, ...]:
    return tuple(map(read_gold, sorted(CORPUS.glob("*.gold.xml"))))


@cache
def counted(rendering: Rendering) -> Counter[str]:
    total: Counter[str] = Counter()
    for gold in documents():
        text = rendering(gold)
        if text is not None:
            lost = LOST.get(rendering.__name__, frozenset())
            total += differences(parsed(gold.text), parsed(text), lost)
    return total


@every_rendering
def test_a_rendering_is_another_text_of_some_documents(rendering: Rendering) -> None:
    made = [text for gold in documents() if (text := rendering(gold)) not in (None, gold.text)]
    assert len(made) >= 3


@every_rendering
def test_records_stay_the_same(rendering: Rendering) -> None:
    name = rendering.__name__
    known = Counter(tomllib.loads(TABLE.read_text(encoding="utf-8"))[name])
    found = counted(rendering)
    assert not found - known, f"{name}: more records differ\n{_shown(found, known)}"


def test_a_difference_counts_on_both_sides() -> None:
    page = "Agenda item\n\nTrees\n\nMinutes:\n\nThe Clerk reported that {} elms had died.\n"
    found = differences(parse(page.format(12)), parse(page.format(14)))
    assert +found == Counter(contributions=2, statistics=2)
    assert not +differences(parse(page.format(12)), parse(page.format(12).replace(" ", "\u00a0")))


def _shown(found: Counter[str], known: Counter[str]) -> str:
    rows = [f"{name:16} {found[name]:4} (table {known[name]})" for name in sorted(found | known)]
    return "\n".join(rows)


def main() -> int:
    """Write the table, no count higher than it was."""
    known = tomllib.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    lines = ["# How many records differ between a document and its renderings.", ""]
    for rendering in RENDERINGS:
        before = Counter(known.get(rendering.__name__, counted(rendering)))
        lines.append(f"[{rendering.__name__}]")
        lines += [f"{name} = {number}" for name, number in (counted(rendering) & before).items()]
        lines.append("")
    TABLE.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
