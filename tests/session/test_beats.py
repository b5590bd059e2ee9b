"""Time in equal steps: the hours of a day, and longer times in as many columns as there is room for."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.session.beats import MOST, Step, hours, stretch

BERLIN = ZoneInfo("Europe/Berlin")


def midnight(year: int, month: int, day: int, zone: dt.tzinfo = dt.UTC) -> float:
    return dt.datetime(year, month, day, tzinfo=zone).timestamp()


@pytest.mark.parametrize(("day", "length"), [((2018, 4, 27), 24), ((2018, 3, 25), 23), ((2018, 10, 28), 25)])
def test_a_day_has_as_many_hours_as_the_clock_makes_it(day, length):
    start = midnight(*day, BERLIN)
    end = (dt.datetime(*day, tzinfo=BERLIN) + dt.timedelta(days=1)).timestamp()
    axis = hours(start, end, BERLIN)
    assert len(axis) == length
    assert (axis.labels[0], axis.labels[-1]) == ("00", "23")
    if length == 25:
        assert axis.labels[2:4] == ("02", "02")


def test_each_time_is_counted_in_the_step_that_it_begins_or_is_within():
    start = midnight(2018, 4, 27)
    axis = hours(start, start + 86_400, dt.UTC)
    assert axis.count([start, start + 3599.9, start + 3600, start - 1, start + 86_400]) == (2, 1, *[0] * 22)
    assert (axis.slot(start - 1), axis.slot(start), axis.slot(start + 86_400)) == (None, 0, None)


@pytest.mark.parametrize(
    ("last", "step", "labels"),
    [
        ((2018, 1, 1), Step.DAY, ("1",)),
        ((2018, 1, 31), Step.DAY, tuple(str(day) for day in range(1, 32))),
        ((2018, 2, 1), Step.WEEK, ("1", "8", "15", "22", "29")),
        ((2018, 9, 1), Step.MONTH, ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep")),
        ((2022, 9, 1), Step.YEAR, ("2018", "2019", "2020", "2021", "2022")),
    ],
)
def test_a_longer_time_is_told_in_steps_that_there_are_not_too_many_of(last, step, labels):
    axis = stretch(midnight(2018, 1, 1), midnight(*last), dt.UTC)
    assert (axis.step, axis.labels) == (step, labels)
    assert axis.slot(midnight(*last)) == len(axis) - 1


@given(st.floats(0, 4e9), st.floats(0, 4e9))
def test_no_time_makes_more_columns_than_there_are(first, last):
    axis = stretch(first, last, BERLIN)
    assert 1 <= len(axis) <= MOST
    assert list(axis.edges) == sorted(set(axis.edges))
    assert len(axis.edges) == len(axis) + 1
    assert axis.slot(max(first, last)) == len(axis) - 1
