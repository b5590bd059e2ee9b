"""Events, with who does what to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.run import Extraction
    from triage.model.fact import Span
    from triage.model.story import Story


def findings(extraction: Extraction, story: Story) -> Iterator[tuple[Span, str]]:
    """Each event of the story, and what is claimed of it."""
    for fact in extraction.facts(story).facts:
        if fact.kind is FactKind.EVENT:
            value = {key: part for key, part in fact.value.items() if part not in (None, False)}
            yield fact.mentions[0], f"{value}  {fact.provenance.by}"
