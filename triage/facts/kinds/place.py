"""Places: name, country and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.entities import Entity, entities, entity_fact
from triage.facts.gazetteer import gazetteer
from triage.facts.mention import Label
from triage.facts.namesakes import namesakes, whereabouts
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Fact, FactKind, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.facts.namesakes import Whereabouts
    from triage.model.story import Story

KIND = FactKind.PLACE
VERSION = 5
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each place that the story names."""
    known = entities(doc, story)
    told = whereabouts(story.text, known)
    for one in known:
        if one.label is Label.PLACE:
            yield entity_fact(KIND, one, _value(one, told), doc, story)


def _value(place: Entity, told: Whereabouts) -> Value:
    """What the lexicons say of the place; of several with its name, the one in a country that the story names."""
    if among := namesakes().get(place.name):
        meant = told.chosen(place, among)
        return {"name": place.name, "country": meant.country, "type": meant.type}
    known = next((one for one in place.mentions if one.type), None)
    if known is not None:
        return {"name": place.name, "country": known.country, "type": known.type}
    beside = told.beside(place)
    city = gazetteer().city_in(place.name, {beside: 1} if beside else told.countries)
    if city is not None:
        if beside is not None and city.country != beside:
            return {"name": place.name, "country": beside, "type": "city"}  # too small for the list
        sure = city.country in told.countries or city.people >= _WELL_KNOWN
        return {"name": place.name, "country": city.country if sure else None, "type": city.type}
    province = gazetteer().provinces.get(place.name)
    if province is not None:
        return {"name": place.name, "country": province.country, "type": province.type}
    kind = _type_by_word(place.name)
    dated = any(mention.by == "dateline" for mention in place.mentions)
    town = kind == "other" and (dated or " " not in place.name)  # an unknown name of one word is mostly a town's
    return {"name": place.name, "country": beside or told.own(), "type": "city" if town else kind}


_WELL_KNOWN = 100_000
"""People in a city that is taken for the one of its name in a story that does not name its country."""


def _type_by_word(name: str) -> str:
    words = name.split()
    places = vocabulary().places
    for word, sorts in ((words[-1], ("last",)), (words[0], ("first", "side"))):
        sort, kind = places.get(word, ("", "other"))
        if len(words) > 1 and sort in sorts:
            return kind
    return "other"
