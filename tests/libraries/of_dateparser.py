"""dateparser: its search for dates. It finds moments; their periods are those that it gives when it parses what it found."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING

from tests.libraries.reading import Reader, Reading
from triage.facts.calendar import Period, Unit, containing, days
from triage.model.fact import FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = PACKAGE = "dateparser"
KINDS = (FactKind.DATE,)

_UNITS = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK}


def reader() -> Reader:
    """The search in English, which prefers the past, as news does."""
    search, date = import_module("dateparser.search"), import_module("dateparser.date")

    def read(text: str, today: dt.date) -> Iterator[Reading]:
        base = dt.datetime.combine(today, dt.time(12))
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        parser = date.DateDataParser(languages=["en"], settings=settings)
        at = 0
        for words, moment in search.search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            unit = _UNITS.get(parser.get_date_data(words).period)
            period: Period = containing(unit, moment.date()) if unit else days(moment.date())
            yield Reading(FactKind.DATE, Span(start, at), period.value)

    return read
