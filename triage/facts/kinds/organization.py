"""Organizations: name and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import entities, entity_fact
from triage.facts.mention import Label
from triage.facts.organizations import type_of
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.ORGANIZATION
VERSION = 6
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each organization that the story names."""
    for one in entities(doc, story):
        if one.label is Label.ORGANIZATION:
            yield entity_fact(KIND, one, {"name": one.name, "type": type_of(one.name)}, doc, story)
