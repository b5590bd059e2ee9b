"""Stories with the people and organizations in them given, and the weapons and quotations that are read in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fact_readings import pipeline, story

from triage.facts.kinds import quote, weapon
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story


def weapons(of: Story | str) -> dict[object, object]:
    """Every weapon's name with its class."""
    return {fact.value["name"]: fact.value["class"] for fact in weapon_facts(of)}


def weapon_facts(of: Story | str) -> list[Fact]:
    """The weapons of a story, or of a text as one."""
    told = story(of) if isinstance(of, str) else of
    return list(weapon.extract(pipeline()(told.text), told, {}))


def quotes(of: Story | str, people: Sequence[str] = (), organizations: Sequence[str] = ()) -> list[Fact]:
    """The quotations of a story in which the given names are known; a person may be "Name, role"."""
    told = story(of) if isinstance(of, str) else of
    return list(quote.extract(pipeline()(told.text), told, known(told, people, organizations)))


def said(of: Story | str, people: Sequence[str] = (), organizations: Sequence[str] = ()) -> list[tuple[object, ...]]:
    """Speaker, speaker's text, cue and content of every quotation."""
    keys = ("speaker", "speaker_text", "cue", "content")
    return [tuple(fact.value[key] for key in keys) for fact in quotes(of, people, organizations)]


def known(of: Story, people: Sequence[str], organizations: Sequence[str] = ()) -> FactsSoFar:
    """The facts of those people and organizations that the story names, a person's last word being a name too."""
    persons = (fact for one in people for fact in _named(of, FactKind.PERSON, *one.partition(", ")[::2]))
    bodies = (fact for one in organizations for fact in _named(of, FactKind.ORGANIZATION, one, ""))
    return {FactKind.PERSON: tuple(persons), FactKind.ORGANIZATION: tuple(bodies)}


def _named(of: Story, kind: FactKind, name: str, role: str) -> Iterator[Fact]:
    last = name.rsplit(" ", 1)[-1]
    value: Mapping[str, str | None] = {"name": name, "role": role or None, "of": None}
    spans = tuple(_mentions(of.text, name if kind is FactKind.ORGANIZATION else rf"(?:{name}|{last})"))
    if spans:
        yield make_fact(of.id, kind, of.text, value, spans, spans[0], Provenance("given", 1.0))


def _mentions(text: str, pattern: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in re.finditer(rf"\b{pattern}\b", text))
