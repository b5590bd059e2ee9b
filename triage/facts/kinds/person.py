"""Persons: name, role, and of what country or organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import entities, entity_fact
from triage.facts.mention import Label
from triage.facts.offices import office_of
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.PERSON
VERSION = 6
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each person that the story names."""
    for one in entities(doc, story):
        if one.label is Label.PERSON:
            office = office_of(one.mentions)
            yield entity_fact(KIND, one, {"name": one.name, "role": office.role, "of": office.of}, doc, story)
