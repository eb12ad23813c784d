"""One document in six formats gives the same records: every difference is counted, by kind."""

from collections import Counter
from pathlib import Path

import pytest
from tests.formats.places import FORMATS, MADE, SAMPLES
from tests.formats.records import apart, records_of

NAMES = sorted(path.stem for path in SAMPLES.glob("*.sample"))
TEXT, *OTHERS = FORMATS
KINDS = (
    "meeting attendance person item contribution statistic motion vote resolution clause "
    "declaration action residue"
).split()


def made(name: str, form: str) -> Path:
    return MADE / f"{name}.{form}"


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_format_gives_the_records_of_the_text(name: str, form: str) -> None:
    different = apart(records_of(made(name, TEXT)), records_of(made(name, form)))
    counts = Counter(kind for kind, _ in different)
    assert counts == {}, "\n".join(" ".join(record) for record in different)


def test_the_samples_have_records_of_every_kind() -> None:
    found = {kind for name in NAMES for kind, _ in records_of(made(name, TEXT))}
    assert found >= {*KINDS}


@pytest.mark.parametrize(
    ("words", "others", "kind"),
    [
        ("Cllr M Beech", "Cllr M Birch", "attendance"),
        ("Cllr Dunning being", "Cllr Dinning being", "resolution"),
        ("28 days", "29 days", "statistic"),
        ("LOST by 4 votes to 2", "LOST by 4 votes to 3", "vote"),
        ("5. Finance", "5. Money", "item"),
        ("1st February 2022", "2nd February 2022", "meeting"),
    ],
)
def test_a_difference_is_counted(words: str, others: str, kind: str, tmp_path: Path) -> None:
    text = made("loxmere-actions", TEXT)
    changed = tmp_path / "changed.txt"
    assert words in text.read_text(encoding="utf-8")
    changed.write_text(text.read_text(encoding="utf-8").replace(words, others), encoding="utf-8")
    assert kind in {kind for kind, _ in apart(records_of(text), records_of(changed))}
