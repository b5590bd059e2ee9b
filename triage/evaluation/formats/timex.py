"""JSON Lines of raw texts with TIMEX3: `{"id", "text", "dct", "timex": [[start, end, type, value], ...]}`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from triage.evaluation.records import first, records
from triage.evaluation.sample import Annotated, Day, Sample
from triage.evaluation.stories import Desk
from triage.model.fact import Span

if TYPE_CHECKING:
    from triage.evaluation.records import Record
    from triage.evaluation.sample import Place
    from triage.evaluation.stories import Placed

NAME = "TIMEX3"

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d{4})")
_DECADE = re.compile(r"(\d{3})X?")
_WEEK = re.compile(r"(\d{4})-W(\d{1,2})(-WE)?")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_MONTHS = {"Q": 3, "H": 6}
_STOPS = " .,;:\n"


def can_read(text: str) -> bool:
    """Whether the first record has time expressions."""
    return "timex" in first(text)


def read(text: str, place: Place) -> Annotated:
    """Each record as a story of its own day. Raises ReadError for a broken line."""
    desk = Desk()
    samples = []
    for number, record in enumerate(records(text, place.name, "text", "timex"), start=1):
        placed = desk.read(str(record.get("id", f"{place.name}#{number}")), record["text"], _own_day(record))
        if placed:
            samples.append(Sample(placed.story, days=tuple(_days(placed, record))))
    return Annotated(place.name, "TIMEX3", samples, desk.notes())


def _own_day(record: Record) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(record.get("dct"))[:10])
    except ValueError:
        return None


def _days(placed: Placed, record: Record) -> list[Day]:
    found = []
    for start, end, sort, value in record["timex"]:
        span = placed.span(start, end)
        if span:
            written = span.of(placed.story.text)
            bare = Span(span.start, span.end - len(written) + len(written.rstrip(_STOPS)))
            found.append(Day(bare, named_days(str(value)) if sort == "DATE" else None))
    return found


def named_days(value: str) -> tuple[str, str] | None:
    """First and last day of a TIMEX3 value, as ISO strings; weeks begin on Mondays. None for one that names no days."""
    try:
        days = _range(value)
    except ValueError:  # the 30th of February
        return None
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _range(value: str) -> tuple[dt.date, dt.date] | None:
    if found := _DAY.fullmatch(value):
        day = dt.date(*map(int, found.groups()))
        return day, day
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _YEAR.fullmatch(value):
        return _months(int(found[1]), 1, 12)
    if found := _DECADE.fullmatch(value):
        return dt.date(int(found[1]) * 10, 1, 1), dt.date(int(found[1]) * 10 + 9, 12, 31)
    if found := _WEEK.fullmatch(value):
        year, week = int(found[1]), int(found[2])
        return dt.date.fromisocalendar(year, week, 6 if found[3] else 1), dt.date.fromisocalendar(year, week, 7)
    if found := _PART.fullmatch(value):
        size = _MONTHS[found[2]]
        return _months(int(found[1]), (int(found[3]) - 1) * size + 1, size)
    return None


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    last = month + count - 1
    return dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
