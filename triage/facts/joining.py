"""Findings of the same value become one fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.sentences import sentence_at
from triage.model.fact import Fact, FactKind, Provenance, Span, Value, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in the text and the value that it states; `by` and `confidence` as in `Provenance`."""

    span: Span
    value: Value
    by: str
    confidence: float


def joined(kind: FactKind, doc: Doc, story: Story, findings: Iterable[Finding]) -> Iterator[Fact]:
    """One fact for every value, with all its places; its provenance is that of the surest one."""
    groups: dict[tuple[tuple[str, object], ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(tuple(finding.value.items()), []).append(finding)
    for group in groups.values():
        surest = max(group, key=lambda one: one.confidence)
        first = min(one.span for one in group)
        yield make_fact(
            story.id, kind, story.text, surest.value, tuple(one.span for one in group),
            sentence_at(doc, first.start), Provenance(surest.by, surest.confidence),
        )  # fmt: skip
