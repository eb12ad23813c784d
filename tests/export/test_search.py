"""Searches find questions with their answers, and say where they stand."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checked_questions import CHECKED, Checked

from minutesparse.errors import ArchiveError, QueryError
from minutesparse.export.query import Query, Term, fts5, parse_query
from minutesparse.export.search import KINDS, MARKS, Hit, search


@pytest.fixture(scope="module")
def database(archive: Path) -> Path:
    return archive / "minutes.db"


def words(hit: Hit) -> str:
    return " ".join(" ".join(part.words.split()) for part in hit.parts)


@pytest.mark.parametrize("checked", CHECKED, ids=lambda checked: checked.query)
def test_a_question_is_found_with_its_answer(checked: Checked, database: Path) -> None:
    best = search(database, checked.query)[0]
    said = {part.kind: " ".join(part.words.split()) for part in reversed(best.parts)}
    assert checked.question in said["question"]
    assert any(checked.answer in " ".join(part.words.split()) for part in best.parts)
    assert best.uri


def test_an_answer_brings_its_question(database: Path) -> None:
    best = search(database, "evictions")[0]
    assert [part.kind for part in best.parts] == ["question", "answer"]
    assert [part.marked is None for part in best.parts] == [True, False]


def test_words_may_be_split_between_question_and_answer(database: Path) -> None:
    best = search(database, "tenants evictions")[0]
    assert "How many tenants" in words(best)
    assert "2 evictions" in words(best)


def test_what_was_found_is_marked(database: Path) -> None:
    part = search(database, "evictions")[0].parts[1]
    assert part.marked
    assert f"{MARKS[0]}evictions{MARKS[1]}" in part.marked
    assert part.marked.replace(MARKS[0], "").replace(MARKS[1], "") == part.words


def test_stems_are_found(database: Path) -> None:
    assert search(database, "eviction")[0].parts == search(database, "evictions")[0].parts


def test_accents_do_not_matter(database: Path) -> None:
    assert [hit.parts[0].id for hit in search(database, "cafe")] == [
        hit.parts[0].id for hit in search(database, "CAFÉ")
    ]


def test_the_best_comes_first_and_the_limit_holds(database: Path) -> None:
    hits = search(database, "bins", limit=4)
    assert len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits == search(database, "bins", limit=20)[:4]


def test_an_exchange_is_one_hit(database: Path) -> None:
    parts = [part.id for hit in search(database, "bins OR bin", limit=200) for part in hit.parts]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_kept_apart(kind: str, database: Path) -> None:
    hits = search(database, "council OR committee OR report OR members OR the", kind=kind)
    assert hits
    for hit in hits:
        assert kind in [part.kind for part in hit.parts]


def test_hits_can_be_narrowed(database: Path) -> None:
    assert all(
        any("Tolley" in (part.speaker or "") for part in hit.parts)
        for hit in search(database, "the", speaker="tolley", limit=50)
    )
    assert search(database, "the", speaker="tolley")
    bodies = {hit.body or "" for hit in search(database, "the", body="audit")}
    assert "Audit and Governance Committee" in bodies
    assert all("Audit" in body for body in bodies)
    dates = [hit.date for hit in search(database, "the", since="2023-01-01", limit=100)]
    assert dates
    assert all(date and date >= "2023-01-01" for date in dates)
    assert search(database, "the", since="2100-01-01") == []
    assert search(database, "the", speaker="100%_") == []


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("foster carers", Query(((Term("foster"),), (Term("carers"),)))),
        ('"foster carers" cost', Query(((Term("foster carers"),), (Term("cost"),)))),
        ("carers -foster", Query(((Term("carers"),),), (Term("foster"),))),
        ("care OR carers home", Query(((Term("care"), Term("carers")), (Term("home"),)))),
        ("recruit*", Query(((Term("recruit", prefix=True),),))),
        ('"unclosed phrase', Query(((Term("unclosed phrase"),),))),
        ("OR bins & (A13/A2)", Query(((Term("bins"),), (Term("A13"),), (Term("A2"),)))),
    ],
)
def test_a_query_is_read_as_typed(text: str, query: Query) -> None:
    assert parse_query(text) == query


@pytest.mark.parametrize("text", ["", "  ", '""', "-bins", "& ( )", "OR"])
def test_a_query_for_nothing_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="nothing to look for"):
        parse_query(text)


def test_unwanted_words_are_quoted() -> None:
    assert fts5(parse_query('a OR "b c" -d* x*')) == '(("a" OR "b c") AND ("x" *)) NOT ("d" *)'


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(codec=None), max_size=30))
def test_no_query_is_an_error_to_the_database(text: str, archive: Path) -> None:
    search(archive / "minutes.db", f"bins {text}")


def test_a_database_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no such file"):
        search(tmp_path / "minutes.db", "bins")
    (tmp_path / "text.db").write_text("no database" * 100, encoding="utf-8")
    with pytest.raises(ArchiveError, match="not a database"):
        search(tmp_path / "text.db", "bins")
    (tmp_path / "other.db").touch()
    with pytest.raises(ArchiveError, match="no archive of minutes"):
        search(tmp_path / "other.db", "bins")


def test_searching_changes_nothing(database: Path) -> None:
    before = database.read_bytes()
    search(database, "bins")
    assert database.read_bytes() == before
    assert not list(database.parent.glob("minutes.db-*"))
