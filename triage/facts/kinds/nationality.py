"""Nationalities and peoples: the adjective and its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import Entity, entities, entity_fact
from triage.facts.mention import Label
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.NATIONALITY
VERSION = 5
REQUIRES: frozenset[FactKind] = frozenset()


_CONTINENTS = frozenset(("European", "African", "Asian", "American"))
_PEOPLES = frozenset(("African American", "Iranian American"))


def _continental(one: Entity) -> bool:
    """Whether the word only says from what part of the world: "European", "West African"."""
    no_people = one.surest.country is None and one.name not in _PEOPLES
    return no_people and one.name.rsplit(" ", 1)[-1] in _CONTINENTS


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each nationality or people that the story names, other than in a longer name."""
    for one in entities(doc, story):
        if one.label is Label.NATIONALITY and not _continental(one):
            yield entity_fact(KIND, one, {"name": one.name, "country": one.surest.country}, doc, story)
