"""Weapons in no list and of no telling shape, which the trained pipeline sees: "the Karrar", "a Thunder-B drone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.designators import SentenceAt, Sighting, beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triage.model.fact import Span


def sightings(text: str, spans: Iterable[Span], sentence_at: SentenceAt) -> Iterator[Sighting]:
    """A weapon for each span that a class stands beside in its sentence, surer with a number in its name. The model alone
    is not believed: every maker's, ship's and spacecraft's name looks like a weapon's."""
    for span in spans:
        name = " ".join(span.of(text).split())
        kind = beside(text, sentence_at(span.start), span)
        numbered = any(char.isdigit() for char in name)
        if kind:
            yield Sighting(name, kind, span, "weapon.model", 0.75 if numbered else 0.6)
