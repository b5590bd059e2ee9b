"""Pronouns and descriptions, with the entity that each is joined to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.coreference import references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.run import Extraction
    from triage.model.fact import Span
    from triage.model.story import Story


def findings(extraction: Extraction, story: Story) -> Iterator[tuple[Span, str]]:
    """Each joined reference of the story, and what it is joined to."""
    doc = extraction.annotated(story)
    for one in references(doc, story):
        yield one.span, f"=> {one.entity.name}  ({one.by}, {one.confidence})"
