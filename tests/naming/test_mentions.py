"""How speakers are named: the mention that begins a sentence, or at a ``^`` in it."""

from __future__ import annotations

import pytest
from tests.casefiles import Case, line_cases

from minutesparse.lexicons import default_lexicon
from minutesparse.naming import Mention, MentionReader, tokenise

_HERE = "^"


@pytest.mark.parametrize("case", line_cases("mentions"))
def test_mentions(case: Case) -> None:
    start = max(case.text.find(_HERE), 0)
    text = case.text.replace(_HERE, "")
    found = MentionReader(text, tokenise(text, start), default_lexicon()).read(0)
    assert (_written(found),) == case.expected
    assert found is None or " ".join(text[found.start : found.end].split()) == found.label


def _written(mention: Mention | None) -> str:
    """Write a mention as the case files do: ``label | type | name | role``."""
    if mention is None:
        return "-"
    kind = "group" if mention.plural else mention.type
    name, role = (None, None) if mention.plural else (mention.name, mention.role)
    return " | ".join((mention.label, kind, name or "-", role or "-"))
