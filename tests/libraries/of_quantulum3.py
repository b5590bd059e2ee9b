"""quantulum3: quantities and sums of money, without its classifier, which only chooses between units of one name."""

from __future__ import annotations

import warnings
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING

from tests.libraries.reading import Reader, Reading
from triage.facts.numbers import plain
from triage.model.fact import FactKind, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

NAME = PACKAGE = "quantulum3"
KINDS = (FactKind.MONEY, FactKind.QUANTITY)


def reader() -> Reader:
    """The parser with its own lists."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = import_module("quantulum3.parser")

    def read(text: str, today: dt.date) -> Iterator[Reading]:
        for one in parser.parse(text):
            number, span = plain(Decimal(str(round(one.value, 9)))), Span(*one.span)
            if one.unit.entity.name == "currency":
                code = getattr(one.unit, "currency_code", None)
                yield Reading(FactKind.MONEY, span, {"amount": number, "currency": code})
            elif one.unit.name != "dimensionless":
                unit = span.of(text).lstrip("0123456789.,/ -").strip()  # as written, as the gold has it
                yield Reading(FactKind.QUANTITY, span, {"number": number, "unit": unit, "modifier": None})

    return read
