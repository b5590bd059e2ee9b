"""Casualties: how many were killed, wounded, detained or displaced, or are missing, who they were, and where.

A fact's `text` is the words from the number to the verb, or from the verb to the noun: "19 soldiers were killed", "killing 19 soldiers".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from triage.facts.events.casualties import Casualty, casualties
from triage.facts.reading import readable
from triage.facts.sentences import sentence_at
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.CASUALTY
VERSION = 4
REQUIRES = frozenset((FactKind.PLACE,))

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|around|across|off|inside|northern|southern|eastern|western|central|of)\s(?:the\s)?$"
)


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """One fact for one number of people and what became of them."""
    places = sorted((span, str(fact.value["name"])) for fact in found.get(FactKind.PLACE, ()) for span in fact.mentions)
    kept: list[tuple[Casualty, str | None, list[Span]]] = []
    for part in readable(story):
        for one in casualties(story.text, part):
            place = _place(story.text, one.span, sentence_at(doc, one.span.start), places)
            same = next((at for at, other in enumerate(kept) if _agree(one, place, other[0], other[1])), None)
            if same is None:
                kept.append((one, place, [one.span]))
            else:
                other, where, spans = kept[same]
                kept[same] = (replace(other, who=other.who or one.who), where or place, [*spans, one.span])
    for one, place, spans in kept:
        value = {"number": one.number, "modifier": one.modifier, "outcome": one.outcome, "who": one.who, "place": place}
        sentence = sentence_at(doc, min(spans).start)
        yield make_fact(
            story.id, KIND, story.text, value, tuple(spans), sentence, Provenance(f"casualty.{one.outcome}", one.sure)
        )


def _agree(one: Casualty, place: str | None, other: Casualty, where: str | None) -> bool:
    """Whether two statements may be one: the same number and outcome, and nothing that both know differs."""
    same = (one.number, one.modifier, one.outcome) == (other.number, other.modifier, other.outcome)
    return same and _fits(one.who, other.who) and _fits(place, where)


def _fits(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _place(text: str, span: Span, sentence: Span, places: Sequence[tuple[Span, str]]) -> str | None:
    """The place that the sentence says they were in: the nearest behind, else the only one before."""
    inside = [
        (where, name)
        for where, name in places
        if sentence.covers(where) and _WHERE.search(text, max(sentence.start, where.start - 14), where.start)
    ]
    behind = [name for where, name in inside if span.end <= where.start]
    names = list(dict.fromkeys(name for where, name in inside if where.end <= span.end))
    return behind[0] if behind else names[0] if len(names) == 1 else None
