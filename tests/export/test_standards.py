"""The text of a standard's file is what its function makes."""

import json

import pytest
from tests.meetings import MEETING

from minutesparse import to_akoma_ntoso, to_oparl, to_popolo
from minutesparse.export.standards import ENDINGS, standard_text


def test_a_document_is_the_text_itself() -> None:
    assert standard_text(MEETING, "akoma-ntoso", number=3, country="ie") == to_akoma_ntoso(
        MEETING, number=3, country="ie"
    )


def test_objects_are_json() -> None:
    assert json.loads(standard_text(MEETING, "popolo", number=3)) == to_popolo(MEETING, number=3)
    base = "https://example.org/"
    made = to_oparl(MEETING, base=base)
    assert json.loads(standard_text(MEETING, "oparl", base=base)) == made


@pytest.mark.parametrize("standard", ENDINGS)
def test_a_file_ends_with_its_line(standard: str) -> None:
    text = standard_text(MEETING, standard)  # type: ignore[arg-type] # - a key of the endings
    assert text.endswith(("}\n", ">\n"))
    assert not text.endswith("\n\n")
