"""parsedatetime: its search for dates, which finds moments."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING

from tests.libraries.reading import Reader, Reading
from triage.facts.calendar import days
from triage.model.fact import FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = PACKAGE = "parsedatetime"
KINDS = (FactKind.DATE,)

_A_DAY, _BOTH = 1, 3
"""Its marks for what it found: a day, or a day and a time; 2 is a time alone."""


def reader() -> Reader:
    """The calendar with its own settings."""
    calendar = import_module("parsedatetime").Calendar()

    def read(text: str, today: dt.date) -> Iterator[Reading]:
        for moment, sort, start, end, _ in calendar.nlp(text, dt.datetime.combine(today, dt.time(12))) or ():
            if sort in (_A_DAY, _BOTH):
                yield Reading(FactKind.DATE, Span(start, end), days(moment.date()).value)

    return read
