"""The times that a query's words mean."""

from __future__ import annotations

import datetime as dt


def moment(value: str, now: dt.datetime, zone: dt.tzinfo | None = None) -> float:
    """The beginning of the time that `after:value` and `before:value` name, in seconds since the epoch.

    `value` is today, yesterday, a year, a month (2018-04), a day, or a day and time, in ISO 8601; `zone` (None: the
    system's) is for values without an offset. Raises ValueError for anything else.
    """
    return _seconds(_beginning(value, now, zone), zone)


def period(value: str, now: dt.datetime, zone: dt.tzinfo | None = None) -> tuple[float, float]:
    """The year, month or day that `day:value` names, from its beginning to the next one's, in seconds since the epoch.

    Values are those of `moment`, without times. Raises ValueError for anything else.
    """
    if len(value) > len("2018-04-27"):
        raise ValueError(value)
    first = _beginning(value, now, zone).date()
    length = 366 if len(value) == 4 else 31 if len(value) == 7 else 1
    try:
        last = first + dt.timedelta(days=length)
        last = last.replace(month=1, day=1) if length == 366 else last.replace(day=1) if length == 31 else last
    except OverflowError as error:
        raise ValueError(value) from error
    midnight = dt.time()
    return _seconds(dt.datetime.combine(first, midnight), zone), _seconds(dt.datetime.combine(last, midnight), zone)


def _beginning(value: str, now: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    value = value.upper()
    if value in ("TODAY", "YESTERDAY"):
        day = now.astimezone(zone).date() - dt.timedelta(days=value == "YESTERDAY")
        value = day.isoformat()
    elif value.isdecimal() and len(value) == 4:
        value += "-01-01"
    elif len(value) == 7:
        value += "-01"
    return dt.datetime.fromisoformat(value)


def _seconds(start: dt.datetime, zone: dt.tzinfo | None) -> float:
    try:
        return (start if start.tzinfo else start.replace(tzinfo=zone)).timestamp()
    except OverflowError as error:  # the system's calendar need not reach to the years 1 and 9999
        raise ValueError(str(start)) from error
