from decimal import Decimal

import pytest

from minutesparse.evaluate.compare import (
    likeness,
    number,
    plain,
    same_attendee,
    same_detail,
    same_speaker,
)


def test_plain_keeps_words_and_figures_alone() -> None:
    assert plain("  The Chair’s_report – No. 5!\n") == "the chair s report no 5"
    assert plain(None) == plain("") == plain("—") == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cllr Hale", "Councillor Hale", True),
        ("Cllrs Hale and Orr", "Councillors Hale and Orr", True),
        ("the Chair", "The Chair", True),
        ("An officer", "officer", True),
        ("Maeve Keane, Managing Director", "Maeve Keane", True),
        ("Maeve Keane (Director)", "Maeve Keane, Managing Director", True),
        (None, None, True),
        (None, "", True),
        ("Keane, Managing Director", "Keane", False),
        ("Councillor Hale", "Hale", False),
        ("Councillor Hale", None, False),
        ("Theatre Manager", "atre Manager", False),
    ],
)
def test_speakers(one: str | None, other: str | None, same: bool) -> None:
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor D Askew", "D Askew", True),
        ("Cllr. D. Askew", "D Askew", True),
        ("D Askew", "P Askew", False),
        ("Mrs Askew", "Askew", False),
    ],
)
def test_attendees(one: str, other: str, same: bool) -> None:
    assert same_attendee(one, other) is same


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("75.0", Decimal(75)),
        (Decimal("1.2E6"), Decimal(1200000)),
        (0, Decimal(0)),
        ("", None),
        (None, None),
        ("many", "many"),
    ],
)
def test_numbers(value: str | int | Decimal | None, expected: Decimal | str | None) -> None:
    assert number(value) == expected


def test_details_may_carry_seconds() -> None:
    assert same_detail("18:30", "18:30:00")
    assert same_detail("Town Hall, Morland", "TOWN HALL MORLAND")
    assert not same_detail("18:30", "18:30:30")
    assert not same_detail("18:30", "18:31")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("foster carers", "Foster Carers", 1.0),
        ("new new carers", "new carers", 0.8),
        ("carers", "bins", 0.0),
        ("", "", 0.0),
        (None, "bins", 0.0),
    ],
)
def test_likeness(one: str | None, other: str | None, expected: float) -> None:
    assert likeness(one, other) == expected
