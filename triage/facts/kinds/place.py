"""Places: name, country and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import Entity, entities, entity_fact
from triage.facts.gazetteer import gazetteer
from triage.facts.mention import Label
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Fact, FactKind, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.PLACE
VERSION = 1
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each place that the story names."""
    places = [one for one in entities(doc, story) if one.label is Label.PLACE]
    countries = frozenset(mention.country for one in places for mention in one.mentions if mention.country)
    for one in places:
        yield entity_fact(KIND, one, _value(one, countries), doc, story)


def _value(place: Entity, countries: frozenset[str]) -> Value:
    """What the lexicons say of the place; of several cities with its name, the one in a country that the story names."""
    known = next((one for one in place.mentions if one.type), None)
    if known is not None:
        return {"name": place.name, "country": known.country, "type": known.type}
    city = gazetteer().city_in(place.name, countries)
    if city is not None:
        return {"name": place.name, "country": city.country, "type": city.type}
    province = gazetteer().provinces.get(place.name)
    if province is not None:
        return {"name": place.name, "country": province.country, "type": province.type}
    return {"name": place.name, "country": None, "type": _type_by_word(place.name)}


def _type_by_word(name: str) -> str:
    words = name.split()
    places = vocabulary().places
    for word, sorts in ((words[-1], ("last",)), (words[0], ("first", "side"))):
        sort, kind = places.get(word, ("", "other"))
        if len(words) > 1 and sort in sorts:
            return kind
    return "other"
