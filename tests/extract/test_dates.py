"""Dates and times of day as minutes print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import steadily

from minutesparse.extract.dates import day_without_year, find_dates, find_times, first_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, 19th September, 2017 7.00 pm", date(2017, 9, 19)),
        ("held on the 4th day of March 2014", date(2014, 3, 4)),
        ("Wednesday, 22nd. April, 2015", date(2015, 4, 22)),
        ("October 10, 2018", date(2018, 10, 10)),
        ("Held on August 19,2019 in the Community Room", date(2019, 8, 19)),
        ("Meeting: 25/09/2018 - Cabinet", date(2018, 9, 25)),
        ("05.11.2024", date(2024, 11, 5)),
        ("2020-02-29", date(2020, 2, 29)),
        ("HELD ON 12/09/16", date(2016, 9, 12)),
        ("11/13/18", date(2018, 11, 13)),
        ("2nd Augst 2016", date(2016, 8, 2)),
        ("14 th March 2018", date(2018, 3, 14)),
    ],
)
def test_a_date_is_read(text: str, expected: date) -> None:
    found = first_date(text)
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "text",
    ["31/02/2020", "99th March 2020", "minute 206/19", "22/03117/FUL", "we met in May", "1.2.3.4"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7pm", "19:00"),
        ("7.00 pm", "19:00"),
        ("7:00 P.M.", "19:00"),
        ("12.04am", "00:04"),
        ("12 noon", "12:00"),
        ("midday", "12:00"),
        ("19:00", "19:00"),
        ("18.50hrs", "18:50"),
        ("1900 hours", "19:00"),
        ("6.00 o'clock p.m.", "18:00"),
        ("ten minutes past 10 o'clock", "10:00"),
        ("20.15", "20:15"),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: str) -> None:
    assert [found.value for found in find_times(text)] == [expected]


@pytest.mark.parametrize("text", ["25:99", "item 9.75", "£12.345", "25pm", "2018"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert list(find_times(text)) == []


def test_a_time_without_half_may_be_of_the_afternoon() -> None:
    [open_half] = find_times("9.15")
    [closed] = find_times("9.15 am")
    assert (open_half.afternoon(), closed.afternoon()) == ("21:15", "09:15")


def test_a_day_takes_its_year_from_elsewhere() -> None:
    found = day_without_year("met on Tuesday, 7th March in the Hall", 2023)
    assert found is not None
    assert found.value == date(2023, 3, 7)
    assert day_without_year("met on Tuesday in the Hall", 2023) is None


@steadily
@given(st.text(alphabet="0123456789/.: -apmhrsthof March", max_size=40))
def test_any_text_is_searched(text: str) -> None:
    for day in find_dates(text):
        assert 0 <= day.start < day.end <= len(text)
    for hour in find_times(text):
        assert len(hour.value) == 5
