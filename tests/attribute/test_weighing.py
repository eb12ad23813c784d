"""The weights: how they add up, what they may hold, and what they do to a verdict."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.places import CORPUS, ROOT

from minutesparse.attribute.weighing import RuleJudge, WeighingJudge
from minutesparse.attribute.weighing.labels import LABELS
from minutesparse.evaluate import read_gold
from minutesparse.lexicons import default_lexicon
from minutesparse.naming import name_words
from minutesparse.pipeline import Parser
from minutesparse.weights import Weights, read, shipped, written

_WORD = re.compile(r"[^\W\d_]+")
_PAGE = "Agenda item\n\nGrounds\n\nMinutes:\n\n{}\n"
_LARGEST = 5000
rows = st.dictionaries(
    st.text("abc=", min_size=1, max_size=4),
    st.lists(st.integers(-_LARGEST, _LARGEST), min_size=3, max_size=3),
    max_size=40,
)


@given(rows)
def test_sums_are_those_of_the_rows(table: dict[str, list[int]]) -> None:
    weights = Weights(("one", "two", "three"), table)
    expected = [sum(row[column] for row in table.values()) for column in range(3)]
    assert weights.sums([*table, "no such fact"]) == expected


def test_the_first_of_equals_is_best() -> None:
    weights = Weights(("one", "two"), {"fact": [7, 7], "other": [-3, 2]})
    assert weights.best(["fact"]) == "one"
    assert weights.best(["fact", "other"]) == "two"
    assert weights.best([]) == "one"


@given(rows)
def test_a_file_gives_back_what_was_written(table: dict[str, list[int]]) -> None:
    weights = read(written(("one", "two", "three"), table, "A remark."))
    assert weights.choices == ("one", "two", "three")
    assert {fact: weights.sums([fact]) for fact in weights} == table


def test_the_package_weighs_every_label() -> None:
    weights = shipped("minutesparse.attribute.weighing")
    assert weights.choices == tuple(LABELS)
    assert {f"rules={label}" for label in LABELS} <= set(weights)


def test_no_weight_is_for_a_name() -> None:
    golds = [read_gold(path) for path in sorted(CORPUS.glob("*.gold.xml"))]
    plain = {word for gold in golds for word in _WORD.findall(gold.text) if word.islower()}
    names = {
        word.lower()
        for gold in golds
        for mark in gold.tagged("attendee")
        for word in _WORD.findall(mark.attributes["name"])
        if len(word) > 1  # an initial is a letter, and so is the "w" of "w/o"
    }
    plain |= {word for title in name_words(default_lexicon()).titles for word in title}
    words = {
        word for fact in shipped("minutesparse.attribute.weighing") for word in _WORD.findall(fact)
    }
    assert words & (names - plain) == set()


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (
            "Cllr Ash asked if the pond was safe. The Warden said that it was.",
            ["question", "answer"],
        ),
        (
            "Members queried the cost of the mower.\n\nThe Clerk gave it as £900.",
            ["question", "answer"],
        ),
        ("The Engineer presented the report on the weir.", ["presentation"]),
        ("The Chair welcomed everyone to the meeting.", ["procedural"]),
    ],
)
def test_what_is_plain_stays_what_the_rules_say(said: str, kinds: list[str]) -> None:
    for judge in (RuleJudge(), WeighingJudge()):
        found = Parser(judge=judge).parse(_PAGE.format(said)).contributions
        assert [one.kind for one in found] == kinds


def test_weights_can_overrule_a_rule() -> None:
    said = _PAGE.format("Cllr Ash asked if the pond was safe.")
    to_comment = [1000 * (label == "comment") for label in LABELS]
    judge = WeighingJudge(Weights(tuple(LABELS), {"rules=question": to_comment}))
    (found,) = Parser(judge=judge).parse(said).contributions
    assert (found.kind, found.rule) == ("comment", "weighed.comment")
    assert found.speaker is not None
    assert found.speaker.label == "Cllr Ash"


def test_weights_can_leave_out_what_a_rule_takes() -> None:
    to_skip = [1000 * (label == "skip") for label in LABELS]
    judge = WeighingJudge(Weights(tuple(LABELS), {"rules=question": to_skip}))
    said = _PAGE.format("Cllr Ash asked if the pond was safe.")
    assert list(Parser(judge=judge).parse(said).contributions) == []


@pytest.mark.skipif(not (ROOT / "training").is_dir(), reason="training is not in this distribution")
def test_the_table_says_what_it_was_learned_from() -> None:
    from training.documents import documents  # noqa: PLC0415 - not in every distribution

    path = ROOT / "src" / "minutesparse" / "attribute" / "weighing" / "weights.tsv"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert f"Learned from {len(list(documents()))} documents" in first


def test_who_is_inherited_falls_with_the_rules_reading_of_a_clause() -> None:
    said = _PAGE.format("The Warden presented the report.\n\nThe pond had been low since May.")
    ruled = list(Parser(judge=RuleJudge()).parse(said).contributions)
    assert [one.speaker and one.speaker.label for one in ruled] == ["The Warden", "The Warden"]
    to_comment = [1000 * (label == "comment") for label in LABELS]
    judge = WeighingJudge(Weights(tuple(LABELS), {"rules=presentation": to_comment}))
    stated, other = Parser(judge=judge).parse(said).contributions
    assert stated.speaker is not None
    assert other.speaker is None


def test_what_stands_below_a_name_is_theirs_whatever_it_weighs() -> None:
    page = (
        "1. Apologies\n\nCllr Orr sent hers.\n\n2. Public Question Time\n\n"
        "Mrs Isla Vane, Gimlet Creek\n\n"
        "The bus stop was graded in May and is now worse than it was. When will it be sealed?\n\n"
        "Response\n\nThe Engineer said that it would be in June.\n\n3. Close\n"
    )
    said = Parser().parse(page).items[1].contributions
    assert {one.speaker and one.speaker.label for one in said} == {"Mrs Isla Vane"}
    assert said[0].text.startswith("The bus stop was graded")
