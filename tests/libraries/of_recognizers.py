"""Microsoft's recognizers-text: dates and periods, sums of money, and measures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tests.libraries.reading import Reader, Reading
from triage.facts.numbers import plain
from triage.model.fact import FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "recognizers-text"
PACKAGE = 'recognizers-text-suite "emoji<2"'
KINDS = (FactKind.DATE, FactKind.MONEY, FactKind.QUANTITY)

_ENGLISH = "en-us"
_CODES = {"Dollar": "USD", "Rupee": "INR", "Pound": "GBP", "Peso": "MXN", "Cent": "USD"}
"""For units that it gives no code."""


def reader() -> Reader:
    """All three recognizers, in English."""
    dates = import_module("recognizers_date_time").recognize_datetime
    units = import_module("recognizers_number_with_unit")

    def read(text: str, today: dt.date) -> Iterator[Reading]:
        for one in dates(text, _ENGLISH, reference=dt.datetime.combine(today, dt.time(12))):
            value = _days(one.type_name, (one.resolution or {}).get("values") or ())
            if value:
                yield Reading(FactKind.DATE, Span(one.start, one.end + 1), value)
        for one in units.recognize_currency(text, _ENGLISH):
            number = _number(one.resolution)
            if number is not None:
                code = one.resolution.get("isoCurrency") or _CODES.get(one.resolution.get("unit", ""))
                yield Reading(FactKind.MONEY, Span(one.start, one.end + 1), {"amount": number, "currency": code})
        for one in (*units.recognize_dimension(text, _ENGLISH), *units.recognize_temperature(text, _ENGLISH)):
            number, span = _number(one.resolution), Span(one.start, one.end + 1)
            if number is not None:
                unit = span.of(text).lstrip("0123456789.,/ -").strip()  # as written, as the gold has it
                yield Reading(FactKind.QUANTITY, span, {"number": number, "unit": unit, "modifier": None})

    return read


def _number(resolution: Mapping[str, Any] | None) -> int | float | None:
    try:
        return plain(Decimal(str((resolution or {}).get("value"))))
    except InvalidOperation:
        return None


def _days(sort: str, values: Any) -> dict[str, str | None] | None:
    """The first reading, which of two is the one in the past; its ends are exclusive. None for times and durations."""
    if not values or not sort.rpartition(".")[2].startswith("date"):
        return None
    first = values[0]
    if first.get("value"):
        day = str(first["value"])[:10]
        return {"start": day, "end": day} if len(day) == 10 and day[:4].isdigit() else None
    start, end = (str(first.get(name) or "")[:10] or None for name in ("start", "end"))
    if end:
        try:
            end = (dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat()
        except ValueError:
            return None
    return {"start": start, "end": end} if start or end else None
