"""Pronouns and descriptions joined to the entities that they mean, as far as quotes and events need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from triage.facts.entities import Entity
    from triage.model.fact import Span
    from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a description, and the entity of the story that it means; never surer than one half is not there at all."""

    span: Span
    entity: Entity
    by: str
    confidence: float


def references(doc: Doc, story: Story) -> tuple[Reference, ...]:
    """The references of the story, in the order of the text. Worked out once and kept with the Doc."""
    return ()
