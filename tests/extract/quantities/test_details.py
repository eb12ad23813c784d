from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from minutesparse.extract import quantities
from minutesparse.extract.quantities import (
    Passage,
    Quantity,
    Setting,
    Told,
    find_quantities,
    setting_of,
)
from minutesparse.lexicons import default_lexicon


def find(text: str, context: str = "") -> tuple[Quantity, ...]:
    return find_quantities(Passage(text, context), default_lexicon())


def test_a_change_points_both_ways() -> None:
    first, second = find("Permits fell from 204 to 171.")
    assert first.comparison == ("to", 1)
    assert second.comparison == ("from", 0)
    assert first.direction == second.direction == "down"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Void homes took 37 days to turn round against a target of 28.", "target"),
        ("Performance was at 88.6% against the London average of 91%.", "average"),
        ("There were 22 evictions compared to 31 last year.", "versus"),
        ("Recycling was 51%, down from 52.6%.", "from"),
    ],
)
def test_what_a_figure_is_held_against(text: str, relation: str) -> None:
    first, _ = find(text)
    assert first.comparison == (relation, 1)


def test_figures_of_different_units_are_not_compared() -> None:
    first, second = find("There were 22 evictions against arrears of £4,000.")
    assert first.comparison is None
    assert second.comparison is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Burglary was down by 312.", "down"),
        ("Takings had risen to £41,000.", "up"),
        ("The figure had remained stable at 44%.", "stable"),
        ("The figure was 44%.", None),
        ("More than 40 people came.", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    (quantity,) = find(text)
    assert quantity.direction == direction


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The recycling rate was estimated at 43.5%.", "estimate"),
        ("An overspend of £2m was forecast.", "actual"),
        ("A projected overspend of £2m.", "estimate"),
        ("The target was 95%.", "target"),
        ("The rate was 43.5%.", "actual"),
    ],
)
def test_status(text: str, status: str) -> None:
    (quantity,) = find(text)
    assert quantity.status == status


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The rate for 2021/22 had been 44%.", (2021, 4, 1), (2022, 3, 31)),
        ("There were 12 fires in 2019.", (2019, 1, 1), (2019, 12, 31)),
        ("There were 12 fires in February 2024.", (2024, 2, 1), (2024, 2, 29)),
        ("The balance at 31 March 2024 was £4m.", (2024, 3, 31), (2024, 3, 31)),
    ],
)
def test_period_with_its_days(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    (quantity,) = find(text)
    assert quantity.period is not None
    assert quantity.period.start == datetime.date(*start)
    assert quantity.period.end == datetime.date(*end)
    assert quantity.period.text in text


@pytest.mark.parametrize("words", ["last year", "Q3", "July", "the previous quarter", "2023/29"])
def test_period_without_days_keeps_its_words(words: str) -> None:
    (quantity,) = find(f"There were 12 fires in {words}.")
    assert quantity.period is not None
    assert (quantity.period.start, quantity.period.end) == (None, None)
    assert quantity.period.text == words


def test_a_period_of_another_sentence_is_not_taken() -> None:
    (quantity,) = find("There were 12 fires. The report for 2022/23 was noted.")
    assert quantity.period is None


def test_a_day_that_no_month_has_is_not_made_up() -> None:
    (quantity,) = find("The balance at 31 February 2024 was £4m.")
    assert quantity.period is not None
    assert quantity.period.start is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were 12 fires.", "count"),
        ("Collection was 12%.", "share"),
        ("The cost was £12.", "money"),
        ("It took 12 weeks.", "duration"),
        ("Children aged 12 came.", "age"),
        ("The path was 12 metres long.", "distance"),
        ("1 in 4 homes was damp.", "ratio"),
        ("Missed bins stood at 12 per 1,000.", "rate"),
        ("The site was 12 hectares.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    (quantity,) = find(text)
    assert quantity.kind == kind
    assert quantity.rule.startswith("statistic.")


def test_hard_wrapped_and_widely_spaced_text_reads_the_same() -> None:
    plain = find("The recycling rate was 44.1%   against a   target of   46%.")
    assert [str(quantity.value) for quantity in plain] == ["44.1", "46"]
    assert plain[0].subject == "recycling rate"


def test_text_without_a_number_gives_nothing() -> None:
    assert find("The report was noted.") == ()
    assert find("") == ()


@pytest.mark.parametrize(
    ("page", "currency"),
    [
        ("Cr Lowe asked about the $40 fee. Ratepayers objected.", "AUD"),
        ("A karakia was said. Cr Lowe asked Cr Hill and Cr Dunn about the $40 fee.", "NZD"),
        ("Cr Lowe said that NZTA would pay $40.", "NZD"),
        ("Cr Lowe, Mayor of the Shire, said that the fee was $40.", "AUD"),
        ("Alderman Lowe said that the fee was $40.", "USD"),
        ("Present: Hui Lin, Mana Orr. The Faculty fee was $40 for all Faculty.", "USD"),
        ("Course HST 214. The Provost of the college in Ohio said that the fee was $40.", "USD"),
    ],
)
def test_whose_dollar_a_page_speaks_of(page: str, currency: str) -> None:
    assert setting_of(page, default_lexicon()).money == currency


@pytest.mark.parametrize("ledger", [False, True])
def test_no_rule_takes_a_short_number_that_stands_alone(
    ledger: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quantities, "_is_bare", lambda passage: False)
    setting = Setting(ledger=ledger, told={Decimal(612): Told("count", "count", "ponds")})
    for number in [f"{value:0{width}}" for width in (1, 2, 3) for value in range(10**width)]:
        passage = Passage(number, setting=setting)
        assert find_quantities(passage, default_lexicon()) == (), number
