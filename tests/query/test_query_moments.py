"""The times that after: and before: name."""

import datetime as dt

import pytest

from triage.model.query import moment

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
