"""JSON Lines of sentences with events: PLOVER's source, action and target, or subjects, verbs and objects of trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.evaluation.records import first, records
from triage.evaluation.sample import Annotated, Sample
from triage.evaluation.stories import from_sentences

if TYPE_CHECKING:
    from triage.evaluation.sample import Place

NAME = "events"


def can_read(text: str) -> bool:
    """Whether the first record has an event or triples."""
    record = first(text)
    return "event" in record or "triples" in record


def read(text: str, place: Place) -> Annotated:
    """Each sentence as a story. Raises ReadError for a broken line."""
    samples = []
    for number, record in enumerate(records(text, place.name, "text"), start=1):
        story, _ = from_sentences(str(record.get("id", f"{place.name}#{number}")), [" ".join(record["text"].split())])
        samples.append(Sample(story, events=len(record["triples"]) if "triples" in record else 1))
    return Annotated(place.name, "events", samples)
