"""Pronouns and descriptions joined to the entities that they mean, as far as quotes and events need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.coreference_walk import walk

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from triage.facts.entities import Entity
    from triage.model.fact import Span
    from triage.model.story import Story

_KEPT = "triage_references"


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a description, and the entity of the story that it means; never surer than one half is not there at all."""

    span: Span
    entity: Entity
    by: str
    confidence: float


def references(doc: Doc, story: Story) -> tuple[Reference, ...]:
    """The references of the story, in the order of the text. Worked out once and kept with the Doc."""
    return _kept(doc, story)[0]


def unnamed(doc: Doc, story: Story) -> frozenset[int]:
    """Where the pronouns and descriptions begin that mean somebody or something without a name: "a man ... he"."""
    return _kept(doc, story)[1]


def _kept(doc: Doc, story: Story) -> tuple[tuple[Reference, ...], frozenset[int]]:
    found: tuple[tuple[Reference, ...], frozenset[int]] | None = doc.user_data.get(_KEPT)
    if found is None:
        meant = sorted(walk(doc, story), key=lambda one: one[0])
        joined = tuple(
            Reference(span, guess.who.entity, guess.by, round(guess.confidence, 3))
            for span, guess in meant
            if guess.who.entity is not None
        )
        found = joined, frozenset(span.start for span, guess in meant if guess.who.entity is None)
        doc.user_data[_KEPT] = found
    return found
