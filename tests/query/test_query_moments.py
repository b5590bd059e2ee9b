"""The times that after: and before: name."""

import datetime as dt

import pytest

from triage.model.query import span
from triage.model.times import moment, period

NOW = dt.datetime(2018, 4, 27, 23, 30, tzinfo=dt.UTC)
EAST = dt.timezone(dt.timedelta(hours=3))


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("2018", "2018-01-01T00:00+03:00"),
        ("2018-04", "2018-04-01T00:00+03:00"),
        ("2018-04-26", "2018-04-26T00:00+03:00"),
        ("2018-04-26t14:05", "2018-04-26T14:05+03:00"),
        ("2018-04-26T14:05Z", "2018-04-26T14:05+00:00"),
        ("today", "2018-04-28T00:00+03:00"),
        ("Yesterday", "2018-04-27T00:00+03:00"),
    ],
)
def test_names_a_beginning(value: str, start: str) -> None:
    assert moment(value, NOW, EAST) == dt.datetime.fromisoformat(start).timestamp()


@pytest.mark.parametrize("value", ["", "friday", "2018-0", "2018-13", "26.4.2018", "18", "2018-04-31", "0001"])
def test_anything_else_is_an_error(value: str) -> None:
    with pytest.raises(ValueError):
        moment(value, NOW)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2018", "2018-01-01T00:00+03:00", "2019-01-01T00:00+03:00"),
        ("2020", "2020-01-01T00:00+03:00", "2021-01-01T00:00+03:00"),
        ("2018-12", "2018-12-01T00:00+03:00", "2019-01-01T00:00+03:00"),
        ("2018-02", "2018-02-01T00:00+03:00", "2018-03-01T00:00+03:00"),
        ("2018-04-30", "2018-04-30T00:00+03:00", "2018-05-01T00:00+03:00"),
        ("yesterday", "2018-04-27T00:00+03:00", "2018-04-28T00:00+03:00"),
    ],
)
def test_a_period_ends_where_the_next_begins(value: str, start: str, end: str) -> None:
    bounds = tuple(dt.datetime.fromisoformat(one).timestamp() for one in (start, end))
    assert period(value, NOW, EAST) == bounds


@pytest.mark.parametrize("value", ["", "2018-04-27T10:00", "9999", "9999-12-31", "friday", "2018-13"])
def test_what_is_no_period_is_an_error(value: str) -> None:
    with pytest.raises(ValueError):
        period(value, NOW)


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("300", 300, 300),
        (">300", 301, 10**9),
        (">=300", 300, 10**9),
        ("<300", 0, 299),
        ("<=300", 0, 300),
        ("2..4", 2, 4),
    ],
)
def test_a_span_of_words(value: str, least: int, most: int) -> None:
    assert span(value) == (least, most)


@pytest.mark.parametrize("value", ["", ">", "a", "1..", "..2", "<1..2", "1e3", "٣", "9999999999"])
def test_what_is_no_span_is_an_error(value: str) -> None:
    with pytest.raises(ValueError):
        span(value)
