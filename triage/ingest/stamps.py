"""Dates and times as formats write them, to moments."""

from __future__ import annotations

import datetime as dt
import re

from triage.ingest.cleaning import one_line
from triage.ingest.dates import Moment, first_moment

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)

_SHORT_YEAR = re.compile(r"((?:[A-Za-z]{3}, ?)?\d{1,2}([ -])[^\W\d_]{3}\2)(\d\d)(?=[ T]\d\d:\d\d)")
"""How mail wrote its dates at first, and some wires still do: "12 Mar 24 09:00 EST"."""

_EPOCH = re.compile(r"(1[0-8]\d{8})(?:\d{3})?", re.ASCII)
"""Seconds or milliseconds since the epoch, from 2001 to 2030; from there on they could be hours of the last century."""

_YEARS = 1600, 2199
"""Years of news. Programs write the first day there is, or the last, for no day at all; no calendar can go on from these."""


def stamp(text: str | None) -> Moment | None:
    """The moment that a stamp of any format is: ISO 8601 with or without its marks, or as people and e-mails write it."""
    value = one_line(text[:100]) if text else ""
    seconds = _EPOCH.fullmatch(value)
    if seconds:
        moment = dt.datetime.fromtimestamp(int(seconds[1]), dt.UTC)
        return Moment(moment.date(), moment.timetz(), 0, len(value), False)
    match = _ISO.fullmatch(value)
    if not match:
        return first_moment(_SHORT_YEAR.sub(_with_century, value, count=1))
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        time = dt.time(int(hour), int(minute), int(second or 0), tzinfo=_zone(zone)) if hour else None
    except ValueError:
        return None
    if not _YEARS[0] <= date.year <= _YEARS[1]:
        return None
    return Moment(date, time, 0, len(value), False)


def _with_century(match: re.Match[str]) -> str:
    return f"{match[1]}{'19' if match[3] > '70' else '20'}{match[3]}"


def _zone(written: str | None) -> dt.timezone | None:
    if not written:
        return None
    if written == "Z":
        return dt.UTC
    east = dt.timedelta(hours=int(written[1:3]), minutes=int(written[-2:]) if len(written) > 3 else 0)
    return dt.timezone(-east if written[0] == "-" else east)
