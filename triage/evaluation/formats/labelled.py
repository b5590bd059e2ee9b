"""JSON Lines of raw texts with labelled spans: `{"id", "text", "spans": [[start, end, label], ...]}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.evaluation.labels import known
from triage.evaluation.records import first, records
from triage.evaluation.sample import Annotated, Sample
from triage.evaluation.spans import mark, settled
from triage.evaluation.stories import Desk

if TYPE_CHECKING:
    from triage.evaluation.labels import Scheme
    from triage.evaluation.records import Record
    from triage.evaluation.sample import Place
    from triage.evaluation.stories import Placed

NAME = "labelled spans"

_OTHERS = {"timex", "attributions", "triples", "event"}
"""Keys of records that are more than labelled spans."""


def can_read(text: str) -> bool:
    """Whether the first record has spans and nothing that another format reads."""
    record = first(text)
    return "spans" in record and not _OTHERS & record.keys()


def read(text: str, place: Place) -> Annotated:
    """Each record as a story. Raises ReadError for a broken line and for unknown labels."""
    found = list(records(text, place.name, "text", "spans"))
    scheme = known((label for record in found for *_, label in record["spans"]), place.name)
    desk = Desk()
    samples = []
    for number, record in enumerate(found, start=1):
        placed = desk.read(str(record.get("id", f"{place.name}#{number}")), record["text"])
        if placed:
            samples.append(_sample(placed, record, scheme))
    return Annotated(place.name, scheme.name, samples, desk.notes())


def _sample(placed: Placed, record: Record, scheme: Scheme) -> Sample:
    marks = []
    for start, end, name in record["spans"]:
        label = scheme.label(name)
        span = placed.span(start, end) if label else None
        if label and span:
            marks.append(mark(placed.story.text, span, label))
    return Sample(placed.story, scheme.kinds(), scheme.inner(), settled(placed.story, marks))
