"""Mentions by exact span and kind: names, weapons, and what else a set marks by spans alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.evaluation.sample import Mark, Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Span

BY = "span"
NAMES = (FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE)
"""The kinds that are told together as names."""

_CONTEXT = 30


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count every mention of the kinds that the set marks."""
    text = sample.story.text
    open_ = {(one.span, kind): one for one in sample.marks if one.counts for kind in one.kinds}
    spared = [one for one in sample.marks if not one.counts]
    found: set[Mark] = set()
    for fact, span in _mentions(facts, sample):
        hit = open_.get((span, fact.kind))
        if hit is None and _is_spared(fact.kind, span, spared):
            continue
        right = hit is not None and hit not in found
        if hit and right:
            found.add(hit)
        row = tallies.row(fact.kind, BY)
        row.given += 1
        row.right += right
        row.gold += right
        if not right:
            row.errors.append(f"{sample.story.path}  false   {shown(text, span)}")
        if fact.kind in NAMES:
            tallies.sure(fact.provenance.confidence, right=right)
    for one in sample.marks:
        if one.counts and one not in found:
            row = tallies.row(one.kinds[0], BY)
            row.gold += 1
            row.errors.append(f"{sample.story.path}  missed  {shown(text, one.span)}")


def shown(text: str, span: Span) -> str:
    """The span in brackets, with what stands around it."""
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return " ".join(f"{before}[{span.of(text)}]{after}".split())


def _mentions(facts: Sequence[Fact], sample: Sample) -> Iterator[tuple[Fact, Span]]:
    """Every mention of a kind that the set marks, the surest fact first where two have the same."""
    for fact in sorted(facts, key=lambda one: -one.provenance.confidence):
        if fact.kind in sample.kinds:
            for span in fact.mentions:
                yield fact, span


def _is_spared(kind: FactKind, span: Span, spared: Sequence[Mark]) -> bool:
    return any(kind in one.kinds and one.span.overlaps(span) for one in spared)
