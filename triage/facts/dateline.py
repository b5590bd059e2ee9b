"""The places of a dateline: "BRUSSELS", "PORT HARCOURT, Nigeria", "LONDON/PARIS"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.gazetteer import Gazetteer, Place
from triage.facts.mention import Label, Mention
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.story import Story

_PART = re.compile(r"[^,/\s](?:[^,/]*[^,/\s])?")


def dateline_places(story: Story, known: Gazetteer) -> Iterator[Mention]:
    """One mention for each place that the dateline names; capitals become those of a name."""
    line = story.dateline
    if line is None:
        return
    within: str | None = None
    found: list[Mention] = []
    for part in reversed([*_PART.finditer(story.text, line.place_start, line.place_end)]):
        text = part[0]
        name = text if text in known.places else named(text) if text.isupper() else text
        comma = story.text[part.end() : part.end() + 1] == ","
        place = known.places.get(name) or _city(name, within if comma else None, known)
        within = place.country if place and place.type in ("country", "region") else None
        span = Span(part.start(), part.end())
        found.append(
            Mention(span, text, Label.PLACE, {}, "dateline", 0.95, name)
            if place is None
            else Mention(span, text, Label.PLACE, {}, "dateline", 0.95, place.name, place.type, place.country)
        )
    yield from reversed(found)


def _city(name: str, country: str | None, known: Gazetteer) -> Place | None:
    """The town of that name in the country that stands behind it: "BORACAY, Philippines"."""
    if country is None:
        return None
    listed = next((one for one in known.cities.get(name, ()) if one.country == country), None)
    word = vocabulary().places.get(name.split()[-1])
    return listed or Place(name, country, word[1] if word and " " in name else "city")


def named(text: str) -> str:
    """A name in capitals as it is written elsewhere: "PORT-AU-PRINCE" is "Port-au-Prince"."""
    words = re.split(r"([\s-])", text.lower())
    return "".join(word if word in ("au", "sur", "en", "de", "of", "the", "upon", "la", "le") and i else word[:1].upper() + word[1:]
                   for i, word in enumerate(words))  # fmt: skip
