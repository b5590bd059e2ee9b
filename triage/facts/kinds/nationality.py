"""Nationalities and peoples: the adjective and its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import entities, entity_fact
from triage.facts.mention import Label
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.NATIONALITY
VERSION = 2
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each nationality or people that the story names, other than in a longer name."""
    for one in entities(doc, story):
        if one.label is Label.NATIONALITY:
            yield entity_fact(KIND, one, {"name": one.name, "country": one.surest.country}, doc, story)
