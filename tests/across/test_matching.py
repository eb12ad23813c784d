"""Who of the roster a name stands for, on which day."""

import datetime
from pathlib import Path

import pytest
from tests.casefiles import Case, page_cases

from minutesparse.across.matching import Standing, match
from minutesparse.across.names import Name, read_name
from minutesparse.across.roster_files import read_roster
from minutesparse.lexicons import default_lexicon
from minutesparse.naming import bears_members_title, name_words

WORDS = name_words(default_lexicon())


def standing(name: Name) -> Standing:
    if bears_members_title(name.title, WORDS):
        return "member"
    return "titled" if name.title else "untitled"


@pytest.mark.parametrize("case", page_cases("roster"))
def test_matches(case: Case, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(case.text, encoding="utf-8")
    roster = read_roster(tmp_path / "roster.csv")
    names = {one.key: one.name for one in roster.councillors}
    found = []
    for line in case.expected:
        day, label, *_ = line.split(" | ")
        date = None if day == "-" else datetime.date.fromisoformat(day)
        name = read_name(label, WORDS)
        assert name is not None
        came = match(name, standing(name), date, roster)
        who = "; ".join(sorted(names[key] for key in came.councillors))
        found.append(f"{day} | {label} | {came.kind or '-'} | {who or '-'}")
    assert found == list(case.expected)
