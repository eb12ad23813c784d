"""The people of forty meetings against a roster: nobody is taken for another."""

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest
from tests.across.archives import informed, texts_of
from tests.across.meetings_of_members import Named, make

from minutesparse.across.archive import Informed
from minutesparse.across.roster_files import read_roster
from minutesparse.export.sqlite import write_sqlite

LEAST_RECALL = 0.92
PEOPLE = """
SELECT meetings.uri, people.mentions, councillors.roster_id, people.councillor_match,
       people.candidates
FROM people JOIN meetings ON meetings.id = people.meeting
LEFT JOIN councillors ON councillors.id = people.councillor
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Named], Informed]:
    folder = tmp_path_factory.mktemp("members")
    named = make(folder)
    archive = informed(texts_of(folder), roster=read_roster(folder / "roster.csv"))
    write_sqlite(archive, folder)
    return folder / "minutes.db", named, archive


def resolved(path: Path) -> list[tuple[str, list[str], str | None, str | None, list[str]]]:
    with closing(sqlite3.connect(path)) as base:
        return [
            (uri, json.loads(mentions), who, how, json.loads(candidates))
            for uri, mentions, who, how, candidates in base.execute(PEOPLE)
        ]


def test_nobody_is_taken_for_another(made: tuple[Path, list[Named], Informed]) -> None:
    path, named, _ = made
    right = defaultdict(set)
    for one in named:
        right[one.document, one.label].add(one.who)
    false = [
        (uri, label, who)
        for uri, labels, who, _, _ in resolved(path)
        for label in labels
        if who is not None and right[uri, label] != {who}
    ]
    assert false == []


def test_most_are_found(made: tuple[Path, list[Named], Informed]) -> None:
    path, named, _ = made
    wanted = {(one.document, one.who) for one in named if one.who and "|" not in one.who}
    found = {(uri, who) for uri, _, who, _, _ in resolved(path)}
    assert len(wanted & found) / len(wanted) >= LEAST_RECALL


def test_every_kind_of_match_occurs(made: tuple[Path, list[Named], Informed]) -> None:
    kinds = {how for _, _, _, how, _ in resolved(made[0])}
    assert kinds == {"exact", "alias", "fuzzy", "ambiguous", None}


def test_whom_nobody_can_tell_is_listed(made: tuple[Path, list[Named], Informed]) -> None:
    _, named, archive = made
    undecidable = {(one.document, one.label) for one in named if "|" in one.who}
    listed = {(one.uri, one.name) for one in archive.standing().ambiguous}
    listed |= {(uri, f"Councillor {name}") for uri, name in listed}
    assert undecidable
    assert undecidable <= listed


def test_an_ambiguous_name_has_its_candidates_and_no_councillor(
    made: tuple[Path, list[Named], Informed],
) -> None:
    ambiguous = [row for row in resolved(made[0]) if row[3] == "ambiguous"]
    assert ambiguous
    assert all(who is None and candidates for _, _, who, _, candidates in ambiguous)


def test_a_view_gives_party_and_ward_on_the_day(
    made: tuple[Path, list[Named], Informed],
) -> None:
    query = "SELECT DISTINCT party FROM members WHERE councillor = 'Tom Garrick' AND date {} '2014'"
    with closing(sqlite3.connect(made[0])) as base:
        assert base.execute(query.format("<")).fetchall() == [("Unity",)]
        assert base.execute(query.format(">")).fetchall() == [("Independent",)]
