"""JSON Lines of raw texts with attributions: who is reported to say what, in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.evaluation.records import first, records
from triage.evaluation.sample import Annotated, Attribution, Sample
from triage.evaluation.stories import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.evaluation.records import Record
    from triage.evaluation.sample import Place
    from triage.evaluation.stories import Placed

NAME = "attributions"


def can_read(text: str) -> bool:
    """Whether the first record has attributions."""
    return "attributions" in first(text)


def read(text: str, place: Place) -> Annotated:
    """Each record as a story. Raises ReadError for a broken line."""
    desk = Desk()
    samples = []
    for number, record in enumerate(records(text, place.name, "text", "attributions"), start=1):
        placed = desk.read(str(record.get("id", f"{place.name}#{number}")), record["text"])
        if placed:
            samples.append(Sample(placed.story, quotes=tuple(_attributions(placed, record))))
    return Annotated(place.name, "PolNeAR", samples, desk.notes())


def _attributions(placed: Placed, record: Record) -> Iterator[Attribution]:
    for one in record["attributions"]:
        content = tuple(span for start, end in one["content"] if (span := placed.span(start, end)))
        source = " ".join(record["text"][start:end] for start, end in one["source"])
        if content:
            yield Attribution(content, source or None)
