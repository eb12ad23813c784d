"""Which words of a sentence are taken for the subject of a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.places import ROOT

from minutesparse import parse
from minutesparse.extract.quantities import Passage, WeighingNamer, find_quantities
from minutesparse.extract.quantities.weighing.choice import chosen
from minutesparse.extract.quantities.weighing.placing import placed
from minutesparse.lexicons import default_lexicon
from minutesparse.pipeline import Parser
from minutesparse.weights import ALWAYS, Weights, shipped

PACKAGE = "minutesparse.extract.quantities.weighing"


def test_likely_words_are_taken_and_unlikely_ones_left() -> None:
    assert chosen([0.1, 0.9, 0.8, 0.05]) == [1, 2]


def test_a_word_beside_a_likely_one_is_taken_sooner_than_one_apart() -> None:
    assert chosen([0.9, 0.36, 0.9]) == [0, 1, 2]
    assert chosen([0.9, 0.1, 0.1, 0.36]) == [0]


def test_of_words_that_are_all_unlikely_the_likeliest_is_taken() -> None:
    assert chosen([0.02, 0.2, 0.01]) == [1]
    assert chosen([]) == []


@pytest.mark.parametrize(
    ("subject", "sentence", "places", "missing"),
    [
        ("time to re-let", "the time to re-let fell to", {1, 2, 3}, ()),
        ("ponds", "ponds and more ponds", {3}, ()),
        ("dry ponds", "ponds in the park were dry", {0, 5}, ()),
        ("4-hour standard", "the 4 hour standard was met", {1, 2, 3}, ()),
        ("Band D charge", "the charge was", {1}, ("Band", "D")),
        ("", "the charge was", set(), ()),
    ],
)
def test_a_subject_is_found_again_by_its_longest_runs(
    subject: str, sentence: str, places: set[int], missing: tuple[str, ...]
) -> None:
    words = sentence.split()
    found = placed(subject, words, range(len(words), 0, -1))
    assert found.places == places
    assert found.missing == missing


def test_no_subject_ends_in_an_auxiliary() -> None:
    passage = Passage("The average wait had fallen to 28 days.")
    weights = {"word=wait": [900], "word=had": [900], "always": [-300]}
    [found] = find_quantities(passage, default_lexicon(), WeighingNamer(Weights(("in",), weights)))
    assert found.subject == "wait"


@given(st.lists(st.floats(0.001, 0.999), max_size=40))
def test_words_are_taken_in_order_and_each_once(likely: list[float]) -> None:
    taken = chosen(likely)
    assert taken == sorted(set(taken))
    assert all(0 <= at < len(likely) for at in taken)


def test_a_subject_is_what_weighs_most() -> None:
    passage = Passage("There were 14 ponds in the park.")
    namer = WeighingNamer(Weights(("in",), {"word=park": [900], "always": [-300]}))
    assert [one.subject for one in find_quantities(passage, default_lexicon(), namer)] == ["park"]


def test_the_rules_name_what_no_word_weighs_enough_for() -> None:
    passage = Passage("There were 14 ponds in the park.")
    namer = WeighingNamer(Weights(("in",), {"always": [-1000]}))
    [found] = find_quantities(passage, default_lexicon(), namer)
    assert found.subject


def test_a_parser_takes_the_namer_that_it_is_given() -> None:
    text = "Agenda item\n\nParks\n\nMinutes:\n\nThe Warden said that 14 ponds were dry.\n"
    namer = WeighingNamer(Weights(("in",), {"word=dry": [900], "always": [-300]}))
    [item] = Parser(namer=namer).parse(text).items
    assert [one.subject for one in item.statistics] == ["dry"]
    assert [one.subject for one in parse(text).items[0].statistics] != ["dry"]


def test_every_weight_is_of_a_group_that_the_docs_tell_of() -> None:
    groups = {fact.split("=")[0].split(".")[0] for fact in shipped(PACKAGE)} - {ALWAYS}
    docs = (ROOT / "docs" / "learning.md").read_text(encoding="utf-8")
    assert {group for group in groups if f"`{group}" not in docs} == set()
