"""Places: name, country and type."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from triage.facts.entities import Entity, entities, entity_fact
from triage.facts.gazetteer import gazetteer
from triage.facts.mention import Label
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Fact, FactKind, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.PLACE
VERSION = 3
REQUIRES: frozenset[FactKind] = frozenset()


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol gives every extractor what was found so far
    """One fact for each place that the story names."""
    known = entities(doc, story)
    places = [one for one in known if one.label is Label.PLACE]
    named = (mention.country for one in known for mention in one.mentions if mention.country)
    countries = Counter(code for code in named if code)
    for one in places:
        yield entity_fact(KIND, one, _value(one, countries), doc, story)


def _value(place: Entity, countries: Mapping[str, int]) -> Value:
    """What the lexicons say of the place; of several cities with its name, the one in a country that the story names."""
    known = next((one for one in place.mentions if one.type), None)
    if known is not None:
        return {"name": place.name, "country": known.country, "type": known.type}
    city = gazetteer().city_in(place.name, countries)
    if city is not None:
        sure = city.country in countries or city.people >= _WELL_KNOWN
        return {"name": place.name, "country": city.country if sure else None, "type": city.type}
    province = gazetteer().provinces.get(place.name)
    if province is not None:
        return {"name": place.name, "country": province.country, "type": province.type}
    kind = _type_by_word(place.name)
    town = kind == "other" and any(mention.by == "dateline" for mention in place.mentions)
    return {"name": place.name, "country": None, "type": "city" if town else kind}


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
