"""What a trained pipeline's entities add to our own reading of the names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention, Office
from triage.facts.pipeline import ENTITY_LABELS
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

_LABELS = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "PLACE": Label.PLACE,
}

CONFIDENCE = 0.8
"""How far a trained model is believed about a name that no rule knows."""


def with_model(doc: Doc, ranges: Sequence[Span], ours: Sequence[Mention]) -> list[Mention]:
    """Our mentions and the model's. A lexicon or a title knows better than the model; mere evidence gives way to it."""
    theirs = list(_mentions(doc, ranges))
    if not theirs:
        return list(ours)
    sure = [one for one in ours if one.label is not None]
    free = [one for one in theirs if not any(one.span.overlaps(other.span) for other in sure)]
    left = [one for one in ours if one.label is None and not any(one.span.overlaps(other.span) for other in free)]
    offices = {one.span.start: one.office for one in ours if one.office}
    return sorted((*sure, *left, *(_in_office(one, offices) for one in free)), key=lambda one: one.span)


def _mentions(doc: Doc, ranges: Sequence[Span]) -> Iterator[Mention]:
    for entity in doc.ents:
        label = _LABELS.get(ENTITY_LABELS.get(entity.label_, ""))
        start = entity.start_char + (4 if entity.text.startswith("the ") else 0)
        span = Span(start, entity.end_char - (2 if entity.text.endswith(("'s", "’s")) else 0))
        if label is not None and span.start < span.end and any(one.covers(span) for one in ranges):
            yield Mention(span, span.of(doc.text), label, {}, f"model.{entity.label_}", CONFIDENCE)


def _in_office(one: Mention, offices: Mapping[int, Office]) -> Mention:
    return replace(one, office=offices.get(one.span.start)) if one.label is Label.PERSON else one
