"""Indirect quotations, with who is reported to say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.run import Extraction
    from triage.model.fact import Span
    from triage.model.story import Story


def findings(extraction: Extraction, story: Story) -> Iterator[tuple[Span, str]]:
    """The first piece of each, and what is claimed of it."""
    for fact in extraction.facts(story).facts:
        if fact.kind is FactKind.QUOTE and not fact.value["direct"]:
            value = fact.value
            yield (
                fact.mentions[0],
                f"{value['speaker']} ({value['speaker_text']}) {value['cue']}: {value['content']}  {fact.provenance.by}",
            )
