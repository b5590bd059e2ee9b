"""JSON Lines of sentences with events: PLOVER's source, action and target, or subjects, verbs and objects of trees."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from triage.evaluation.records import first, records
from triage.evaluation.sample import Annotated, Deed, Sample
from triage.evaluation.stories import from_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.evaluation.records import Record
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
        samples.append(Sample(story, events=tuple(_triples(record) if "triples" in record else _pairs(record))))
    return Annotated(place.name, "events", samples)


def _pairs(record: Record) -> Iterator[Deed]:
    """Every source with every target; where all are both at once, every two of them."""
    sources, targets, type_ = record["source"], record["target"], str(record["event"]).lower()
    if not targets and len(sources) > 1 and (record["markup"] or "").count("SRC/TAR") > 1:
        yield from (Deed(one, other, type_, mutual=True) for one, other in combinations(sources, 2))
    else:
        yield from (Deed(one, other, type_) for one in sources or [None] for other in targets or [None])


def _triples(record: Record) -> Iterator[Deed]:
    """What has a subject and an object that are named; each is marked as its noun and as the whole phrase."""
    for one in record["triples"]:
        if one["subj"] and one["obj"] and not one["passive"]:
            yield Deed(one["subj"][1], one["obj"][1], verb=one["verb"])
