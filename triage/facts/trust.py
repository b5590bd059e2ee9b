"""How far a name is believed, by the rule that found it: what its evidence promises, held to what people's marks bear out."""

from __future__ import annotations

from triage.facts.mention import Label

_MOST = {
    (Label.PERSON, "heading"): 0.5,
    (Label.ORGANIZATION, "lexicon"): 0.88,
    (Label.ORGANIZATION, "acronym"): 0.68,
    (Label.ORGANIZATION, "heading"): 0.55,
    (Label.PLACE, "place word"): 0.68,
    (Label.PLACE, "heading"): 0.55,
    (Label.NATIONALITY, "lexicon"): 0.89,
}
"""The most that a rule's names are believed. Each is near the share of them that is right in the news on which the program is
developed, rounded (`triage evaluate` draws the curve); a rule that keeps its word needs no row."""

_TOWN, _SURE_TOWN = 0.75, 0.9
"""A town of the gazetteer with a doubt about it is one as rarely as that: every other surname is a town somewhere."""


def believed(label: Label, by: str, confidence: float) -> float:
    """How sure a name is after all: never more than its rule has earned."""
    if (label, by) == (Label.PLACE, "gazetteer") and confidence < _SURE_TOWN:
        return min(confidence, _TOWN)
    return min(confidence, _MOST.get((label, by), 1.0))
