"""Which of several places of one name a story means: the one beside a country that says so, or in the country of its other places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.gazetteer import Place, gazetteer
from triage.facts.lexicon import rows
from triage.facts.mention import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triage.facts.entities import Entity
    from triage.facts.mention import Mention

_IN = re.compile(r"(?:, (?:in )?|,? in (?:the )?)(?:(?:central|northern|southern|eastern|western) )?")
"""What may stand between a place and the land that it is in: "Paris, Texas", "Konna in central Mali"."""

_WELL_KNOWN = 1_000_000
"""People in a city that speaks for its country even where only its name stands."""


@cache
def namesakes() -> Mapping[str, tuple[Place, ...]]:
    """The listed places by the name that they share, what it means at first sight in front."""
    found: dict[str, tuple[Place, ...]] = {}
    for name, country, type_ in rows("namesakes"):
        found[name] = (*found.get(name, ()), Place(name, country, type_))
    return found


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The countries that a story speaks of: how often each, and which of its places begins at an offset."""

    text: str
    countries: Counter[str]
    starts: Mapping[int, str]

    def beside(self, place: Entity) -> str | None:
        """The country of the place that the story names right behind this one, as where it is."""
        for mention in place.mentions:
            match = _IN.match(self.text, mention.span.end)
            if match and (code := self.starts.get(match.end())):
                return code
        return None

    def own(self) -> str | None:
        """The country that the story plays in: two in three that it speaks of are that one, and more than one is."""
        (code, times), *_ = self.countries.most_common(1) or [("", 0)]
        return code if times > 1 and times * 3 >= 2 * self.countries.total() else None

    def chosen(self, place: Entity, among: Sequence[Place]) -> Place:
        """Of places of one name the one meant: beside its country, in the country named most often, or the first."""
        first, *_ = among
        if first.type == "country" and any(self._opens_dateline(one) for one in place.mentions):
            return first  # "LUXEMBOURG, June 24" is no province
        beside = self.beside(place)
        for one in among:
            if beside is not None and one.country == beside:
                return one
        return max(among, key=lambda one: self.countries[one.country or ""])

    def _opens_dateline(self, mention: Mention) -> bool:
        return mention.by == "dateline" and not self.text[: mention.span.start].endswith(", ")


def whereabouts(text: str, known: Sequence[Entity]) -> Whereabouts:
    """What the story's own places and peoples say; a name that several places share says nothing of the others."""
    countries: Counter[str] = Counter()
    starts: dict[int, str] = {}
    for entity in known:
        shared = entity.label is Label.PLACE and entity.name in namesakes()
        for mention in entity.mentions:
            code = mention.country or (_spoken_by(entity) if entity.label is Label.PLACE else None)
            if code and not shared:
                countries[code] += 1
                if entity.label is Label.PLACE:
                    starts[mention.span.start] = code
    return Whereabouts(text, countries, starts)


def _spoken_by(place: Entity) -> str | None:
    """The country of a large city that is the only large one of its name."""
    largest, *others = (*gazetteer().cities.get(place.name, ()), None)
    if largest is None or largest.people < _WELL_KNOWN:
        return None
    return None if others[0] is not None and others[0].people * 12 > largest.people else largest.country
