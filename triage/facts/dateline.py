"""The places of a dateline: "BRUSSELS", "PORT HARCOURT, Nigeria", "LONDON/PARIS"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.gazetteer import Gazetteer
    from triage.model.story import Story

_PART = re.compile(r"[^,/\s](?:[^,/]*[^,/\s])?")


def dateline_places(story: Story, known: Gazetteer) -> Iterator[Mention]:
    """One mention for each place that the dateline names; capitals become those of a name."""
    line = story.dateline
    if line is None:
        return
    for part in _PART.finditer(story.text, line.place_start, line.place_end):
        text = part[0]
        name = text if text in known.places else named(text) if text.isupper() else text
        place = known.places.get(name)
        span = Span(part.start(), part.end())
        if place is None:
            yield Mention(span, text, Label.PLACE, {}, "dateline", 0.95, name)
        else:
            yield Mention(span, text, Label.PLACE, {}, "dateline", 0.95, place.name, place.type, place.country)


def named(text: str) -> str:
    """A name in capitals as it is written elsewhere: "PORT-AU-PRINCE" is "Port-au-Prince"."""
    words = re.split(r"([\s-])", text.lower())
    return "".join(word if word in ("au", "sur", "en", "de", "of", "the", "upon", "la", "le") and i else word[:1].upper() + word[1:]
                   for i, word in enumerate(words))  # fmt: skip
